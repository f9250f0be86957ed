"""Every building block as pictures: ``python -m tests.ui.gallery DIR``.

Writes ``<sheet>-<language>-<scheme>@<scale>x.png`` for both directions and all schemes, to be laid
beside the reference pictures. People and numbers are invented.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from agent_desk.ui.fonts import Role, choose
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Align
from agent_desk.ui.text import isolate
from agent_desk.ui.theme import Scheme, Theme, Token, Tone, colour
from agent_desk.ui.widgets import (
    Avatar,
    Badge,
    Banner,
    Button,
    ButtonRow,
    Card,
    CheckBox,
    Chip,
    EmptyState,
    Field,
    Floating,
    IconView,
    InfoRow,
    KeyValue,
    Kind,
    Label,
    MuteControl,
    MutedBand,
    MuteState,
    PasswordField,
    Pill,
    PillButton,
    RecentCall,
    RecentCallRow,
    Segmented,
    Separator,
    StateStrip,
    Toast,
)


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one language; what is not here stays English."""

    language: str
    name: str
    ringing: str
    talking: str
    queue: str
    company: str
    country: str
    recorded: str
    talks: tuple[tuple[str, str, str, str], ...]
    fields: tuple[tuple[str, str], ...]
    more: str
    actions: tuple[str, str, str]
    why: str


NUMBER = isolate("+972 50-123-4567")
ENGLISH = Words(
    "en",
    "Dana Levi",
    "Ringing",
    "Talking",
    f"Sales queue · line {isolate('072-277-1234')}",
    "Acme Ltd · client 12345",
    "Israel",
    "Will be recorded",
    (
        ("Tue 14:02", "3 min", "you", "Asked for invoice"),
        ("12 Nov 09:40", "7 min", "Noam", "Renewal, wants a quote first"),
        ("3 Nov 17:21", "missed", "", "Called back after 6 min"),
    ),
    (
        ("Client ID", "12345"),
        ("Last ticket", "#222"),
        ("Campaign", "Facebook, spring"),
        ("IVR path", "1 Sales → 2 Renewal"),
    ),
    "3 more fields",
    ("Note", "Call story", "Block"),
    f"Why this card: contact matched {isolate('50-123-4567')}",
)
HEBREW = Words(
    "he",
    "דנה לוי",
    "מצלצל",
    "בשיחה",
    "תור מכירות",
    "אקמי בע״מ · לקוח 12345",
    "ישראל",
    "תוקלט",
    (
        ("יום ג׳ 14:02", "3 דק׳", "את", "ביקשה חשבונית"),
        (f"{isolate('12.11')} 09:40", "7 דק׳", "נועם", "חידוש, רוצה קודם הצעה"),
        (f"{isolate('3.11')} 17:21", "לא נענתה", "", "חזרנו אחרי 6 דק׳"),
    ),
    (
        ("מספר לקוח", isolate("12345")),
        ("פנייה אחרונה", isolate("#222")),
        ("קמפיין", "פייסבוק, אביב"),
        ("מסלול בתפריט", "1 מכירות ← 2 חידוש"),
    ),
    "עוד 3 שדות",
    ("הערה", "סיפור השיחה", "חסימה"),
    f"למה הכרטיס הזה: איש קשר תואם {isolate('50-123-4567')}",
)


def row(*items: QWidget | int, gap: int = 8) -> QHBoxLayout:
    """Widgets side by side; a number is a stretch."""
    line = QHBoxLayout()
    line.setSpacing(gap)
    for item in items:
        if isinstance(item, int):
            line.addStretch(item)
        else:
            line.addWidget(item)
    return line


