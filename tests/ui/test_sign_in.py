from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFocusFrame, QLineEdit

from agent_desk.core.identity import LoginKind
from agent_desk.core.privacy import Secret
from agent_desk.ui.intents import SignInForm
from agent_desk.ui.sign_in import SignInPage
from agent_desk.ui.widgets import Field, Segmented
from tests.helpers.until import until
from tests.ui.finders import button, said

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Desk:
    """A sign-in page, what it asked for, and its controls by name."""

    def __init__(self, page: SignInPage) -> None:
        self.page = page
        self.forms: list[SignInForm] = []
        page.submitted.connect(self.forms.append)

    def field(self, name: str) -> Field:
        fields = [each for each in self.page.findChildren(Field) if each.isVisible()]
        return next(each for each in fields if each.edit.accessibleName() == name)

    def choose(self, index: int) -> None:
        kinds = self.page.findChild(Segmented)
        assert kinds is not None
        kinds.select(index)

    @property
    def keep(self) -> QCheckBox:
        box = self.page.findChild(QCheckBox)
        assert box is not None
        return box


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    page = SignInPage()
    qtbot.addWidget(page)
    page.show()
    return Desk(page)


def test_a_user_signs_in_with_e_mail_and_password(desk: Desk) -> None:
    desk.field("E-mail").set_text(" maya@example.com ")
    desk.field("Password").set_text(" secret ")
    QTest.keyClick(desk.field("Password").edit, Qt.Key.Key_Return)
    form = SignInForm(LoginKind.USER, "maya@example.com", Secret(" secret "), keep=True)
    assert desk.forms == [form]
    assert "maya" not in repr(form)
    assert "secret " not in repr(form)


def test_an_account_signs_in_with_a_user_name(desk: Desk) -> None:
    desk.choose(1)
    desk.field("User name").set_text("acct")
    desk.field("Password").set_text("secret")
    desk.keep.setChecked(False)
    button(desk.page, "Sign in").click()
    assert desk.forms == [SignInForm(LoginKind.ACCOUNT, "acct", Secret("secret"), keep=False)]


def test_a_token_needs_nothing_else(desk: Desk) -> None:
    desk.choose(2)
    desk.field("Token").set_text(" good-token\n")
    button(desk.page, "Sign in").click()
    assert desk.forms == [SignInForm(LoginKind.TOKEN, "", Secret("good-token"), keep=True)]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (0, ("Enter your e-mail", "Enter the password")),
        (1, ("Enter the user name", "Enter the password")),
        (2, ("Enter the token",)),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    desk: Desk, kind: int, words: tuple[str, ...]
) -> None:
    desk.choose(kind)
    button(desk.page, "Sign in").click()
    assert desk.forms == []
    for each in words:
        assert each in said(desk.page)


def test_a_fault_goes_when_typing_begins(desk: Desk) -> None:
    button(desk.page, "Sign in").click()
    desk.field("E-mail").set_text("m")
    assert "Enter your e-mail" not in said(desk.page)
    assert "Enter the password" in said(desk.page)


def test_while_busy_nothing_is_asked_twice(desk: Desk) -> None:
    desk.field("E-mail").set_text("maya@example.com")
    desk.field("Password").set_text("secret")
    desk.page.set_busy(is_busy=True)
    assert not button(desk.page, "Signing in…").isEnabled()
    assert not desk.field("Password").isEnabled()
    desk.field("Password").submitted.emit()
    assert desk.forms == []
    desk.page.set_busy(is_busy=False)
    assert button(desk.page, "Sign in").isEnabled()


def test_a_failure_says_what_to_do(desk: Desk) -> None:
    desk.page.set_busy(is_busy=True)
    desk.page.fail("network_not_allowed", "", "")
    assert "Your network is not on Voicenter's list." in said(desk.page)
    assert "Ask your administrator to add this network's address" in said(desk.page)
    assert button(desk.page, "Sign in").isEnabled()
    desk.page.set_busy(is_busy=True)
    assert "Voicenter's list" not in said(desk.page)


