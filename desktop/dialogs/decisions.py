"""What the reader decided about the open document: a list to look at, to go from, to take back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.dialogs.fitted_table import FittedTable
from desktop.dialogs.labels import plain_label
from desktop.models.decided import DecidedModel
from desktop.state.counts import figure
from desktop.state.decided import Decided, DecidedPresenter

_SIZE: Final = (860, 460)
_WIDTHS: Final = (96, 132, 280, 62)


class DecisionsDialog(QDialog):
    """The decisions about the open document. Stays beside the window and follows what is decided.

    Args:
        presenter: The decisions.
        parent: Owner.

    Signals:
        withdraw_requested(Decision): The reader takes this one back.
    """

    withdraw_requested = Signal(object)

    def __init__(self, presenter: DecidedPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Ваши решения о фактах"))
        self.resize(*_SIZE)
        self._presenter = presenter
        self._model = DecidedModel(self)
        self.table = FittedTable(self.tr("Решения"))
        self.table.setModel(self._model)
        for section, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(section, width)
        self._lead = plain_label("", "lead", wraps=True)
        self._show = QPushButton(self.tr("Показать на странице"))
        self._show.clicked.connect(self._go)
        self.withdraw = QPushButton(self.tr("Отменить решение"))
        self.withdraw.clicked.connect(self._withdraw)
        close = QPushButton(self.tr("Закрыть"))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.addWidget(self._show)
        foot.addWidget(self.withdraw)
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._lead)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.table.doubleClicked.connect(self._go)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        presenter.changed.connect(self._update)
        self._update()

    def chosen(self) -> Decided | None:
        """Return the decision of the chosen row."""
        rows = self.table.selectionModel().selectedRows()
        return self._model.decided(rows[0].row()) if rows else None

    def _update(self) -> None:
        row = self.table.currentIndex().row()
        self._model.show_decisions(self._presenter.listed)
        count, lost = len(self._presenter.listed), self._presenter.lost_count
        if lost:
            words = self.tr("Решений: {count}, из них не действуют: {lost}.")
        else:
            words = self.tr("Решений: {count}.") if count else self.tr("Решений об этом документе нет.")
        self._lead.setText(words.format(count=figure(count), lost=figure(lost)))
        if count:
            self.table.selectRow(min(max(row, 0), count - 1))
        self._enable()

    def _enable(self) -> None:
        for button in (self._show, self.withdraw):
            button.setEnabled(self.chosen() is not None)

    def _go(self) -> None:
        if (one := self.chosen()) is not None:
            self._presenter.go_to(one.decision)

    def _withdraw(self) -> None:
        if (one := self.chosen()) is not None:
            self.withdraw_requested.emit(one.decision)
