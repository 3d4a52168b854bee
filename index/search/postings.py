"""What evaluation asks of an index: the seam behind which plain Whoosh, or another engine, stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, Protocol

from index.search.analysis import Positions
from index.search.places import Places

Field = Literal["text", "title", "text_forms", "title_forms"]
Column = Literal["id", "file", "date", "number"]

Number = int
"""A document's number in one state of the index; it changes with commits and never leaves the engine."""


class Postings(Protocol):
    """One state of an index, to be read. Deleted documents are invisible."""

    @property
    def document_count(self) -> int:
        """Number of documents."""
        ...

    def documents(self) -> Iterable[Number]:
        """Return the numbers of all documents, ascending."""
        ...

    def positions(self, field: Field, term: str) -> Mapping[Number, Positions]:
        """Return where a term stands: ascending positions for each document that has it."""
        ...

    def has_term(self, field: Field, term: str) -> bool:
        """Whether any document ever had the term; cheap, may be true for deleted ones."""
        ...

    def terms(self, field: Field, prefix: str) -> Iterator[str]:
        """Yield the terms that begin with `prefix`, ascending; of deleted documents too."""
        ...

    def length(self, field: Field, document: Number) -> int:
        """Return the number of tokens of a field, perhaps rounded."""
        ...

    def average_length(self, field: Field) -> float:
        """Return the mean number of tokens of a field; at least 1."""
        ...

    def value(self, column: Column, document: Number) -> str:
        """Return the value of a column."""
        ...

    def title_position(self, document: Number) -> int:
        """Return the position in the text at which the title stands; -1 if it does not."""
        ...

    def places(self, document: Number) -> Places:
        """Return the places of the text's tokens."""
        ...
