"""Percentages, with the direction in which they move something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.facts import drafts
from index.facts.modifiers import modifier_before
from index.facts.number_grammar import Number
from index.model.fact import Fact, FactType, Slot
from index.model.span import Span

_SIGN = re.compile(
    r"\s?(?:%|процент(?:а|ов|у|ам|ами|ах|ом|е)?\b|процентн\w+\s+пункт\w*|п\.\s?п\.)", re.IGNORECASE
)
_UP = re.compile(
    r"(?<!\w)(?:увелич|выро[сщ]|возро[сщ]|возраст|вырас|повы[сш]|подорожа|прибав|прирос|превы[сш]|рост\b|"
    r"роста\b|поднял|удорож)\w*",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"(?<!\w)(?:сниз|сниж|упал|упад|падени|сократ|сокращ|уменьш|подешев|дешев|потеря|опусти|спад)\w*",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:!?\n]|,\s(?:а|но|и|тогда|при)\s")
_WINDOW_CHARS = 90


def find_percents(text: str, numbers: Sequence[Number]) -> Iterator[Fact]:
    """Yield the percentages of a text in order."""
    for number in numbers:
        sign = None if number.is_ordinal else _SIGN.match(text, number.span.stop)
        if sign is None:
            continue
        span = Span(number.span.start, sign.end())
        slots = [drafts.slot(text, "value", span, number.value), _direction(text, span, number)]
        bent = modifier_before(text, span.start)
        if number.high is None and bent is not None and bent.span is not None:
            slots.append(bent)
            span = span.hull(bent.span)
        yield drafts.fact(FactType.PERCENT, tuple(slots), span, "number_and_percent")


def _direction(text: str, span: Span, number: Number) -> Slot:
    """Return the slot `direction`: the verb of the clause that moves up or down, else a share."""
    window = max(0, span.start - _WINDOW_CHARS)
    left = _CLAUSE.split(text[window : span.start])[-1]
    base = span.start - len(left)
    moves = [(match, name) for name, rule in (("up", _UP), ("down", _DOWN)) for match in rule.finditer(left)]
    if moves:
        match, name = max(moves, key=lambda move: move[0].start())
        return drafts.slot(text, "direction", Span(base + match.start(), base + match.end()), name)
    if number.high is not None and number.high < number.low:
        return Slot("direction", "", None, "down")
    return Slot("direction", "", None, "share")
