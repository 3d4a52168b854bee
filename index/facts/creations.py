"""What is made, founded or opened, and by whom: an ordered table of the ways it is told.

будет создан Международный центр …   «Дала-Нан» создала Торговый дом …   решили учредить Совет …
обсерватория основана осенью 1941 года
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from index.facts import morph
from index.facts.agreements import subjects
from index.facts.clause_words import WORD, actor, finite_verbs, is_verb_form, named, phrase
from index.facts.figure_phrases import beginning_at, ending_at
from index.facts.lexicon import words
from index.facts.mentions import Mention, Mentions
from index.model.fact import EntityType, Fact, FactType, Slot
from index.model.span import Span

_MAKE: Final = frozenset({"создать", "учредить", "образовать", "основать", "сформировать"})
_SET_UP: Final = frozenset({"установить", "открыть", "построить", "возвести", "соорудить"})
"""Verbs that make something only of a thing that is built."""
_LINK: Final = re.compile(r"(?:,|\sи|,\sа\sтакже)\s")
_NOT: Final = re.compile(r"(?<!\w)не\s+(?:был[аио]?\s+|будут\s+|будет\s+)?$", re.IGNORECASE)
_WILL: Final = re.compile(
    r"(?<!\w)(?:будет|будут|намерен\w*|планиру\w+|намерение|хо[тч]\w+|должн?\w+)(?!\w)", re.IGNORECASE
)
_STATUSES: Sequence[tuple[str, re.Pattern[str]]] = (
    ("proposed", re.compile(r"(?<!\w)предл(?:ож|аг)\w+", re.IGNORECASE)),
    ("agreed", re.compile(r"(?<!\w)(?:договорились|условились|согласились|решили)(?!\w)", re.IGNORECASE)),
    ("planned", _WILL),
)
"""Words before the verb that say what the making is; the first that stands there speaks."""
_REACH: Final = 60
_WINDOW: Final = 170

Made = tuple[list[Slot], Span]


def _behind(text: str, mentions: Mentions, verb: Span, part: str, sentence: Span) -> list[Slot]:
    """«Создать на базе партии Центр зондирования», «будет создан Совет …, Совет … и Совет …»."""
    case = "nomn" if part == "PRTS" else "accs"
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
        found.append(named(text, "what", one))
        at = one.span.stop
    return found or _thing_behind(text, mentions, verb, case)


def _thing_behind(text: str, mentions: Mentions, verb: Span, case: str) -> list[Slot]:
    """«Установлен памятник», «образовать Комиссию по приборам»: a thing without a name in its list."""
    span = beginning_at(text, verb.stop + 1, case)
    if span is None or not _is_thing(span.of(text), case):
        return []
    # «Памятник Алишеру Навои»: to whom it is.
    whose = next((m for m in mentions.within(span.stop, span.stop + _REACH) if not m.is_nominative), None)
    if whose is not None and whose.entity.type == EntityType.PERSON and whose.span.start == span.stop + 1:
        span = span.hull(whose.span)
    # «Создать комиссию» says too little.
    return [phrase(text, "what", span, case)] if " " in span.of(text) else []


def _before(text: str, mentions: Mentions, verb: Span, part: str, sentence: Span) -> list[Slot]:
    """«Обсерватория основана в 1941 году»."""
    if part != "PRTS" or verb.start == sentence.start:
        return []
    bodies = [
        one for one in mentions.subjects(sentence.start, verb.start) if one.entity.type == EntityType.ORG
    ]
    if bodies and bodies[-1].span.stop == verb.start - 1:
        return [named(text, "what", bodies[-1])]
    span = ending_at(text, verb.start - 1)
    return (
        [phrase(text, "what", span, "nomn")] if span is not None and _is_thing(span.of(text), "nomn") else []
    )


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
        by = actor(text, mentions, "by", sentence.start, verb.start)
        return [by] if by is not None else []
    is_hanging = part == "INFN" and status in ("agreed", "planned", "proposed")
    return subjects(text, mentions, sentence, verb.start, "by") if is_hanging else []


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
