"""A certificate that follows another one, as servers get them every few weeks."""

from __future__ import annotations

import ipaddress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.helpers.certificates import Certificate, write_pem

if TYPE_CHECKING:
    from pathlib import Path


def reissued(authority: Certificate, path: Path, *, address: str = "127.0.0.1") -> Certificate:
    """A new key and certificate for ``address``, signed by ``authority``."""
    from cryptography import x509  # noqa: PLC0415 - not there on every platform
    from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415

    pem = authority.path.read_bytes()
    signer = serialization.load_pem_private_key(pem, None)
    assert isinstance(signer, ec.EllipticCurvePrivateKey)
    issuer = x509.load_pem_x509_certificate(pem)
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "renewed")]))
        .issuer_name(issuer.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]),
            critical=False,
        )
        .sign(signer, hashes.SHA256())
    )
    write_pem(path, key, certificate)
    return Certificate(path)
