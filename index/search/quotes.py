"""Quotation marks in queries: which open, what they hold, and how a text is put between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

DOUBLE: Final = '«»“”„‟"‹›'
"""Marks that quote wherever they stand. Guillemets nest; of the others any closes what any has opened."""

SINGLE: Final = "'‘’‚`"
"""Marks that quote at the beginning of a word alone: within one they are apostrophes."""

_NESTING: Final = {"«": "»", "‹": "›"}
_SINGLE_CLOSING: Final = re.compile(r"(?<=\S)['’‘`](?!\w)")
_BARE: Final = re.compile(
    rf"[^\s()|,;{DOUBLE}{SINGLE}](?:[^\s()|{DOUBLE}{SINGLE}]*[^\s()|,;{DOUBLE}{SINGLE}])?"
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between quotation marks.

    Attributes:
        text: The words.
        start: Their first character, an offset in the query.
        end: One past the closing mark, or the end of the query.
        is_closed: Whether there was a closing mark.
    """

    text: str
    start: int
    end: int
    is_closed: bool


class Quotes:
    """The quotation marks of one query; all of them are read in one pass over it."""

    def __init__(self, text: str) -> None:
        self._text = text
        closing = [match.start() for match in _SINGLE_CLOSING.finditer(text)]
        self._last_single = closing[-1] if closing else -1
        self._last_double = max(map(text.rfind, DOUBLE))
        self._pairs = _pairs(text)

    def opens_at(self, at: int) -> bool:
        """Whether a quotation begins here; `at` is where a word may begin.

        A single mark needs its second one (`'tis` has none).
        """
        mark = self._text[at : at + 1]
        if not mark or mark not in SINGLE:
            return bool(mark) and mark in DOUBLE
        follows = self._text[at + 1 : at + 2]
        return at + 1 < self._last_single and not follows.isspace()

    def is_stray(self, at: int) -> bool:
        """Whether the mark here only ever closes and has nothing to close: it is the last one."""
        return self._text[at] in "»›”" and at == self._last_double

    def read(self, at: int) -> Quoted:
        """Return what stands in the quotation that begins here."""
        mark, start = self._text[at], at + 1
        stop = self._single_stop(start) if mark in SINGLE else self._double_stop(at)
        if stop < 0:
            return Quoted(self._text[start:], start, len(self._text), is_closed=False)
        return Quoted(self._text[start:stop], start, stop + 1, is_closed=True)

    def _single_stop(self, start: int) -> int:
        match = _SINGLE_CLOSING.search(self._text, start)
        return match.start() if match else -1

    def _double_stop(self, at: int) -> int:
        mark = self._text[at]
        if mark in _NESTING:
            return self._pairs.get(at, -1)
        at += 1
        while at < len(self._text):
            character = self._text[at]
            if character in _NESTING and mark not in _NESTING.values():
                # "АО «Ромашка»" holds guillemets; »Ромашка« is closed by what opens elsewhere.
                at = self._pairs.get(at, at)
            elif character in DOUBLE:
                return at
            at += 1
        return -1


def _pairs(text: str) -> dict[int, int]:
    """Return for each opening guillemet where it is closed, if it is."""
    found: dict[int, int] = {}
    for opening, closing in _NESTING.items():
        opened: list[int] = []
        for at, character in enumerate(text):
            if character == opening:
                opened.append(at)
            elif character == closing and opened:
                found[opened.pop()] = at
    return found


def balanced(text: str) -> str:
    """Return a text that can stand between guillemets: without its own ones, unless they come in pairs."""
    depth = 0
    for character in text:
        depth += (character == "«") - (character == "»")
        if depth < 0:
            break
    return text if depth == 0 else text.replace("«", "").replace("»", "")


def bare_or_quoted(text: str) -> str:
    """Return the value of a field as it is written: between guillemets unless it is one plain word."""
    return text if _BARE.fullmatch(text) else f"«{text}»"
