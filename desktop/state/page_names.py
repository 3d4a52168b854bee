"""How the pages of a document are called: by the labels of the file («iv»), and by number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from index.model.document import Page

# Roman numerals are typed with the letters that look like theirs.
_LATIN: Final = str.maketrans("іхсм", "ixcm")
_BRACKETS: Final = "()[]"


class PageNames:
    """The pages of one document by name.

    Args:
        pages: All pages, in order; none for no document.
    """

    def __init__(self, pages: Sequence[Page] = ()) -> None:
        self._count = len(pages)
        self._labels = tuple(page.label.strip() for page in pages)
        if all(label in {"", str(number)} for number, label in enumerate(self._labels, 1)):
            # Labels that only count say nothing.
            self._labels = ("",) * self._count
        self._by_label: dict[str, int] = {}
        for page_index, label in enumerate(self._labels):
            self._by_label.setdefault(_folded(label), page_index)
        self._by_label.pop("", None)

    def __len__(self) -> int:
        return self._count

    @property
    def has_labels(self) -> bool:
        """Whether pages are called otherwise than by their numbers."""
        return bool(self._by_label)

    @property
    def longest(self) -> str:
        """The name that takes the most room."""
        return max((self.name(page_index) for page_index in range(self._count)), key=len, default="")

    def name(self, page_index: int) -> str:
        """Return what a page is called: its label, or its number, from 1, when it has none."""
        return self._labels[page_index] or str(page_index + 1)

    def find(self, typed: str) -> int | None:
        """Return the page that is meant, from 0: by label, else by number, which may stand in brackets.

        Numbers beyond the last page mean the last page. None when no page is called like that.
        """
        wanted = typed.strip()
        if (found := self._by_label.get(_folded(wanted))) is not None:
            return found
        number = wanted.strip(_BRACKETS)
        if not self._count or not (number.isascii() and number.isdigit()):
            return None
        return min(self._count, max(1, int(number))) - 1


def _folded(label: str) -> str:
    return label.casefold().translate(_LATIN)
