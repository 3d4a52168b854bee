"""The words of one field of one segment: by what forms are found, and in which order they lie.

Every form is found by itself; that need not be written down. What is, are the other terms: lemmas, stems.

| array | holds |
|---|---|
| `form_text` + `form_at` | the forms, UTF-8, ascending |
| `form_number` | for each of them its number |
| `form_place` | for each number its place among the ascending ones |
| `backward` | places of the forms in the order of their reversed spellings |
| `first_term` | for each number the place of the term by which it is ordered, `ITSELF` for none |
| `term_text` + `term_at` | terms by which other forms are found than those that are spelt so, ascending |
| `term_forms` + `term_forms_at` | for each of them the numbers of its forms, ascending |
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

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
        self._starts = bounds.all()
        self._bounds = self._starts.data

    def __len__(self) -> int:
        return len(self._bounds) - 1

    def __getitem__(self, place: int) -> str:
        return self._text[self._bounds[place] : self._bounds[place + 1]].decode()

    def sizes(self, places: NDArray[Any]) -> NDArray[Any]:
        """Return the lengths in bytes of some of them."""
        sizes: NDArray[Any] = self._starts[places + 1] - self._starts[places]
        return sizes.astype(np.int64)

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


ITSELF: Final = (1 << 32) - 1
"""In place of a term: the form itself."""
_LETTER_BYTES: Final = 4


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
        place, number = self.terms.find(term), self.number(term)
        if place < 0:
            return self._number[:0] if number < 0 else np.array([number], np.uint32)
        forms = self._term_forms.part(int(self._term_forms_at[place]), int(self._term_forms_at[place + 1]))
        return forms if number < 0 else np.insert(forms, int(np.searchsorted(forms, number)), number)

    def beginning(self, prefix: str) -> NDArray[Any]:
        """Return the numbers of the forms that begin so, in alphabetical order."""
        first, last = self.forms.beginning(prefix)
        return self._number[first:last]

    def found_by(self, prefix: str, fits: Callable[[str], bool]) -> NDArray[Any]:
        """Return the numbers of the forms that are found by a term that begins so and fits.

        Args:
            prefix: Beginning of a term, or of a form, which is a term of itself.
            fits: Asked about each of them.
        """
        first, last = self.forms.beginning(prefix)
        own = self.numbers_at([place for place in range(first, last) if fits(self.forms[place])])
        first, last = self.terms.beginning(prefix)
        terms = map(self.terms.__getitem__, range(first, last))
        others = (self.of_term(term) for term in terms if fits(term))
        return np.unique(np.concatenate((own, *others)))

    def numbers_at(self, places: Sequence[int]) -> NDArray[Any]:
        """Return the numbers of forms by their alphabetical places."""
        return self._number[np.asarray(places, np.int64)]

    def form(self, number: int) -> str:
        """Return a form by its number."""
        return self.forms[int(self._place[number])]

    def ending(self, suffix: str) -> NDArray[Any]:
        """Return the alphabetical places of the forms that end so, by their reversed spellings."""
        wanted, backward = suffix[::-1], self._backward.all()
        return backward[self._lower_backward(wanted) : self._lower_backward(wanted + chr(0x10FFFF))]

    def near(self, form: str) -> list[int]:
        """Return the places of the forms that differ by one letter: wrong, missing, added, swapped.

        The form itself is among them. Others have the first half in common, or all of the second but a
        letter.
        """
        half = len(form) // 2
        first, last = self.forms.beginning(form[:half])
        places = np.concatenate((np.arange(first, last), self.ending(form[half + 1 :])))
        size = len(form.encode("utf-8", "replace"))
        likely = places[np.abs(self.forms.sizes(places) - size) <= _LETTER_BYTES]
        return [place for place in np.unique(likely).tolist() if differ_by_one(form, self.forms[place])]

    def _lower_backward(self, wanted: str) -> int:
        backward, forms = self._backward.all(), self.forms
        low, high = 0, len(backward)
        while low < high:
            middle = (low + high) >> 1
            if forms[backward[middle]][::-1] < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def form_places(self) -> NDArray[Any]:
        """Return for each form, by number, its alphabetical place."""
        return self._place

    def first_terms(self) -> NDArray[Any]:
        """Return for each form, by number, the place of the term by which it is ordered."""
        return self._first_term.all()

    def links(self) -> NDArray[np.int64]:
        """Return `form << 32 | place of the term` for each term of each form other than itself."""
        terms = np.repeat(np.arange(len(self.terms)), np.diff(self._term_forms_at))
        return self._term_forms.all().astype(np.int64) << 32 | terms
