"""The whole way without a mouse: search, read, mark, write a note, export."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.dialogs.export_notes import ExportNotesDialog
from index.exchange.note_export import NoteFormat
from tests.desktop.qt import press_key, type_text
from tests.e2e.test_window import desktop as desktop  # noqa: PLC0414 - a fixture
from tests.e2e.test_window import take_in, wait_for_page
from tests.helpers.pdfs import column, write_pdf

LINES = ["Министр сообщил, что проект канала", "будет готов к осени этого года."]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_search_read_mark_note_and_export_by_keys(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, notes, search = desktop.window, desktop.presenters.notes, desktop.presenters.search
    take_in(qtbot, desktop, write_pdf(tmp_path / "канал.pdf", [column(LINES)]))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    with qtbot.waitSignal(search.answered, timeout=20_000):
        type_text(focused(), "каналу")
    press_key(focused(), Qt.Key.Key_Return)
    wait_for_page(qtbot, desktop)
    QTest.keyClick(window, Qt.Key.Key_F3)
    pages = window.columns.pages
    qtbot.waitUntil(lambda: desktop.presenters.reader.current_number == 1)
    assert focused() is pages
    press_key(pages, Qt.Key.Key_Right, CTRL | SHIFT)
    assert pages.selected_text().split() == ["канала", "будет"]
    with qtbot.waitSignal(notes.note_requested, timeout=10_000):
        QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    type_text(focused(), "Сверить")
    press_key(focused(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: [one.note for one in notes.marks()] == ["Сверить"] and not notes.is_busy)

    target = tmp_path / "заметки.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.actions_table["export_notes"].trigger()
    (dialog,) = window.findChildren(ExportNotesDialog)
    press_key(dialog.formats[NoteFormat.MARKDOWN], Qt.Key.Key_Space, text=" ")
    with qtbot.waitSignal(desktop.presenters.exporting.ended, timeout=30_000):
        press_key(dialog, Qt.Key.Key_Return)
    assert "> канала будет" in target.read_text("utf-8")
    press_key(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
