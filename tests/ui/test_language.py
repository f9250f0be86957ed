from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from agent_desk.core.identity import LoginKind
from agent_desk.core.link import Link
from agent_desk.desk.card import WhyKind
from agent_desk.desk.gap import Gap, GapCheck
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.link import LinkView
from agent_desk.desk.recent import ListState, RecentCalls
from agent_desk.desk.state import Outcome, Phase
from agent_desk.ui import fault_words, fonts, language, words
from agent_desk.ui.countries import COUNTRIES
from agent_desk.ui.fonts import Role
from agent_desk.ui.intents import ExtensionChoice
from agent_desk.ui.shell import Shell
from agent_desk.ui.text import plain
from agent_desk.ui.theme import Theme
from tests.helpers import translations
from tests.ui.finders import drop_deleted
from tests.ui.pictures import HEBREW_FIELDS, dana, my_calls, talks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.helpers.clock import FakeClock

FOREIGN = ("ar", "he", "ru")
# Forms that stand for one number alone may say it in a word. (In Russian the first form also
# stands for 21, in English nothing is gained.)
ONE_NUMBER = {"ar": {0, 1, 2}, "he": {0}, "en": set(), "ru": set()}
# What is no text of ours, or the same in all languages.
NAMES = {
    *("API", "SIPSIP", "Voicenter", "agent", "desk", "example", "com", "maya", "monitor"),
    *("Avi", "Shalom", "Dana", "Levi", "Noam", "Bar", "Omer", "Katz", "Sales", "Queue"),
    *("Yael", "Lavi"),
}


@dataclass(frozen=True, slots=True)
class Text:
    """One text and what it is in another language: one form, or one for each kind of number."""

    context: str
    source: str
    forms: tuple[str, ...]
    is_counted: bool
    state: str


def texts(language_code: str) -> list[Text]:
    file = translations.text_file(translations.FOLDER, language_code)
    tree = ET.parse(file)  # noqa: S314 - a file of ours
    found = []
    for context in tree.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            found.append(
                Text(
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    tuple(forms) or (translation.text or "",),
                    is_counted=message.get("numerus") == "yes",
                    state=translation.get("type", "finished"),
                )
            )
    return found


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    language.install(qapp, "en")
    QLocale.setDefault(QLocale.c())
    Theme.apply(qapp, "light")
    drop_deleted()


def test_the_texts_are_those_of_the_code_and_compiled(tmp_path: Path) -> None:
    for file in translations.FOLDER.glob("*.ts"):
        shutil.copy(file, tmp_path)
    translations.update(tmp_path)
    translations.release(tmp_path)
    kept, fresh = (
        {file.name: file.read_bytes() for file in folder.glob("*.[tq]*")}
        for folder in (translations.FOLDER, tmp_path)
    )
    stale = sorted(name for name in kept.keys() | fresh if kept.get(name) != fresh.get(name))
    assert stale == [], "run: python3 dev.py translate"


@pytest.mark.parametrize("code", translations.LANGUAGES)
def test_every_text_is_translated(code: str) -> None:
    assert [text for text in texts(code) if text.state != "finished" or not all(text.forms)] == []


@pytest.mark.parametrize("code", translations.LANGUAGES)
def test_a_translation_has_what_the_text_has(code: str) -> None:
    def marks(said: str) -> list[str]:
        return sorted(re.findall(r"\{\w*\}|%n", said))

    for text in texts(code):
        assert text.is_counted == ("%n" in text.source), text
        for at, form in enumerate(text.forms):
            wanted = marks(text.source)
            if text.is_counted and at in ONE_NUMBER[code] and "%n" not in form:
                wanted.remove("%n")
            assert marks(form) == wanted, text


@pytest.mark.parametrize("code", translations.LANGUAGES)
def test_a_translation_is_clean(code: str) -> None:
    for text in texts(code):
        for form in text.forms:
            assert form == " ".join(form.split()), text
            # No exclamation marks, no shortcuts, no direction marks: those come with the values.
            assert not re.search("[!&\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", form) or (
                text.context == "countries"
            ), text
            assert form.endswith("…") == text.source.endswith("…"), text


