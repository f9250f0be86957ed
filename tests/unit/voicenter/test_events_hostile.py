from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desk.voicenter.events import (
    DialersSnapshot,
    Extension,
    ExtensionChanged,
    ExtensionsSnapshot,
    LoginRefused,
    MalformedEvent,
    QueuesSnapshot,
    Users,
    parse,
)
from tests.helpers.fixtures import load, names

NOT_FROM_THE_SERVER = ("emit_", "engineio_open")


def server_events() -> list[str]:
    return [n for n in names("realtime") if not n.split("/")[1].startswith(NOT_FROM_THE_SERVER)]


def extension_events() -> list[str]:
    return [name for name in server_events() if load(name)[0] == "ExtensionEvent"]


class TestMalformed:
    @pytest.mark.parametrize(
        ("name", "payload"),
        [
            ("ExtensionEvent", None),
            ("ExtensionEvent", []),
            ("ExtensionEvent", "text"),
            ("ExtensionEvent", {"data": {"calls": []}}),
            ("ExtensionEvent", {"data": {"extenUser": "", "calls": []}}),
            ("ExtensionEvent", {"data": {"extenUser": {}, "calls": []}}),
            ("ExtensionEvent", {"data": {"extenUser": "SIPSIP1"}}),
            ("ExtensionEvent", {"data": {"extenUser": "SIPSIP1", "calls": None}}),
            ("ExtensionEvent", {"data": {"extenUser": "SIPSIP1", "calls": {}}}),
            ("QueueEvent", {"data": {"Calls": []}}),
            ("QueueEvent", {"data": {"QueueID": 7}}),
            ("AllExtensionsStatus", {}),
            ("AllExtensionsStatus", {"extensions": None}),
            ("loginStatus", {"queues": {}}),
            ("AllUsersStatus", None),
            ("AllDialersStatus", 5),
            ("DialerEvent", {"data": {"name": "Campaign1"}}),
            ("loginResponse", "token"),
        ],
    )
    def test_what_cannot_be_used_is_malformed(self, name: str, payload: object) -> None:
        event = parse(name, payload)
        assert isinstance(event, MalformedEvent)
        assert event.name == name

    def test_a_reported_error_is_named(self) -> None:
        event = parse("AllExtensionsStatus", {"errorCode": "7", "errorDesc": "No 0501234567"})
        assert event == MalformedEvent("AllExtensionsStatus", "the server reports error 7")
        assert parse("loginSuccess", {"errorCode": 3}) == LoginRefused(3)

    def test_bad_entries_of_snapshots_are_counted(self) -> None:
        name, payload = load("realtime/observed_all_extensions_status")
        payload["extensions"] += [None, 7, {"extenUser": "SIPSIP9"}]
        payload["extensions"][0]["calls"] += [{"callerphone": "0501234567"}, "call"]
        snapshot = parse(name, payload)
        assert isinstance(snapshot, ExtensionsSnapshot)
        assert len(snapshot.extensions) == 3
        assert len(snapshot.extensions[0].calls) == 1
        assert snapshot.malformed == 5
        name, payload = load("realtime/observed_login_status")
        payload["queues"][0]["Calls"].append({})
        payload["queues"].append({})
        queues = parse(name, payload)
        assert isinstance(queues, QueuesSnapshot)
        assert (len(queues.queues), queues.malformed) == (2, 2)
        name, payload = load("realtime/observed_all_dialers_status")
        payload["dialers"].append({})
        dialers = parse(name, payload)
        assert isinstance(dialers, DialersSnapshot)
        assert (len(dialers.dialers), dialers.malformed) == (2, 1)
        assert parse("AllUsersStatus", {"users": [{}, {"userID": "7"}]}) == Users({7: ""})

    def test_an_unreadable_call_of_an_event_is_counted(self) -> None:
        name, payload = load("realtime/observed_answer")
        payload["data"]["calls"].append({"ivrid": None})
        event = parse(name, payload)
        assert isinstance(event, ExtensionChanged)
        assert (len(event.extension.calls), event.malformed) == (1, 1)


MARKS = ("0501234567", "0722776772", "Secret Person", "secret-value")


@pytest.mark.parametrize("name", server_events())
def test_no_event_prints_names_numbers_or_custom_data(name: str) -> None:
    event_name, payload = load(name)
    text = repr(parse(event_name, mark(payload)))
    assert not [word for word in MARKS if word in text]


def mark(value: Any, key: str = "") -> Any:  # noqa: ANN401 - any JSON
    """Every text that may hold something personal replaced by a marked one."""
    if isinstance(value, list):
        return [mark(item, key) for item in value]
    if isinstance(value, dict):
        if key == "customdata":
            return {"CaseID": "secret-value"}
        return {name: mark(item, name) for name, item in value.items()}
    lowered = key.lower()
    if isinstance(value, str) and ("name" in lowered or lowered in ("representative", "code")):
        return value if lowered == "eventname" else "Secret Person"
    return value


def test_nothing_is_deep_enough_to_raise() -> None:
    deep: Any = "bottom"
    for _ in range(100_000):
        deep = {"data": deep, "calls": [deep]} if isinstance(deep, str) else {"data": deep}
    name, payload = load("realtime/observed_answer")
    payload["data"]["calls"][0]["customdata"] = deep
    payload["data"]["summery"] = deep
    event = parse(name, payload)
    assert isinstance(event, ExtensionChanged)
    for known in ("ExtensionEvent", "QueueEvent", "AllExtensionsStatus", "loginResponse"):
        parse(known, deep)
    while isinstance(deep, dict):  # unwound by hand: the interpreter recurses when it frees this
        deep = deep["data"]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["SIPSIP1", "Incoming", "HANGUP", "1703764800", "0", "9" * 400]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.text(max_size=6)
        | st.sampled_from(
            ["data", "extenUser", "calls", "ivrid", "queues", "extensions", "QueueID", "Calls",
             "callStarted", "servertime", "servertimeoffset", "customdata", "currentCall",
             "summery", "representative", "recording", "relatedIvrUniqueIDs", "dialers",
             "campaignID", "users", "userID", "reason", "cause", "errorCode", "isOK"]
        ),
        inner,
        max_size=6,
    ),
    max_leaves=30,
)  # fmt: skip
KNOWN = sorted({load(name)[0] for name in server_events()})


@given(st.sampled_from([*KNOWN, "DialerEvent", "loginResponse", "QueuesUpdated"]), JSON)
def test_junk_never_raises(name: str, payload: object) -> None:
    repr(parse(name, payload))


@given(st.sampled_from(extension_events()), st.data())
def test_a_sample_with_one_member_spoilt_never_raises(name: str, data: st.DataObject) -> None:
    event_name, payload = load(name)
    payload = copy.deepcopy(payload)
    where = data.draw(st.sampled_from(list(objects(payload))))
    key = data.draw(st.sampled_from(sorted(where)))
    where[key] = data.draw(JSON)
    event = parse(event_name, payload)
    assert isinstance(event, ExtensionChanged | MalformedEvent)
    if isinstance(event, ExtensionChanged):
        assert isinstance(event.extension, Extension)
        assert event.extension.sip


def objects(value: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        if value:
            yield value
        for item in value.values():
            yield from objects(item)
    elif isinstance(value, list):
        for item in value:
            yield from objects(item)
