"""What can go wrong with the service, and what a person should do about it.

Nobody above this package sees an exception of httpx, aiohttp or socketio: each is translated at
the border with ``raise ... from``.
"""

from __future__ import annotations

from agent_desk.core.errors import AgentDeskError


class VoicenterError(AgentDeskError):
    """The root of this family."""


class CredentialsError(VoicenterError):
    """The user name, password, token or refresh token was refused."""

    code = "credentials"
    message = "Voicenter did not accept this sign-in."
    next_step = "Check the name and the password, then sign in again."


class ApiCodeError(VoicenterError):
    """The account's API code is missing or wrong."""

    code = "api_code"
    message = "Voicenter did not accept the API code."
    next_step = "Ask your administrator for the API code of your account."


class ApiCodeMissingError(ApiCodeError):
    """Nobody has said yet what the account's API code is."""

    code = "no_api_code"
    message = "This needs your account's API code."


class NetworkNotAllowedError(VoicenterError):
    """The service refuses the address this PC comes from."""

    code = "network_not_allowed"
    message = "Your network is not on Voicenter's list."
    next_step = "Ask your administrator to add this network's address to the list."


class UnreachableError(VoicenterError):
    """Nothing answered: no network, no such host, refused, timed out."""

    code = "unreachable"
    message = "Voicenter cannot be reached."
    next_step = "Check the network and try again."


class NameLookupError(UnreachableError):
    """The host name could not be resolved."""

    code = "dns"
    message = "The name of Voicenter's server could not be looked up."
    next_step = "Check the network connection, then the server address."


class CertificateError(UnreachableError):
    """TLS failed: the server could not prove who it is."""

    code = "certificate"
    message = "The server could not prove that it is Voicenter."
    next_step = "Check this PC's clock, then ask IT whether a proxy inspects the connection."


class ProxyError(UnreachableError):
    """The proxy of this network stands in the way."""

    code = "proxy"
    message = "This network's proxy refused the connection."
    next_step = "Ask IT about the proxy of this network."


class ServiceError(VoicenterError):
    """The service answered with a failure of its own."""

    code = "service"
    message = "Voicenter reported a fault of its own."
    next_step = "Try again in a minute."


class ContractError(ServiceError):
    """The answer is not what the service documents: HTML, empty, cut, far too big."""

    code = "bad_answer"
    message = "The answer was not one that Voicenter gives."
    next_step = "Check the server address; a proxy or a log-in page may stand in between."


class TooBigError(ContractError):
    """More bytes came than any answer of this kind may have; less must be asked for."""


class RateLimitedError(ServiceError):
    """Too many requests; ``retry_after_s`` says how long to wait."""

    code = "rate_limited"
    message = "Voicenter asks for a pause between requests."
    next_step = "Wait a few seconds."

    def __init__(self, message: str | None = None, *, retry_after_s: float = 5.0) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class RejectedError(VoicenterError):
    """The service understood the request and said no (unknown call, bad number, bad dates)."""

    code = "rejected"
    message = "Voicenter refused the request."
    next_step = "Check the input."


class NotSentError(VoicenterError):
    """The reason for a request was gone before its first byte had left."""

    code = "not_sent"
    message = "The request was not sent: it was not needed any more."
    next_step = "Look at your phone: nothing was changed."


class UnknownOutcomeError(VoicenterError):
    """The request may or may not have been carried out; repeating it could do it twice."""

    code = "unknown_outcome"
    message = "Voicenter gave no clear answer; the request may have been carried out."
    next_step = "Look at your phone before you try again."
