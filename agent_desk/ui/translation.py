"""Marking texts for translation where they are written but not yet shown."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """``text`` itself; Qt's own function of this name is typed as giving any object."""
    return text
