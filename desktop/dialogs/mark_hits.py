"""Asks how all places of an answer are to be marked, and says before how many that will be."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.labels import plain_label
from desktop.dialogs.swatch import Swatch
from desktop.dialogs.tag_field import split_tags
from desktop.state.counts import Noun, counted
from desktop.state.marking import MarkWish
from desktop.theme import Palette
from index.model.annotation import HighlightColor, Pen

_WIDTH_PX = 470
_NOTE_PX = 78
_MANY = 2_000


class Here(NamedTuple):
    """What of an answer is in the open document.

    Attributes:
        title: Its title.
        number: The archive's number of it.
        matches: How many places of the answer it has.
    """

    title: str
    number: int
    matches: int


class MarkHitsDialog(QDialog):
    """Where, in which colour, with which note and tags.

    Args:
        query: Whose matches are marked.
        counts: Documents and matches of the answer.
        here: What of it is in the open document; None for nothing.
        color: The marker used last.
        palette: Colours.
        parent: Owner.

    Signals:
        wished(MarkWish): The reader wants it so.
    """

    wished = Signal(object)

    def __init__(
        self,
        query: str,
        counts: tuple[int, int],
        here: Here | None,
        color: HighlightColor,
        palette: Palette,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Всё найденное в заметки"))
        self.setMinimumWidth(_WIDTH_PX)
        self._query, self._counts, self._here = query, counts, here
        self.everywhere = QRadioButton(self._amount(self.tr("Во всех документах: {places}"), counts[1]))
        self.only_here = QRadioButton()
        self.everywhere.setChecked(True)
        self._swatches = QButtonGroup(self)
        for pen in HighlightColor:
            swatch = Swatch(pen, palette, self)
            swatch.setChecked(pen is color)
            self._swatches.addButton(swatch)
        self.note = QPlainTextEdit(tabChangesFocus=True)
        self.note.setPlaceholderText(self.tr("Заметка к каждому месту, если нужна"))
        self.note.setAccessibleName(self.tr("Текст заметки"))
        self.note.setFixedHeight(_NOTE_PX)
        self.tags = QLineEdit(placeholderText=self.tr("Метки через запятую"))
        self.tags.setAccessibleName(self.tr("Метки"))
        self.amount = plain_label("", "muted", wraps=True)
        self.go = QPushButton(self.tr("Выделить"))
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self._wish)
        self.only_here.toggled.connect(self._count)
        self._show_here()
        self._lay_out()
        self._count()

    def _show_here(self) -> None:
        if self._here is None:
            self.only_here.setText(self.tr("Только в открытом документе: в нём ничего не найдено"))
            self.only_here.setEnabled(False)
        else:
            words = self.tr("Только в открытом документе: {places}")
            self.only_here.setText(self._amount(words, self._here.matches))
            self.only_here.setToolTip(" ".join(self._here.title.split()).replace("<", "‹"))

    def _lay_out(self) -> None:
        pens = QHBoxLayout()
        pens.setSpacing(4)
        for swatch in self._swatches.buttons():
            pens.addWidget(swatch)
        pens.addStretch()
        foot = QHBoxLayout()
        foot.addStretch()
        cancel = QPushButton(self.tr("Отмена"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        lead = self.tr("Найденное по запросу: {query}").format(query=self._query)
        column.addWidget(plain_label(lead, "lead", wraps=True))
        for where in (self.everywhere, self.only_here):
            column.addWidget(where)
        column.addLayout(pens)
        for widget in (self.note, self.tags, self.amount):
            column.addWidget(widget)
        column.addLayout(foot)
        self.everywhere.setFocus()

    def _count(self) -> None:
        """Say how many annotations this makes."""
        documents, matches = self._counts
        if self.only_here.isChecked() and self._here is not None:
            documents, matches = 1, self._here.matches
        words = self.tr(
            "Будет выделено: {places} в {documents}; что выделено уже, останется как есть. "
            "Всё вместе отменяется одним действием, Ctrl+Z."
        ).format(places=counted(matches, Noun.PLACE), documents=counted(documents, Noun.IN_DOCUMENT))
        if matches > _MANY:
            words += " " + self.tr("Это много: запись займёт время.")
        self.amount.setText(words)

    def _amount(self, words: str, count: int) -> str:
        return words.format(places=counted(count, Noun.PLACE))

    def _wish(self) -> None:
        pen = next(
            one.color for one in self._swatches.buttons() if isinstance(one, Swatch) and one.isChecked()
        )
        is_here = self.only_here.isChecked() and self._here is not None
        numbers = (self._here.number,) if is_here and self._here is not None else None
        note, tags = self.note.toPlainText().strip(), split_tags(self.tags.text())
        self.wished.emit(MarkWish(self._query, Pen(pen, note, tags), numbers))
        self.accept()
