"""Where a place ends before what is no part of its name: an ordered table of named cuts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from index.facts import morph
from index.facts.lexicon import words
from index.facts.names import Name
from index.facts.passage import Passage
from index.facts.person_spans import INITIALS
from index.facts.place_spans import is_listed, says_no_name
from index.model.fact import EntityType
from index.model.span import Span

_CUT_KINDS = frozenset({EntityType.PLACE, EntityType.CITY, EntityType.REGION})


@dataclass(frozen=True, slots=True)
class Cut:
    """A place to cut at.

    Attributes:
        name: What stands there.
        pattern: How it looks; the word that tells is its group «word», if one does.
        holds: Whether the name ends before a match of it.
    """

    name: str
    pattern: re.Pattern[str]
    holds: Callable[[re.Match[str]], bool]


def _begins_capital(match: re.Match[str]) -> bool:
    return match.string[0].isupper()


def _is_legal_form(match: re.Match[str]) -> bool:
    """«Нижний Тагил | ГБУЗ «Городская…»»."""
    return match["word"] in words("legal_forms.txt")


def _is_of_another(match: re.Match[str]) -> bool:
    word = match["word"]
    return bool(morph.lemmas(word.lower()) & words("bodies.txt")) or says_no_name(word)


def _is_of_another_at_end(match: re.Match[str]) -> bool:
    """«города Мегиона | Дума», «г. Благовещенск | Утратил»."""
    return match.string[0].islower() and _is_of_another(match)


def _is_of_another_behind_listed(match: re.Match[str]) -> bool:
    """«В Дагестане | Агентство по дорожному хозяйству объявило…»."""
    return _is_behind_listed(match) and _is_of_another(match)


def _is_behind_listed(match: re.Match[str]) -> bool:
    """«Ханты-Мансийского автономного округа | – Югры»."""
    return is_listed(match.string[: match.start()])


def _is_given_name(match: re.Match[str]) -> bool:
    """«Планируется, что в Лузе | Никита Белых осмотрит…»."""
    word = match["word"]
    likeliest = morph.parses(word)[0].tag
    return morph.is_known(word) and "Name" in likeliest and likeliest.case == "nomn"


CUTS: tuple[Cut, ...] = (
    Cut("quote", re.compile(r"\s+[«\"“(]"), _begins_capital),
    Cut("legal_form", re.compile(r"\s(?P<word>[А-Я]{2,6})\b"), _is_legal_form),
    Cut("other_at_end", re.compile(r"\s(?P<word>[А-ЯЁ][а-яё]+)$"), _is_of_another_at_end),
    Cut("other_behind", re.compile(r"\s(?P<word>[А-ЯЁ][а-яё]+)\s"), _is_of_another_behind_listed),
    Cut("person", re.compile(r"\s(?P<word>[А-ЯЁ][а-яё]+)\s[А-ЯЁ][а-яё]+$"), _is_given_name),
    Cut("dash", re.compile(r"\s[–—-]\s"), _is_behind_listed),
)


def shortened(said: str) -> str:
    """Return what of a name is the place's."""
    stops = [match.start() for cut in CUTS for match in cut.pattern.finditer(said) if cut.holds(match)]
    return said[: min(stops, default=len(said))]


def cut(passage: Passage, names: list[Name]) -> list[Name]:
    """Cut places before what is not theirs."""
    return [_cut(passage, name) if name.type in _CUT_KINDS else name for name in names]


def _cut(passage: Passage, name: Name) -> Name:
    stop = name.span.start + len(shortened(passage.of(name.span)))
    return name if stop == name.span.stop else replace(name, span=Span(name.span.start, stop))


_SIGNED = re.compile(rf"\s{INITIALS}\s?[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?$")


def cut_before_initials(passage: Passage, names: list[Name]) -> list[Name]:
    """Cut what is no person before a signature: «Президент Приозёрной Республики | Г. А. Верхоланцев»."""
    found = []
    for name in names:
        match = _SIGNED.search(passage.of(name.span)) if name.type != EntityType.PERSON else None
        span = Span(name.span.start, name.span.start + match.start()) if match else name.span
        found.append(name if match is None else replace(name, span=span, rule="cut_before_initials"))
    return [name for name in found if len(name.span)]
