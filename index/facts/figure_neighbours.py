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
from index.facts.currencies import currency_words
from index.facts.figure_phrases import beginning_at, ending_at
from index.facts.lexicon import words
from index.facts.units import unit_words
from index.model.fact import Fact, FactType
from index.model.span import Span

_WORD: Final = re.compile(r"[а-яё]{3,}", re.IGNORECASE)
_FROM: Final = re.compile(r"\s+(?:от\s+)?(?=[а-яё])")
_ON: Final = re.compile(r"\s+на\s+(?!одн(?:ого|о|у)\s|кажд[а-яё]+\s)(?=[а-яё])")
_BEHIND: Final = re.compile(r"\s+(?=[а-яё])")
_IN_SIZE: Final = re.compile(
    r"\s(?:в\s+размере|на\s+(?:общую\s+)?сумму|в\s+сумме|стоимостью|на\s+(?:общую\s+)?стоимость|размером|объ[её]мом|"
    r"номиналом)\s+(?:[^\s\d]+\s+){0,3}$"
)
_TIME: Final = re.compile(
    r"\s(?:и\s+)?(?:на|в|за)\s+(?:\d{4}\s+год[ауе]?|\S+\s+квартале?(?:\s+\d{4}\s+года)?)$"
)
_LED: Final = re.compile(r"\s(?:по|в|(?P<on>на))\s+$")
_SUM: Final = re.compile(r"размер|сумм")
_TO_WHOM: Final = re.compile(r"(?:^|\s)(?:на|для|с|со|у|от)\s+$")
_PAID: Final = re.compile(
    r"(?P<where>(?<!\w)(?:в|во|из|на|к|от|по)\s+)?(?P<noun>[а-яё]+)\s+(?:(?:в|по)\s+)?(?:(?:около|свыше|более|до|не|менее|почти)\s+){0,2}$"
)
_TOLD: Final = re.compile(
    r"(?:^|[.;!?…:✓•▪]\s+|\n\s?|(?P<listed>,\s+(?:а\s+)?))"
    r"(?P<phrase>(?=[А-ЯЁа-яё]{3}|[А-ЯЁ]{2})"
    r"[А-ЯЁа-яё][А-ЯЁа-яё\d «»-]{1,80}?[А-ЯЁа-яё»](?:-\d+)?)(?::|\s[–—-])\s+"
    r"(?:(?:около|свыше|более|до|не|менее|почти|порядка|примерно)\s+){0,2}$"
)
_TOLD_BEFORE: Final = re.compile(r"[а-яё»](?::|\s[–—-])\s+(?:[а-яё]+\s+){0,2}\d[^;:–—]{0,40}$")
_RATED: Final = tuple(
    re.compile(rf"{before}(?P<each>{words}(?:(?!\sруб)[^;\n]){{3,240}}?)\s?(?:[–—-]|составляет)\s+$")
    for before, words in (
        (r"\d\s[^\s\d;]{1,8},\s", r"за\sсч[её]т\s"),
        (r"(?:^|\n)(?:\W{0,3}|\d{1,2}\)\s)", r"(?:(?:на|за)\s(?:1|один|одну|одно)\s[а-яё]|за\sсч[её]т\s)"),
    )
)
"""What a tariff is for: whose money another sum of its line is, or what the line begins with."""
_GROWN: Final = re.compile(
    r"(?i:(?<!\w)(?:доведени|увеличени|снижени|сокращени|повышени|падени|уменьшени|рост|прирост|спад|сохранени)[а-яё]{0,2})\s+"
    r"(?P<what>[А-ЯЁа-яё][А-ЯЁа-яё -]{2,80}?)\s+(?:до|на|с)\s+(?:уровн[ея]\s+)?"
    r"(?:(?:около|свыше|более|почти|не|менее)\s+){0,2}$"
)
_CLAIM: Final = re.compile(
    r"(?<!\w)(?P<noun>(?:иск|требовани|претензи|заявлени)[а-яё]{0,3})(?:\s[^.;!?\n]{0,70})?\sо\s+взыскании\s+"
    r"(?:(?:около|свыше|более)\s+)?$",
    re.IGNORECASE,
)
_NO_PART: Final = frozenset({"VERB", "INFN", "GRND", "NPRO", "PRED", "CONJ", "PRCL", "PRTS", "ADJS"})
_CALLS: Final = frozenset(
    {"ответ", "пример", "примечание", "вывод", "вопрос", "внимание", "решение", "задача", "справка"}
)
"""«Ответ: 5 км»: words that call what follows, and own no figure."""
_NAMES: Final = ("Name", "Surn", "Patr", "Geox")
_LEFT_CHARS: Final = 60
_TOLD_CHARS: Final = 110
_RATE_CHARS: Final = 600


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
    start = match.start()
    while (time := _TIME.search(text, max(0, start - _LEFT_CHARS), start)) is not None:
        # «Объём доходов на 2017 год в сумме 5 млн рублей»
        start = time.start()
    span = ending_at(text, start)
    whom = _TO_WHOM.search(text, max(0, span.start - _LEFT_CHARS), span.start) if span is not None else None
    if span is not None and whom is not None and _is_someone(span.of(text)):
        # «Наложение штрафа на граждан в размере 5 тыс.» is of the fine.
        span = ending_at(text, whom.start())
    if span is None or lemmas_of(span.of(text)) & currency_words().keys():
        # «В сумме 5 млн рублей и на 2018 год в сумме 6»
        return None
    led = _LED.search(text, max(0, span.start - _LEFT_CHARS), span.start)
    if led is not None and led["on"] and not _SUM.search(match.group()):
        # «Расходы на приобретение станков стоимостью …»: the sum is of the thing.
        led = None
    owner = ending_at(text, led.start()) if led is not None else None
    if owner is not None:
        # «Задолженность по договору», «расписка в форме письма»: the sum is of the first.
        span = owner.hull(span)
    return Whose(span, "")


