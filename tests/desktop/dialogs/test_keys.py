from __future__ import annotations

from PySide6.QtWidgets import QLabel, QScrollArea

from desktop.actions.table import TABLE
from desktop.dialogs.keys import KeysDialog


def test_however_many_keys_there_are_the_dialog_fits_the_screen(qapp: object) -> None:
    dialog = KeysDialog()
    room = dialog.screen().availableSize()
    assert dialog.height() <= room.height()
    assert dialog.width() <= room.width()
    (area,) = dialog.findChildren(QScrollArea)
    with_keys = [command for command in TABLE if command.keys]
    assert len(area.findChildren(QLabel)) > 2 * len(with_keys)
    dialog.deleteLater()


def test_it_tells_how_text_is_selected(qapp: object) -> None:
    dialog = KeysDialog()
    assert {"Ctrl+A", "тройной щелчок"} <= {label.text() for label in dialog.findChildren(QLabel)}
    dialog.deleteLater()
