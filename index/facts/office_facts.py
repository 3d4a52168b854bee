"""What one sentence states of persons, offices, bodies: who holds, gets, loses or owns what, who met whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from index.facts import callings, drafts
from index.facts.clause_dates import date_slots
from index.facts.deals import find_deals
from index.facts.headed import find_headed
from index.facts.meant import Meant
from index.facts.meetings import find_meetings
from index.facts.occupations import find_held, headed, named_slot, occupation, person_and_office
from index.facts.office_chains import with_chains
from index.facts.office_verbs import Told, find_told
from index.facts.ownership import find_owned, is_owner, ownership
from index.facts.positions import find_positions
from index.facts.scene import Scene
from index.model.fact import Fact, FactType


def find_facts(scene: Scene, meant: Meant) -> Iterator[Fact]:
    """Yield what a sentence states; offices and their holders are looked for once.

    Args:
        scene: The sentence with its names.
        meant: Reads the words that stand for a name; verbs speak of them as of names.
    """
    text, passage, names, entity_at = scene.text, scene.passage, list(scene.names), scene.entity_at
    positions = tuple(one for one in find_positions(passage, names) if not callings.is_mere_calling(one))
    held = tuple(with_chains(passage, positions, tuple(find_held(passage, names, positions))))
    stand_ins = meant.read(passage, names, positions, held)
    spoken_of = [*names, *(one.name for one in stand_ins)]
    if stand_ins:
        entity_at = entity_at | {one.name.span: one.entity for one in stand_ins}
    spoken = replace(scene, names=spoken_of, entity_at=entity_at)
    told = tuple(find_told(passage, spoken_of, positions, held))
    # «Уволить заведующего складом Лыткина» says one thing, not that he holds the office as well.
    lost = {(one.person, one.position.span) for one in told}
    for one in held:
        if not is_owner(one.position.value) and (one.person, one.position.span) not in lost:
            yield occupation(text, one, passage, entity_at)
    for stated in told:
        if not is_owner(stated.position.value):
            yield told_fact(spoken, stated)
    yield from (headed(text, one, entity_at) for one in find_headed(passage, spoken_of))
    owned = find_owned(passage, spoken_of, (*held, *told))
    yield from (ownership(text, one, passage, entity_at) for one in owned)
    yield from find_meetings(spoken)
    yield from find_deals(spoken)


def told_once(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield each statement once; an office without a body not where one with it is told of the person."""
    stated = list(facts)
    told_with_body = {_held(fact) for fact in stated if _names_body(fact)}
    seen: set[tuple[object, ...]] = set()
    for fact in stated:
        key = (fact.type, *((slot.name, slot.entity_id or str(slot.value)) for slot in fact.slots))
        is_repeat = fact.type == FactType.OCCUPATION and fact.slot("org") is None
        if key in seen or (is_repeat and _held(fact) in told_with_body):
            continue
        seen.add(key)
        yield fact


def _names_body(fact: Fact) -> bool:
    """Whether an office has a body by its name: «секретарь совета» is another wording than «секретарь»."""
    org = fact.slot("org")
    return org is not None and not org.text.islower()


def _held(fact: Fact) -> tuple[str, ...]:
    """Return who holds what office, body aside."""
    slots = (fact.slot("person"), fact.slot("position"))
    return tuple(slot.entity_id or str(slot.value) for slot in slots if slot is not None)


def told_fact(scene: Scene, told: Told) -> Fact:
    """Make the fact of what a verb says of an office: an appointment if it says who got or lost it.

    Args:
        scene: The sentence; of its dates the one in the verb's clause is since when.
        told: What was found.
    """
    text, passage, entity_at = scene.text, scene.passage, scene.entity_at
    verb = passage.tokens[told.verb].span
    slots, span = person_and_office(text, told.person, told.said, told.position, passage, entity_at)
    span = span.hull(verb)
    if not told.action:
        return Fact("", FactType.OCCUPATION, slots, span, told.status, 0.85, told.rule)
    more = [drafts.slot(text, "action", verb, told.action)]
    if told.by is not None:
        more.append(named_slot(text, "by", told.by.span, entity_at))
    more += date_slots(scene, told.verb)
    span = span.hull(drafts.passage(more))
    return Fact("", FactType.APPOINTMENT, (*slots, *more), span, told.status, 0.85, told.rule)
