from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from agent_desk.core.identity import LoginKind
from agent_desk.core.link import Link
from agent_desk.core.phone import PhoneNumber
from agent_desk.core.privacy import Secret
from agent_desk.desk.card import TitleSource
from agent_desk.desk.gap import Gap, GapCheck
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.link import LinkView
from agent_desk.desk.recent import ListState, RecentCall, RecentCalls
from agent_desk.desk.state import CallKey, Direction, Outcome, Phase
from agent_desk.ui.desk_window import NoticeLine
from agent_desk.ui.intents import ApiCodeForm, BlockRequest, ExtensionChoice
from agent_desk.ui.shell import Shell
from agent_desk.ui.text import plain
from agent_desk.ui.theme import Theme
from agent_desk.ui.tray import TrayState
from agent_desk.ui.widgets import Button, Field, Label, Toast
from tests.helpers.until import until
from tests.ui.finders import button, drop_deleted, has_button, said, unnamed
from tests.ui.pictures import dana, my_calls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.helpers.clock import FakeClock

CONNECTED = LinkView(Link.CONNECTED, server="monitor3", protocol=3)


@pytest.fixture
def shell(qapp: QApplication, clock: FakeClock) -> Iterator[Shell]:
    made = Shell(Theme.apply(qapp, "light"), clock)
    yield made
    made.close_all()
    drop_deleted()
    assert not any(window.isVisible() for window in qapp.topLevelWidgets())


@pytest.fixture
def desk(shell: Shell) -> Shell:
    """Signed in and connected."""
    shell.show_desk("Maya Cohen", ("SIPSIP1",), is_session_only=False)
    shell.set_link(CONNECTED)
    return shell


def toasts(app: QApplication) -> list[Toast]:
    found = [each for each in app.topLevelWidgets() if isinstance(each, Toast)]
    return [toast for toast in found if toast.isVisible()]


def pop_of(shell: Shell, key: CallKey) -> QWidget:
    pop = shell.pop_widget(key)
    assert pop is not None
    return pop


def tray_state(shell: Shell) -> TrayState | None:
    return shell.tray.state


async def test_a_call_stands_in_a_pop_at_once_and_in_the_window_next(
    qapp: QApplication, desk: Shell, clock: FakeClock
) -> None:
    assert qapp
    ringing = dana(clock)
    painted: list[tuple[CallKey, float]] = []
    desk.pop_painted.connect(lambda key, at: painted.append((key, at)))
    desk.set_cards((ringing,))
    assert "Dana Levi" in said(pop_of(desk, ringing.key))
    await until(lambda: desk.desk_card(ringing.key))
    assert "Dana Levi" in said(desk.window)
    await until(lambda: painted)
    assert painted == [(ringing.key, clock.monotonic())]
    assert tray_state(desk) is TrayState.RINGING
    desk.set_cards(())
    assert desk.pop_widget(ringing.key) is None
    await until(lambda: "No call right now" in said(desk.window))
    assert tray_state(desk) is TrayState.CONNECTED


async def test_the_same_actions_in_the_pop_and_in_the_window(
    qapp: QApplication, desk: Shell, clock: FakeClock
) -> None:
    assert qapp
    talking = dana(clock, phase=Phase.TALKING, guard=GuardView(GuardState.RECORDING))
    asked: list[tuple[str, object]] = []
    for name in ("mute_requested", "talks_requested", "block_requested"):
        signal = getattr(desk.intents, name)
        signal.connect(lambda what, *_, name=name: asked.append((name, what)))
    desk.set_cards((talking,))
    await until(lambda: desk.desk_card(talking.key))
    for place in (pop_of(desk, talking.key), desk.window):
        button(place, "Mute recording").click()
        button(place, "Recent calls").click()
        button(place, "Block").click()
        button(place, "Block number").click()
    request = BlockRequest(talking.key, talking.number, "Dana Levi")
    once = [
        ("mute_requested", talking.key),
        ("talks_requested", talking.key),
        ("block_requested", request),
    ]
    assert asked == once * 2


