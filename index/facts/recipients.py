"""Whom something is told: the names or the words for an office or a body that a stretch of text begins with.

«Главам регионов …», «тт. Шарипову и Носовой …», «директору завода «Заря» Беловой А. П. …»
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.facts import morph
from index.facts.actors import acting_at, acting_slot, with_field, with_whose
from index.facts.clause_words import WORD, is_verb_form, named
from index.facts.mentions import Mention, Mentions
from index.model.fact import EntityType, Slot
from index.model.span import Span

_TITLES: Final = re.compile(
    r"\s*(?:(?:тт?|тов|гр|г-н[уа]|г-же|товарищ(?:у|а|ам)|господин[уа]|госпож[еу])\.?\s+)?", re.IGNORECASE
)
_JOINED: Final = re.compile(
    r",?\s(?:(?P<with>(?:совместно|вместе)\sс(?:о)?)|и|а\sтакже)\s|,\s(?=[А-ЯЁа-яё])", re.IGNORECASE
)
_BRACKETS: Final = re.compile(r"\s\([^()]{2,80}\)")
_NOT_HIS: Final = re.compile(r"[,;:()]|(?<!\w)(?:имени|им\.)\s")
_OFFICE: Final = 200
_SHORT: Final = re.compile(r"(?:зам|нач|зав|пом|гл|пред|секр|дир)\.", re.IGNORECASE)
_SHORT_OFFICE: Final = 70
_MOST: Final = 8


@dataclass(frozen=True, slots=True)
class Recipients:
    """Whom a stretch of text begins with, and where the words for them end."""

    slots: tuple[Slot, ...]
    stop: int


NOBODY: Final = Recipients((), 0)


def recipients(
    text: str, mentions: Mentions, start: int, stop: int, case: str, *, is_strict: bool = False
) -> Recipients:
    """Return whom a stretch of text begins with, all that «и», «совместно с» or a comma joins.

    Args:
        text: The document's text.
        mentions: Its names.
        start: Where they have to begin; blanks and words like «тов.» aside.
        stop: Where to look to.
        case: The case they stand in (pymorphy3's name).
        is_strict: Whether a name has to be able to stand in the case: nothing but the case tells whom.
    """
    found: list[Slot] = []
    joint: re.Match[str] | None = None
    end, at, wanted = start, start, case
    while len(found) < _MOST:
        one = _one(text, mentions, _past_titles(text, at, stop), stop, wanted, is_strict=is_strict)
        if one is None:
            break
        slot, end = one
        if found and joint is not None and _is_same(mentions, found[-1], joint, slot):
            found.pop()
        found.append(slot)
        brackets = _BRACKETS.match(text, end, stop)
        end = brackets.end() if brackets is not None else end
        joint = _JOINED.match(text, end, stop)
        if joint is None:
            break
        at, wanted = joint.end(), "ablt" if joint["with"] else case
    return Recipients(tuple(found), end) if found else NOBODY


def _is_same(mentions: Mentions, before: Slot, joint: re.Match[str], slot: Slot) -> bool:
    """Whether a person is the one whose office stands before: «заместителя главы, члена совета Белова»."""
    if joint.group() != ", " or before.entity_id or not slot.entity_id or slot.span is None:
        return False
    is_person = any(
        one.span == slot.span and one.entity.type == EntityType.PERSON for one in mentions.touching(slot.span)
    )
    first = WORD.match(before.text)
    return (
        is_person and first is not None and morph.has(first.group(), "sing") and slot.span.start > joint.end()
    )


def _past_titles(text: str, start: int, stop: int) -> int:
    match = _TITLES.match(text, start, stop)
    return match.end() if match is not None else start


def _one(
    text: str, mentions: Mentions, at: int, stop: int, case: str, *, is_strict: bool
) -> tuple[Slot, int] | None:
    """Return who is told at a place, and where the words for him end."""
    one = next(iter(mentions.within(at, stop)), None)
    if one is not None and one.span.start == at and one.entity.type != EntityType.COUNTRY:
        fits = not is_strict or (not one.is_nominative and may_stand(text, one, case))
        return (named(text, "to_whom", one), one.span.stop) if fits or one.is_upper(text) else None
    span = acting_at(text, at, case)
    if span is None or span.stop > stop:
        person = _holder_of_short(text, mentions, at, stop, case)
        return (named(text, "to_whom", person), person.span.stop) if person is not None else None
    # «Главному бухгалтеру Сидоровой»: a surname in the dative may be a genitive as well, and is no superior.
    beside = next(iter(mentions.within(span.stop, stop)), None)
    is_held = beside is not None and beside.entity.type == EntityType.PERSON
    if beside is None or not is_held or beside.span.start != span.stop + 1:
        span = _with_superior(text, span, stop)
    span = with_field(text, span, stop)
    person = _holder(text, mentions, span, stop, case)
    if person is not None:
        return named(text, "to_whom", person), person.span.stop
    span = with_whose(text, mentions, span)
    return acting_slot(text, mentions, "to_whom", span, case), span.stop


def _with_superior(text: str, office: Span, stop: int) -> Span:
    """Return an office with the one that it belongs to: «заместителю Губернатора»."""
    superior = (
        acting_at(text, office.stop + 1, "gent") if text[office.stop : office.stop + 1] == " " else None
    )
    return office.hull(superior) if superior is not None and superior.stop <= stop else office


def _holder_of_short(text: str, mentions: Mentions, start: int, stop: int, case: str) -> Mention | None:
    """Return the person behind an office that is abbreviated: «Первому зам. директора И. С. Левченко»."""
    first = WORD.match(text, start, stop)
    if first is None:
        return None
    is_short = _SHORT.match(text, start, stop) is not None
    if not is_short and (not morph.has(first.group(), case) or morph.has(first.group(), "nomn")):
        return None
    return _holder(text, mentions, Span(*first.span()), min(stop, first.end() + _SHORT_OFFICE), case)


def _holder(text: str, mentions: Mentions, office: Span, stop: int, case: str) -> Mention | None:
    """Return the person behind the words for his office: «Первому зам. директора И. С. Левченко»."""
    for one in mentions.within(office.stop, min(stop, office.stop + _OFFICE)):
        if _NOT_HIS.search(text, office.stop, one.span.start):
            return None
        if one.entity.type == EntityType.PERSON:
            between = WORD.findall(text[office.stop : one.span.start])
            is_his = may_stand(text, one, case) and not any(is_verb_form(word) for word in between)
            return one if is_his else None
    return None


def may_stand(text: str, one: Mention, case: str) -> bool:
    """Whether a name may stand in a case, as far as the dictionary knows its words."""
    said = [word for word in WORD.findall(one.span.of(text)) if len(word) > 1]
    if one.entity.type != EntityType.PERSON:
        said = said[:1]
    return not said or any(not morph.is_known(word) or morph.has(word, case) for word in said)
