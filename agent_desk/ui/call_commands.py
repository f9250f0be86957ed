"""The commands about the current call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject

from agent_desk.desk.card import TitleSource
from agent_desk.desk.current import PENDING, can_mute, can_resume, current_call
from agent_desk.desk.guard import GuardState
from agent_desk.desk.mute_record import MuteTrigger
from agent_desk.desk.state import Phase
from agent_desk.ui import text
from agent_desk.ui.commands import Command
from agent_desk.ui.desk_side import why_no_service, why_not_here
from agent_desk.ui.icons import Icon
from agent_desk.ui.intent_signals import MuteSource

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.desk.card import Card
    from agent_desk.ui.desk_side import CardFace, DeskSide

translate: Final = QCoreApplication.translate


class CallCommands(QObject):
    """Muting and resuming have a key each, and not one for both.

    Whoever presses twice in doubt would otherwise record again what must not be.
    """

    def __init__(self, shell: DeskSide, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._source = MuteSource(shell.intents, MuteTrigger.COMMAND)

    def all(self) -> tuple[Command, ...]:
        """The commands."""
        return (
            Command(
                "mute_recording",
                translate("MuteControl", "Mute recording"),
                Icon.MUTED,
                self._mute,
                "Ctrl+Shift+M",
                self.tr("silence pause stop recording"),
                self._why_not_mute,
            ),
            Command(
                "resume_recording",
                translate("MuteControl", "Resume recording"),
                Icon.RECORDING,
                self._resume,
                "Ctrl+Shift+R",
                self.tr("unmute record again"),
                self._why_not_resume,
            ),
            Command(
                "extend_mute",
                self.tr("Stay muted for longer"),
                Icon.CLOCK,
                self._extend,
                "Ctrl+Shift+E",
                self.tr("countdown automatic resume later"),
                self._why_not_extend,
            ),
            Command(
                "write_note",
                self.tr("Write a note"),
                Icon.NOTE,
                self._write_note,
                "Ctrl+Shift+N",
                self.tr("remark comment"),
                self._why_not_write,
            ),
            Command(
                "copy_number",
                self.tr("Copy the caller's number"),
                Icon.COPY,
                self._copy_number,
                "Ctrl+Shift+C",
                self.tr("phone clipboard"),
                self._why_no_number,
            ),
            Command(
                "open_link",
                self.tr("Open the call's link"),
                Icon.LINK_OUT,
                self._open_link,
                "Ctrl+Shift+O",
                self.tr("CRM customer browser"),
                self._why_no_link,
            ),
            Command(
                "block_caller",
                self.tr("Block the caller…"),
                Icon.BLOCK,
                self._block,
                "Ctrl+Shift+B",
                self.tr("blacklist"),
                self._why_not_block,
            ),
            Command(
                "turn_details",
                self.tr("Show more or less of the card"),
                Icon.DOWN,
                self._turn_details,
                "Ctrl+Shift+I",
                self.tr("details fields custom data"),
                self._why_no_call,
            ),
            Command(
                "dismiss_card",
                self.tr("Dismiss the ended call"),
                Icon.ENDED,
                self._dismiss,
                "Ctrl+Shift+D",
                self.tr("close card"),
                self._why_none_ended,
            ),
        )

    @property
    def _call(self) -> Card | None:
        return current_call(self._shell.standing.cards)

    def _with_call(self, act: Callable[[Card], None]) -> None:
        call = self._call
        if call is not None:
            act(call)

    def _on_face(self, act: Callable[[CardFace], object]) -> None:
        """Do something on the current call's card, where the keyboard can reach it."""
        self._shell.come_home()
        call = self._call
        face = self._shell.desk_card(call.key) if call is not None else None
        if face is not None:
            act(face)

    def _mute(self) -> None:
        self._with_call(lambda call: self._source.mute(call.key))

    def _resume(self) -> None:
        self._with_call(lambda call: self._source.resume(call.key))

    def _extend(self) -> None:
        self._with_call(lambda call: self._shell.intents.extend_requested.emit(call.key))

    def _write_note(self) -> None:
        self._on_face(lambda face: face.start_note())

    def _block(self) -> None:
        self._on_face(lambda face: face.request_block())

    def _turn_details(self) -> None:
        self._on_face(lambda face: face.turn_details())

    def _copy_number(self) -> None:
        self._with_call(lambda call: text.copy(call.copy_text))
        text.announce(self._shell.window, translate("Who", "Number copied"))

    def _open_link(self) -> None:
        self._with_call(lambda call: self._shell.intents.link_opened.emit(_link(call)))

    def _dismiss(self) -> None:
        ended = self._ended()
        if ended is not None:
            self._shell.dismiss_card(ended.key)

    def _ended(self) -> Card | None:
        cards = self._shell.standing.cards
        return next((card for card in cards if card.phase is Phase.ENDED), None)

    def _why_no_call(self) -> str:
        here = why_not_here(self._shell.standing)
        return here or (
            "" if self._call is not None else translate("DeskPage", "No call right now")
        )

    def _why_no_live_call(self) -> str:
        reason = why_no_service(self._shell.standing) or self._why_no_call()
        call = self._call
        if reason or call is None:
            return reason
        if call.phase is Phase.ENDED:
            return self.tr("The call is over")
        if call.guard.state is GuardState.NOT_RECORDED:
            return self.tr("This call is not recorded")
        return self.tr("The service is being asked") if call.guard.state in PENDING else ""

    def _why_not_mute(self) -> str:
        reason, call = self._why_no_live_call(), self._call
        if reason or call is None:
            return reason
        return "" if can_mute(call.guard) else self.tr("The recording is muted already")

    def _why_not_resume(self) -> str:
        reason, call = self._why_no_live_call(), self._call
        if reason or call is None:
            return reason
        return "" if can_resume(call.guard) else self.tr("The recording is not muted")

    def _why_not_extend(self) -> str:
        reason, call = self._why_not_resume(), self._call
        if reason or call is None:
            return reason
        if call.guard.resume_at is None:
            return self.tr("It stays muted until you resume it")
        return ""

    def _why_not_write(self) -> str:
        return why_no_service(self._shell.standing) or self._why_no_call()

    def _why_no_number(self) -> str:
        reason, call = self._why_no_call(), self._call
        if reason or call is None:
            return reason
        return "" if call.copy_text else self.tr("The number is hidden")

    def _why_no_link(self) -> str:
        reason, call = self._why_no_call(), self._call
        if reason or call is None:
            return reason
        return "" if _link(call) else self.tr("No link came with this call")

    def _why_not_block(self) -> str:
        reason, call = why_no_service(self._shell.standing) or self._why_no_number(), self._call
        if reason or call is None:
            return reason
        if call.title_source is TitleSource.EXTENSION:
            return self.tr("This is an extension of your organisation")
        return self.tr("Blocked already") if self._shell.is_blocked(call) else ""

    def _why_none_ended(self) -> str:
        here = why_not_here(self._shell.standing)
        return here or ("" if self._ended() is not None else self.tr("No call has just ended"))


def _link(call: Card) -> str:
    return next((field.link for field in call.fields if field.link), "")