def test_a_block_can_be_undone(qapp: QApplication, desk: Shell, clock: FakeClock) -> None:
    ringing = dana(clock)
    request = BlockRequest(ringing.key, ringing.number, "Dana Levi")
    undone: list[object] = []
    desk.intents.unblock_requested.connect(undone.append)
    desk.set_cards((ringing,))
    desk.window.hide()
    desk.block_result(request, ok=True, code="", message="")
    (toast,) = toasts(qapp)
    assert "Blocked +972 50-123-4567" in said(toast)
    assert has_button(pop_of(desk, ringing.key), "Blocked")
    button(toast, "Undo").click()
    assert undone == [request]
    assert toasts(qapp) == []
    desk.block_result(request, ok=True, code="", message="")
    (toast,) = toasts(qapp)
    assert "Unblocked +972 50-123-4567" in said(toast)
    assert has_button(pop_of(desk, ringing.key), "Block")


async def test_in_the_active_window_the_undo_is_in_reach_of_the_keyboard(
    qapp: QApplication, desk: Shell, clock: FakeClock
) -> None:
    ringing = dana(clock)
    desk.set_cards((ringing,))
    desk.raise_window()
    await until(desk.window.isActiveWindow)
    request = BlockRequest(ringing.key, ringing.number, "Dana Levi")
    undone: list[object] = []
    desk.intents.unblock_requested.connect(undone.append)
    desk.block_result(request, ok=True, code="", message="")
    assert toasts(qapp) == []
    (toast,) = desk.window.findChildren(Toast)
    assert desk.window.rect().contains(toast.geometry().adjusted(24, 24, -24, -24))
    desk.window.resize(600, 700)
    assert desk.window.rect().contains(toast.geometry().adjusted(24, 24, -24, -24))
    button(toast, "Undo").click()
    assert undone == [request]
    desk.block_result(request, ok=True, code="", message="")
    await until(lambda: any("Unblocked" in said(each) for each in desk.window.findChildren(Toast)))


async def test_escape_takes_back_an_open_question(
    qapp: QApplication, desk: Shell, clock: FakeClock
) -> None:
    assert qapp
    desk.set_cards((dana(clock),))
    card = await until(lambda: desk.desk_card(dana(clock).key))
    assert card is not None
    button(card, "Block").click()
    cancel = button(card, "Cancel")
    assert desk.window.focusWidget() is cancel
    QTest.keyClick(cancel, Qt.Key.Key_Escape)
    assert not has_button(card, "Block number")
    QTest.keyClick(desk.window, Qt.Key.Key_Escape)


def test_the_calls_follow_their_order(desk: Shell, clock: FakeClock) -> None:
    first, second = dana(clock), dana(clock, key=CallKey("SIPSIP1", "2"), title="Omer Katz")
    desk.set_cards((second, first))
    desk.warm_up()
    pops = [desk.pop_widget(card.key) for card in (first, second)]
    tops = [pop.geometry().top() for pop in pops if pop is not None]
    assert tops == sorted(tops, reverse=True)


def test_a_block_that_failed_says_why(qapp: QApplication, desk: Shell, clock: FakeClock) -> None:
    ringing = dana(clock)
    desk.set_cards((ringing,))
    pop = pop_of(desk, ringing.key)
    button(pop, "Block").click()
    button(pop, "Block number").click()
    desk.window.hide()
    request = BlockRequest(ringing.key, ringing.number, "Dana Levi")
    desk.block_result(request, ok=False, code="rejected", message="")
    (toast,) = toasts(qapp)
    assert "was not changed: Voicenter refused the request." in said(toast)
    assert not has_button(toast, "Try again")
    assert button(pop, "Block number").isEnabled()


