"""A codec for Whoosh that keeps postings as arrays (`index.search.fields`), and the writer that fills it.

Whoosh keeps what it is good at: the table of contents and its atomic change, segments, deletions, merge
policies, locking; and its own searcher reads this codec like any other, slowly (tests compare the two). What
is replaced are the postings: stock Whoosh spends 70 % of indexing on pickling and deflating blocks of them,
and reads a common word posting by posting in Python (docs/decisions/0019).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np  # noqa: TID253 - this module is arrays
from whoosh.codec import base  # noqa: TID253 - this module is a codec of Whoosh
from whoosh.matching import ListMatcher  # noqa: TID253 - as above
from whoosh.reading import TermInfo, TermNotFound  # noqa: TID253 - as above

from index.search.batch import JOINED
from index.search.keys import POSITION_BITS
from index.search.schema import FIELDS, encode_positions
from index.search.segments import SegmentFiles


class ArraySegment(base.Segment):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's description of a segment; it is pickled into the table of contents."""

    def __init__(self, indexname: str) -> None:
        super().__init__(indexname)
        self._count = 0
        self._deleted: set[int] = set()

    def codec(self) -> ArrayCodec:
        """Return what reads it."""
        return ArrayCodec()

    def should_assemble(self) -> bool:
        """Its files stay apart: each is mapped."""
        return False

    def set_doc_count(self, doccount: int) -> None:
        """Take the number of documents."""
        self._count = doccount

    def doc_count_all(self) -> int:
        """Return the number of documents, deleted ones included."""
        return self._count

    def deleted_count(self) -> int:
        """Return the number of deleted documents."""
        return len(self._deleted)

    def deleted_docs(self) -> Iterator[int]:
        """Yield the deleted documents."""
        return iter(self._deleted)

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Delete a document, or bring it back."""
        if delete:
            self._deleted.add(docnum)
        else:
            self._deleted.discard(docnum)

    def is_deleted(self, docnum: int) -> bool:
        """Whether a document is deleted."""
        return docnum in self._deleted


class ArrayCodec(base.Codec):  # type: ignore[misc]  # Whoosh has no types
    """The codec. Its postings are written by `CommitWriter` alone, which never uses Whoosh's pool."""

    length_stats = False

    def new_segment(self, _storage: Any, indexname: str) -> ArraySegment:  # noqa: ANN401
        """Return the description of a new segment."""
        return ArraySegment(indexname)

    def per_document_writer(self, _storage: Any, _segment: ArraySegment) -> _Closable:  # noqa: ANN401
        """Return what Whoosh closes."""
        return _Closable()

    def field_writer(self, _storage: Any, _segment: ArraySegment) -> _Closable:  # noqa: ANN401
        """Return what Whoosh closes."""
        return _Closable()

    def terms_reader(self, storage: Any, segment: ArraySegment) -> ArrayTerms:  # noqa: ANN401
        """Return the terms and postings, as Whoosh's own readers want them."""
        return ArrayTerms(SegmentFiles(Path(storage.folder), segment))

    def per_document_reader(self, storage: Any, segment: ArraySegment) -> ArrayDocuments:  # noqa: ANN401
        """Return the documents, as Whoosh's own readers want them."""
        return ArrayDocuments(SegmentFiles(Path(storage.folder), segment), segment)


class _Closable:
    is_closed = False

    def close(self) -> None:
        self.is_closed = True


