from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.dialogs.import_report import TROUBLED, ImportReportDialog, ReportModel, json_lines
from desktop.theme import PALETTES, ThemeName
from index.model.document import DocumentId
from index.model.report import FileReport, ImportReport, ImportStatus

PALETTE = PALETTES[ThemeName.LIGHT]
GOOD = FileReport("/д/договор.pdf", ImportStatus.IMPORTED, DocumentId("a" * 64), 12, seconds=0.5)
BAD = FileReport(
    "/д/<b>фото.jpg", ImportStatus.REFUSED, reason="not_a_pdf", message="Это не PDF.\nВыберите другой файл."
)
HALF = FileReport("/д/скан.pdf", ImportStatus.PARTIAL, DocumentId("b" * 64), 3, "no_text", "С. 2 без текста.")
REPORT = ImportReport((GOOD, BAD, HALF), 1.0)


def test_the_report_names_file_outcome_pages_and_what_to_do(qapp: object) -> None:
    model = ReportModel(REPORT, PALETTE)
    row = [model.index(1, column).data() for column in range(model.columnCount())]
    assert row == ["<b>фото.jpg", "не принят", "", "Это не PDF. Выберите другой файл."]
    assert "<b>" not in model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(1, 1).data(Qt.ItemDataRole.ForegroundRole).name() == PALETTE.error


def test_only_the_files_with_remarks_can_be_shown(qapp: object, qtmodeltester: ModelTester) -> None:
    model = ReportModel(REPORT, PALETTE)
    model.show_only(TROUBLED)
    assert model.files == (BAD, HALF)
    qtmodeltester.check(model)
    model.show_only(None)
    assert model.rowCount() == 3


def test_the_dialog_begins_with_the_remarks_and_copies_what_it_shows(qtbot: QtBot) -> None:
    dialog = ImportReportDialog(REPORT, PALETTE)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog._model.rowCount() == 2
    dialog._copy()
    lines = [json.loads(line) for line in QGuiApplication.clipboard().text().splitlines()]
    assert [line["status"] for line in lines] == ["refused", "partial"]
    dialog._troubled.setChecked(False)
    assert dialog._model.rowCount() == 3


def test_the_report_is_saved_as_json_lines(
    qtbot: QtBot, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = f"{tmp_path}/report.jsonl"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (target, ""))
    dialog = ImportReportDialog(ImportReport((GOOD,), 1.0), PALETTE)
    qtbot.addWidget(dialog)
    dialog._save()
    with open(target, encoding="utf-8") as written:  # noqa: PTH123 - a path made of strings
        assert json.loads(written.read()) == {
            "path": "/д/договор.pdf",
            "status": "imported",
            "document": "a" * 64,
            "pages": 12,
            "reason": "",
            "message": "",
            "seconds": 0.5,
        }


def test_a_line_feed_in_a_message_does_not_break_the_lines() -> None:
    assert json_lines([BAD]).count("\n") == 1
