"""Matches grouped into passages, each with a snippet that can be read by itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from index.model.document import Page
from index.model.hit import Match, Passage, Snippet
from index.model.span import Span
from index.text.sentences import sentences

LONGEST_SNIPPET: Final = 220
"""Characters, ellipses aside."""

_NEAR: Final = 200
"""Characters between two matches of one passage, at most."""
_NEIGHBOURHOOD: Final = 400
"""Characters to each side in which sentence bounds are looked for: a snippet cannot show more."""
_LEAD: Final = 60
"""Characters shown before the first match where a sentence is too long to be shown whole."""
_BLANKS: Final = re.compile(r"\s")


class PageFinder:
    """Says on which page a character stands. The pages of one document."""

    def __init__(self, pages: Sequence[Page]) -> None:
        written = [page for page in pages if len(page.span)]
        self._starts = [page.span.start for page in written]
        self._indexes = [page.page_index for page in written]

    def page_at(self, offset: int) -> int:
        """Return the index of the page; 0 without text."""
        i = bisect_right(self._starts, offset) - 1
        return self._indexes[max(i, 0)] if self._indexes else 0


class PassageMaker:
    """Makes the passages of one answer.

    Args:
        sentence_budget: How many snippets may be cut at sentence bounds; finding them costs half a
            millisecond each. The others are cut at word bounds.
    """

    def __init__(self, sentence_budget: int) -> None:
        self._budget = sentence_budget

    def passages(self, text: str, matches: Sequence[Match]) -> tuple[Passage, ...]:
        """Group the matches of one document; each stands in exactly one passage, all in text order."""
        groups: list[list[Match]] = []
        for match in matches:
            if groups and _belongs(text, groups[-1], match):
                groups[-1].append(match)
            else:
                groups.append([match])
        return tuple(Passage(tuple(group), self._snippet(text, group)) for group in groups)

    def _snippet(self, text: str, group: Sequence[Match]) -> Snippet:
        inner = Span(group[0].span.start, group[-1].span.stop)
        paragraph = _paragraph(text, inner)
        window = self._sentences_around(text, paragraph, inner)
        if len(window) > LONGEST_SNIPPET:
            window = _words_around(text, window, inner)
        shown = _BLANKS.sub(" ", text[window.start : window.stop])
        before = "… " if window.start > paragraph.start and not _ends_sentence(text, window.start) else ""
        after = " …" if window.stop < paragraph.stop and not _ends_sentence(text, window.stop) else ""
        shift = len(before) - window.start
        marks = (
            Span(max(match.span.start, window.start) + shift, min(match.span.stop, window.stop) + shift)
            for match in group
            if match.span.start < window.stop
        )
        return Snippet(before + shown + after, tuple(marks))

    def _sentences_around(self, text: str, paragraph: Span, inner: Span) -> Span:
        """Return the sentences that `inner` touches, and what follows them while there is room."""
        if len(paragraph) <= LONGEST_SNIPPET or self._budget <= 0:
            return paragraph
        self._budget -= 1
        near = _at_words(text, paragraph, inner.start - _NEIGHBOURHOOD, inner.stop + _NEIGHBOURHOOD)
        found = [
            Span(near.start + sentence.start, near.start + sentence.stop)
            for sentence in sentences(text[near.start : near.stop])
        ]
        touched = [sentence for sentence in found if sentence.overlaps(inner)]
        if not touched:
            return near
        start, stop = touched[0].start, touched[-1].stop
        for sentence in found:
            if sentence.start >= stop and sentence.stop - start <= LONGEST_SNIPPET:
                stop = sentence.stop
        return Span(start, stop)


def _belongs(text: str, group: Sequence[Match], match: Match) -> bool:
    first, last = group[0], group[-1]
    return (
        match.page_index == first.page_index
        and match.span.start - last.span.stop <= _NEAR
        and match.span.stop - first.span.start <= LONGEST_SNIPPET
        and "\n" not in text[last.span.stop : match.span.start]
    )


def _paragraph(text: str, inner: Span) -> Span:
    """Return the paragraphs that `inner` touches, without the line feeds around."""
    start = text.rfind("\n", 0, inner.start) + 1
    stop = text.find("\n", inner.stop)
    return Span(start, len(text) if stop < 0 else stop)


def _words_around(text: str, window: Span, inner: Span) -> Span:
    """Cut a window to the longest snippet: a little before the first match, as much as fits after it."""
    room = max(0, LONGEST_SNIPPET - len(inner))
    start = max(window.start, inner.start - min(_LEAD, room))
    if window.stop - start < LONGEST_SNIPPET:
        start = max(window.start, window.stop - LONGEST_SNIPPET)
    return _at_words(text, window, start, start + LONGEST_SNIPPET, keep=inner)


def _at_words(text: str, window: Span, start: int, stop: int, keep: Span | None = None) -> Span:
    """Return the range cut to `window`, without half words at its ends; `keep` begins within it."""
    start, stop = max(window.start, start), min(window.stop, stop)
    if start > window.start and not text[start - 1].isspace():
        blank = text.find(" ", start, keep.start if keep else stop)
        start = blank + 1 if blank >= 0 else start
    if stop < window.stop and not text[stop].isspace():
        blank = text.rfind(" ", min(keep.stop, stop) if keep else start, stop)
        stop = blank if blank >= 0 else stop
    return Span(start, max(start, stop))


def _ends_sentence(text: str, offset: int) -> bool:
    """Whether the last character before `offset` that is no blank may end a sentence."""
    return text[max(0, offset - 3) : offset].rstrip()[-1:] in {".", "!", "?", "…", "»", ":", ";"}