@pytest.mark.parametrize("code", ["unreachable", "unknown_outcome", "service", "bad_answer", "dns"])
def test_a_block_whose_answer_was_lost_is_not_said_to_have_failed(
    qapp: QApplication, desk: Shell, clock: FakeClock, code: str
) -> None:
    ringing = dana(clock)
    asked: list[tuple[str, object]] = []
    desk.intents.block_requested.connect(lambda request: asked.append(("block", request)))
    desk.intents.unblock_requested.connect(lambda request: asked.append(("unblock", request)))
    desk.set_cards((ringing,))
    desk.window.hide()
    request = BlockRequest(ringing.key, ringing.number, "Dana Levi")
    desk.block_result(request, ok=False, code=code, message="")
    (toast,) = toasts(qapp)
    assert "Not confirmed that +972 50-123-4567 is blocked: " in said(toast)
    button(toast, "Try again").click()
    desk.block_result(request, ok=True, code="", message="")
    assert has_button(pop_of(desk, ringing.key), "Blocked")
    (toast,) = toasts(qapp)
    button(toast, "Undo").click()
    desk.block_result(request, ok=False, code=code, message="")
    (toast,) = toasts(qapp)
    assert "Not confirmed that +972 50-123-4567 is unblocked: " in said(toast)
    assert button(pop_of(desk, ringing.key), "Block").isEnabled()
    button(toast, "Try again").click()
    assert asked == [("block", request), ("unblock", request), ("unblock", request)]


def test_a_long_toast_is_whole(qapp: QApplication, desk: Shell, clock: FakeClock) -> None:
    ringing = dana(clock)
    desk.set_cards((ringing,))
    desk.window.hide()
    request = BlockRequest(ringing.key, ringing.number, "Dana Levi")
    desk.block_result(request, ok=False, code="bad_answer", message="")
    (toast,) = toasts(qapp)
    (words,) = [label for label in toast.findChildren(Label) if label.text()]
    assert words.height() >= words.heightForWidth(words.width()) > 20
    pop = pop_of(desk, ringing.key).geometry()
    assert toast.geometry().bottom() - 24 <= pop.top() + 24 - 12


async def test_an_ended_call_stays_readable_then_goes_by_itself(
    qapp: QApplication, desk: Shell, clock: FakeClock
) -> None:
    assert qapp
    ended = dana(clock, phase=Phase.ENDED, outcome=Outcome.MISSED, ring_s=17)
    closed: list[object] = []
    desk.intents.card_closed.connect(closed.append)
    desk.set_cards((ended,))
    assert "Closes in 8 s" in said(pop_of(desk, ended.key))
    clock.advance(7)
    desk.tick()
    assert "Closes in 1 s" in said(pop_of(desk, ended.key))
    clock.advance(1)
    await until(lambda: closed)
    assert closed == [ended.key]
    assert desk.pop_widget(ended.key) is None
    desk.set_cards((ended,))
    assert desk.pop_widget(ended.key) is None


def test_the_countdown_is_right_when_time_jumps(desk: Shell, clock: FakeClock) -> None:
    """A laptop that slept through the eight seconds closes the card at the first tick."""
    ended = dana(clock, phase=Phase.ENDED, outcome=Outcome.COMPLETED, talk_s=60)
    desk.set_cards((ended,))
    clock.advance(3600)
    desk.tick()
    assert desk.pop_widget(ended.key) is None


async def test_while_blind_it_says_so_and_since_when(
    qapp: QApplication, desk: Shell, clock: FakeClock
) -> None:
    assert qapp
    since = datetime(2026, 3, 1, 8, 59, 30, tzinfo=UTC)
    talking = dana(clock, phase=Phase.TALKING, guard=GuardView(GuardState.RECORDING))
    tried: list[bool] = []
    desk.intents.try_now_requested.connect(lambda: tried.append(True))
    desk.set_cards((talking,))
    desk.set_link(
        LinkView(
            Link.RECONNECTING,
            retry_at=clock.monotonic() + 4,
            blind_since=since,
            error_code="certificate",
        )
    )
    desk.set_cards((replace(talking, is_stale=True),))
    at = since.astimezone().strftime("%H:%M:%S")
    assert f"as of {at}" in said(pop_of(desk, talking.key))
    await until(lambda: f"as of {at}" in said(desk.window))
    words = said(desk.window)
    assert f"Not connected since {at}" in words
    assert "Calls that arrive now do not pop. The server could not prove" in words
    assert "Reconnecting in 4 s" in words
    clock.advance(2)
    desk.tick()
    assert "Reconnecting in 2 s" in said(desk.window)
    assert tray_state(desk) is TrayState.OFFLINE
    button(desk.window, "Try now").click()
    assert tried == [True]
    desk.set_link(CONNECTED)
    assert "Not connected" not in said(desk.window)


