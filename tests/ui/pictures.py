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

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from agent_desk.core.identity import LoginKind
from agent_desk.core.link import Link
from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.card import Card, CustomField, TitleSource, WhyKind
from agent_desk.desk.gap import Gap, GapCheck
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.link import LinkView
from agent_desk.desk.presence import PresenceView
from agent_desk.desk.recent import ListState, RecentCall, RecentCalls
from agent_desk.desk.state import CallKey, Direction, Outcome, Phase
from agent_desk.ui import language
from agent_desk.ui.intents import BlockRequest, ExtensionChoice
from agent_desk.ui.screen_edge import EdgePiece
from agent_desk.ui.shell import Shell
from agent_desk.ui.shots import picture
from agent_desk.ui.theme import Theme
from tests.helpers.clock import FakeClock
from tests.ui.day_pictures import a_day, days
from tests.ui.finders import drop_deleted
from tests.ui.guard_pictures import guard
from tests.ui.history_pictures import history
from tests.ui.mark_pictures import marks
from tests.ui.palette_pictures import palette
from tests.ui.queue_pictures import queues
from tests.ui.settings_pictures import settings, supported, tried
from tests.ui.status_pictures import statuses
from tests.ui.team_pictures import team

if TYPE_CHECKING:
    from collections.abc import Callable

_MOMENT_MS: Final = 60
_MOST_MOMENTS: Final = 10
WIDE: Final = QSize(1040, 840)
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

