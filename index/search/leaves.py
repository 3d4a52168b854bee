"""Answers the words of a query: a word, a phrase, a pattern, words near each other.

One slot is one word of a leaf: the forms by which it is found. The score of a leaf is BM25F over text and
title (Robertson and Zaragoza 2009, 3.6): an occurrence in the title counts as three in the text.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np  # noqa: TID253 - this module is arrays

from index.errors import QueryError
from index.model.said import said
from index.model.span import Span
from index.search.found import NO_INTERVALS, Found, Intervals, at_places, common_documents, joined, nothing
from index.search.keys import Floats, Ints, documents_of, is_member, places_in, union, unique
from index.search.phrases import adjacent, near, within
from index.search.snapshot import Field, Numbers, Snapshot
from index.search.tree import Exact, Family, Fuzzy, Near, Part, Phrase, Prefix, Word
from index.text.morphology import surface
from index.text.normalise import fold
from index.text.tokens import tokens

Worded = Part | Fuzzy | Family | Phrase | Near
"""Leaves that are words of the text or of the title."""

K1: Final = 1.2
_TITLE_WEIGHT: Final = 3.0
MOST_EXPANSIONS: Final = 4_000
"""Words that one wildcard may stand for."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of a leaf.

    Attributes:
        numbers: The forms by which it is found.
        documents: The living documents that have it, ascending.
        counts: How often each has one of its forms.
    """

    numbers: Numbers
    documents: Ints
    counts: Ints


class Leaves:
    """Answers leaves over one field of a snapshot.

    Args:
        snapshot: The state of the index.
        field: Text or title.
        titles: Answers over the titles what is found there, too; None when the field is the title.
    """

    def __init__(self, snapshot: Snapshot, field: Field, titles: Leaves | None = None) -> None:
        self._snapshot, self._field, self._titles = snapshot, field, titles
        self._made: dict[Worded, list[Slot]] = {}

    def found(self, leaf: Worded, among: Ints | None = None) -> Found:
        """Return the documents that answer, with their scores; `among` as in `matches`."""
        matches = self.matches(leaf, among)
        if not len(matches.documents):
            return matches
        counts = matches.counts
        assert counts is not None
        frequency = counts / self._field.norms[matches.documents]
        if self._titles is not None:
            self._add_titles(self._titles.matches(leaf), matches.documents, frequency)
        scores = self.rarity(leaf) * frequency * (K1 + 1) / (frequency + K1)
        return Found(matches.documents, scores, counts, matches.places, matches.made_of)

    def rarity(self, leaf: Worded) -> float:
        """Return what the words of a leaf weigh together: more for those that fewer documents have."""
        total = len(self._snapshot.living)
        return sum(
            math.log1p((total - len(slot.documents) + 0.5) / (len(slot.documents) + 0.5))
            for slot in self._slots(leaf)
        )

    def matches(self, leaf: Worded, among: Ints | None = None) -> Found:
        """Return the documents that answer, without scores; their matches are counted.

        Args:
            leaf: What is asked.
            among: The documents that matter, ascending: others may be left out. None for all.
        """
        if isinstance(leaf, Near):
            return self._near(leaf, among)
        slots = self._slots(leaf)
        if not slots:
            return nothing()
        found = self._single(slots[0]) if len(slots) == 1 else self._row(slots, leaf, among)
        if isinstance(leaf, Word | Exact) and (groups := self._groups(leaf)):
            found = _any_of(found, self._row(groups, leaf, among))
        return found

    def _single(self, slot: Slot) -> Found:
        field, numbers = self._field, slot.numbers
        if self._has_joined(numbers):
            keys = unique(field.keys(numbers, slot.documents))
            return at_places(slot.documents, np.zeros(len(slot.documents)), (keys, keys + 1))

        def places(wanted: Ints) -> Intervals:
            keys = field.keys(numbers, wanted)
            return keys, keys + 1

        return Found(slot.documents, np.zeros(len(slot.documents)), slot.counts, places, numbers)

    def _row(self, slots: list[Slot], leaf: Worded, among: Ints | None) -> Found:
        """Return where the words stand one after the other."""
        documents = _common([slot.documents for slot in slots], among)
        if not len(documents):
            return nothing()
        keys = [unique(self._field.keys(slot.numbers, documents)) for slot in slots]
        slop = leaf.slop if isinstance(leaf, Phrase) else 0
        intervals = within(keys, slop) if slop else adjacent(keys)
        # Between the words of a loose phrase other words of the query may stand.
        return _from_intervals(intervals, None if slop else self._united(slots))

    def _near(self, leaf: Near, among: Ints | None) -> Found:
        parts = [self.matches(part, among) for part in leaf.parts]
        documents = _common([part.documents for part in parts], among)
        if not len(documents):
            return nothing()
        slots = self._slots(leaf)
        sizes = sum(len(numbers) for slot in slots for numbers in slot.numbers)
        united = self._united(slots)
        are_apart = united is not None and sizes == sum(map(len, united))
        are_apart &= not any(isinstance(part, Phrase) and part.slop for part in leaf.parts)
        are_apart &= not any(isinstance(part, Word | Exact) and self._groups(part) for part in leaf.parts)
        intervals = near([part.places(documents) for part in parts], leaf.distance, are_apart=are_apart)
        return _from_intervals(intervals, None)

    def _slots(self, leaf: Worded) -> list[Slot]:
        made = self._made.get(leaf)
        if made is None:
            if isinstance(leaf, Phrase | Near):
                made = [slot for part in leaf.parts for slot in self._slots(part)]
            else:
                made = [Slot(numbers, *self._field.sums(numbers)) for numbers in self._numbers(leaf)]
            self._made[leaf] = made
        return made

    def _numbers(self, leaf: Part | Fuzzy | Family) -> list[Numbers]:
        field = self._field
        if isinstance(leaf, Family):
            return [field.family(token.text) for token in tokens(leaf.text)]
        if isinstance(leaf, Word):
            return [field.word(token.text) for token in tokens(leaf.text)]
        if isinstance(leaf, Exact):
            return [field.form(token.text) for token in tokens(leaf.text)]
        if isinstance(leaf, Prefix):
            return [field.beginning(surface(leaf.text))]
        if isinstance(leaf, Fuzzy):
            return [field.near(surface(leaf.text))]
        numbers = field.fitting(fold(leaf.pattern))
        if max(map(len, numbers), default=0) > MOST_EXPANSIONS:
            raise _too_many(leaf.span)
        return [numbers]

    def _groups(self, leaf: Word | Exact) -> list[Slot]:
        """Return the groups of three digits in which a large number is written: 10000 as «10 000»."""
        text = leaf.text
        if not text.isdecimal() or len(text) < 5:
            return []
        head = len(text) % 3 or 3
        # A group of zeros is a word like any other.
        groups = [text[:head], *(text[i : i + 3] for i in range(head, len(text), 3))]
        numbers = map(self._field.form, groups)
        return [Slot(one, *self._field.sums(one)) for one in numbers]

    def _add_titles(self, titles: Found, documents: Ints, frequency: Floats) -> None:
        if not len(titles.documents):
            return
        assert titles.counts is not None
        both = is_member(titles.documents, documents)
        at = places_in(documents, titles.documents[both])
        frequency[at] += _TITLE_WEIGHT * titles.counts[both]

    def _has_joined(self, numbers: Numbers) -> bool:
        return any(
            len(of_file) and bool(is_member(of_file, joined_forms).any())
            for of_file, joined_forms in zip(numbers, self._field.joined, strict=True)
        )

    def _united(self, slots: list[Slot]) -> Numbers | None:
        """Return the forms of all slots; None where one of them may stand at the place of another."""
        if any(self._has_joined(slot.numbers) for slot in slots):
            return None
        return tuple(map(union, zip(*(slot.numbers for slot in slots), strict=True)))


def _common(sets: list[Ints], among: Ints | None) -> Ints:
    """Return the documents that all sets have, and `among`, too."""
    return common_documents(sets if among is None else [*sets, among])


def _from_intervals(intervals: Intervals, made_of: Numbers | None) -> Found:
    documents, _ = documents_of(intervals[0])
    return at_places(documents, np.zeros(len(documents)), intervals, made_of)


def _any_of(found: Found, other: Found) -> Found:
    if not len(other.documents):
        return found
    documents = union([found.documents, other.documents])
    parts = [part.places(part.documents) for part in (found, other)]
    intervals = joined(parts) if parts else NO_INTERVALS
    return at_places(documents, np.zeros(len(documents)), intervals)


def _too_many(span: Span) -> QueryError:
    return QueryError(
        said("query.many_words", "Под «*» или «?» подходит больше {most} слов.", most=MOST_EXPANSIONS),
        said("query.more_letters", "Допишите ещё одну-две буквы."),
        span.start,
        span.stop,
    )