def test_asking_instead_of_listening_is_said_with_what_it_means(desk: Shell) -> None:
    tried: list[bool] = []
    desk.intents.try_now_requested.connect(lambda: tried.append(True))
    desk.set_link(LinkView(Link.POLLING, error_code="unreachable"))
    words = said(desk.window)
    assert "Slower than usual" in words
    assert "calls are asked for every 5 s: they pop late. Voicenter cannot be reached." in words
    assert "Not connected" not in words
    button(desk.window, "Try now").click()
    assert tried == [True]
    desk.set_link(CONNECTED)
    assert "Slower than usual" not in said(desk.window)


async def test_a_call_that_is_over_is_no_current_call(
    qapp: QApplication, desk: Shell, clock: FakeClock
) -> None:
    assert qapp
    live = [dana(clock, key=CallKey("SIPSIP1", f"l{at}")) for at in range(2)]
    over = dana(clock, phase=Phase.ENDED, outcome=Outcome.COMPLETED, talk_s=60)

    def count() -> list[str]:
        lines = said(desk.window).split("\n")
        return lines[lines.index("Current calls") + 1 :][:1]

    desk.set_cards((over, *live))
    await until(lambda: desk.desk_card(over.key))
    assert count() == ["2"]
    desk.set_cards((over, live[0]))
    await until(lambda: count() == [""])
    assert desk.desk_card(over.key) is not None


def test_a_call_of_which_nothing_is_known_is_no_call(desk: Shell, clock: FakeClock) -> None:
    empty = {
        "number": PhoneNumber(""),
        "title": "",
        "title_source": TitleSource.HIDDEN,
        "number_text": "",
        "copy_text": "",
        "region": "",
        "queue_name": "",
        "line_text": "",
        "fields": (),
        "direction": Direction.UNKNOWN,
        "started_at": None,
    }
    junk = dana(clock, **empty)
    for phase in (Phase.RINGING, Phase.RING_STOPPED, Phase.ENDED):
        desk.set_cards((replace(junk, phase=phase),))
        assert desk.pop_widget(junk.key) is None
    hidden_caller = replace(junk, direction=Direction.INCOMING, started_at=clock.now())
    for real in (hidden_caller, replace(junk, phase=Phase.TALKING), replace(junk, queue_name="Q")):
        desk.set_cards((real,))
        assert desk.pop_widget(junk.key) is not None


def test_closing_the_window_is_a_wish_to_quit(desk: Shell) -> None:
    asked: list[bool] = []
    desk.quit_requested.connect(lambda: asked.append(True))
    event = QCloseEvent()
    QApplication.sendEvent(desk.window, event)
    assert not event.isAccepted()
    assert desk.window.isVisible()
    assert asked == [True]


def test_the_menu_has_what_a_signed_in_agent_needs(desk: Shell) -> None:
    asked: list[str] = []
    desk.quit_requested.connect(lambda: asked.append("quit"))
    desk.sign_out_requested.connect(lambda: asked.append("sign out"))
    for menu in (desk.tray.menu, desk.window.findChild(type(desk.tray.menu))):
        assert menu is not None
        for action in menu.actions():
            if action.text() in ("Sign out", "Quit"):
                action.trigger()
    assert asked == ["sign out", "quit"] * 2


def test_the_api_code_is_asked_for_without_waiting(shell: Shell) -> None:
    shell.show_sign_in(kind=LoginKind.USER, keyring_available=False)
    shell.show_desk("Maya Cohen", ("SIPSIP1",), is_session_only=True)
    given: list[object] = []
    shell.intents.api_code_given.connect(given.append)
    assert "Extension SIPSIP1 · this session only" in said(shell.window)
    shell.ask_api_code("api_code")
    assert "Voicenter did not accept the API code." in said(shell.window)
    button(shell.window, "Use this code").click()
    assert "Enter the API code" in said(shell.window)
    field = next(
        each
        for each in shell.window.findChildren(Field)
        if each.edit.accessibleName() == "API code"
    )
    field.set_text(" apicode ")
    button(shell.window, "Use this code").click()
    assert given == [ApiCodeForm(Secret("apicode"), keep=False)]
    assert field.text() == ""
    assert not has_button(shell.window, "Use this code")
    shell.ask_api_code("")
    button(shell.window, "Copy a message for the administrator").click()
    assert "API code of our account" in QApplication.clipboard().text()
    button(shell.window, "Not now").click()
    assert not has_button(shell.window, "Use this code")