ARABIC_FIELDS: Final = (
    CustomField("رقم العميل", "12345"),
    CustomField("آخر طلب", "#222", "https://crm.example.com/ticket/222"),
    CustomField("الحملة", "فيسبوك، ربيع"),
    CustomField("مسار القائمة", "1 المبيعات ← 2 التجديد"),
    CustomField("العقد", "ذهبي"),
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


def talks(now: datetime, *, queue: str = "Sales Queue", agent: str = "Noam") -> RecentCalls:
    """Four earlier calls with one person."""
    number = PhoneNumber("972501234567")
    rows = (
        (timedelta(days=2, hours=3), Direction.INCOMING, Outcome.COMPLETED, 180, ""),
        (timedelta(days=11, hours=1), Direction.OUTGOING, Outcome.COMPLETED, 420, agent),
        (timedelta(days=20), Direction.INCOMING, Outcome.MISSED, 0, ""),
        (timedelta(days=21), Direction.INCOMING, Outcome.TAKEN_ELSEWHERE, 0, "Yael Lavi"),
    )
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


def my_calls(now: datetime, *, name: str = "Dana Levi", colleague: str = "Noam Bar") -> RecentCalls:
    """The agent's own last calls, one of each kind."""
    rows = (
        (0.3, INCOMING, Outcome.MISSED, "972361299440", "03-612-9944", "", 0),
        (0.8, INCOMING, Outcome.COMPLETED, "972501234567", "+972 50-123-4567", name, 331),
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
            name=who,
            duration_s=seconds,
            agent=colleague if outcome is Outcome.TAKEN_ELSEWHERE else "",
            queue_name="Sales Queue" if at % 2 == 0 else "",
        )
        for at, (ago, direction, outcome, raw, shown, who, seconds) in enumerate(rows)
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
        QApplication.setCursorFlashTime(0)  # a caret that blinks is there or not by chance
        self.look("light")

    def look(self, scheme: str, language_code: str = "en", *, is_composited: bool = True) -> None:
        """Start afresh in these colours and this language."""
        drop_deleted()  # the windows of the scene before
        language.install(self.app, language_code)
        theme = Theme.apply(self.app, scheme)
        self.shell = Shell(theme, self.clock, is_composited=lambda: is_composited)
        self.shell.warm_up()

    def cards(self, *cards: Card) -> None:
        """Show these calls."""
        self.shell.set_cards(cards)
        self.app.processEvents()

    def press(self, window: QWidget, words: str) -> None:
        """Press the visible button that says ``words``, given in English, in its language."""
        wanted = {QCoreApplication.translate(context, words) for context in _CONTEXTS}
        for button in window.findChildren(QAbstractButton):
            if button.isVisible() and wanted & {button.text(), button.accessibleName()}:
                button.click()
                self.app.processEvents()
                return
        raise LookupError(words)

    def take(self, name: str, *windows: QWidget) -> None:
        """Save a picture of ``windows`` as they stand on the desktop."""
        # The main window shows calls a moment after the pops, a scroll area a turn later still;
        # on a busy machine that takes longer: the picture is there once nothing changes any more.
        QTest.qWait(_MOMENT_MS)
        drawn = picture(windows)
        for _ in range(_MOST_MOMENTS):
            before = drawn
            QTest.qWait(_MOMENT_MS)
            drawn = picture(windows)
            if drawn == before:
                break
        drawn.save(str(self.folder / f"{name}.png"))

    def take_pops(self, name: str) -> None:
        """Save a picture of all windows that float."""
        floating = [
            window
            for window in self.app.topLevelWidgets()
            if window.isVisible()
            and window is not self.shell.window
            and window.windowType() == Qt.WindowType.Tool
            and not isinstance(window, EdgePiece)
        ]
        self.take(name, *floating)


# Where the texts of buttons that the scenes press are translated.
_CONTEXTS: Final = ("BlockConfirm", "CallerCard", "SignInPage", "words")


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


@dataclass(frozen=True, slots=True)
class Tongue:
    """What a caller and an agent are called in one language, and how its pictures look."""

    code: str
    scheme: str
    caller: str
    agent: str
    colleague: str
    queue: str
    fields: tuple[CustomField, ...]


TONGUES: Final = (
    Tongue("he", "dark", "דנה לוי", "מאיה כהן", "נועם בר", "תור מכירות", HEBREW_FIELDS),
    Tongue("ar", "light", "ليلى حداد", "مها خوري", "سامر نصار", "قسم المبيعات", ARABIC_FIELDS),
    Tongue("ru", "light", "Дарья Левина", "Мария Коган", "Антон Бар", "Отдел продаж", FIELDS),
    Tongue("en", "high-contrast", "Dana Levi", "Maya Cohen", "Noam Bar", "Sales Queue", FIELDS),
)


def languages(studio: Studio) -> None:
    """What matters most in every language, each in other colours."""
    for tongue in TONGUES:
        studio.look(tongue.scheme, tongue.code)
        for scene in (entry_in, pops_in, desk_in):
            scene(studio, tongue, f"{tongue.code}-{tongue.scheme}")
        studio.cards()
        studio.shell.close_all()


def call_in(studio: Studio, tongue: Tongue) -> Card:
    """A caller of that language whose call rings."""
    return dana(studio.clock, title=tongue.caller, queue_name=tongue.queue, fields=tongue.fields)


def muted_in(studio: Studio, tongue: Tongue) -> Card:
    """The same caller in a conversation that is not recorded."""
    clock = studio.clock
    return replace(
        call_in(studio, tongue),
        key=CallKey("SIPSIP1", "t"),
        phase=Phase.TALKING,
        elapsed_from=clock.monotonic() - 228,
        guard=GuardView(GuardState.MUTED_CONFIRMED, clock.monotonic() - 72),
        talks=talks(clock.now(), queue=tongue.queue, agent=tongue.colleague),
    )


def entry_in(studio: Studio, tongue: Tongue, name: str) -> None:
    """Signing in and choosing an extension, in the language that is in force."""
    shell = studio.shell
    shell.show_sign_in(kind=LoginKind.USER, identity="maya@example.com")
    studio.take(f"sign-in-{name}", shell.window)
    shell.sign_in_failed("certificate", "", "")
    studio.take(f"sign-in-failed-{name}", shell.window)
    shell.show_sign_in(kind=LoginKind.ACCOUNT, keyring_available=False)
    studio.press(shell.window, "Sign in")
    studio.take(f"sign-in-faulty-{name}", shell.window)
    names = (tongue.agent, tongue.colleague, "Tal Golan", "", tongue.caller)
    shell.ask_extensions(
        tuple(
            ExtensionChoice(f"SIPSIP{at + 1}", str(201 + at), name, is_suggested=at < 2)
            for at, name in enumerate(names * 3)
        )
    )
    studio.take(f"choose-extension-{name}", shell.window)


def pops_in(studio: Studio, tongue: Tongue, name: str) -> None:
    """Pops in the language that is in force."""
    shell, ringing, talking = studio.shell, call_in(studio, tongue), muted_in(studio, tongue)
    studio.cards(ringing)
    studio.take_pops(f"pop-ringing-{name}")
    pop = studio.shell.pop_widget(ringing.key)
    assert pop is not None
    studio.press(pop, "Block")
    studio.take_pops(f"pop-block-confirm-{name}")
    request = BlockRequest(ringing.key, ringing.number, tongue.caller)
    shell.block_result(request, False, "unreachable", "")
    studio.take_pops(f"pop-block-unconfirmed-{name}")
    studio.press(pop, "Cancel")
    studio.cards(replace(ringing, phase=Phase.ENDED, outcome=Outcome.MISSED, ring_s=17), talking)
    shell.block_result(request, True, "", "")
    studio.take_pops(f"pop-stack-{name}")
    studio.cards(talking)
    pop = studio.shell.pop_widget(talking.key)
    assert pop is not None
    studio.press(pop, "Recent calls")
    studio.take_pops(f"pop-talking-muted-{name}")
    failed = GuardView(GuardState.MUTE_FAILED, failure_code="unknown_outcome")
    studio.cards(replace(talking, guard=failed, is_spied_on=True, transferred_by=tongue.colleague))
    studio.take_pops(f"pop-mute-failed-{name}")


def desk_in(studio: Studio, tongue: Tongue, name: str) -> None:
    """The main window in the language that is in force."""
    shell, talking = studio.shell, muted_in(studio, tongue)
    shell.show_desk(tongue.agent, ("SIPSIP1",), is_session_only=True, can_choose=True)
    shell.set_link(LinkView(Link.CONNECTED, server="monitor3", protocol=3))
    studio.cards(talking)
    shell.desk.set_my_calls(
        my_calls(studio.clock.now(), name=tongue.caller, colleague=tongue.colleague)
    )
    an_afternoon(studio, tongue)
    studio.take(f"desk-{name}", shell.window)
    take_wide(studio, f"desk-wide-{name}", talking, title=tongue.colleague)
    studio.press(shell.window, "Details")
    studio.take(f"desk-details-{name}", shell.window)
    studio.press(shell.window, "Details")
    lost = studio.clock.now()
    shell.set_link(LinkView(Link.OFFLINE, attempt=4, blind_since=lost, error_code="certificate"))
    studio.cards(replace(talking, is_stale=True))
    studio.take(f"desk-offline-{name}", shell.window)
    shell.set_link(LinkView(Link.POLLING, error_code="unreachable"))
    studio.cards()
    shell.desk.set_my_calls(RecentCalls(ListState.NO_CODE))
    shell.desk.show_seat(tongue.colleague, ("SIPSIP2",))
    shell.desk.show_gap(Gap(lost, lost + timedelta(seconds=55), GapCheck.NO_CODE))
    studio.take(f"desk-polling-{name}", shell.window)
    shell.ask_api_code("api_code")
    studio.take(f"desk-api-code-{name}", shell.window)


def an_afternoon(studio: Studio, tongue: Tongue) -> None:
    """What the desk knows of the agent in the middle of a day."""
    now = studio.clock.now()
    since = now - timedelta(minutes=49)
    studio.shell.status.show(PresenceView(is_there=True, code=1, since=since))
    aside = studio.shell.desk.aside
    aside.show_day(a_day(now, 2, tongue.code))
    aside.dial.take("050 765 43 21")


def take_wide(studio: Studio, name: str, talking: Card, *, title: str) -> None:
    """Save a picture of the desk in two columns, with a second call on hold by ``title``."""
    window, size = studio.shell.window, studio.shell.window.size()
    held = replace(
        talking,
        key=CallKey("SIPSIP1", "held"),
        title=title,
        phase=Phase.HELD,
        elapsed_from=studio.clock.monotonic() - 86,
        guard=GuardView(GuardState.RECORDING),
    )
    studio.cards(talking, held)
    window.resize(WIDE)
    studio.take(name, window)
    window.resize(size)
    studio.cards(talking)
    QTest.qWait(_MOMENT_MS)


def plain_desktop(studio: Studio) -> None:
    """Pops on a desktop that cannot mix windows, and a replay."""
    clock = studio.clock
    for scheme in ("light", "dark"):
        studio.look(scheme, is_composited=False)
        talking = dana(
            clock,
            phase=Phase.TALKING,
            guard=GuardView(GuardState.MUTED, clock.monotonic() - 72),
            fields=FIELDS[:2],
        )
        second = dana(clock, key=CallKey("SIPSIP1", "2"), title="Omer Katz")
        studio.cards(second, talking)
        request = BlockRequest(second.key, second.number, "Omer Katz")
        studio.shell.block_result(request, True, "", "")
        studio.take_pops(f"pop-stack-not-composited-en-{scheme}")
        studio.cards()
        studio.shell.close_all()
    studio.look("light")
    progress = studio.shell.show_replay("monday.jsonl")
    progress.show(12, 57)
    card = dana(clock, phase=Phase.TALKING, guard=GuardView(GuardState.RECORDING))
    studio.cards(card)
    studio.take_pops("replay-pop-en-light")
    studio.take("replay-en-light", studio.shell.window)
    studio.cards()
    progress.end(is_empty=True)
    studio.take("replay-ended-en-light", studio.shell.window)
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
    shell.desk.set_my_calls(my_calls(clock.now()))
    an_afternoon(studio, TONGUES[-1])
    studio.take("desk-en-light", shell.window)
    take_wide(studio, "desk-wide-en-light", talking, title="Noam Bar")
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
    shell.desk.set_my_calls(RecentCalls(ListState.NO_CODE))
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


def commands(studio: Studio) -> None:
    """The command palette."""
    palette(studio, dana(studio.clock))


def marked(studio: Studio) -> None:
    """Pinned cards and notes."""
    marks(studio, dana(studio.clock))


def guarded(studio: Studio) -> None:
    """The recording guard."""
    guard(studio, dana(studio.clock))


def present(studio: Studio) -> None:
    """The agent's status."""
    statuses(studio, dana(studio.clock))


def doubled(studio: Studio) -> None:
    """What matters most on a common screen at 200 %, where little room is left."""
    for tongue in (replace(TONGUES[-1], scheme="light"), TONGUES[0]):
        name = f"200-{tongue.code}-{tongue.scheme}"
        studio.look(tongue.scheme, tongue.code)
        shell, talking = studio.shell, muted_in(studio, tongue)
        shell.show_sign_in(kind=LoginKind.USER, identity="maya@example.com")
        studio.take(f"sign-in-{name}", shell.window)
        shell.show_desk(tongue.agent, ("SIPSIP1",), is_session_only=False)
        shell.set_link(LinkView(Link.CONNECTED, server="monitor3", protocol=3))
        now = studio.clock.now()
        shell.desk.set_my_calls(my_calls(now, name=tongue.caller, colleague=tongue.colleague))
        an_afternoon(studio, tongue)
        studio.cards(talking)
        studio.take(f"desk-{name}", shell.window)
        studio.cards(call_in(studio, tongue))
        studio.take_pops(f"pop-ringing-{name}")
        studio.cards(call_in(studio, tongue), talking)
        studio.take_pops(f"pop-stack-{name}")
        studio.cards()
        shell.close_all()


SCENES: Final[tuple[Callable[[Studio], None], ...]] = (
    pops,
    stacks,
    marked,
    guarded,
    languages,
    plain_desktop,
    desk,
    days,
    signing_in,
    settings,
    tried,
    supported,
    commands,
    present,
    history,
    team,
    queues,
)


def main() -> None:
    """Render everything, at twice the size, into the folder that the command line names.

    The screen has room for all, unless its width and height follow: ``1920 1080`` is a common
    one at 200 %.
    """
    width, height = (int(each) for each in sys.argv[2:4] or ("3840", "2160"))
    screen = {"name": "desk", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
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
