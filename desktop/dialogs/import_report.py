"""The report of an import: every file, what became of it, why, and what to do."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.fitted_table import FittedTable
from desktop.dialogs.labels import plain_label
from desktop.models.documents import AnyIndex
from desktop.state.counts import figure
from desktop.state.imports import summary
from desktop.state.wording import worded
from desktop.theme import Palette
from index.model.report import FileReport, ImportReport, ImportStatus

TROUBLED: Final = frozenset({ImportStatus.PARTIAL, ImportStatus.REFUSED})
"""What the reader may want to do something about."""


def json_lines(files: Sequence[FileReport]) -> str:
    """Return the report as JSON, one object a line, with the names the command line uses."""
    rows = ({"path": file.path, "status": file.status.value, **_rest(file)} for file in files)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _rest(file: FileReport) -> dict[str, object]:
    fields = dataclasses.asdict(file)
    return {
        "document": fields["document_id"],
        **{name: fields[name] for name in ("pages", "reason", "message", "seconds")},
    }


class ReportModel(QAbstractTableModel):
    """The files of a report: name, what became of it, pages, why and what to do."""

    def __init__(self, report: ImportReport, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = report.files
        self._files = report.files
        self._statuses: frozenset[ImportStatus] | None = None
        self._palette = palette
        self._words = {
            ImportStatus.IMPORTED: self.tr("добавлен"),
            ImportStatus.DUPLICATE: self.tr("уже был"),
            ImportStatus.NEW_VERSION: self.tr("новая версия"),
            ImportStatus.PARTIAL: self.tr("не полностью"),
            ImportStatus.READ_AGAIN: self.tr("прочитан заново"),
            ImportStatus.REFUSED: self.tr("не принят"),
        }
        self._heads = (self.tr("Файл"), self.tr("Итог"), self.tr("Страниц"), self.tr("Почему и что делать"))

    @property
    def files(self) -> tuple[FileReport, ...]:
        """The files that are shown."""
        return self._files

    def show_only(self, statuses: frozenset[ImportStatus] | None) -> None:
        """Show the files that ended in one of these ways, or all."""
        self._statuses = statuses
        self.beginResetModel()
        self._files = tuple(file for file in self._all if statuses is None or file.status in statuses)
        self.endResetModel()

    def show_report(self, report: ImportReport) -> None:
        """Show another report."""
        self._all = report.files
        self.show_only(self._statuses)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """Return the number of files shown."""
        return 0 if parent.isValid() else len(self._files)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads[section]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role shows of a cell."""
        if not index.isValid() or index.row() >= len(self._files):
            return None
        file = self._files[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(file, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return "<br>".join(escape(line) for line in (file.path, worded(file.message)) if line)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1 and file.status in TROUBLED:
            refused = file.status is ImportStatus.REFUSED
            return QColor(self._palette.error if refused else self._palette.accent)
        return None

    def _cell(self, file: FileReport, column: int) -> str:
        if column == 0:
            return Path(file.path).name or file.path
        if column == 1:
            return self._words[file.status]
        if column == 2:
            return figure(file.pages) if file.pages else ""
        return " ".join(worded(file.message).split())


class ImportReportDialog(QDialog):
    """The report of an import.

    Signals:
        password_requested(): The reader wants to enter a password for the locked files.
    """

    password_requested = Signal()

    def __init__(self, report: ImportReport, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Отчёт об импорте"))
        self.resize(900, 520)
        self._model = ReportModel(report, palette, self)
        self._table = FittedTable(self.tr("Файлы импорта"))
        self._table.setModel(self._model)
        for section, width in enumerate((230, 128, 84)):
            self._table.setColumnWidth(section, width)
        self._troubled = QPushButton(self.tr("Только с замечаниями"))
        self._troubled.setCheckable(True)
        self._troubled.setProperty("role", "chip")
        self._troubled.toggled.connect(lambda on: self._model.show_only(TROUBLED if on else None))
        troubles = sum(report.count(status) for status in TROUBLED)
        self._troubled.setEnabled(bool(troubles))
        self._troubled.setChecked(0 < troubles < len(report.files))
        self._summary = plain_label(summary(report), "lead")
        self._password = QPushButton(self.tr("Ввести пароль…"))
        self._password.clicked.connect(self.password_requested)
        self._password.setVisible(bool(report.locked))
        head = QHBoxLayout()
        head.addWidget(self._summary, 1)
        head.addWidget(self._troubled)
        foot = QHBoxLayout()
        foot.addWidget(self._password)
        foot.addStretch()
        for text, act in (
            (self.tr("Копировать"), self._copy),
            (self.tr("Сохранить…"), self._save),
            (self.tr("Закрыть"), self.accept),
        ):
            button = QPushButton(text)
            button.clicked.connect(act)
            foot.addWidget(button)
        button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._table, 1)
        column.addLayout(foot)

    def show_report(self, report: ImportReport) -> None:
        """Show what became of the files since: some were tried again."""
        self._model.show_report(report)
        self._summary.setText(summary(report))
        self._password.setVisible(bool(report.locked))
        self._troubled.setEnabled(any(report.count(status) for status in TROUBLED))
        self._troubled.setChecked(self._troubled.isChecked() and self._troubled.isEnabled())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(json_lines(self._model.files))

    def _save(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Сохранить отчёт"), "import-report.jsonl", self.tr("Строки JSON (*.jsonl)")
        )
        if name:
            Path(name).write_text(json_lines(self._model.files), encoding="utf-8")
