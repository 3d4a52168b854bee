"""The order of an answer: by relevance, by date, by name.

Words that stand close to each other say more together than far apart: the best documents of a query for
several words are ordered again with a bonus for each pair of neighbouring matches of different words, the
square of their distance below the line (Büttcher, Clarke and Lushman 2006, term proximity scoring).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np  # noqa: TID253 - this module is arrays

from index.search.engine import Order
from index.search.evaluate import Evaluation, is_small
from index.search.found import Found
from index.search.keys import POSITION_BITS, Floats, Ints, intersection, places_in
from index.search.leaves import K1
from index.search.snapshot import Snapshot
from index.search.tree import And, Exact, Node, OnPages, Outside, Phrase, Word

_ORDERED_AGAIN: Final = 100
"""Documents whose words are looked at; further down nobody will miss it."""


def best(found: Found, snapshot: Snapshot, order: Order, limit: int) -> Ints:
    """Return positions in `found.documents` of the first documents of an answer, in order; limit 0 for all.

    Equals follow each other from the newest arrival to the oldest.
    """
    documents = found.documents
    if order is Order.RELEVANCE:
        return _highest(found.scores, snapshot.numbers[documents], limit)
    if order is Order.NAME:
        keys = snapshot.name_ranks[documents]
    else:
        days = snapshot.days[documents]
        keys = np.where(days == 0, np.iinfo(np.int64).max, days if order is Order.OLDEST else -days)
    ordered = np.lexsort((-snapshot.numbers[documents], keys))
    return ordered[:limit] if limit else ordered


def by_closeness(root: Node, found: Found, evaluation: Evaluation, snapshot: Snapshot) -> Found:
    """Return the same with the bonus for closeness added to the scores of the best documents.

    Nothing is taken away from them, so that they stay before the others.
    """
    parts = close_parts(root)
    if not parts or not len(found.documents):
        return found
    chosen = _highest(found.scores, snapshot.numbers[found.documents], _ORDERED_AGAIN)
    documents = np.sort(found.documents[chosen])
    at = places_in(found.documents, documents)
    starts, kinds = _firsts(parts, documents, evaluation)
    closeness: Floats = np.zeros(len(documents))
    if len(starts) > 1:
        is_pair = (kinds[1:] != kinds[:-1]) & (starts[1:] >> POSITION_BITS == starts[:-1] >> POSITION_BITS)
        distances = np.maximum(1, np.diff(starts)[is_pair]).astype(np.float64)
        of_pair = places_in(documents, starts[1:][is_pair] >> POSITION_BITS)
        closeness = np.bincount(of_pair, 1 / distances**2, len(documents)).astype(np.float64)
    weight = min(evaluation.words.rarity(part) for part in parts)
    scores = found.scores.copy()
    scores[at] += weight * closeness / (closeness + K1)
    return Found(found.documents, scores, found.counts, found.places, found.made_of)


def close_parts(root: Node) -> list[Word | Exact | Phrase]:
    """Return the parts of a query that answer better the closer they stand; none or at least two.

    They are the words and phrases of И, be it the whole query or what pages and the like are joined to.
    """
    if not isinstance(root, And):
        return []
    inner = [part for part in root.parts if not isinstance(part, OnPages | Outside)]
    if len(inner) == 1:
        return close_parts(inner[0])
    parts = [part for part in inner if isinstance(part, Word | Exact | Phrase) and not is_small(part)]
    return parts if len(parts) > 1 else []


def _firsts(
    parts: Sequence[Word | Exact | Phrase], documents: Ints, evaluation: Evaluation
) -> tuple[Ints, Ints]:
    """Return where the matches of all parts begin in some documents, ascending, and which part each is of."""
    pieces = []
    for part in parts:
        matches = evaluation.words.matches(part, documents)
        pieces.append(matches.places(intersection(documents, matches.documents))[0])
    starts = np.concatenate(pieces)
    kinds = np.repeat(np.arange(len(pieces)), [len(piece) for piece in pieces])
    order = np.lexsort((kinds, starts))
    return starts[order], kinds[order]


def _highest(scores: Floats, numbers: Ints, limit: int) -> Ints:
    """Return the places of the highest scores, best first, of equals the largest number first."""
    if limit and limit < len(scores):
        threshold = np.partition(scores, len(scores) - limit)[len(scores) - limit]
        candidates = np.flatnonzero(scores >= threshold)
    else:
        candidates = np.arange(len(scores))
    order = np.lexsort((-numbers[candidates], -scores[candidates]))
    highest = candidates[order]
    return highest[:limit] if limit else highest
