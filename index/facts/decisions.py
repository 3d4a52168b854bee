"""What an order or the minutes of a meeting decide: points that tell nobody in particular to do something.

ПОСТАНОВИЛИ: / 1. Принять к сведению …     решением совета утверждён план …
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from index.facts import drafts, morph
from index.facts.clause_words import WORD, finite_verbs, first_verb, reach
from index.facts.figure_phrases import beginning_at
from index.facts.points import Point
from index.model.fact import Fact, FactType

_TOLD_OTHERWISE: Final = frozenset(
    {"создать", "образовать", "учредить", "назначить", "освободить", "уволить", "перевести", "избрать"}
    | {"поручить", "обязать", "рекомендовать", "возложить", "просить", "предложить"}
)
"""What is made, who is appointed, who is told to do something: facts of their own."""
_APPROVE: Final = frozenset({"утвердить"})
_CONDITION: Final = re.compile(r"(?<!\w)(?:если|котор\w+|случае|может|могут|должн\w+|не)\s", re.IGNORECASE)
_SHORTEST: Final = 12


def find_decisions(text: str, listed: Sequence[Point], told: Sequence[Fact]) -> Iterator[Fact]:
    """Yield what a text decides, in order.

    Args:
        text: The document's text.
        listed: Its sentences, with what stands over them.
        told: Its instructions: what they tell is not decided besides.
    """
    starts = [slot.span.start for fact in told for slot in fact.slots if slot.name == "what" and slot.span]
    for point in listed:
        first = bisect_left(starts, point.start)
        if first < len(starts) and starts[first] < point.span.stop:
            continue
        found = _resolved(text, point) if point.is_resolved else _approved(text, point)
        if found is not None:
            yield found


def _resolved(text: str, point: Point) -> Fact | None:
    """«ПОСТАНОВИЛИ: / 1. Принять к сведению сообщение»."""
    verb = first_verb(text, point.start, point.span.stop)
    if verb is None or verb[1] != "INFN" or not point.is_listed:
        return None
    if morph.lemmas(verb[0].of(text).lower()) & _TOLD_OTHERWISE or _is_appointment(text, verb[0].stop):
        return None
    what = reach(text, point.start, point.span.stop)
    if " " not in what.of(text) or len(what) < _SHORTEST:
        return None
    slots = (drafts.slot(text, "what", what), *filter(None, (point.who,)))
    return Fact("", FactType.DECISION, slots, what, "actual", 0.85, "resolved_point")


def _is_appointment(text: str, position: int) -> bool:
    """Whether an office stands behind a verb: «утвердить главным инженером Белова»."""
    behind = beginning_at(text, position + 1, "ablt")
    first = WORD.match(text, position + 1)
    return behind is not None and first is not None and not morph.has(first.group(), "accs")


def _approved(text: str, point: Point) -> Fact | None:
    """«Утверждён план работы на первое полугодие»."""
    for verb, part in finite_verbs(text, point.start, point.span.stop, _APPROVE):
        if part != "PRTS" or _CONDITION.search(text, point.start, verb.start):
            continue
        if beginning_at(text, verb.stop + 1, "nomn") is None:
            continue
        what = reach(text, verb.start, point.span.stop)
        return Fact(
            "", FactType.DECISION, (drafts.slot(text, "what", what),), what, "actual", 0.85, "approved"
        )
    return None
