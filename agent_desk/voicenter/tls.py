"""One TLS context for HTTP and for the socket, and what a failed connection means."""

from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING, Final

import truststore

from agent_desk.voicenter.errors import CertificateError, NameLookupError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OUT_OF_DATE: Final = frozenset({9, 10})  # X509_V_ERR_CERT_NOT_YET_VALID, ..._HAS_EXPIRED
_OTHER_HOST: Final = frozenset({62, 64})  # X509_V_ERR_HOSTNAME_MISMATCH, ..._IP_ADDRESS_MISMATCH


def client_context(extra_ca: Path | None = None) -> ssl.SSLContext:
    """A context that trusts what the operating system trusts.

    Make one and hand it to httpx and to aiohttp: the latter builds its own at import otherwise,
    which knows nothing of the system's store. ``extra_ca`` is a PEM file of one more authority
    (tests, a private one); there is no way to switch verification off.
    """
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if extra_ca is not None:
        context.load_verify_locations(cafile=extra_ca)
    return context


def connection_error(error: BaseException) -> UnreachableError:
    """Why no connection came about, read from the causes of a library's exception.

    The result is to be raised ``from`` the original, which may be one of httpx, aiohttp, engineio
    or socketio: the last two keep the reason only in ``__context__``.
    """
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLError):
            return _certificate_error(cause)
        if isinstance(cause, socket.gaierror):
            return NameLookupError()
    return UnreachableError()


def _certificate_error(error: ssl.SSLError) -> CertificateError:
    if not isinstance(error, ssl.SSLCertVerificationError):
        return CertificateError(
            "No secure connection to the server could be made.",
            next_step="Check the server address, then ask IT whether a proxy stands in between.",
        )
    if error.verify_code in _OUT_OF_DATE:
        return CertificateError(
            "By this PC's clock the server's certificate is out of date.",
            next_step="Check date and time of this PC.",
        )
    if error.verify_code in _OTHER_HOST:
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
