"""Callings: «писатель Иван Белов» writes, and holds no office; «фотограф агентства» does."""

from __future__ import annotations

from index.facts.lexicon import words
from index.facts.office_words import position_lemma
from index.facts.positions import Position


def is_mere_calling(position: Position) -> bool:
    """Whether an office is a calling without a body."""
    if position.body is not None:
        return False
    head = next((lemma for word in position.value.split() if (lemma := position_lemma(word))), "")
    return head in words("callings.txt")
