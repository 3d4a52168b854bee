"""The words of a text, as both the index and the query of the oracle see them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from index.text.families import family_roots
from index.text.morphology import form_terms, surface
from index.text.tokens import tokens

TITLE_WINDOW = 200
"""Tokens at the beginning of a text among which its title is looked for."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text; a position is a place in each of these.

    Attributes:
        forms: The word as it is written, case and ё aside.
        joined: What it gives with the next one when nothing but a hyphen parts them, else nothing: the reader
            of the file may have been unsure whether the hyphen is written or only divides a word.
        starts: First character.
        stops: One past the last character.
    """

    forms: tuple[str, ...]
    joined: tuple[str, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]


def words_of(text: str) -> Words:
    """Return the words of a text."""
    found = list(tokens(text))
    joined = [""] * len(found)
    for position, (before, after) in enumerate(pairwise(found)):
        word = before.text + after.text
        if text[before.stop : after.start] == "-" and word.isalpha():
            joined[position] = surface(word)
    return Words(
        tuple(surface(token.text) for token in found),
        tuple(joined),
        tuple(token.start for token in found),
        tuple(token.stop for token in found),
    )


def terms(form: str) -> tuple[str, ...]:
    """Return the lemmas, stems and the like that a form of a word is found by."""
    return form_terms(form)


def roots(form: str) -> frozenset[str]:
    """Return the roots of the families that a form of a word belongs to."""
    return family_roots(form)


def title_position(text: Words, title: Words) -> int:
    """Return the first position among the first words of a text at which its title stands; -1 if none."""
    window, wanted = text.forms[:TITLE_WINDOW], title.forms
    for start in range(len(window) - len(wanted) + 1):
        if wanted and window[start : start + len(wanted)] == wanted:
            return start
    return -1
