"""One state of the index, opened: its segments side by side, as if they were one.

Documents are numbered through all segments from 0; these numbers and all keys made of them hold for one
snapshot alone. A snapshot never changes, so that any number of threads may search it at once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, compress
from typing import Any, Final, Literal

import numpy as np  # noqa: TID253 - this module is arrays
from numpy.typing import NDArray  # noqa: TID253 - as above

from index.model.document import DocumentId
from index.search import columns
from index.search.batch import JOINED
from index.search.dictionary import Dictionary
from index.search.keys import NO_KEYS, POSITION_BITS, Bools, Floats, Ints, union
from index.search.segments import SegmentFiles
from index.text.families import family_root, family_roots
from index.text.morphology import query_terms, surface

FieldName = Literal["text", "title"]
Numbers = tuple[NDArray[Any], ...]
"""For each segment, numbers of forms, ascending."""

_ID_BYTES: Final = 32
_B: Final = 0.75
_MOST_KNOWN: Final = 4096


class Field:
    """The postings of a field of all segments.

    Args:
        name: Text or title.
        segments: The segments of a snapshot.
        living: Its documents that are not deleted, ascending.
    """

    def __init__(self, name: FieldName, segments: Sequence[SegmentFiles], living: Ints) -> None:
        self._segments, self._living = segments, living
        self._files = [segment.field(name) for segment in segments]
        self._words = [file.words for file in self._files]
        self._bases = [0, *accumulate(segment.count for segment in segments)]
        self._lengths_of = "length" if name == "text" else "title_length"
        self._known: dict[tuple[str, str], Numbers] = {}

    @cached_property
    def norms(self) -> Floats:
        """For each document what its length makes of a frequency: 1 for one of average length (BM25)."""
        lengths = column(self._segments, self._lengths_of, np.float64)
        average = max(1.0, float(lengths[self._living].mean())) if len(self._living) else 1.0
        return 1 - _B + _B * lengths / average

    @cached_property
    def joined(self) -> Numbers:
        """The forms that stand at the place of another one (`index.search.batch.JOINED`)."""
        return tuple(np.sort(words.beginning(JOINED)) for words in self._words)

    def word(self, word: str) -> Numbers:
        """Return the forms by which a word in any form is found."""
        return self._remembered("word", word, _of_word)

    def family(self, word: str) -> Numbers:
        """Return the forms of all words of its family."""
        return self._remembered("family", word, _of_family)

    def form(self, word: str) -> Numbers:
        """Return a word as it is written."""
        return self._remembered("form", word, _of_form)

    def beginning(self, prefix: str) -> Numbers:
        """Return the forms that begin so."""
        return tuple(np.sort(words.beginning(prefix)) for words in self._words)

    def near(self, form: str) -> Numbers:
        """Return the forms that differ by one letter at most."""
        return tuple(np.sort(words.numbers_at(words.near(form))) for words in self._words)

    def fitting(self, pattern: str) -> Numbers:
        """Return the forms that a folded pattern with `?` and `*` fits."""
        return tuple(np.sort(words.numbers_at(_fitting(words, pattern))) for words in self._words)

    def sums(self, numbers: Numbers) -> tuple[Ints, Ints]:
        """Return the documents that have any of the forms, ascending, and how often."""
        found = []
        for at, (file, of_file) in enumerate(zip(self._files, numbers, strict=True)):
            if not len(of_file):
                continue
            documents, counts = file.sums(of_file)
            alive = self._segments[at].alive
            if alive is not None:
                kept = alive[documents]
                documents, counts = documents[kept], counts[kept]
            base = self._bases[at]
            found.append((documents + base if base else documents, counts))
        if len(found) == 1:
            return found[0]
        if not found:
            return NO_KEYS, NO_KEYS
        return np.concatenate([one[0] for one in found]), np.concatenate([one[1] for one in found])

    def keys(self, numbers: Numbers, documents: Ints) -> Ints:
        """Return where the forms stand in some documents, ascending.

        Args:
            numbers: Of the forms.
            documents: Where to look: living ones, ascending.
        """
        found = []
        bounds = np.searchsorted(documents, self._bases).tolist()
        for at, (file, of_file) in enumerate(zip(self._files, numbers, strict=True)):
            here = documents[bounds[at] : bounds[at + 1]]
            if not len(of_file) or not len(here):
                continue
            base, size = self._bases[at], self._segments[at].count
            wanted = np.zeros(size, np.bool_)
            wanted[here - base] = True
            keys = file.keys(of_file, None if len(here) == size else wanted)
            found.append(keys + (base << POSITION_BITS) if base else keys)
        if not found:
            return NO_KEYS
        return found[0] if len(found) == 1 else np.concatenate(found)

    def forms(self, numbers: Numbers) -> set[str]:
        """Return forms by their numbers."""
        return {
            words.form(number)
            for words, of_file in zip(self._words, numbers, strict=True)
            for number in of_file.tolist()
        }

    def forms_from(self, prefix: str) -> Iterator[str]:
        """Yield the forms that begin so, ascending."""
        found: set[str] = set()
        for words in self._words:
            first, last = words.forms.beginning(prefix)
            found.update(words.forms[place] for place in range(first, last))
        return iter(sorted(form for form in found if not form.startswith(JOINED)))

    def _remembered(self, kind: str, word: str, find: Callable[[Dictionary, str], NDArray[Any]]) -> Numbers:
        known = self._known.get((kind, word))
        if known is None:
            known = tuple(find(words, word) for words in self._words)
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known[kind, word] = known
        return known


class Snapshot:
    """One state of the index.

    Args:
        segments: Its segments, in the order of the table of contents.

    Attributes:
        segments: As given.
        living: The documents that are not deleted, ascending.
        text: The postings of the texts.
        title: Of the titles.
    """

    def __init__(self, segments: Sequence[SegmentFiles]) -> None:
        self.segments = tuple(segments)
        self._bases = [0, *accumulate(segment.count for segment in segments)]
        kept = [segment.kept() for segment in segments]
        self.living: Ints = np.flatnonzero(np.concatenate(kept)) if kept else NO_KEYS
        self.text = Field("text", self.segments, self.living)
        self.title = Field("title", self.segments, self.living)

    @cached_property
    def numbers(self) -> Ints:
        """The archive's number of each document."""
        return column(self.segments, "number", np.int64)

    @cached_property
    def days(self) -> Ints:
        """First day of the date of each document as YYYYMMDD, 0 for none."""
        return column(self.segments, "day", np.int64)

    @cached_property
    def title_places(self) -> Ints:
        """Position of the title in the text of each document; -1 where it does not stand there."""
        return column(self.segments, "title_at", np.int64)

    @cached_property
    def name_ranks(self) -> Ints:
        """The order of the documents by their titles; equal titles have one rank."""
        titles = np.array([title for segment in self.segments for title in _texts(segment, "name")], object)
        if not len(titles):
            return NO_KEYS
        return np.unique(titles, return_inverse=True)[1].astype(np.int64)

    @cached_property
    def file_names(self) -> list[str]:
        """Name of the file of each document."""
        return [name for segment in self.segments for name in _texts(segment, "file")]

    def document_id(self, document: int) -> DocumentId:
        """Return the id of a document."""
        segment, at = self._of(document)
        raw = segment.columns["id"][at * _ID_BYTES : (at + 1) * _ID_BYTES]
        return DocumentId(raw.tobytes().hex())

    def document_ids(self) -> Iterator[DocumentId]:
        """Yield the ids of the living documents."""
        for segment in self.segments:
            ids = columns.ids_of(segment.columns)
            yield from map(DocumentId, compress(ids, segment.kept().tolist()))

    def marks(self, document: int) -> NDArray[Any]:
        """Return the first characters of every sixteenth token of a document."""
        segment, at = self._of(document)
        bounds = segment.columns["marks_at"]
        return segment.columns["marks"][bounds[at] : bounds[at + 1]]

    def page_range(self, first: int, last: int | None) -> tuple[Ints, Ints, Ints]:
        """Return the documents that have a page, and in them the keys from it to the end of another page.

        Args:
            first: Number of the first page, from 1.
            last: Number of the last page, None for the end of the document.
        """
        counts = np.concatenate([np.diff(one.columns["pages_at"]) for one in self.segments] or [NO_KEYS])
        having = self.living[counts[self.living] >= first]
        firsts = (np.cumsum(counts) - counts)[having]
        starts = column(self.segments, "pages", np.int64)
        stops = np.full(len(having), 1 << POSITION_BITS, np.int64)
        if last is not None:
            is_inside = counts[having] > last
            stops[is_inside] = starts[firsts[is_inside] + last]
        begins = starts[firsts + first - 1]
        return having, (having << POSITION_BITS) + begins, (having << POSITION_BITS) + stops

    def documents_numbered(self, numbers: Ints) -> tuple[Ints, Bools]:
        """Return the living documents with these numbers, and for each number whether there is one."""
        order = self._by_number
        if not len(order):
            return NO_KEYS, np.zeros(len(numbers), np.bool_)
        sorted_numbers = self.numbers[order]
        at = np.searchsorted(sorted_numbers, numbers)
        at[at == len(order)] = 0
        is_there = sorted_numbers[at] == numbers
        return order[at[is_there]], is_there

    @cached_property
    def _by_number(self) -> Ints:
        return self.living[np.argsort(self.numbers[self.living], kind="stable")]

    def _of(self, document: int) -> tuple[SegmentFiles, int]:
        at = bisect_right(self._bases, document) - 1
        return self.segments[at], document - self._bases[at]


