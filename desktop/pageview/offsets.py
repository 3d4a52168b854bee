"""Offsets of a text as Python counts them, and as Qt does: in UTF-16, where rare letters are two."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

_RARE: Final = re.compile("[\U00010000-\U0010ffff]")


class TextOffsets:
    """The way between both counts for one text.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self._rare = [found.start() for found in _RARE.finditer(text)]
        self._rare_positions = [offset + number for number, offset in enumerate(self._rare)]

    def position(self, offset: int) -> int:
        """Return Qt's position of the character at an offset."""
        return offset + bisect_left(self._rare, offset)

    def offset(self, position: int) -> int:
        """Return the offset of the character at a position of Qt; inside of a letter, that of the letter."""
        return position - bisect_left(self._rare_positions, position)
