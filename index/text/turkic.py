"""Uzbek in both scripts, and Kazakh: what a word with letters of its own is found by.

Only words that show their language are touched: by a letter that Russian lacks («Ўзбекистон», «Қазақстан»),
by a hard sign before a consonant («маълумот»), in Latin by oʻ, gʻ or a letter with a mark («Oʻzbekiston»;
«Qazaqstan» shows nothing and meets the key of «Қазақстан» as it is). One ending of case is taken off, and one
of the plural before it, so that «Ўзбекистоннинг» and «Oʻzbekistonda» find «Ўзбекистон»; the whole form stays
beside.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_CYRILLIC_LETTER: Final = re.compile(r"[ўқғҳәңөұүһ]|ъ(?=[бвгджзклмнпрстфхцчшщ])")
# Ukrainian and Belarusian words share ў and і with them, Tajik ones қ, ғ and ҳ.
_OTHER_LANGUAGE: Final = re.compile(r"[їєґӣӯҷ]")
_KAZAKH_LETTER: Final = re.compile(r"[әңөұүһі]")
_LATIN_LETTER: Final = re.compile(
    r"[og]'(?=[a-z]{2})|[äöüūğñşıç]|[a-z]'(?=[bcdfghjklmnpqrstvxyz][a-z]*[aeiou])"
)
_COUNTRY: Final = "стан"
"""What looks like an ending of case in «Қазақстан»."""
_SHORTEST_STEM: Final = 4
_SHORTEST_BARE: Final = 4

_UZBEK_CASES: Final = ("даги", "нинг", "дан", "ни", "га", "қа", "ка", "да")
_UZBEK_PLURALS: Final = ("лари", "лар")
_LATIN_CASES: Final = ("dagi", "ning", "dan", "ni", "ga", "qa", "ka", "da")
_LATIN_PLURALS: Final = ("lari", "lar")
_KAZAKH_CASES: Final = (
    *("ның", "нің", "дың", "дің", "тың", "тің", "дан", "ден", "тан", "тен", "нан", "нен"),
    *("мен", "бен", "пен", "ны", "ні", "ды", "ді", "ты", "ті"),
    *("ға", "ге", "қа", "ке", "да", "де", "та", "те"),
)
_KAZAKH_PLURALS: Final = ("лар", "лер", "дар", "дер", "тар", "тер")

_LETTERS: Final = str.maketrans("абвгдежзийклмнопрстуфхыэқҳъ", "abvgdejziyklmnoprstufxieqh'")
_UZBEK_KEYS: Final = _LETTERS | str.maketrans(
    {"ў": "o'", "ғ": "g'", "ш": "sh", "ч": "ch", "ю": "yu", "я": "ya", "ц": "ts", "ь": ""}
)
_KAZAKH_KEYS: Final = (
    _UZBEK_KEYS | str.maketrans("әңөұүһіғйых", "anouuhigiyh") | str.maketrans({"ю": "iu", "я": "ia"})
)
_MARKED_LATIN: Final = str.maketrans({"ş": "sh", "ç": "ch", "ı": "i"})


def turkic_terms(form: str) -> tuple[str, ...]:
    """Return the terms of a word that shows itself as Uzbek or Kazakh; none for any other.

    Args:
        form: A surface form: folded, with U+0027 for every apostrophe.

    Returns:
        The word without its endings first, then the form, each followed by its Latin key: a key is written
        alike whatever script the word was in, with and without apostrophes.
    """
    if _OTHER_LANGUAGE.search(form):
        return ()
    if _CYRILLIC_LETTER.search(form):
        if _KAZAKH_LETTER.search(form):
            stem, keys = _stem(form, _KAZAKH_CASES, _KAZAKH_PLURALS), _KAZAKH_KEYS
        else:
            # Қ and ғ belong to both languages, and so do most of the endings.
            stem = _stem(form, (*_UZBEK_CASES, *_KAZAKH_CASES), (*_UZBEK_PLURALS, *_KAZAKH_PLURALS))
            keys = _UZBEK_KEYS
        return _unique((stem, *_spellings(stem.translate(keys)), form, *_spellings(form.translate(keys))))
    if _LATIN_LETTER.search(form):
        stem = _stem(form, _LATIN_CASES, _LATIN_PLURALS)
        return _unique((stem, *_spellings(_plain(stem)), form, *_spellings(_plain(form))))
    return ()


def _stem(form: str, cases: tuple[str, ...], plurals: tuple[str, ...]) -> str:
    """Return a form without an ending of case, and without one of the plural before it."""
    return _without(_without(form, cases), plurals)


def _without(word: str, endings: tuple[str, ...]) -> str:
    """Return the word without the first of the endings that it has, unless too little would stay."""
    if not word.endswith(_COUNTRY):
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                return word[: -len(ending)]
    return word


def _plain(word: str) -> str:
    """Return a Latin word without marks on its letters: the reforms of Kazakh differ in little else."""
    parted = unicodedata.normalize("NFD", word.translate(_MARKED_LATIN))
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def _spellings(key: str) -> tuple[str, ...]:
    """Return a key with its apostrophes and, when enough stays to tell words apart, without."""
    bare = key.replace("'", "")
    return (key, bare) if len(bare) >= _SHORTEST_BARE else (key,)


def _unique(terms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))
