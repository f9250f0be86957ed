from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.search_terms import MOST_TERMS, number_terms, terms, wanted, words

if TYPE_CHECKING:
    from agent_desk.voicenter.events import CustomValue


def finds(typed: str, *, number: str = "", text: str = "") -> bool:
    """Whether what was typed finds a call with that number or text."""
    there = terms([PhoneNumber(number)], [text], {})
    return all(
        any(
            known.startswith(term) if is_beginning else known == term
            for term, is_beginning in choice
            for known in there
        )
        for choice in wanted(typed)
    )


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "050-12",
            "97250",
            "+972-50",
            "5012",
            "050",
            "0501234567",
            "(050) 123-4567",
            "4567",
            "67",
        ),
        *("+972 50 123", "00972501", "+972-050-123", "972501234567", "9725012", "2501"),
    ],
)
@pytest.mark.parametrize("number", ["972501234567", "0501234567", "+972-50-123-4567"])
def test_any_part_of_a_number_in_any_form(typed: str, number: str) -> None:
    assert finds(typed, number=number)


@pytest.mark.parametrize("typed", ["051", "97251", "45678", "0972", "5013"])
def test_what_is_no_part_of_it(typed: str) -> None:
    assert not finds(typed, number="972501234567")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", "1234"),
        ("sip", "SIPSIP1"),
        ("442", "442071234567"),
        ("0044", "442071234567"),
        ("972", "0501234567"),
    ],
)
def test_short_codes_extensions_and_other_countries(typed: str, number: str) -> None:
    assert finds(typed, number=number)


def test_who_withholds_the_number_is_not_found_by_it() -> None:
    assert not list(number_terms(PhoneNumber("Anonymous")))


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("dana", "Dana Levi"),
        ("LEV dan", "Dana Levi"),
        ("jose", "José García"),
        ("garcía", "Jose Garcia"),
        ("כהן", "רותי לכהן"),
        ("לכהן", "רותי כהן"),
        ("ולכהן", "כהן"),
        ("כהן", "ולכהן"),
        ("כה", "שלכהן"),
        ("שלום", "שָׁלוֹם"),
        ("לדן", "דן"),
        ("כצ", "לכץ"),
        ("123-45", "ticket 123-45/6"),
        ("12345", "ticket 123-45"),
        ("acme", "www.acme.example"),
    ],
)
def test_words_by_their_beginnings(typed: str, text: str) -> None:
    assert finds(typed, text=text)


@pytest.mark.parametrize(
    ("typed", "text"), [("ana", "Dana"), ("dana cohen", "Dana Levi"), ("לד", "דניאל"), ("abc", "")]
)
def test_other_words(typed: str, text: str) -> None:
    assert not finds(typed, text=text)


def test_custom_data_is_found_whatever_it_is() -> None:
    data: dict[str, CustomValue] = {
        "a": "Blue",
        "b": 12345,
        "c": {"d": ["Inner"]},
        "e": True,
        "f": None,
        "g": 1.5,
    }
    found = terms([], [], data)
    assert {"blue", "12345", "inner"} <= set(found)
    assert not {"true", "none", "a"} & set(found)


def test_a_long_text_ends_somewhere() -> None:
    assert len(terms([], [" ".join(f"w{n}" for n in range(5000))], {})) == 1000
    assert max(len(word) for word in words("x" * 500)) < 100
    assert finds("x" * 400, text="x" * 500)


@pytest.mark.parametrize("typed", ["", " ", '"', "' OR 1=1", "\0", "* NEAR(", "-", "+", "---", "_"])
def test_signs_are_no_words(typed: str) -> None:
    assert all(term.strip("\u00d7").isalnum() for choice in wanted(typed) for term, _ in choice)


def test_ten_thousand_letters() -> None:
    assert {term for choice in wanted("ab " * 5000) for term, _ in choice} == {"ab", "a"}
    assert len(wanted(" ".join(f"a{n}" for n in range(3000)))) <= MOST_TERMS


@given(st.text())
def test_every_term_is_one_token_for_sqlite(text: str) -> None:
    """Else the index would read one term as two, and find neither."""
    made = [*terms([PhoneNumber(text)], [text], {"key": text})]
    made += [term for choice in wanted(text) for term, _ in choice]
    with closing(sqlite3.connect(":memory:")) as connection:
        options = "detail = none, tokenize = \"ascii tokenchars '_'\""
        connection.execute(f"CREATE VIRTUAL TABLE w USING fts5 (t, {options})")
        for term in made:
            connection.execute("INSERT INTO w (t) VALUES (?)", (term,))
            sql = "SELECT count(*) FROM w WHERE w MATCH ?"
            assert connection.execute(sql, (f'"{term}"*',)).fetchone() != (0,)


@given(st.text(alphabet="אבהוכלמנשcdé ", max_size=20))
def test_every_text_is_found_by_itself(text: str) -> None:
    assert finds(text, text=text)


@given(st.from_regex(r"\+?[0-9]{2,14}", fullmatch=True), st.data())
def test_every_part_of_every_number(number: str, data: st.DataObject) -> None:
    digits = PhoneNumber(number).digits.removeprefix("00")
    start = data.draw(st.integers(0, max(len(digits) - 2, 0)))
    typed = digits[start : start + data.draw(st.integers(2, 14))]
    if len(typed) >= 2 and not typed.startswith(("00", "9720")) and len(digits) < 8:
        assert finds(typed, number=number)