def pop(words: Words, *, is_muted: bool) -> Card:
    """The caller pop, as a screen would put it together."""
    card = Card(is_floating=True, inset=24)
    card.setFixedWidth(440)
    strip = StateStrip(has_pin=True)
    if is_muted:
        strip.set_state(Icon.TALKING, words.talking, Tone.TALKING)
        strip.set_seconds(228)
    else:
        strip.set_state(Icon.RINGING, words.ringing, Tone.RINGING)
        strip.set_seconds(7)
    strip.set_far(words.queue)
    card.add_top(strip)
    if is_muted:
        band = MutedBand()
        band.set_seconds(72)
        band.set_far("confirmed")
        band.set_confirmed(True)
        card.add_top(band)
        card.set_alarmed(True)
    body = card.body
    body.setSpacing(0)
    body.setContentsMargins(24, 16, 24, 16)
    body.addLayout(row(Label(words.name, Role.CALLER), Pill(Icon.VIP, "VIP")))
    copy = Button(kind=Kind.GHOST, icon=Icon.COPY, height=24, name="Copy number")
    number = Label(NUMBER, Role.NUMBER, is_fixed=True)
    dot = IconView(Icon.RECORDING, 14, Token.TEXT2)
    country = Label(words.country, Role.BODY, Token.TEXT3)
    recorded = Label(words.recorded, Role.LABEL, Token.TEXT2, is_fixed=True)
    body.addLayout(row(number, copy, country, 1, dot, recorded, gap=6))
    company = Label(words.company, Role.BODY, Token.TEXT2)
    link = Button("Open CRM", Kind.LINK, icon=Icon.LINK_OUT, is_icon_last=True)
    body.addSpacing(4)
    body.addLayout(row(IconView(Icon.COMPANY, ink=Token.TEXT3), company, link))
    body.addSpacing(16)
    body.addWidget(Label("Last talks", Role.LABEL_STRONG, Token.TEXT3))
    icons = (Icon.ANSWERED, Icon.OUTGOING, Icon.MISSED)
    for icon, talk in zip(icons, words.talks, strict=True):
        body.addSpacing(4)
        body.addWidget(RecentCallRow(RecentCall(icon, *talk, is_missed=icon is Icon.MISSED)))
    body.addSpacing(16)
    body.addWidget(Separator())
    body.addSpacing(15)
    for left, right in (words.fields[:2], words.fields[2:]):
        cells = [KeyValue(*cell, is_link="#" in cell[1]) for cell in (left, right)]
        body.addLayout(row(*cells, gap=24))
        body.addSpacing(12)
    body.addWidget(Button(words.more, Kind.LINK, icon=Icon.DOWN, is_icon_last=True))
    body.addSpacing(16)
    body.addWidget(Separator())
    body.addSpacing(15)
    add_actions(body, words, MuteState.MUTED if is_muted else MuteState.RECORDING)
    return card


def add_actions(body: QVBoxLayout, words: Words, state: MuteState) -> None:
    """The foot of a pop: mute, the three other buttons, why."""
    mute = MuteControl()
    mute.set_state(state)
    body.addWidget(mute)
    body.addSpacing(8)
    icons = (Icon.NOTE, Icon.STORY, Icon.BLOCK)
    pairs = zip(words.actions, icons, strict=True)
    body.addWidget(ButtonRow(*(Button(word, icon=icon, height=44) for word, icon in pairs)))
    body.addSpacing(8)
    body.addWidget(InfoRow(words.why))


def pops(words: Words) -> QWidget:
    """Ringing and muted, floating."""
    sheet = Floating()
    sheet.stack.addWidget(pop(words, is_muted=False))
    sheet.stack.addWidget(pop(words, is_muted=True))
    return sheet


def mute_states() -> QVBoxLayout:
    """The life cycle of the mute control."""
    column = QVBoxLayout()
    column.setSpacing(8)
    for state in (MuteState.RECORDING, MuteState.MUTING, None, MuteState.MUTED):
        if state is None:
            band = MutedBand(inset=20, radius=8)
            band.set_seconds(94)
            band.set_far("resumes in 26 s")
            column.addWidget(band)
            continue
        control = MuteControl()
        control.set_state(state)
        column.addWidget(control)
    for state in (MuteState.MUTE_FAILED, MuteState.RESUMING, MuteState.RESUME_FAILED):
        control = MuteControl()
        control.set_state(state)
        column.addWidget(control)
    blind = MuteControl(compact=True)
    blind.set_state(MuteState.BLIND)
    more = Button(kind=Kind.SECONDARY, icon=Icon.MORE, height=44, name="More")
    column.addLayout(row(blind, more))
    compact = MuteControl(compact=True)
    note = Button(icon=Icon.NOTE, height=44, name="Note")
    column.addLayout(row(compact, note))
    return column


