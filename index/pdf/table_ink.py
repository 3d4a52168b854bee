"""What tables are made of: words with their boxes, and the lines between them.

Everything here is in reading space (`index.pdf.frames`), so that tables printed sideways need no thought.
Lines are what a person sees as lines: strokes, thin rectangles, edges of frames and of coloured grounds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from index.pdf.frames import Box

SNAP_PT = 3.5
"""Lines no further apart are one: double lines, and the two edges of neighbouring frames."""

_JOIN_PT = 3.6  # gaps of dashed and dotted lines
_SHORTEST_PT = 5.0  # what is shorter after joining is a mark, not a line


class TableWord(NamedTuple):
    """A word on the page.

    Attributes:
        text: As the document's text has it.
        left: Its box, in reading space.
        top: As `left`.
        right: As `left`.
        bottom: As `left`.
        start: Its first character in the document's text; -1 when it is no part of it.
        stop: One past its last character; -1 as above.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    start: int = -1
    stop: int = -1

    @property
    def middle(self) -> tuple[float, float]:
        """The point that decides which cell it belongs to."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


class Rule(NamedTuple):
    """A straight line: where it is across, and from where to where it runs."""

    at: float
    begin: float
    end: float


class Rules(NamedTuple):
    """The lines of a page."""

    across: tuple[Rule, ...]
    """Horizontal: `at` is v, `begin` and `end` are u."""
    down: tuple[Rule, ...]
    """Vertical: `at` is u, `begin` and `end` are v."""


def tidy(across: Iterable[Rule], down: Iterable[Rule]) -> Rules:
    """Snap what is nearly in line, join what is nearly joined, and leave out what is too short for a line."""
    return Rules(tuple(_joined(across)), tuple(_joined(down)))


def _joined(rules: Iterable[Rule]) -> Iterable[Rule]:
    for group in _in_line(sorted(rules)):
        total = sum(rule.end - rule.begin for rule in group) or 1.0
        at = sum(rule.at * (rule.end - rule.begin) for rule in group) / total or group[0].at
        along = sorted(group, key=lambda rule: rule.begin)
        begin, end = along[0].begin, along[0].end
        for rule in along:
            if rule.begin > end + _JOIN_PT:
                if end - begin >= _SHORTEST_PT:
                    yield Rule(at, begin, end)
                begin, end = rule.begin, rule.end
            begin, end = min(begin, rule.begin), max(end, rule.end)
        if end - begin >= _SHORTEST_PT:
            yield Rule(at, begin, end)


def _in_line(rules: Sequence[Rule]) -> Iterable[list[Rule]]:
    """Yield groups of rules that are at nearly the same place; no group is wider than a double line."""
    group: list[Rule] = []
    for rule in rules:
        if group and rule.at - group[0].at > SNAP_PT:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def hull(boxes: Iterable[Box]) -> Box:
    """Return the box around some boxes; there must be one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
