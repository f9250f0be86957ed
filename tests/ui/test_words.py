from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from agent_desk import config
from agent_desk.core.errors import AgentDeskError
from agent_desk.core.link import Link
from agent_desk.desk.card import TitleSource, WhyKind
from agent_desk.desk.guard import GuardState
from agent_desk.desk.link import LinkView
from agent_desk.desk.state import Outcome, Phase
from agent_desk.ui import fault_words, language, looks, words
from agent_desk.ui.text import plain
from agent_desk.voicenter import errors as service_errors
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.helpers.clock import FakeClock


_SHOWN_IN_WINDOWS = {"agent_desk.core.errors", config.__name__, "agent_desk.voicenter.errors"}


def all_codes() -> set[str]:
    """The codes of every error that the windows may show."""
    todo, found = [AgentDeskError], set()
    assert service_errors.VoicenterError in AgentDeskError.__subclasses__()
    while todo:
        kind = todo.pop()
        if kind.__module__ in _SHOWN_IN_WINDOWS:
            found.add(kind.code)
        todo += kind.__subclasses__()
    return found


@pytest.mark.parametrize("code", sorted(all_codes()))
def test_every_error_has_words_and_a_next_step(code: str) -> None:
    fault = fault_words.fault(code)
    assert fault_words.is_known(code)
    assert fault.sentence.endswith(".")
    assert fault.next_step.endswith(".")
    assert "!" not in fault.sentence + fault.next_step


def test_an_unknown_code_falls_back_to_the_text_that_came_with_it() -> None:
    fault = fault_words.fault("moon", "The moon is full.", "Wait.")
    assert (fault.sentence, fault.next_step) == ("The moon is full.", "Wait.")
    assert fault_words.fault("moon").sentence == "Something went wrong."
    assert fault_words.guard_fault("moon") == "Something went wrong."
    assert fault_words.guard_fault("unknown_outcome") == "The service did not answer in time."


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_a_word_and_a_look(phase: Phase, clock: FakeClock) -> None:
    card = dana(clock, phase=phase)
    assert words.state(card)
    assert looks.of_card(card).icon


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_word_and_a_look(outcome: Outcome, clock: FakeClock) -> None:
    card = dana(clock, phase=Phase.ENDED, outcome=outcome)
    assert words.state(card)
    assert words.outcome(outcome)
    assert looks.of_card(card) != looks.of_card(dana(clock))
    assert looks.of_outcome(outcome, is_outgoing=False).icon


@pytest.mark.parametrize("state", GuardState)
def test_every_state_of_the_recording_has_words(state: GuardState) -> None:
    assert words.recording(state)


def test_a_mute_that_is_only_reported_is_not_said_firmly() -> None:
    said = words.recording(GuardState.RECORDING, is_reported_muted=True)
    assert said == "Reported muted"
    assert said not in {words.recording(state) for state in GuardState}


@pytest.mark.parametrize("kind", WhyKind)
def test_every_reason_has_words(kind: WhyKind) -> None:
    assert words.why(kind)


def test_a_call_that_a_colleague_took_names_the_colleague(clock: FakeClock) -> None:
    taken = dana(clock, phase=Phase.ENDED, outcome=Outcome.TAKEN_ELSEWHERE, taken_by="Noam Bar")
    assert plain(words.state(taken)) == "Taken by Noam Bar"
    assert words.state(replace(taken, taken_by="")) == "Taken by a colleague"
    assert plain(words.outcome(Outcome.TAKEN_ELSEWHERE, "Noam Bar")) == "Taken by Noam Bar"


def test_the_far_end_of_the_strip_says_where_the_call_comes_in(clock: FakeClock) -> None:
    card = dana(clock)
    assert plain(words.way_in(card)) == "Sales Queue · line 072-277-1234"
    assert plain(words.way_in(replace(card, queue_name=""))) == "line 072-277-1234"
    assert words.way_in(replace(card, queue_name="", line_text="")) == ""
    missed = replace(card, phase=Phase.ENDED, outcome=Outcome.MISSED, ring_s=17)
    assert plain(words.way_in(missed)) == "rang 17 s · Sales Queue"
    ended = replace(missed, outcome=Outcome.COMPLETED, talk_s=331)
    assert plain(words.way_in(ended)) == "talked 05:31 · Sales Queue"


def test_the_title_is_what_is_known(clock: FakeClock) -> None:
    card = dana(clock)
    assert words.title(card) == "Dana Levi"
    hidden = replace(card, title_source=TitleSource.HIDDEN, title="")
    assert words.title(hidden) == "Hidden number"
    number = replace(card, title_source=TitleSource.NUMBER, title="03-612-9944")
    assert words.title(number) == "\u206603-612-9944\u2069"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(-4, "0 s"), (0, "0 s"), (59, "59 s"), (60, "1 min"), (200, "3 min"), (3900, "1 h 5 min")],
)
def test_lengths_are_rounded_to_what_a_person_says(seconds: int, said: str) -> None:
    assert plain(words.length(seconds)) == said


def test_a_moment_is_as_short_as_it_stays_clear() -> None:
    now = datetime(2026, 11, 23, 12, 0).astimezone()
    assert plain(words.moment(now - timedelta(hours=1), now)) == "Today 11:00"
    assert plain(words.moment(now - timedelta(days=2), now)) == "Sat 12:00"
    assert plain(words.moment(now - timedelta(days=11), now)) == "12 Nov 12:00"
    assert plain(words.moment(now + timedelta(days=1), now)) == "24 Nov 12:00"


def test_countries_by_their_code() -> None:
    assert words.region("IL") == "Israel"
    assert words.region("GB") == "United Kingdom"
    assert words.region("??") == ""


def test_more_fields_are_counted(qapp: QApplication) -> None:
    language.install(qapp, "en")
    assert words.more_fields(1) == "1 more field"
    assert words.more_fields(3) == "3 more fields"


def test_the_connection_in_words() -> None:
    def said(view: LinkView) -> str:
        return plain(words.link_state(view, 100.0))

    assert said(LinkView(Link.CONNECTED, server="monitor3")) == "Connected · monitor3"
    assert said(LinkView(Link.CONNECTED)) == "Connected"
    assert said(LinkView(Link.CONNECTING)) == "Connecting"
    assert said(LinkView(Link.RECONNECTING, retry_at=104.2)) == "Reconnecting in 4 s"
    assert said(LinkView(Link.RECONNECTING, retry_at=99.0)) == "Reconnecting"
    assert said(LinkView(Link.RECONNECTING)) == "Reconnecting"
    assert said(LinkView(Link.POLLING)) == "Polling, slower"
    assert said(LinkView(Link.OFFLINE)) == "Offline"
    since = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
    clock = since.astimezone().strftime("%H:%M")
    assert said(LinkView(Link.OFFLINE, blind_since=since)) == f"Offline since {clock}"
    assert said(LinkView(Link.SIGNED_OUT)) == "Signed out"
    assert {looks.of_link(link).icon for link in Link}
