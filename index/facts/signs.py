"""What stands below zero: «минус 5 градусов», «-3,1 %»."""

from __future__ import annotations

import re
from typing import Final

from index.facts.number_grammar import Number
from index.model.fact import Value
from index.model.span import Span

_MINUS: Final = re.compile(r"(?<!\w)минус\s+$", re.IGNORECASE)
# «Доля -13 %» has a dash before its figure; a minus stands alone in brackets or in a cell.
_DASH: Final = re.compile(r"(?:\u2212|(?:^|[|(\n]\s?)[-–])$")
_BEFORE_CHARS: Final = 7


def is_below_zero(text: str, start: int) -> bool:
    """Whether «минус» stands before a figure that begins at a place."""
    return _MINUS.search(text, max(0, start - _BEFORE_CHARS), start) is not None


def signed(text: str, span: Span, number: Number, *, by_dash: bool = False) -> tuple[Span, Value]:
    """Return a figure and its value with the minus before it, if one stands there.

    Args:
        text: The text.
        span: The number, what is counted included.
        number: The number in it; a range has no sign.
        by_dash: Whether a dash right before the number is a minus too.
    """
    value = number.value
    if number.high is not None or not isinstance(value, int | float):
        return span, value
    start = max(0, span.start - _BEFORE_CHARS)
    minus = _MINUS.search(text, start, span.start)
    if minus is None and by_dash:
        minus = _DASH.search(text, start, span.start)
    return (span, value) if minus is None else (Span(minus.start(), span.stop), -value)