def test_my_recent_calls(desk: Shell, clock: FakeClock) -> None:
    asked: list[str] = []
    desk.intents.my_calls_requested.connect(lambda: asked.append("calls"))
    assert "Asking the call log…" in said(desk.window)
    desk.desk.set_my_calls(RecentCalls(ListState.NO_CODE))
    assert "The call log needs your account's API code." in said(desk.window)
    button(desk.window, "Enter the API code").click()
    assert has_button(desk.window, "Use this code")
    desk.desk.set_my_calls(RecentCalls(ListState.FAILED, error_code="dns"))
    button(desk.window, "Try again").click()
    desk.desk.set_my_calls(RecentCalls(ListState.READY))
    assert "No calls yet" in said(desk.window)
    ready = my_calls(clock.now())
    desk.desk.set_my_calls(ready)
    words = said(desk.window)
    assert "Avi Shalom, +972 52-845-6712 · Sales Queue, Taken by Noam Bar" in words
    assert "Hidden number, Sales Queue, Caller gave up" in words
    desk.desk.set_my_calls(replace(ready, state=ListState.LOADING))
    assert "Avi Shalom" in said(desk.window)
    assert not button(desk.window, "Refresh my recent calls").isEnabled()
    desk.desk.set_my_calls(ready)
    button(desk.window, "Refresh my recent calls").click()
    assert asked == ["calls"] * 2


def test_a_notice_is_said_once_until_it_was_read(desk: Shell) -> None:
    desk.notice("no_keyring", "")
    assert "This PC has no keyring" in said(desk.window)
    button(desk.window, "Dismiss").click()
    assert "This PC has no keyring" not in said(desk.window)


async def test_signing_out_leaves_nothing_behind(
    qapp: QApplication, desk: Shell, clock: FakeClock
) -> None:
    assert qapp
    ringing = dana(clock)
    desk.set_cards((ringing,))
    desk.desk.set_my_calls(my_calls(clock.now()))
    desk.notice("no_tray", "")
    desk.ask_api_code("")
    await until(lambda: desk.desk_card(ringing.key))
    desk.show_sign_in(kind=LoginKind.USER, identity="maya@example.com")
    assert desk.pop_widget(ringing.key) is None
    desk.show_desk("Noam Bar", ("SIPSIP2",), is_session_only=False)
    await until(lambda: "No call right now" in said(desk.window))
    words = said(desk.window)
    for each in ("Dana Levi", "Avi Shalom", "tray icon", "API code needed"):
        assert each not in words


async def test_everything_in_the_windows_has_a_name(
    qapp: QApplication, desk: Shell, clock: FakeClock
) -> None:
    assert qapp
    desk.set_cards((dana(clock),))
    desk.ask_api_code("")
    desk.desk.set_my_calls(RecentCalls(ListState.NO_CODE))
    await until(lambda: desk.desk_card(dana(clock).key))
    assert list(unnamed(desk.window)) == []
    desk.ask_extensions((ExtensionChoice("SIPSIP1"),))
    assert list(unnamed(desk.window)) == []
    desk.show_sign_in(kind=LoginKind.TOKEN)
    assert list(unnamed(desk.window)) == []


async def test_every_action_is_reached_by_keyboard(
    qapp: QApplication, desk: Shell, clock: FakeClock
) -> None:
    assert qapp
    desk.set_cards((dana(clock),))
    card = await until(lambda: desk.desk_card(dana(clock).key))
    desk.window.activateWindow()
    reached: list[str] = []
    first = button(desk.window, "Menu")
    first.setFocus(Qt.FocusReason.TabFocusReason)
    focused: QWidget | None = first
    while focused is not None and focused.accessibleName() not in reached:
        reached.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = desk.window.focusWidget()
    for name in ("Copy number", "Mute recording", "Recent calls", "Details", "Block"):
        assert name in reached
    assert card is not None
    assert card.isVisible()


