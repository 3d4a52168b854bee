"""About, keys, crash: what they say, and that it is plain text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.actions.table import TABLE
from desktop.dialogs.about import AboutDialog
from desktop.dialogs.crash import crash_box, refusal_box
from desktop.dialogs.keys import KeysDialog
from desktop.theme import PALETTES, ThemeName
from index.errors import StoreNewer


def words(dialog: QDialog) -> str:
    labels = [label for label in dialog.findChildren(QLabel) if label.pixmap().isNull()]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    return "\n".join(label.text() for label in labels)


def test_every_key_of_the_table_is_on_the_page_of_keys(qtbot: QtBot) -> None:
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    said = words(dialog)
    for command in TABLE:
        if command.keys:
            keys = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            assert keys in said, command.id
    assert "=сотрудничество" in said


def test_about_names_program_and_licence(qtbot: QtBot) -> None:
    dialog = AboutDialog(PALETTES[ThemeName.LIGHT])
    qtbot.addWidget(dialog)
    assert "Читальня" in words(dialog)
    assert "MIT" in words(dialog)


def test_an_error_of_ours_says_what_is_safe_and_where_the_log_is(qtbot: QtBot) -> None:
    box = crash_box("ValueError", Path("/log/window.log"))
    qtbot.addWidget(box)
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert "целы" in box.text()
    assert "window.log" in box.informativeText()


def test_an_archive_that_does_not_open_says_why_and_what_to_do(qtbot: QtBot) -> None:
    box = refusal_box(StoreNewer("Архив записан новой версией.", "Обновите программу."))
    qtbot.addWidget(box)
    assert (box.text(), box.informativeText()) == ("Архив записан новой версией.", "Обновите программу.")