def marks() -> QVBoxLayout:
    """Pills, buttons, chips, badges, avatars."""
    column = QVBoxLayout()
    column.setSpacing(12)
    column.addLayout(
        row(
            Pill(Icon.RINGING, "Ringing", Tone.RINGING),
            Pill(Icon.TALKING, "Talking", Tone.TALKING),
            Pill(Icon.HELD, "On hold", Tone.HELD),
            Pill(Icon.MUTED, "Muted", Tone.MUTED),
            Pill(Icon.ENDED, "Ended"),
            1,
        )
    )
    column.addLayout(
        row(
            Pill(Icon.CONNECTED, "Connected · monitor3"),
            Pill(Icon.CONNECTION_LOST, "Reconnecting in 4 s", Tone.RINGING),
            1,
        )
    )
    column.addLayout(
        row(
            Avatar("Maya Cohen"),
            Avatar("Noam", 32),
            PillButton(Icon.AVAILABLE, "Available", Tone.TALKING),
            Pill(Icon.RECORDING, "Recording"),
            Badge(2, is_missed=True),
            Badge(120),
            1,
        )
    )
    column.addLayout(
        row(
            Button("Call", Kind.PRIMARY, icon=Icon.PHONE),
            Button("Note", icon=Icon.NOTE),
            Button("Try now", Kind.OUTLINE, icon=Icon.REFRESH),
            Button("Dismiss", Kind.GHOST, icon=Icon.CLOSE),
            Button("Open CRM", Kind.LINK, icon=Icon.LINK_OUT, is_icon_last=True),
            1,
        )
    )
    off = [Button("Call", kind, icon=Icon.PHONE) for kind in Kind]
    for button in off:
        button.setEnabled(False)
    column.addLayout(row(*off, 1))
    active = Chip("This week", icon=Icon.CALENDAR, has_menu=True)
    active.set_active(True)
    column.addLayout(row(active, Chip("Any outcome", has_menu=True), Chip("15 min"), 1))
    column.addLayout(
        row(
            Button("Call back", height=32),
            Button("Sign in", Kind.PRIMARY, height=44, role=Role.STATE),
            Button(icon=Icon.MORE, height=44, name="More"),
            Button(icon=Icon.CLOSE, kind=Kind.GHOST, height=32, name="Close"),
            1,
        )
    )
    return column


def notices() -> QVBoxLayout:
    """Toast, empty state, banner, strips."""
    column = QVBoxLayout()
    column.setSpacing(12)
    column.addWidget(Toast(Icon.AVAILABLE, f"Blocked {isolate('+44 20 7946 0018')}", action="Undo"))
    empty = Card(inset=0)
    empty.body.addWidget(
        EmptyState(
            Icon.EMPTY, "No missed calls to return", "They appear here until someone calls back"
        )
    )
    column.addWidget(empty)
    banner = Banner(
        Icon.OFFLINE,
        f"Not connected since {isolate('10:42:10')}",
        "Calls that arrive now do not pop. They are fetched from the call log when the link is "
        "back.",
    )
    banner.add_action(Button("Try now", Kind.OUTLINE, icon=Icon.REFRESH, height=32))
    banner.add_action(Button("What is wrong?", Kind.LINK))
    column.addWidget(banner)
    for icon, word, tone, height in (
        (Icon.TALKING, "Talking", Tone.TALKING, 36),
        (Icon.MISSED, "Missed", Tone.MUTED, 40),
        (Icon.TALKING, "Talking", Tone.NEUTRAL, 36),
    ):
        strip = StateStrip(height=height, inset=16)
        strip.set_state(icon, word, tone)
        strip.set_seconds(331 if height == 36 else None)
        strip.set_far("Sales queue")
        card = Card()
        card.add_top(strip)
        card.body.setSpacing(0)
        card.body.addWidget(Label("Dana Levi", Role.PAGE))
        card.body.addLayout(
            row(Label(NUMBER, Role.NUMBER, is_fixed=True), Label("Acme Ltd", ink=Token.TEXT3), 1)
        )
        column.addWidget(card)
    return column