def _is_someone(phrase: str) -> bool:
    """Whether the head of a phrase is somebody: «граждан», «должностных лиц»."""
    return any(morph.has(word, "NOUN", "anim") or "лицо" in morph.lemmas(word) for word in phrase.split())


def _paid(text: str, fact: Fact) -> Whose | None:
    """«с окладом 412 тыс. тенге»."""
    figure = fact.slots[0].span or fact.span
    match = _PAID.search(text, max(0, figure.start - _LEFT_CHARS), figure.start)
    # «Вернуть в бюджет 5 млн рублей» tells where to.
    if (
        fact.type != FactType.MONEY
        or match is None
        or match["where"]
        or not morph.lemmas(match["noun"]) & words("sums_of.txt")
    ):
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
    if match["listed"] and not _TOLD_BEFORE.search(text, max(0, match.start() - _LEFT_CHARS), match.start()):
        # «Грузия платит 1,2 лари, Азербайджан – 0,9 маната» leaves a verb out.
        return None
    return Whose(Span(*match.span("phrase")), "nomn")


def _rated(text: str, fact: Fact) -> Whose | None:
    """«на 1 вызов скорой помощи за счёт средств бюджета – 500 рублей, за счёт страхования – 495 рублей»."""
    start = text.rfind("\n", 0, fact.span.start)
    if fact.type != FactType.MONEY or fact.span.start - start > _RATE_CHARS:
        return None
    found = (rule.search(text, max(0, start), fact.span.start) for rule in _RATED)
    return next((Whose(Span(*match.span("each")), "nomn") for match in found if match is not None), None)


def _claimed(text: str, fact: Fact) -> Whose | None:
    """«Иск к заводу о взыскании 5 млн рублей»."""
    match = _CLAIM.search(text, max(0, fact.span.start - _TOLD_CHARS), fact.span.start)
    if fact.type != FactType.MONEY or match is None:
        return None
    return Whose(Span(*match.span("noun")), "")


def _grown(text: str, fact: Fact) -> Whose | None:
    """«Рост цен на 5 %», «доведение этого показателя до десяти миллиардов»."""
    figure = fact.slots[0].span or fact.span
    match = _GROWN.search(text, max(0, figure.start - _TOLD_CHARS), figure.start)
    if match is None:
        return None
    span = beginning_at(text, match.start("what"), "gent")
    return Whose(span, "gent") if span is not None and span.stop == match.end("what") else None


def _is_nominative(phrase: str) -> bool:
    """Whether words are a noun in the nominative, its attributes before it and what depends on it behind."""
    said = [word for word in re.split(r"[\s«»]+", phrase) if word[:1].isalpha()]
    if any(morph.parses(word)[0].tag.POS in _NO_PART for word in said):
        return False
    for word in said:
        if morph.has(word, "NOUN", "nomn") and morph.parses(word)[0].tag.POS == "NOUN":
            return not any(morph.has(word, name) for name in _NAMES) and morph.lemma(word) not in _CALLS
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
    ("rated", _rated),
    ("claimed", _claimed),
    ("grown", _grown),
)
"""Name and rule for what stands right beside the figure; asked first."""
