"""The steps of the headless demo: what a person would do, pressed and waited for."""

from __future__ import annotations

import asyncio
import json
import sys
from typing import TYPE_CHECKING, Final, TextIO

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from agent_desk.core.clock import iso
from agent_desk.core.errors import AgentDeskError, StorageError
from agent_desk.core.identity import Credentials, LoginKind
from agent_desk.core.link import Link
from agent_desk.core.privacy import Secret
from agent_desk.desk.guard import GuardState
from agent_desk.desk.recent import ListState
from agent_desk.desk.state import CallKey, Phase, TransitionKind
from agent_desk.sandbox import ScenarioPlayer, bundled_scenario
from agent_desk.ui import shots
from agent_desk.ui.widgets import MuteControl, Toast
from agent_desk.ui.widgets.button import Pressable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from agent_desk.core.clock import Clock
    from agent_desk.desk.state import Transition
    from agent_desk.program import Program
    from agent_desk.sandbox import Sandbox
    from agent_desk.ui.caller_card import CallerCard
    from agent_desk.ui.shell import Shell

OWN: Final = "SIPSIP1"
_PATIENCE_S: Final = 15.0
_GLANCE_S: Final = 0.002
_SHARPNESS: Final = 2
_MUTED: Final = frozenset({GuardState.MUTED, GuardState.MUTED_CONFIRMED})


class StepFailedError(AgentDeskError):
    """A step of the demo did not come about in time."""

    code = "demo_step"
    next_step = "Run it again with --log-level DEBUG and look into the log."