def blocks(_words: Words) -> QWidget:
    """Everything that is no pop and no field."""
    sheet = QWidget()
    both = QHBoxLayout(sheet)
    both.setContentsMargins(24, 24, 24, 24)
    both.setSpacing(48)
    left, right = QVBoxLayout(), QVBoxLayout()
    left.addLayout(mute_states())
    left.addLayout(type_roles())
    left.addStretch(1)
    right.addLayout(marks())
    right.addLayout(notices())
    right.addStretch(1)
    both.addLayout(left)
    both.addLayout(right)
    sheet.setFixedWidth(900)
    return sheet


def type_roles() -> QVBoxLayout:
    """Each role in four scripts on its fixed line."""
    column = QVBoxLayout()
    column.setSpacing(0)
    for role in Role:
        column.addWidget(Label(f"{role.value[0]} דנה دانة Дана {isolate('03-612')}", role))
    long = "A sentence that starts with a name and is longer than its line, so it wraps: دانا."
    column.addWidget(Label(long, ink=Token.TEXT2, wrap=True))
    column.addWidget(Label("centred", align=Align.CENTER))
    column.addWidget(Label("at the end", align=Align.END))
    return column


def sign_in(words: Words) -> QWidget:
    """Fields and choices."""
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(40, 32, 40, 32)
    column.setSpacing(20)
    column.addWidget(Label("Sign in" if words.language == "en" else "כניסה", Role.SIGN_IN))
    column.addWidget(Segmented(("User", "Account", "Token"), name="Way to sign in"))
    mail = Field("E-mail", height=44, is_ltr=True)
    mail.set_text("maya@example.com")
    column.addWidget(mail)
    password = PasswordField("Password")
    password.set_text("0123456789")
    column.addWidget(password)
    keep = CheckBox("Keep me signed in", "Kept in the system keyring, never in a file")
    keep.setChecked(True)
    column.addWidget(keep)
    column.addWidget(CheckBox("Only me"))
    column.addWidget(Button("Sign in", Kind.PRIMARY, height=44, role=Role.STATE))
    column.addWidget(Button("Try without an account", Kind.GHOST, height=44))
    dial = Field(height=44, icon=Icon.DIALPAD, is_ltr=True, name="Number to dial")
    dial.set_text("050 765 43 21")
    dial.add_trailing(Button("Call", Kind.PRIMARY, icon=Icon.PHONE))
    column.addWidget(dial)
    search = Field(height=36, icon=Icon.SEARCH, placeholder="Name or extension", name="Search")
    column.addWidget(search)
    wrong = Field("Token", height=40)
    wrong.set_fault("The service does not know this token.")
    column.addWidget(wrong)
    sheet.setFixedWidth(440)
    return sheet


SHEETS = {"pop": pops, "blocks": blocks, "signin": sign_in}


def render(sheet: QWidget, ground: Token) -> QImage:
    """``sheet`` at the screen's scale, on ``ground``."""
    sheet.ensurePolished()
    sheet.adjustSize()
    dpr = sheet.devicePixelRatioF()
    image = QImage(sheet.size() * dpr, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dpr)
    image.fill(colour(ground))
    painter = QPainter(image)
    painter.drawPixmap(0, 0, sheet.grab())
    painter.end()
    return image


def main(folder: Path) -> None:
    """Write all sheets into ``folder``."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError
    folder.mkdir(parents=True, exist_ok=True)
    for words in (ENGLISH, HEBREW):
        choose(words.language)
        is_rtl = words.language == "he"
        directions = Qt.LayoutDirection
        app.setLayoutDirection(directions.RightToLeft if is_rtl else directions.LeftToRight)
        for scheme in (Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST):
            Theme.apply(app, scheme)
            for name, make in SHEETS.items():
                sheet = make(words)
                sheet.show()
                ground = Token.HOVER if name == "pop" else Token.WINDOW
                scale = f"{sheet.devicePixelRatioF():g}"
                image = render(sheet, ground)
                image.save(str(folder / f"{name}-{words.language}-{scheme}@{scale}x.png"))
                sheet.close()
                sheet.deleteLater()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]))
