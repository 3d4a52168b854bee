"""A plain Whoosh index: its own codec, posting format and storage, one document for each of the archive.

| field | holds |
|---|---|
| `text_forms`, `title_forms` | the words as written |
| `text_terms`, `title_terms` | what they, and what they give joined by a hyphen, are found by |
| `text_joined`, `title_joined` | the words that two give without the hyphen between them |
| `kept` | stored: what else is known of the document |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any
from uuid import uuid4

from whoosh.analysis import Analyzer, Token
from whoosh.fields import ID, STORED, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.writing import MERGE_SMALL, NO_MERGE, OPTIMIZE

from index.model.document import DocumentId
from index.search.requests import IndexDocument
from tests.index.search.oracle.words import terms, title_position, words_of

Number = int
"""A document's number in one state of the Whoosh index; it changes with merges."""

Slot = Mapping[Number, Sequence[int]]
"""Where something stands: ascending positions for each living document that has it."""


class Zone(StrEnum):
    """What of a document is searched."""

    TEXT = "text"
    TITLE = "title"


class Kind(StrEnum):
    """By what of its words."""

    FORMS = "forms"
    TERMS = "terms"
    JOINED = "joined"


class Merge(StrEnum):
    """What becomes of older segments at a commit."""

    NONE = "none"
    SOME = "some"
    ALL = "all"


_POLICIES = {Merge.NONE: NO_MERGE, Merge.SOME: MERGE_SMALL, Merge.ALL: OPTIMIZE}


class WordAnalyzer(Analyzer):  # type: ignore[misc]  # Whoosh has no types
    """Gives Whoosh one kind of what stands at each position of a text."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind

    def __call__(self, value: str, mode: str = "", **_: Any) -> Iterator[Token]:
        """Yield one token for each position and word; Whoosh wants the same object every time."""
        token = Token(positions=True, mode=mode)
        words = words_of(value)
        for position, (form, joined) in enumerate(zip(words.forms, words.joined, strict=True)):
            for word in sorted(self._words(form, joined)):
                token.text, token.pos, token.boost = word, position, 1.0
                yield token

    def _words(self, form: str, joined: str) -> set[str]:
        both = {form, joined} - {""}
        if self.kind is Kind.FORMS:
            return {form}
        if self.kind is Kind.JOINED:
            return {joined} - {""}
        return {term for word in both for term in terms(word)}


@dataclass(frozen=True, slots=True)
class Kept:
    """What is stored of a document.

    Attributes:
        document: The document.
        lengths: Exact number of words of each zone; Whoosh itself rounds it to a byte.
        starts: First character of each word of the text.
        stops: One past the last character of each.
        title_at: Position in the text at which the title stands; -1 if it does not.
    """

    document: IndexDocument
    lengths: Mapping[Zone, int]
    starts: tuple[int, ...]
    stops: tuple[int, ...]
    title_at: int


def _keep(document: IndexDocument) -> Kept:
    text, title = words_of(document.text), words_of(document.title)
    lengths = {Zone.TEXT: len(text.forms), Zone.TITLE: len(title.forms)}
    return Kept(document, lengths, text.starts, text.stops, title_position(text, title))


class PlainIndex:
    """A plain Whoosh index in memory."""

    def __init__(self) -> None:
        fields = {
            f"{zone}_{kind}": TEXT(analyzer=WordAnalyzer(kind), phrase=True) for zone in Zone for kind in Kind
        }
        schema = Schema(id=ID(unique=True, stored=True), kept=STORED(), **fields)
        # Whoosh writes its temporary files of all indexes of one name into one folder, and takes it away.
        self._index = RamStorage().create_index(schema, indexname=uuid4().hex)

    def commit(
        self,
        added: Iterable[IndexDocument] = (),
        forgotten: Iterable[DocumentId] = (),
        merge: Merge = Merge.NONE,
    ) -> None:
        """Take documents in, each in place of an older state of itself, and forget others."""
        # Whoosh itself takes in both of two states of a document in one commit.
        newest = {document.id: document for document in added}
        writer = self._index.writer()
        for document_id in forgotten:
            writer.delete_by_term("id", document_id)
        for document in newest.values():
            values = {Zone.TEXT: document.text, Zone.TITLE: document.title}
            fields = {f"{zone}_{kind}": values[zone] for zone in Zone for kind in Kind}
            writer.update_document(id=document.id, kept=_keep(document), **fields)
        writer.commit(mergetype=_POLICIES[merge])

    def reader(self) -> Any:
        """Open the newest commit for Whoosh's own searches; the caller closes it."""
        return self._index.reader()

    def snapshot(self) -> Snapshot:
        """Open the newest commit."""
        return Snapshot(self._index.reader())


class Snapshot:
    """One state of a plain Whoosh index. Deleted documents are invisible, but for `words`."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader

    @cached_property
    def kept(self) -> Mapping[Number, Kept]:
        """What is stored of each document."""
        stored = self._reader.stored_fields
        return {number: stored(number)["kept"] for number in self._reader.all_doc_ids()}

    def positions(self, zone: Zone, kind: Kind, words: Iterable[str]) -> Slot:
        """Return where any of the words stands."""
        field, found = f"{zone}_{kind}", dict[Number, set[int]]()
        for word in words:
            if (field, word) not in self._reader:
                continue
            matcher = self._reader.postings(field, word)
            while matcher.is_active():
                found.setdefault(matcher.id(), set()).update(matcher.value_as("positions"))
                matcher.next()
        return {number: sorted(places) for number, places in found.items()}

    def words(self, zone: Zone, kind: Kind) -> list[str]:
        """Return the words of a kind, ascending; those of deleted documents too."""
        return [term.decode() for term in self._reader.lexicon(f"{zone}_{kind}")]

    @cached_property
    def average_lengths(self) -> Mapping[Zone, float]:
        """The mean number of words of each zone; at least 1."""
        return {
            zone: max(1.0, self._mean([kept.lengths[zone] for kept in self.kept.values()])) for zone in Zone
        }

    @staticmethod
    def _mean(lengths: Sequence[int]) -> float:
        return sum(lengths) / len(lengths) if lengths else 0.0
