"""Renders the screens as PNG files, to be looked at: ``python -m tests.ui.pictures FOLDER``."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from agent_desk.core.identity import LoginKind
from agent_desk.core.link import Link
from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.card import Card, CustomField, TitleSource, WhyKind
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.link import LinkView
from agent_desk.desk.recent import ListState, RecentCall, RecentCalls
from agent_desk.desk.state import CallKey, Direction, Outcome, Phase
from agent_desk.ui import fonts
from agent_desk.ui.intents import BlockRequest, ExtensionChoice
from agent_desk.ui.shell import Shell
from agent_desk.ui.shots import picture
from agent_desk.ui.theme import Theme
from tests.helpers.clock import FakeClock
from tests.ui.finders import drop_deleted

if TYPE_CHECKING:
    from collections.abc import Callable

INCOMING, OUTGOING, TAKEN = Direction.INCOMING, Direction.OUTGOING, Outcome.TAKEN_ELSEWHERE
START: Final = datetime(2026, 11, 23, 10, 42, 10, tzinfo=UTC)
FIELDS: Final = (
    CustomField("Client ID", "12345"),
    CustomField("Last ticket", "#222", "https://crm.example.com/ticket/222"),
    CustomField("Campaign", "Facebook, spring"),
    CustomField("IVR path", "1 Sales → 2 Renewal"),
    CustomField("Contract", "Gold, until March"),
    CustomField("Language", "English"),
)
HEBREW_FIELDS: Final = (
    CustomField("מספר לקוח", "12345"),
    CustomField("פנייה אחרונה", "#222", "https://crm.example.com/ticket/222"),
    CustomField("קמפיין", "פייסבוק, אביב"),
    CustomField("מסלול בתפריט", "1 מכירות ← 2 חידוש"),
    CustomField("חוזה", "זהב"),
)


def dana(clock: FakeClock, **changes: object) -> Card:
    """A ringing call of a known customer; ``changes`` make another one of it."""
    card = Card(
        key=CallKey("SIPSIP1", "1"),
        phase=Phase.RINGING,
        direction=Direction.INCOMING,
        number=PhoneNumber("972501234567"),
        title="Dana Levi",
        title_source=TitleSource.CALLER_NAME,
        number_text="+972 50-123-4567",
        copy_text="+972501234567",
        region="IL",
        queue_name="Sales Queue",
        line_text="072-277-1234",
        fields=FIELDS,
        guard=GuardView(GuardState.WILL_RECORD),
        why=(WhyKind.NAME_FROM_CALL, WhyKind.ADOPTED),
        elapsed_from=clock.monotonic() - 7,
        started_at=clock.now(),
    )
    return replace(card, **changes)  # type: ignore[arg-type]  # names of fields, checked by use


def talks(now: datetime, *, is_hebrew: bool = False) -> RecentCalls:
    """Three earlier calls with one person."""
    number = PhoneNumber("972501234567")
    rows = (
        (timedelta(days=2, hours=3), Direction.INCOMING, Outcome.COMPLETED, 180, ""),
        (timedelta(days=11, hours=1), Direction.OUTGOING, Outcome.COMPLETED, 420, "Noam"),
        (timedelta(days=20), Direction.INCOMING, Outcome.MISSED, 0, ""),
        (timedelta(days=21), Direction.INCOMING, Outcome.TAKEN_ELSEWHERE, 0, "Yael Lavi"),
    )
    queue = "תור מכירות" if is_hebrew else "Sales Queue"
    calls = tuple(
        RecentCall(
            call_id=str(at),
            at=now - ago,
            direction=direction,
            outcome=outcome,
            number=number,
            number_text="+972 50-123-4567",
            duration_s=seconds,
            agent=agent,
            queue_name=queue,
        )
        for at, (ago, direction, outcome, seconds, agent) in enumerate(rows)
    )
    return RecentCalls(ListState.READY, calls)


def my_calls(now: datetime) -> RecentCalls:
    """The agent's own last calls, one of each kind."""
    rows = (
        (0.3, INCOMING, Outcome.MISSED, "972361299440", "03-612-9944", "", 0),
        (0.8, INCOMING, Outcome.COMPLETED, "972501234567", "+972 50-123-4567", "Dana Levi", 331),
        (1.5, INCOMING, TAKEN, "972528456712", "+972 52-845-6712", "Avi Shalom", 0),
        (2.1, OUTGOING, Outcome.COMPLETED, "972547654321", "+972 54-765-4321", "Omer Katz", 440),
        (20.0, INCOMING, Outcome.CALLER_GAVE_UP, "", "", "", 0),
        (80.0, INCOMING, Outcome.DECLINED, "97239456770", "+972 3-945-6770", "", 0),
    )
    calls = tuple(
        RecentCall(
            call_id=str(at),
            at=now - timedelta(hours=ago),
            direction=direction,
            outcome=outcome,
            number=PhoneNumber(raw),
            number_text=shown,
            name=name,
            duration_s=seconds,
            agent="Noam Bar" if outcome is Outcome.TAKEN_ELSEWHERE else "",
            queue_name="Sales Queue" if at % 2 == 0 else "",
        )
        for at, (ago, direction, outcome, raw, shown, name, seconds) in enumerate(rows)
    )
    return RecentCalls(ListState.READY, calls)


