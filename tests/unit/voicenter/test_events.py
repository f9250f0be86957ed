from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.voicenter import events
from agent_desk.voicenter.events import (
    Call,
    CallStatus,
    ConfigurationChanged,
    DialerChanged,
    DialersSnapshot,
    Direction,
    ExtensionChanged,
    ExtensionReason,
    ExtensionsSnapshot,
    HangupCause,
    KeepaliveAnswered,
    LoginSucceeded,
    MalformedEvent,
    QueueChanged,
    QueueReason,
    QueuesSnapshot,
    TokenPushed,
    UnknownEvent,
    Users,
    parse,
)
from tests.helpers.fixtures import load, names

NOT_FROM_THE_SERVER = ("emit_", "engineio_open")


def server_events() -> list[str]:
    return [n for n in names("realtime") if not n.split("/")[1].startswith(NOT_FROM_THE_SERVER)]


def parsed(name: str) -> Any:  # noqa: ANN401 - whatever the fixture holds
    return parse(*load(f"realtime/{name}"))


def utc(*args: int) -> datetime:
    return datetime(*args, tzinfo=UTC)  # type: ignore[misc, arg-type]  # year, month, day and on


@pytest.mark.parametrize("name", server_events())
def test_every_sample_becomes_a_typed_event(name: str) -> None:
    event = parse(*load(name))
    assert not isinstance(event, UnknownEvent | MalformedEvent)
    assert getattr(event, "malformed", 0) == 0


# The words by which the samples are told apart, one line each: reason, live calls, current call.
GOLDEN: dict[str, tuple[ExtensionReason, list[str], str | None]] = {
    "incoming_1_newcall": (ExtensionReason.NEWCALL, ["incoming ringing"], "incoming ringing"),
    "incoming_2_answer": (ExtensionReason.ANSWER, ["incoming talking+"], "incoming talking+"),
    "incoming_3_hangup": (ExtensionReason.HANGUP, [], "incoming talking+"),
    "click2call_1_leg1_newcall": (
        ExtensionReason.NEWCALL, ["click2call dialing 1"], "click2call dialing 1"),
    "click2call_2_leg1_answer": (
        ExtensionReason.ANSWER, ["click2call talking 1+"], "click2call talking 1+"),
    "click2call_3_leg2_newcall": (
        ExtensionReason.NEWCALL, ["click2call talking 2"], "click2call talking 2"),
    "click2call_4_leg2_answer": (
        ExtensionReason.ANSWER, ["click2call talking 2+"], "click2call talking 2+"),
    "click2call_5_hangup": (ExtensionReason.HANGUP, [], "click2call talking 2+"),
    "user_status_update": (ExtensionReason.STATUS, [], None),
    "observed_newcall_queue_ringing": (
        ExtensionReason.NEWCALL, ["incoming ringing"], "incoming ringing"),
    "observed_answer": (ExtensionReason.ANSWER, ["incoming talking+"], "incoming talking+"),
    "observed_hold": (ExtensionReason.HOLD, ["incoming hold+"], "incoming hold+"),
    "observed_unhold": (ExtensionReason.UNHOLD, ["incoming talking+"], "incoming talking+"),
    "observed_hangup_after_answer": (ExtensionReason.HANGUP, [], "incoming talking+"),
    "observed_hangup_answered_elsewhere": (ExtensionReason.HANGUP, [], "incoming ringing"),
    "observed_hangup_rejected": (ExtensionReason.HANGUP, [], "incoming ringing"),
    "observed_hangup_ring_timeout": (ExtensionReason.HANGUP, [], "incoming ringing"),
    "observed_hangup_current_call_null": (ExtensionReason.HANGUP, [], None),
    "observed_hangup_second_call_still_live": (
        ExtensionReason.HANGUP, ["incoming hold+"], "outgoing dialing"),
    "observed_hangup_transfer": (ExtensionReason.HANGUP, [], "incoming talking+"),
    "observed_newcall_outgoing": (
        ExtensionReason.NEWCALL, ["outgoing dialing"], "outgoing dialing"),
    "observed_newcall_queue_already_talking": (
        ExtensionReason.NEWCALL, ["incoming talking"], "incoming talking"),
    "observed_newcall_transferred_in": (
        ExtensionReason.NEWCALL, ["incoming talking+"], "incoming talking+"),
    "observed_click2call_leg2_newcall": (
        ExtensionReason.NEWCALL, ["click2call talking 2"], "click2call talking 2"),
    "observed_user_status_update_during_call": (
        ExtensionReason.STATUS, ["incoming talking+"], None),
    "observed_user_status_update_logout": (ExtensionReason.STATUS, [], None),
}  # fmt: skip


def shape(call: Call) -> str:
    leg = f" {call.click2call_leg}" if call.click2call_leg else ""
    return f"{call.direction.value} {call.status.value}{leg}{'+' * call.is_answered}"


