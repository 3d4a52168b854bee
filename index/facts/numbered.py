"""Digits that tell which one, not how many: «статья 2 закона», «п. 4.2016», «№ 5»; an opinion on what stands before."""

from __future__ import annotations

import re
from typing import Final

from index.facts import morph
from index.facts.lexicon import words

_WORD_BEFORE: Final = re.compile(
    r"(?P<word>№|§|(?<![\w-])[^\W\d_]+)\.?\s*(?:\d+(?:\.\d+)*(?:,|\s+и)\s*)*$", re.IGNORECASE
)
_BEFORE_CHARS: Final = 40


def is_numbered(text: str, position: int, *, by_bodies: bool = True) -> bool:
    """Whether a number that begins at a place says which article, page, form or school is meant.

    Args:
        text: The text.
        position: Where the number begins.
        by_bodies: Whether «школа», «группа» and the like number what follows, too.
    """
    match = _WORD_BEFORE.search(text, max(0, position - _BEFORE_CHARS), position)
    if match is None:
        return False
    word = match["word"].lower()
    numbered = words("numbered.txt") | (words("numbered_bodies.txt") if by_bodies else frozenset())
    return word in numbered or (len(word) > 3 and bool(morph.lemmas(word) & numbered))
