"""What is made, founded or opened, and by whom: an ordered table of the ways it is told.

будет создан Международный центр …   «Дала-Нан» создала Торговый дом …   решили учредить Совет …
обсерватория основана осенью 1941 года
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from index.facts import morph
from index.facts.actors import acting_slot, with_field
from index.facts.clause_words import WORD, finite_verbs, is_verb_form, named, phrase
from index.facts.figure_phrases import beginning_at, ending_at
from index.facts.lexicon import words
from index.facts.mentions import Mention, Mentions
from index.facts.parties import subjects
from index.model.fact import EntityType, Fact, FactType, Slot
from index.model.span import Span

_MAKE: Final = frozenset({"создать", "учредить", "образовать", "основать", "сформировать"})
_SET_UP: Final = frozenset(
    {
        "установить",
        "открыть",
        "построить",
        "возвести",
        "соорудить",
        "открыться",
        "открываться",
        "организовать",
    }
)
"""Verbs that make something only of a thing that is built."""
_BY_ITSELF: Final = frozenset({"открыться", "открываться"})
"""Their subject is what is made."""
_LINK: Final = re.compile(r"(?:,|\sи|,\sа\sтакже)\s")
_NOT: Final = re.compile(
    r"(?<!\w)(?:не\s+(?:был[аио]?\s+|будут\s+|будет\s+)?|не\s(?:удалось|смог\w*)\s(?:[а-яё]+\s)?)$",
    re.IGNORECASE,
)
_WILL: Final = re.compile(
    r"(?<!\w)(?:будет|будут|намерен\w*|планиру\w+|намерение|хо[тч]\w+|должн?\w+|реш(?:ено|ил[ао]?)|решение)(?!\w)",
    re.IGNORECASE,
)
_STATUSES: Sequence[tuple[str, re.Pattern[str]]] = (
    ("proposed", re.compile(r"(?<!\w)предл(?:ож|аг)\w+", re.IGNORECASE)),
    ("agreed", re.compile(r"(?<!\w)(?:договорились|условились|согласились|решили)(?!\w)", re.IGNORECASE)),
    (
        "instructed",
        re.compile(r"(?<!\w)(?:поруч(?:ено|ил[аи]?)|обяза(?:л[аи]?|н[аоы]?))(?!\w)", re.IGNORECASE),
    ),
    ("planned", _WILL),
)
"""Words before the verb that say what the making is; the first that stands there speaks."""
_BESIDE: Final = re.compile(r"\s(?:в|на|при|под|у|для|из)\s(?:[^\s,;:«»()]+\s){1,5}?$", re.IGNORECASE)
"""«Создать в Коканде технопарк»: where stands between the verb and the thing."""
_AUXILIARY: Final = re.compile(r"\s(?:(?:был[аои]?|будет|будут)\s)?$", re.IGNORECASE)
_QUOTED_BEHIND: Final = re.compile(r"\s«[^«»\n]{2,80}»")
_PLACE_BEHIND: Final = re.compile(r"\s(?:в|во|на|под)\s[А-ЯЁ][а-яё-]+(?:\s[А-ЯЁ][а-яё-]+)*")
_FOUNDED: Final = "основать"
_PASSIVE: Final = "PRTS"
_REACH: Final = 60
_WINDOW: Final = 170
_AGENT: Final = 90

Made = tuple[list[Slot], Span]


def _behind(text: str, mentions: Mentions, verb: Span, part: str, sentence: Span) -> list[Slot]:
    """«Создать на базе партии Центр зондирования», «будет создан Совет …, Совет … и Совет …»."""
    is_subject = part == _PASSIVE or bool(morph.lemmas(verb.of(text).lower()) & _BY_ITSELF)
    case = "nomn" if is_subject else "accs"
    bodies = [
        one
        for one in mentions.within(verb.stop, sentence.stop)
        if one.entity.type == EntityType.ORG and _fits(text, one, case)
    ]
    found: list[Slot] = []
    at = verb.stop
    for one in bodies:
        if one.span.start < at:
            continue
        between = text[at : one.span.start]
        is_near = len(between) <= _REACH and not re.search(r"[,;:«»()]", between)
        if not (_LINK.fullmatch(between) if found else is_near) or _has_verb(between):
            break
        found.append(_body(text, one, at, case))
        at = one.span.stop
    return found or _thing_behind(text, mentions, verb, sentence, case)


def _body(text: str, one: Mention, start: int, case: str) -> Slot:
    """Return a body with the word for its kind before a name in quotes: «технопарк «Фергана Тех»»."""
    if text[one.span.start] == "«":
        for word in WORD.finditer(text, start, one.span.start):
            kind = beginning_at(text, word.start(), case)
            if kind is not None and kind.stop == one.span.start - 1:
                return phrase(text, "what", kind.hull(one.span), case)
    return named(text, "what", one)


def _thing_behind(text: str, mentions: Mentions, verb: Span, sentence: Span, case: str) -> list[Slot]:
    """«Установлен памятник», «создать в городе комиссию по приборам»: a thing without a name in its list."""
    span = _thing_at(text, verb.stop + 1, case)
    for word in WORD.finditer(text, verb.stop, min(sentence.stop, verb.stop + _REACH)):
        if span is not None or is_verb_form(word.group()):
            break
        if _BESIDE.fullmatch(text, verb.stop, word.start()):
            span = _thing_at(text, word.start(), case)
    if span is None:
        return []
    # «Памятник Алишеру Навои»: to whom it is.
    whose = next((m for m in mentions.within(span.stop, span.stop + _REACH) if not m.is_nominative), None)
    if whose is not None and whose.entity.type == EntityType.PERSON and whose.span.start == span.stop + 1:
        span = span.hull(whose.span)
    span = with_field(text, span, sentence.stop)
    rest = _QUOTED_BEHIND.match(text, span.stop, sentence.stop)
    if rest is None and " " not in span.of(text):
        rest = _PLACE_BEHIND.match(text, span.stop, sentence.stop)
    span = Span(span.start, rest.end()) if rest is not None else span
    # «Создать комиссию» says too little.
    return [phrase(text, "what", span, case)] if " " in span.of(text) else []


def _thing_at(text: str, position: int, case: str) -> Span | None:
    span = beginning_at(text, position, case)
    return span if span is not None and _is_thing(span.of(text), case) else None


def _before(text: str, mentions: Mentions, verb: Span, part: str, sentence: Span) -> list[Slot]:
    """«Обсерватория основана в 1941 году», «завод был построен летом»."""
    if part != _PASSIVE or verb.start == sentence.start:
        return []
    auxiliary = _AUXILIARY.search(text, sentence.start, verb.start)
    stop = auxiliary.start() if auxiliary is not None else verb.start - 1
    bodies = [one for one in mentions.subjects(sentence.start, stop) if one.entity.type == EntityType.ORG]
    if bodies and bodies[-1].span.stop == stop:
        return [named(text, "what", bodies[-1])]
    first = _thing_at(text, sentence.start, "nomn")
    first = with_field(text, first, stop) if first is not None else None
    span = first if first is not None and first.stop == stop else ending_at(text, stop)
    if span is None or not _is_thing(span.of(text), "nomn"):
        return []
    if " " not in span.of(text) and not morph.lemmas(verb.of(text).lower()) & _MAKE:
        return []  # «Школа открыта для всех».
    return [acting_slot(text, mentions, "what", span, "nomn")]


RULES: Sequence[tuple[str, Callable[[str, Mentions, Span, str, Span], list[Slot]]]] = (
    ("made_behind_verb", _behind),
    ("made_before_verb", _before),
)
"""Name and rule: the text, its names, the verb, its part of speech, the sentence; returns what is made."""


def find_creations(text: str, mentions: Mentions, sentences: Sequence[Span]) -> Iterator[Fact]:
    """Yield what a text tells to be made, founded or opened, in order."""
    for sentence in sentences:
        for verb, part in finite_verbs(text, sentence.start, sentence.stop, _MAKE | _SET_UP):
            if _NOT.search(text, max(sentence.start, verb.start - 14), verb.start):
                continue
            for rule, find in RULES:
                made = find(text, mentions, verb, part, sentence)
                if made:
                    status = _status(text, sentence, verb, part)
                    by = _makers(text, mentions, sentence, verb, part, status)
                    yield from (_fact(slot, by, verb, status, rule) for slot in made)
                    break


def _makers(text: str, mentions: Mentions, sentence: Span, verb: Span, part: str, status: str) -> list[Slot]:
    """Return who makes it: the subject of the verb, or of the one that an infinitive hangs on."""
    if part == "VERB":
        is_itself = bool(morph.lemmas(verb.of(text).lower()) & _BY_ITSELF)
        return [] if is_itself else subjects(text, mentions, sentence.start, verb, "by")
    if part == _PASSIVE:
        return _agent(text, mentions, verb, sentence)
    is_hanging = part == "INFN" and status in ("agreed", "planned", "proposed")
    return subjects(text, mentions, sentence.start, verb, "by") if is_hanging else []


def _agent(text: str, mentions: Mentions, verb: Span, sentence: Span) -> list[Slot]:
    """Return by whom it is made: «основан в 2008 году предпринимателем Виктором Лыткиным»."""
    for one in mentions.within(verb.stop, min(sentence.stop, verb.stop + _AGENT)):
        words_ = WORD.findall(one.span.of(text))
        is_first = not re.search(r"[,;:«»()]|\sс(?:о)?\s", text[verb.stop : one.span.start])
        if is_first and all(morph.has(w, "ablt") and not morph.has(w, "nomn") for w in words_ if len(w) > 1):
            return [named(text, "by", one)]
    return []


def _fact(what: Slot, by: Sequence[Slot], verb: Span, status: str, rule: str) -> Fact:
    span = verb
    for slot in (what, *by):
        span = span.hull(slot.span) if slot.span is not None else span
    return Fact("", FactType.CREATION, (what, *by), span, status, 0.85, rule)


def _status(text: str, sentence: Span, verb: Span, part: str) -> str:
    before = text[max(sentence.start, verb.start - _WINDOW) : verb.start]
    cue = next((status for status, pattern in _STATUSES if pattern.search(before)), "")
    if cue:
        return cue
    if _FOUNDED in morph.lemmas(verb.of(text).lower()):
        return "past"
    is_future = any(parse.tag.tense == "futr" for parse in morph.parses(verb.of(text).lower()))
    if part == "VERB":
        return "planned" if is_future else "achieved"
    return "actual" if part == "INFN" else "achieved"


def _fits(text: str, one: Mention, case: str) -> bool:
    """Whether the first word of a body may stand in the case, so that it is what is made."""
    first = WORD.match(text, one.span.start)
    return first is None or first.group().isupper() or morph.has(first.group(), case)


def _is_thing(said: str, case: str) -> bool:
    """Whether the first noun of a phrase is of a thing that is made, and may stand in the case."""
    head = next((word for word in WORD.findall(said) if morph.has(word, "NOUN")), "")
    known = words("created_things.txt") | words("bodies.txt")
    return morph.has(head, "NOUN", case) and bool(morph.lemmas(head.lower()) & known)


def _has_verb(between: str) -> bool:
    return any(is_verb_form(word) for word in WORD.findall(between))
