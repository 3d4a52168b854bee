from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.dialogs.password import PasswordDialog


def made(qtbot: QtBot) -> PasswordDialog:
    dialog = PasswordDialog("Файл закрыт.")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_nothing_can_be_tried_before_something_is_typed(qtbot: QtBot) -> None:
    dialog = made(qtbot)
    assert not dialog._open.isEnabled()
    dialog._field.setText("а")
    assert dialog._open.isEnabled()


def test_a_password_is_tried_once_and_then_waited_for(qtbot: QtBot) -> None:
    dialog = made(qtbot)
    dialog._field.setText("тайна")
    with qtbot.waitSignal(dialog.password_entered) as entered:
        dialog._open.click()
    assert entered.args == ["тайна"]
    assert not dialog._field.isEnabled()
    assert not dialog._open.isEnabled()
    assert dialog.isVisible()


def test_a_refusal_is_said_and_goes_when_typing_begins(qtbot: QtBot) -> None:
    dialog = made(qtbot)
    dialog._field.setText("мимо")
    dialog._open.click()
    dialog.refuse("Не подошёл.")
    assert dialog.said == "Не подошёл."
    assert dialog._field.selectedText() == "мимо"
    dialog._field.setText("мимо2")
    assert dialog.said == ""


def test_the_password_is_hidden_unless_the_reader_wants_to_see_it(qtbot: QtBot) -> None:
    dialog = made(qtbot)
    assert dialog._field.echoMode() is QLineEdit.EchoMode.Password
    dialog.findChild(QCheckBox).click()
    assert dialog._field.echoMode() is QLineEdit.EchoMode.Normal
