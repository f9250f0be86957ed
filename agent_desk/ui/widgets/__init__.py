"""The painted building blocks; screens take them from here."""

from __future__ import annotations

from agent_desk.ui.widgets.button import Button, ButtonRow, Chip, Kind
from agent_desk.ui.widgets.card import Card, EmptyState, Floating
from agent_desk.ui.widgets.choice import CheckBox, Segmented
from agent_desk.ui.widgets.facts import KeyValue, RecentCall, RecentCallRow
from agent_desk.ui.widgets.field import Field, PasswordField
from agent_desk.ui.widgets.focus import RING_PX, FocusRinged, TabStop
from agent_desk.ui.widgets.label import Label, PlainText
from agent_desk.ui.widgets.mark import Avatar, Badge, IconView, Pill, PillButton
from agent_desk.ui.widgets.mute import MuteControl, MuteState
from agent_desk.ui.widgets.notice import Banner, InfoRow, Toast
from agent_desk.ui.widgets.strip import MutedBand, Separator, StateStrip

__all__ = [
    "RING_PX",
    "Avatar",
    "Badge",
    "Banner",
    "Button",
    "ButtonRow",
    "Card",
    "CheckBox",
    "Chip",
    "EmptyState",
    "Field",
    "Floating",
    "FocusRinged",
    "IconView",
    "InfoRow",
    "KeyValue",
    "Kind",
    "Label",
    "MuteControl",
    "MuteState",
    "MutedBand",
    "PasswordField",
    "Pill",
    "PillButton",
    "PlainText",
    "RecentCall",
    "RecentCallRow",
    "Segmented",
    "Separator",
    "StateStrip",
    "TabStop",
    "Toast",
]