@dataclass
class Studio:
    """One shell in front of a camera; the clock stands still."""

    app: QApplication
    folder: Path
    clock: FakeClock = field(default_factory=lambda: FakeClock(START))

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.look("light")

    def look(self, scheme: str, *, is_rtl: bool = False) -> None:
        """Start afresh in these colours and this direction."""
        direction = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        drop_deleted()  # the windows of the scene before
        self.app.setLayoutDirection(direction)
        fonts.choose("he" if is_rtl else "en")
        self.shell = Shell(Theme.apply(self.app, scheme), self.clock)
        self.shell.warm_up()

    def cards(self, *cards: Card) -> None:
        """Show these calls."""
        self.shell.set_cards(cards)
        self.app.processEvents()

    def press(self, window: QWidget, words: str) -> None:
        """Press the visible button that says ``words``."""
        for button in window.findChildren(QAbstractButton):
            if button.isVisible() and words in (button.text(), button.accessibleName()):
                button.click()
                self.app.processEvents()
                return
        raise LookupError(words)

    def take(self, name: str, *windows: QWidget) -> None:
        """Save a picture of ``windows`` as they stand on the desktop."""
        for _ in range(3):  # a scroll area follows its content one turn later
            self.app.processEvents()
        picture(windows).save(str(self.folder / f"{name}.png"))

    def take_pops(self, name: str) -> None:
        """Save a picture of all windows that float."""
        floating = [
            window
            for window in self.app.topLevelWidgets()
            if window.isVisible()
            and window is not self.shell.window
            and window.windowType() == Qt.WindowType.Tool
        ]
        self.take(name, *floating)


def pops(studio: Studio) -> None:
    """The pop in its states."""
    studio.look("light")
    clock = studio.clock
    ringing = dana(clock)
    studio.cards(ringing)
    studio.take_pops("pop-ringing-en-light")
    pop = studio.shell.pop_widget(ringing.key)
    assert pop is not None
    studio.press(pop, "Block")
    studio.take_pops("pop-block-confirm-en-light")
    studio.press(pop, "Cancel")
    studio.press(pop, "Recent calls")
    studio.cards(replace(ringing, talks=RecentCalls(ListState.LOADING)))
    studio.take_pops("pop-recent-loading-en-light")
    studio.cards(replace(ringing, talks=talks(clock.now())))
    studio.take_pops("pop-recent-ready-en-light")
    studio.cards(replace(ringing, talks=RecentCalls(ListState.NO_CODE)))
    studio.take_pops("pop-recent-no-code-en-light")
    studio.cards(replace(ringing, talks=RecentCalls(ListState.FAILED, error_code="unreachable")))
    studio.take_pops("pop-recent-failed-en-light")
    studio.cards(replace(ringing, talks=RecentCalls(ListState.READY)))
    studio.press(pop, "2 more fields")
    studio.press(pop, "Why this card: the name came with the call")
    studio.take_pops("pop-unfolded-en-light")
    studio.cards()

    talking = dana(
        clock,
        phase=Phase.TALKING,
        elapsed_from=clock.monotonic() - 228,
        guard=GuardView(GuardState.MUTED_CONFIRMED, clock.monotonic() - 72),
    )
    studio.cards(replace(talking, guard=GuardView(GuardState.RECORDING)))
    studio.take_pops("pop-talking-en-light")
    studio.cards(replace(talking, guard=GuardView(GuardState.MUTING)))
    studio.take_pops("pop-talking-muting-en-light")
    studio.cards(talking)
    studio.take_pops("pop-talking-muted-en-light")
    failed = GuardView(GuardState.MUTE_FAILED, failure_code="unknown_outcome")
    studio.cards(replace(talking, guard=failed, is_spied_on=True, transferred_by="Noam Bar"))
    studio.take_pops("pop-mute-failed-en-light")
    studio.cards()
    hidden = dana(
        clock,
        key=CallKey("SIPSIP1", "h"),
        number=PhoneNumber("Anonymous"),
        title="",
        title_source=TitleSource.HIDDEN,
        number_text="",
        copy_text="",
        region="",
        fields=(),
        why=(WhyKind.NUMBER_HIDDEN,),
    )
    studio.cards(hidden)
    studio.take_pops("pop-hidden-en-light")
    studio.cards()
    studio.shell.close_all()


