"""Postings kept by plain Whoosh."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from index.search.analysis import Positions
from index.search.places import Places, unpack
from index.search.postings import Column, Field, Number
from index.search.schema import decode_positions
from index.tasks import Task

_CHECK_EVERY = 256


class WhooshPostings:
    """One state of a Whoosh index.

    Args:
        reader: A Whoosh `IndexReader`; the caller closes it.
        task: Asked between postings whether to stop.
    """

    def __init__(self, reader: Any, task: Task) -> None:  # noqa: ANN401 - Whoosh has no types
        self._reader = reader
        self._task = task
        self._columns: dict[str, Any] = {}
        self._averages: dict[str, float] = {}

    @property
    def document_count(self) -> int:
        """Number of documents that are not deleted."""
        return int(self._reader.doc_count())

    def documents(self) -> Iterable[Number]:
        """Return the numbers of all documents, ascending."""
        numbers: Iterable[Number] = self._reader.all_doc_ids()
        return numbers

    def positions(self, field: Field, term: str) -> Mapping[Number, Positions]:
        """Return where a term stands."""
        found: dict[Number, Positions] = {}
        if not self.has_term(field, term):
            return found
        matcher = self._reader.postings(field, term)
        while matcher.is_active():
            if len(found) % _CHECK_EVERY == 0:
                self._task.checkpoint()
            found[matcher.id()] = decode_positions(matcher.value())
            matcher.next()
        return found

    def has_term(self, field: Field, term: str) -> bool:
        """Whether any document ever had the term."""
        return (field, term) in self._reader

    def terms(self, field: Field, prefix: str) -> Iterator[str]:
        """Yield the terms that begin with `prefix`."""
        for i, term in enumerate(self._reader.expand_prefix(field, prefix)):
            if i % _CHECK_EVERY == 0:
                self._task.checkpoint()
            yield term.decode()

    def length(self, field: Field, document: Number) -> int:
        """Return the number of tokens of a field; Whoosh keeps it in one byte, rounded."""
        return int(self._reader.doc_field_length(document, field))

    def average_length(self, field: Field) -> float:
        """Return the mean number of tokens of a field, deleted documents included."""
        if field not in self._averages:
            total = self._reader.field_length(field) / max(1, self._reader.doc_count_all())
            self._averages[field] = max(1.0, total)
        return self._averages[field]

    def value(self, column: Column, document: Number) -> str:
        """Return the value of a column."""
        value = self._column(column)[document]
        return value.decode() if isinstance(value, bytes) else str(value)

    def title_position(self, document: Number) -> int:
        """Return the position in the text at which the title stands."""
        return int(self._column("title_at")[document])

    def places(self, document: Number) -> Places:
        """Return the places of the text's tokens."""
        return unpack(self._reader.stored_fields(document)["places"])

    def _column(self, name: str) -> Any:  # noqa: ANN401 - Whoosh has no types
        if name not in self._columns:
            self._columns[name] = self._reader.column_reader(name)
        return self._columns[name]
