"""The words that stand near the matches of a query more often than chance would have it."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from index.model.span import Span
from index.model.study import Collocate, Collocations
from index.search.tree import And, Node, Word, write
from index.study.asking import Asking
from index.study.wordforms import by_dictionary_form, dictionary_form, shown
from index.tasks import Task
from index.text.morphology import is_small_word
from index.text.sentences import sentences
from index.text.tokens import TOKEN

WINDOW: Final = 5
"""Words looked at on each side of a match, within its sentence."""

MOST: Final = 200
"""Collocates returned."""

_REACH: Final = 160
"""Characters on each side in which these words are looked for."""
_LEAST_COUNT: Final = 2
_MAY_END: Final = re.compile(r"[.!?…][»”\")\]]*\s|\n")


def collocations(
    asking: Asking, query: str, task: Task | None = None, *, with_small_words: bool = False
) -> Collocations:
    """Return the words around the matches of a query, the strongest first. Blocks.

    A word near several matches counts once, with the nearest. What is compared are dictionary forms; the
    measure is the log-likelihood ratio of Dunning, "Accurate Methods for the Statistics of Surprise and
    Coincidence" (1993), of the words near matches against all other words of the documents that have a match.
    Words that are rarer there than elsewhere are left out, and so are those met once.

    Args:
        asking: The archive.
        query: In the query language.
        task: Cancels.
        with_small_words: Whether prepositions, conjunctions and particles count, too.

    Raises:
        QueryError: If the query cannot be answered.
        SearchIndexError: If the index cannot be used.
        Cancelled: If `task` was.
    """
    task = task or Task()
    root = asking.tree(query)
    matches, near, everything = 0, _Near(), Counter[str]()
    for found in asking.occurrences(root, task):
        task.checkpoint()
        matches += len(found.spans)
        if found.spans and (text := asking.text(found.document_id)):
            everything.update(TOKEN.findall(text))
            near.add(text, found.spans)
    totals = by_dictionary_form(everything)
    size = sum(totals.values())
    found_words = []
    for form, words in near.words.items():
        count = sum(words.values())
        if count < _LEAST_COUNT or not (with_small_words or _tells(form, words)):
            continue
        score = log_likelihood(count, near.size, totals[form], size)
        if score > 0:
            word = shown(form, words)
            left = near.left[form]
            clause = write(_both(root, form))
            found_words.append(Collocate(word, count, left, count - left, totals[form], score, clause))
    found_words.sort(key=lambda one: (-one.score, one.word))
    return Collocations(query, tuple(found_words[:MOST]), matches)


def log_likelihood(count: int, window: int, total: int, size: int) -> float:
    """Return Dunning's log-likelihood ratio; 0 for a word that is not commoner near matches than elsewhere.

    Args:
        count: Its occurrences near matches.
        window: All words near matches.
        total: Its occurrences anywhere.
        size: All words.
    """
    table = (
        (count, window, total),
        (total - count, size - window, total),
        (window - count, window, size - total),
        (size - window - total + count, size - window, size - total),
    )
    if count * size <= window * total:
        return 0.0
    return 2 * sum(seen * math.log(seen * size / (row * column)) for seen, row, column in table if seen > 0)


class _Place(NamedTuple):
    """Where a word stands beside a match: how many words away, on which side."""

    distance: int
    is_left: bool
    word: str


@dataclass(slots=True)
class _Near:
    """The words near matches.

    Attributes:
        words: By dictionary form, how often each form as written was met.
        left: By dictionary form, how often it stands before the match.
        size: How many words there are.
    """

    words: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    left: Counter[str] = field(default_factory=Counter)
    size: int = 0

    def add(self, text: str, spans: Sequence[Span]) -> None:
        """Take in the words around the matches of one document."""
        places: dict[int, _Place] = {}
        for number, span in enumerate(spans):
            before = spans[number - 1].stop if number else 0
            after = spans[number + 1].start if number + 1 < len(spans) else len(text)
            for start, place in _around(text, span):
                if before <= start < after and (start not in places or place < places[start]):
                    places[start] = place
        for place in places.values():
            form = dictionary_form(place.word)
            self.words[form][place.word] += 1
            self.left[form] += place.is_left
        self.size += len(places)


def _around(text: str, span: Span) -> Iterator[tuple[int, _Place]]:
    """Yield the words around a match, within its sentence, by their first characters."""
    sentence = _sentence(text, span)
    left = list(TOKEN.finditer(text, sentence.start, span.start))[-WINDOW:]
    for distance, match in enumerate(reversed(left), 1):
        yield match.start(), _Place(distance, True, match.group())
    for distance, match in enumerate(TOKEN.finditer(text, span.stop, sentence.stop), 1):
        if distance > WINDOW:
            break
        yield match.start(), _Place(distance, False, match.group())


def _sentence(text: str, span: Span) -> Span:
    """Return the sentences that a match touches, as far as it reaches."""
    start, stop = max(0, span.start - _REACH), min(len(text), span.stop + _REACH)
    # Half a word at either end would count as a word.
    start = text.find(" ", start, span.start) + 1 or span.start if start else start
    stop = max(text.rfind(" ", span.stop, stop), span.stop) if stop < len(text) else stop
    left_ends = _MAY_END.search(text, start, span.start)
    right_ends = _MAY_END.search(text, span.stop, stop)
    # Looking for sentences takes longer than all the rest, and most matches have no stop around them.
    if left_ends or right_ends:
        touched = [
            Span(start + one.start, start + one.stop)
            for one in sentences(text[start:stop])
            if start + one.stop > span.start and start + one.start < span.stop
        ]
        if touched:
            return Span(touched[0].start, touched[-1].stop)
    return Span(start, stop)


def _tells(form: str, words: Counter[str]) -> bool:
    word = max(words, key=lambda one: (words[one], one))
    return len(form) > 1 and not is_small_word(word)


def _both(root: Node, form: str) -> Node:
    parts = root.parts if isinstance(root, And) else (root,)
    return And((*parts, Word(form)))