@pytest.mark.parametrize("name", GOLDEN)
def test_extension_samples_say_what_they_show(name: str) -> None:
    event = parsed(name)
    assert isinstance(event, ExtensionChanged)
    reason, calls, current = GOLDEN[name]
    assert event.reason is reason
    assert [shape(call) for call in event.extension.calls] == calls
    assert (event.extension.current_call and shape(event.extension.current_call)) == current


def test_no_extension_sample_is_left_out() -> None:
    found = [n for n in server_events() if load(n)[0] == "ExtensionEvent"]
    assert [n.split("/")[1] for n in found] == sorted(GOLDEN)


def test_a_call_is_read_with_all_its_members() -> None:
    event = parsed("observed_newcall_queue_ringing")
    call = event.extension.calls[0]
    assert call == event.extension.current_call
    assert call.call_id == "20231228120000023900000000000001"
    assert call.number == PhoneNumber("0501234567")
    assert call.name == "Sales Queue"
    assert call.did == "0722776772"
    assert call.queue_id == 14000
    assert call.campaign_id is None
    assert call.started_at == utc(2023, 12, 28, 10, 0)
    assert call.answered_at is None
    assert call.recording.is_muted is False
    assert call.recording.file_name.endswith(".mp3")
    assert not call.is_internal
    assert not call.is_spied_on


def test_an_extension_is_read_with_all_its_members() -> None:
    extension = parsed("observed_all_extensions_status").extensions[0]
    assert extension.sip == "AbCdEf12"
    assert (extension.user_id, extension.user_name) == (700001, "Agent One")
    assert (extension.agent_name, extension.online_user_id) == ("Agent One", 700001)
    assert extension.status_code == 1
    assert extension.status_since == utc(2023, 12, 28, 8, 40)
    assert extension.last_call_at == utc(2023, 12, 28, 10, 0)


def test_extensions_of_one_user_stay_apart() -> None:
    snapshot = parsed("observed_all_extensions_status")
    assert [e.sip for e in snapshot.extensions] == ["AbCdEf12", "GhIjKl34", "MnOpQr56"]
    assert [e.online_user_id for e in snapshot.extensions] == [700001, None, 700001]


def test_a_missing_online_user_is_the_representative() -> None:
    first, second = parsed("all_extensions_status").extensions
    assert first.online_user_id == 12345678
    assert first.status_since is None
    assert second.online_user_id == 12345679


def test_hangup_names_cause_call_and_number() -> None:
    event = parsed("observed_hangup_current_call_null")
    assert event.cause is HangupCause.NORMAL
    assert event.hangup_call_id == "20231228120000023900000000000001"
    assert event.hangup_number == PhoneNumber("0501234567")
    assert parsed("observed_hangup_answered_elsewhere").cause is HangupCause.ANSWERED_ELSEWHERE
    assert parsed("observed_hangup_rejected").cause is HangupCause.REJECTED
    assert parsed("observed_hangup_ring_timeout").cause is HangupCause.NO_RESPONSE
    transfer = parsed("observed_hangup_transfer")
    assert (transfer.cause, transfer.dial_status) == (HangupCause.NONE, "Transfer")


def test_the_envelope_may_stand_inside_data() -> None:
    event = parsed("incoming_3_hangup")
    assert event.reason is ExtensionReason.HANGUP
    assert event.cause is HangupCause.NORMAL
    assert event.hangup_call_id == "202012021122010135330b4f77"
    assert event.server_time.at == utc(2020, 12, 2, 9, 22, 19)


def test_a_transferred_call_names_its_past() -> None:
    call = parsed("observed_newcall_transferred_in").extension.calls[0]
    assert len(call.related_call_ids) == 2
    assert call.transferred_by == "Agent Two"


def test_click2call_legs_are_told_as_text_and_as_number() -> None:
    assert parsed("click2call_3_leg2_newcall").extension.calls[0].click2call_leg == 2
    call = parsed("observed_click2call_leg2_newcall").extension.calls[0]
    assert call.click2call_leg == 2
    assert call.number.is_hidden
    assert call.custom_data["DoNotCallMeStatus"] == "200"


def test_queue_samples() -> None:
    joined = parsed("observed_queue_event_join_two_waiting")
    assert isinstance(joined, QueueChanged)
    assert joined.reason is QueueReason.JOIN
    assert joined.call_id in [call.call_id for call in joined.queue.calls]
    assert len(joined.queue.calls) == 2
    left = parsed("observed_queue_event_exit_answered_agent")
    assert (left.reason, left.queue.answered_by) == (QueueReason.EXIT, "Agent One")
    assert left.call_id not in [call.call_id for call in left.queue.calls]
    assert parsed("observed_queue_event_answer").reason is QueueReason.ANSWER
    gone = parsed("queue_event_abandoned")
    assert gone.reason is QueueReason.ABANDONED
    named = parsed("queue_event_join")
    assert named.queue.name == "תור בדיקה"
    assert named.queue.calls[0].joined_at == utc(2022, 10, 20, 10, 51, 12)


