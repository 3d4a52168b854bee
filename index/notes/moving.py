"""Annotations in a text that has changed: pages were recognised, or a better reader has read the file again.

What stands on a page whose text is the same moves with it. Other passages are looked for
(`index.notes.reanchoring`). One that is likely but not sure gets a place and keeps the words that were
marked: as these are not the words of its place, one can tell that it is to be confirmed. What is not found
is kept, without a place but with all its words, and is looked for again at every later change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from index.errors import AnnotationError
from index.model.annotation import Anchor, Annotation
from index.model.decision import Decision
from index.model.document import Page
from index.model.span import Span
from index.model.textmap import TextMap
from index.notes.anchors import WHOLE_DOCUMENT, make_anchor, page_at
from index.notes.letters import course
from index.notes.paper import put_on_paper
from index.notes.reanchoring import Certainty, Reanchoring


class Move:
    """From an old text of a document to a new one. Pure.

    Args:
        old_pages: Pages of the text that annotations were made on.
        new_text: The new text.
        new_pages: Its pages.
        old_text: The text that they were made on; None if nobody has it any more.
        new_map: Where the new text stands on paper; None if nobody asks.

    Attributes:
        lost: Ids of annotations that were not found.
        likely: Ids of those whose place is to be confirmed.
    """

    def __init__(
        self,
        old_pages: Sequence[Page],
        new_text: str,
        new_pages: Sequence[Page],
        old_text: str | None = None,
        new_map: TextMap | None = None,
    ) -> None:
        self._new_map = new_map
        self._old_pages, self._text, self._new_pages = old_pages, new_text, new_pages
        self._old_text = old_text
        self.lost: set[str] = set()
        self.likely: set[str] = set()

    def moved(self, annotation: Annotation) -> Annotation:
        """Return an annotation at its place in the new text; without a place if it is not there."""
        moved = replace(annotation, anchor=self.placed(annotation.anchor))
        if not moved.anchor.span and moved.anchor.quote:
            self.lost.add(annotation.id)
            return moved
        if not stands_at(self._text, moved.anchor):
            self.likely.add(annotation.id)
        return moved if self._new_map is None else put_on_paper(moved, self._new_map)

    def moved_decision(self, decision: Decision) -> Decision:
        """Return a decision at its place in the new text; without a place if its words are not there."""
        other = None if decision.other is None else self.placed(decision.other)
        return replace(decision, anchor=self.placed(decision.anchor), other=other)

    def placed(self, anchor: Anchor) -> Anchor:
        """Return an anchor in the new text.

        A likely one keeps its words; a lost one has an empty span, at which it is expected.
        """
        if anchor == WHOLE_DOCUMENT:
            return anchor
        if not anchor.quote:
            start = self._new_spans.get(anchor.page_index, Span(0, 0)).start
            return replace(anchor, span=Span(start, start))
        kept = self._on_same_page(anchor)
        if kept is not None:
            return make_anchor(self._text, self._new_pages, kept)
        place = self._expected(anchor)
        found = self._finder.find(anchor, place)
        if found.span is None:
            return replace(anchor, span=Span(place, place))
        if found.certainty is Certainty.SURE:
            return make_anchor(self._text, self._new_pages, found.span)
        page_index = page_at(self._new_pages, found.span.start)
        return replace(anchor, span=found.span, page_index=page_index)

    @cached_property
    def _finder(self) -> Reanchoring:
        return Reanchoring(self._text)

    @cached_property
    def _course(self) -> Callable[[int], int] | None:
        return None if self._old_text is None else course(self._old_text, self._text)

    @cached_property
    def _new_spans(self) -> dict[int, Span]:
        return {page.page_index: page.span for page in self._new_pages}

    def _pages_of(self, anchor: Anchor) -> tuple[Span, Span]:
        """Return the span of the page that an anchor begins on, in the old text and in the new one."""
        index = page_at(self._old_pages, anchor.span.start)
        old = next((page.span for page in self._old_pages if page.page_index == index), Span(0, 0))
        return old, self._new_spans.get(index, Span(0, len(self._text)))

    def _on_same_page(self, anchor: Anchor) -> Span | None:
        """Return the place of a passage that stood where it says, on a page that has not changed."""
        if self._old_text is None or not stands_at(self._old_text, anchor):
            return None
        old, new = self._pages_of(anchor)
        if not old.covers(anchor.span) or old.of(self._old_text) != new.of(self._text):
            return None
        shift = new.start - old.start
        return Span(anchor.span.start + shift, anchor.span.stop + shift)

    def _expected(self, anchor: Anchor) -> int:
        """Return the offset in the new text at which a passage should begin."""
        if self._course is not None and anchor.span:
            return self._course(anchor.span.start)
        old, new = self._pages_of(anchor)
        return min(len(self._text), new.start + max(0, anchor.span.start - old.start))


def stands_at(text: str, anchor: Anchor) -> bool:
    """Whether the words of an annotation stand where it says, or it needs none."""
    return not anchor.quote or anchor.span.of(text) == anchor.quote


def placed_again(
    annotation: Annotation, text: str, pages: Sequence[Page], text_map: TextMap | None = None
) -> Annotation:
    """Return an annotation at the place of its words, if they do not stand where it says any more."""
    if stands_at(text, annotation.anchor):
        return annotation
    return Move(pages, text, pages, new_map=text_map).moved(annotation)


def place_of(quote: str, span: Span, text: str) -> Span:
    """Return where words stand that a reader saw at `span` before the text changed: the nearest place.

    Raises:
        AnnotationError: If they are not there.
    """
    found = Reanchoring(text).nearest(quote, min(span.start, len(text)))
    if found is None:
        raise AnnotationError(
            "Текст документа только что изменился: его страницы распознаны. Заметка не создана.",
            "Выделите место ещё раз.",
        )
    return found
