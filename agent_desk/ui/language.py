"""The language of the windows: its texts and Qt's own, direction, dates and fonts.

Four are complete. A file of English exists as well: it holds the plural forms, which the code,
where the texts are English, does not.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator

from agent_desk.core.resources import resource_bytes
from agent_desk.ui import fonts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QApplication

_log = logging.getLogger(__name__)

LANGUAGES: Final = {"en": "English", "he": "עברית", "ar": "العربية", "ru": "Русский"}
"""The codes of the languages we have, and what each calls itself."""

_FALLBACK: Final = "en"
_RIGHT_TO_LEFT: Final = frozenset({"he", "ar"})
# Where the system does not tell. Arabic is that of a country which writes 0 to 9: telephone
# numbers and extensions are written so everywhere, and one line must not mix two sets of digits.
_LOCALES: Final = {"en": "en_GB", "he": "he_IL", "ar": "ar_AE", "ru": "ru_RU"}
_OURS: Final = "agent_desk language"


class _Texts(QTranslator):
    """Texts from memory; Qt does not copy what it reads them from."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self._content = content
        self.load(content)


def choose(code: str, wanted: Iterable[str] = ()) -> str:
    """Which language to take: ``code``, else the first of ``wanted`` that we have, else English.

    Codes may carry more than the language: ``he-IL``, ``ru_RU.UTF-8``.
    """
    for each in (code, *wanted):
        found = QLocale.languageToCode(QLocale(each.replace("-", "_")).language())
        if each and found in LANGUAGES:
            return found
    return _FALLBACK


def install(app: QApplication, code: str) -> str:
    """Let ``app`` speak ``code``, or the system's language where it is empty or unknown to us.

    Gives the code that was taken. May be called again to change the language: windows that are
    made afterwards speak it. Apply the theme afterwards, since the fonts may have changed.
    """
    system = QLocale.system()
    taken = choose(code, system.uiLanguages())
    for old in app.findChildren(QTranslator, _OURS):
        app.removeTranslator(old)
        old.deleteLater()
    ours = _Texts(resource_bytes(f"translations/agent_desk_{taken}.qm"))
    for translator in (_texts_of_qt(taken), ours):
        translator.setObjectName(_OURS)
        translator.setParent(app)
        app.installTranslator(translator)
    QLocale.setDefault(_locale(taken, system))
    is_rtl = taken in _RIGHT_TO_LEFT
    directions = Qt.LayoutDirection
    app.setLayoutDirection(directions.RightToLeft if is_rtl else directions.LeftToRight)
    fonts.choose(taken)
    return taken


def _texts_of_qt(code: str) -> QTranslator:
    """What Qt's own menus and fields say; they stay English where a bundle left that out."""
    texts = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not texts.load(f"qtbase_{code}", folder):
        _log.info("Qt's own texts in the language %s are missing.", code)
    return texts


def _locale(code: str, system: QLocale) -> QLocale:
    """How dates are written: as the system does, where it speaks the language."""
    is_same = QLocale.languageToCode(system.language()) == code
    return system if is_same and system.zeroDigit() == "0" else QLocale(_LOCALES[code])
