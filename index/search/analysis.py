"""A document as the index takes it: terms and their positions, places of tokens, where the title stands."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.search.places import pack
from index.text.morphology import index_terms, surface
from index.text.tokens import TOKEN

Positions = Sequence[int]
"""Ascending token numbers."""

TermPositions = Mapping[str, "array[int]"]
"""Term -> its positions in one document."""


@dataclass(frozen=True, slots=True)
class AnalysedText:
    """One text, ready for the index.

    Attributes:
        terms: Lemmas, stems and surface forms of names, several at one position.
        forms: The words as written, exactly one at each position.
        places: The packed places of the tokens (`index.search.places`).
        length: Number of tokens.
    """

    terms: TermPositions
    forms: TermPositions
    places: bytes
    length: int


def analyse(text: str) -> AnalysedText:
    """Analyse a document's text or title. Linear in its length."""
    terms: dict[str, array[int]] = {}
    forms: dict[str, array[int]] = {}
    starts, stops = array("Q"), array("Q")
    position, last, last_stop = -1, "", -1
    for position, match in enumerate(TOKEN.finditer(text)):
        word = match.group()
        if last and match.start() == last_stop + 1 and text[last_stop] == "-" and (last + word).isalpha():
            # Was the hyphen written, or does it only divide a word? The reader may have been unsure: both.
            for term in index_terms(last + word):
                _append(terms, term, position - 1)
        last, last_stop = word, match.end()
        starts.append(match.start())
        stops.append(match.end())
        for term in index_terms(word):
            _append(terms, term, position)
        _append(forms, surface(word), position)
    return AnalysedText(terms, forms, pack(starts, stops), position + 1)


def title_position(text_forms: Iterable[str], title_forms: Sequence[str]) -> int:
    """Return the position in the text at which the title stands among its first words; -1 if it does not."""
    window = list(text_forms)
    size = len(title_forms)
    if not size:
        return -1
    for start in range(len(window) - size + 1):
        if window[start : start + size] == list(title_forms):
            return start
    return -1


def first_forms(text: str, count: int) -> list[str]:
    """Return the first words of a text as they are written, at most `count`."""
    found: list[str] = []
    for match in TOKEN.finditer(text):
        if len(found) == count:
            break
        found.append(surface(match.group()))
    return found


def _append(lists: dict[str, array[int]], term: str, position: int) -> None:
    positions = lists.get(term)
    if positions is None:
        lists[term] = array("I", (position,))
    elif positions[-1] < position:
        positions.append(position)