def test_without_a_keyring_it_is_this_session_only(desk: Desk) -> None:
    desk.page.show_form(LoginKind.USER, "maya@example.com", has_keyring=False)
    assert "you sign in for this session only" in said(desk.page)
    assert not desk.keep.isEnabled()
    desk.field("Password").set_text("secret")
    button(desk.page, "Sign in").click()
    assert [form.keep for form in desk.forms] == [False]


def test_starting_afresh_forgets_secrets_and_says_why(desk: Desk) -> None:
    desk.field("Password").set_text("secret")
    desk.page.show_form(LoginKind.ACCOUNT, "acct", has_keyring=True, notice="network_not_allowed")
    assert desk.field("User name").text() == "acct"
    assert desk.field("Password").text() == ""
    assert "Your network is not on Voicenter's list." in said(desk.page)


def test_the_demo_needs_no_account(desk: Desk) -> None:
    asked: list[bool] = []
    desk.page.demo_requested.connect(lambda: asked.append(True))
    button(desk.page, "Try without an account").click()
    assert asked == [True]
    assert desk.forms == []


def test_typing_starts_at_the_first_empty_field(desk: Desk) -> None:
    desk.page.activateWindow()
    desk.page.focus_first()
    assert desk.page.focusWidget() is desk.field("E-mail").edit
    desk.field("E-mail").set_text("maya@example.com")
    desk.page.focus_first()
    assert desk.page.focusWidget() is desk.field("Password").edit
    desk.field("Password").set_text("secret")
    desk.page.focus_first()
    assert desk.page.focusWidget() is button(desk.page, "Sign in")


def click_kind(desk: Desk, index: int) -> None:
    kinds = desk.page.findChild(Segmented)
    assert kinds is not None
    QTest.mouseClick(kinds, Qt.MouseButton.LeftButton, pos=kinds.tabRect(index).center())


@pytest.mark.parametrize(("index", "name"), [(1, "User name"), (2, "Token")])
async def test_after_a_click_on_a_kind_typing_goes_into_its_first_field(
    qapp: QApplication, desk: Desk, index: int, name: str
) -> None:
    desk.page.activateWindow()
    await until(desk.page.isActiveWindow)
    desk.field("Password").setFocus()
    click_kind(desk, index)
    assert qapp.focusWidget() is desk.field(name).edit


async def test_arrow_keys_stay_with_the_kinds(qapp: QApplication, desk: Desk) -> None:
    desk.page.activateWindow()
    await until(desk.page.isActiveWindow)
    kinds = desk.page.findChild(Segmented)
    assert kinds is not None
    kinds.setFocus()
    QTest.keyClick(kinds, Qt.Key.Key_Right)
    assert kinds.selected() == 1
    assert qapp.focusWidget() is kinds


def test_the_next_persons_password_is_hidden_again(desk: Desk) -> None:
    password = desk.field("Password")
    password.set_text("secret")
    button(password, "Show what I typed").click()
    assert password.edit.echoMode() is QLineEdit.EchoMode.Normal
    desk.page.forget_secrets()
    assert password.edit.echoMode() is QLineEdit.EchoMode.Password
    assert button(password, "Show what I typed")


async def test_the_focus_ring_of_the_widest_control_is_whole(
    qapp: QApplication, desk: Desk
) -> None:
    desk.page.resize(440, 680)
    desk.page.activateWindow()
    await until(desk.page.isActiveWindow)
    submit = button(desk.page, "Sign in")
    submit.setFocus(Qt.FocusReason.TabFocusReason)
    await until(lambda: desk.page.findChildren(QFocusFrame))
    (ring,) = desk.page.findChildren(QFocusFrame)
    assert qapp
    around = ring.parentWidget()
    assert around is not None
    assert around.rect().contains(ring.geometry())


@pytest.mark.parametrize("height", [480, 680])
def test_the_button_is_in_sight_in_a_low_window_too(desk: Desk, height: int) -> None:
    # A screen of 1080 px at 200 % leaves 480 of them.
    desk.page.resize(440, height)
    QApplication.sendPostedEvents()
    submit = button(desk.page, "Sign in")
    assert submit.mapTo(desk.page, submit.rect().bottomLeft()).y() < height
    assert not submit.visibleRegion().isEmpty()
