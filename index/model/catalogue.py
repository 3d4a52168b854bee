"""How the reader orders the documents of an archive: collections, stars, labels, what was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NewType

from index.model.document import DocumentId

CollectionId = NewType("CollectionId", str)
"""UUID, stable for ever."""

PATH_MARK: Final = "/"
"""Stands between the names of a collection and of those in it, where a path is written."""


class ReadState(StrEnum):
    """How far the reader got with a document."""

    UNREAD = "unread"
    READING = "reading"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection of documents.

    Attributes:
        id: Stable for ever.
        name: What the reader calls it; never blank, never with a slash in it.
        parent: The collection in which it stands; None at the top.
        position: Its place among those of one parent, ascending.
        note: What the reader wrote about it.
    """

    id: CollectionId
    name: str
    parent: CollectionId | None = None
    position: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the reader marked of a document as a whole.

    Attributes:
        is_starred: Whether it has a star.
        state: How far the reader got.
        reached: The furthest page that was looked at, counted from 1; 0 for none.
        labels: The reader's words for it, sorted.
        note: What the reader wrote about the whole document.
    """

    is_starred: bool = False
    state: ReadState = ReadState.UNREAD
    reached: int = 0
    labels: tuple[str, ...] = ()
    note: str = ""


NO_MARKS: Final = Marks()

Member = tuple[CollectionId, DocumentId]
"""A document as one of a collection."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one act of the reader changes, and how it was before.

    Attributes:
        collections: Each collection before and after; None where it is not there.
        marks: The marks of each document before and after.
        put: Documents that come into collections.
        taken: Documents that leave collections.
    """

    collections: tuple[tuple[Collection | None, Collection | None], ...] = ()
    marks: tuple[tuple[DocumentId, Marks, Marks], ...] = ()
    put: frozenset[Member] = frozenset()
    taken: frozenset[Member] = frozenset()

    def __bool__(self) -> bool:
        """Whether it changes anything."""
        return bool(self.collections or self.marks or self.put or self.taken)

    @property
    def reversed(self) -> Change:
        """What takes it back."""
        return Change(
            tuple((after, before) for before, after in self.collections),
            tuple((document, after, before) for document, before, after in self.marks),
            self.taken,
            self.put,
        )


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All collections and marks of an archive, at one moment.

    Attributes:
        collections: By id.
        members: The documents of each collection, those of the collections in it apart. What was in a
            collection that is gone stays here, for it may come back.
        marks: Of the documents that have any.
    """

    collections: Mapping[CollectionId, Collection] = field(default_factory=dict)
    members: Mapping[CollectionId, frozenset[DocumentId]] = field(default_factory=dict)
    marks: Mapping[DocumentId, Marks] = field(default_factory=dict)

    def marks_of(self, document_id: DocumentId) -> Marks:
        """Return the marks of a document, which may be none."""
        return self.marks.get(document_id, NO_MARKS)

    def children(self) -> dict[CollectionId | None, list[Collection]]:
        """Return the collections that stand in each one, and at the top (None), in order."""
        found: dict[CollectionId | None, list[Collection]] = {}
        for one in sorted(self.collections.values(), key=lambda one: (one.position, one.name, one.id)):
            found.setdefault(one.parent if one.parent in self.collections else None, []).append(one)
        return found

    def below(self, collection_id: CollectionId) -> tuple[Collection, ...]:
        """Return a collection and all in it, as they stand below each other; none for an unknown one."""
        return tuple(_below(self.collections.get(collection_id), self.children()))

    def path(self, collection_id: CollectionId) -> str:
        """Return the names from the top down to a collection: «Узбекистан/Переговоры»."""
        one = self.collections.get(collection_id)
        above = self.above(collection_id)
        return PATH_MARK.join(part.name for part in (*above, one) if part is not None)

    def above(self, collection_id: CollectionId) -> tuple[Collection, ...]:
        """Return the collections in which one stands, from the top down."""
        found: list[Collection] = []
        at = self.collections.get(collection_id)
        while at is not None and at.parent is not None:
            at = self.collections.get(at.parent)
            if at is not None:
                found.insert(0, at)
        return tuple(found)

    def documents_of(self, collection_id: CollectionId) -> frozenset[DocumentId]:
        """Return the documents of a collection and of all in it; none of an unknown one."""
        parts = (self.members.get(one.id, frozenset()) for one in self.below(collection_id))
        return frozenset[DocumentId]().union(*parts)

    def holding(self, document_id: DocumentId) -> tuple[Collection, ...]:
        """Return the collections into which a document was put, by their paths."""
        found = [one for one in self.collections.values() if document_id in self.members.get(one.id, ())]
        return tuple(sorted(found, key=lambda one: self.path(one.id)))

    def labels(self) -> dict[str, int]:
        """Return every label with the number of documents that have it, sorted."""
        counts: dict[str, int] = {}
        for marks in self.marks.values():
            for label in marks.labels:
                counts[label] = counts.get(label, 0) + 1
        return dict(sorted(counts.items()))

    def after(self, change: Change) -> Catalogue:
        """Return how it is after a change."""
        collections = dict(self.collections)
        for before, after in change.collections:
            if before is not None and after is None:
                collections.pop(before.id, None)
            elif after is not None:
                collections[after.id] = after
        marks = dict(self.marks)
        for document_id, _before, after_it in change.marks:
            if after_it == NO_MARKS:
                marks.pop(document_id, None)
            else:
                marks[document_id] = after_it
        members = dict(self.members)
        for collection_id, documents in _grouped(change.taken):
            members[collection_id] = members.get(collection_id, frozenset()) - documents
        for collection_id, documents in _grouped(change.put):
            members[collection_id] = members.get(collection_id, frozenset()) | documents
        return Catalogue(collections, members, marks)


def _below(
    one: Collection | None, children: Mapping[CollectionId | None, list[Collection]]
) -> Iterator[Collection]:
    if one is not None:
        yield one
        for inner in children.get(one.id, ()):
            yield from _below(inner, children)


def _grouped(members: Iterable[Member]) -> Iterator[tuple[CollectionId, set[DocumentId]]]:
    groups: dict[CollectionId, set[DocumentId]] = {}
    for collection_id, document_id in members:
        groups.setdefault(collection_id, set()).add(document_id)
    yield from groups.items()
