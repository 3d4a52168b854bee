"""Statements that follow one another and are one: the two ends of a range."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from index.model.fact import Fact


def joined(facts: Iterable[Fact], join: Callable[[Fact, Fact], Fact | None]) -> Iterator[Fact]:
    """Yield facts in their order, those that `join` makes one of as one.

    Args:
        facts: In text order.
        join: Returns what two facts are together; None if they are two.
    """
    pending: Fact | None = None
    for fact in facts:
        whole = join(pending, fact) if pending is not None else None
        if pending is not None and whole is None:
            yield pending
        pending = whole or fact
    if pending is not None:
        yield pending
