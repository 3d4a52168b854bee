"""What a rule for dates is: a name, an expression, and the value of a match."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

Evaluate = Callable[[re.Match[str], str], str]
"""Turns a match into a value ('' = no date after all), given the document's own date, ISO ('' = unknown)."""


@dataclass(frozen=True)
class DatePattern:
    """A named way of writing a date, in capitals and in small letters unless `flags` say otherwise."""

    name: str
    expression: str
    value: Evaluate
    flags: re.RegexFlag = re.IGNORECASE

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when first asked for: every command would wait for all of them."""
        return re.compile(self.expression, self.flags)
