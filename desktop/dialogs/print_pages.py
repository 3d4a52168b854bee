"""Asks which pages to print, and whether with what is marked on them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.labels import plain_label
from desktop.state.counts import Noun, counted
from desktop.state.page_names import PageNames
from desktop.state.page_range import pages_of


class PrintPagesDialog(QDialog):
    """Which pages, and how; the printer is asked about afterwards, by the system.

    Args:
        names: The pages of the document.
        page_index: The page that is looked at.
        has_marks: Whether something is marked in the document.
        parent: Owner.

    Signals:
        pages_chosen(tuple[int, ...], bool): Indexes of the pages; whether with marks.
    """

    pages_chosen = Signal(object, bool)

    def __init__(
        self, names: PageNames, page_index: int, *, has_marks: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names, self._page_index = names, page_index
        self.setWindowTitle(self.tr("Печать"))
        self.everything = QRadioButton(self.tr("Весь документ: {pages}").format(pages=_counted(len(names))))
        self.current = QRadioButton(self.tr("Эта страница: {name}").format(name=names.name(page_index)))
        self.some = QRadioButton(self.tr("Страницы:"))
        self.field = QLineEdit(placeholderText=self.tr("1–3, 7"))
        self.field.setAccessibleName(self.tr("Какие страницы печатать"))
        self.marks = QCheckBox(self.tr("С тем, что выделено маркером"))
        self.marks.setEnabled(has_marks)
        self.marks.setChecked(has_marks)
        self._problem = plain_label("", "muted", wraps=True)
        choices = QButtonGroup(self)
        for choice in (self.everything, self.current, self.some):
            choices.addButton(choice)
            choice.toggled.connect(self._judge)
        self.field.textEdited.connect(self._choose_some)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.some)
        row.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(self.everything)
        column.addWidget(self.current)
        column.addLayout(row)
        column.addWidget(self._problem)
        column.addWidget(self.marks)
        column.addSpacing(6)
        column.addLayout(self._foot())
        self.setMinimumWidth(380)
        self.everything.setChecked(True)

    def _foot(self) -> QHBoxLayout:
        self._print = QPushButton(self.tr("Выбрать принтер…"))
        self._print.setProperty("role", "primary")
        self._print.setDefault(True)
        self._print.clicked.connect(self._accept)
        cancel = QPushButton(self.tr("Отмена"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self._print)
        return foot

    def _pages(self) -> tuple[int, ...] | None:
        if self.everything.isChecked():
            return tuple(range(len(self._names)))
        if self.current.isChecked():
            return (self._page_index,)
        return pages_of(self.field.text(), self._names)

    def _choose_some(self) -> None:
        self.some.setChecked(True)
        self._judge()

    def _judge(self) -> None:
        pages = self._pages()
        self._print.setEnabled(pages is not None)
        if self.some.isChecked() and self.field.text().strip():
            self._problem.setText(
                self.tr("Таких страниц нет: пишите номера через запятую и тире.")
                if pages is None
                else self.tr("Будет напечатано: {pages}").format(pages=_counted(len(pages)))
            )
        else:
            self._problem.setText(self.tr("Номера или обозначения, через запятую и тире."))

    def _accept(self) -> None:
        if (pages := self._pages()) is not None:
            self.accept()
            self.pages_chosen.emit(pages, self.marks.isChecked())


def _counted(count: int) -> str:
    return counted(count, Noun.PAGE)


def printed(pages: int, failed: int) -> str:
    """Return what is said when everything is out."""
    said = []
    if pages:
        said.append(
            QCoreApplication.translate("Printing", "Напечатано: {pages}.").format(pages=_counted(pages))
        )
    if failed:
        words = QCoreApplication.translate("Printing", "Не удалось нарисовать: {pages}.")
        said.append(words.format(pages=_counted(failed)))
    return " ".join(said)
