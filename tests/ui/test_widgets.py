from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QImage, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFocusFrame, QLineEdit, QVBoxLayout, QWidget

from agent_desk.ui import fonts
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.text import isolate
from agent_desk.ui.theme import Scheme, Theme, Token, Tone, colour
from agent_desk.ui.widgets import (
    Badge,
    Button,
    ButtonRow,
    Card,
    CheckBox,
    Chip,
    Field,
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
    StateStrip,
    Toast,
)
from tests.ui import gallery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    InWindow = Callable[..., QWidget]
    from pytestqt.qtbot import QtBot

NUMBER = "+972 50-123-4567"
SPEAKING_ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.PageTab,
    QAccessible.Role.PageTabList,
}


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[None]:
    fonts.choose("en")
    Theme.apply(qapp, Scheme.LIGHT)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    Theme.apply(qapp, Scheme.LIGHT)


def picture(widget: QWidget) -> QImage:
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(colour(Token.SURFACE))
    widget.render(image, QPoint())
    return image


def inked(image: QImage, ground: Token = Token.SURFACE) -> QRect:
    plain = colour(ground).rgb()
    spots = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixel(x, y) != plain
    ]
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    top, bottom = min(y for _, y in spots), max(y for _, y in spots)
    return QRect(QPoint(left, top), QPoint(right, bottom))


@pytest.fixture
def in_window() -> Iterator[InWindow]:
    """Shows widgets in a window that lives as long as the test."""
    windows = []

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        window.show()
        windows.append(window)
        assert QTest.qWaitForWindowActive(window)
        return window

    yield show
    for window in windows:
        window.close()
        window.deleteLater()


# ------------------------------------------------------------------------------------- words


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("words", ["Dana", "דנה", "دانة", "Дана", isolate(NUMBER), ""])
def test_a_line_is_as_high_in_every_script(qtbot: QtBot, role: Role, words: str) -> None:
    label = Label(words, role)
    qtbot.addWidget(label)
    assert label.sizeHint().height() == role.line


def test_isolates_do_not_move_the_baseline(qtbot: QtBot) -> None:
    plain, isolated = Label(NUMBER, Role.NUMBER), Label(isolate(NUMBER), Role.NUMBER)
    for label in (plain, isolated):
        qtbot.addWidget(label)
        label.resize(plain.sizeHint())
    assert picture(plain) == picture(isolated)


@pytest.mark.parametrize("words", [isolate(NUMBER), "Dana Levi", "דנה לוי", NUMBER])
@pytest.mark.parametrize("wrap", [False, True])
def test_a_line_starts_where_the_window_starts(qtbot: QtBot, words: str, *, wrap: bool) -> None:
    label = Label(words, wrap=wrap)
    qtbot.addWidget(label)
    label.resize(300, 20)
    assert inked(picture(label)).left() < 4
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert inked(picture(label)).right() > 295


