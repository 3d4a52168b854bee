"""Reads the words of a query: plain ones, `=exact`, `prefix*`, `wild?card`, `word~1`, `word++`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from index.model.said import said
from index.model.span import Span
from index.search.tree import Exact, Family, Fuzzy, Leaf, Part, Phrase, Prefix, Wildcard, Word
from index.text.normalise import APOSTROPHES, fold, is_cyrillic
from index.text.tokens import JOINTS, SIGNS, Token, is_joined, tokens

Told = Callable[[str], None]
"""Takes a problem, in Russian, for the reader."""

_JOINT_SET: Final = re.escape("".join(sorted(JOINTS)))
_MARKS: Final = "\u0300-\u036f\u0483-\u0487\u00ad\u200b-\u200d\u2060\ufeff"
NUMBER_SIGN: Final = rf"(?:[{SIGNS}]+|N)\s+(?=\S*\d)"
"""What goes with the number behind it: № 5, § 12, № КР-3, N 326-ФЗ."""
CHUNK: Final = re.compile(rf"(?:{NUMBER_SIGN})?[\w{_MARKS}{APOSTROPHES}{_JOINT_SET}{SIGNS}*?]+(?:~\d*)?")
# Tokens part at the border of letters and digits; so must patterns.
_PATTERN_PIECE: Final = re.compile(rf"(?:[^\W\d_]|[{_MARKS}{APOSTROPHES}*?])+|[\d*?]+")
_LEAST_LITERALS: Final = 2
_MOST_STARS: Final = 3
_LEAST_FUZZY: Final = 3
_FAMILY: Final = "++"


def read_chunk(chunk: str, start: int, told: Told, *, is_exact: bool) -> list[Leaf]:
    """Read one piece of a query: words, a pattern, or a word with `~`.

    Args:
        chunk: What `CHUNK` matched.
        start: Its first character, an offset in the query.
        told: Told what was mended or left out.
        is_exact: Whether words are meant as they are written.
    """
    chunk, tilde, number = chunk.partition("~")
    if "*" in chunk or "?" in chunk:
        if tilde:
            told(said("query.tilde_pattern", "«~» не действует вместе с «*» и «?»."))
        return _patterns(chunk, start, told, is_exact=is_exact)
    found: list[Leaf] = []
    for first, last in _written_words(chunk):
        span = Span(start + first, start + last)
        text = chunk[first:last]
        found.append(Exact(text, span) if is_exact else Word(text, span))
    if tilde and found:
        found[-1] = _fuzzy(found[-1], number, told)
    elif chunk.endswith(_FAMILY) and found and not is_exact:
        found[-1] = _family(found[-1])
    return found


def read_quoted(inside: str, start: int, told: Told, *, is_exact: bool) -> list[Part]:
    """Read what stands between quotation marks.

    Args:
        inside: The words.
        start: Their first character, an offset in the query.
        told: Told what was mended or left out.
        is_exact: Whether words are meant as they are written.
    """
    parts: list[Part] = []
    for chunk in CHUNK.finditer(inside):
        for leaf in read_chunk(chunk.group(), start + chunk.start(), told, is_exact=is_exact):
            if isinstance(leaf, Phrase):
                parts.extend(leaf.parts)
            elif isinstance(leaf, Fuzzy | Family):
                told(
                    said(
                        "query.quoted_mark",
                        "Внутри кавычек «~» и «++» не действуют: «{word}» ищется в своих формах.",
                        word=leaf.text,
                    )
                )
                parts.append(Word(leaf.text, leaf.span))
            elif isinstance(leaf, Part):
                parts.append(leaf)
    return parts


def _family(leaf: Leaf) -> Leaf:
    """Return the family of a Russian word; C++ is a word of the text."""
    assert isinstance(leaf, Word)
    return Family(leaf.text, leaf.span) if leaf.text.isalpha() and is_cyrillic(fold(leaf.text)) else leaf


def _fuzzy(leaf: Leaf, number: str, told: Told) -> Leaf:
    assert isinstance(leaf, Word | Exact)
    if number not in {"", "1"}:
        told(said("query.one_error", "«~» допускает одну ошибку в слове, больше нельзя."))
    if len(list(tokens(leaf.text))) > 1 or len(leaf.text) < _LEAST_FUZZY or not leaf.text.isalpha():
        told(
            said(
                "query.tilde_word",
                "«~» действует для одного слова от {least} букв: «{word}» ищется как есть.",
                least=_LEAST_FUZZY,
                word=leaf.text,
            )
        )
        return leaf
    return Fuzzy(leaf.text, leaf.span)


def _patterns(chunk: str, start: int, told: Told, *, is_exact: bool) -> list[Leaf]:
    parts: list[Part] = []
    for match in _PATTERN_PIECE.finditer(chunk):
        # An apostrophe at an end would be read back as a quotation mark.
        piece = match.group().strip(APOSTROPHES)
        first = start + match.start() + match.group().find(piece)
        span = Span(first, first + len(piece))
        if "*" not in piece and "?" not in piece:
            words = (token.text for token in tokens(piece))
            parts.extend(Exact(word, span) if is_exact else Word(word, span) for word in words)
            continue
        piece = re.sub(r"\*[*?]*\*", "*", piece)
        literals = piece.strip("*?")
        if len(re.sub(r"[*?]", "", piece)) < _LEAST_LITERALS or piece.count("*") > _MOST_STARS:
            told(
                said(
                    "query.few_letters",
                    "«{word}» пропущено: рядом с «*» и «?» нужны хотя бы две буквы.",
                    word=match.group(),
                )
            )
        elif piece == f"{literals}*" and "*" not in literals and "?" not in literals:
            parts.append(Prefix(literals, span))
        else:
            parts.append(Wildcard(piece, span))
    if len(parts) < 2:
        return list(parts)
    return [Phrase(tuple(parts), span=Span(start, start + len(chunk)))]


def _written_words(chunk: str) -> Iterator[tuple[int, int]]:
    """Yield start and stop of the written words of a chunk: tokens with joints between them."""
    first = previous = None
    for token in tokens(chunk):
        if previous is not None and first is not None and not _are_one(chunk, previous, token):
            yield first.start, previous.stop
            first = token
        first = first or token
        previous = token
    if first is not None and previous is not None:
        yield first.start, previous.stop


def _are_one(chunk: str, before: Token, after: Token) -> bool:
    """Whether two tokens are one written word; a blank is only behind a sign, which goes with its number."""
    return is_joined(chunk, before, after) or chunk[before.stop : after.start].isspace()
