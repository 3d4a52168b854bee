"""Who holds which office: an ordered table of named patterns of an office and a person side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from index.facts import country_adjectives, drafts, morph, office_tails
from index.facts.headed import Headed
from index.facts.linking import body_name
from index.facts.names import Name
from index.facts.passage import Passage
from index.facts.places import TAGGER_CASES
from index.facts.positions import Position, find_positions
from index.model.fact import Entity, EntityType, Fact, FactType, Slot
from index.model.span import Span


@dataclass(frozen=True, slots=True)
class Held:
    """An office with the person who holds it."""

    position: Position
    person: Name
    rule: str
    confidence: float


AFTER_PERSON: Final = "office_after_person"
Matcher = Callable[[Passage, list[Name], Position], list[Name]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """How an office and a person stand side by side; earlier patterns win."""

    name: str
    confidence: float
    match: Matcher


def _persons(names: Sequence[Name]) -> list[Name]:
    return sorted((n for n in names if n.type == EntityType.PERSON), key=lambda n: n.span)


def _between(passage: Passage, left: int, right: int) -> str:
    return passage.text[left:right] if left <= right else "\n"


def end_of(passage: Passage, position: Position) -> int:
    """Return where an office ends with its body."""
    body = position.body.span.stop if position.body else 0
    return max(passage.tokens[position.after - 1].stop, position.span.stop, body)


_BESIDE = re.compile(r"(?: \([^()]{1,40}\))?(?: | [–—-] |: )")
"""What may stand between an office and its holder; the brackets hold the short name of the body."""


def _before_person(passage: Passage, names: list[Name], position: Position) -> list[Name]:
    """«министр туризма Дилфуза Эргашходжаева»; plural offices take every person of the list."""
    end = end_of(passage, position)
    following = [p for p in _persons(names) if p.span.start >= end]
    if not following or not _BESIDE.fullmatch(_between(passage, end, following[0].span.start)):
        return []
    if not position.is_plural:
        return following[:1] if _may_agree(passage, following[0], position) else []
    listed = following[:1]
    for person in following[1:]:
        if _between(passage, listed[-1].span.stop, person.span.start) not in (" и ", ", "):
            break
        listed.append(person)
    return listed if len(listed) > 1 else []


def _before_person_behind_tail(passage: Passage, names: list[Name], position: Position) -> list[Name]:
    """«член Палаты представителей от штата Аризона Гэбриэль Гиффордс»: both in one case."""
    after = passage.after_token(Span(passage.span.start, end_of(passage, position)))
    person = office_tails.person_behind(passage, _persons(names), after)
    if person is None or position.is_plural or not position.case:
        return []
    case = passage.feature(passage.first_token(person.span), "Case")
    return [person] if case == position.case else []


_APPOSITION = re.compile(r",\s|\s[–—-]\s|\s\(")


def _after_person(passage: Passage, names: list[Name], position: Position) -> list[Name]:
    """«А. М. Вертоградов, заместитель директора Пулковской обсерватории»."""
    start = passage.tokens[position.begin].start
    before = [p for p in _persons(names) if p.span.stop <= start]
    if not before or position.is_plural:
        return []
    if not _APPOSITION.fullmatch(_between(passage, before[-1].span.stop, start)):
        return []
    if not _cases_agree(passage, before[-1], position):
        return []
    return before[-1:] if _ends(passage, position) or _has_tail(passage, position) else []


def _has_tail(passage: Passage, position: Position) -> bool:
    """Whether only a tail stands between an office and the next comma: «глава отдела по делам церкви, …»."""
    after = passage.after_token(Span(passage.span.start, end_of(passage, position)))
    stop = office_tails.tail_stop(passage, after)
    return stop > after and (stop == len(passage.tokens) or passage.tokens[stop].text in office_tails.ENDS)


def _cases_agree(passage: Passage, person: Name, position: Position) -> bool:
    case = passage.feature(passage.first_token(person.span), "Case")
    # Of living things the accusative is the genitive, and the tagger has to guess.
    return not case or not position.case or case == position.case or {case, position.case} == {"Gen", "Acc"}


def _may_agree(passage: Passage, person: Name, position: Position) -> bool:
    """Whether each word of a name may have the office's case: not in «муж актрисы Сергей Сенин»."""
    if _cases_agree(passage, person, position):
        return True
    wanted = TAGGER_CASES.get(position.case, "")
    known = [word.lower() for word in passage.of(person.span).split() if morph.is_known(word)]
    # Of abbreviations and names that no dictionary has, nobody knows.
    return not wanted or len(known) < 2 or all(morph.has(word, wanted) for word in known)


_END = re.compile(r"\s*(?:[,.;:!?)(–—-]|и\s|$)")


