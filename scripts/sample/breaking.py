"""Russian typography and line breaking.

Lines are chosen for a paragraph as a whole, so that blanks are even, after D. E. Knuth and M. F. Plass,
"Breaking Paragraphs into Lines" (1981). Hyphens come from pyphen's Russian patterns.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

TIED = "\N{NO-BREAK SPACE}"

Measure = Callable[[str], float]
"""Width of a piece of text, in points."""

_LOOSEST = 0.9  # a blank grows by this share of itself before a line counts as loose
_TIGHTEST = 0.28  # and shrinks by at most this share
_HYPHEN_COST = 60.0
_COMPOUND_COST = 20.0
_TWO_HYPHENS_COST = 6000.0
_SHORT_LAST_LINE_COST = 12000.0
_PIECE_ALONE_COST = 60000.0  # the end of a broken word as the last line
_MIN_BEFORE, _MIN_AFTER, _MIN_WORD = 2, 3, 6


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph.

    Attributes:
        text: What is printed, a hyphen at the end included; blanks that must not break are plain here.
        width_pt: The measure it is set to.
        blank_pt: What is added to each blank.
        indent_pt: Where it begins.
    """

    text: str
    width_pt: float
    blank_pt: float
    indent_pt: float

    @property
    def is_hyphenated(self) -> bool:
        """Whether the word at the end goes on in the next line."""
        return self.text.endswith("-")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set.

    Attributes:
        width_pt: Width of the column.
        indent_pt: Indent of the first line.
        is_justified: Whether lines are stretched to the width.
        is_hyphenated: Whether words may be broken.
    """

    width_pt: float
    indent_pt: float = 0.0
    is_justified: bool = True
    is_hyphenated: bool = True


@dataclass(frozen=True, slots=True)
class _Break:
    """A place where a line may end: before `stop` characters of the text, the next begins at `start`."""

    stop: int
    start: int
    mark: str = ""
    cost: float = 0.0


def tied(text: str) -> str:
    """Tie with no-break blanks what a Russian line must not part."""
    text = re.sub(r" (?=—)", TIED, text)
    text = re.sub(r"(?<=№) |(?<=\d) (?=\d{3}(?!\d))|(?<=\d) (?=[а-яё%])", TIED, text)
    text = re.sub(r"(?<=\b[А-ЯЁ]\.) (?=[А-ЯЁ])", TIED, text)
    # Prepositions and conjunctions stay with what follows; twice, for two of them in a row.
    for _ in range(2):
        text = re.sub(r"(?<![\w-])([А-ЯЁа-яё]{1,2}) (?=[\w«„])", rf"\1{TIED}", text)
    return text


def lines(text: str, setting: Setting, measure: Measure) -> list[Line]:
    """Break a paragraph into lines, at the least cost in all."""
    text = tied(text)
    breaks = _breaks(text, setting)
    best: dict[int, tuple[float, int]] = {0: (0.0, -1)}
    for end in range(1, len(breaks)):
        reached = [
            (best[begin][0] + cost, begin)
            for begin in range(end - 1, -1, -1)
            if begin in best and (cost := _cost(text, breaks, begin, end, setting, measure)) is not None
        ]
        if reached:
            best[end] = min(reached)
    path = [len(breaks) - 1]
    while path[-1] > 0:
        path.append(best[path[-1]][1])
    return [_line(text, breaks, begin, end, setting, measure) for begin, end in pairwise(reversed(path))]


def _breaks(text: str, setting: Setting) -> list[_Break]:
    found = [_Break(match.start(), match.end()) for match in re.finditer(" ", text)]
    if setting.is_hyphenated:
        compounds = list(re.finditer(r"(?<=[А-ЯЁа-яё])-(?=[А-ЯЁа-яё])", text))
        found += [_Break(match.end(), match.end(), "", _COMPOUND_COST) for match in compounds]
        for word in re.finditer(r"(?<![\w-])[А-ЯЁа-яё]+(?![\w-])", text):
            found += [
                _Break(word.start() + at, word.start() + at, "-", _HYPHEN_COST)
                for at in _syllables(word.group())
            ]
    return [_Break(0, 0), *sorted(found, key=lambda place: place.stop), _Break(len(text), len(text))]


@cache
def _syllables(word: str) -> tuple[int, ...]:
    import pyphen

    if len(word) < _MIN_WORD or (word.isupper() and len(word) > 1):
        return ()
    return tuple(pyphen.Pyphen(lang="ru_RU", left=_MIN_BEFORE, right=_MIN_AFTER).positions(word))


def _cost(
    text: str, breaks: list[_Break], begin: int, end: int, setting: Setting, measure: Measure
) -> float | None:
    """Return what a line between two breaks costs; None where it does not fit."""
    first, last = breaks[begin], breaks[end]
    content = text[first.start : last.stop] + last.mark
    width = setting.width_pt - (setting.indent_pt if begin == 0 else 0.0)
    spare = width - measure(content)
    blanks = content.count(" ") + content.count(TIED)
    room = blanks * measure(" ")
    if spare < -_TIGHTEST * room * setting.is_justified - 1e-6:
        # A single word that is wider than the column has to stand all the same.
        return 1e9 if end == begin + 1 else None
    is_last = end == len(breaks) - 1
    if is_last:
        is_short = begin > 0 and spare > width - 2.2 * max(setting.indent_pt, measure("ммм"))
        if is_short and first.mark and " " not in content:
            return _PIECE_ALONE_COST
        return _SHORT_LAST_LINE_COST if is_short else 0.0
    stretch = (_LOOSEST if spare > 0 else _TIGHTEST) * room if setting.is_justified else 0.25 * width
    badness = 100.0 * (abs(spare) / max(stretch, 0.1)) ** 3
    both = last.cost > 0 and first.cost > 0
    return float((1.0 + badness + last.cost) ** 2 + _TWO_HYPHENS_COST * both)


def _line(text: str, breaks: list[_Break], begin: int, end: int, setting: Setting, measure: Measure) -> Line:
    content = (text[breaks[begin].start : breaks[end].stop] + breaks[end].mark).replace(TIED, " ")
    indent = setting.indent_pt if begin == 0 else 0.0
    width = setting.width_pt - indent
    spare = width - measure(content)
    blanks = content.count(" ")
    is_last = end == len(breaks) - 1
    stretched = setting.is_justified and blanks and (not is_last or spare < 0)
    return Line(content, width, spare / blanks if stretched else 0.0, indent)
