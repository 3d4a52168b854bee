"""Notes found by their words, in any form and as one types, and by what they are like.

What is asked of the words of a note, of the passage it marks, of its tags, its author and the title of its
document:

    вода берег          both words, each in any form; the last one, while it is typed, as a beginning too
    "вода в реке"       these words one behind another, each in any form
    #срочное            a tag that begins so
    -вода               not this

The forms are those of the search (`index.text.morphology`), so that a word finds in notes what it finds in
documents.
"""

from __future__ import annotations

import re
import threading
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from index.model.annotation import Annotation
from index.model.document import DocumentId
from index.model.span import Span
from index.text.morphology import form_terms, query_terms, surface
from index.text.normalise import fold
from index.text.tokens import tokens

_PIECE: Final = re.compile(
    r"""(?P<no>-?)(?P<tag>\#?)(?:["«„“](?P<quoted>[^"»“”]*)(?P<end>["»“”]?)|(?P<bare>[^\s"«»„“”]+))"""
)
_BETWEEN: Final = ""
"""Stands between the words of two fields: no phrase goes over it."""
_LEAST_BEGINNING: Final = 2
"""Letters that a word must have before it is taken for a beginning."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a question; with `beginning`, other words that begin so do as well."""

    terms: frozenset[str]
    beginning: str = ""

    def is_met_by(self, form: str) -> bool:
        """Whether a word of a text, as `surface` gives it, is one of them."""
        if self.beginning and form.startswith(self.beginning):
            return True
        return bool(form) and not self.terms.isdisjoint(form_terms(form))


@dataclass(frozen=True, slots=True)
class _Asked:
    """Words one behind another, or the beginning of a tag, that must be there, or must not."""

    words: tuple[_Word, ...] = ()
    tag: str = ""
    is_no: bool = False


class NoteQuery:
    """What is asked of the words of notes. Pure.

    Args:
        text: As the reader types it; anything can be read, nothing is an error.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._asked = tuple(_read(text))

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing, hence everything answers it."""
        return not self._asked

    @property
    def asked(self) -> tuple[_Asked, ...]:
        """Its parts, all of which must hold."""
        return self._asked

    def lit(self, text: str) -> tuple[Span, ...]:
        """Return the words of a text that are asked for, in order."""
        words = [word for asked in self._asked if not asked.is_no for word in asked.words]
        if not words:
            return ()
        return tuple(
            token.span for token in tokens(text) if any(word.is_met_by(surface(token.text)) for word in words)
        )


@dataclass(frozen=True, slots=True)
class _Entry:
    """A note as it is kept in the index: its words with what parts them, and its tags, folded."""

    note: Annotation
    title: str
    forms: tuple[str, ...]
    tags: frozenset[str]


class NoteIndex:
    """The words of notes, each with the notes that have it. Any thread may call it; calls follow one another.

    Two thousand notes are taken in within half a second, once; a question takes a millisecond or two.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._entries: dict[str, _Entry] = {}
        self._by_form: defaultdict[str, set[str]] = defaultdict(set)
        self._by_term: defaultdict[str, set[str]] = defaultdict(set)
        self._by_tag: defaultdict[str, set[str]] = defaultdict(set)
        self._sorted: list[str] | None = None

    def find(
        self, query: NoteQuery, notes: Iterable[Annotation], titles: Mapping[DocumentId, str]
    ) -> frozenset[str]:
        """Return the ids of the notes that answer a query.

        Args:
            query: What is asked.
            notes: Among which; those that the index does not know yet, or not so, are taken in.
            titles: Titles of their documents, which are searched as well.
        """
        with self._turn:
            found = set[str]()
            for note in notes:
                found.add(note.id)
                self._take_in(note, titles.get(note.document_id, ""))
            for asked in query.asked:
                met = self._tagged(asked.tag) if asked.tag else self._with(asked.words)
                found = found - met if asked.is_no else found & met
            return frozenset(found)

    def _take_in(self, note: Annotation, title: str) -> None:
        old = self._entries.get(note.id)
        if old is not None and old.note is note and old.title == title:
            return
        entry = _entry(note, title)
        if old is not None:
            if (old.forms, old.tags) == (entry.forms, entry.tags):
                self._entries[note.id] = entry
                return
            self._leave_out(old)
        self._entries[note.id] = entry
        for form in set(entry.forms):
            self._by_form[form].add(note.id)
            for term in form_terms(form) if form else ():
                self._by_term[term].add(note.id)
        for tag in entry.tags:
            self._by_tag[tag].add(note.id)
        self._sorted = None

    def _leave_out(self, entry: _Entry) -> None:
        for form in set(entry.forms):
            self._by_form[form].discard(entry.note.id)
            for term in form_terms(form) if form else ():
                self._by_term[term].discard(entry.note.id)
        for tag in entry.tags:
            self._by_tag[tag].discard(entry.note.id)

    def _with(self, words: tuple[_Word, ...]) -> set[str]:
        """Return the notes with these words one behind another."""
        met = set.intersection(*(self._having(word) for word in words))
        if len(words) == 1:
            return met
        return {one for one in met if _has_run(self._entries[one].forms, words)}

    def _having(self, word: _Word) -> set[str]:
        met = set[str]().union(*(self._by_term[term] for term in word.terms if term in self._by_term))
        if word.beginning:
            met.update(*(self._by_form[form] for form in self._beginning_with(word.beginning)))
        return met

    def _beginning_with(self, beginning: str) -> Iterator[str]:
        if self._sorted is None:
            self._sorted = sorted(self._by_form)
        for place in range(bisect_left(self._sorted, beginning), len(self._sorted)):
            if not self._sorted[place].startswith(beginning):
                return
            yield self._sorted[place]

    def _tagged(self, beginning: str) -> set[str]:
        return set[str]().union(*(ids for tag, ids in self._by_tag.items() if tag.startswith(beginning)))


def _read(text: str) -> Iterator[_Asked]:
    for piece in _PIECE.finditer(text):
        is_open = piece.end() == len(text) and not piece["end"]
        inner = piece["quoted"] if piece["bare"] is None else piece["bare"]
        if piece["tag"]:
            if tag := fold(inner.strip()):
                yield _Asked(tag=tag, is_no=bool(piece["no"]))
            continue
        found = [surface(token.text) for token in tokens(inner)]
        words = [_Word(frozenset(query_terms(form))) for form in found]
        if words and is_open and len(found[-1]) >= _LEAST_BEGINNING:
            words[-1] = _Word(words[-1].terms, found[-1])
        if words:
            yield _Asked(tuple(words), is_no=bool(piece["no"]))


def _entry(note: Annotation, title: str) -> _Entry:
    forms: list[str] = []
    for field in (note.note, note.anchor.quote, *note.tags, note.author, title):
        forms += (surface(token.text) for token in tokens(field))
        forms.append(_BETWEEN)
    return _Entry(note, title, tuple(forms), frozenset(map(fold, note.tags)))


def _has_run(forms: tuple[str, ...], words: tuple[_Word, ...]) -> bool:
    last = len(forms) - len(words) + 1
    return any(
        all(word.is_met_by(form) for word, form in zip(words, forms[start:], strict=False))
        for start in range(last)
    )
