"""What a rule for dates is: a name, an expression, and the value of a match."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Evaluate = Callable[[re.Match[str], str], str]
"""Turns a match into a value ('' = no date after all), given the document's own date, ISO ('' = unknown)."""


@dataclass(frozen=True, slots=True)
class DatePattern:
    """A named way of writing a date."""

    name: str
    pattern: re.Pattern[str]
    value: Evaluate


def rule(name: str, expression: str, value: Evaluate) -> DatePattern:
    """Make a pattern that does not care for capitals."""
    return DatePattern(name, re.compile(expression, re.IGNORECASE), value)
