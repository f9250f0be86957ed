"""The way back from a list of calls to a call."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agent_desk.core.phone import PhoneNumber
from agent_desk.ui.recent_list import MyCalls
from tests.ui.finders import button, has_button, unnamed
from tests.ui.pictures import my_calls

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.helpers.clock import FakeClock


def test_each_call_with_a_number_can_be_called_back(qtbot: QtBot, clock: FakeClock) -> None:
    widget = MyCalls(clock)
    qtbot.addWidget(widget)
    asked: list[PhoneNumber] = []
    widget.call_back_requested.connect(asked.append)
    calls = my_calls(clock.now())
    first = replace(calls.calls[0], name="Dana Levi", number=PhoneNumber("0501234567"))
    widget.show_calls(replace(calls, calls=(first,)))
    button(widget, "Call back Dana Levi").click()
    assert asked == [PhoneNumber("0501234567")]
    assert list(unnamed(widget)) == []
    widget.show_calls(replace(calls, calls=(replace(first, name=""),)))
    assert has_button(widget, "Call back")
    hidden = replace(first, number=PhoneNumber("Anonymous"))
    widget.show_calls(replace(calls, calls=(hidden,)))
    assert not has_button(widget, "Call back Dana Levi")
