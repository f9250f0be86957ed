"""Which extensions are the agent's own.

A user's sign-in delivers the own extensions only; an account's or a token's delivers everybody's,
and the agent says once which are theirs (Voicenter: login types).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agent_desk.core.identity import LoginKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.voicenter.events import Extension


@dataclass(frozen=True, slots=True)
class Candidate:
    """One extension the agent may choose; ``is_suggested`` where it looks like theirs."""

    sip: str
    name: str = field(default="", repr=False)
    agent: str = field(default="", repr=False)
    is_suggested: bool = False


@dataclass(frozen=True, slots=True)
class OwnChoice:
    """What is known of whose extensions are whose.

    ``own`` are to be followed; where that is empty the person has to be asked, with
    ``candidates`` (none where the sign-in sees no extension at all).
    ``taken_by`` names whoever is signed in on a remembered extension in the agent's place,
    ``moved_to`` lists extensions on which the agent appears instead.
    """

    own: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    taken_by: str = field(default="", repr=False)
    moved_to: tuple[str, ...] = ()


def choose_own(
    extensions: Iterable[Extension],
    kind: LoginKind,
    *,
    remembered: tuple[str, ...] = (),
    user_id: int | None = None,
) -> OwnChoice:
    """Decide by the first snapshot.

    ``remembered`` extensions that exist win. A user's sign-in owns all it is shown. Where only one
    extension exists at all it is the one. Otherwise the person is asked; extensions that belong to
    ``user_id``, or on which that user is signed in, are suggested.
    """
    everybody = sorted(extensions, key=lambda extension: extension.sip)
    by_sip = {extension.sip: extension for extension in everybody}
    known = tuple(sip for sip in remembered if sip in by_sip)
    if known:
        return _with_hints([by_sip[sip] for sip in known], everybody, user_id)
    if kind is LoginKind.USER or len(everybody) == 1:
        return _with_hints(everybody, everybody, user_id)
    return all_candidates(everybody, user_id=user_id)


def all_candidates(extensions: Iterable[Extension], *, user_id: int | None = None) -> OwnChoice:
    """Everything there is to choose from, whatever was chosen before."""
    return OwnChoice(
        candidates=tuple(
            Candidate(
                extension.sip,
                extension.user_name,
                extension.agent_name,
                is_suggested=_is_users(extension, user_id),
            )
            for extension in sorted(extensions, key=lambda extension: extension.sip)
        )
    )


def _with_hints(own: list[Extension], everybody: list[Extension], user_id: int | None) -> OwnChoice:
    """Hot desks: somebody else may sit at the remembered telephone today."""
    sips = tuple(extension.sip for extension in own)
    if user_id is None:
        return OwnChoice(own=sips)
    strangers = [e for e in own if e.online_user_id and e.online_user_id != user_id]
    moved_to = tuple(e.sip for e in everybody if e.online_user_id == user_id and e.sip not in sips)
    return OwnChoice(
        own=sips,
        taken_by=_name(strangers[0]) if strangers else "",
        moved_to=moved_to,
    )


def _name(extension: Extension) -> str:
    return extension.agent_name or extension.user_name or extension.sip


def _is_users(extension: Extension, user_id: int | None) -> bool:
    return user_id is not None and user_id in {extension.user_id, extension.online_user_id}
