"""What a document states: from its text to entities and facts, in layers.

    sentences and tokens → names (tagger, repairs, names said again) → entities (linking)
    numbers → money, percents, durations, quantities; dates; addresses → facts
    grammar and persons → occupations, appointments, ownership, meetings, deals
    verbs and names → quotes, statements, instructions, agreements, creations

Each layer is a module; every fact says which rule made it, every slot where its words stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from index.facts import drafts, text_names
from index.facts import pronouns as pronoun
from index.facts.agreements import find_agreements
from index.facts.bodies_meant import BodiesMeant, with_body, with_countries
from index.facts.card_dates import day_or_none, document_date
from index.facts.creations import find_creations
from index.facts.currencies import CountryAt
from index.facts.dates import DateMatch, find_dates, unresolved
from index.facts.durations import find_durations
from index.facts.figure_subjects import with_subjects
from index.facts.instructions import find_instructions
from index.facts.linking import link
from index.facts.mentions import Mentions
from index.facts.money import find_money
from index.facts.named import Named
from index.facts.names import Name
from index.facts.numbers import find_numbers
from index.facts.office_facts import find_facts, told_once
from index.facts.passage import Passage
from index.facts.percents import find_percents
from index.facts.person_lines import joined
from index.facts.place_spans import listed
from index.facts.quantities import find_quantities
from index.facts.quotes import find_quotes
from index.facts.sources import find_sources
from index.facts.statements import find_statements
from index.facts.statuses import with_status
from index.facts.text_names import Progress
from index.facts.transcripts import find_turns
from index.model.fact import DocumentFacts, Entity, EntityType, Fact, FactType, Slot
from index.model.span import Span
from index.text.sentences import sentences

FACTS_VERSION: Final = "9"
"""Changes with every change of rules or models that gives a text other facts."""


def _nobody(done: int, total: int) -> None:
    """Stand in for a listener."""


def extract(text: str, progress: Progress = _nobody, written: str | None = None) -> DocumentFacts:
    """Return the entities and facts of a text. Blocks; loads the models on first use (about 1.5 s).

    Args:
        text: The document's text.
        progress: Called after every few hundred sentences.
        written: The document's own date, ISO, if the reader has said so; None to find it in the text.

    Raises:
        ArchiveError: If the models are not installed.
    """
    named = joined(text, text_names.named(text, progress))
    entities = link(text, named)
    written = document_date(text) if written is None else day_or_none(written)
    dates = tuple(find_dates(text, written))
    spans = sentences(text)
    values = list(with_subjects(text, list(_values(text, entities, written, dates)), spans))
    offices = tuple(_occupations(text, named, entities, dates))
    mentions = Mentions(text, entities, offices)
    facts = [
        *offices,
        *values,
        *find_sources(text),
        *_said(text, mentions, spans),
        *_done(text, mentions, spans, values),
    ]
    facts.sort(key=_place)
    numbered = tuple(replace(fact, id=f"f{number}") for number, fact in enumerate(facts, 1))
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
    meant, pronouns = BodiesMeant(entities), pronoun.Reader()
    told = told_once(
        with_body(text, fact, meant)
        for passage, names in by_sentence.values()
        for fact in find_facts(
            text, passage, names, entity_at, dates, pronouns.read(passage, names, entity_at)
        )
    )
    yield from with_countries(told, meant)


def _said(text: str, mentions: Mentions, spans: Sequence[Span]) -> Iterator[Fact]:
    """Yield who says what, in his own words or reported."""
    quotes = sorted((*find_quotes(text, mentions, spans), *find_turns(text, mentions)), key=_place)
    yield from quotes
    yield from find_statements(text, mentions, spans, quotes)


def _done(text: str, mentions: Mentions, spans: Sequence[Span], values: Sequence[Fact]) -> Iterator[Fact]:
    """Yield what is ordered, agreed, decided, intended and made."""
    yield from find_instructions(text, mentions, spans, values)
    yield from find_agreements(text, mentions, spans)
    yield from find_creations(text, mentions, spans)


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
