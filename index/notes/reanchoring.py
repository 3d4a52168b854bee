"""A marked passage found again in another text: surely, likely, or not; never a guess shown as sure.

Of each passage its words and what stood around them are looked for by their letters (`index.notes.letters`):

    exactly   all places where its words stand, judged by what stands around them;
    likely    pieces of seven letters of the passage and its surroundings vote for where they may stand, and
              the places with most votes are aligned with them.

Of places that are equally alike the one nearest to where it is expected is taken. Only what is found
exactly, and in its own surroundings or nowhere else, is sure; everything else is the reader's to confirm.
After Hypothesis' fuzzy anchoring (https://web.hypothes.is/blog/fuzzy-anchoring/) and the q-gram filter
(Ukkonen, Approximate string-matching with q-grams and maximal matches, 1992).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from rapidfuzz.distance import Levenshtein, Opcodes
from rapidfuzz.fuzz import partial_ratio_alignment

from index.model.annotation import Anchor
from index.model.span import Span
from index.notes.letters import Letters, only_letters

_PIECE: Final = 7
_STEP: Final = 3
"""Letters of a piece that votes, and how far behind it the next one begins."""
_BIN: Final = 32
_SLACK: Final = 24
_MOST_PLACES: Final = 200
_MOST_VOTES: Final = 48
_MOST_ALIGNED: Final = 8
_MOST_OTHERS: Final = 3
_NEAR: Final = 6000
"""Letters on either side of the expected place that are looked through before all others."""
_NEAR_ENOUGH: Final = 0.85
"""So alike that places far away need not be looked for."""

_SURE_AROUND: Final = 0.72
"""How alike the surroundings of words that are found exactly must be for the place to be sure."""
_SHORT: Final = 4
"""Letters of words so short that they are sure in the very same surroundings alone."""
_SAME_AROUND: Final = 0.95
"""So alike that no other place can be more so."""
_SURE_ALONE: Final = 24
_LEAST_AROUND: Final = 0.35
"""Letters of words that stand in a text once, and how alike surroundings make these sure as well."""
_CLEARLY: Final = 0.12
"""How much less alike the surroundings of every other place must be."""
_LIKELY: Final = 0.64
_LIKELY_WORDS: Final = 0.5
"""How alike all of it, and the words alone, must be for a place to be likely."""
_SNAP: Final = 3
"""How many letters away the end of a word may be at which a likely passage is made to end."""


class Certainty(StrEnum):
    """How certain it is that a place is that of a passage."""

    SURE = "sure"
    LIKELY = "likely"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a passage may stand.

    Attributes:
        span: Where.
        likeness: From 0 to 1: how alike words and surroundings are.
    """

    span: Span
    likeness: float


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a passage.

    Attributes:
        certainty: How certain its place is.
        span: Its place; None when it is lost.
        others: Other places where it may stand, the likeliest first.
    """

    certainty: Certainty
    span: Span | None
    others: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class _Sought:
    """The letters of a passage and of what stood around it."""

    before: str
    words: str
    after: str

    @cached_property
    def whole(self) -> str:
        return self.before + self.words + self.after


@dataclass(frozen=True, slots=True)
class _Place:
    """A run of letters of the text, and how alike it and what stands around it are to the passage."""

    start: int
    stop: int
    words: float
    around: float
    likeness: float


class Reanchoring:
    """Finds passages in a text. Pure; made once for a text, it may be asked from one thread.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self._text = Letters(text)

    def find(self, anchor: Anchor, expected: int) -> Found:
        """Return where a passage stands. Takes a millisecond; some tens in a book if its words have changed.

        Args:
            anchor: Its words and what stood around them.
            expected: About where it should stand: an offset in the text.
        """
        sought = _Sought(*map(only_letters, (anchor.prefix, anchor.quote, anchor.suffix)))
        if not sought.words:
            return Found(Certainty.LOST, None)
        near = self._text.number_at(expected)
        exact = sorted(self._exact(sought, near), key=lambda place: (-place.around, abs(place.start - near)))
        if exact and _is_sure(sought, exact) and exact[0].around >= _SAME_AROUND:
            return Found(Certainty.SURE, self._span(exact[0], anchor))
        likely = self._likely(sought, near)
        # The words may stand elsewhere, too, in the same surroundings, and have been read otherwise there.
        if exact and _is_sure(sought, [exact[0], *_elsewhere(exact[0], [*exact, *likely])]):
            return Found(Certainty.SURE, self._span(exact[0], anchor))
        places = [*exact[: _MOST_OTHERS + 1], *likely]
        places = [place for place in places if place.likeness >= _LIKELY and place.words >= _LIKELY_WORDS]
        places.sort(key=lambda place: (-round(place.likeness, 2), abs(place.start - near)))
        others = _apart(places)
        if not others:
            return Found(Certainty.LOST, None, self._candidates(exact, anchor))
        best, *rest = others
        return Found(Certainty.LIKELY, self._span(best, anchor), self._candidates(rest, anchor))

    def nearest(self, quote: str, expected: int) -> Span | None:
        """Return the place of words that is nearest to an expected one; None if they stand nowhere."""
        anchor = Anchor(Span(0, 0), quote, "", "", 0)
        words, near = only_letters(quote), self._text.number_at(expected)
        if not words:
            return None
        exact = self._exact(_Sought("", words, ""), near)
        place = min(exact, key=lambda place: abs(place.start - near), default=None)
        return None if place is None else self._span(place, anchor)

    def _candidates(self, places: list[_Place], anchor: Anchor) -> tuple[Candidate, ...]:
        return tuple(Candidate(self._span(place, anchor), place.likeness) for place in places[:_MOST_OTHERS])

    def _exact(self, sought: _Sought, near: int) -> Iterator[_Place]:
        """Yield the places where the words stand, of very many those around the expected one."""
        for start in _finds(self._text.letters, sought.words, near):
            yield self._judged(sought, start, start + len(sought.words))

    def _likely(self, sought: _Sought, near: int) -> list[_Place]:
        """Return places that are like the passage: near where it is expected, or else in all the text."""
        close = self._aligned(sought, max(0, near - _NEAR), near + _NEAR)
        if any(place.likeness >= _NEAR_ENOUGH for place in close):
            return close
        return self._aligned(sought, 0, len(self._text))

    def _aligned(self, sought: _Sought, first: int, stop: int) -> list[_Place]:
        """Return the best places between two letters, aligned with the passage."""
        letters, whole = self._text.letters, sought.whole
        votes: Counter[int] = Counter()
        for start in range(0, max(1, len(whole) - _PIECE + 1), _STEP):
            piece = whole[start : start + _PIECE]
            at = letters.find(piece, first, stop)
            for _ in range(_MOST_VOTES):
                if at < 0:
                    break
                votes[(at - start) // _BIN] += 1
                at = letters.find(piece, at + 1, stop)
        found = []
        for number, _ in votes.most_common(_MOST_ALIGNED):
            left = max(0, number * _BIN - _SLACK)
            right = number * _BIN + _BIN + len(whole) + _SLACK
            place = self._alignment(sought, left, right)
            if place is not None:
                found.append(place)
        return found

    def _alignment(self, sought: _Sought, left: int, right: int) -> _Place | None:
        """Return where the words stand within a stretch that is like the whole."""
        stretch = self._text.letters[left:right]
        aligned = partial_ratio_alignment(sought.whole, stretch)
        if aligned is None or aligned.dest_start >= aligned.dest_end:
            return None
        # Of a stretch shorter than the passage only a part of the passage is aligned.
        whole = sought.whole[aligned.src_start : aligned.src_end]
        codes = Levenshtein.opcodes(whole, stretch[aligned.dest_start : aligned.dest_end])
        begin = len(sought.before) - aligned.src_start
        ends = (
            _mapped(codes, begin, is_start=True),
            _mapped(codes, begin + len(sought.words), is_start=False),
        )
        start, stop = (left + aligned.dest_start + end for end in ends)
        return self._judged(sought, start, stop) if start < stop else None

    def _judged(self, sought: _Sought, start: int, stop: int) -> _Place:
        letters, alike = self._text.letters, Levenshtein.normalized_similarity
        words = alike(sought.words, letters[start:stop])
        before = alike(sought.before, letters[max(0, start - len(sought.before)) : start])
        after = alike(sought.after, letters[stop : stop + len(sought.after)])
        sizes = (len(sought.before), len(sought.words), len(sought.after))
        around = (before * sizes[0] + after * sizes[2]) / ((sizes[0] + sizes[2]) or 1)
        if not sizes[0] + sizes[2]:
            around = 1.0
        likeness = (before * sizes[0] + words * sizes[1] + after * sizes[2]) / sum(sizes)
        return _Place(start, stop, words, around, likeness)

    def _span(self, place: _Place, anchor: Anchor) -> Span:
        """Return a place in the text, with the marks that the passage begins and ends with."""
        text, span = self._text.text, self._text.span(place.start, place.stop)
        if place.words < 1:
            span = _in_whole_words(text, span, anchor)
        start, stop = span.start, span.stop
        for mark in reversed(_marks_before(anchor.quote)):
            if start and text[start - 1] == mark:
                start -= 1
        for mark in reversed(_marks_before(anchor.quote[::-1])):
            if stop < len(text) and text[stop] == mark:
                stop += 1
        return Span(start, stop)


def _is_sure(sought: _Sought, exact: list[_Place]) -> bool:
    """Whether the first of some places, where the words stand exactly, is sure."""
    best, *others = exact
    if any(place.around > best.around - _CLEARLY for place in others):
        return False
    is_alone = not others and len(sought.words) >= _SURE_ALONE and best.around >= _LEAST_AROUND
    # A letter or two may have been lost here, and stand again in the next word.
    enough = _SURE_AROUND if len(sought.words) >= _SHORT else 1.0
    return is_alone or best.around >= enough


def _elsewhere(place: _Place, places: list[_Place]) -> list[_Place]:
    """Return the places that do not overlap one of them."""
    return [other for other in places if other.start >= place.stop or place.start >= other.stop]


def _apart(places: list[_Place]) -> list[_Place]:
    """Return the first of places that overlap."""
    kept: list[_Place] = []
    for place in places:
        if len(_elsewhere(place, kept)) == len(kept):
            kept.append(place)
    return kept


def _finds(letters: str, words: str, near: int) -> Iterator[int]:
    """Yield where words begin, from a place on and then back from it."""
    at, count = letters.find(words, near), 0
    while at >= 0 and count < _MOST_PLACES:
        yield at
        at, count = letters.find(words, at + 1), count + 1
    at, count = letters.rfind(words, 0, near + len(words) - 1), 0
    while at >= 0 and count < _MOST_PLACES:
        yield at
        at, count = letters.rfind(words, 0, at + len(words) - 1), count + 1


def _mapped(codes: Opcodes, position: int, *, is_start: bool) -> int:
    """Return where a border of the source lies in the destination; what was inserted there stays outside."""
    mapped = 0
    for code in codes:
        if code.src_start > position or (code.src_start == position and not is_start):
            break
        if code.src_end > position:
            mapped = min(code.dest_end, code.dest_start + position - code.src_start)
            break
        mapped = code.dest_end
    return mapped


def _in_whole_words(text: str, span: Span, anchor: Anchor) -> Span:
    """Return a likely passage with whole words at its ends, if it was marked by whole words."""
    start, stop = span.start, span.stop
    if not anchor.prefix or not anchor.prefix[-1].isalnum():
        starts = [at for at in range(max(0, start - _SNAP), start + _SNAP + 1) if _begins_word(text, at)]
        start = min(starts, key=lambda at: abs(at - start), default=start)
    if not anchor.suffix or not anchor.suffix[0].isalnum():
        stops = [at for at in range(max(0, stop - _SNAP), stop + _SNAP + 1) if _ends_word(text, at)]
        stop = min(stops, key=lambda at: abs(at - stop), default=stop)
    return Span(start, stop) if start < stop else span


def _begins_word(text: str, at: int) -> bool:
    return at < len(text) and text[at].isalnum() and not (at and text[at - 1].isalnum())


def _ends_word(text: str, at: int) -> bool:
    return 0 < at <= len(text) and text[at - 1].isalnum() and not (at < len(text) and text[at].isalnum())


def _marks_before(quote: str) -> str:
    """Return what a quotation begins with that is no letter."""
    return quote[: len(quote) - len(quote.lstrip("".join({c for c in quote if not c.isalnum()})))]