def stacks(studio: Studio) -> None:
    """Several calls at once, and ended ones."""
    studio.look("light")
    clock = studio.clock
    talking = dana(
        clock,
        phase=Phase.TALKING,
        elapsed_from=clock.monotonic() - 331,
        guard=GuardView(GuardState.RECORDING),
        fields=FIELDS[:2],
    )
    second = dana(
        clock,
        key=CallKey("SIPSIP1", "2"),
        number=PhoneNumber("972547654321"),
        title="Omer Katz",
        number_text="+972 54-765-4321",
        copy_text="+972547654321",
        queue_name="Support Queue",
        line_text="",
        elapsed_from=clock.monotonic() - 4,
    )
    studio.cards(second, talking)
    studio.take_pops("pop-stack-en-light")
    missed = dana(
        clock,
        key=CallKey("SIPSIP1", "3"),
        phase=Phase.ENDED,
        outcome=Outcome.MISSED,
        ring_s=17,
        number=PhoneNumber("036129944"),
        title="03-612-9944",
        title_source=TitleSource.NUMBER,
        number_text="03-612-9944",
        copy_text="036129944",
        region="",
        fields=(),
        why=(WhyKind.NO_NAME,),
        guard=GuardView(GuardState.NOT_RECORDED),
    )
    studio.cards(missed)
    studio.take_pops("pop-missed-en-light")
    ended = replace(talking, phase=Phase.ENDED, outcome=Outcome.COMPLETED, talk_s=331)
    taken = replace(missed, outcome=Outcome.TAKEN_ELSEWHERE, taken_by="Noam Bar")
    studio.cards(taken, ended)
    studio.take_pops("pop-ended-stack-en-light")
    many = tuple(replace(second, key=CallKey("SIPSIP1", f"m{at}")) for at in range(6))
    studio.cards(*many)
    studio.take_pops("pop-many-en-light")
    studio.cards(second)
    request = BlockRequest(second.key, second.number, "Omer Katz")
    studio.shell.block_result(request, True, "", "")
    studio.take_pops("pop-blocked-toast-en-light")
    studio.cards()
    studio.shell.close_all()


def mirrored(studio: Studio) -> None:
    """Hebrew data in a mirrored, dark pop; high contrast."""
    studio.look("dark", is_rtl=True)
    clock = studio.clock
    card = dana(
        clock,
        title="דנה לוי",
        queue_name="תור מכירות",
        line_text="",
        fields=HEBREW_FIELDS,
        phase=Phase.TALKING,
        elapsed_from=clock.monotonic() - 228,
        guard=GuardView(GuardState.MUTED_CONFIRMED, clock.monotonic() - 72),
        talks=talks(clock.now(), is_hebrew=True),
    )
    studio.cards(card)
    pop = studio.shell.pop_widget(card.key)
    assert pop is not None
    studio.press(pop, "Recent calls")
    studio.take_pops("pop-talking-muted-rtl-dark")
    studio.shell.show_desk("מאיה כהן", ("SIPSIP1",), is_session_only=True)
    studio.shell.set_link(LinkView(Link.CONNECTED, server="monitor3", protocol=3))
    studio.shell.set_my_calls(my_calls(clock.now()))
    studio.take("desk-rtl-dark", studio.shell.window)
    studio.cards()
    studio.shell.close_all()
    studio.look("high-contrast")
    studio.cards(dana(clock))
    studio.take_pops("pop-ringing-high-contrast")
    studio.cards()
    studio.shell.close_all()


