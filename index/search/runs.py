"""Runs of a query, the pieces between blanks: which are operators, and how many make the value of a field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from index.model.span import Span
from index.search.query_fields import PATHLIKE, SPACED, Field, read_value
from index.search.quotes import DOUBLE
from index.search.terms import NUMBER_SIGN
from index.search.tree import NEAR, OPERATORS, Leaf

RUN: Final = re.compile(rf"\|+|(?:=?{NUMBER_SIGN})?[^\s()|{DOUBLE}]+")
"""A piece without brackets, quotation marks and blanks, except after №, §; a bar is always an operator."""

_PATH: Final = re.compile(rf"[^\s{DOUBLE}]+")
_BLANKS: Final = re.compile(r"\s*")
_ANDS: Final = frozenset({"&", "&&"})
_MOST_RUNS: Final = 7
"""Words of a date or sum that is written without quotation marks: «с мая 2021 по июнь 2022 года»."""


def operator(run: str) -> str:
    """Return which of the operators И, ИЛИ, НЕ a run is; empty for none."""
    if run in _ANDS:
        return "И"
    return "ИЛИ" if run.startswith("|") else OPERATORS.get(run, "")


def operator_at(text: str, at: int) -> bool:
    """Whether the run that begins here is any operator."""
    match = RUN.match(text, at)
    return match is not None and bool(operator(match.group()) or NEAR.fullmatch(match.group()))


def behind_blanks(text: str, at: int) -> int:
    """Return where the blanks that begin here end."""
    match = _BLANKS.match(text, at)
    return match.end() if match else at


def read_bare(field: Field, text: str, start: int) -> tuple[Leaf | None, int]:
    """Read the value of a field that stands without quotation marks: one run, or the most that make a value.

    Returns:
        What it asks for, None if it is not understood, and where it ends.
    """
    if field in PATHLIKE:
        return _read_path(field, text, start)
    stops = list(_stops(text, start, _MOST_RUNS if field in SPACED else 1))
    for stop in reversed(stops):
        value = text[start:stop].rstrip(",;")
        if leaf := read_value(field, value, Span(start, start + len(value))):
            return leaf, stop
    return None, stops[0] if stops else start


def _read_path(field: Field, text: str, start: int) -> tuple[Leaf | None, int]:
    match = _PATH.match(text, start)
    value = match.group() if match else ""
    # A bracket of the query closes after the value, one of the name («отчёт(1).pdf») is part of it.
    while value.endswith(")") and value.count(")") > value.count("("):
        value = value[:-1]
    span = Span(start, start + len(value))
    return read_value(field, value, span), span.stop


def _stops(text: str, start: int, most: int) -> Iterator[int]:
    """Yield where the runs that begin here end, up to an operator, another field or a bracket."""
    at = start
    for _ in range(most):
        match = RUN.match(text, at)
        if match is None or match.group().startswith("|"):
            return
        if at > start and (":" in match.group() or operator_at(text, at)):
            return
        yield match.end()
        at = behind_blanks(text, match.end())
