from __future__ import annotations

import pytest

from agent_desk.ui.finding import NO_MATCH, folded, rank


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("", "Mute recording"),
        ("mute", "Mute recording"),
        ("RECORDING mute", "Mute recording"),
        ("rec mu", "Mute recording"),
        ("cording", "Mute recording"),
        ("settings pops", "Settings: Pops"),
        ("settings:pops", "Settings: Pops"),
        ("cafe", "Café"),
        ("café", "Cafe"),
        ("הקלטה", "השתקת הקלטה"),
        ("הקלט", "חידוש ההקלטה"),
        ("שולחנ", "הצגת שולחן העבודה"),
        ("הַקְלָטָה", "השתקת הקלטה"),
        ("مكتب", "عرض المكتب"),
        ("اسكات", "إسكات إيقاف مؤقت"),
        ("مكالمه", "إغلاق المكالمة المنتهية"),
        ("تسـجيل", "كتم التسجيل"),
        ("запись ОТКЛ", "Отключить запись"),
        ("ещё звон", "Еще звонки"),
        ("\u2067הקלטה\u2069", "השתקת הקלטה"),
    ],
)
def test_it_is_found(wanted: str, words: str) -> None:
    assert rank(wanted, words) < NO_MATCH


@pytest.mark.parametrize("wanted", ["mutex", "mute quit", "x", "הקלטה"])
def test_every_word_must_occur(wanted: str) -> None:
    assert rank(wanted, "Mute recording", "silence") == NO_MATCH


def test_the_beginning_of_a_word_weighs_most_and_its_own_words_more() -> None:
    ranks = [
        rank("rec", "Mute recording", ""),
        rank("rec", "Silence", "recording"),
        rank("rec", "Prerecorded", ""),
        rank("rec", "Silence", "prerecorded"),
    ]
    assert ranks == sorted(set(ranks))


def test_marks_of_direction_and_accents_do_not_count() -> None:
    assert folded("\u2066Ü\u2069berRaſchung") == "uberraschung"


@pytest.mark.parametrize("wanted", ["\x00", "(((", "%", "🙂", "\u0301" * 50, "a" * 10_000])
def test_whatever_is_typed_is_only_text(wanted: str) -> None:
    rank(wanted, "Mute recording", "silence")
