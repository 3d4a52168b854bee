"""Documents as the index takes them in: which forms stand where, and what is known of each document.

Each position of a text has one *surface form*, the word as it is written, case and ё aside. What else a word
is found by depends on its form alone (`index.text.morphology.form_terms`) and is therefore kept once for a
form, not once for a place. The one exception are words that a hyphen divides at a line's end or joins in a
compound: the reader may have been unsure which, so that «Касым-Жомарт» also has the joined form at its first
position, marked by `JOINED`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import numpy as np  # noqa: TID253 - this module is arrays

from index.search.dates import first_day
from index.search.keys import MOST_POSITIONS, POSITION_BITS, Ints
from index.search.requests import IndexDocument
from index.text.morphology import surface
from index.text.normalise import fold
from index.text.tokens import TOKEN

JOINED: Final = "\x01"
"""Before a form that two words give without the hyphen between them. No form of a word has it."""

MARK_EVERY: Final = 16
"""The places of so many tokens are found from one kept place (`index.search.marks`)."""

TITLE_WINDOW: Final = 200
"""Tokens at the beginning of a text among which its title is looked for."""

FORM_BITS: Final = 40
"""Bits of a key before its form: the document and the position."""


class Forms(dict[str, int]):
    """Words as written -> numbers of their forms, counted from 0 in the order in which they come up."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        number = self[word] = self.number(surface(word))
        return number

    def number(self, form: str) -> int:
        """Return the number of a form."""
        return self.numbers.setdefault(form, len(self.numbers))


class FieldBatch:
    """Forms and places of one field of the documents of a batch."""

    def __init__(self) -> None:
        self._parts: list[Ints] = []

    def add(self, document: int, forms: Ints, positions: Ints) -> None:
        """Take in a document's forms and their positions."""
        self._parts.append(forms << FORM_BITS | document << POSITION_BITS | positions)

    def keys(self) -> Ints:
        """Return `form << 40 | document << 24 | position`, in no order."""
        return np.concatenate(self._parts) if self._parts else np.zeros(0, np.int64)


class Batch:
    """Documents that make one segment. One thread fills it.

    Attributes:
        text: Forms and places of the texts.
        title: Of the titles.
        columns: What is known of each document (`index.search.columns`).
    """

    def __init__(self) -> None:
        self._forms = Forms()
        self.text, self.title = FieldBatch(), FieldBatch()
        self.columns: list[dict[str, Any]] = []

    def __len__(self) -> int:
        return len(self.columns)

    @property
    def forms(self) -> list[str]:
        """The forms by their numbers in the keys."""
        return list(self._forms.numbers)

    def add(self, document: IndexDocument) -> None:
        """Analyse a document. Linear in the length of its text."""
        number = len(self.columns)
        text, starts = self._analysed(self.text, number, document.text)
        title, _ = self._analysed(self.title, number, document.title)
        self.columns.append(
            {
                "id": bytes.fromhex(document.id),
                "number": document.number,
                "length": len(text),
                "title_length": len(title),
                "title_at": title_position(text[:TITLE_WINDOW].tolist(), title.tolist()),
                "day": first_day(document.date),
                "marks": starts[::MARK_EVERY],
                "pages": np.searchsorted(starts, np.array(document.page_starts, np.int64)),
                "file": document.file_name.encode("utf-8", "surrogateescape"),
                "name": fold(document.title).encode("utf-8", "surrogatepass"),
            }
        )

    def _analysed(self, field: FieldBatch, document: int, text: str) -> tuple[Ints, Ints]:
        """Take in a text; return the forms of its tokens and their first characters."""
        words, gaps = TOKEN.findall(text)[:MOST_POSITIONS], TOKEN.split(text)
        forms = np.fromiter(map(self._forms.__getitem__, words), np.int64, len(words))
        field.add(document, forms, np.arange(len(words), dtype=np.int64))
        # Was the hyphen written, or does it only divide a word? The reader may have been unsure: both.
        joined = [
            at - 1
            for at, gap in enumerate(gaps[: len(words)])
            if gap == "-" and at and words[at - 1].isalpha() and words[at].isalpha()
        ]
        if joined:
            numbers = [self._forms.number(JOINED + surface(words[at] + words[at + 1])) for at in joined]
            field.add(document, np.array(numbers, np.int64), np.array(joined, np.int64))
        lengths = np.fromiter(map(len, words), np.int64, len(words))
        before = np.fromiter(map(len, gaps), np.int64, len(words))
        return forms, np.cumsum(lengths + before) - lengths


def title_position(text: Sequence[Any], title: Sequence[Any]) -> int:
    """Return the position among the first words of a text at which its title stands; -1 if it does not."""
    size = len(title)
    if not size:
        return -1
    starts = (i for i in range(len(text) - size + 1) if text[i] == title[0])
    return next((start for start in starts if text[start : start + size] == title), -1)


Terms = Callable[[Sequence[str]], Iterable[tuple[str, ...]]]
"""Returns for each form what it is found by, the likeliest first."""


def terms_of(forms: Sequence[str], terms: Terms) -> list[tuple[str, ...]]:
    """Return what each form is found by; a joined form by what the word without the hyphen is found by."""
    bare = [form.removeprefix(JOINED) for form in forms]
    found = terms(bare)
    return [
        (*dict.fromkeys((*of_form, word)),) if form != word else of_form
        for form, word, of_form in zip(forms, bare, found, strict=True)
    ]
