"""What the documents of an answer state, at one moment: what every view over the archive is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from index.errors import DocumentUnknown, StoreDamaged
from index.model.document import DocumentId
from index.model.fact import Fact, FactType
from index.model.overview import Evidence, Named, NameKind, Stated
from index.model.span import Span
from index.search.hits import Library
from index.search.passages import PageFinder
from index.store import records
from index.store.columns import KINDS, Columns
from index.store.names import commonest
from index.store.profiles import is_current
from index.store.statements import STATED
from index.study.decided import as_decided

if TYPE_CHECKING:
    import sqlite3

    import numpy as np
    from numpy.typing import NDArray

    from index.store.columns import Table

    Rows = NDArray[np.int64]
    """Places in a table of columns."""

At = tuple[int, int]
"""A statement: the row of its document, and its place among the facts of that."""

_BEFORE: Final = 90
_BEHIND: Final = 150
PASSAGE: Final = _BEFORE + _BEHIND
"""Characters of a passage around a place: about as many, and not more."""
_ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"
_AT_ONCE: Final = 500  # SQLite takes so many values in one question, and more


class _Known(NamedTuple):
    """A document as lines tell of it."""

    id: DocumentId
    title: str
    date: str
    is_current: bool


class Moment:
    """The statements of some documents. Valid only within the transaction in which it was made.

    Args:
        columns: The whole archive.
        connection: The database of the same moment.
        library: Where texts and pages come from.
        numbers: The archive's numbers of the documents; None for all.
    """

    def __init__(
        self,
        columns: Columns,
        connection: sqlite3.Connection,
        library: Library,
        numbers: Sequence[int] | None,
    ) -> None:
        import numpy as np

        self.columns, self.connection, self._library = columns, connection, library
        self.is_chosen = np.ones(len(columns.numbers), bool) if numbers is None else columns.chosen(numbers)
        self._known: dict[int, _Known] = {}

    def rows_of(self, kinds: Collection[FactType]) -> Rows:
        """Return where the statements of these kinds are in the table of statements, in its order."""
        import numpy as np

        table = self.columns.statements
        is_wanted = np.zeros(len(STATED), bool)
        is_wanted[[STATED.index(kind) for kind in kinds]] = True
        rows: Rows = np.flatnonzero(is_wanted[table["kind"]] & self.is_chosen[table["row"]])
        return rows

    def places(self, rows: Iterable[int]) -> list[At]:
        """Return the statements that are there in the table of statements."""
        table = self.columns.statements
        return [(int(table["row"][row]), int(table["place"][row])) for row in rows]

    def stated(self, places: Iterable[At]) -> dict[At, Stated]:
        """Return statements with their words and places.

        Those of a document that is damaged are missing: `check` tells of it, and the others can be read. So
        are those of one about which the reader decided just now: their places are others until its profile is
        made anew.
        """
        by_document: dict[int, list[int]] = defaultdict(list)
        for row, place in places:
            by_document[row].append(place)
        self._learn(by_document)
        by_document = {row: wanted for row, wanted in by_document.items() if self._known[row].is_current}
        packed = self.packed_facts(by_document)
        found = {}
        for row, wanted in by_document.items():
            facts = _facts_at(packed.get(row, b""), wanted)
            text = self.text(row) if facts else ""
            finder = PageFinder(self._library.pages(self._known[row].id)) if text else None
            if finder is not None:
                for place, fact in facts.items():
                    found[row, place] = Stated(fact, self._evidence(row, fact.span, text, finder))
        return found

    def evidence(self, row: int, spans: Iterable[Span]) -> tuple[Evidence, ...]:
        """Return places in a document; none if that is damaged."""
        self._learn([row])
        text = self.text(row)
        if not text:
            return ()
        finder = PageFinder(self._library.pages(self._known[row].id))
        return tuple(self._evidence(row, span, text, finder) for span in spans)

    def document_ids(self, rows: Iterable[int]) -> tuple[DocumentId, ...]:
        """Return the documents of these rows."""
        rows = list(rows)
        self._learn(rows)
        return tuple(self._known[row].id for row in rows)

    def text(self, row: int) -> str:
        """Return the text of a document, empty for one that is damaged."""
        self._learn([row])
        try:
            return self._library.text(self._known[row].id)
        except (DocumentUnknown, StoreDamaged):
            return ""

    def packed_facts(self, rows: Iterable[int]) -> dict[int, bytes]:
        """Return the packed facts of documents, as the reader decided (`index.store.records`)."""
        rows = list(rows)
        ids = dict(zip(self.document_ids(rows), rows, strict=True))
        question = "SELECT document_id, packed FROM facts WHERE document_id IN ({marks})"
        packed = {DocumentId(id_): facts for id_, facts in self._asked(question, list(ids))}
        told = as_decided(self.connection, lambda id_: self.text(ids[id_]), packed)
        return {ids[id_]: facts for id_, facts in told.items()}

    def named(self, entities: Iterable[int]) -> dict[int, Named]:
        """Return who these entities are, each by its commonest spelling."""
        labels = commonest(self.connection, list(entities), self.columns.mention_counts)
        kinds = self.columns.kinds
        return {entity: Named(entity, NameKind(KINDS[kinds[entity]]), labels[entity]) for entity in labels}

    def parts(self, entity: int) -> Rows:
        """Return where the parts that somebody has are in the table of roles."""
        import numpy as np

        table = self.columns.roles
        rows: Rows = np.flatnonzero((table["entity"] == entity) & self.is_chosen[table["row"]])
        return rows

    def _learn(self, rows: Iterable[int]) -> None:
        numbers = {int(self.columns.numbers[row]): row for row in rows if row not in self._known}
        question = (
            "SELECT number, id, shown_title, shown_date, profiles.version"
            " FROM documents JOIN profiles USING (number) WHERE number IN ({marks})"
        )
        for number, id_, title, date, version in self._asked(question, list(numbers)):
            self._known[numbers[number]] = _Known(DocumentId(id_), title, date, is_current(version))

    def _asked(self, question: str, values: Sequence[int | str]) -> Iterable[tuple]:  # type: ignore[type-arg]  # rows of any shape
        for start in range(0, len(values), _AT_ONCE):
            some = values[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            yield from self.connection.execute(question.format(marks=marks), some)

    def _evidence(self, row: int, span: Span, text: str, finder: PageFinder) -> Evidence:
        page_index = finder.page_at(span.start)
        return Evidence(*self._known[row][:3], page_index, span, *passage_around(text, span))


def keys(table: Table) -> NDArray[np.int64]:
    """Return of each row of a table one number that is equal for rows of one statement; they ascend."""
    import numpy as np

    found: NDArray[np.int64] = (table["row"].astype(np.int64) << 32) | table["place"]
    return found


def passage_around(text: str, span: Span) -> tuple[str, Span]:
    """Return the words of a place, with some of the same paragraph before and behind, as one line.

    Returns:
        The passage, and the place of those words in it.
    """
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _BEFORE)
    stop = text.find("\n", span.stop)
    end = len(text) if stop < 0 else stop
    if start > 0 and not text[start - 1].isspace():
        start = min(text.find(" ", start, span.start) + 1 or span.start, span.start)
    longest = max(span.stop, span.start + _BEHIND)
    dots = ""
    if end > longest:
        cut = text.rfind(" ", span.stop, longest)
        end, dots = cut if cut > 0 else longest, _ELLIPSIS
    before = "" if not start or text[start - 1] == "\n" else _ELLIPSIS
    # A letter that stands for the place keeps the blank before it.
    at = len(before) + len(" ".join(f"{text[start : span.start]}x".split())) - 1
    passage = before + " ".join(text[start:end].split()) + dots
    return passage, Span(at, at + len(" ".join(span.of(text).split())))


def _facts_at(packed: bytes, places: Iterable[int]) -> Mapping[int, Fact]:
    try:
        return records.facts_at(packed, places)
    except ValueError:
        # Derived: a damaged row is as good as none.
        return {}
