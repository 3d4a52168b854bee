"""Tables are sought in a process of its own: pdfplumber hangs on some files and eats memory on others."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.model.document import Document
from index.model.table import Table
from index.model.textmap import Piece
from index.pdf.opening import Readable, unlocked
from index.pdf.table_ink import TableWord
from index.pdf.table_page import PageInk
from index.pdf.tables import PageOfWords, tables_of
from index.sandbox import Sandbox
from index.tasks import Task
from index.workers import Tell, Worker, WorkerDied, WorkerLimits

_SILENCE_S = 40.0
_REQUEST_S = 7200.0
_MEMORY_BYTES = 2 << 30
_RECYCLE_AFTER = 100


@dataclass(frozen=True, slots=True)
class TablesRequest:
    """Pages of one file on which tables are sought.

    Attributes:
        path: The file.
        pages: The pages, with their words.
        passwords: Tried on a file that needs one.
    """

    path: str
    pages: tuple[PageOfWords, ...]
    passwords: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class PageTables:
    """Told after each page.

    Attributes:
        page_index: The page, counted from 0.
        tables: Its tables, from top to bottom.
        is_read: False if pdfplumber could not read the page.
    """

    page_index: int
    tables: tuple[Table, ...]
    is_read: bool = True


@dataclass(frozen=True, slots=True)
class FoundTables:
    """What was found on some pages.

    Attributes:
        tables: By page, and on each page from top to bottom.
        unread: Pages that killed the worker or that pdfplumber cannot read, counted from 0.
    """

    tables: tuple[Table, ...]
    unread: tuple[int, ...] = ()


def find_handler(request: TablesRequest, tell: Tell) -> None:
    """Run in the worker: tell the tables of each page."""
    from index.text.morphology import is_known

    for page in request.pages:
        tell(_found(page, request, unlocked(request.path, request.passwords), is_known))


def _found(
    page: PageOfWords, request: TablesRequest, readable: Readable, is_known: Callable[[str], bool]
) -> PageTables:
    try:
        return PageTables(page.page_index, tables_of(page, _ink(page, request, readable), is_known))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - pdfminer raises anything on damaged files, and their numbers are anything
        return PageTables(page.page_index, (), is_read=False)


def _ink(page: PageOfWords, request: TablesRequest, readable: Readable) -> PageInk:
    """Read the lines of a page. The file is opened for each: a page that is broken spoils no other."""
    import pdfplumber

    from index.pdf.table_page import ink_of
    from index.pdf.table_scan import add_lines, is_scan

    pdf = pdfplumber.open(readable, pages=[page.page_index + 1])
    try:
        ink = ink_of(pdf.pages[0], (page.width_pt, page.height_pt))
        if page.words and is_scan(pdf.pages[0], ink):
            add_lines(request.path, request.passwords, page.page_index, page.width_pt, ink)
        return ink
    finally:
        # Closing makes the pages once more where that failed.
        with contextlib.suppress(Exception):
            pdf.close()


def make_table_finder(sandbox: Sandbox | None = None) -> Worker:
    """Return a worker that finds tables; its process starts with the first request.

    Args:
        sandbox: What it may read; None for no wall around it.
    """
    limits = WorkerLimits(
        silence_s=_SILENCE_S,
        request_s=_REQUEST_S,
        memory_bytes=_MEMORY_BYTES,
        recycle_after=_RECYCLE_AFTER,
        sandbox=sandbox,
    )
    return Worker(find_handler, limits, "chitalnya-tables")


def page_of_words(document: Document, page_index: int) -> PageOfWords:
    """Return what a document knows of a page, for `TablesRequest`."""
    page, text_map = document.pages[page_index], document.text_map
    pieces = list(text_map.pieces(page_index))
    directions = [text_map.line(piece.line).direction for piece in pieces]
    words: list[TableWord] = []
    last: Piece | None = None
    for piece in pieces:
        word = _word(document, piece)
        if last is not None and last.span.stop == piece.span.start and last.line == piece.line:
            # A word with the punctuation that clings to it.
            words[-1] = _together(words[-1], word)
        else:
            words.append(word)
        last = piece
    start, stop = (pieces[0].span.start, pieces[-1].span.stop) if pieces else (0, 0)
    return PageOfWords(
        page_index,
        page.width_pt,
        page.height_pt,
        max(set(directions), key=directions.count) if directions else 0,
        tuple(words),
        start,
        document.text[start:stop],
    )


def _word(document: Document, piece: Piece) -> TableWord:
    line = document.text_map.line(piece.line)
    begin, end = sorted((piece.from_pt, piece.to_pt))
    box = (begin, line.low_pt, end, line.high_pt)
    if line.direction % 2:
        box = (line.low_pt, begin, line.high_pt, end)
    return TableWord(piece.span.of(document.text), *box, piece.span.start, piece.span.stop)


def _together(one: TableWord, other: TableWord) -> TableWord:
    return TableWord(
        one.text + other.text,
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
        one.start,
        other.stop,
    )


def find_tables(
    worker: Worker,
    path: Path,
    document: Document,
    page_indexes: Sequence[int],
    passwords: tuple[str, ...] = (),
    task: Task | None = None,
) -> FoundTables:
    """Find the tables on pages of a document; blocks.

    Args:
        worker: From `make_table_finder`.
        path: The document's original.
        document: The document: its words and their places are the words of the cells.
        page_indexes: The pages, counted from 0.
        passwords: Tried on a file that needs one.
        task: Cancels the work and is told how far it is.

    Raises:
        Cancelled: If `task` was cancelled; the process is killed.
    """
    found: dict[int, tuple[Table, ...]] = {}
    left = list(page_indexes)
    unread: list[int] = []

    def take(told: PageTables) -> None:
        found[told.page_index] = told.tables
        if not told.is_read:
            unread.append(told.page_index)
        left.remove(told.page_index)
        if task is not None:
            task.report(len(found), len(page_indexes))

    while left:
        if task is not None:
            task.checkpoint()
        request = TablesRequest(str(path), tuple(page_of_words(document, i) for i in left), passwords)
        try:
            worker.call(request, task, take)
        except WorkerDied:
            # Pages are told in order: the first that was not is the one it died of.
            unread.append(left.pop(0))
        else:
            break
    tables = tuple(table for page_index in page_indexes for table in found.get(page_index, ()))
    return FoundTables(tables, tuple(sorted(unread)))