class ArrayTerms(base.TermsReader):  # type: ignore[misc]  # Whoosh has no types
    """Terms and postings of a segment for Whoosh's own searcher; `FIELDS` says what a field is."""

    def __init__(self, files: SegmentFiles) -> None:
        self._files = files

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return len(self._numbers(*term)) > 0

    def indexed_field_names(self) -> list[str]:
        """Return the names of the fields."""
        return list(FIELDS)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Yield all terms."""
        for name in sorted(FIELDS):
            yield from self.terms_from(name, b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield the terms of a field from `prefix` on."""
        texts = self._texts(fieldname)
        for place in range(texts.lower(prefix), len(texts)):
            if not texts[place].startswith(JOINED):
                yield fieldname, texts[place].encode()

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """Return statistics of a term."""
        documents, counts = self._sums(fieldname, text)
        if not len(documents):
            raise TermNotFound(f"No term {fieldname}:{text!r}")
        lengths = self._files.columns["length" if FIELDS[fieldname][0] == "text" else "title_length"]
        of_these = lengths[documents]
        return TermInfo(
            weight=float(counts.sum()),
            df=len(documents),
            minlength=int(of_these.min()),
            maxlength=int(of_these.max()),
            maxweight=float(counts.max()),
            minid=int(documents[0]),
            maxid=int(documents[-1]),
        )

    def frequency(self, fieldname: str, text: bytes) -> float:
        """Return how often a term stands."""
        return float(self._sums(fieldname, text)[1].sum())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Return in how many documents it stands."""
        return len(self._sums(fieldname, text)[0])

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> ListMatcher:  # noqa: ANN401
        """Return the postings of a term."""
        numbers = self._numbers(fieldname, text)
        keys = self._files.field(FIELDS[fieldname][0]).keys(numbers)
        documents, counts = self._sums(fieldname, text)
        pieces = np.split(keys & ((1 << POSITION_BITS) - 1), np.cumsum(counts)[:-1])
        return ListMatcher(
            documents.tolist(),
            counts.astype(float).tolist(),
            [encode_positions(piece) for piece in pieces],
            format_,
            scorer=scorer,
            term=(fieldname, text),
            terminfo=self.term_info(fieldname, text),
        )

    def close(self) -> None:
        """Let go of the files."""

    def _texts(self, fieldname: str) -> Any:  # noqa: ANN401
        field, is_forms = FIELDS[fieldname]
        words = self._files.field(field).words
        return words.forms if is_forms else words.terms

    def _numbers(self, fieldname: str, text: bytes) -> Any:  # noqa: ANN401
        if fieldname not in FIELDS:
            return ()
        field, is_forms = FIELDS[fieldname]
        words = self._files.field(field).words
        if not is_forms:
            return words.of_term(text.decode())
        number = words.number(text.decode())
        return np.array([number] if number >= 0 else [], np.int64)

    def _sums(self, fieldname: str, text: bytes) -> Any:  # noqa: ANN401
        return self._files.field(FIELDS[fieldname][0]).sums(self._numbers(fieldname, text))


class ArrayDocuments(base.PerDocumentReader):  # type: ignore[misc]  # Whoosh has no types
    """Documents of a segment for Whoosh's own searcher."""

    def __init__(self, files: SegmentFiles, segment: ArraySegment) -> None:
        self._files, self._segment = files, segment

    def doc_count(self) -> int:
        """Return the number of living documents."""
        return int(self._segment.doc_count())

    def doc_count_all(self) -> int:
        """Return the number of documents."""
        return self._files.count

    def has_deletions(self) -> bool:
        """Whether any was deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Whether one was."""
        return bool(self._segment.is_deleted(docnum))

    def deleted_docs(self) -> Sequence[int]:
        """Return the deleted ones."""
        return list(self._segment.deleted_docs())

    def supports_columns(self) -> bool:
        """Columns are not Whoosh's here."""
        return False

    def has_column(self, _fieldname: str) -> bool:
        """As above."""
        return False

    def doc_field_length(self, docnum: int, fieldname: str, _default: int = 0) -> int:
        """Return the number of tokens of a field; exact."""
        return int(self._lengths(fieldname)[docnum])

    def field_length(self, fieldname: str) -> int:
        """Return the number of tokens of all documents."""
        return int(self._lengths(fieldname).sum())

    def min_field_length(self, fieldname: str) -> int:
        """Return the shortest one's."""
        return int(self._lengths(fieldname).min(initial=0))

    def max_field_length(self, fieldname: str) -> int:
        """Return the longest one's."""
        return int(self._lengths(fieldname).max(initial=0))

    def stored_fields(self, docnum: int) -> dict[str, str]:
        """Return the id of a document."""
        return {"id": self._files.columns["id"].reshape(-1, 32)[docnum].tobytes().hex()}

    def close(self) -> None:
        """Let go of the files."""

    def _lengths(self, fieldname: str) -> Any:  # noqa: ANN401
        return self._files.columns["length" if FIELDS[fieldname][0] == "text" else "title_length"]
