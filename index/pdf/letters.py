"""What fonts and encodings do to letters, undone.

`demojibake` changes letters one for one, so that offsets into pdfium's text stay valid; `clean` changes a
single word, whose box is known already.
"""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
# Word writes bullets and dashes in the Symbol and Wingdings fonts, at U+F000 + the code in the font.
_SYMBOLS = {
    "\uf02d": "–",
    "\uf0a7": "▪",
    "\uf0a8": "▫",
    "\uf0b0": "°",
    "\uf0b1": "±",
    "\uf0b4": "×",
    "\uf0b7": "•",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf02b": "+",
    "\uf03d": "=",
}
_NOTHING = dict.fromkeys(map(ord, "\xad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff"))
_TABLE = str.maketrans({**_LIGATURES, **_SYMBOLS}) | _NOTHING
# Without U+FFFE and U+FFFF: words have none, and pdfium's text has one for each divided word.
_ODD = re.compile(f"[{''.join(map(chr, _TABLE.keys() - {0xFFFE, 0xFFFF}))}]")

_HIGH_LATIN = re.compile("[\u00a8\u00b8\u00c0-\u00ff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile("[\u0400-\u04ff]{4,}")
_MIN_LETTERS = 20
_HIGH_SHARE, _CYRILLIC_SHARE = 0.35, 0.20
_KNOWN_SHARE = 0.6  # real repairs reach .93-.97; accented languages stay far below
_SAMPLE_WORDS = 60


def needs_cleaning(text: str) -> bool:
    """Whether `clean` would change anything in a text."""
    return bool(_ODD.search(text)) or not unicodedata.is_normalized("NFC", text)


def clean(word: str) -> str:
    """Return a word in NFC without soft hyphens, invisible characters, ligatures and symbol-font codes."""
    return unicodedata.normalize("NFC", word.translate(_TABLE))


def demojibake(raw: str) -> str:
    """Repair Cyrillic in CP1251 that a font without ToUnicode passes off as Latin-1 ("Ïðåçèäåíò").

    Suspicion: over 35 % of the letters are accented Latin and under 20 % Cyrillic. Proof: most words of the
    repaired text are in the dictionary. Returns a text of the same length.
    """
    high = len(_HIGH_LATIN.findall(raw))
    if high < _MIN_LETTERS:
        return raw
    letters = len(_LETTER.findall(raw))
    if high <= _HIGH_SHARE * letters or len(_CYRILLIC.findall(raw)) >= _CYRILLIC_SHARE * letters:
        return raw
    repaired = "".join(map(_from_cp1251, raw))
    return repaired if _known_share(repaired) >= _KNOWN_SHARE else raw


def _from_cp1251(letter: str) -> str:
    try:
        return letter.encode("cp1252").decode("cp1251")
    except UnicodeError:
        return letter


def _known_share(text: str) -> float:
    from index.text.morphology import is_known

    words = _WORD.findall(text)[:_SAMPLE_WORDS]
    return sum(map(is_known, words)) / len(words) if words else 0.0