def _ends(passage: Passage, position: Position) -> bool:
    """Whether nothing but punctuation follows: «Иванов, директор которого…» is no apposition."""
    end = max(position.span.stop, position.body.span.stop if position.body else 0)
    return _END.match(passage.text, end, passage.span.stop) is not None


PATTERNS: tuple[Pattern, ...] = (
    Pattern("office_before_person", 0.95, _before_person),
    Pattern("office_with_tail_before_person", 0.85, _before_person_behind_tail),
    Pattern(AFTER_PERSON, 0.9, _after_person),
)


def find_held(passage: Passage, names: list[Name], positions: Iterable[Position]) -> Iterator[Held]:
    """Yield the offices of a sentence with their holders."""
    if not any(name.type == EntityType.PERSON for name in names):
        return
    for position in positions:
        for pattern in PATTERNS:
            holders = pattern.match(passage, names, position)
            if holders:
                for person in holders:
                    yield Held(position, person, pattern.name, pattern.confidence)
                break


_NAMED_AFTER = re.compile(r"(?<!\w)(?:имени|им\.|памяти|фамилии)\s?$", re.IGNORECASE)


def cases_told(passage: Passage, names: Sequence[Name]) -> dict[Span, str]:
    """Return the cases of persons that their office or a word like «имени» before them tells («Gen»)."""
    people = _persons(names)
    told: dict[Span, str] = {}
    if not people:
        return told
    for position in find_positions(passage, list(names)):
        told |= {
            p.span: position.case for p in _before_person(passage, list(names), position) if position.case
        }
    for person in people:
        line = max(passage.span.start, person.span.start - 12)
        if _NAMED_AFTER.search(passage.text[line : person.span.start]):
            told[person.span] = "Gen"
    return told


def occupation(text: str, held: Held, passage: Passage, entity_at: dict[Span, Entity]) -> Fact:
    """Make the fact; names take the canonical names of their entities.

    Args:
        text: The document's text.
        held: What was found.
        passage: Its sentence.
        entity_at: Entities by the spans of their mentions.
    """
    person, position = held.person, held.position
    slots, span = person_and_office(text, person, person.span, position, passage, entity_at)
    return Fact("", FactType.OCCUPATION, slots, span, position.status, held.confidence, held.rule)


def person_and_office(
    text: str, person: Name, said: Span, position: Position, passage: Passage, entity_at: dict[Span, Entity]
) -> tuple[tuple[Slot, ...], Span]:
    """Return the slots of a person, an office and its body, and the passage that holds them.

    Args:
        text: The document's text.
        person: Who.
        said: The words for the person there: the name, or a pronoun.
        position: The office.
        passage: Their sentence.
        entity_at: Entities by the spans of their mentions.
    """
    slots = [replace(named_slot(text, "person", person.span, entity_at), text=said.of(text), span=said)]
    slots.append(drafts.slot(text, "position", position.span, position.value))
    span = said.hull(position.span)
    body = position.body
    if body is not None:
        is_adjective = body.rule == country_adjectives.RULE
        slots.append(
            _country_slot(text, body.span, entity_at)
            if is_adjective
            else named_slot(text, "org", body.span, entity_at, passage)
        )
        span = span.hull(body.span)
    return tuple(slots), span


def _country_slot(text: str, adjective: Span, entity_at: dict[Span, Entity]) -> Slot:
    """Make the slot of a country told by an adjective; its entity is the one of its name, if any."""
    country = country_adjectives.country_of(adjective.of(text))
    named = next((e for e in entity_at.values() if e.type == EntityType.COUNTRY and e.name == country), None)
    return drafts.slot(text, "org", adjective, country, named.id if named else "")


def headed(text: str, found: Headed, entity_at: dict[Span, Entity]) -> Fact:
    """Make the fact of a body that somebody heads by a verb alone; the verb is the words of the office."""
    slots = [
        named_slot(text, "person", found.person.span, entity_at),
        drafts.slot(text, "position", found.verb, found.office),
    ]
    if found.body is not None:
        slots.append(named_slot(text, "org", found.body.span, entity_at))
    span = drafts.passage(slots)
    return Fact("", FactType.OCCUPATION, tuple(slots), span, found.status, 0.8, "headed_by_verb")


def named_slot(
    text: str, name: str, span: Span, entity_at: dict[Span, Entity], passage: Passage | None = None
) -> Slot:
    """Make a slot that a name fills; a body that is no entity is put into the nominative by its sentence."""
    entity = entity_at.get(span)
    if entity is not None:
        return drafts.slot(text, name, span, entity.name, entity.id)
    if passage is None:
        return drafts.slot(text, name, span)
    case = passage.feature(passage.first_token(span), "Case")
    return drafts.slot(text, name, span, body_name(span.of(text), case))