def notices(shell: Shell) -> list[NoticeLine]:
    return [line for line in shell.window.findChildren(NoticeLine) if line.isVisible()]


def test_somebody_else_on_the_extension_is_said_with_a_way_to_choose_again(
    shell: Shell,
) -> None:
    shell.show_desk("Maya Cohen", ("SIPSIP1",), is_session_only=False, can_choose=True)
    asked: list[bool] = []
    shell.intents.choose_again_requested.connect(lambda: asked.append(True))
    shell.desk.show_seat("Noam Bar", ())
    (line,) = notices(shell)
    (choose,) = [
        b for b in line.findChildren(Button) if b.accessibleName() == "Choose my extension"
    ]
    choose.click()
    assert asked == [True]
    shell.desk.show_seat("", ())
    assert notices(shell) == []


def test_a_sign_in_that_sees_one_extension_has_nothing_to_choose(desk: Shell) -> None:
    desk.desk.show_seat("Noam Bar", ())
    (line,) = notices(desk)
    assert [b.text() for b in line.findChildren(Button) if b.text()] == []


def test_a_blind_time_is_one_notice_that_grows(desk: Shell) -> None:
    began = datetime(2026, 3, 2, 10, 42, 10, tzinfo=UTC)
    gap = Gap(began, began + timedelta(seconds=55))
    desk.desk.show_gap(gap)
    desk.desk.show_gap(replace(gap, check=GapCheck.CHECKED))
    (line,) = notices(desk)
    said = " ".join(plain(label.text()) for label in line.findChildren(Label))
    assert "no other calls of yours" in said


def test_a_blind_moment_of_less_than_a_second_is_not_worth_a_word(desk: Shell) -> None:
    began = datetime(2026, 3, 2, 10, 42, 10, tzinfo=UTC)
    short = Gap(began, began + timedelta(milliseconds=990))
    desk.desk.show_gap(short)
    desk.desk.show_gap(replace(short, check=GapCheck.CHECKED))
    assert notices(desk) == []
    missed = RecentCall(
        "1", began, Direction.INCOMING, Outcome.MISSED, PhoneNumber("0501234567"), "050-123-4567"
    )
    desk.desk.show_gap(replace(short, check=GapCheck.CHECKED, recovered=(missed,)))
    assert len(notices(desk)) == 1


async def test_a_replay_says_what_it_is_and_offers_nothing_that_cannot_work(
    qapp: QApplication, shell: Shell, clock: FakeClock
) -> None:
    assert qapp
    progress = shell.show_replay("calls.jsonl")
    progress.show(12, 57)
    guard = GuardView(GuardState.RECORDING)
    talking = dana(clock, phase=Phase.TALKING, guard=guard)
    shell.set_cards((talking,))
    await until(lambda: shell.desk_card(talking.key))
    words = said(shell.window)
    assert "Replay of calls.jsonl" in words
    assert "12 of 57 events" in words
    assert "nothing can be muted, blocked or looked up" in words
    for claim in ("Connected", "Connecting", "Extension", "My recent calls", "Asking"):
        assert claim not in words
    for place in (pop_of(shell, talking.key), shell.window):
        assert not button(place, "Mute recording").isEnabled()
        assert "This is a replay: there is no call to mute." in said(place)
        assert not has_button(place, "Block")
        assert not has_button(place, "Recent calls")
    menu = shell.window.findChild(type(shell.tray.menu))
    assert menu is not None
    assert [a.text() for a in menu.actions() if a.isVisible() and a.text()] == ["Quit"]
    progress.end(is_empty=False)
    assert "Replay ended" in said(shell.window)
    assert "could be read" not in said(shell.window)


def test_a_replay_without_a_readable_event_says_so(shell: Shell) -> None:
    progress = shell.show_replay("holiday.jpg")
    progress.show(3, 3)
    progress.end(is_empty=True)
    assert "No event in this file could be read." in said(shell.window)