def test_all_languages_have_the_same_texts() -> None:
    def sources(code: str) -> list[tuple[str, str]]:
        return [(text.context, text.source) for text in texts(code)]

    assert sources("ar") == sources("he") == sources("ru")
    counted = [(text.context, text.source) for text in texts("he") if text.is_counted]
    assert sources("en") == counted
    assert set(translations.LANGUAGES) == set(language.LANGUAGES)


@pytest.mark.parametrize(
    ("code", "wanted", "taken"),
    [
        ("he", (), "he"),
        ("ru_RU.UTF-8", ("he",), "ru"),
        ("ar-EG", (), "ar"),
        ("iw", (), "he"),
        ("", ("fr-FR", "ru-RU", "he"), "ru"),
        ("fr", ("he-Hebr-IL",), "he"),
        ("", ("C",), "en"),
        ("", (), "en"),
        ("nonsense", (), "en"),
    ],
)
def test_the_language_is_the_one_asked_for_or_the_systems(
    code: str, wanted: tuple[str, ...], taken: str
) -> None:
    assert language.choose(code, wanted) == taken


@pytest.mark.parametrize(
    ("code", "is_rtl", "said"),
    [
        ("en", False, "Recording muted"),
        ("he", True, "ההקלטה מושתקת"),
        ("ar", True, "التسجيل مكتوم"),
        ("ru", False, "Запись отключена"),
    ],
)
def test_a_language_brings_its_texts_and_its_direction(
    app: QApplication, code: str, is_rtl: bool, said: str
) -> None:
    assert language.install(app, code) == code
    assert words.recording(GuardState.MUTED) == said
    assert (app.layoutDirection() == Qt.LayoutDirection.RightToLeft) == is_rtl
    assert QLocale.languageToCode(QLocale().language()) == code
    of_qt = QCoreApplication.translate("QPlatformTheme", "Cancel")
    assert (of_qt == "Cancel") == (code == "en")


def test_the_language_can_be_changed_and_the_one_before_goes(app: QApplication) -> None:
    for code in ("he", "ru", "ar", "en", "en"):
        language.install(app, code)
    drop_deleted()
    assert words.recording(GuardState.MUTED) == "Recording muted"
    assert app.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert len(app.findChildren(QTranslator)) == 2


@pytest.mark.parametrize(
    ("code", "number", "said"),
    [
        ("en", 1, "1 more field"),
        ("en", 2, "2 more fields"),
        ("he", 1, "עוד שדה אחד"),
        ("he", 2, "עוד 2 שדות"),
        ("he", 20, "עוד 20 שדות"),
        ("ar", 1, "حقل آخر"),
        ("ar", 2, "حقلان آخران"),
        ("ar", 3, "3 حقول أخرى"),
        ("ar", 11, "11 حقلًا آخر"),
        ("ar", 100, "100 حقل آخر"),
        ("ru", 1, "Ещё 1 поле"),
        ("ru", 3, "Ещё 3 поля"),
        ("ru", 5, "Ещё 5 полей"),
        ("ru", 11, "Ещё 11 полей"),
        ("ru", 21, "Ещё 21 поле"),
    ],
)
def test_numbers_have_their_form(app: QApplication, code: str, number: int, said: str) -> None:
    language.install(app, code)
    assert words.more_fields(number) == said


@pytest.mark.parametrize("code", FOREIGN)
def test_every_country_of_a_number_has_its_name(app: QApplication, code: str) -> None:
    from phonenumbers import SUPPORTED_REGIONS as regions  # noqa: N811 - slow to import

    language.install(app, code)
    named = {QLocale.territoryToString(QLocale.codeToTerritory(region)) for region in regions}
    assert named == set(COUNTRIES)
    assert not any(re.search("[A-Za-z]", words.region(region)) for region in regions)