def test_markup_from_a_caller_is_only_text(qtbot: QtBot) -> None:
    label = Label("<img src='http://example.com/x.png'><b>Dana</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.sizeHint().width() > fonts.width(Role.BODY, "Dana") * 3


def test_a_cut_line_keeps_its_width_and_height(qtbot: QtBot) -> None:
    label = Label("Renewal, wants a quote before the end of the month")
    qtbot.addWidget(label)
    label.resize(60, 20)
    assert label.minimumSizeHint().width() == 0
    assert inked(picture(label)).right() < 60


def test_wrapped_text_keeps_the_line_height(qtbot: QtBot) -> None:
    label = Label("one two three four five six seven دانة", wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(4000) == 20
    assert label.heightForWidth(90) % 20 == 0
    assert label.heightForWidth(90) > 20


# ----------------------------------------------------------------------------------- pressing


def test_an_icon_alone_needs_a_name() -> None:
    with pytest.raises(ValueError, match="accessible name"):
        Button(icon=Icon.COPY)
    with pytest.raises(ValueError, match="accessible name"):
        Field()


@pytest.mark.parametrize(
    ("height", "words", "width"), [(44, "", 44), (36, "", 36), (32, "", 32), (36, "Call", 78)]
)
def test_button_measures(qtbot: QtBot, height: int, words: str, width: int) -> None:
    button = Button(words, icon=Icon.PHONE, height=height, name="Call")
    qtbot.addWidget(button)
    assert button.sizeHint().height() == height
    assert button.sizeHint().width() == pytest.approx(width, abs=4)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_keyboard(in_window: InWindow, key: Qt.Key) -> None:
    pressed: list[bool] = []
    button = Button("Call")
    in_window(button)
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, key)
    assert len(pressed) == 1


def test_an_ampersand_is_shown_and_spoken(qtbot: QtBot) -> None:
    button = Button("Levi & Katz")
    qtbot.addWidget(button)
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken.text(QAccessible.Text.Name) == "Levi & Katz"


def test_a_link_stands_on_the_edge_of_its_column(qtbot: QtBot) -> None:
    link = Button("Open", Kind.LINK)
    qtbot.addWidget(link)
    link.resize(link.sizeHint())
    assert inked(picture(link)).left() <= 1


def test_three_buttons_are_equal_and_all_lose_their_icons(in_window: InWindow) -> None:
    short = [Button(words, icon=Icon.NOTE, height=44) for words in ("Note", "Story", "Block")]
    row = ButtonRow(*short)
    in_window(row)
    row.resize(392, 44)
    assert {button.width() for button in short} <= {125, 126}
    before = picture(short[0])
    short[1].set_text("История разговора")
    row.resize(393, 44)
    assert picture(short[0]) != before


def test_hidden_buttons_leave_their_place_to_the_others(in_window: InWindow) -> None:
    long, other, hidden = (Button(words, icon=Icon.NOTE) for words in ("Mute it all", "B", "C"))
    row = ButtonRow(long, other, hidden)
    hidden.hide()
    in_window(row)
    row.resize(248, 36)
    assert long.width() == other.width() == 120
    fitted = picture(other)
    other.show_icon(True)
    assert picture(other) == fitted


# ------------------------------------------------------------------------------------- focus


def rings(window: QWidget) -> list[QFocusFrame]:
    return [frame for frame in window.findChildren(QFocusFrame) if frame.isVisible()]


def test_the_focus_ring_is_for_the_keyboard_only(in_window: InWindow) -> None:
    button = Button("Call")
    window = in_window(button)
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert rings(window) == []
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    (ring,) = rings(window)
    inside = QRect(button.mapTo(window, QPoint()), button.size())
    assert QRect(ring.mapTo(window, QPoint()), ring.size()) == inside.adjusted(-6, -6, 6, 6)
    button.clearFocus()
    assert rings(window) == []


def test_the_focus_ring_is_back_when_its_window_is(in_window: InWindow) -> None:
    button = Button("Call")
    window = in_window(button)
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    in_window(Button("Note"))
    assert rings(window) == []
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    assert len(rings(window)) == 1


def test_the_focus_ring_is_whole_round_a_round_control(in_window: InWindow) -> None:
    control = MuteControl()
    window = in_window(control)
    control.clearFocus()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    (ring,) = rings(window)
    assert ring.mask().isEmpty()


def test_the_focus_ring_goes_with_its_control(in_window: InWindow) -> None:
    button, other = Button("Call"), Button("Note")
    window = in_window(button, other)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.hide()
    assert [frame.widget() for frame in rings(window)] in ([], [other])


# ------------------------------------------------------------------------------------- mute

RED_STATES = {
    MuteState.MUTED,
    MuteState.MUTE_FAILED,
    MuteState.RESUME_FAILED,
    MuteState.UNKNOWN,
}


@pytest.mark.parametrize("state", list(MuteState))
def test_the_mute_control_asks_and_never_answers_itself(qtbot: QtBot, state: MuteState) -> None:
    asked: list[str] = []
    control = MuteControl()
    qtbot.addWidget(control)
    control.mute_requested.connect(lambda: asked.append("mute"))
    control.resume_requested.connect(lambda: asked.append("resume"))
    control.set_state(state)
    control.click()
    assert asked == {
        MuteState.RECORDING: ["mute"],
        MuteState.MUTE_FAILED: ["mute"],
        MuteState.MUTED: ["resume"],
        MuteState.RESUME_FAILED: ["resume"],
        MuteState.UNKNOWN: ["mute"],
    }.get(state, [])
    assert control.state is state


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST])
@pytest.mark.parametrize("state", list(MuteState))
def test_nothing_is_red_before_the_service_has_answered(
    qtbot: QtBot, qapp: QApplication, scheme: Scheme, state: MuteState
) -> None:
    Theme.apply(qapp, scheme)
    control = MuteControl()
    qtbot.addWidget(control)
    control.set_state(state)
    control.resize(392, 48)
    image = picture(control)
    red = colour(Token.MUTED).rgb()
    seen = {image.pixel(x, y) for x in range(392) for y in range(48)}
    assert (red in seen) == (state in RED_STATES)
    assert colour(Token.SOLID).rgb() not in seen - {red}


