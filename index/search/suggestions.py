"""What may have been meant by a query that finds nothing: misspelt, glued and split words put right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from index.errors import QueryError
from index.model.hit import Suggestion
from index.model.span import Span
from index.search.engine import Vocabulary
from index.search.query import Query, parse
from index.search.tree import Exact, Node, Phrase, Word, leaves
from index.text.morphology import surface

MOST_SUGGESTIONS: Final = 3
_LEAST_LETTERS: Final = 4
_LEAST_HALF: Final = 3

Change = tuple[Span, str]
"""A place in the query and what stands there instead."""


def suggest(query: Query, vocabulary: Vocabulary, count: Callable[[Node], int]) -> tuple[Suggestion, ...]:
    """Return queries that find something, the likeliest first. Meant for a query that finds nothing.

    Args:
        query: The query.
        vocabulary: The words of the archive.
        count: Returns how many documents answer a tree; asked a few times.
    """
    if query.root is None:
        return ()
    words = [word for leaf in leaves(query.root) for word in _words(leaf)]
    unknown = [word for word in words if not vocabulary.documents(word.text)]
    made: list[Suggestion] = []
    for changes in _attempts(unknown, words, vocabulary):
        text = _changed(query.text, changes)
        try:
            root = parse(text).root
        except QueryError:
            continue
        found = count(root) if root is not None else 0
        if found and all(text != one.query for one in made):
            made.append(Suggestion(text, "typo", found))
        if len(made) == MOST_SUGGESTIONS:
            break
    return tuple(made)


def _attempts(
    unknown: Sequence[Word | Exact], words: Sequence[Word | Exact], vocabulary: Vocabulary
) -> Iterator[list[Change]]:
    """Yield sets of changes: every unknown word by its best correction, then the next best of each."""
    split = [
        (Span(left.span.start, right.span.stop), left.text + right.text)
        for left, right in pairwise(words)
        if (left in unknown or right in unknown) and vocabulary.documents(left.text + right.text)
    ]
    if split:
        yield split[:1]
    corrections = {word.span: _corrections(word.text, vocabulary) for word in unknown}
    depth = max(map(len, corrections.values()), default=0)
    for rank in range(min(depth, MOST_SUGGESTIONS)):
        yield [(span, found[min(rank, len(found) - 1)]) for span, found in corrections.items() if found]


def _corrections(word: str, vocabulary: Vocabulary) -> list[str]:
    """Return known words one letter away, those of more documents first; then the word cut in two."""
    if len(word) < _LEAST_LETTERS or not word.isalpha():
        return []
    near = sorted(vocabulary.near(surface(word)), key=lambda form: (-vocabulary.documents(form), form))
    cuts = [(word[:at], word[at:]) for at in range(_LEAST_HALF, len(word) - _LEAST_HALF + 1)]
    halves = [(min(map(vocabulary.documents, cut)), cut) for cut in cuts]
    return [*near, *(" ".join(cut) for found, cut in sorted(halves, reverse=True) if found)]


def _words(leaf: Node) -> tuple[Word | Exact, ...]:
    if isinstance(leaf, Word | Exact):
        return (leaf,)
    parts = leaf.parts if isinstance(leaf, Phrase) else ()
    return tuple(part for part in parts if isinstance(part, Word | Exact))


def _changed(text: str, changes: Sequence[Change]) -> str:
    for span, words in sorted(changes, key=lambda change: change[0].start, reverse=True):
        text = text[: span.start] + words + text[span.stop :]
    return text
