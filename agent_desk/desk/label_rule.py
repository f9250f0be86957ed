"""How an administrator wants one value of the custom data shown; light, for the settings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LabelRule:
    """An administrator's wish for one key of the custom data.

    ``link`` is a template such as ``https://crm.example.com/client/{value}``; the value is
    percent-encoded into its path or query.
    """

    key: str
    label: str = ""
    is_hidden: bool = False
    link: str = ""
