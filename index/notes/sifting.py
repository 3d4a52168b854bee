"""Notes by what they are like: colour, kind, tag, author, document, date, and how sure their place is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from index.model.annotation import Annotation, AnnotationKind, HighlightColor
from index.model.document import DocumentId
from index.notes.moving import stands_at
from index.text.normalise import fold


class Standing(StrEnum):
    """How it stands with the place of a note."""

    SURE = "sure"
    TO_CONFIRM = "to_confirm"
    """It has a likely place, which the reader may confirm."""
    LOST = "lost"
    """Its words are not in the text."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """What notes must be like to be shown. What is empty keeps everything.

    Attributes:
        colors: One of these.
        kinds: One of these.
        tags: One of these, case and ё aside.
        authors: One of these, as they are written; the empty one for notes that nobody signed.
        documents: One of these.
        since: Made on this day or later: the beginning of an ISO 8601 time, UTC.
        until: Made on this day or earlier.
        standings: One of these.
    """

    colors: frozenset[HighlightColor] = frozenset()
    kinds: frozenset[AnnotationKind] = frozenset()
    tags: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()
    documents: frozenset[DocumentId] = frozenset()
    since: str = ""
    until: str = ""
    standings: frozenset[Standing] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether everything passes."""
        return self == Sieve()

    def passes(self, note: Annotation, standing: Standing = Standing.SURE) -> bool:
        """Whether a note is such as is wanted."""
        day = note.created[:10]
        return (
            (not self.colors or note.color in self.colors)
            and (not self.kinds or note.kind in self.kinds)
            and (not self.tags or not self._folded_tags.isdisjoint(map(fold, note.tags)))
            and (not self.authors or note.author in self.authors)
            and (not self.documents or note.document_id in self.documents)
            and (not self.since or day >= self.since)
            and (not self.until or day <= self.until)
            and (not self.standings or standing in self.standings)
        )

    @property
    def _folded_tags(self) -> frozenset[str]:
        return frozenset(map(fold, self.tags))


@dataclass(frozen=True, slots=True)
class NoteCounts:
    """How many notes are of each colour, kind, tag, author and document, the most frequent first."""

    colors: tuple[tuple[HighlightColor, int], ...] = ()
    kinds: tuple[tuple[AnnotationKind, int], ...] = ()
    tags: tuple[tuple[str, int], ...] = ()
    authors: tuple[tuple[str, int], ...] = ()
    documents: tuple[tuple[DocumentId, int], ...] = ()


def count_notes(notes: Iterable[Annotation]) -> NoteCounts:
    """Count notes by what they can be sifted by; colours and kinds in their own order."""
    colors, kinds = Counter[HighlightColor](), Counter[AnnotationKind]()
    tags, authors, documents = Counter[str](), Counter[str](), Counter[DocumentId]()
    spelt: dict[str, str] = {}
    for note in notes:
        colors[note.color] += 1
        kinds[note.kind] += 1
        authors[note.author] += 1
        documents[note.document_id] += 1
        for tag in note.tags:
            tags[spelt.setdefault(fold(tag), tag)] += 1
    return NoteCounts(
        tuple((color, colors[color]) for color in HighlightColor if colors[color]),
        tuple((kind, kinds[kind]) for kind in AnnotationKind if kinds[kind]),
        tuple(sorted(tags.items(), key=lambda one: (-one[1], fold(one[0])))),
        tuple(sorted(authors.items(), key=lambda one: (-one[1], fold(one[0])))),
        tuple(documents.most_common()),
    )


def standing_of(note: Annotation, text: str) -> Standing:
    """Return how it stands with the place of a note in the text of its document."""
    if stands_at(text, note.anchor):
        return Standing.SURE
    return Standing.TO_CONFIRM if note.anchor.span else Standing.LOST


def toggled(sieve: Sieve, field: str, value: object) -> Sieve:
    """Return a sieve that lets a value of a field through as well, or no longer.

    Args:
        sieve: The sieve.
        field: Name of one of its sets.
        value: What is let through.
    """
    changed: dict[str, Any] = {field: getattr(sieve, field) ^ {value}}
    return replace(sieve, **changed)
