"""The addresses of Voicenter's services; knows no network library."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from urllib.parse import urlsplit

from agent_desk.core.errors import BadInputError


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where each service is (Voicenter: hosts and authentication).

    ``default_monitors`` are the servers to listen to when a login names none.
    """

    click2call: str = "https://api.voicenter.com/ForwardDialer/click2call.aspx"
    call_log: str = "https://api.voicenter.com/hub/cdr/"
    blacklist: str = "https://api.voicenter.com/Blacklist"
    dialer: str = "https://api.voicenter.com/ForwardDialer/Dialer"
    set_status: str = "https://api.voicenter.com/UserLogin/SetStatusFromAPI"
    statuses: str = "https://loginapi.voicenter.co.il/UserLogin/GetStatusesList"
    active_calls: str = "https://monapisec.voicenter.co.il/comet/API"
    extensions: str = "https://monitor.voicenter.co.il/Comet/api/GetExtensions"
    mute: str = "https://monapisec.voicenter.co.il/Comet/API/MuteUnmuteCalls"
    login: str = "https://loginapi.voicenter.co.il/monitorAPI"
    new_login: str = "https://loginapi.voicenter.co.il"
    default_monitors: tuple[str, ...] = (
        "https://monitor1.voicenter.co",
        "https://monitor3.voicenter.co.il",
        "https://monitor4.voicenter.co.il",
        "https://monitor11.voicenter.co",
        "https://monitor5.voicenter.co.il",
    )

    @classmethod
    def voicenter(cls) -> Endpoints:
        """Voicenter's own servers."""
        return cls()

    @classmethod
    def at(cls, origin: str) -> Endpoints:
        """Everything at one origin (``http://127.0.0.1:8080``) under Voicenter's own paths.

        Raises ``BadInputError`` where ``origin`` is not scheme, host and port alone.
        """
        base = _origin(origin)
        standard = cls()
        moved = {
            item.name: base + urlsplit(getattr(standard, item.name)).path
            for item in fields(cls)
            if item.name != "default_monitors"
        }
        return replace(standard, **moved, default_monitors=(base,))


def _origin(text: str) -> str:
    problem = BadInputError(
        "The server address must look like https://host or https://host:port.",
        next_step="Correct the server address.",
    )
    try:
        parts = urlsplit(text.strip())
        is_usable = parts.port is None or parts.port > 0
    except ValueError as error:
        raise problem from error
    if (
        not is_usable
        or parts.scheme not in ("http", "https")
        or not parts.hostname
        or "@" in parts.netloc
        or parts.path not in ("", "/")
        or parts.query
        or parts.fragment
    ):
        raise problem
    return f"{parts.scheme}://{parts.netloc}"
