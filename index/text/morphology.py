"""Word forms: what a word is called in the dictionary, and under which terms the index keeps it.

What a word of the text is found by depends on its surface form alone (`surface`): the index keeps a list of
positions for each form, and of each form the terms that find it. One namespace holds lemmas, stems and forms
alike, so that a word of the query meets a word of the text if they share any of them. Chosen by script:

- Russian words of the dictionary: their lemmas (pymorphy3), without the improbable ones («после» is hardly
  ever a form of «посол»), and the surface form where it may be a surname: «Токаев» is not only many «токай»;
- other words in Russian letters: the lemmas that pymorphy3 guesses by their endings, and the surface form;
- Uzbek and Kazakh words that show their language: without endings, in one key for both scripts (`turkic`);
- words with other Cyrillic letters (Tajik, Ukrainian): the surface form;
- Latin words: the English Snowball stem;
- numbers: digits, a point for the comma of decimals, «05» as 5;
- abbreviations and signs: besides, the word that they stand for (`abbreviations`).

Measured over 5,000 lexemes and the declined names: docs/decisions/0009, `python -m benchmarks.morphology`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from index.text import lexicon
from index.text.abbreviations import TYPED, WORDS
from index.text.normalise import fold, is_latin, mend_script
from index.text.tokens import SIGNS
from index.text.turkic import turkic_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

ANALYZER_VERSION: Final = "2"
"""Changes whenever a text would give other tokens or terms: an index of another version is built again."""

# A lemma is kept when its readings have this share of the probability. Rare nouns are worth keeping beside
# frequent ones («стали» is a form of «сталь» once in forty), but not beside words without inflection, which
# are everywhere: «после» would be a form of «посол», «три» of «тереть».
_LEAST_SHARE: Final = 0.02
_LEAST_SHARE_BESIDE_FUNCTION_WORD: Final = 0.1
_FUNCTION_WORDS: Final = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "NUMR", "ADVB", "INTJ", "PRED"})
_SMALL_WORDS: Final = frozenset({"PREP", "CONJ", "PRCL"})
# What a man's surname ends with in the nominative; the dictionary may know it as a plural of another word.
# Its other cases, strange to the dictionary, are guessed to be forms of the surname and meet it here.
_SURNAME: Final = re.compile(r".{2,}(?:[ое]в|[иы]н)\Z")
_CACHED_WORDS: Final = 50_000


@lru_cache(maxsize=1)
def _english() -> Any:  # noqa: ANN401 - PyStemmer has no types
    import Stemmer

    # Its own cache is not needed under ours.
    return Stemmer.Stemmer("english", 0)


def is_known(word: str) -> bool:
    """Whether the Russian dictionary has this form; case and ё aside. The first call loads it (0.3 s)."""
    return _is_known(fold(word))


@lru_cache(maxsize=_CACHED_WORDS)
def _is_known(folded: str) -> bool:
    return lexicon.has_form(folded)


def lemmas(word: str) -> tuple[str, ...]:
    """Return the folded dictionary forms of a Russian word, likeliest first.

    A word that the dictionary lacks has the forms guessed by its ending; a word in other letters none.
    """
    folded = fold(word)
    return _looked_up(folded)[0] if lexicon.is_russian(folded) else ()


@lru_cache(maxsize=_CACHED_WORDS)
def _looked_up(folded: str) -> tuple[tuple[str, ...], bool]:
    """Return the lemmas of a word in Russian letters, and whether the dictionary has it."""
    known = lexicon.known_lemmas(folded)
    if len(known) == 1:
        return tuple(known), True
    return _likely(lexicon.known_readings(folded) if known else lexicon.guessed_readings(folded)), bool(known)


def _likely(readings: list[lexicon.Reading]) -> tuple[str, ...]:
    """Return the lemmas that are probable enough, likeliest first."""
    weights: dict[str, float] = {}
    for reading in readings:
        weights[reading.lemma] = weights.get(reading.lemma, 0.0) + reading.weight
    if len(weights) < 2:
        return tuple(weights)
    is_function_word = _likeliest(readings).part in _FUNCTION_WORDS
    share = _LEAST_SHARE_BESIDE_FUNCTION_WORD if is_function_word else _LEAST_SHARE
    least = share * sum(weights.values())
    return tuple(sorted((x for x in weights if weights[x] >= least), key=lambda x: (-weights[x], x)))


def _likeliest(readings: list[lexicon.Reading]) -> lexicon.Reading:
    return max(readings, key=lambda reading: reading.weight)


def is_small_word(word: str) -> bool:
    """Whether a word says little alone: №, §, and what is likeliest a preposition, conjunction, particle."""
    return word in SIGNS or _is_small_word(fold(word))


@lru_cache(maxsize=_CACHED_WORDS)
def _is_small_word(folded: str) -> bool:
    return _is_known(folded) and _likeliest(lexicon.known_readings(folded)).part in _SMALL_WORDS


@lru_cache(maxsize=_CACHED_WORDS)
def surface(word: str) -> str:
    """Return the form under which a token is found as it is written: case, ё and look-alike letters aside."""
    folded = fold(word)
    if folded[:1].isdigit():
        decimal = folded.replace(",", ".")
        return decimal.lstrip("0") or "0" if len(decimal) == 2 else decimal
    return mend_script(folded)


@lru_cache(maxsize=_CACHED_WORDS)
def form_terms(form: str) -> tuple[str, ...]:
    """Return the terms under which a surface form is found, likeliest lemma first; never empty.

    Args:
        form: What `surface` gives of a token.
    """
    extra = (word,) if (word := WORDS.get(form) or TYPED.get(form)) else ()
    return _unique((*_terms_by_script(form), *extra))


def query_terms(word: str) -> tuple[str, ...]:
    """Return the terms of which a form has at least one if it is a form of `word`, or `word` itself."""
    return form_terms(surface(word))


def index_terms(word: str) -> tuple[str, ...]:
    """Return the terms under which a token, as written, is found: those of its form."""
    return form_terms(surface(word))


def _terms_by_script(form: str) -> tuple[str, ...]:
    if form[:1].isdigit():
        return (form,)
    if turkic := turkic_terms(form):
        return turkic
    if lexicon.is_russian(form):
        found, is_in_dictionary = _looked_up(form)
        return found if is_in_dictionary and not _SURNAME.match(form) else (*found, form)
    if is_latin(form):
        return _latin_terms(form)
    return (form,)


def _latin_terms(form: str) -> tuple[str, ...]:
    stem = str(_english().stemWord(form))
    # Words of Uzbek have other apostrophes than English ones, and are typed without.
    return (stem, form, form.replace("'", "")) if "'" in form else (stem,)


def _unique(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))
