"""Words as they are shown and compared in studies: by dictionary form, names with a capital letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from index.text.morphology import lemmas, surface

_CACHED: int = 300_000


@lru_cache(maxsize=_CACHED)
def dictionary_form(word: str) -> str:
    """Return the likeliest dictionary form of a word, folded; a word in other letters stays as it is."""
    found = lemmas(word)
    return found[0] if found else surface(word)


def by_dictionary_form(words: Mapping[str, int]) -> Counter[str]:
    """Add up the counts of words as written by their dictionary forms."""
    counts: Counter[str] = Counter()
    for word, count in words.items():
        counts[dictionary_form(word)] += count
    return counts


def shown(form: str, words: Mapping[str, int]) -> str:
    """Return a dictionary form as it is shown: with a capital letter, or in capitals, if it is written so.

    Args:
        form: The dictionary form.
        words: How often each of its forms was met, as written.
    """
    total = sum(words.values())
    if 2 * sum(n for word, n in words.items() if len(word) > 1 and word.isupper()) > total:
        return form.upper()
    if sum(n for word, n in words.items() if word[:1].isupper()) == total:
        return form[:1].upper() + form[1:]
    return form
