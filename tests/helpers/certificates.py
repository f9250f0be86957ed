"""Throw-away certificates for servers on loopback."""

from __future__ import annotations

import ipaddress
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.x509 import Certificate as X509Certificate


@dataclass(frozen=True, slots=True)
class Certificate:
    """A self-signed certificate in a PEM file, which is its own authority too."""

    path: Path

    def server_context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.path)
        return context


def self_signed(
    folder: Path, *, address: str = "127.0.0.1", valid_for: timedelta = timedelta(days=1)
) -> Certificate:
    """A certificate for an IP address; with a negative ``valid_for`` it has expired."""
    pytest.importorskip("cryptography")
    from cryptography import x509  # noqa: PLC0415 - not there on every platform
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "loopback")])
    ends = datetime.now(UTC) + valid_for
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(ends - timedelta(days=10))
        .not_valid_after(ends)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "certificate.pem"
    write_pem(path, key, certificate)
    return Certificate(path)


def write_pem(path: Path, key: EllipticCurvePrivateKey, certificate: X509Certificate) -> None:
    """Put a private key and its certificate into one file, as servers read them."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415

    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
