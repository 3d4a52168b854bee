"""Archives filled with generated texts through the store, as an import ends; no file is ever read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Final

from index.config import ArchivePaths
from index.model.document import Document, Page
from index.model.span import Span
from index.model.textmap import TextMap
from index.search.requests import IndexDocument
from index.store.database import Database
from index.store.documents import Arrival, document_writer

_AT_ONCE: Final = 500
_WIDTH_PT, _HEIGHT_PT = 595, 842


def fill(root: Path, documents: Iterable[IndexDocument]) -> int:
    """Write documents into an archive, acknowledged and not yet searchable; return their number.

    They have no original: whoever opens one is told so.
    """
    paths = ArchivePaths(root)
    root.mkdir(parents=True, exist_ok=True)
    paths.make()
    database = Database(paths.database, paths.backups)
    count = 0
    for batch in _batches(documents):
        writers = [
            document_writer(_document(one), Arrival(one.date, len(one.text), None, b"", 0)) for one in batch
        ]
        with database.writing() as connection:
            for write in writers:
                write(connection)
        count += len(batch)
    database.close()
    return count


def _document(given: IndexDocument) -> Document:
    bounds = pairwise([*given.page_starts, len(given.text)])
    pages = tuple(
        Page(page_index, _WIDTH_PT, _HEIGHT_PT, Span(start, stop))
        for page_index, (start, stop) in enumerate(bounds)
    )
    return Document(
        id=given.id,
        title=given.title,
        file_name=given.file_name,
        source_path=f"/archive/{given.file_name}",
        text=given.text,
        text_map=TextMap((), ()),
        pages=pages,
    )


def _batches(documents: Iterable[IndexDocument]) -> Iterator[list[IndexDocument]]:
    remaining = iter(documents)
    while batch := list(islice(remaining, _AT_ONCE)):
        yield batch