def test_queues_snapshot() -> None:
    snapshot = parsed("observed_login_status")
    assert isinstance(snapshot, QueuesSnapshot)
    assert [(q.queue_id, len(q.calls)) for q in snapshot.queues] == [(14000, 1), (14001, 0)]


def test_the_other_samples() -> None:
    assert parsed("login_success") == LoginSucceeded(parsed("login_success").server_time)
    assert parsed("observed_keepalive_response").is_ok
    assert parsed("observed_all_users_status") == Users({700001: "Agent One"})
    dialers = parsed("observed_all_dialers_status")
    assert isinstance(dialers, DialersSnapshot)
    assert [d.type_id for d in dialers.dialers] == [5, 3]


class TestTime:
    def test_the_shift_is_taken_off(self) -> None:
        event = parsed("observed_answer")
        assert event.server_time.offset_min == 120
        assert event.server_time.at == utc(2023, 12, 28, 10, 0, 8)

    def test_an_offset_of_zero_is_believed(self) -> None:
        event = parse("loginSuccess", {"servertime": 1703764800, "servertimeoffset": 0})
        assert isinstance(event, LoginSucceeded)
        assert event.server_time == events.ServerTime(utc(2023, 12, 28, 12, 0), 0)

    @pytest.mark.parametrize(
        ("wall", "offset_min"),
        [
            (utc(2023, 12, 28, 12, 0), 120),
            (utc(2020, 8, 20, 12, 0), 180),
            (utc(2026, 3, 27, 1, 59), 120),
            (utc(2026, 3, 27, 3, 0), 180),
            (utc(2026, 10, 25, 0, 59), 180),
            (utc(2026, 10, 25, 2, 0), 120),
        ],
    )
    def test_without_an_offset_it_is_israels(self, wall: datetime, offset_min: int) -> None:
        event = parse("loginSuccess", {"servertime": int(wall.timestamp())})
        assert isinstance(event, LoginSucceeded)
        assert event.server_time is not None
        assert event.server_time.offset_min == offset_min

    def test_without_an_offset_the_last_one_seen_counts(self) -> None:
        event = parse("loginSuccess", {"servertime": 1703764800}, fallback_offset_min=60)
        assert isinstance(event, LoginSucceeded)
        assert event.server_time == events.ServerTime(utc(2023, 12, 28, 11, 0), 60)

    def test_stamps_need_no_server_time(self) -> None:
        name, payload = load("realtime/observed_answer")
        del payload["servertime"], payload["servertimeoffset"]
        event = parse(name, payload)
        assert isinstance(event, ExtensionChanged)
        assert event.server_time is None
        assert event.extension.calls[0].started_at == utc(2023, 12, 28, 10, 0)

    @pytest.mark.parametrize("value", [0, "0", None, "", -5, 10**30, "soon", [], 1e300, {}])
    def test_no_time_is_none(self, value: object) -> None:
        name, payload = load("realtime/observed_answer")
        payload["data"]["calls"][0]["callStarted"] = value
        event = parse(name, payload)
        assert isinstance(event, ExtensionChanged)
        assert event.extension.calls[0].started_at is None

    def test_a_time_beyond_the_calendar_is_none(self) -> None:
        event = parse("loginSuccess", {"servertime": 10**18, "servertimeoffset": 0})
        assert event == LoginSucceeded(None)

    @pytest.mark.parametrize("offset", ["x", 10_000, None, [], float("nan")])
    def test_an_absurd_offset_is_none(self, offset: object) -> None:
        body = {"servertime": 1703764800, "servertimeoffset": offset}
        event = parse("loginSuccess", body)
        assert isinstance(event, LoginSucceeded)
        assert event.server_time == events.ServerTime(utc(2023, 12, 28, 10, 0), 120)