def column(segments: Sequence[SegmentFiles], name: str, kind: Any) -> NDArray[Any]:  # noqa: ANN401 - a type
    """Return a column of all segments, one after the other."""
    parts = [segment.columns[name] for segment in segments]
    return np.concatenate(parts).astype(kind) if parts else np.zeros(0, kind)


def _texts(segment: SegmentFiles, name: str) -> list[str]:
    return columns.texts_of(segment.columns, name)


def _of_word(words: Dictionary, word: str) -> NDArray[Any]:
    found = [words.of_term(term) for term in query_terms(word)]
    return _united([*found, _single(words.number(JOINED + surface(word)))])


def _of_family(words: Dictionary, word: str) -> NDArray[Any]:
    roots = family_roots(surface(word))
    return _united([words.found_by(root, lambda term: family_root(term) in roots) for root in roots])


def _of_form(words: Dictionary, word: str) -> NDArray[Any]:
    return _single(words.number(surface(word)))


def _single(number: int) -> NDArray[Any]:
    return np.array([number] if number >= 0 else [], np.uint32)


def _united(parts: list[NDArray[Any]]) -> NDArray[Any]:
    filled = [part for part in parts if len(part)]
    return union(filled) if filled else np.zeros(0, np.uint32)


def _fitting(words: Dictionary, pattern: str) -> list[int]:
    """Return the places of the forms that a pattern fits, looking at as few as can be."""
    fits = expression(pattern).match
    begin = re.split(r"[*?]", pattern, maxsplit=1)[0]
    end = re.split(r"[*?]", pattern)[-1]
    first, last = words.forms.beginning(begin)
    places: Iterable[int] = range(first, last)
    if len(end) > len(begin):
        places = np.sort(words.ending(end)).tolist()
    forms = words.forms
    return [place for place in places if fits(forms[place]) and not forms[place].startswith(JOINED)]


def expression(pattern: str) -> re.Pattern[str]:
    """Return a pattern with `?` and `*` as a regular expression for the whole word; runs of stars are one."""
    pieces = re.split(r"(\?|\*+)", pattern)
    written = ("." if piece == "?" else ".*?" if piece[:1] == "*" else re.escape(piece) for piece in pieces)
    return re.compile("".join(written) + r"\Z", re.DOTALL)
