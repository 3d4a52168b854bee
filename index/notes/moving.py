"""Annotations in a text that has changed: pages were recognised, or a better reader has read the file again.

Both texts are known, and so are their pages. The words of an annotation are looked for near the place where
they should stand now; of equal passages the one in the same context wins. What is not found is kept, without
a place but with all its words, and is looked for again at every later change.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from index.errors import AnnotationError
from index.model.annotation import Anchor, Annotation
from index.model.decision import Decision
from index.model.document import Page
from index.model.span import Span
from index.notes.anchors import CONTEXT, WHOLE_DOCUMENT, make_anchor, page_at

_MOST_PLACES: Final = 2000
"""Equal passages looked at before and after the place: «и» has more, and far ones are not ours."""
_LEAST_CONTEXT: Final = 8
"""Letters of context that make up for words that were recognised otherwise."""


class Move:
    """From an old text of a document to a new one. Pure; `lost` collects ids of what was not found.

    Args:
        old_pages: Pages of the text that annotations were made on.
        new_text: The new text.
        new_pages: Its pages.
    """

    def __init__(self, old_pages: Sequence[Page], new_text: str, new_pages: Sequence[Page]) -> None:
        self._old_pages, self._text, self._new_pages = old_pages, new_text, new_pages
        self.lost: set[str] = set()

    def moved(self, annotation: Annotation) -> Annotation:
        """Return an annotation at its place in the new text; without a place if its words are not there."""
        anchor = self.placed(annotation.anchor)
        if not anchor.span:
            self.lost.add(annotation.id)
        return replace(annotation, anchor=anchor)

    def moved_decision(self, decision: Decision) -> Decision:
        """Return a decision at its place in the new text; without a place if its words are not there."""
        other = None if decision.other is None else self.placed(decision.other)
        return replace(decision, anchor=self.placed(decision.anchor), other=other)

    def placed(self, anchor: Anchor) -> Anchor:
        """Return an anchor in the new text; with an empty span if its words are not there."""
        if anchor == WHOLE_DOCUMENT:
            return anchor
        place = self._place(anchor)
        span = self.exact(anchor, place) or self.loose(anchor, place) or self._framed(anchor, place)
        if span is None:
            return replace(anchor, span=Span(place, place))
        return make_anchor(self._text, self._new_pages, span)

    def _place(self, anchor: Anchor) -> int:
        """Return the offset in the new text at which the annotation should begin: as far into its page."""
        pages = {page.page_index: page.span for page in self._new_pages}
        index = page_at(self._old_pages, anchor.span.start)
        old = next((page.span for page in self._old_pages if page.page_index == index), Span(0, 0))
        new = pages.get(index, Span(0, len(self._text)))
        return min(len(self._text), new.start + max(0, anchor.span.start - old.start))

    def exact(self, anchor: Anchor, place: int) -> Span | None:
        """Find the words of an anchor letter by letter, near a place of the new text."""
        spans = (Span(at, at + len(anchor.quote)) for at in _finds(self._text, anchor.quote, place))
        return self._best(spans, anchor, place)

    def loose(self, anchor: Anchor, place: int) -> Span | None:
        """Find the letters of its words, whatever blanks and hyphens stand between them."""
        letters, offsets = self._skeleton
        wanted = _letters(anchor.quote)
        if not wanted:
            return None
        found = _finds(letters, wanted, bisect_left(offsets, place))
        spans = (Span(offsets[at], offsets[at + len(wanted) - 1] + 1) for at in found)
        return self._best(spans, anchor, place)

    def _framed(self, anchor: Anchor, place: int) -> Span | None:
        """Find what stands between the same context: its words were recognised otherwise."""
        letters, offsets = self._skeleton
        before, after = _letters(anchor.prefix), _letters(anchor.suffix)
        if min(len(before), len(after)) < _LEAST_CONTEXT:
            return None
        most = 2 * len(anchor.quote) + CONTEXT
        spans: list[Span] = []
        for at in _finds(letters, before, bisect_left(offsets, place)):
            start = at + len(before)
            stop = letters.find(after, start, start + most + len(after))
            if stop > start:
                spans.append(Span(offsets[start], offsets[stop - 1] + 1))
        return min(spans, key=lambda span: abs(span.start - place), default=None)

    def _best(self, spans: Iterator[Span], anchor: Anchor, place: int) -> Span | None:
        before, after = _letters(anchor.prefix), _letters(anchor.suffix)
        enough = min(_LEAST_CONTEXT, len(before) + len(after))

        def badness(span: Span) -> tuple[int, int]:
            same = _common(
                _letters(self._text[max(0, span.start - CONTEXT) : span.start])[::-1], before[::-1]
            )
            same += _common(_letters(self._text[span.stop : span.stop + CONTEXT]), after)
            return -same, abs(span.start - place)

        def is_ours(span: Span) -> bool:
            # The same words on another page, among others, are another passage: its own page was not read.
            is_on_page = page_at(self._new_pages, span.start) == anchor.page_index
            return is_on_page or -badness(span)[0] >= enough

        return min(filter(is_ours, spans), key=badness, default=None)

    @cached_property
    def _skeleton(self) -> tuple[str, list[int]]:
        """The letters of the text without blanks and hyphens, and where each stands."""
        offsets = [offset for offset, letter in enumerate(self._text) if not _is_joint(letter)]
        return "".join(self._text[offset] for offset in offsets), offsets


def stands_at(text: str, anchor: Anchor) -> bool:
    """Whether the words of an annotation stand where it says, or it has none and is of the whole document."""
    return anchor == WHOLE_DOCUMENT or (bool(len(anchor.span)) and anchor.span.of(text) == anchor.quote)


def placed_again(annotation: Annotation, text: str, pages: Sequence[Page]) -> Annotation:
    """Return an annotation at the place of its words, if they do not stand where it says any more."""
    if stands_at(text, annotation.anchor):
        return annotation
    return Move(pages, text, pages).moved(annotation)


def place_of(quote: str, span: Span, text: str, pages: Sequence[Page]) -> Span:
    """Return where words stand that a reader saw at `span` before the text changed: the nearest place.

    Raises:
        AnnotationError: If they are not there.
    """
    seen = Anchor(span, quote, "", "", page_at(pages, span.start))
    move = Move(pages, text, pages)
    place = min(span.start, len(text))
    found = move.exact(seen, place) or move.loose(seen, place)
    if found is None:
        raise AnnotationError(
            "Текст документа только что изменился: его страницы распознаны. Заметка не создана.",
            "Выделите место ещё раз.",
        )
    return found


def _finds(text: str, words: str, place: int) -> Iterator[int]:
    """Yield where words begin in a text, from a place on and then back from it."""
    at, count = text.find(words, place), 0
    while at >= 0 and count < _MOST_PLACES:
        yield at
        at, count = text.find(words, at + 1), count + 1
    at, count = text.rfind(words, 0, place + len(words) - 1), 0
    while at >= 0 and count < _MOST_PLACES:
        yield at
        at, count = text.rfind(words, 0, at + len(words) - 1), count + 1


def _letters(text: str) -> str:
    return "".join(letter for letter in text if not _is_joint(letter))


def _is_joint(letter: str) -> bool:
    return letter.isspace() or letter in "-\N{SOFT HYPHEN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}"


def _common(one: str, other: str) -> int:
    """Return how many letters two texts begin with in common."""
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
