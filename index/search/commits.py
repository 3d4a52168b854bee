"""Whoosh's segment writer, taught to take whole batches and to merge arrays."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy as np  # noqa: TID253 - this module is arrays
from whoosh.writing import SegmentWriter  # noqa: TID253 - this module is Whoosh's writer

from index.search import columns
from index.search.arrayfile import ArrayFile, write_arrays
from index.search.batch import Batch, Terms
from index.search.codec import ArrayCodec
from index.search.fieldwriting import BatchSource, SegmentSource, Source, Taken, write_field
from index.search.requests import IndexDocument
from index.search.segments import DOCUMENTS, EXTENSIONS, SegmentFiles


class CommitWriter(SegmentWriter):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's writer of one commit, over `DurableStorage`.

    Args:
        opened: The index.
        terms: Says what forms are found by.
    """

    def __init__(self, opened: Any, terms: Terms) -> None:  # noqa: ANN401 - Whoosh has no types
        super().__init__(opened, codec=ArrayCodec(), compound=False)
        self._folder = Path(self.storage.folder)
        self._terms = terms
        self._batch = Batch()
        self._absorbed: list[SegmentFiles] = []

    def add(self, document: IndexDocument) -> None:
        """Analyse a document and take it in."""
        self._batch.add(document)
        self.docnum += 1
        self._added = True

    def forget(self, document_ids: Collection[str]) -> int:
        """Delete documents by id; return how many there were."""
        wanted = {bytes.fromhex(document_id) for document_id in document_ids}
        heads = np.array([int.from_bytes(one[:8], "little") for one in wanted], np.uint64)
        gone = 0
        for segment in self.segments:
            file = ArrayFile(self._folder / segment.make_filename(DOCUMENTS))
            ids = file["id"].all().reshape(-1, 32)
            likely = np.flatnonzero(np.isin(np.ascontiguousarray(ids[:, :8]).view(np.uint64).ravel(), heads))
            for number in likely.tolist():
                if ids[number].tobytes() in wanted and not segment.is_deleted(number):
                    segment.delete_document(number)
                    gone += 1
        return gone

    def absorb(self, segment: Any) -> None:  # noqa: ANN401 - Whoosh has no types
        """Take over the living documents of a segment; it is dropped at commit."""
        files = SegmentFiles(self._folder, segment)
        self._absorbed.append(files)
        self.docnum += int(files.kept().sum())
        self._added = True

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        self.fieldwriter.close()
        longest = self._write_columns()
        for name, extension in EXTENSIONS.items():
            write_field(self._path(extension), self._taken(name), longest[name])

    def _write_columns(self) -> dict[str, int]:
        """Write what is known of the documents; return for each field the length of the longest."""
        parts = [(columns.from_rows(self._batch.columns), np.ones(len(self._batch), np.bool_))]
        parts += [(files.columns, files.kept()) for files in self._absorbed]
        together = columns.joined(parts)
        write_arrays(self._path(DOCUMENTS), together)
        lengths = {"text": together["length"], "title": together["title_length"]}
        return {name: int(length.max(initial=0)) for name, length in lengths.items()}

    def _taken(self, name: str) -> list[Taken]:
        field = self._batch.text if name == "text" else self._batch.title
        new: Source = BatchSource(self._batch.forms, field.keys(), self._terms)
        taken = [Taken(new, np.arange(len(self._batch), dtype=np.int64))]
        first = len(self._batch)
        for files in self._absorbed:
            kept = files.kept()
            numbers = np.where(kept, np.cumsum(kept) - 1 + first, -1)
            taken.append(Taken(SegmentSource(files.field(name)), numbers))
            first += int(kept.sum())
        return taken

    def _path(self, extension: str) -> Path:
        return self._folder / str(self.newsegment.make_filename(extension))

    def _commit_toc(self, segments: list[Any]) -> None:
        self.storage.segments = frozenset(segment.segment_id() for segment in segments)
        super()._commit_toc(segments)