def desk(studio: Studio) -> None:
    """The main window."""
    studio.look("light")
    clock, shell = studio.clock, studio.shell
    shell.show_desk("Maya Cohen", ("SIPSIP1",), is_session_only=False)
    shell.set_link(LinkView(Link.CONNECTED, server="monitor3", protocol=3))
    talking = dana(
        clock,
        phase=Phase.TALKING,
        elapsed_from=clock.monotonic() - 331,
        guard=GuardView(GuardState.RECORDING),
    )
    studio.cards(talking)
    shell.set_my_calls(my_calls(clock.now()))
    studio.take("desk-en-light", shell.window)
    studio.press(shell.window, "Details")
    studio.take("desk-details-en-light", shell.window)
    studio.press(shell.window, "Details")
    studio.press(shell.window, "Block")
    studio.take("desk-block-en-light", shell.window)
    studio.press(shell.window, "Cancel")
    lost = clock.now()
    shell.set_link(
        LinkView(
            Link.RECONNECTING,
            attempt=2,
            retry_at=clock.monotonic() + 4,
            blind_since=lost,
            error_code="unreachable",
        )
    )
    studio.cards(replace(talking, is_stale=True))
    studio.take("desk-offline-en-light", shell.window)
    shell.set_link(LinkView(Link.CONNECTED, server="monitor3", protocol=3))
    studio.cards()
    shell.set_my_calls(RecentCalls(ListState.NO_CODE))
    studio.take("desk-empty-en-light", shell.window)
    shell.notice("no_keyring", "")
    shell.ask_api_code("api_code")
    studio.take("desk-api-code-en-light", shell.window)
    shell.close_all()


def signing_in(studio: Studio) -> None:
    """The sign-in page in its kinds, and choosing an extension."""
    studio.look("light")
    shell = studio.shell
    for kind, identity in (
        (LoginKind.USER, "maya@example.com"),
        (LoginKind.ACCOUNT, "acct"),
        (LoginKind.TOKEN, ""),
    ):
        shell.show_sign_in(kind=kind, identity=identity, keyring_available=kind is LoginKind.USER)
        studio.take(f"sign-in-{kind.value}-en-light", shell.window)
    shell.show_sign_in(kind=LoginKind.USER, identity="maya@example.com")
    shell.sign_in_busy(True)
    studio.take("sign-in-busy-en-light", shell.window)
    shell.sign_in_failed("credentials", "", "")
    studio.take("sign-in-failed-en-light", shell.window)
    shell.show_sign_in(kind=LoginKind.USER)
    studio.press(shell.window, "Sign in")
    studio.take("sign-in-faulty-en-light", shell.window)
    names = ("Maya Cohen", "Noam Bar", "Yael Lavi", "Avi Shalom", "דנה לוי", "", "Tal Golan")
    choices = tuple(
        ExtensionChoice(f"SIPSIP{at + 1}", str(201 + at), name, is_suggested=at == 0)
        for at, name in enumerate(names * 3)
    )
    shell.ask_extensions(choices)
    studio.take("choose-extension-en-light", shell.window)
    shell.close_all()
    studio.look("dark", is_rtl=True)
    studio.shell.show_sign_in(kind=LoginKind.USER, identity="maya@example.com")
    studio.take("sign-in-user-rtl-dark", studio.shell.window)
    studio.shell.ask_extensions(choices)
    studio.take("choose-extension-rtl-dark", studio.shell.window)
    studio.shell.close_all()


SCENES: Final[tuple[Callable[[Studio], None], ...]] = (pops, stacks, mirrored, desk, signing_in)


def main() -> None:
    """Render everything into the folder that the command line names, at twice the size."""
    screen = {"name": "desk", "x": 0, "y": 0, "width": 3840, "height": 2160, "dpr": 1}
    screens = {"screens": [screen | {"logicalDpi": 96, "logicalBaseDpi": 96}]}
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(screens, file)
        file.flush()
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file.name}"
        os.environ["QT_SCALE_FACTOR"] = "2"
        app = QApplication([])
    studio = Studio(app, Path(sys.argv[1]))
    for scene in SCENES:
        scene(studio)


if __name__ == "__main__":
    main()
