"""What a document states: from its text to entities and facts, in layers.

    sentences and tokens → names (tagger, repairs, names said again) → entities (linking)
    numbers → money, percents, durations, quantities; dates; addresses → facts
    ruled tables: heads and figures → the same with what they are of
    grammar and persons → occupations, appointments, ownership, meetings, deals
    verbs and names → quotes, statements, instructions, decisions, agreements, creations, achievements

Each layer is a module; every fact says which rule made it, every slot where its words stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from index.facts import drafts, text_names
from index.facts.achievements import find_achievements
from index.facts.agreements import find_agreements
from index.facts.card_dates import day_or_none, document_date
from index.facts.creations import find_creations
from index.facts.currencies import CountryAt
from index.facts.dates import DateMatch, find_dates, unresolved
from index.facts.decisions import find_decisions
from index.facts.durations import find_durations
from index.facts.figure_subjects import with_subjects
from index.facts.general_time import particular
from index.facts.instructions import find_instructions
from index.facts.linking import link
from index.facts.meant import Meant
from index.facts.meeting_collectives import resolved
from index.facts.mentions import Mentions
from index.facts.money import find_money
from index.facts.named import Named
from index.facts.names import Name
from index.facts.numbers import find_numbers
from index.facts.occupations import occupation
from index.facts.office_facts import find_facts, told_once
from index.facts.offices_placed import with_body, with_countries, with_region
from index.facts.passage import Passage
from index.facts.percents import find_percents
from index.facts.person_lines import joined
from index.facts.place_spans import listed
from index.facts.points import points
from index.facts.quantities import find_quantities
from index.facts.quotes import find_quotes
from index.facts.scene import Scene
from index.facts.signatures import find_signed
from index.facts.sources import find_sources
from index.facts.statements import find_statements
from index.facts.states_meant import with_members
from index.facts.statuses import with_status
from index.facts.table_facts import beside_tables, find_table_facts
from index.facts.text_names import Progress
from index.facts.transcripts import find_turns
from index.model.fact import DocumentFacts, Entity, EntityType, Fact, FactType, Slot
from index.model.span import Span
from index.model.table import Table
from index.text.sentences import sentences

FACTS_VERSION: Final = "15"
"""Changes with every change of rules or models that gives a text other facts."""


def _nobody(done: int, total: int) -> None:
    """Stand in for a listener."""


def extract(
    text: str, progress: Progress = _nobody, tables: Sequence[Table] = (), written: str | None = None
) -> DocumentFacts:
    """Return the entities and facts of a text. Blocks; loads the models on first use (about 1.5 s).

    Args:
        text: The document's text.
        progress: Called after every few hundred sentences.
        tables: Its tables, whose cells know their places in the text.
        written: The document's own date, ISO, if the reader has said so; None to find it in the text.

    Raises:
        ArchiveError: If the models are not installed.
    """
    spans = sentences(text)
    named = joined(text, text_names.named(text, spans, progress))
    entities = link(text, named)
    written = document_date(text) if written is None else day_or_none(written)
    dates = tuple(particular(text, find_dates(text, written)))
    tabled = tuple(find_table_facts(text, tables))
    running = list(beside_tables(_values(text, entities, written, dates), tables, tabled))
    values = [*with_subjects(text, running, spans), *tabled]
    offices = tuple(_occupations(text, named, entities, dates))
    mentions = Mentions(text, entities, offices)
    facts = [
        *offices,
        *values,
        *find_sources(text),
        *_said(text, mentions, spans),
        *_done(text, mentions, spans, values),
    ]
    told = with_members(text, entities, sorted(facts, key=_place))
    numbered = tuple(replace(fact, id=f"f{number}") for number, fact in enumerate(told, 1))
    return DocumentFacts(entities, numbered, FACTS_VERSION)


def _place(fact: Fact) -> tuple[Span, FactType]:
    return fact.span, fact.type


def _occupations(
    text: str, named: Sequence[Named], entities: Sequence[Entity], dates: Sequence[DateMatch]
) -> Iterator[Fact]:
    """Yield who holds or loses which office, owns what, met or dealt with whom; each statement once."""
    entity_at = {span: entity for entity in entities for span in entity.mentions}
    by_sentence: dict[Span, tuple[Passage, list[Name]]] = {}
    for one in named:
        by_sentence.setdefault(one.passage.span, (one.passage, []))[1].append(one.name)
    meant = Meant(entities, entity_at)
    found = chain(
        (
            fact
            for passage, names in by_sentence.values()
            for fact in find_facts(Scene(text, passage, names, entity_at, dates), meant)
        ),
        (occupation(text, held, passage, entity_at) for held, passage in find_signed(text, named)),
    )
    told = told_once(with_region(text, with_body(text, fact, meant.bodies), meant.bodies) for fact in found)
    yield from resolved(with_countries(told, meant.bodies))


def _said(text: str, mentions: Mentions, spans: Sequence[Span]) -> Iterator[Fact]:
    """Yield who says what, in his own words or reported."""
    quotes = sorted((*find_quotes(text, mentions, spans), *find_turns(text, mentions)), key=_place)
    yield from quotes
    yield from find_statements(text, mentions, spans, quotes)


def _done(text: str, mentions: Mentions, spans: Sequence[Span], values: Sequence[Fact]) -> Iterator[Fact]:
    """Yield what is ordered, agreed, decided, intended, made and achieved."""
    listed = tuple(points(text, mentions, spans))
    told = tuple(find_instructions(text, mentions, listed, values))
    yield from told
    yield from find_decisions(text, listed, told)
    yield from find_agreements(text, mentions, spans)
    made = tuple(find_creations(text, mentions, spans))
    yield from made
    yield from find_achievements(text, mentions, spans, made)


def _values(
    text: str, entities: Sequence[Entity], written: str, dates: Sequence[DateMatch]
) -> Iterator[Fact]:
    """Yield sums, shares, dates, durations, quantities: where two would overlap, the earlier of these."""
    numbers = tuple(find_numbers(text))
    kinds = (
        _with_statuses(text, find_money(text, numbers, _countries(entities))),
        _with_statuses(text, find_percents(text, numbers)),
        _dates(text, dates),
        map(_with_reason, find_durations(text, numbers, written)),
        _with_statuses(text, find_quantities(text, numbers)),
    )
    taken = bytearray(len(text))
    for facts in kinds:
        for fact in facts:
            if not any(taken[fact.span.start : fact.span.stop]):
                taken[fact.span.start : fact.span.stop] = b"\1" * len(fact.span)
                yield fact


def _with_statuses(text: str, facts: Iterable[Fact]) -> Iterator[Fact]:
    return (with_status(text, fact) for fact in facts)


def _dates(text: str, dates: Sequence[DateMatch]) -> Iterator[Fact]:
    for date in dates:
        slot = drafts.slot(text, "date", date.span, date.value)
        yield _with_reason(drafts.fact(FactType.DATE, (slot,), date.span, date.rule))


def _with_reason(fact: Fact) -> Fact:
    """Return a date that names no days of the calendar with the reason in a slot of its own."""
    date = fact.slot("date")
    reason = unresolved(date.value, date.text) if date is not None and isinstance(date.value, str) else ""
    return replace(fact, slots=(*fact.slots, Slot("unresolved", "", None, reason))) if reason else fact


def _countries(entities: Sequence[Entity]) -> tuple[CountryAt, ...]:
    """Return where which countries are named, in order."""
    found = []
    for entity in entities:
        place = listed(entity.name) if entity.type == EntityType.COUNTRY else None
        if place is not None:
            found += [CountryAt(span.start, place.code) for span in entity.mentions]
    return tuple(sorted(found, key=lambda country: country.position))
