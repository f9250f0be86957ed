"""Who works in the sandbox's call centre: credentials, agents, extensions and queues."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.sandbox.calls import Call
    from agent_desk.sandbox.queues import QueueCaller

LOGIN: Final = 1
LOGOUT: Final = 2

# Voicenter: agent status codes; the colours are ours.
STATUSES: Final[dict[int, tuple[str, str]]] = {
    1: ("Login", "#0A6638"),
    2: ("Logout", "#4C5361"),
    3: ("Lunch", "#8A4B00"),
    5: ("Administrative", "#5A37B8"),
    7: ("Private", "#8A4B00"),
    9: ("Other", "#4C5361"),
    11: ("Training", "#2B57D9"),
    12: ("Team meeting", "#2B57D9"),
    13: ("Brief", "#2B57D9"),
}

_NAMES: Final = (
    "Maya Cohen",
    "Noam Bar",
    "Yael Lavi",
    "Avi Shalom",
    "Ivan Petrov",
    "Mohammed Ali",
    "Ruth Ben David",
    "Tal Golan",
    "Eli Kaplan",
    "Sara Mizrahi",
)
_QUEUES: Final = ("Sales queue", "Support queue", "Renewals")


@dataclass(frozen=True, slots=True)
class Credentials:
    """What the sandbox accepts at its doors; the secrets stay out of ``repr``."""

    email: str = "agent@example.com"
    account: str = "acct"
    password: str = field(default="secret", repr=False)
    token: str = field(default="good-token", repr=False)
    api_code: str = field(default="apicode", repr=False)


@dataclass(frozen=True, slots=True)
class User:
    """A person of the account; ``id`` is the wire's ``userID``."""

    id: int
    name: str
    email: str


@dataclass(slots=True, eq=False)
class Extension:
    """A phone of the account with whoever is logged in on it and every call live on it.

    ``sip`` is the key everywhere (Voicenter: ``extenUser``). Moments are aware UTC datetimes,
    ``None`` meaning never.
    """

    sip: str
    number: int
    owner: User
    speed_dial: int
    status: int = LOGIN
    online_user: User | None = None
    status_since: datetime | None = None
    last_call: datetime | None = None
    last_answered: datetime | None = None
    last_hangup: datetime | None = None
    is_offline: bool = False
    is_barred_from_click2call: bool = False
    calls: list[Call] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Queue:
    """A queue, the extensions that serve it, and who waits in it, oldest first."""

    id: int
    name: str
    distributor_id: int
    weight: int = 0
    is_distributed: bool = False
    members: frozenset[str] = frozenset()
    callers: list[QueueCaller] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Account:
    """One organisation; ``agent`` is the person behind the user login."""

    agent: User
    users: dict[int, User]
    extensions: dict[str, Extension]
    queues: dict[int, Queue]
    name: str = "Acme Ltd"
    account_id: int = 8001
    top_account_id: int = 8000
    main_line: str = "0722771234"
    dialers: list[dict[str, Any]] = field(default_factory=list)

    @property
    def own_extensions(self) -> tuple[Extension, ...]:
        """The extensions of the person behind the user login."""
        return tuple(e for e in self.extensions.values() if e.owner.id == self.agent.id)

    def queue(self, key: int | str) -> Queue:
        """The queue with this id or name; ``KeyError`` where there is none."""
        for queue in self.queues.values():
            if key in (queue.id, queue.name):
                return queue
        raise KeyError(key)


def build_account(
    extensions: int = 3, own: int = 1, *, email: str = Credentials().email
) -> Account:
    """An invented account: ``SIPSIP1`` to ``SIPSIP<extensions>``, the first ``own`` of one agent.

    All agents are logged in (status 1) except every tenth. The agent serves the first two queues.
    """
    users: dict[int, User] = {}
    phones: dict[str, Extension] = {}
    for i in range(extensions):
        if i < own:
            user = users.setdefault(700001, User(700001, _NAMES[0], email))
        else:
            turn, which = divmod(i, len(_NAMES))
            name = f"{_NAMES[which]} {turn + 1}" if turn else _NAMES[which]
            user = User(700001 + i, name, f"agent{i + 1}@example.com")
            users[user.id] = user
        is_away = i % len(_NAMES) == len(_NAMES) - 1
        sip = f"SIPSIP{i + 1}"
        phones[sip] = Extension(
            sip=sip,
            number=50001 + i,
            owner=user,
            speed_dial=201 + i,
            status=LOGOUT if is_away else LOGIN,
            online_user=None if is_away else user,
        )
    members = (frozenset(phones), frozenset(list(phones)[:2]), frozenset(list(phones)[own:]))
    queues = {
        14000 + i: Queue(
            id=14000 + i,
            name=name,
            distributor_id=5956 + i,
            weight=5 - i,
            is_distributed=i == 1,
            members=members[i],
        )
        for i, name in enumerate(_QUEUES)
    }
    dialer = {
        "campaignID": 13000,
        "name": "Renewal campaign",
        "typeID": 5,
        "type": "Automatic",
        "code": "campaign-code-1",
        "userID": 700001,
        "accountID": 8001,
        "calls": [],
        "data": {},
    }
    return Account(users[700001], users, phones, queues, dialers=[dialer])
