"""Options over the environment over what was chosen before."""

from __future__ import annotations

import pytest

from agent_desk.config import Profile, Settings, SignInChoice
from agent_desk.core.errors import BadInputError
from agent_desk.core.identity import LoginKind
from agent_desk.effective import effective_settings
from agent_desk.options import Options

USER = SignInChoice(kind=LoginKind.USER, identity="agent@example.com")
ACCOUNT = SignInChoice(kind=LoginKind.ACCOUNT, identity="acct")
TOKEN = SignInChoice(kind=LoginKind.TOKEN)


@pytest.mark.parametrize("stored", [None, USER, ACCOUNT, TOKEN], ids=str)
@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (Options(email="agent@example.com"), USER),
        (Options(username="acct"), ACCOUNT),
        (Options(login=LoginKind.TOKEN), TOKEN),
        (Options(login=LoginKind.TOKEN, email="agent@example.com"), TOKEN),
        (Options(login=LoginKind.USER, email="agent@example.com", username="acct"), USER),
        (Options(login=LoginKind.ACCOUNT, email="agent@example.com", username="acct"), ACCOUNT),
    ],
    ids=str,
)
def test_who_the_options_name_signs_in(
    options: Options, expected: SignInChoice, stored: SignInChoice | None
) -> None:
    assert effective_settings(options, Settings(sign_in=stored)).sign_in == expected


@pytest.mark.parametrize("stored", [None, USER, ACCOUNT, TOKEN], ids=str)
def test_without_options_whoever_signed_in_last(stored: SignInChoice | None) -> None:
    assert effective_settings(Options(), Settings(sign_in=stored)).sign_in == stored


def test_a_kind_alone_is_enough_where_the_last_sign_in_was_of_it() -> None:
    settings = Settings(sign_in=ACCOUNT)
    options = Options(login=LoginKind.ACCOUNT)
    assert effective_settings(options, settings).sign_in == ACCOUNT


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (Options(login=LoginKind.USER), "--login user needs --email."),
        (Options(login=LoginKind.ACCOUNT, email="a@example.com"), "account needs --username."),
        (Options(email="a@example.com", username="acct"), "do not go together"),
    ],
    ids=str,
)
def test_what_does_not_say_who_is_refused(options: Options, words: str) -> None:
    with pytest.raises(BadInputError, match=words):
        effective_settings(options, Settings(sign_in=TOKEN))


def test_the_server_is_the_options_else_the_stored_one() -> None:
    stored = Settings(server="http://stored.example")
    assert effective_settings(Options(), stored).server == "http://stored.example"
    options = Options(server="http://given.example")
    assert effective_settings(options, stored).server == "http://given.example"


def test_the_language_is_the_options_else_that_of_who_signs_in_else_the_default_one() -> None:
    stored = Settings(
        sign_in=USER,
        default=Profile(language="ru"),
    ).with_profile(Profile(language="he"))
    assert effective_settings(Options(), stored).profile.language == "he"
    assert effective_settings(Options(username="acct"), stored).profile.language == "ru"
    assert effective_settings(Options(language="ar"), stored).profile.language == "ar"
    other = Options(server="http://other.example")
    assert effective_settings(other, stored).profile.language == "ru"
