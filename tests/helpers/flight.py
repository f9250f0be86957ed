"""Calls in flight: one in each state, and what becomes of them while nobody can see it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from agent_desk.desk.state import CallKey, Phase, TransitionKind
from agent_desk.sandbox.calls import CallStatus

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from agent_desk.desk.state import Transition
    from agent_desk.sandbox.calls import Call
    from agent_desk.sandbox.world import World

NEAR: Final = "SIPSIP1"
FAR: Final = "SIPSIP2"
OWN: Final = (NEAR, FAR)

_PHASES: Final = {
    CallStatus.RINGING: Phase.RINGING,
    CallStatus.DIALING: Phase.DIALING,
    CallStatus.TALKING: Phase.TALKING,
    CallStatus.HOLD: Phase.HELD,
}
_STORIES: Final = {
    name: words.split()
    for name, words in {
        "given_up": "ringing ring_stopped ended:missed",
        "picked_up": "ringing answered ended:completed",
        "ringing_on": "ringing answered ended:completed",
        "finished": "ringing answered ended:completed",
        "parked": "ringing answered held ended:completed",
        "unparked": "ringing answered held resumed ended:completed",
        "dialled": "dialing answered ended:completed",
        "newcomer": "ringing ended:declined",
        "passing": "ringing answered ended:completed",
    }.items()
}


class Flight:
    """Nine calls on two phones; ``take_off`` before, ``go_on`` during, ``land`` after a fault.

    ``faults`` compares what a desk has told with what happened.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._calls: dict[str, Call] = {}

    def take_off(self) -> None:
        """Calls that ring, talk, wait on hold and are being dialled."""
        for name, sip in (("given_up", NEAR), ("picked_up", FAR), ("ringing_on", FAR)):
            self._ring(name, sip)
        for name, sip in (("finished", NEAR), ("parked", NEAR), ("unparked", FAR)):
            self._ring(name, sip).answer()
        self._calls["parked"].hold()
        self._calls["unparked"].hold()
        self._calls["dialled"] = self._world.dial(NEAR, "050-123-4567")

    @property
    def passing(self) -> Call:
        """The call that comes and goes during the fault."""
        return self._calls["passing"]

    def go_on(self) -> None:
        """One ends, one is answered, one begins ...: each in its own way."""
        self._calls["given_up"].hang_up()
        self._calls["picked_up"].answer()
        self._calls["finished"].hang_up()
        self._calls["unparked"].unhold()
        self._calls["dialled"].answer()
        self._ring("newcomer", NEAR)
        passing = self._ring("passing", FAR)
        passing.answer()
        passing.hang_up()

    def land(self) -> None:
        """Every call ends."""
        self._calls["newcomer"].reject()
        self._calls["ringing_on"].answer()
        for name in ("picked_up", "ringing_on", "parked", "unparked", "dialled"):
            self._calls[name].hang_up()

    def faults(self, told: Iterable[Transition], *, was_seen: bool) -> list[str]:
        """What is wrong with all that a desk has told: each call's story, in order, once.

        The passing call is told of only if what happened ``was_seen``.
        """
        heard = stories(told)
        faults = []
        for name, call in self._calls.items():
            found = heard.pop(CallKey(call.extension.sip, call.ivrid), [])
            wanted = _STORIES[name] if was_seen or name != "passing" else []
            if found != wanted:
                faults.append(f"{name}: {' '.join(found)}; it was {' '.join(wanted)}")
        return faults + [f"an unknown call: {' '.join(found)}" for found in heard.values()]

    def _ring(self, name: str, sip: str) -> Call:
        call = self._calls[name] = self._world.ring(sip, "050-123-4567", name=name)
        return call


def live_phases(world: World) -> dict[CallKey, Phase]:
    """The truth: every live call of the agent's own phones, and where it stands."""
    return {
        CallKey(call.extension.sip, call.ivrid): _PHASES[call.status]
        for call in world.calls()
        if call.extension.sip in OWN
    }


def stories(transitions: Iterable[Transition]) -> dict[CallKey, list[str]]:
    """What was told of each call, in order; an end with its outcome."""
    told: dict[CallKey, list[str]] = defaultdict(list)
    for transition in transitions:
        word = transition.kind.value
        if transition.kind in (TransitionKind.ENDED, TransitionKind.REVISED):
            assert transition.call.outcome is not None
            word = f"{word}:{transition.call.outcome.value}"
        told[transition.call.key].append(word)
    return dict(told)


class Traffic:
    """A busy agent: with each ``step`` something happens to one of a few calls at a time.

    No call rings twice on a phone, so that no pop may come twice either.
    """

    def __init__(self, world: World, rng: random.Random, *, most: int = 3) -> None:
        self._world = world
        self._rng = rng
        self._most = most

    def step(self) -> None:
        """One thing more happens."""
        calls = [call for sip in OWN for call in self._world.calls(extension=sip)]
        if not calls or (len(calls) < self._most and self._rng.random() < 0.4):
            sip = self._rng.choice(OWN)
            begin = self._rng.choice((self._world.ring, self._world.ring, self._world.dial))
            begin(sip, "050-123-4567")
            return
        call = self._rng.choice(calls)
        match call.status:
            case CallStatus.RINGING:
                self._rng.choice((call.answer, call.answer, call.hang_up, call.reject))()
            case CallStatus.DIALING:
                self._rng.choice((call.answer, call.hang_up))()
            case CallStatus.TALKING:
                self._rng.choice((call.hold, call.hang_up))()
            case CallStatus.HOLD:
                self._rng.choice((call.unhold, call.hang_up))()

    def end(self) -> None:
        """Every call ends."""
        for sip in OWN:
            for call in self._world.calls(extension=sip):
                call.hang_up()


def doubled(transitions: Iterable[Transition]) -> dict[CallKey, list[str]]:
    """The calls that popped up or ended more than once."""
    return {
        key: words
        for key, words in stories(transitions).items()
        if words.count("ringing") > 1 or len([w for w in words if w.startswith("ended")]) > 1
    }
