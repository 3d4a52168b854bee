"""Concordances: the matches of a query one under the other, each with what stands around it (KWIC)."""

from __future__ import annotations

import heapq
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from index.model.document import DocumentSummary
from index.model.span import Span
from index.model.study import Concordance, KwicLine, KwicOrder
from index.search.passages import PageFinder
from index.study.asking import Asking
from index.tasks import Task
from index.text.morphology import surface
from index.text.tokens import TOKEN

CONTEXT: Final = 60
"""Characters shown on each side, at most; words are not cut."""

PARAGRAPH: Final = "¶"
"""Stands where the context runs into another paragraph."""

_KEY_WORDS: Final = 6
_PARTED: Final = re.compile(r"\s*\n\s*")
_OUTER: Final = f" {PARAGRAPH}"
_NO_DATE: Final = "\uffff"

_Key = tuple[str | tuple[str, ...], ...]


def concordance(
    asking: Asking, query: str, order: KwicOrder, limit: int, task: Task | None = None
) -> Concordance:
    """Return the matches of a query in an order, each on a line. Blocks.

    Every match is counted and takes its place in the order whatever the limit: the lines are the first ones
    of the whole, and no more than these are held meanwhile.

    Args:
        asking: The archive.
        query: In the query language.
        order: Which lines come first; equals stay in the order of arrival, then of the text.
        limit: Number of lines, 0 for all.
        task: Cancels.

    Raises:
        QueryError: If the query cannot be answered.
        SearchIndexError: If the index cannot be used.
        Cancelled: If `task` was.
    """
    lines = _Lines(asking, query, task or Task(), most=limit if order is KwicOrder.DOCUMENT else 0)
    key = _KEYS.get(order)
    if key is None:
        kept = list(lines)
    elif limit:
        kept = heapq.nsmallest(limit, lines, key=key)
    else:
        kept = sorted(lines, key=key)
    return Concordance(query, tuple(kept), lines.documents, lines.matches)


@dataclass(slots=True)
class _Lines:
    """The lines of one concordance as they stand in the archive, counted while they are made.

    Attributes:
        asking: The archive.
        query: In the query language.
        task: Cancels.
        most: Lines that are made, 0 for all; those that follow are only counted.
        documents: Documents that answered so far.
        matches: Matches in them.
    """

    asking: Asking
    query: str
    task: Task
    most: int
    documents: int = 0
    matches: int = 0

    def __iter__(self) -> Iterator[KwicLine]:
        made = 0
        for found in self.asking.occurrences(self.asking.tree(self.query), self.task):
            self.task.checkpoint()
            self.documents += 1
            self.matches += len(found.spans)
            wanted = found.spans[: self.most - made] if self.most else found.spans
            text = self.asking.text(found.document_id) if wanted else ""
            if not text:
                continue
            made += len(wanted)
            summary = self.asking.library.summary(found.document_id)
            finder = PageFinder(self.asking.library.pages(found.document_id))
            for span in wanted:
                yield _line(summary, text, finder, span)


def _line(summary: DocumentSummary, text: str, finder: PageFinder, span: Span) -> KwicLine:
    return KwicLine(
        document_id=summary.id,
        title=summary.title,
        date=summary.date,
        page_index=finder.page_at(span.start),
        span=span,
        left=_on_one_line(_left(text, span.start)).lstrip(_OUTER),
        keyword=_on_one_line(span.of(text)),
        right=_on_one_line(_right(text, span.stop)).rstrip(_OUTER),
    )


def _left(text: str, stop: int) -> str:
    start = max(0, stop - CONTEXT)
    piece = text[start:stop]
    if start and not text[start - 1].isspace():
        rest = piece.partition(" ")[2]
        # A word as long as the whole context is cut: better than to show nothing.
        return rest if rest.strip() else piece
    return piece


def _right(text: str, start: int) -> str:
    stop = min(len(text), start + CONTEXT)
    piece = text[start:stop]
    if stop < len(text) and not text[stop].isspace():
        rest = piece.rpartition(" ")[0]
        return rest if rest.strip() else piece
    return piece


def _on_one_line(piece: str) -> str:
    return _PARTED.sub(f" {PARAGRAPH} ", piece) if "\n" in piece else piece


def _by_date(line: KwicLine) -> _Key:
    return (line.date or _NO_DATE,)


def _by_keyword(line: KwicLine) -> _Key:
    return _words(line.keyword), _by_right(line)[0]


def _by_left(line: KwicLine) -> _Key:
    return _words(line.left.rpartition(PARAGRAPH)[2])[::-1][:_KEY_WORDS], _words(line.keyword)


def _by_right(line: KwicLine) -> _Key:
    return _words(line.right.partition(PARAGRAPH)[0])[:_KEY_WORDS], _words(line.keyword)


def _words(piece: str) -> tuple[str, ...]:
    return tuple(map(surface, TOKEN.findall(piece)))


_KEYS: Final[dict[KwicOrder, Callable[[KwicLine], _Key]]] = {
    KwicOrder.DATE: _by_date,
    KwicOrder.KEYWORD: _by_keyword,
    KwicOrder.LEFT: _by_left,
    KwicOrder.RIGHT: _by_right,
}
