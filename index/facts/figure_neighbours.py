"""What stands right beside a figure as what it is of or for: an ordered table of rules.

52 процента поставок · 5 млн рублей на ремонт дорог · 40 тыс. рублей штрафа · премия в размере 1,2 млн
с окладом 412 тыс. · призовой фонд – 1 млн долларов
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from index.facts import morph
from index.facts.figure_phrases import beginning_at, ending_at
from index.facts.lexicon import words
from index.facts.units import unit_words
from index.model.fact import Fact, FactType
from index.model.span import Span

_WORD: Final = re.compile(r"[а-яё]{3,}", re.IGNORECASE)
_FROM: Final = re.compile(r"\s+(?:от\s+)?(?=[а-яё])")
_ON: Final = re.compile(r"\s+на\s+(?=[а-яё])")
_BEHIND: Final = re.compile(r"\s+(?=[а-яё])")
_IN_SIZE: Final = re.compile(
    r"\s(?:в\s+размере|на\s+(?:общую\s+)?сумму|в\s+сумме|стоимостью|на\s+(?:общую\s+)?стоимость|размером|объ[её]мом|"
    r"номиналом)\s+(?:[^\s\d]+\s+){0,3}$"
)
_TO_WHOM: Final = re.compile(r"(?:^|\s)(?:на|для|с|со|у|от)\s+$")
_PAID: Final = re.compile(
    r"(?P<noun>[а-яё]+)\s+(?:в\s+)?(?:(?:около|свыше|более|до|не|менее|почти)\s+){0,2}$"
)
_TOLD: Final = re.compile(
    r"(?:^|[.;!?…:✓•▪]\s+|\n\s?|,\s+(?:а\s+)?)(?P<phrase>[А-ЯЁа-яё][А-ЯЁа-яё «»-]{2,80}?)(?::|\s[–—-])\s+"
    r"(?:(?:около|свыше|более|до|не|менее|почти|порядка|примерно)\s+){0,2}$"
)
_NO_PART: Final = frozenset({"VERB", "INFN", "GRND", "NPRO", "PRED", "CONJ", "PRCL", "PRTS", "ADJS"})
_NAMES: Final = ("Name", "Surn", "Patr")
_LEFT_CHARS: Final = 60
_TOLD_CHARS: Final = 110


@dataclass(frozen=True, slots=True)
class Whose:
    """Words that a figure belongs to; `case` is the one they stand in."""

    span: Span
    case: str


def _share_of(text: str, fact: Fact) -> Whose | None:
    """«52 процента поставок», «30 % от суммы договора»."""
    direction = fact.slot("direction")
    match = _FROM.match(text, fact.span.stop)
    if (
        fact.type != FactType.PERCENT
        or match is None
        or (direction is not None and direction.value != "share")
    ):
        return None
    span = beginning_at(text, match.end(), "gent")
    if span is None or lemmas_of(span.of(text)) & (words("no_wholes.txt") | unit_words().keys()):
        return None
    return Whose(span, "gent")


def _sum_for(text: str, fact: Fact) -> Whose | None:
    """«850 млн рублей на ремонт дорог»."""
    match = _ON.match(text, fact.span.stop)
    if fact.type != FactType.MONEY or match is None:
        return None
    span = beginning_at(text, match.end(), "accs")
    if span is None or lemmas_of(span.of(text)) & words("per_words.txt"):
        return None
    return Whose(span, "accs")


def _in_size_of(text: str, fact: Fact) -> Whose | None:
    """«премия в размере 1,2 млн тенге», «пакет проектов на сумму свыше двух миллиардов долларов»."""
    figure = fact.slots[0].span or fact.span
    match = _IN_SIZE.search(text, max(0, figure.start - _LEFT_CHARS), figure.start)
    if fact.type == FactType.QUANTITY or match is None:
        return None
    span = ending_at(text, match.start())
    whom = _TO_WHOM.search(text, max(0, span.start - _LEFT_CHARS), span.start) if span is not None else None
    if span is not None and whom is not None and _is_someone(span.of(text)):
        # «Наложение штрафа на граждан в размере 5 тыс.» is of the fine.
        span = ending_at(text, whom.start())
    return Whose(span, "") if span is not None else None


def _is_someone(phrase: str) -> bool:
    """Whether the head of a phrase is somebody: «граждан», «должностных лиц»."""
    return any(morph.has(word, "NOUN", "anim") or "лицо" in morph.lemmas(word) for word in phrase.split())


def _paid(text: str, fact: Fact) -> Whose | None:
    """«с окладом 412 тыс. тенге»."""
    figure = fact.slots[0].span or fact.span
    match = _PAID.search(text, max(0, figure.start - _LEFT_CHARS), figure.start)
    if fact.type != FactType.MONEY or match is None or not morph.lemmas(match["noun"]) & words("sums_of.txt"):
        return None
    span = ending_at(text, match.end("noun"), is_alone=True)
    return Whose(span, "") if span is not None else None


def _sum_of(text: str, fact: Fact) -> Whose | None:
    """«40 тыс. рублей штрафа»."""
    match = _BEHIND.match(text, fact.span.stop)
    span = (
        beginning_at(text, match.end(), "gent") if fact.type == FactType.MONEY and match is not None else None
    )
    # «Получили 5 млн рублей предприятия области»: only a kind of money is of a sum.
    if span is None or not lemmas_of(span.of(text)) & words("sums_of.txt"):
        return None
    return Whose(span, "gent")


def _told_of(text: str, fact: Fact) -> Whose | None:
    """«Призовой фонд – 1 млн долларов», «расходы: 5 млн рублей»: a nominative that begins its clause."""
    figure = (fact.slots[0].span or fact.span) if fact.slot("modifier") is None else fact.span
    match = _TOLD.search(text, max(0, figure.start - _TOLD_CHARS), figure.start)
    if match is None or not _is_nominative(match["phrase"]):
        return None
    return Whose(Span(*match.span("phrase")), "nomn")


def _is_nominative(phrase: str) -> bool:
    """Whether words are a noun in the nominative, its attributes before it and what depends on it behind."""
    said = phrase.replace("«", " ").replace("»", " ").split()
    if any(morph.parses(word)[0].tag.POS in _NO_PART for word in said):
        return False
    for word in said:
        if morph.has(word, "NOUN", "nomn") and morph.parses(word)[0].tag.POS == "NOUN":
            return not any(morph.has(word, name) for name in _NAMES)
        if not any(
            parse.tag.case == "nomn" for parse in morph.parses(word) if parse.tag.POS in ("ADJF", "PRTF")
        ):
            return False
    return False


def lemmas_of(said: str) -> set[str]:
    """Return every dictionary form of the words of a phrase."""
    return {lemma for match in _WORD.finditer(said) for lemma in morph.lemmas(match.group().lower())}


BESIDE: Sequence[tuple[str, Callable[[str, Fact], Whose | None]]] = (
    ("share_of", _share_of),
    ("sum_for", _sum_for),
    ("in_size_of", _in_size_of),
    ("paid", _paid),
    ("sum_of", _sum_of),
    ("told_of", _told_of),
)
"""Name and rule for what stands right beside the figure; asked first."""
