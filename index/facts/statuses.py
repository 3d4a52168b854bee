"""What a sum or a share is to the sentence: reached, expected, aimed at, asked for. An ordered table of cues.

A figure is taken for a statement of what is («actual») unless words before it in its sentence say else; the
cue nearest to the figure speaks, since one sentence may tell what is and what is to be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from index.facts import morph
from index.facts.lexicon import words as listed
from index.model.fact import Fact, FactType

_WINDOW_CHARS: Final = 220
_SENTENCE_ENDS = re.compile(
    r"[.!?…][»\"]?\s+(?=[«\"]?[А-ЯЁA-Z–—])|(?:(?<=[а-яё]{4}\.)|[!?…])[»\"]?\s+(?=\d)|;\s+|\n"
)
_WORD = re.compile(r"[А-ЯЁа-яё]+(?:-[а-яё]+)*")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that give a figure behind them a status."""

    status: str
    pattern: re.Pattern[str]


def _cue(status: str, words: str) -> Cue:
    return Cue(status, re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE))


CUES: Sequence[Cue] = (
    _cue(
        "target",
        r"(?:довед[её]ни\w+|довести|увеличи(?:ть|вать)|увеличени\w+|нарасти?ть|сократить|снизить)"
        r"(?:\s+[\w-]+){0,6}\s+до\b|целев\w+\s+показател\w+|поставлена\s+(?:цель|задача)",
    ),
    _cue(
        "expected",
        r"ожида(?:ется|ются|емы\w+)|прогнозир\w+|(?:по|согласно)\s+(?:прогноз|расч[её]т)\w+|оценивает?ся|оцениваются",
    ),
    _cue(
        "planned",
        r"планиру\w+|запланирован\w*|намеч(?:ен|а)\w*|предусматрива\w+|предусмотре(?:н|но|на|ны)(?!\w)|предстоит|намерен\w*",
    ),
    _cue("proposed", r"предл(?:ож(?!ени)|аг)\w+|рекоменд\w+"),
    _cue(
        "instructed",
        r"поруч(?:ен(?!и)|ил)\w*|обязан\w*|обязал\w*|"
        r"(?:постановил\w*|постановляю|приказываю|приказал\w*|решил\w*):\s*(?:\d+[.)]\s*)?[а-яё]+(?:ть|ти|ться)(?!\w)",
    ),
    _cue("agreed", r"договорились|условились|согласова(?:ли|но|на|ны)"),
    _cue("achieved", r"достиг(?:ла|ло|ли|нут|нута|нуты|нуто)?(?!\w)"),
)
"""The one that ends nearest to the figure speaks; of two that end together, the earlier of the table."""

_NEEDED: Final = _cue("planned", r"понадоб\w+|нужно|необходимо")
"""Said of sums only: «нужно описать два класса» tells how it is done, not what is planned."""

_CUES_BEHIND: Sequence[tuple[str, re.Pattern[str]]] = (
    ("planned", re.compile(r"\s+(?:предстоит|планиру\w+|намечен\w*|предусмотрен\w*|необходимо|нужно)(?!\w)")),
    ("expected", re.compile(r"\s+(?:ожида\w+ся|прогнозир\w+ся|потребу\w+ся)(?!\w)")),
    ("proposed", re.compile(r"\s+предл(?:агается|ожено)(?!\w)")),
)
"""The same right behind a figure: «4 миллиарда рублей предстоит найти»."""

_OF_WHOLE: Final = re.compile(r"\s+(?:от\s+)?[а-яё]{3,}")
_TARGET_REACHES: Final = 25
_CONDITIONS = frozenset({"если", "чтобы", "когда", "хотя"})
_NO_VERB_OF_FIGURE = frozenset({"быть", "мочь", "стать"})