def test_the_far_words_go_before_the_control_is_cut(qtbot: QtBot) -> None:
    control = MuteControl()
    qtbot.addWidget(control)
    control.set_state(MuteState.MUTE_FAILED)

    def colours_at_the_far_end(width: int) -> int:
        control.resize(width, 48)
        image = picture(control)
        return len({image.pixel(width - x, y) for x in range(24, 40) for y in range(8, 40)})

    assert colours_at_the_far_end(392) > 1
    assert colours_at_the_far_end(260) == 1


def test_a_press_on_mute_outlives_a_window_that_comes_up_before_the_finger(qtbot: QtBot) -> None:
    control = MuteControl()
    qtbot.addWidget(control)
    asked: list[str] = []
    control.mute_requested.connect(lambda: asked.append("mute"))

    def lose_the_keyboard() -> None:
        reason = Qt.FocusReason.ActiveWindowFocusReason
        QApplication.sendEvent(control, QFocusEvent(QEvent.Type.FocusOut, reason))

    QTest.mousePress(control, Qt.MouseButton.LeftButton)
    lose_the_keyboard()
    QTest.mouseRelease(control, Qt.MouseButton.LeftButton)
    assert asked == ["mute"]

    QTest.mousePress(control, Qt.MouseButton.LeftButton)
    lose_the_keyboard()
    outside = QPoint(-5, -5)
    QTest.mouseRelease(control, Qt.MouseButton.LeftButton, pos=outside)
    QTest.keyPress(control, Qt.Key.Key_Space)
    lose_the_keyboard()
    QTest.keyRelease(control, Qt.Key.Key_Space)
    assert asked == ["mute"], "a drag off the control or a lost key press is still none"


# ------------------------------------------------------------------------------------- strips


class CountingStrip(StateStrip):
    def __init__(self) -> None:
        super().__init__()
        self.painted: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(event.rect())
        super().paintEvent(event)


def test_a_tick_repaints_the_time_and_nothing_else(qtbot: QtBot, in_window: InWindow) -> None:
    strip = CountingStrip()
    strip.set_state(Icon.TALKING, "Talking", Tone.TALKING)
    strip.set_seconds(10)
    strip.set_far("Sales queue")
    card = Card(inset=24)
    card.add_top(strip)
    card.setFixedWidth(440)
    in_window(card)
    strip.painted.clear()
    strip.set_seconds(11)
    strip.set_seconds(11)
    qtbot.waitUntil(lambda: bool(strip.painted))
    assert strip.painted == [strip.time_rect]


@pytest.mark.parametrize("is_rtl", [False, True])
def test_a_tick_paints_what_a_whole_repaint_would(qtbot: QtBot, *, is_rtl: bool) -> None:
    strip = StateStrip(has_pin=True)
    qtbot.addWidget(strip)
    if is_rtl:
        strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    strip.set_state(Icon.TALKING, "Talking", Tone.TALKING)
    strip.set_far("Sales queue")
    strip.set_seconds(10)
    strip.resize(440, 48)
    image = QImage(strip.size(), QImage.Format.Format_RGB32)
    image.fill(colour(Token.SURFACE))
    strip.render(image, QPoint())
    strip.set_seconds(11)
    whole = picture(strip)
    strip.render(image, strip.time_rect.topLeft(), strip.time_rect)
    assert image == whole


def test_pin_tells_both_ways(qtbot: QtBot) -> None:
    strip = StateStrip(has_pin=True)
    qtbot.addWidget(strip)
    pinned: list[bool] = []
    strip.pin_toggled.connect(pinned.append)
    (pin,) = strip.findChildren(Button)
    pin.click()
    pin.click()
    assert pinned == [True, False]


