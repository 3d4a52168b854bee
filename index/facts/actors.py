"""Who may act: the words for somebody or for a body, as a phrase beside a place of the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from index.facts import drafts, morph
from index.facts.clause_words import WORD, part_of
from index.facts.figure_phrases import beginning_at, ending_at
from index.facts.lexicon import words
from index.facts.mentions import Mentions
from index.facts.noun_phrases import nominative
from index.model.fact import Entity, EntityType, Slot
from index.model.span import Span

_ACTING: Final = frozenset({"лицо", "субъект", "дирекция", "руководство", "собственник", "пресс-служба"})
"""Nouns of somebody that are neither in the lists of offices and bodies nor animate by the dictionary."""
_STAND_IN: Final = re.compile(r"(?:временно\s)?исполняющ\w+\sобязанности\s", re.IGNORECASE)
_PREPOSITION: Final = re.compile(
    r"(?<!\w)(?:в|во|на|с|со|из|от|до|для|о|об|по|при|за|у|к|под|между|про)\s$", re.I
)
_ADVERBS: Final = 3
_WHOSE: Final = 120


def acts(said: str, case: str) -> bool:
    """Whether the first noun of a phrase in a case is of somebody or of a body."""
    if _STAND_IN.match(said):
        return True
    nouns = [word for word in WORD.findall(said) if morph.has(word, "NOUN", case)]
    head = next((word for word in nouns if not morph.has(word, "ADJF", case)), nouns[0] if nouns else "")
    known = words("bodies.txt") | words("positions.txt") | _ACTING
    return bool(head) and (
        bool(morph.lemmas(head.lower()) & known)
        or all("anim" in parse.tag for parse in morph.parses(head.lower()) if parse.tag.POS == "NOUN")
    )


def acting_at(text: str, position: int, case: str) -> Span | None:
    """Return the words for somebody or a body that begin at a place with their head in a case."""
    span = beginning_at(text, position, case)
    if span is not None and WORD.fullmatch(span.of(text)) and morph.has(span.of(text), "ADJF", case):
        # «Учёный совет»: the dictionary thinks of a scientist first.
        behind = beginning_at(text, span.stop + 1, case)
        span = span.hull(behind) if behind is not None else span
    return span if span is not None and acts(span.of(text), case) else None


def with_whose(mentions: Mentions, span: Span) -> Span:
    """Return an office or body with the name behind it that says whose: «глава «Газпрома»», «совет ООН»."""
    whose = next(
        (m for m in mentions.within(span.start, span.stop + _WHOSE) if m.span.stop > span.stop), None
    )
    if whose is None or whose.entity.type == EntityType.PERSON or whose.span.start > span.stop + 1:
        return span
    return span.hull(whose.span)


def acting_before(text: str, start: int, verb: Span) -> Span | None:
    """Return the words for somebody or a body right before a verb, of which they are the subject.

    Args:
        text: The document's text.
        start: Where to look from.
        verb: The verb; only adverbs may stand between.
    """
    stop = verb.start - 1
    for _ in range(_ADVERBS):
        word = next(iter(reversed(list(WORD.finditer(text, max(start, stop - 30), stop)))), None)
        if word is None or word.end() != stop or part_of(word.group()) not in ("ADVB", "PRCL", "CONJ"):
            break
        stop = word.start() - 1
    span = ending_at(text, stop) if stop > start else None
    if (
        span is None
        or span.start < start
        or _PREPOSITION.search(text, max(start, span.start - 6), span.start)
    ):
        return None
    return span if acts(span.of(text), "nomn") and agrees(span.of(text), verb.of(text)) else None


def agrees(said: str, verb: str) -> bool:
    """Whether the head of a phrase has a nominative in the number of the verb."""
    head = next((word for word in WORD.findall(said) if morph.has(word, "NOUN", "nomn")), "")
    numbers = {p.tag.number for p in morph.parses(verb.lower()) if p.tag.POS in ("VERB", "PRTS", "ADJS")}
    return any(
        {"NOUN", "nomn"} <= parse.tag.grammemes and parse.tag.number in numbers
        for parse in morph.parses(head.lower())
    )


def acting_slot(text: str, mentions: Mentions, name: str, span: Span, case: str) -> Slot:
    """Make a slot that the words for somebody fill: who is meant, else the words."""
    said = nominative(span.of(text), case)
    entity = meant(text, mentions, span) or mentions.holders.of(said, span.start)
    if entity is not None:
        return drafts.slot(text, name, span, entity.name, entity.id)
    return drafts.slot(text, name, span, said)


def meant(text: str, mentions: Mentions, span: Span) -> Entity | None:
    """Return the body that a bare word for its kind means: the only one of that kind named before."""
    said = span.of(text)
    if not WORD.fullmatch(said):
        return None
    kinds = morph.lemmas(said.lower()) & words("bodies.txt")
    found = {
        one.entity.id: one.entity
        for one in mentions.within(0, span.start)
        if one.entity.type == EntityType.ORG and kinds and _kind(one.entity.name) in kinds
    }
    return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(maxsize=10_000)
def _kind(name: str) -> str:
    """Return the first noun of the name of a body, by its dictionary form."""
    head = next((word for word in WORD.findall(name.partition("«")[0]) if part_of(word) == "NOUN"), "")
    return morph.lemma(head.lower()) if head else ""
