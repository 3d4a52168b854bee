"""The words that stand near the matches of a query more often than chance would have it."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Final, NamedTuple

from index.model.span import Span
from index.model.study import Collocate, Collocations
from index.search.engine import Vocabulary
from index.search.tree import And, Node, Part, Phrase, Word, write
from index.study.asking import Asking
from index.study.wordforms import headwords, is_telling, shown
from index.tasks import Task
from index.text.morphology import surface
from index.text.sentences import sentences
from index.text.tokens import TOKEN

WINDOW: Final = 5
"""Words looked at on each side of a match, within its sentence."""

MOST: Final = 200
"""Collocates returned."""

_REACH: Final = 160
"""Characters on each side in which these words are looked for."""
_LEAST_COUNT: Final = 2
_CLOSING: Final = r"[»”\")\]]*"
_OPENING: Final = r"[«“„\"(\[]*"
_MAY_END: Final = re.compile(rf"[.!?…]{_CLOSING}\s+[^\sа-яёa-z]")
# Words of six letters are hardly ever abbreviated to them, and a paragraph ends everything.
_ENDS: Final = re.compile(rf"\n\s*|[а-яёa-z]{{6}}[.!?…]{_CLOSING}\s+(?={_OPENING}[А-ЯЁA-Z])")


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
        with_small_words: Whether words that tell nothing by themselves count, too (`is_telling`).

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
    found_words = [
        one
        for one in _weighed(near, everything, asking.vocabulary(), root, task)
        if one.score > 0 and (with_small_words or is_telling(one.word))
    ]
    found_words.sort(key=lambda one: (-one.score, one.word))
    return Collocations(query, tuple(found_words[:MOST]), matches)


def _weighed(
    near: _Near, everything: Counter[str], vocabulary: Vocabulary, root: Node, task: Task
) -> Iterator[Collocate]:
    """Yield the words near matches by dictionary form, those met once left out."""
    related = _related(near.words, everything, vocabulary, task)
    forms = headwords(_until_cancelled(chain(related, near.words), task))
    totals, counts, left = Counter[str](), Counter[str](), Counter[str]()
    for word in related:
        totals[forms[word]] += everything[word]
    inner: dict[str, Counter[str]] = defaultdict(Counter)
    for word, count in near.words.items():
        form = forms[word]
        counts[form] += count
        left[form] += near.left[word]
        inner[form][word] += near.inner[word]
    window, size = counts.total(), everything.total()
    for form, count in counts.items():
        if count >= _LEAST_COUNT:
            score = log_likelihood(count, window, totals[form], size)
            word, clause = shown(form, inner[form]), _together(root, form)
            yield Collocate(word, count, left[form], count - left[form], totals[form], score, clause)


def _related(
    words: Iterable[str], everything: Iterable[str], vocabulary: Vocabulary, task: Task
) -> list[str]:
    """Return which of all words may be forms of the given ones: the others need no dictionary."""
    wanted = dict.fromkeys(map(surface, words))
    forms = {form for word in _until_cancelled(wanted, task) for form in vocabulary.forms(word)}
    return [word for word in everything if surface(word) in forms]


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
    """Where a word stands: how far from the match, on which side, whether as the first of its sentence."""

    distance: int
    is_left: bool
    is_first: bool
    word: str


@dataclass(slots=True)
class _Near:
    """The words near matches, as written.

    Attributes:
        words: How often each was met.
        left: How often of these before the match.
        inner: How often not as the first word of a sentence.
    """

    words: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    inner: Counter[str] = field(default_factory=Counter)

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
            self.words[place.word] += 1
            self.left[place.word] += place.is_left
            self.inner[place.word] += not place.is_first


def _around(text: str, span: Span) -> Iterator[tuple[int, _Place]]:
    """Yield the words around a match, within its sentence, by their first characters."""
    sentence = _sentence(text, span)
    left = list(TOKEN.finditer(text, sentence.start, span.start))[-WINDOW:]
    for distance, match in enumerate(reversed(left), 1):
        yield match.start(), _Place(distance, True, match.start() == sentence.start, match.group())
    right = islice(TOKEN.finditer(text, span.stop, sentence.stop), WINDOW)
    for distance, match in enumerate(right, 1):
        yield match.start(), _Place(distance, False, False, match.group())


def _sentence(text: str, span: Span) -> Span:
    """Return the sentences that a match touches, as far as the window may reach.

    Parting sentences takes longer than all the rest: it is done only where a full stop may be that of an
    abbreviation.
    """
    start, stop = max(0, span.start - _REACH), min(len(text), span.stop + _REACH)
    # Half a word at either end would count as a word.
    start = text.find(" ", start, span.start) + 1 or span.start if start else start
    stop = max(text.rfind(" ", span.stop, stop), span.stop) if stop < len(text) else stop
    for end in _ENDS.finditer(text, start, span.start):
        start = end.end()
    if end_after := _ENDS.search(text, span.stop, stop):
        stop = end_after.end()
    if _MAY_END.search(text, start, span.start) or _MAY_END.search(text, span.stop, stop):
        touched = [
            Span(start + one.start, start + one.stop)
            for one in sentences(text[start:stop])
            if start + one.stop > span.start and start + one.start < span.stop
        ]
        if touched:
            return Span(touched[0].start, touched[-1].stop)
    return Span(start, stop)


def _until_cancelled(words: Iterable[str], task: Task) -> Iterator[str]:
    """Yield the words; what is done with each may take a while."""
    for word in words:
        task.checkpoint()
        yield word


def _together(root: Node, form: str) -> str:
    """Return a query for what matches near a word; of a query that is no word or phrase, for both."""
    if isinstance(root, Part | Phrase):
        return f"{write(root)} НЕПОДАЛЁКУ/{WINDOW - 1} {form}"
    parts = root.parts if isinstance(root, And) else (root,)
    return write(And((*parts, Word(form))))