def test_hours_make_room_for_themselves(qtbot: QtBot) -> None:
    band = MutedBand()
    qtbot.addWidget(band)
    band.set_seconds(3599)
    narrow = band.time_rect.width()
    band.set_seconds(3600)
    assert band.time_rect.width() > narrow


# --------------------------------------------------------------------------- fields, choices


def test_a_password_is_hidden_until_the_eye_is_pressed(qtbot: QtBot) -> None:
    field = PasswordField("Password")
    qtbot.addWidget(field)
    (eye,) = field.findChildren(Button)
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
    assert eye.accessibleName() == "Show what I typed"
    eye.click()
    assert field.edit.echoMode() == QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "Hide what I typed"
    field.set_text("a\u200eb")
    assert field.text() == "a\u200eb"


def test_a_field_gives_clean_text_and_says_what_is_wrong(in_window: InWindow) -> None:
    field = Field("Number", is_ltr=True)
    in_window(field)
    heard: list[str] = []
    field.text_changed.connect(heard.append)
    field.set_text(isolate(NUMBER))
    assert field.text() == NUMBER
    assert len(heard) == 1
    height = field.sizeHint().height()
    field.set_fault("Too short")
    assert field.edit.accessibleDescription() == "Too short"
    assert field.sizeHint().height() > height
    field.set_fault("")
    assert field.sizeHint().height() == height


def test_a_field_starts_where_the_window_starts(qtbot: QtBot) -> None:
    field = Field("Number", is_ltr=True)
    qtbot.addWidget(field)
    assert field.edit.alignment() & Qt.AlignmentFlag.AlignLeft
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    wanted = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    assert field.edit.alignment() & wanted == wanted
    assert field.edit.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_enter_submits_a_field(in_window: InWindow) -> None:
    field = Field("Number")
    in_window(field)
    heard: list[None] = []
    field.submitted.connect(lambda: heard.append(None))
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert len(heard) == 1


def test_segments_move_by_arrow_keys_and_share_the_width(in_window: InWindow) -> None:
    choice = Segmented(("User", "Account", "Token"), name="Way to sign in")
    window = in_window(choice)
    window.resize(400, 80)
    heard: list[int] = []
    choice.selected_changed.connect(heard.append)
    QTest.keyClick(choice, Qt.Key.Key_Right)
    assert choice.selected() == 1
    choice.select(2)
    assert heard == [1, 2]
    widths = {choice.tabRect(index).width() for index in range(3)}
    assert max(widths) - min(widths) <= 1
    assert choice.tabRect(2).right() == choice.width() - 1


def test_a_check_box_is_pressed_anywhere_on_its_words(in_window: InWindow) -> None:
    box = CheckBox("Keep me signed in", "Kept in the system keyring")
    in_window(box)
    QTest.mouseClick(
        cast("QWidget", box), Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 2, 30)
    )
    assert box.isChecked()
    spoken = QAccessible.queryAccessibleInterface(box)
    assert spoken.text(QAccessible.Text.Description) == "Kept in the system keyring"


# ------------------------------------------------------------------------------- small things


def test_a_badge_is_there_only_while_it_counts(in_window: InWindow) -> None:
    badge = Badge(is_missed=True)
    in_window(badge)
    assert not badge.isVisible()
    badge.set_count(120, "120 missed calls")
    assert badge.isVisible()
    assert badge.accessibleName() == "120 missed calls"
    assert badge.sizeHint().height() == 16


def test_a_copied_value_has_no_marks(qtbot: QtBot, qapp: QApplication) -> None:
    fact = KeyValue("Number", isolate(NUMBER), can_copy=True)
    qtbot.addWidget(fact)
    (button,) = fact.findChildren(Button)
    button.click()
    assert qapp.clipboard().text() == NUMBER
    assert button.accessibleName() == "Copy Number"


def test_a_linked_value_opens(qtbot: QtBot) -> None:
    fact = KeyValue("Ticket", "#222", is_link=True)
    qtbot.addWidget(fact)
    heard: list[None] = []
    fact.opened.connect(lambda: heard.append(None))
    (button,) = fact.findChildren(Button)
    button.click()
    assert len(heard) == 1


