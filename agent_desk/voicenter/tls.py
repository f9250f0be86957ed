"""One TLS context for HTTP and for the socket, and what a failed connection means."""

from __future__ import annotations

import os
import socket
import ssl
import sys
from functools import cache
from typing import TYPE_CHECKING, Final

import truststore

from agent_desk.voicenter.errors import CertificateError, NameLookupError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# OpenSSL's X509_V_ERR_..., Windows' CERT_E_... and macOS' errSec...: truststore hands on whichever
# the system has judged by.
_OUT_OF_DATE: Final = frozenset(
    {
        9,  # CERT_NOT_YET_VALID
        10,  # CERT_HAS_EXPIRED
        0x800B0101,  # EXPIRED
        -67818,  # CertificateExpired
        -67819,  # CertificateNotValidYet
    }
)
_OTHER_HOST: Final = frozenset(
    {
        62,  # HOSTNAME_MISMATCH
        64,  # IP_ADDRESS_MISMATCH
        0x800B010F,  # CN_NO_MATCH
        -67602,  # HostNameMismatch
    }
)


# Where distributions keep their authorities. OpenSSL in a frozen program looks where its builder's
# machine had them.
_BUNDLES: Final = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


def client_context(extra_ca: Path | None = None) -> ssl.SSLContext:
    """The context that trusts what the operating system trusts; one for the whole process.

    The first call blocks for some 20 ms (the system's certificates). Hand it to httpx and to
    aiohttp: the latter builds its own at import otherwise, which knows nothing of the system's
    store. With ``extra_ca``, a PEM file of one more authority (tests, a private one), a new one is
    made. There is no way to switch verification off.
    """
    if extra_ca is None:
        return _process_context()
    context = _system_context()
    context.load_verify_locations(cafile=extra_ca)
    return context


def _system_context() -> ssl.SSLContext:
    if sys.platform in ("win32", "darwin"):
        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # the system itself verifies
    # Elsewhere truststore reads the same files as this, but again for each connection.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_default_certs()
    if not context.cert_store_stats()["x509_ca"]:
        for bundle in filter(os.path.isfile, _BUNDLES):
            context.load_verify_locations(cafile=bundle)
            break
    return context


_process_context: Final = cache(_system_context)


def connection_error(error: BaseException) -> UnreachableError:
    """Why no connection came about, read from the causes of a library's exception.

    The result is to be raised ``from`` the original, which may be one of httpx, aiohttp, engineio
    or socketio: the last two keep the reason only in ``__context__``.
    """
    found: CertificateError | None = None
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLError):
            found = found or _certificate_error(cause)
            if _verify_code(cause) is not None:
                return _certificate_error(cause)
        elif isinstance(cause, socket.gaierror) and found is None:
            return NameLookupError()
    return found or UnreachableError()


def _verify_code(error: ssl.SSLError) -> int | None:
    """What is wrong with the certificate.

    aiohttp's error passes for one of ssl, but has no code; the one it came from has.
    """
    code: int | None = getattr(error, "verify_code", None)
    return code


def _certificate_error(error: ssl.SSLError) -> CertificateError:
    if not isinstance(error, ssl.SSLCertVerificationError):
        return CertificateError(
            "No secure connection to the server could be made.",
            next_step="Check the server address, then ask IT whether a proxy stands in between.",
        )
    code = _verify_code(error)
    if code in _OUT_OF_DATE:
        return CertificateError(
            "By this PC's clock the server's certificate is out of date.",
            next_step="Check date and time of this PC.",
        )
    if code in _OTHER_HOST:
        return CertificateError(
            "The server showed the certificate of another server.",
            next_step="Check the server address, then ask IT whether a proxy stands in between.",
        )
    return CertificateError()


def _causes(error: BaseException) -> Iterator[BaseException]:
    """``error`` and everything it came from, groups included, each once."""
    waiting = [error]
    seen: set[int] = set()
    while waiting:
        current = waiting.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        if isinstance(current, BaseExceptionGroup):
            waiting.extend(current.exceptions)
        waiting.extend(cause for cause in (current.__context__, current.__cause__) if cause)