def with_status(text: str, fact: Fact) -> Fact:
    """Return a fact about a figure with the status that its sentence gives it.

    Args:
        text: The document's text.
        fact: A sum or a share.
    """
    left = _sentence_before(text, fact.span.start)
    # The figure's own modifier («достигнет отметки в») belongs to its span and speaks first of all.
    said = f"{left}{fact.span.of(text)}"
    cues = (*CUES, _NEEDED) if fact.type == FactType.MONEY else CUES
    status = _status_behind(text, fact.span.stop) or _status(said, len(left), cues)
    is_of_whole = fact.type == FactType.PERCENT and _OF_WHOLE.match(text, fact.span.stop) is not None
    if status == "past" and (fact.type == FactType.QUANTITY or is_of_whole):
        # «Говорили о дороге длиной 412 км», «выбирали 20 % книг»: the verb seldom tells of what is counted.
        return fact
    return replace(fact, status=status) if status else fact


def _sentence_before(text: str, position: int) -> str:
    start = max(0, position - _WINDOW_CHARS)
    # The figure may begin its sentence: the first letter of it tells so.
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(text, start, position + 1)]
    left = text[ends[-1] if ends else start : position]
    # «Сеть (более 400 млн человек)»: what is told aside is not what the verb tells of.
    return left[left.rfind("(") + 1 :] if left.rfind("(") > left.rfind(")") else left


def _status_behind(text: str, position: int) -> str:
    return next((status for status, pattern in _CUES_BEHIND if pattern.match(text, position)), "")


def _status(said: str, figure: int, cues: Sequence[Cue]) -> str:
    found = [
        (match.end(), cue.status)
        for cue in cues
        for match in cue.pattern.finditer(said)
        # An aim is told with its figure: of «увеличить с 300 до 310 млн, сохранив 2,4 %» only the former.
        if cue.status != "target" or figure - match.end() <= _TARGET_REACHES
    ]
    words = list(_WORD.finditer(said))
    verbs = [(match, _time(match.group())) for match in words]
    found += [(match.end(), "expected") for match, time in verbs if time == "futr"]
    past = max((match.end() for match, time in verbs if time in ("past", "pres", "gone")), default=0)
    if not found:
        if past == 0 and _is_order(said, figure):
            return "instructed"
        return "past" if any(match.end() == past for match, time in verbs if time == "gone") else ""
    stop, status = max(found, key=lambda one: one[0])
    if status == "achieved" and any(s == "expected" for _, s in found):
        return "expected"
    # A verb of what is, nearer to the figure than what is to be, tells of another matter.
    return status if past <= stop or status != "expected" else ""


def _is_finite(word: str) -> bool:
    return morph.is_known(word) and all(parse.tag.POS == "VERB" for parse in morph.parses(word))


def _time(word: str) -> str:
    """Return the tense of a word that can only be a finite verb («futr», «gone»), '' of another word."""
    if len(word) < 4 or not morph.is_known(word):
        return ""
    readings = morph.parses(word)
    if len({str(parse.tag.tense) for parse in readings}) > 1:
        # «Декларируют» is what they do as well as what they will do.
        return "pres"
    if not all(parse.tag.POS == "VERB" and parse.tag.mood != "impr" for parse in readings):
        return ""
    first = readings[0]
    if first.normal_form in _NO_VERB_OF_FIGURE:
        return ""
    # «Стоил», «просили», «не дотягивала»: what was so, and may no longer be.
    is_gone = first.tag.tense == "past" and first.tag.aspect == "impf"
    return "gone" if is_gone else str(first.tag.tense or "")


def _is_order(said: str, figure: int) -> bool:
    """Whether a sentence without a finite verb tells what to do: «Выделить 850 млн рублей на ремонт»."""
    words = [match.group().lower() for match in _WORD.finditer(said, 0, figure)]
    parts = [morph.parses(word)[0].tag.POS for word in words]
    # «готов увеличить» and «можно увеличить» order nothing, nor does «будет получать» or «если говорить».
    if "INFN" not in parts or {"ADJS", "PRTS", "PRED"} & set(parts) or words[0] in _CONDITIONS:
        return False
    if any(_is_finite(word) for word in words):
        return False
    before = words[parts.index("INFN") - 1] if parts.index("INFN") else ""
    return not morph.lemmas(before) & listed("infinitive_nouns.txt")
