from __future__ import annotations

from agent_desk.core.identity import LoginKind
from agent_desk.desk.own import Candidate, OwnChoice, choose_own
from agent_desk.voicenter.events import Extension

ME, OTHER = 700001, 700002


def extension(
    sip: str, owner: int = OTHER, online: int | None = None, agent: str = ""
) -> Extension:
    return Extension(
        sip, user_id=owner, user_name=f"user {owner}", online_user_id=online, agent_name=agent
    )


def test_a_users_sign_in_owns_what_it_is_shown() -> None:
    extensions = [extension("B", ME), extension("A", ME)]
    assert choose_own(extensions, LoginKind.USER) == OwnChoice(own=("A", "B"))


def test_an_account_with_one_extension_needs_no_question() -> None:
    assert choose_own([extension("A")], LoginKind.ACCOUNT) == OwnChoice(own=("A",))


def test_an_account_asks_once_and_suggests_what_looks_right() -> None:
    extensions = [extension("B", ME), extension("A"), extension("C", online=ME, agent="Noa")]
    choice = choose_own(extensions, LoginKind.TOKEN, user_id=ME)
    assert choice.own == ()
    assert choice.candidates == (
        Candidate("A", f"user {OTHER}"),
        Candidate("B", f"user {ME}", is_suggested=True),
        Candidate("C", f"user {OTHER}", "Noa", is_suggested=True),
    )


def test_without_a_user_nothing_is_suggested() -> None:
    choice = choose_own([extension("A"), extension("B")], LoginKind.ACCOUNT)
    assert not any(candidate.is_suggested for candidate in choice.candidates)


def test_no_extension_at_all() -> None:
    assert choose_own([], LoginKind.ACCOUNT) == OwnChoice()


def test_the_remembered_choice_wins() -> None:
    extensions = [extension("A"), extension("B"), extension("C")]
    choice = choose_own(extensions, LoginKind.ACCOUNT, remembered=("gone", "C", "A"))
    assert choice == OwnChoice(own=("C", "A"))


def test_a_remembered_extension_that_is_gone_is_asked_for_again() -> None:
    choice = choose_own([extension("A"), extension("B")], LoginKind.TOKEN, remembered=("gone",))
    assert [candidate.sip for candidate in choice.candidates] == ["A", "B"]


def test_somebody_else_at_the_remembered_telephone() -> None:
    extensions = [extension("A", online=OTHER, agent="Dana"), extension("B", online=ME)]
    choice = choose_own(extensions, LoginKind.ACCOUNT, remembered=("A",), user_id=ME)
    assert choice == OwnChoice(own=("A",), taken_by="Dana", moved_to=("B",))


def test_a_stranger_without_a_name_has_at_least_a_telephone() -> None:
    choice = choose_own([Extension("A", online_user_id=OTHER)], LoginKind.USER, user_id=ME)
    assert choice.taken_by == "A"


def test_nobody_else_there() -> None:
    extensions = [extension("A", online=ME), extension("B", online=OTHER)]
    choice = choose_own(extensions, LoginKind.ACCOUNT, remembered=("A",), user_id=ME)
    assert choice == OwnChoice(own=("A",))