def test_a_recent_call_is_spoken_as_one_line(qtbot: QtBot) -> None:
    row = RecentCallRow(RecentCall(Icon.MISSED, "3 Nov 17:21", "missed", "", "Called back"))
    qtbot.addWidget(row)
    assert row.accessibleName() == "3 Nov 17:21, missed, Called back"


def test_a_toast_offers_its_action_once(qtbot: QtBot) -> None:
    toast = Toast(Icon.AVAILABLE, "Blocked", action="Undo")
    qtbot.addWidget(toast)
    toast.show()
    heard: list[str] = []
    toast.acted.connect(lambda: heard.append("acted"))
    toast.closed.connect(lambda: heard.append("closed"))
    (undo,) = toast.findChildren(Button)
    undo.click()
    assert heard == ["acted", "closed"]
    assert toast.height() == 48 + 2 * 24


@pytest.mark.parametrize(
    ("widget", "height"),
    [
        (lambda: Pill(Icon.VIP, "VIP"), 24),
        (lambda: PillButton(Icon.AVAILABLE, "Available"), 32),
        (lambda: Chip("Any queue", has_menu=True), 32),
        (lambda: InfoRow("Why this card"), 24),
        (MutedBand, 40),
        (MuteControl, 48),
    ],
)
def test_heights(qtbot: QtBot, widget: type[QWidget], height: int) -> None:
    made = widget()
    qtbot.addWidget(made)
    assert made.sizeHint().height() == height


def test_the_alarm_frame_lies_above_what_the_card_holds(in_window: InWindow) -> None:
    card = Card(is_floating=True, inset=24)
    card.body.addWidget(Label("Dana Levi", Role.CALLER))
    strip = StateStrip()
    strip.set_state(Icon.TALKING, "Talking", Tone.TALKING)
    card.add_top(strip)
    in_window(card)
    card.set_alarmed(is_alarmed=True)
    image = picture(card)
    middle = card.width() // 2
    assert image.pixelColor(middle, 1) == colour(Token.SOLID)
    assert image.pixelColor(1, card.height() // 2) == colour(Token.SOLID)
    assert image.pixelColor(middle, 4) == colour(Token.TALKING_BG)
    card.set_alarmed(is_alarmed=False)
    assert picture(card).pixelColor(middle, 1) == colour(Token.TALKING_BG)


# ------------------------------------------------------------------------------- everything


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST])
@pytest.mark.parametrize("words", [gallery.ENGLISH, gallery.HEBREW], ids=["en", "he"])
@pytest.mark.parametrize("name", list(gallery.SHEETS))
def test_every_block_paints_and_speaks(
    qtbot: QtBot, qapp: QApplication, scheme: Scheme, words: gallery.Words, name: str
) -> None:
    is_rtl = words is gallery.HEBREW
    directions = Qt.LayoutDirection
    qapp.setLayoutDirection(directions.RightToLeft if is_rtl else directions.LeftToRight)
    Theme.apply(qapp, scheme)
    sheet = gallery.SHEETS[name](words)
    qtbot.addWidget(sheet)
    sheet.show()
    assert not gallery.render(sheet, Token.WINDOW).isNull()
    assert silent(sheet) == []


def silent(root: QWidget) -> list[str]:
    """Controls that a screen reader could not name."""
    found, waiting = [], [QAccessible.queryAccessibleInterface(root)]
    while waiting:
        node = waiting.pop()
        waiting += [child for index in range(node.childCount()) if (child := node.child(index))]
        if node.state().invisible:
            continue
        if node.role() in SPEAKING_ROLES and not node.text(QAccessible.Text.Name):
            found.append(f"{node.role()} {node.object()}")
    return found


def test_a_change_of_theme_repaints_by_itself(
    qtbot: QtBot, qapp: QApplication, in_window: InWindow
) -> None:
    strip = CountingStrip()
    in_window(strip)
    qtbot.waitUntil(lambda: bool(strip.painted))
    strip.painted.clear()
    Theme.apply(qapp, Scheme.DARK)
    qtbot.waitUntil(lambda: bool(strip.painted))
    assert strip.rect() in strip.painted
