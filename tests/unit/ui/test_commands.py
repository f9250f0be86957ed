from __future__ import annotations

import pytest

from agent_desk.ui.commands import Command, Commands
from agent_desk.ui.icons import Icon


class Log:
    """What was done, and the reason why nothing can be."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.reason = ""

    def command(self, name: str, words: str = "", *, keys: str = "", also: str = "") -> Command:
        return Command(
            name, words or name, Icon.DESK, lambda: self.done.append(name), keys, also, self.why
        )

    def why(self) -> str:
        return self.reason


@pytest.fixture
def log() -> Log:
    return Log()


def names(commands: Commands, wanted: str = "") -> list[str]:
    return [command.name for command, _reason in commands.found(wanted)]


def test_a_command_is_done_and_remembered(log: Log) -> None:
    commands = Commands([log.command(name) for name in ("one", "two", "three")])
    assert commands.run("three") == ""
    assert commands.run("two") == ""
    assert log.done == ["three", "two"]
    assert names(commands) == ["two", "three", "one"]


def test_what_cannot_be_done_says_why_and_is_not_remembered(log: Log) -> None:
    commands = Commands([log.command("one"), log.command("two")])
    log.reason = "no call"
    assert commands.run("two") == "no call"
    assert log.done == []
    log.reason = ""
    assert names(commands) == ["one", "two"]


def test_what_cannot_be_done_stands_last_until_it_is_typed(log: Log) -> None:
    off = Command("off", "Mute", Icon.MUTED, lambda: None, why_not=lambda: "no call")
    commands = Commands([off, log.command("on", "Permute")])
    assert names(commands) == ["on", "off"]
    assert names(commands, "mute") == ["off", "on"]
    assert commands.found("mute")[0] == (off, "no call")


def test_commands_are_found_by_further_words_and_in_english(log: Log) -> None:
    commands = Commands([log.command("mute_recording", "השתקת הקלטה", also="שקט")])
    assert names(commands, "שקט") == names(commands, "recording") == ["mute_recording"]
    assert names(commands, "unmute") == []


def test_what_is_not_listed_is_not_found(log: Log) -> None:
    hidden = Command("hidden", "Hidden", Icon.DESK, log.done.clear, is_listed=False)
    commands = Commands([hidden])
    assert names(commands) == []
    assert [command.name for command in commands] == ["hidden"]
    assert commands["hidden"] is hidden


def test_two_commands_share_neither_name_nor_keys(log: Log) -> None:
    with pytest.raises(ValueError, match="two commands are called one"):
        Commands([log.command("one"), log.command("one")])
    with pytest.raises(ValueError, match=r"Ctrl\+Shift\+M is for one and for two"):
        Commands([log.command("one", keys="Ctrl+Shift+M"), log.command("two", keys="Shift+Ctrl+M")])


@pytest.mark.parametrize(
    "keys",
    [*("M", "Shift+M", "Space", "Return", "Ctrl+C", "Ctrl+Shift+Z", "Ctrl+E", "Ctrl+Alt+M", "5")],
)
def test_keys_of_whoever_types_are_refused(log: Log, keys: str) -> None:
    with pytest.raises(ValueError, match="belongs to whoever is typing"):
        Commands([log.command("one", keys=keys)])


@pytest.mark.parametrize("keys", ["nonsense", "Ctrl+K, Ctrl+M", "Ctrl+"])
def test_keys_are_one_combination(log: Log, keys: str) -> None:
    with pytest.raises(ValueError, match=r"is not one combination|belongs to"):
        Commands([log.command("one", keys=keys)])


@pytest.mark.parametrize("keys", ["F5", "Shift+F5", "Ctrl+,", "Ctrl+1", "Alt+1", "Ctrl+Shift+M"])
def test_these_keys_are_good(log: Log, keys: str) -> None:
    [command] = Commands([log.command("one", keys=keys)])
    assert command.keys_text


def test_a_command_without_keys_has_no_words_for_them(log: Log) -> None:
    assert log.command("one").keys_text == ""
