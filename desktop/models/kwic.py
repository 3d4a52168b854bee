"""The lines of a concordance: what stands left, the match, what stands right, and where."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from html import escape

from PySide6.QtCore import QObject, Qt

from desktop.models.documents import written_date
from desktop.models.listed import AnyIndex, Column, ListedModel
from index.model.study import KwicLine, KwicOrder
from index.text.normalise import fold


class KwicColumn(IntEnum):
    """The columns."""

    LEFT = 0
    KEYWORD = 1
    RIGHT = 2
    DOCUMENT = 3
    PAGE = 4
    DATE = 5

    @property
    def order(self) -> KwicOrder:
        """The order of lines that the column stands for."""
        return _ORDERS.get(self, KwicOrder.DOCUMENT)


_ORDERS = {
    KwicColumn.LEFT: KwicOrder.LEFT,
    KwicColumn.KEYWORD: KwicOrder.KEYWORD,
    KwicColumn.RIGHT: KwicOrder.RIGHT,
    KwicColumn.DATE: KwicOrder.DATE,
}


class KwicModel(ListedModel):
    """Lines of a concordance, of which those can be shown that have certain words.

    The archive puts them in order, since there may be more than are shown: `sort` does nothing.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self.columns = (
            Column(self.tr("Слева"), _left, _left, is_number=True),
            Column(self.tr("Найдено"), _keyword, _keyword),
            Column(self.tr("Справа"), _right, _right),
            Column(self.tr("Документ"), _title, _title),
            Column(self.tr("Стр."), _page, _page, is_number=True),
            Column(self.tr("Дата"), _date, _date),
        )
        self._lines: tuple[KwicLine, ...] = ()
        self._words: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[KwicLine, ...]:
        """The lines that are shown."""
        return self.rows

    def show_lines(self, lines: Sequence[KwicLine]) -> None:
        """Show these, as far as they have the words asked for."""
        self._lines = tuple(lines)
        self._update()

    def narrow(self, words: str) -> None:
        """Show the lines that have all these words or beginnings, anywhere in line or title."""
        self._words = tuple(fold(words).split())
        self._update()

    def sort(self, _column: int, _order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Leave the order to the archive."""

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role shows of a cell; the tooltip has the whole line."""
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid() and index.row() < len(self.lines):
            line = self._rows[index.row()]
            parts = escape(line.left), f"<b>{escape(line.keyword)}</b>", escape(line.right)
            return f"{''.join(parts)}<br>{escape(line.title)}"
        return super().data(index, role)

    def _update(self) -> None:
        if self._words:
            self.show_rows([line for line in self._lines if self._has_words(line)])
        else:
            self.show_rows(self._lines)

    def _has_words(self, line: KwicLine) -> bool:
        # Texts of the archive are normalised: `fold` would do the same, eight times slower.
        text = f"{line.left}{line.keyword}{line.right} {line.title}".lower().replace("ё", "е")
        return all(word in text for word in self._words)


def _left(line: KwicLine) -> str:
    return line.left.rstrip()


def _keyword(line: KwicLine) -> str:
    return line.keyword


def _right(line: KwicLine) -> str:
    return line.right


def _title(line: KwicLine) -> str:
    return " ".join(line.title.split())


def _page(line: KwicLine) -> str:
    return str(line.page_index + 1)


def _date(line: KwicLine) -> str:
    return written_date(line.date)
