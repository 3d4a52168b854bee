"""The words of a field in the making: of a batch, of a segment, of several that become one.

Held as plain lists of texts and arrays of numbers that refer to them: a large archive has a million words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np  # noqa: TID253 - this module is arrays
from numpy.typing import NDArray  # noqa: TID253 - as above

from index.search.arrayfile import Array
from index.search.batch import Terms, terms_of
from index.search.dictionary import ITSELF, Dictionary
from index.search.keys import Ints


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Forms and the terms by which they are found.

    Attributes:
        forms: By their first terms, then by themselves: the number of a form is its place.
        terms: Ascending.
        first_terms: For each form the place of the term by which it is ordered; `ITSELF` for the form.
        links: `form << 32 | term`, ascending, for each term of each form other than itself.
    """

    forms: list[str]
    terms: list[str]
    first_terms: Ints
    links: Ints

    def arrays(self) -> dict[str, Array]:
        """Return the arrays of `index.search.dictionary`."""
        places = sorted(range(len(self.forms)), key=self.forms.__getitem__)
        ascending = [self.forms[number] for number in places]
        backwards = [form[::-1] for form in ascending]
        form_place = np.empty(len(places), np.uint32)
        form_place[places] = np.arange(len(places), dtype=np.uint32)
        links = np.sort((self.links & ITSELF) << 32 | self.links >> 32)
        return {
            **_texts("form", ascending),
            "form_number": np.array(places, np.uint32),
            "form_place": form_place,
            "backward": np.array(sorted(range(len(places)), key=backwards.__getitem__), np.uint32),
            **_texts("term", self.terms),
            "term_forms": (links & ITSELF).astype(np.uint32),
            "term_forms_at": starts(np.bincount(links >> 32, minlength=len(self.terms))),
            "first_term": self.first_terms.astype(np.uint32),
        }


def of_batch(forms: Sequence[str], terms: Terms) -> tuple[Vocabulary, Ints]:
    """Return the vocabulary of some forms, and for each of them its number in it.

    Args:
        forms: The forms, none twice, in any order.
        terms: Says what they are found by.
    """
    found = terms_of(forms, terms)
    order = sorted(range(len(forms)), key=lambda i: (found[i][0], forms[i]))
    others = [[term for term in found[i] if term != forms[i]] for i in order]
    names = sorted({term for of_form in others for term in of_form})
    places = {term: place for place, term in enumerate(names)}
    firsts = [ITSELF if found[i][0] == forms[i] else places[found[i][0]] for i in order]
    links = np.array([n << 32 | places[t] for n, of_form in enumerate(others) for t in of_form], np.int64)
    numbers = np.empty(len(forms), np.int64)
    numbers[order] = np.arange(len(order))
    first_terms = np.array(firsts, np.int64)
    return Vocabulary([forms[i] for i in order], names, first_terms, np.sort(links)), numbers


def of_segment(words: Dictionary) -> Vocabulary:
    """Return the vocabulary of a field of a segment."""
    ascending = list(map(words.forms.__getitem__, range(len(words.forms))))
    forms = [ascending[place] for place in words.form_places().tolist()]
    terms = list(map(words.terms.__getitem__, range(len(words.terms))))
    return Vocabulary(forms, terms, words.first_terms().astype(np.int64), np.sort(words.links()))


def united(vocabularies: Iterable[Vocabulary]) -> tuple[Vocabulary, list[Ints]]:
    """Return one vocabulary of several, and for each of them the new numbers of its forms, ascending.

    They are looked at one after the other, so that a generator need not hold the texts of all of them.
    """
    forms, terms = dict[str, int](), dict[str, int]()
    parts = []
    for one in vocabularies:
        new_forms, new_terms = _numbered(forms, one.forms), _numbered(terms, one.terms)
        links = new_forms[one.links >> 32] << 32 | new_terms[one.links & ITSELF]
        parts.append((new_forms, _renumbered(one.first_terms, new_terms), links))
    words, names = list(forms), list(terms)
    first_terms = np.empty(len(words), np.int64)
    for new_forms, firsts, _ in parts:
        first_terms[new_forms] = firsts
    keys = [words[i] if at == ITSELF else names[at] for i, at in enumerate(first_terms.tolist())]
    order = sorted(range(len(words)), key=lambda i: (keys[i], words[i]))
    term_order = sorted(range(len(names)), key=names.__getitem__)
    ranks, term_ranks = _inverse(order), _inverse(term_order)
    links = np.concatenate([links for _, _, links in parts])
    together = Vocabulary(
        [words[i] for i in order],
        [names[i] for i in term_order],
        _renumbered(first_terms[order], term_ranks),
        np.unique(ranks[links >> 32] << 32 | term_ranks[links & ITSELF]),
    )
    return together, [ranks[new_forms] for new_forms, _, _ in parts]


def without(vocabulary: Vocabulary, kept: Ints) -> Vocabulary:
    """Return the vocabulary of those forms that are kept, and of the terms by which one of them is found."""
    if len(kept) == len(vocabulary.forms):
        return vocabulary
    new_numbers = np.full(len(vocabulary.forms), -1, np.int64)
    new_numbers[kept] = np.arange(len(kept))
    forms, links = new_numbers[vocabulary.links >> 32], vocabulary.links & ITSELF
    links = forms[forms >= 0] << 32 | links[forms >= 0]
    used, renumbered = np.unique(links & ITSELF, return_inverse=True)
    firsts = vocabulary.first_terms[kept]
    is_other = firsts != ITSELF
    firsts[is_other] = np.searchsorted(used, firsts[is_other])
    return Vocabulary(
        [vocabulary.forms[number] for number in kept.tolist()],
        [vocabulary.terms[place] for place in used.tolist()],
        firsts,
        np.sort(links >> 32 << 32 | renumbered),
    )


def starts(lengths: Sequence[int] | NDArray[Any]) -> NDArray[Any]:
    """Return where each of some pieces begins when they follow each other, and the end."""
    found = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(np.asarray(lengths, np.int64), out=found[1:])
    # Four thousand million places: 65,536 documents of 65,000 words each.
    return found.astype(np.uint32) if found[-1] < 1 << 32 else found


def _numbered(numbers: dict[str, int], texts: Sequence[str]) -> Ints:
    """Return the numbers of texts, giving new ones to those that have none."""
    return np.fromiter((numbers.setdefault(text, len(numbers)) for text in texts), np.int64, len(texts))


def _renumbered(first_terms: Ints, numbers: Ints) -> Ints:
    renumbered = first_terms.copy()
    is_other = first_terms != ITSELF
    renumbered[is_other] = numbers[first_terms[is_other]]
    return renumbered


def _inverse(order: Sequence[int]) -> Ints:
    ranks = np.empty(len(order), np.int64)
    ranks[np.asarray(order, np.int64)] = np.arange(len(order))
    return ranks


def _texts(name: str, texts: Sequence[str]) -> dict[str, Array]:
    raw = [text.encode("utf-8", "replace") for text in texts]
    return {f"{name}_text": np.frombuffer(b"".join(raw), np.uint8), f"{name}_at": starts([*map(len, raw)])}
