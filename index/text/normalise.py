"""One spelling for what a reader regards as the same letters."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

APOSTROPHES: Final = "'’ʼ‘ʻ`´ʹ′"
"""Characters that people type for the apostrophe; U+02BB and U+02BC are letters of Uzbek Latin."""

INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0300\u0301"
"""Soft hyphen, zero-width characters, stress marks: they stand inside words and mean nothing."""

LIGATURES: Final = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
"""Letters that are drawn as one, and what they are read as."""

_FOLDING: Final = str.maketrans(
    dict.fromkeys(INVISIBLE, "") | dict.fromkeys(APOSTROPHES, "'") | {"ё": "е", "ѐ": "е", "ѝ": "и"}
)
_FOLDED_AWAY: Final = re.compile(f"[{''.join(map(chr, _FOLDING))}]")
"""Few words have any of them, and looking for one takes a third of the time of `str.translate`."""

_LATIN_AS_CYRILLIC: Final = str.maketrans("aceopxykmhbt", "асеорхукмнвт")
_CYRILLIC_AS_ROMAN: Final = str.maketrans("смхі", "cmxi")
_ROMAN_DIGITS: Final = frozenset("ivxlcdm")
_LATIN_TWINS: Final = frozenset("aceopxykmhbt")


def fold(word: str) -> str:
    """Return the spelling under which a word is compared: idempotent, and never longer than it must be.

    Lower case, NFC, ё as е (й stays й: it is another letter), without soft hyphens, zero-width
    characters and stress marks, every apostrophe as U+0027.
    """
    composed = unicodedata.normalize("NFC", word.lower())
    if not _FOLDED_AWAY.search(composed):
        return composed
    # What was dropped may have stood between a letter and its accent.
    return unicodedata.normalize("NFC", composed.translate(_FOLDING)).translate(_FOLDING)


def is_cyrillic(folded: str) -> bool:
    """Whether a folded word has a letter of any Cyrillic alphabet."""
    return any("\u0400" <= letter <= "\u052f" for letter in folded)


def is_latin(folded: str) -> bool:
    """Whether a folded word has a letter of the basic Latin alphabet."""
    return any("a" <= letter <= "z" for letter in folded)


def mend_script(folded: str) -> str:
    """Return a folded word in one alphabet when it mixes letters that look alike.

    Scanners and typists put Latin «о» into Cyrillic words and Cyrillic «Х» into Roman numbers. Where some
    letter has no twin in the other alphabet (a Russian ending after «PDF») the mixture is left as it is.
    """
    if folded.isascii() or not is_latin(folded) or not is_cyrillic(folded):
        return folded
    if all(letter in _LATIN_TWINS for letter in folded if "a" <= letter <= "z"):
        return folded.translate(_LATIN_AS_CYRILLIC)
    roman = folded.translate(_CYRILLIC_AS_ROMAN)
    return roman if _ROMAN_DIGITS.issuperset(roman) else folded
