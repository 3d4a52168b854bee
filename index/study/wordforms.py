"""Words as they are shown and compared in studies: by dictionary form, names with a capital letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from index.text.morphology import is_known, is_small_word, lemmas, surface
from index.text.tokens import TOKEN

_CACHED: Final = 300_000
# Closed classes, and what has no other use: prepositions and their like are known to the dictionary.
_SMALL_WORDS: Final = frozenset(
    "я ты он она оно мы вы они себя мой твой наш ваш свой его ее их этот тот такой весь сам самый каждый "  # noqa: SIM905
    "который какой кто что чей иной другой быть the of and to in is are for on with by as at an be this that "
    "from or it".split()
)
_ENDS: Final = frozenset((*".!?…\n", ""))
_SURNAME: Final = ("ов", "ев", "ин", "ын")
_VERB: Final = ("ть", "ться", "ти", "тись", "чь", "чься")
_ADJECTIVE: Final = ("ый", "ий", "ой")


@lru_cache(maxsize=_CACHED)
def dictionary_form(word: str) -> str:
    """Return the likeliest dictionary form of a word, folded; a word in other letters stays as it is.

    What may be a participle or an adjective is an adjective: «специализированная помощь» is no verb.
    """
    found = lemmas(word)
    if not found:
        return surface(word)
    if found[0].endswith(_VERB):
        return next((form for form in found if form.endswith(_ADJECTIVE)), found[0])
    return found[0]


@lru_cache(maxsize=_CACHED)
def is_telling(word: str) -> bool:
    """Whether a word tells something by itself: numbers, prepositions, pronouns do not."""
    is_word = word[:1].isalpha() and (len(word) > 2 or (len(word) == 2 and word.isupper()))
    return is_word and not is_small_word(word) and dictionary_form(word) not in _SMALL_WORDS


def headwords(words: Iterable[str]) -> dict[str, str]:
    """Return for each word as written the dictionary form under which it is shown among the others.

    A name is rarely in the dictionary, and what its ending suggests is often wrong: «Токаев» may be many of
    «токай». Of all that a capitalised word may be, that is chosen which most of the other words may be, too.
    """
    forms = {word: _possible(word) for word in words}
    support = Counter(form for possible in forms.values() for form in possible)
    return {word: max(possible, key=support.__getitem__) for word, possible in forms.items()}


def shown(form: str, words: Mapping[str, int]) -> str:
    """Return a dictionary form as it is shown: with ё, a capital letter, or in capitals, if it is written so.

    Args:
        form: The dictionary form.
        words: How often each of its forms was met, as written; beginnings of sentences, where capital letters
            mean nothing, left out.
    """
    total = sum(words.values())
    as_written = (word.lower() for word in words if surface(word) == form and len(word) == len(form))
    form = max(as_written, key=lambda word: (word.count("ё"), word), default=form)
    if not total:
        return form if is_known(form) else form[:1].upper() + form[1:]
    if 2 * sum(count for word, count in words.items() if len(word) > 1 and word.isupper()) > total:
        return form.upper()
    if sum(count for word, count in words.items() if word[:1].isupper()) == total:
        return form[:1].upper() + form[1:]
    return form


def inner_words(text: str) -> Counter[str]:
    """Return how often each word stands elsewhere than at the beginning of a sentence, as written."""
    return Counter(
        match.group()
        for match in TOKEN.finditer(text)
        if text[max(0, match.start() - 3) : match.start()].rstrip(' «"(')[-1:] not in _ENDS
    )


def _possible(word: str) -> tuple[str, ...]:
    """Return what a word may be, likeliest first."""
    if not word[:1].isupper():
        return (dictionary_form(word),)
    if not is_known(word) and surface(word).endswith(_SURNAME):
        return tuple(dict.fromkeys((surface(word), *lemmas(word))))
    return tuple(dict.fromkeys((dictionary_form(word), *lemmas(word), surface(word))))
