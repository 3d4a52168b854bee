"""The Russian dictionary (pymorphy3): what a folded form may be, and how likely.

Words of the dictionary are looked up directly, which is several times faster than asking the whole analyzer;
the answers are the same. Others are guessed by the analyzer from the ways in which known words end.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_RUSSIAN: Final = re.compile(r"[а-яе]+(?:['-][а-яе]+)*\Z")

_CACHED_ENDS: Final = 50_000


class Reading(NamedTuple):
    """One thing that a form may be.

    Attributes:
        lemma: Its dictionary form, folded.
        part: Its part of speech, in pymorphy3's letters.
        weight: How likely it is beside the other readings of the form; they need not sum to 1.
    """

    lemma: str
    part: str
    weight: float


@lru_cache(maxsize=1)
def _analyzer() -> Any:  # noqa: ANN401 - pymorphy3 has no types
    import pymorphy3

    # Without the estimator parsing is five times faster; it is asked below, for ambiguous words alone.
    analyzer = pymorphy3.MorphAnalyzer(probability_estimator_cls=None, result_type=None)
    dictionary = analyzer.dictionary
    for graph in (dictionary.words, *dictionary.prediction_suffixes_dawgs):
        # Half of the time goes into reading what words of one kind have in common, again for each of them.
        # A compiled graph, where it is installed, has no such method and no need.
        with suppress(AttributeError):
            read = graph._value_for_index  # noqa: SLF001 - see above
            graph._value_for_index = lru_cache(maxsize=_CACHED_ENDS)(read)  # noqa: SLF001 - see above
    return analyzer


@lru_cache(maxsize=1)
def _probability() -> Any:  # noqa: ANN401 - pymorphy3 has no types
    from pymorphy3.analyzer import ProbabilityEstimator

    return ProbabilityEstimator(_analyzer().dictionary.path).p_t_given_w.prob


def is_russian(folded: str) -> bool:
    """Whether a folded word consists of letters of the Russian alphabet, so that there may be readings."""
    return _RUSSIAN.match(folded) is not None


def has_form(folded: str) -> bool:
    """Whether the dictionary has this form; ё aside. The first call loads it (0.3 s)."""
    return is_russian(folded) and bool(_entries(folded))


def known_lemmas(folded: str) -> set[str]:
    """Return the folded dictionary forms of a word of the dictionary; empty when it is none."""
    build = _analyzer().dictionary.build_normal_form
    return {
        build(paradigm, index, word).replace("ё", "е")
        for word, places in _entries(folded)
        for paradigm, index in places
    }


def known_readings(folded: str) -> list[Reading]:
    """Return the readings of a word of the dictionary, as they stand in it; none when it is none."""
    dictionary, probability = _analyzer().dictionary, _probability()
    found = [
        Reading(
            dictionary.build_normal_form(paradigm, index, word).replace("ё", "е"),
            str((tag := dictionary.build_tag_info(paradigm, index)).POS),
            probability(folded, tag),
        )
        for word, places in _entries(folded)
        for paradigm, index in places
    ]
    if any(reading.weight for reading in found):
        return found
    # Nothing was counted of this form: all its readings are as good.
    return [reading._replace(weight=1.0) for reading in found]


def guessed_readings(folded: str) -> list[Reading]:
    """Return what a word in Russian letters that the dictionary lacks may be, by its beginning and end."""
    return [
        Reading(lemma.replace("ё", "е"), str(tag.POS), weight)
        for _, tag, lemma, weight, _ in _analyzer().parse(folded)
    ]


def _entries(folded: str) -> Sequence[tuple[str, Sequence[tuple[int, int]]]]:
    """Return the spellings with ё of a form, each with the paradigms and places in them where it stands."""
    analyzer = _analyzer()
    found: Sequence[tuple[str, Sequence[tuple[int, int]]]] = analyzer.dictionary.words.similar_items(
        folded, analyzer.char_substitutes
    )
    return found
