"""The answer of a search as a flat list: documents, under each its passages, and rows that offer more."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from html import escape
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from desktop.models.documents import AnyIndex, describe, tooltip
from desktop.state.counts import Noun, counted
from index.model.hit import Answer, Hit, Passage

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The `HitRow` of a row."""
META_ROLE: Final = ROW_ROLE + 1
"""One line about the document of a HIT row."""

PASSAGES_SHOWN: Final = 3
"""Passages under a document before the reader asks for the others."""


class RowKind(IntEnum):
    """What a row is."""

    HIT = 0
    PASSAGE = 1
    MORE_PASSAGES = 2
    MORE_HITS = 3


@dataclass(frozen=True, slots=True)
class HitRow:
    """What stands in a row.

    Attributes:
        kind: What it is.
        hit: Position of the document in the answer, from 0.
        passage: Position of the passage in the hit, from 0; for MORE_PASSAGES the first one not shown.
    """

    kind: RowKind
    hit: int
    passage: int = -1


class HitModel(QAbstractListModel):
    """Documents and passages of one answer. Rows are computed, not stored: a long answer costs nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self._expanded: set[int] = set()
        self._starts: list[int] = [0]
        self._by_role: dict[int, Callable[[HitRow], object]] = {
            ROW_ROLE: lambda row: row,
            META_ROLE: self._meta,
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }

    @property
    def answer(self) -> Answer | None:
        """The answer shown."""
        return self._answer

    def set_answer(self, answer: Answer | None, *, keep_expanded: bool = False) -> None:
        """Show another answer; with `keep_expanded` documents opened up stay so, wherever they are now."""
        expanded: set[str] = set()
        if keep_expanded and self._answer is not None:
            expanded = {self._answer.hits[i].document.id for i in self._expanded}
        self.beginResetModel()
        self._answer = answer
        hits = answer.hits if answer is not None else ()
        self._expanded = (
            {i for i, hit in enumerate(hits) if hit.document.id in expanded} if expanded else set()
        )
        if answer is not None and answer.documents == len(hits) == 1:
            # A single document takes nobody's room.
            self._expanded = {0}
        self._count()
        self.endResetModel()

    def hit(self, row: HitRow) -> Hit:
        """Return the document hit a row belongs to."""
        assert self._answer is not None
        return self._answer.hits[row.hit]

    def passage(self, row: HitRow) -> Passage:
        """Return the passage of a PASSAGE row."""
        return self.hit(row).passages[row.passage]

    def row_at(self, number: int) -> HitRow:
        """Return what stands in row `number`, from 0."""
        hit = bisect_left(self._starts, number + 1) - 1
        hits = self._answer.hits if self._answer is not None else ()
        if hit >= len(hits):
            return HitRow(RowKind.MORE_HITS, len(hits))
        inner = number - self._starts[hit]
        if inner == 0:
            return HitRow(RowKind.HIT, hit)
        if inner <= self._shown(hit):
            return HitRow(RowKind.PASSAGE, hit, inner - 1)
        return HitRow(RowKind.MORE_PASSAGES, hit, inner - 1)

    def row_of(self, hit: int, match: int = -1) -> int:
        """Return the row of a hit, or of the passage that holds one of its matches; -1 when there is none.

        For a passage that is not shown yet it is the row that offers it.
        """
        if self._answer is None or not 0 <= hit < len(self._answer.hits):
            return -1
        start = self._starts[hit]
        found = self._answer.hits[hit]
        if not 0 <= match < len(found.matches):
            return start
        span = found.matches[match].span
        firsts = [passage.matches[0].span for passage in found.passages]
        holder = bisect_left(firsts, span)
        if holder == len(firsts) or firsts[holder] != span:
            holder -= 1
        return start + 1 + min(holder, self._shown(hit)) if holder >= 0 else start

    def first_match(self, row: HitRow) -> int:
        """Return the position, in its hit, of the first match of a row."""
        if row.kind is not RowKind.PASSAGE:
            return 0
        spans = [match.span for match in self.hit(row).matches]
        return bisect_left(spans, self.passage(row).matches[0].span)

    def expand(self, hit: int) -> None:
        """Show all passages of a document."""
        if self._answer is None or hit in self._expanded or not self._hidden(hit):
            return
        offer = self._starts[hit] + 1 + self._shown(hit)
        added = self._hidden(hit)
        # The row that offered them becomes the first of them; the others follow it.
        self.beginInsertRows(QModelIndex(), offer + 1, offer + added - 1)
        self._expanded.add(hit)
        self._count()
        self.endInsertRows()
        self.dataChanged.emit(self.index(offer), self.index(offer))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """Return the number of rows."""
        return 0 if parent.isValid() else self._starts[-1] + self._has_more()

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return what can be done with a row: its document can be dragged away, too."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role shows of a row."""
        if not index.isValid() or not 0 <= index.row() < self.rowCount():
            return None
        row = self.row_at(index.row())
        show = self._by_role.get(role)
        return show(row) if show is not None else None

    def _meta(self, row: HitRow) -> str | None:
        if row.kind is not RowKind.HIT:
            return None
        return describe(self.hit(row).document, len(self.hit(row).matches))

    def _text(self, row: HitRow) -> str:
        if row.kind is RowKind.HIT:
            return self.hit(row).document.title
        if row.kind is RowKind.PASSAGE:
            return self.passage(row).snippet.text
        if row.kind is RowKind.MORE_PASSAGES:
            more = counted(self._hidden(row.hit), Noun.PASSAGE)
            return QCoreApplication.translate("Hits", "Ещё {more}").format(more=more)
        assert self._answer is not None
        rest = counted(self._answer.documents - len(self._answer.hits), Noun.DOCUMENT)
        return QCoreApplication.translate("Hits", "Показать дальше: ещё {rest}").format(rest=rest)

    def _tip(self, row: HitRow) -> str | None:
        if row.kind is RowKind.HIT:
            return tooltip(self.hit(row).document)
        return escape(self.passage(row).snippet.text) if row.kind is RowKind.PASSAGE else None

    def _spoken(self, row: HitRow) -> str:
        if row.kind is RowKind.HIT:
            return f"{self._text(row)}. {describe(self.hit(row).document, len(self.hit(row).matches))}"
        if row.kind is RowKind.PASSAGE:
            page = self.passage(row).page_index + 1
            return QCoreApplication.translate("Hits", "Страница {page}: {text}").format(
                page=page, text=self._text(row)
            )
        return self._text(row)

    def _shown(self, hit: int) -> int:
        """How many passages of a hit have rows. An offer of a single one would take the row it could have."""
        assert self._answer is not None
        count = len(self._answer.hits[hit].passages)
        return count if hit in self._expanded or count <= PASSAGES_SHOWN + 1 else PASSAGES_SHOWN

    def _hidden(self, hit: int) -> int:
        assert self._answer is not None
        return len(self._answer.hits[hit].passages) - self._shown(hit)

    def _has_more(self) -> bool:
        return self._answer is not None and len(self._answer.hits) < self._answer.documents

    def _count(self) -> None:
        hits = range(len(self._answer.hits)) if self._answer is not None else range(0)
        heights = (1 + self._shown(i) + bool(self._hidden(i)) for i in hits)
        self._starts = list(accumulate(heights, initial=0))
