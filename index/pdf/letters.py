"""What fonts and encodings do to letters, undone.

`demojibake` changes letters one for one, so that offsets into pdfium's text stay valid; `clean` changes a
single word, whose box is known already.
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from functools import cache

from index.text.normalise import LIGATURES

_NOTHING = dict.fromkeys(map(ord, "\xad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff"))
# Old fonts have the Macedonian letter for ё.
_TABLE = str.maketrans(LIGATURES | {"\u0450": "ё", "\u0400": "Ё"}) | _NOTHING
# Without U+FFFE and U+FFFF: words have none, and pdfium's text has one for each divided word.
_ODD = re.compile(f"[{''.join(map(chr, _TABLE.keys() - {0xFFFE, 0xFFFF}))}]")

# Letters that Cyrillic ones are taken for: accented Latin, the Mac's signs, and those of shifted fonts.
_SUSPECT = re.compile("[\u0080-\u00ff\u0152-\u0192\u01a0-\u02af\u2018-\u2248\u2500-\u25a0]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile("[\u0400-\u04ff]{4,}")
_EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")
_ODD_SIGN = re.compile("[\u2190-\u25ff\u2460-\u24ff\u3000-\u303f\ufffd\uff00-\uffef]")
_LEAST_EASTERN, _MOST_EASTERN, _ODD_SHARE = 0.2, 0.95, 0.08
_MIN_LETTERS = 20
_SUSPECT_SHARE, _CYRILLIC_SHARE = 0.35, 0.20
_KNOWN_SHARE = 0.6  # real repairs reach .93-.97; accented languages stay far below
_SAMPLE_WORDS = 60
_ENCODINGS = (
    ("cp1252", "cp1251"),
    ("latin-1", "koi8-r"),
    ("latin-1", "iso8859-5"),
    ("mac-roman", "mac-cyrillic"),
    ("latin-1", "mac-cyrillic"),
    ("cp1252", "cp866"),
)
"""What letters were taken for, and what they are, each a single byte."""
_SHIFT = 0x1D6
"""Some fonts made by Ghostscript say U+023A for «А», and so on to «я»."""


def needs_cleaning(text: str) -> bool:
    """Whether `clean` would change anything in a text."""
    return bool(_ODD.search(text)) or not unicodedata.is_normalized("NFC", text)


def clean(word: str) -> str:
    """Return a word in NFC without soft hyphens, invisible characters and ligatures."""
    return unicodedata.normalize("NFC", word.translate(_TABLE))


def is_misread(raw: str) -> bool:
    """Whether a text layer comes from a recogniser that took the page for Chinese or Japanese.

    It then has Latin and East Asian letters mixed, and many signs that no sentence has.
    """
    eastern = len(_EASTERN.findall(raw))
    if eastern < _MIN_LETTERS:
        return False
    letters, characters = len(_LETTER.findall(raw)), len("".join(raw.split()))
    is_mixed = _LEAST_EASTERN < eastern / letters < _MOST_EASTERN
    return is_mixed and len(_ODD_SIGN.findall(raw)) > _ODD_SHARE * characters


def demojibake(raw: str) -> str:
    """Repair Cyrillic that a font without ToUnicode, or with a wrong one, passes off as other letters.

    Suspicion: over 35 % of the letters are such as Cyrillic ones are taken for, and under 20 % Cyrillic.
    Proof: most words of the repaired text are in the dictionary. Returns a text of the same length.
    """
    suspect = len(_SUSPECT.findall(raw))
    if suspect < _MIN_LETTERS:
        return raw
    letters = len(_LETTER.findall(raw))
    if suspect <= _SUSPECT_SHARE * letters or len(_CYRILLIC.findall(raw)) >= _CYRILLIC_SHARE * letters:
        return raw
    best = max((raw.translate(table) for table in _repairs()), key=_known_share)
    return best if _known_share(best) >= _KNOWN_SHARE else raw


@cache
def _repairs() -> tuple[dict[int, str], ...]:
    """Return tables that repair letters, one for each way to spoil them."""
    tables = [{code - _SHIFT: chr(code) for code in range(0x0410, 0x0450)}]
    for taken_for, encoding in _ENCODINGS:
        table = {}
        for byte in range(0x80, 0x100):
            with contextlib.suppress(UnicodeError):
                table[ord(bytes((byte,)).decode(taken_for))] = bytes((byte,)).decode(encoding)
        tables.append(table)
    return tuple(tables)


def _known_share(text: str) -> float:
    from index.text.morphology import is_known

    words = _WORD.findall(text)[:_SAMPLE_WORDS]
    return sum(map(is_known, words)) / len(words) if words else 0.0