@pytest.mark.parametrize(
    ("code", "then"),
    [
        ("en", ["Today 09:00", "Sat 12:00", "3 Nov 12:00"]),
        ("he", ["היום 09:00", "שבת 12:00", "3.11 12:00"]),
        ("ar", ["اليوم 09:00", "السبت 12:00", "3/11 12:00"]),
        ("ru", ["Сегодня 09:00", "сб 12:00", "3.11 12:00"]),
    ],
)
def test_dates_are_those_of_the_language(
    app: QApplication, clock: FakeClock, code: str, then: list[str]
) -> None:
    language.install(app, code)
    now = clock.now().astimezone().replace(year=2026, month=11, day=23, hour=12, minute=0)
    days = (now.replace(hour=9), now.replace(day=21), now.replace(day=3))
    assert [plain(words.moment(day, now)) for day in days] == then


def shown(window: QWidget) -> Iterator[str]:
    """All that can be read in a window, and what a screen reader says of its controls."""
    for widget in window.findChildren(QWidget):
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
    yield window.windowTitle()


def english_words(window: QWidget) -> set[str]:
    """What of a window is in English, and nobody's name."""
    return {word for said in shown(window) for word in english(said)}


def english(said: str) -> set[str]:
    """Latin words of a text that are nobody's name."""
    return set(re.findall("[A-Za-z]{3,}", said)) - NAMES


@pytest.mark.parametrize("code", FOREIGN)
def test_nothing_in_the_windows_stays_english(
    app: QApplication, clock: FakeClock, code: str
) -> None:
    language.install(app, code)
    shell = Shell(Theme.apply(app, "light"), clock)
    window = shell.window
    for kind in LoginKind:
        shell.show_sign_in(kind=kind, identity="maya@example.com", keyring_available=False)
        shell.sign_in_failed("certificate", "", "")
        assert english_words(window) == set()
    shell.ask_extensions((ExtensionChoice("SIPSIP1", "201", "Noam Bar"),))
    assert english_words(window) == set()
    shell.show_desk("Dana Levi", ("SIPSIP1", "SIPSIP2"), is_session_only=True)
    shell.set_link(LinkView(Link.RECONNECTING, retry_at=clock.monotonic() + 4))
    shell.desk.set_my_calls(my_calls(clock.now()))
    shell.notice("no_keyring", "")
    shell.ask_api_code("api_code")
    card = dana(
        clock,
        fields=HEBREW_FIELDS,
        talks=talks(clock.now()),
        why=tuple(WhyKind),
        is_spied_on=True,
        transferred_by="Noam Bar",
    )
    for guard in GuardState:
        shell.set_cards((replace(card, guard=GuardView(guard, failure_code="contradicted")),))
        pop = shell.pop_widget(card.key)
        assert pop is not None
        assert english_words(pop) | english_words(window) == set()
    for state in ListState:
        shell.set_cards((replace(card, talks=RecentCalls(state, error_code="dns")),))
        assert english_words(window) == set()
    shell.set_cards(())
    shell.close_all()


@pytest.mark.parametrize("code", FOREIGN)
def test_no_word_for_a_state_stays_english(app: QApplication, clock: FakeClock, code: str) -> None:
    language.install(app, code)
    gap = Gap(clock.now(), clock.now())
    card = dana(clock, queue_name="", line_text="")
    said = [
        *(words.state(replace(card, phase=phase)) for phase in Phase),
        *(words.outcome(outcome) for outcome in Outcome),
        *(words.why(kind) for kind in WhyKind),
        *(words.gap(replace(gap, check=check)) for check in GapCheck),
        *(words.link_state(LinkView(link), 0.0) for link in Link),
        *(words.length(seconds) for seconds in (1, 100, 5000)),
        *(fault_words.guard_fault(fault) for fault in ("rejected", "unknown_outcome", "none")),
        words.you(),
        words.recovered(),
        words.hidden_number(),
    ]
    assert [each for each in said if not each or english(each)] == []


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("code", ["ar", "he"])
def test_arabic_letters_are_whole_on_their_line(app: QApplication, code: str, role: Role) -> None:
    language.install(app, code)
    depth = fonts.metrics(role, "ي").tightBoundingRect("ي").bottom()
    assert fonts.baseline(role, "ي", role.line) + depth < role.line + 1
