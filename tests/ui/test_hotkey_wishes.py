"""What a hotkey is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.state import CallKey, Phase
from agent_desk.ui.hotkey_wishes import HotkeyWishes
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from agent_desk.desk.card import Card
    from tests.helpers.clock import FakeClock

KEY = CallKey("SIPSIP1", "7")


class Heard:
    """Wishes about some calls, and what they came to."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.wishes = HotkeyWishes(clock, lambda: "IL")
        self.said: list[tuple[str, object]] = []
        for name in ("mute_requested", "resume_requested", "call_wanted", "number_chosen"):
            signal = getattr(self.wishes, name)
            signal.connect(lambda value, name=name: self.said.append((name, value)))
        self.wishes.refused.connect(lambda why: self.said.append(("refused", why)))

    def call(self, phase: Phase, state: GuardState, key: CallKey = KEY) -> Card:
        return dana(self.clock, key=key, phase=phase, guard=GuardView(state))


@pytest.fixture
def heard(qapp: QApplication, clock: FakeClock) -> Heard:
    assert qapp
    return Heard(clock)


def test_the_call_that_talks_is_muted_and_resumed(heard: Heard) -> None:
    ringing = heard.call(Phase.RINGING, GuardState.WILL_RECORD, CallKey("SIPSIP1", "8"))
    for state in (GuardState.RECORDING, GuardState.MUTING, GuardState.MUTED):
        heard.wishes.follow((ringing, heard.call(Phase.TALKING, state)))
        heard.wishes.mute_or_resume()
    assert heard.said == [("mute_requested", KEY)]
    heard.clock.advance(5)
    heard.wishes.mute_or_resume()
    assert heard.said[1:] == [("resume_requested", KEY)]


def test_pressed_twice_in_doubt_it_does_not_record_again(heard: Heard) -> None:
    heard.wishes.follow((heard.call(Phase.TALKING, GuardState.RECORDING),))
    heard.wishes.mute_or_resume()
    heard.wishes.follow((heard.call(Phase.TALKING, GuardState.MUTED),))
    heard.wishes.mute_or_resume()
    assert heard.said == [("mute_requested", KEY)]


def test_pressed_in_doubt_for_long_it_does_not_record_again(heard: Heard) -> None:
    for state in (GuardState.RECORDING, GuardState.MUTING, GuardState.MUTED):
        heard.wishes.follow((heard.call(Phase.TALKING, state),))
        heard.wishes.mute_or_resume()
        heard.clock.advance(1.9)
    assert heard.said == [("mute_requested", KEY)]


@pytest.mark.parametrize("state", [GuardState.WILL_RECORD, GuardState.RECORDING])
def test_a_call_that_rings_can_be_muted_as_on_its_card(heard: Heard, state: GuardState) -> None:
    heard.wishes.follow((heard.call(Phase.RINGING, state),))
    heard.wishes.mute_or_resume()
    assert heard.said == [("mute_requested", KEY)]


def test_another_call_is_not_resumed_because_this_one_is_not_recorded(heard: Heard) -> None:
    talking = heard.call(Phase.TALKING, GuardState.NOT_RECORDED, CallKey("SIPSIP1", "8"))
    heard.wishes.follow((talking, heard.call(Phase.HELD, GuardState.MUTED)))
    heard.wishes.mute_or_resume()
    assert [name for name, _ in heard.said] == ["refused"]


def test_muting_works_without_the_link(heard: Heard) -> None:
    call = heard.call(Phase.TALKING, GuardState.RECORDING)
    heard.wishes.follow((replace(call, is_stale=True),))
    heard.wishes.mute_or_resume()
    assert heard.said == [("mute_requested", KEY)]


def test_a_mute_that_failed_is_tried_again(heard: Heard) -> None:
    heard.wishes.follow((heard.call(Phase.TALKING, GuardState.MUTE_FAILED),))
    heard.wishes.mute_or_resume()
    heard.wishes.mute_or_resume()
    assert heard.said == [("mute_requested", KEY)] * 2


def test_without_a_call_it_is_said(heard: Heard) -> None:
    heard.wishes.mute_or_resume()
    heard.wishes.go_to_call()
    assert heard.said == [("refused", "No call is being recorded now."), ("call_wanted", None)]


def test_the_way_leads_to_the_call_that_talks(heard: Heard) -> None:
    talking = heard.call(Phase.TALKING, GuardState.RECORDING)
    ringing = heard.call(Phase.RINGING, GuardState.WILL_RECORD, CallKey("SIPSIP1", "8"))
    heard.wishes.follow((ringing, talking))
    heard.wishes.go_to_call()
    assert heard.said == [("call_wanted", KEY)]


@pytest.mark.parametrize(
    ("copied", "shown"),
    [
        ("050-123-4567", "0501234567"),
        (" \u2066+972 (50) 123 4567\u2069\n", "+972501234567"),
        ("see you at five", None),
        ("call 050-123-4567 today", None),
        ("SIPSIP1", None),
        ("*21*050123#", None),
        ("050-123-4567" * 10_000, None),
        ("", None),
    ],
)
def test_a_copied_number_is_shown_and_nothing_else(
    heard: Heard, copied: str, shown: str | None
) -> None:
    QGuiApplication.clipboard().setText(copied)
    heard.wishes.show_copied()
    [(name, value)] = heard.said
    if shown is None:
        assert (name, value) == ("refused", "There is no phone number on the clipboard.")
    else:
        assert name == "number_chosen"
        assert str(value).endswith(shown[1:])
