"""Word forms: what a word is called in the dictionary, and under which terms the index keeps it.

One namespace holds lemmas, stems and surface forms alike, so that a word of the query meets a word of the
text if they share any of them. Chosen by script:

- Russian words of the dictionary: their lemmas (pymorphy3), without the improbable ones («после» is hardly
  ever a form of «посол»), and the surface form when capitalised: «Лань» may be a name that does not decline;
- other words in Russian letters: the lemmas that pymorphy3 guesses by their endings, and the surface form;
- words with other Cyrillic letters (Kazakh, Uzbek, Tajik, Ukrainian): the surface form;
- Latin words: the English Snowball stem; with an apostrophe (Uzbek) the form with and without it;
- numbers: digits, a point for the comma of decimals, «05» as 5.

Measured over 5,000 lexemes and the declined names: docs/decisions/0009.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from index.text.normalise import fold, is_latin, mend_script

if TYPE_CHECKING:
    from collections.abc import Iterable

ANALYZER_VERSION: Final = "1"
"""Changes whenever a text would give other tokens or terms: an index of another version is built again."""

# A lemma is kept when its readings have this share of the probability. Rare nouns are worth keeping beside
# frequent ones («стали» is a form of «сталь» once in forty), but not beside words without inflection, which
# are everywhere: «после» would be a form of «посол», «три» of «тереть».
_LEAST_SHARE: Final = 0.02
_LEAST_SHARE_BESIDE_FUNCTION_WORD: Final = 0.1
_FUNCTION_WORDS: Final = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "NUMR", "ADVB", "INTJ", "PRED"})
_SMALL_WORDS: Final = frozenset({"PREP", "CONJ", "PRCL"})
_RUSSIAN: Final = re.compile(r"[а-яе]+(?:['-][а-яе]+)*\Z")
_CACHED_WORDS: Final = 50_000
_CACHED_FORMS: Final = 300_000
"""Forms whose terms an indexer remembers from one commit to the next."""


@lru_cache(maxsize=1)
def _analyzer() -> Any:  # noqa: ANN401 - pymorphy3 has no types
    import pymorphy3

    # Without the estimator parsing is five times faster; it is asked below, for ambiguous words alone.
    return pymorphy3.MorphAnalyzer(probability_estimator_cls=None)


@lru_cache(maxsize=1)
def _estimator() -> Any:  # noqa: ANN401 - pymorphy3 has no types
    from pymorphy3.analyzer import ProbabilityEstimator

    return ProbabilityEstimator(_analyzer().dictionary.path)


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
    return _RUSSIAN.match(folded) is not None and bool(_analyzer().word_is_known(folded))


def lemmas(word: str) -> tuple[str, ...]:
    """Return the folded dictionary forms of a Russian word, likeliest first.

    A word that the dictionary lacks has the forms guessed by its ending; a word in other letters none.
    """
    return _lemmas(fold(word))


@lru_cache(maxsize=_CACHED_WORDS)
def _lemmas(folded: str) -> tuple[str, ...]:
    if not _RUSSIAN.match(folded):
        return ()
    parses = _analyzer().parse(folded)
    if len({parse.normal_form for parse in parses}) == 1:
        return (fold(parses[0].normal_form),)
    if _is_known(folded):
        parses = _estimator().apply_to_parses(folded, folded, parses)
    weights: dict[str, float] = {}
    for parse in parses:
        lemma = fold(parse.normal_form)
        weights[lemma] = weights.get(lemma, 0.0) + parse.score
    likeliest = max(parses, key=lambda parse: parse.score)
    is_function_word = str(likeliest.tag.POS) in _FUNCTION_WORDS
    share = _LEAST_SHARE_BESIDE_FUNCTION_WORD if is_function_word else _LEAST_SHARE
    least = share * sum(weights.values())
    return tuple(sorted((x for x in weights if weights[x] >= least), key=lambda x: (-weights[x], x)))


def is_small_word(word: str) -> bool:
    """Whether a Russian word is likeliest a preposition, conjunction or particle, which says little alone."""
    return _is_small_word(fold(word))


@lru_cache(maxsize=_CACHED_WORDS)
def _is_small_word(folded: str) -> bool:
    if not _is_known(folded):
        return False
    parses = _estimator().apply_to_parses(folded, folded, _analyzer().parse(folded))
    return str(max(parses, key=lambda parse: parse.score).tag.POS) in _SMALL_WORDS


@lru_cache(maxsize=_CACHED_WORDS)
def surface(word: str) -> str:
    """Return the form under which a token is found as it is written: case, ё and look-alike letters aside."""
    folded = fold(word)
    if folded[:1].isdigit():
        decimal = folded.replace(",", ".")
        return decimal.lstrip("0") or "0" if len(decimal) == 2 else decimal
    return mend_script(folded)


@lru_cache(maxsize=_CACHED_WORDS)
def index_terms(word: str) -> tuple[str, ...]:
    """Return the terms under which the index keeps a token; all stand at one position.

    Args:
        word: The token as written: a capital letter keeps the surface form, names need it.
    """
    return _terms(fold(word), keeps_surface=word[:1] != word[:1].lower())


@lru_cache(maxsize=_CACHED_FORMS)
def form_terms(form: str) -> tuple[str, ...]:
    """Return the terms under which a surface form is found, the likeliest lemma first."""
    return _terms(form, keeps_surface=True)


def query_terms(word: str) -> tuple[str, ...]:
    """Return the terms of which a token of the text has at least one if it is a form of `word`."""
    return _terms(fold(word), keeps_surface=True)


def _terms(folded: str, *, keeps_surface: bool) -> tuple[str, ...]:
    form = surface(folded)
    if form[:1].isdigit():
        return (form,)
    if _RUSSIAN.match(form):
        found = _lemmas(form)
        return found if found and _is_known(form) and not keeps_surface else _unique((*found, form))
    if is_latin(form):
        if "'" in form:
            return _unique((form, form.replace("'", "")))
        stem = str(_english().stemWord(form))
        return _unique((stem, form)) if keeps_surface else (stem,)
    return (form,)


def _unique(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))
