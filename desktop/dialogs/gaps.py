"""What is not searched and why, by reason, with what can be done about each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.fitted_table import FittedTable
from desktop.dialogs.labels import plain_label
from desktop.models.gaps import GAP_ROLE, GapModel
from desktop.state.counts import figure
from desktop.state.gap_words import reason, searched, table
from desktop.state.gaps import GapsPresenter
from index.model.document import DocumentId
from index.model.gap import Gap, GapKind

_KIND_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_REASONS_PX: Final = 272
_ALL: Final = ""


class GapsDialog(QDialog):
    """What is not searched and why. Stays beside the window, so that gap after gap can be looked at.

    Args:
        presenter: The gaps, and what can be done.
        document_id: Show those of one document first; those of the whole archive when None.
        parent: Owner.

    Signals:
        page_requested(Gap): The reader wants to see its first page.
        folder_requested(Gap): The reader wants to see the folder of its file.
        password_requested(list[Gap]): The reader knows the password of these files.
    """

    page_requested = Signal(object)
    folder_requested = Signal(object)
    password_requested = Signal(list)

    def __init__(
        self, presenter: GapsPresenter, document_id: DocumentId | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Что не ищется и почему"))
        self.resize(1040, 580)
        self._presenter, self._document_id = presenter, document_id
        self._lead = plain_label("", "lead", wraps=True)
        self._whole = QPushButton(self.tr("Показать весь архив"))
        self._whole.setProperty("role", "link")
        self._whole.clicked.connect(lambda: self.show_document(None))
        self._reasons = _made_reasons(self.tr("Причины"))
        self._model = GapModel(self)
        self._table = FittedTable(self.tr("Что не ищется"))
        self._table.setModel(self._model)
        for column, width in enumerate((230, 110)):
            self._table.setColumnWidth(column, width)
        self._acts: list[tuple[QPushButton, Callable[[Gap], bool]]] = []
        self._lay_out()
        self._reasons.currentItemChanged.connect(self._show_rows)
        self._table.selectionModel().selectionChanged.connect(self._enable)
        self._table.doubleClicked.connect(self._open)
        presenter.changed.connect(self._update)
        self._update()

    def show_document(self, document_id: DocumentId | None) -> None:
        """Show the gaps of one document, or of the whole archive."""
        self._document_id = document_id
        self._update()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._lead, 1)
        head.addWidget(self._whole)
        parts = QHBoxLayout()
        parts.setSpacing(12)
        parts.addWidget(self._reasons)
        parts.addWidget(self._table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(parts, 1)
        column.addLayout(self._made_acts())
        column.addLayout(self._made_foot())

    def _made_acts(self) -> QHBoxLayout:
        """Return the row of what can be done about the chosen gaps."""
        presenter, row = self._presenter, QHBoxLayout()
        row.setContentsMargins(_REASONS_PX + 12, 0, 0, 0)
        row.setSpacing(8)

        def can_recognise(gap: Gap) -> bool:
            return presenter.can_recognise and gap.kind is GapKind.SCAN

        for text, act, fits in (
            (self.tr("Открыть на странице"), self._open, lambda gap: gap.document_id is not None),
            (self.tr("Распознать"), lambda: presenter.recognise(self.chosen()), can_recognise),
            (
                self.tr("Ввести пароль…"),
                lambda: self.password_requested.emit(list(self.chosen())),
                lambda gap: gap.takes_password,
            ),
            (
                self.tr("Попробовать ещё раз"),
                lambda: presenter.try_again(self.chosen()),
                lambda gap: gap.can_retry,
            ),
            (self.tr("Показать в папке"), self._show_folder, lambda _gap: True),
            (
                self.tr("Убрать из списка"),
                lambda: presenter.dismiss(self.chosen()),
                lambda gap: gap.document_id is None,
            ),
        ):
            button = QPushButton(text)
            button.setProperty("role", "chip")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, call=act: call())
            self._acts.append((button, fits))
            row.addWidget(button)
        row.addStretch()
        return row

    def _made_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        for text, act in (
            (self.tr("Копировать список"), self._copy),
            (self.tr("Сохранить CSV…"), self._save),
            (self.tr("Закрыть"), self.accept),
        ):
            button = QPushButton(text)
            button.clicked.connect(act)
            row.addWidget(button)
        button.setDefault(True)
        return row

    def chosen(self) -> tuple[Gap, ...]:
        """Return the gaps of the rows that are selected."""
        rows = self._table.selectionModel().selectedRows()
        return tuple(index.data(GAP_ROLE) for index in sorted(rows, key=lambda index: index.row()))

    def _shown(self) -> tuple[Gap, ...]:
        """Return the gaps of all reasons that the dialog is about."""
        presenter = self._presenter
        return presenter.gaps.all if self._document_id is None else presenter.of_document(self._document_id)

    def _update(self) -> None:
        """Show what there is now; the chosen reason stays."""
        gaps = self._shown()
        if self._document_id is not None and gaps:
            self._lead.setText(self.tr("Документ «{title}»").format(title=gaps[0].title))
        elif self._presenter.gaps.is_complete and not gaps:
            self._lead.setText(self.tr("Поиск видит всё, что есть в архиве."))
        else:
            self._lead.setText(searched(self._presenter.gaps))
        self._whole.setVisible(self._document_id is not None)
        counts = {kind: sum(gap.kind is kind for gap in gaps) for kind in GapKind}
        entries = [(_ALL, self.tr("Все причины"), len(gaps))]
        entries += [(kind.value, reason(kind), count) for kind, count in counts.items() if count]
        was = self._kind()
        self._reasons.blockSignals(True)
        self._reasons.clear()
        for kind, name, count in entries:
            entry = QTreeWidgetItem((name, figure(count)))
            entry.setData(0, _KIND_ROLE, kind)
            entry.setToolTip(0, name)
            entry.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._reasons.addTopLevelItem(entry)
        row = next((row for row, (kind, _, _) in enumerate(entries) if kind == was), 0)
        self._reasons.setCurrentIndex(self._reasons.model().index(row, 0))
        self._reasons.blockSignals(False)
        self._show_rows()

    def _kind(self) -> str:
        entry = self._reasons.currentItem()
        return str(entry.data(0, _KIND_ROLE)) if entry is not None else _ALL

    def _show_rows(self) -> None:
        kind = self._kind()
        self._model.show_gaps([gap for gap in self._shown() if kind in {_ALL, gap.kind.value}])
        self._enable()

    def _enable(self) -> None:
        """Offer what fits every chosen gap."""
        chosen = self.chosen()
        for button, fits in self._acts:
            button.setEnabled(bool(chosen) and all(map(fits, chosen)))
        shown = self._model.gaps
        has_scans = any(gap.kind is GapKind.SCAN for gap in shown)
        self._acts[1][0].setVisible(self._presenter.can_recognise and has_scans)
        self._acts[2][0].setVisible(any(gap.takes_password for gap in shown))

    def _open(self) -> None:
        if (chosen := self.chosen()) and chosen[0].document_id is not None:
            self.page_requested.emit(chosen[0])

    def _show_folder(self) -> None:
        if chosen := self.chosen():
            self.folder_requested.emit(chosen[0])

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(table(self.chosen() or self._model.gaps))

    def _save(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Сохранить список"), "unsearched.csv", self.tr("Таблица CSV (*.csv)")
        )
        if name:
            # The mark at the beginning tells spreadsheets that it is UTF-8.
            Path(name).write_text(table(self._model.gaps), encoding="utf-8-sig")


def _made_reasons(spoken: str) -> QTreeWidget:
    made = QTreeWidget()
    made.setObjectName("reasons")
    made.setAccessibleName(spoken)
    made.setFixedWidth(_REASONS_PX)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setColumnCount(2)
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setHeaderHidden(True)
    made.header().setStretchLastSection(False)
    made.header().setMinimumSectionSize(20)
    made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return made
