"""The words of one field of one segment: by which forms they are found, and in which order they lie.

| array | holds |
|---|---|
| `form_text` + `form_at` | the forms, UTF-8, ascending |
| `form_number` | for each of them its number |
| `form_place` | for each number its place among the ascending ones |
| `backward` | places of the forms in the order of their reversed spellings |
| `first_term` | for each number the place of the term by which it is ordered |
| `term_text` + `term_at` | lemmas and what else forms are found by, ascending |
| `term_forms` + `term_forms_at` | for each of them the numbers of its forms, ascending |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np  # noqa: TID253 - this module is arrays
from numpy.typing import NDArray  # noqa: TID253 - as above

from index.search.arrayfile import ArrayFile, Section
from index.search.fuzziness import differ_by_one


class Texts:
    """Ascending texts, UTF-8, one after the other.

    Args:
        text: The bytes.
        bounds: Where each begins, and the end.
    """

    def __init__(self, text: Section, bounds: Section) -> None:
        self._text = text.all().tobytes()
        self._bounds = bounds.all().data

    def __len__(self) -> int:
        return len(self._bounds) - 1

    def __getitem__(self, place: int) -> str:
        return self._text[self._bounds[place] : self._bounds[place + 1]].decode()

    def sizes(self, first: int, last: int) -> NDArray[Any]:
        """Return the lengths in bytes of some of them."""
        return np.diff(np.asarray(self._bounds[first : last + 1], np.int64))

    def find(self, wanted: str) -> int:
        """Return the place of a text; -1 if it is not there."""
        raw = wanted.encode("utf-8", "replace")
        place = self.lower(raw)
        bounds = self._bounds
        is_there = place < len(self) and self._text[bounds[place] : bounds[place + 1]] == raw
        return place if is_there else -1

    def lower(self, wanted: bytes) -> int:
        """Return the place of the first text that is not less."""
        text, bounds = self._text, self._bounds
        low, high = 0, len(bounds) - 1
        while low < high:
            middle = (low + high) >> 1
            if text[bounds[middle] : bounds[middle + 1]] < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def beginning(self, prefix: str) -> tuple[int, int]:
        """Return the range of places of the texts that begin so."""
        raw = prefix.encode("utf-8", "replace")
        return self.lower(raw), self.lower(raw + b"\xff")


class Dictionary:
    """The words of one field of one segment. Any thread may ask it.

    Args:
        file: The file of the field.

    Raises:
        IndexDamaged: If the file is not what was written; so do the methods.
    """

    def __init__(self, file: ArrayFile) -> None:
        self.forms = Texts(file["form_text"], file["form_at"])
        self.terms = Texts(file["term_text"], file["term_at"])
        self._number, self._place = file["form_number"].all(), file["form_place"].all()
        self._backward, self._first_term = file["backward"], file["first_term"]
        self._term_forms, self._term_forms_at = file["term_forms"], file["term_forms_at"].all()

    def __len__(self) -> int:
        return len(self.forms)

    def number(self, form: str) -> int:
        """Return the number of a form; -1 if no document has it."""
        place = self.forms.find(form)
        return -1 if place < 0 else int(self._number[place])

    def of_term(self, term: str) -> NDArray[Any]:
        """Return the numbers of the forms that are found by a term, ascending."""
        place = self.terms.find(term)
        if place < 0:
            return self._number[:0]
        return self._term_forms.part(int(self._term_forms_at[place]), int(self._term_forms_at[place + 1]))

    def beginning(self, prefix: str) -> NDArray[Any]:
        """Return the numbers of the forms that begin so, in alphabetical order."""
        first, last = self.forms.beginning(prefix)
        return self._number[first:last]

    def numbers_at(self, places: Sequence[int]) -> NDArray[Any]:
        """Return the numbers of forms by their alphabetical places."""
        return self._number[np.asarray(places, np.int64)]

    def form(self, number: int) -> str:
        """Return a form by its number."""
        return self.forms[int(self._place[number])]

    def ending(self, suffix: str) -> Iterator[int]:
        """Yield the alphabetical places of the forms that end so."""
        wanted, backward = suffix[::-1], self._backward.all()
        low, high = 0, len(backward)
        while low < high:
            middle = (low + high) >> 1
            if self.forms[backward[middle]][::-1] < wanted:
                low = middle + 1
            else:
                high = middle
        for place in map(int, backward[low:]):
            if not self.forms[place].endswith(suffix):
                return
            yield place

    def near(self, form: str) -> list[int]:
        """Return the places of the forms that differ by one letter: wrong, missing, added, swapped.

        The form itself is among them. Others have the first half in common, or all of the second but a
        letter.
        """
        half = len(form) // 2
        first, last = self.forms.beginning(form[:half])
        size = len(form.encode("utf-8", "replace"))
        fitting = np.flatnonzero(np.abs(self.forms.sizes(first, last) - size) <= 2) + first
        candidates = {*fitting.tolist(), *self.ending(form[half + 1 :])}
        return sorted(place for place in candidates if differ_by_one(form, self.forms[place]))

    def form_terms(self) -> list[tuple[str, ...]]:
        """Return for each form, by number, what it is found by; the one it is ordered by first."""
        terms: list[list[str]] = [[] for _ in range(len(self))]
        bounds, forms = self._term_forms_at.tolist(), self._term_forms.all().tolist()
        for place in range(len(self.terms)):
            term = self.terms[place]
            for number in forms[bounds[place] : bounds[place + 1]]:
                terms[number].append(term)
        firsts = map(self.terms.__getitem__, self._first_term.all().tolist())
        return [
            (first, *(term for term in of_form if term != first))
            for first, of_form in zip(firsts, terms, strict=True)
        ]
