"""What an engine answers beside what the oracle does."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import zip_longest

from index.search.engine import Asked, Engine, Order, Outcome
from index.search.tree import And, InTitle, Near, Node, Not, Or, Phrase
from index.tasks import Task

TIE = 1e-6
"""Scores that differ by less, relatively, are equal: they are added up in another order."""


def difference(root: Node, engine: Engine, oracle: Engine) -> str:
    """Return the smallest part of a question that an engine answers otherwise, and how; nothing if none."""
    told = next(_differences(root, engine, oracle), "")
    if not told:
        return ""
    inner = (difference(part, engine, oracle) for part in _parts(root))
    return next((smaller for smaller in inner if smaller), f"{root}: {told}")


def _parts(node: Node) -> tuple[Node, ...]:
    if isinstance(node, And | Or | Phrase | Near):
        return node.parts
    return (node.part,) if isinstance(node, Not | InTitle) else ()


def _differences(root: Node, engine: Engine, oracle: Engine) -> Iterator[str]:
    """Yield what an engine answers otherwise than the oracle: documents, matches, spans, orders, limits."""
    task = Task()
    whole = oracle.answer(Asked(root, limit=0), task)
    for order in Order:
        is_whole = order is Order.RELEVANCE
        expected = whole if is_whole else oracle.answer(Asked(root, limit=0, order=order), task)
        for limit in (0, 3):
            found = engine.answer(Asked(root, limit, order), task)
            told = different_order(expected, found, limit, order)
            if told:
                yield f"{order} limited to {limit}: {told}"
    by_number = sorted(whole.ranked, key=lambda one: one.number)
    expected_numbers = [one.number for one in by_number]
    found_numbers = sorted(engine.matching(root, task))
    if found_numbers != expected_numbers:
        yield f"matching gave {found_numbers} for {expected_numbers}"
    for numbers in (None, expected_numbers[::2]):
        wanted = [one for one in by_number if numbers is None or one.number in numbers]
        ours = [(one.number, one.document_id, one.spans) for one in wanted]
        theirs = [(one.number, one.document_id, one.spans) for one in engine.occurrences(root, task, numbers)]
        if theirs != ours:
            yield f"occurrences among {numbers} gave {theirs} for {ours}"


def different_order(expected: Outcome, found: Outcome, limit: int, order: Order) -> str:
    """Return how a found outcome differs from the expected one, which is whole; nothing if it does not."""
    if (found.documents, found.matches) != (expected.documents, expected.matches):
        return f"{found.documents}, {found.matches} counted for {expected.documents}, {expected.matches}"
    places = {one.number: one for one in expected.ranked}
    wanted = expected.ranked[: limit or None]
    for place, (ours, theirs) in enumerate(zip_longest(wanted, found.ranked)):
        if ours is None or theirs is None or theirs.number not in places:
            return f"{theirs} in place {place} for {ours}"
        own = places.pop(theirs.number)
        if (theirs.document_id, theirs.spans) != (own.document_id, own.spans):
            return f"{theirs} for {own}"
        if order is not Order.RELEVANCE and theirs.number != ours.number:
            return f"{theirs.number} in place {place} for {ours.number}"
        if order is Order.RELEVANCE and not _are_equal(theirs.score, own.score, ours.score):
            return (
                f"{theirs} in place {place}: its score should be {own.score}, that of the place {ours.score}"
            )
    return ""


def _are_equal(*scores: float) -> bool:
    return all(math.isclose(score, scores[0], rel_tol=TIE, abs_tol=TIE) for score in scores)
