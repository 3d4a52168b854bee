"""Whoosh's segment writer, taught which files a commit consists of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from whoosh.reading import SegmentReader  # noqa: TID253 - this module is Whoosh's writer
from whoosh.writing import SegmentWriter  # noqa: TID253 - as above


class CommitWriter(SegmentWriter):  # type: ignore[misc]  # Whoosh has no types
    """A `SegmentWriter` over `DurableStorage`."""

    def forget(self, document_ids: Iterable[str], opened: Any) -> int:  # noqa: ANN401 - Whoosh has no types
        """Delete documents by id; return how many there were. One reader serves all of them."""
        gone = 0
        reader = opened.reader()
        try:
            for document_id in document_ids:
                if ("id", document_id) not in reader:
                    continue
                for number in list(reader.postings("id", document_id).all_ids()):
                    self.delete_document(number)
                    gone += 1
        finally:
            reader.close()
        return gone

    def absorb(self, segment: Any) -> None:  # noqa: ANN401 - Whoosh has no types
        """Copy the living documents of a segment into the one being written; it is dropped at commit."""
        reader = SegmentReader(self.storage, self.schema, segment)
        try:
            self.add_reader(reader)
        finally:
            reader.close()

    def _commit_toc(self, segments: list[Any]) -> None:
        self.storage.segments = frozenset(segment.segment_id() for segment in segments)
        super()._commit_toc(segments)