class Steps:
    """Walks through the main job once and says, line by line, how long each step took."""

    def __init__(self, shell: Shell, clock: Clock, shots: Path | None) -> None:
        self._shell = shell
        self._clock = clock
        self._shots = shots
        self._arrivals: dict[tuple[str, TransitionKind], float] = {}
        self._painted: dict[tuple[str, Phase], float] = {}
        self._began = clock.monotonic()
        shell.pop_painted.connect(self._on_pop_painted)

    def on_transition(self, transition: Transition, arrival: float) -> None:
        """Remember when the message came that made this happen."""
        self._arrivals.setdefault((transition.call.key.call_id, transition.kind), arrival)

    async def sign_in(self, program: Program, sandbox: Sandbox) -> None:
        """Sign in to ``sandbox`` as its agent and wait for the connection."""
        self._began = self._clock.monotonic()
        known = sandbox.credentials
        credentials = Credentials(LoginKind.USER, known.email, Secret(known.password))
        program.work_at(sandbox.url, credentials, Secret(known.api_code))
        await self._until(lambda: program.shift is not None, "signed_in")
        self._say("signed_in", login=credentials.kind.value)
        await self._until(lambda: program.link is Link.CONNECTED, "connected")
        self._say("connected", server=sandbox.url)

    async def walk(self, program: Program, sandbox: Sandbox) -> int:
        """The whole main job; the exit code, 1 where a step did not come about."""
        try:
            await self._walk(program, sandbox)
        except AgentDeskError as error:
            _print(error.line(), sys.stderr)
            return 1
        self._say("done")
        return 0

    async def _walk(self, program: Program, sandbox: Sandbox) -> None:
        self._shoot(self._shell.window, "sign-in")
        await self.sign_in(program, sandbox)
        shift = msgspec.structs.replace(bundled_scenario("shift"), history=())  # is there already
        player = ScenarioPlayer(sandbox.world, shift)
        self._play(player, until="ring_from_queue")
        key = CallKey(OWN, player.calls["dana"].ivrid)
        await self._pop_shown(key)
        self._play(player, until="answer")
        await self._until(lambda: self._phase(key) is Phase.TALKING, "answered")
        await self._mute_and_resume(key)
        await self._block_and_unblock(key, sandbox)
        await self._recent_calls(key)
        sandbox.world.calls(ivrid=key.call_id)[0].hang_up()
        await self._until(lambda: self._phase(key) is Phase.ENDED, "call_ended")
        self._say("call_ended")
        self._shoot_pop(key, "pop-ended")
        await self._hebrew_call(sandbox)

    async def _pop_shown(self, key: CallKey) -> None:
        painted = (key.call_id, Phase.RINGING)
        await self._until(lambda: painted in self._painted, "pop_shown")
        arrival = self._arrivals[key.call_id, TransitionKind.RINGING]
        self._say("pop_shown", ms_from_frame=_ms(self._painted[painted] - arrival))
        self._shoot_pop(key, "pop-ringing")

    async def _mute_and_resume(self, key: CallKey) -> None:
        self._mute_control(key).click()
        await self._until(lambda: self._guard(key) in _MUTED, "muted")
        is_confirmed = self._guard(key) is GuardState.MUTED_CONFIRMED
        self._say("muted", confirmed="event" if is_confirmed else "answer")
        self._shoot_pop(key, "pop-muted")
        self._mute_control(key).click()
        await self._until(lambda: self._guard(key) is GuardState.RECORDING, "unmuted")
        self._say("unmuted")

    async def _block_and_unblock(self, key: CallKey, sandbox: Sandbox) -> None:
        blacklist = sandbox.world.blacklist
        self._press(self._face(key), "CallerCard", "Block")
        self._shoot_pop(key, "pop-block-question")
        self._press(self._face(key), "BlockConfirm", "Block number")
        await self._until(lambda: bool(blacklist) and self._toast() is not None, "blocked")
        self._say("blocked")
        self._press(self._toast(), "BlockFeedback", "Undo")
        await self._until(lambda: not blacklist, "unblocked")
        self._say("unblocked")

    async def _recent_calls(self, key: CallKey) -> None:
        self._press(self._face(key), "CallerCard", "Recent calls")
        await self._until(lambda: self._talks(key) is ListState.READY, "history_shown")
        card = self._face(key).card
        self._say("history_shown", calls=0 if card is None else len(card.talks.calls))
        self._shoot_pop(key, "pop-recent-calls")
        self._shoot(self._shell.window, "desk")

    async def _hebrew_call(self, sandbox: Sandbox) -> None:
        """A caller with a Hebrew name and Hebrew custom data, for the picture."""
        call = sandbox.world.ring(
            OWN,
            "0531234567",
            name="דנה לוי",
            queue="Sales queue",
            custom_data={
                "ClientID": "20481",
                "Campaign": "פייסבוק, אביב",
                "IVRPath": "1 מכירות ← 2 חידוש",
                "Company": "אקמי בע״מ",
            },
        )
        key = CallKey(OWN, call.ivrid)
        await self._until(lambda: (key.call_id, Phase.RINGING) in self._painted, "hebrew")
        self._shoot_pop(key, "pop-hebrew")
        call.hang_up()

    # ------------------------------------------------------------------------------- privately

    def _play(self, player: ScenarioPlayer, *, until: str) -> None:
        """Let the scenario go on, without its pauses, until it has made ``until`` happen."""
        for step in iter(player.advance, None):
            if step.verb == until:
                return

    async def _until(self, is_there: Callable[[], bool], step: str) -> None:
        """Look until ``is_there``; everything looked at changes by itself on this loop."""
        deadline = self._clock.monotonic() + _PATIENCE_S
        while not is_there():
            if self._clock.monotonic() > deadline:
                msg = f"The step {step} did not come about within {_PATIENCE_S:.0f} seconds."
                raise StepFailedError(msg)
            await asyncio.sleep(_GLANCE_S)

    def _face(self, key: CallKey) -> CallerCard:
        pop = self._shell.pop_widget(key)
        if pop is None:
            msg = "There is no pop for the call."
            raise StepFailedError(msg)
        return pop.face

    def _mute_control(self, key: CallKey) -> MuteControl:
        (control,) = self._face(key).findChildren(MuteControl)
        return control

    def _phase(self, key: CallKey) -> Phase | None:
        card = self._face(key).card
        return None if card is None else card.phase

    def _guard(self, key: CallKey) -> GuardState | None:
        card = self._face(key).card
        return None if card is None else card.guard.state

    def _talks(self, key: CallKey) -> ListState | None:
        card = self._face(key).card
        return None if card is None else card.talks.state

    def _toast(self) -> QWidget | None:
        """The toast that is on the screen, wherever it floats."""
        toasts = (w for w in QApplication.allWidgets() if isinstance(w, Toast) and w.isVisible())
        return next(toasts, None)

    def _press(self, root: QWidget | None, context: str, words: str) -> None:
        """Press the visible button with these words, in whatever language they are."""
        name = QCoreApplication.translate(context, words)
        for button in [] if root is None else root.findChildren(Pressable):
            if button.accessibleName() == name and button.isVisible():
                button.click()
                return
        msg = f"There is no button {words!r} to press."
        raise StepFailedError(msg)

    def _shoot_pop(self, key: CallKey, name: str) -> None:
        pop = self._shell.pop_widget(key)
        if pop is not None:
            self._shoot(pop, name)

    def _shoot(self, widget: QWidget, name: str) -> None:
        if self._shots is not None:
            file = self._shots / f"{name}.png"
            picture = shots.picture([widget], sharpness=_SHARPNESS)
            if not picture.save(str(file)):
                msg = f"The picture {file.name} cannot be saved."
                raise StorageError(msg)

    def _say(self, step: str, **more: object) -> None:
        now = self._clock.monotonic()
        line = {
            "kind": "step",
            "at": iso(self._clock.now()),
            "step": step,
            "ms": _ms(now - self._began),
            **more,
        }
        _print(line, sys.stdout)
        self._began = now

    def _on_pop_painted(self, key: CallKey, at: float) -> None:
        card = self._face(key).card
        if card is not None:
            self._painted.setdefault((key.call_id, card.phase), at)


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 3)


def _print(line: Mapping[str, object], stream: TextIO) -> None:
    stream.write(json.dumps(line) + "\n")
    stream.flush()
