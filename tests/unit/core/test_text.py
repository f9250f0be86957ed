"""Texts from callers become one plain line."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desk.core.text import MAX_TEXT, clean_text


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Dana Levi", "Dana Levi"),
        ("  Dana\t\r\n Levi  ", "Dana Levi"),
        ("דנה לוי", "דנה לוי"),
        ("\u202eiveL anaD\u202c", "iveL anaD"),
        ("\u2067דנה\u2069\u200f", "דנה"),
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\ud800Dana\udfff", "Dana"),
        ("👩\u200d💻 dev", "👩\u200d💻 dev"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u3164", ""),
        ("<b>Dana</b>", "<b>Dana</b>"),
        ("e" + "\u0301" * 40, "e" + "\u0301" * 4),
        ("", ""),
    ],
)
def test_known_texts(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    cut = clean_text("x" * 10_000)
    assert len(cut) == MAX_TEXT
    assert cut.endswith("x…")
    assert clean_text("x" * MAX_TEXT) == "x" * MAX_TEXT


@given(st.text(alphabet=st.characters(), max_size=600))
def test_whatever_comes_the_result_is_printable_and_stable(raw: str) -> None:
    clean = clean_text(raw)
    assert len(clean) <= MAX_TEXT
    assert clean == clean.strip()
    clean.encode("utf-8")
    for char in clean:
        assert char in "\u200c\u200d" or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Cn"}
    assert clean_text(clean) == clean