class TestTolerance:
    @pytest.mark.parametrize("name", server_events())
    def test_keys_may_be_spelt_in_any_way(self, name: str) -> None:
        event_name, payload = load(name)
        assert parse(event_name, respell(payload)) == parse(event_name, payload)

    @pytest.mark.parametrize("name", server_events())
    def test_numbers_may_be_texts(self, name: str) -> None:
        event_name, payload = load(name)
        assert parse(event_name, stringify(payload)) == parse(event_name, payload)

    @pytest.mark.parametrize("name", server_events())
    def test_event_names_may_be_spelt_in_any_case(self, name: str) -> None:
        event_name, payload = load(name)
        assert type(parse(event_name.upper(), payload)) is type(parse(event_name, payload))

    @pytest.mark.parametrize("name", sorted(GOLDEN))
    def test_the_envelope_may_move(self, name: str) -> None:
        event_name, payload = load(f"realtime/{name}")
        inside = payload["data"] | {k: v for k, v in payload.items() if k != "data"}
        assert parse(event_name, {"data": inside}) == parse(event_name, payload)
        assert parse(event_name, inside) == parse(event_name, payload)

    def test_the_heading_of_the_vendors_page_is_a_name_too(self) -> None:
        _, payload = load("realtime/all_extensions_status")
        assert isinstance(parse("AllExtensionStatus", payload), ExtensionsSnapshot)

    def test_an_unknown_event_is_named(self) -> None:
        assert parse("voiceBot\x00Event", {}) == UnknownEvent("voiceBotEvent")
        assert len(parse("x" * 10_000, None).name) == 64  # type: ignore[union-attr]

    def test_unknown_words_are_unknown(self) -> None:
        name, payload = load("realtime/observed_hangup_after_answer")
        payload |= {"reason": "HANGUP", "cause": "Solar flare"}
        payload["data"]["currentCall"] |= {"direction": "Sideways", "callstatus": "Humming"}
        event = parse(name, payload)
        assert isinstance(event, ExtensionChanged)
        assert event.cause is HangupCause.UNKNOWN
        assert event.extension.current_call is not None
        assert event.extension.current_call.direction is Direction.UNKNOWN
        assert event.extension.current_call.status is CallStatus.UNKNOWN
        payload["reason"] = "SOMETHING"
        event = parse(name, payload)
        assert isinstance(event, ExtensionChanged)
        assert event.reason is ExtensionReason.UNKNOWN

    def test_the_newer_name_of_the_direction_will_do(self) -> None:
        name, payload = load("realtime/observed_answer")
        del payload["data"]["calls"][0]["direction"]
        event = parse(name, payload)
        assert isinstance(event, ExtensionChanged)
        assert event.extension.calls[0].direction is Direction.INCOMING

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            ({}, {}), (None, {}), ("", {}), ([], {}),
            ('{"CaseID": "7"}', {"CaseID": "7"}),
            ({"CaseID": 7}, {"CaseID": 7}),
            ("plain text", {"value": "plain text"}),
            (["a", "b"], {"1": "a", "2": "b"}),
        ],
    )  # fmt: skip
    def test_custom_data_in_every_form(self, value: object, expected: object) -> None:
        name, payload = load("realtime/observed_answer")
        payload["data"]["calls"][0]["customdata"] = value
        event = parse(name, payload)
        assert isinstance(event, ExtensionChanged)
        assert event.extension.calls[0].custom_data == expected

    def test_texts_are_cleaned_and_cut(self) -> None:
        name, payload = load("realtime/observed_answer")
        call = payload["data"]["calls"][0]
        call["callername"] = "\u202eDana\x07 \ud800  Levi" + "x" * 10_000
        call["callerphone"] = "050\u2066-1234567\x00"
        event = parse(name, payload)
        assert isinstance(event, ExtensionChanged)
        read = event.extension.calls[0]
        assert read.name.startswith("Dana Levix")
        assert len(read.name) == 256
        assert read.number.raw == "050-1234567"


def respell(value: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, list):
        return [respell(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        ("_".join(key.upper()) if key.lower() != "customdata" else key.upper()): (
            item if key.lower() in ("customdata", "data", "statistics") and "QueueID" not in item
            and "extenUser" not in item else respell(item)
        )
        for key, item in value.items()
    }  # fmt: skip


def stringify(value: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, list):
        return [stringify(item) for item in value]
    if isinstance(value, dict):
        return {key: stringify(item) for key, item in value.items()}
    return str(value) if isinstance(value, int) else value


def test_keepalive_answers() -> None:
    assert parse("keepaliveResponse", {"isOK": True, "errorCode": 0}) == KeepaliveAnswered(True)
    assert parse("keepaliveResponse", {"isOk": "false"}) == KeepaliveAnswered(False)
    assert parse("keepaliveResponse", {"isOK": True, "errorCode": "2"}) == KeepaliveAnswered(False)
    assert parse("keepaliveResponse", None) == KeepaliveAnswered(True)


def test_configuration_and_campaign_events() -> None:
    assert parse("ExtensionsUpdated", "anything") == ConfigurationChanged("extensions")
    assert parse("QueuesUpdated", None) == ConfigurationChanged("queues")
    assert parse("DialersUpdated", {}) == ConfigurationChanged("campaigns")
    event = parse("DialerEvent", {"data": {"campaignID": "13000", "statistics": {"calls": 3}}})
    assert isinstance(event, DialerChanged)
    assert (event.dialer.campaign_id, event.dialer.numbers) == (13000, {"calls": 3})
    pushed = parse("loginResponse", {"Token": "new"})
    assert pushed == TokenPushed({"Token": "new"})
