"""What one sentence states of persons, offices, bodies: who holds, gets, loses or owns what, who met whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from index.facts import callings, drafts
from index.facts.clause_dates import date_slots
from index.facts.dates import DateMatch
from index.facts.deals import find_deals
from index.facts.headed import find_headed
from index.facts.meetings import find_meetings
from index.facts.names import Name
from index.facts.occupations import find_held, headed, named_slot, occupation, person_and_office
from index.facts.office_chains import with_chains
from index.facts.office_verbs import Told, find_told
from index.facts.ownership import find_owned, is_owner, ownership
from index.facts.passage import Passage
from index.facts.positions import find_positions
from index.facts.pronouns import Meant
from index.model.fact import Entity, Fact, FactType
from index.model.span import Span


def find_facts(
    text: str,
    passage: Passage,
    names: list[Name],
    entity_at: dict[Span, Entity],
    dates: Sequence[DateMatch],
    pronouns: Sequence[Meant] = (),
) -> Iterator[Fact]:
    """Yield what a sentence states; offices and their holders are looked for once.

    Args:
        text: The document's text.
        passage: The sentence; needs its grammar.
        names: Its names.
        entity_at: Entities by the spans of their mentions.
        dates: The dates of the document.
        pronouns: Its pronouns that stand for a person; verbs speak of them as of names.
    """
    positions = tuple(one for one in find_positions(passage, names) if not callings.is_mere_calling(one))
    held = tuple(with_chains(passage, positions, tuple(find_held(passage, names, positions))))
    spoken_of = [*names, *(one.name for one in pronouns)]
    entity_at = entity_at | {one.name.span: one.entity for one in pronouns} if pronouns else entity_at
    told = tuple(find_told(passage, spoken_of, positions, held))
    # «Уволить заведующего складом Лыткина» says one thing, not that he holds the office as well.
    lost = {(one.person, one.position.span) for one in told}
    for one in held:
        if not is_owner(one.position.value) and (one.person, one.position.span) not in lost:
            yield occupation(text, one, passage, entity_at)
    for stated in told:
        if not is_owner(stated.position.value):
            yield told_fact(text, stated, passage, entity_at, dates)
    yield from (headed(text, one, entity_at) for one in find_headed(passage, spoken_of))
    yield from (ownership(text, owned, passage, entity_at) for owned in find_owned(passage, names, held))
    yield from find_meetings(text, passage, spoken_of, entity_at, dates)
    yield from find_deals(text, passage, spoken_of, entity_at, dates)


def told_once(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield each statement once; an office without a body not where one with it is told of the person."""
    stated = list(facts)
    told_with_body = {_held(fact) for fact in stated if fact.slot("org") is not None}
    seen: set[tuple[object, ...]] = set()
    for fact in stated:
        key = (fact.type, *((slot.name, slot.entity_id or str(slot.value)) for slot in fact.slots))
        is_repeat = fact.type == FactType.OCCUPATION and fact.slot("org") is None
        if key in seen or (is_repeat and _held(fact) in told_with_body):
            continue
        seen.add(key)
        yield fact


def _held(fact: Fact) -> tuple[str, ...]:
    """Return who holds what office, body aside."""
    slots = (fact.slot("person"), fact.slot("position"))
    return tuple(slot.entity_id or str(slot.value) for slot in slots if slot is not None)


def told_fact(
    text: str,
    told: Told,
    passage: Passage,
    entity_at: dict[Span, Entity],
    dates: Sequence[DateMatch],
) -> Fact:
    """Make the fact of what a verb says of an office: an appointment if it says who got or lost it.

    Args:
        text: The document's text.
        told: What was found.
        passage: Its sentence.
        entity_at: Entities by the spans of their mentions.
        dates: The dates of the document; the one in the verb's clause is since when.
    """
    verb = passage.tokens[told.verb].span
    slots, span = person_and_office(text, told.person, told.said, told.position, passage, entity_at)
    span = span.hull(verb)
    if not told.action:
        return Fact("", FactType.OCCUPATION, slots, span, told.status, 0.85, told.rule)
    more = [drafts.slot(text, "action", verb, told.action)]
    if told.by is not None:
        more.append(named_slot(text, "by", told.by.span, entity_at))
    more += date_slots(text, passage, told.verb, dates)
    span = span.hull(drafts.passage(more))
    return Fact("", FactType.APPOINTMENT, (*slots, *more), span, told.status, 0.85, told.rule)
