"""The noun phrase beside a place of the text: the one that ends there, the one that begins there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from index.facts import morph
from index.model.span import Span

_WORD: Final = re.compile(r"[а-яёА-ЯЁ]+(?:-[а-яё]+)*")
_NEXT: Final = re.compile(r"[ \u00a0]?([а-яёА-ЯЁ]+(?:-[а-яёА-ЯЁ]+)*)")
_COUNT: Final = re.compile(r"[ \u00a0]\d{1,3}(?:[ \u00a0]\d{3})*(?=[ \u00a0][а-яё])")
_AND_NEXT: Final = re.compile(r"[ \u00a0]и[ \u00a0]([а-яё]{3,})(?![\w-])")
_BACK: Final = 120
_LONGEST: Final = 8
_NO_HEADS: Final = frozenset({"среднее", "общее", "целое", "прошлое", "большее", "меньшее"})
"""Nouns that are rather adjectives: «71 % среднего многолетнего стока»."""
_ATTRIBUTES: Final = frozenset({"ADJF", "PRTF"})


def ending_at(text: str, position: int, *, is_alone: bool = False) -> Span | None:
    """Return the phrase that ends at a place: «пакет инвестиционных проектов», «премию».

    Going back, a noun in the genitive may depend on the noun before it, any other one is the head.

    Args:
        text: The text.
        position: Where the phrase ends.
        is_alone: Whether only the last noun and its attributes are wanted: «гранта» of «выделении гранта».
    """
    words = list(_words_back(text, position))
    if not words or not _may_be_noun(words[0].of(text)):
        return None
    start, is_headed = words[0].start, False
    for word in words:
        said = word.of(text)
        if _is_noun(said):
            if word != words[0] and _is_told_whom(said):
                break
            if is_headed or (is_alone and word != words[0]) or (word != words[0] and not said.islower()):
                break
            start, is_headed = word.start, not morph.has(said, "NOUN", "gent")
        elif _is_attribute(said):
            start = word.start
        else:
            break
    return Span(start, position)


def _is_told_whom(word: str) -> bool:
    """Whether a noun is a dative for sure: in «предоставление работнику выплаты» the pay is not his."""
    return {str(parse.tag.case) for parse in morph.parses(word) if parse.tag.POS == "NOUN"} == {"datv"}


def _words_back(text: str, position: int) -> Iterator[Span]:
    """Yield the words before a place from the nearest on, as long as only blanks part them."""
    left = max(text.rfind("\n", 0, position) + 1, position - _BACK)
    border = position
    for match in reversed(list(_WORD.finditer(text, left, position))):
        if text[match.end() : border].strip(" \u00a0"):
            return
        yield Span(*match.span())
        border = match.start()


def beginning_at(text: str, position: int, case: str) -> Span | None:
    """Return the phrase that begins at a place with its head in a case, the genitives behind it included."""
    start, stop, at = -1, 0, position
    wanted = case
    for _ in range(_LONGEST):
        # «Закупку 12 машин»: what is counted depends on the noun as well.
        count = _COUNT.match(text, at) if stop else None
        match = _NEXT.match(text, count.end() if count is not None else at)
        word = match[1] if match is not None else ""
        if match is None or len(word) < 3 or not (word.islower() or start < 0):
            break
        is_noun = _is_noun(word) and morph.has(word, "NOUN", wanted)
        if not is_noun and not (_is_attribute(word) and _has_attribute(word, wanted)):
            break
        start = match.start(1) if start < 0 else start
        at = match.end()
        if is_noun:
            stop, wanted = at, "gent"
            at = _second(text, at, (case, "gent"))
            stop = max(stop, at)
    return Span(start, stop) if stop else None


def _second(text: str, position: int, cases: tuple[str, ...]) -> int:
    """Return where a second noun of a pair ends, «фруктов и овощей»; the place itself when there is none."""
    match = _AND_NEXT.match(text, position)
    if (
        match is None
        or not _is_noun(match[1])
        or not any(morph.has(match[1], "NOUN", case) for case in cases)
    ):
        return position
    return match.end()


def _is_noun(word: str) -> bool:
    first = morph.parses(word)[0]
    return bool(first.tag.POS == "NOUN" and first.normal_form not in _NO_HEADS)


def _may_be_noun(word: str) -> bool:
    return morph.has(word, "NOUN") and _is_noun(word)


def _is_attribute(word: str) -> bool:
    # «Этого» is a pronoun by itself more often than before a noun, «среднего» a noun.
    first = morph.parses(word)[0]
    return first.tag.POS in _ATTRIBUTES or first.normal_form in _NO_HEADS or morph.has(word, "ADJF", "Apro")


def _has_attribute(word: str, case: str) -> bool:
    return any(parse.tag.POS in _ATTRIBUTES and parse.tag.case == case for parse in morph.parses(word))
