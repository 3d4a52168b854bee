"""Notes that came with a file are shown in the window, go out in a copy, and what others add comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.dialogs.export_pdf import ExportPdfDialog
from desktop.dialogs.notes_taken import NotesTakenDialog
from tests.e2e.test_window import desktop as desktop  # noqa: PLC0414 - the fixture
from tests.e2e.test_window import take_in, wait_for_page
from tests.helpers.pdfs import column, write_pdf
from tests.index.pdf.marking import copied, marked, marks_in
from tests.index.pdf.reading import read

LINES = ["Министр сообщил, что проект канала", "будет готов к осени этого года."]


def notes_of(desktop: Desktop) -> list[tuple[str, str]]:
    return [(one.anchor.quote, one.note) for one in desktop.presenters.notes.marks()]


def test_notes_go_around(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = write_pdf(tmp_path / "канал.pdf", [column(LINES)])
    path, _made = copied(plain, marked(read(plain), "проект канала", note="Верно ли?", name="раз"))
    take_in(qtbot, desktop, path)
    qtbot.waitUntil(lambda: bool(desktop.presenters.library.documents()))
    (document,) = desktop.presenters.library.documents()
    desktop.presenters.reader.open_document(document.id)
    wait_for_page(qtbot, desktop)
    qtbot.waitUntil(lambda: notes_of(desktop) == [("проект канала", "Верно ли?")])

    copy = tmp_path / "копия.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    desktop.window.actions_table["export_pdf"].trigger()
    (dialog,) = desktop.window.findChildren(ExportPdfDialog)
    with qtbot.waitSignal(desktop.presenters.exporting.ended, timeout=60_000):
        dialog.go.click()
    dialog.reject()
    assert [(mark.name, mark.note) for mark in marks_in(copy)] == [("раз", "Верно ли?")]

    answered, _made = copied(copy, marked(read(copy), "к осени", note="Уже весной", name="ответ"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(answered)], ""))
    with qtbot.waitSignal(desktop.presenters.taking.ended, timeout=60_000):
        desktop.window.actions_table["take_notes"].trigger()
    (report,) = desktop.window.findChildren(NotesTakenDialog)
    report.close_button.click()
    assert notes_of(desktop) == [("проект канала", "Верно ли?"), ("к осени", "Уже весной")]
    desktop.presenters.notes.undo()
    qtbot.waitUntil(lambda: len(notes_of(desktop)) == 1)
