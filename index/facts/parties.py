"""Who agrees, decides or means to do something: the subject of a verb, and whom it is done with.

«Россия и Китай договорились»   «узбекская сторона»   «между заводом и школой подписан договор»
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from index.facts import collectives, drafts, morph
from index.facts.actors import acting_at, acting_before, acting_slot, with_whose
from index.facts.clause_words import named
from index.facts.country_adjectives import country_of
from index.facts.lexicon import words
from index.facts.mentions import Mention, Mentions
from index.model.fact import EntityType, Slot
from index.model.span import Span

_BORDER: Final = re.compile(
    r"[;:«»()\n]|,\s(?:а|но|что|котор\w+)\s|(?<!\w)(?:я|мы|он|она|они|вы)(?!\w)", re.IGNORECASE
)
_LISTED: Final = re.compile(r",?\sи\s|,\s")
_SIDE: Final = re.compile(r"(?<!\w)([А-ЯЁа-яё-]+ая)\sсторона\s(?:[а-яё]+\s){0,2}$")
_PREPOSITION: Final = re.compile(r"(?<!\w)(?:на|в|про|через|за|об?|для|от|с|к)\s$", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"(?<!\w)между\s", re.IGNORECASE)
_AND: Final = re.compile(r"(?:\s\([^()]{2,40}\))?\sи\s")
_WITH: Final = re.compile(r"\sс(?:о)?\s")
_BEFORE: Final = 140
_WORD_BEFORE: Final = re.compile(r"([А-ЯЁа-яё-]+)\s$")
_OFFICE: Final = 40


def subjects(text: str, mentions: Mentions, start: int, verb: Span, slot: str = "parties") -> list[Slot]:
    """Return the subject before a verb: names joined by «и», the word for several, the words for a body.

    Args:
        text: The document's text.
        mentions: Its names.
        start: Where the sentence begins.
        verb: The verb.
        slot: The name of the slots.
    """
    start = max(start, verb.start - _BEFORE)
    several = collectives.last_before(text, start, verb.start) if _may_be_plural(verb.of(text)) else None
    before = [
        one
        for one in mentions.subjects(start, verb.start)
        if several is None or not (several.start <= one.span.start < several.stop)
    ]
    if before and _parted(text, before[-1].span.stop, verb.start):
        before = []
    if several is not None and (not before or several.start > before[-1].span.start):
        if _PREPOSITION.search(text, start, several.start) or _parted(text, several.stop, verb.start):
            return []
        return [drafts.slot(text, slot, several)]
    side = _SIDE.search(text, start, verb.start)
    if side is not None:
        span = Span(side.start(), side.end(1) + len(" сторона"))
        return [drafts.slot(text, slot, span, country_of(side[1]) or None)]
    return _joined(text, mentions, before, verb.start, slot) or _by_words(text, mentions, start, verb, slot)


def _may_be_plural(verb: str) -> bool:
    numbers = {p.tag.number for p in morph.parses(verb.lower()) if p.tag.POS in ("VERB", "PRTS", "ADJS")}
    return not numbers or "plur" in numbers


def _joined(text: str, mentions: Mentions, before: Sequence[Mention], verb: int, slot: str) -> list[Slot]:
    found: list[Slot] = []
    following = verb
    for one in reversed(before):
        if found and not _LISTED.fullmatch(text[one.span.stop : following]):
            break
        found.insert(0, _office(text, mentions, one, slot) or named(text, slot, one))
        following = one.span.start
    return found


def _office(text: str, mentions: Mentions, one: Mention, slot: str) -> Slot | None:
    """Return the office of a body that cannot decline, where one stands before it: «глава МИД»."""
    before = _WORD_BEFORE.search(text, max(0, one.span.start - _OFFICE), one.span.start)
    if one.entity.type == EntityType.PERSON or before is None:
        return None
    if not morph.has(before[1], "NOUN", "nomn") or not morph.lemmas(before[1].lower()) & words(
        "positions.txt"
    ):
        return None
    return acting_slot(text, mentions, slot, Span(before.start(), one.span.stop), "nomn")


def _by_words(text: str, mentions: Mentions, start: int, verb: Span, slot: str) -> list[Slot]:
    span = acting_before(text, start, verb)
    return [acting_slot(text, mentions, slot, span, "nomn")] if span is not None else []


def _parted(text: str, start: int, stop: int) -> bool:
    """Whether another statement stands between a subject and its verb; «и» may join two verbs of it."""
    return _BORDER.search(text, start, stop) is not None


def are_several(slots: Sequence[Slot]) -> bool:
    """Whether those named are more than one, or a word for several."""
    return len(slots) > 1 or any(collectives.WORDS.match(slot.text) for slot in slots)


def between(text: str, mentions: Mentions, start: int, stop: int) -> list[Slot]:
    """Return both of «между Домом культуры и районной библиотекой», wherever it stands."""
    match = _BETWEEN.search(text, start, stop)
    first = _one(text, mentions, match.end(), stop) if match is not None else None
    joint = _AND.match(text, first[1], stop) if first is not None else None
    second = _one(text, mentions, joint.end(), stop) if joint is not None else None
    return [first[0], second[0]] if first is not None and second is not None else []


def partner(text: str, mentions: Mentions, start: int, stop: int) -> tuple[Slot, int] | None:
    """Return the one in «с Китаем» right behind a verb or a paper, and where the words for him end."""
    match = _WITH.match(text, start, stop)
    return _one(text, mentions, match.end(), stop) if match is not None else None


def _one(text: str, mentions: Mentions, start: int, stop: int) -> tuple[Slot, int] | None:
    one = next(iter(mentions.within(start, stop)), None)
    if one is not None and one.span.start == start:
        return named(text, "parties", one), one.span.stop
    span = acting_at(text, start, "ablt")
    if span is None or span.stop > stop:
        return None
    span = with_whose(text, mentions, span)
    return acting_slot(text, mentions, "parties", span, "ablt"), span.stop
