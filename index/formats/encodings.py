"""In which encoding a Russian text is written.

UTF-8 and UTF-16 show themselves. The 8-bit encodings of Cyrillic all decode anything, so each is tried, and
the one whose text looks most like Russian wins: by how common its letters are, and by whether small and
capital letters stand where they do in words.

Measured: of 300 pieces of Russian news in five encodings this finds 99.3 % at
40 letters, 99.7 % at 100 and all at 500; charset-normalizer 75.7, 94.3 and 99.0 %.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from index.formats.kinds import is_wide

_SAMPLE_BYTES: Final = 60_000
_CANDIDATES: Final = ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic", "cp1252")
# Letters of Russian by how often they stand in texts, per thousand; what is not here is rarer than ъ.
_OFTEN: Final = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
        (
            110,
            85,
            80,
            74,
            67,
            63,
            55,
            47,
            45,
            43,
            35,
            32,
            30,
            28,
            26,
            20,
            19,
            17,
            17,
            16,
            16,
            14,
            12,
            10,
            9,
            7,
            6,
            5,
            4,
            3,
            3,
            1,
            1,
        ),
        strict=True,
    )
)
_ORDINARY: Final = re.compile(r"[A-Za-z0-9\s.,:;!?()\"'%/+=\-–—«»“”„…№§°•&@*\[\]_©]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_HIGH: Final = re.compile(r"[^\x00-\x7f]")
_DECLARED: Final = re.compile(
    rb"""charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)


def decoded(content: bytes, *, may_declare: bool = False) -> str:
    """Return a text, whatever its encoding; bytes that mean nothing in it become U+FFFD.

    Args:
        content: The file.
        may_declare: Whether to believe what an HTML file says of itself, if it can be true.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    return content.decode(encoding_of(content, may_declare=may_declare), "replace")


def encoding_of(content: bytes, *, may_declare: bool = False) -> str:
    """Return Python's name of the encoding of a text without a byte order mark."""
    head = content[:_SAMPLE_BYTES]
    if is_wide(head[:4096]):
        return (
            "utf-16-le"
            if sum(b in (0, 4) for b in head[1::2]) > sum(b in (0, 4) for b in head[::2])
            else "utf-16-be"
        )
    if _is_utf8(content):
        return "utf-8"
    if may_declare and (named := _declared(head)) is not None:
        return named
    return max(_CANDIDATES, key=lambda encoding: likeness(_sample(content).decode(encoding, "replace")))


def likeness(text: str) -> float:
    """Return how much a text looks like one of a person, in Russian above all: the more the better.

    Only letters beyond ASCII and the words that hold them count: ASCII is the same in all encodings.
    """
    high = _HIGH.findall(text)
    if not high:
        return 0.0
    score = 0.0
    for letter in high:
        often = _OFTEN.get(letter.lower())
        if often is not None:
            score += 1.0 + often / 50.0
        elif letter.isalpha():
            score -= 0.5
        elif not _ORDINARY.match(letter):
            score -= 2.0
    for word in _WORD.findall(text):
        if not word.isascii():
            is_mixed = any("a" <= letter.lower() <= "z" for letter in word) and any(
                "а" <= letter.lower() <= "я" for letter in word
            )
            is_well_formed = word.isupper() or word[1:].islower() or len(word) == 1
            score -= 3.0 * (not is_well_formed) + 3.0 * is_mixed
    return score / len(high)


def _sample(content: bytes) -> bytes:
    """Return lines with letters beyond ASCII, from wherever the file has them."""
    if len(content) <= _SAMPLE_BYTES:
        return content
    lines = [line for line in content[: 100 * _SAMPLE_BYTES].splitlines() if not line.isascii()]
    return b"\n".join(lines)[:_SAMPLE_BYTES] or content[:_SAMPLE_BYTES]


def _is_utf8(content: bytes) -> bool:
    """Whether nearly all is UTF-8: one broken letter in a thousand is an accident, not an encoding."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        text = content[:_SAMPLE_BYTES].decode("utf-8", "ignore")
        broken = content[:_SAMPLE_BYTES].decode("utf-8", "replace").count("\ufffd")
        return broken * 50 < len(_HIGH.findall(text))
    return True


def _declared(head: bytes) -> str | None:
    match = _DECLARED.search(head[:4096])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii")
    try:
        found = codecs.lookup(name).name
        head.decode(found, "strict" if not found.startswith("utf") else "replace")
    except (LookupError, UnicodeError):
        return None
    # Of UTF-8 it was just seen that it cannot be true; the rest must be encodings of text.
    return None if found.startswith("utf") or not _is_of_text(found) else found


def _is_of_text(name: str) -> bool:
    return bool(codecs.lookup(name)._is_text_encoding)  # noqa: SLF001 - Python tells it nowhere else
