"""What the facts panel lists: entities and facts gathered into groups of entries. Knows no Qt.

An entry is one line for a reader: the thing in the nominative or the value as people write it, with every
place of the text that says so. Equal values become one entry with several places.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from index.facts.wording import GroupKey, describe, is_statement, office, shown
from index.model.fact import DocumentFacts, Entity, EntityType, Fact, FactType, Mark
from index.model.overview import NameKind
from index.model.span import Span
from index.text.morphology import index_terms, query_terms
from index.text.tokens import tokens
from index.text.wording import Language, searchable


@dataclass(frozen=True, slots=True)
class FactEntry:
    """One thing or statement, with its places.

    Attributes:
        id: Unique among the entries of a document, equal after the same extraction.
        kind: `EntityType` or `FactType` value.
        title: What to read first.
        subtitle: What makes it clear: offices, what a sum is for, the parties; may be empty.
        context: The words around its first place.
        needs_context: Whether it says too little without them.
        spans: Where the text says so, in text order; never empty.
        written: The words of the text, as written, each form once.
        rules: Names of the rules that found it; empty for entities.
        confidence: 0..1, the surest of its places.
        is_statement: Whether the title is a clause to be read rather than a name or value.
        folded: Everything a filter looks in.
        terms: The words of that as the search knows them, whatever form they are in.
        facts: The statements it gathers; empty for entities.
        entities: Those it gathers, all of one name; empty for statements.
        offices: The statements that `subtitle` tells of a person.
    """

    id: str
    kind: str
    title: str
    subtitle: str
    spans: tuple[Span, ...]
    context: str = ""
    needs_context: bool = False
    written: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    confidence: float = 1.0
    is_statement: bool = False
    folded: str = ""
    terms: frozenset[str] = field(default=frozenset(), compare=False)
    facts: tuple[Fact, ...] = field(default=(), compare=False)
    entities: tuple[Entity, ...] = field(default=(), compare=False)
    offices: tuple[Fact, ...] = field(default=(), compare=False)

    @property
    def mark(self) -> Mark:
        """What the reader decided about all that it gathers, if it is the same."""
        marks = {fact.mark for fact in self.facts} | {entity.mark for entity in self.entities}
        return marks.pop() if len(marks) == 1 else Mark.NONE

    @property
    def name_kind(self) -> NameKind | None:
        """What the archive knows it as by name; None for what it does not."""
        return _NAMES.get(self.kind)

    @property
    def count(self) -> int:
        """Number of its places."""
        return len(self.spans)


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Entries of one kind, in the order in which they are shown; never empty."""

    key: GroupKey
    entries: tuple[FactEntry, ...]


_NAMES: Final = {
    EntityType.PERSON.value: NameKind.PERSON,
    EntityType.ORG.value: NameKind.ORGANISATION,
    EntityType.COUNTRY.value: NameKind.PLACE,
    EntityType.CITY.value: NameKind.PLACE,
    EntityType.REGION.value: NameKind.PLACE,
    EntityType.PLACE.value: NameKind.PLACE,
}
_ENTITY_GROUPS: Final = {
    EntityType.PERSON: GroupKey.PERSONS,
    EntityType.ORG: GroupKey.ORGANISATIONS,
    EntityType.COUNTRY: GroupKey.PLACES,
    EntityType.CITY: GroupKey.PLACES,
    EntityType.REGION: GroupKey.PLACES,
    EntityType.PLACE: GroupKey.PLACES,
    EntityType.ROUTE: GroupKey.PLACES,
    EntityType.DOCUMENT: GroupKey.DOCUMENTS,
    EntityType.EVENT_NAME: GroupKey.EVENTS,
}
# How many characters around a passage its context has: two lines of the panel, most of them before it.
_BEFORE, _AFTER = 64, 24
_SENTENCE_END: Final = re.compile(r"\n|[.!?…](?=\s+[A-ZА-ЯЁ«–—])")
_BY_COUNT: Final = {GroupKey.PERSONS, GroupKey.ORGANISATIONS, GroupKey.PLACES}


def gather(facts: DocumentFacts, text: str, language: Language = Language.RU) -> tuple[FactGroup, ...]:
    """Gather what a document states into groups.

    Args:
        facts: The extracted entities and facts.
        text: The document's text, which their spans count in.
        language: Language of the window.

    Returns:
        The groups that have entries. Names are sorted by their number of places, then by the first one;
        values and statements by their first place.
    """
    drafts = _Drafts(text)
    held = _offices(facts)
    for entity in facts.entities:
        group = _ENTITY_GROUPS.get(entity.type)
        if group is None or not entity.mentions:
            continue
        offices = held.get(entity.id, ())
        told = dict.fromkeys(filter(None, (office(fact, language) for fact in offices)))
        draft = drafts.take(group, entity.type.value, entity.name, "; ".join(told))
        draft.entities.append(entity)
        draft.offices.extend(offices)
        for span in entity.mentions:
            draft.add(span)
    names = {entity.id for entity in facts.entities if entity.mentions}
    for fact in facts.facts:
        if fact.type is FactType.OCCUPATION and _person_id(fact, facts.entities) in names:
            continue
        described = describe(fact, language)
        if described is not None:
            draft = drafts.take(described.group, fact.type.value, described.title, described.subtitle)
            draft.add(described.span, fact.rule, fact.confidence)
            draft.facts.append(fact)
            draft.needs_context = described.needs_context
    return drafts.groups()


def gather_rejected(
    facts: DocumentFacts, text: str, language: Language = Language.RU
) -> tuple[FactGroup, ...]:
    """Gather what the reader rejected, as `gather` does."""
    return gather(replace(facts, entities=facts.rejected_entities, facts=facts.rejected), text, language)


def filtered(
    groups: Sequence[FactGroup], wanted: str, kinds: Collection[GroupKey] = ()
) -> tuple[FactGroup, ...]:
    """Return the entries that hold every word of `wanted`, in any of its forms or as the beginning of one.

    Args:
        groups: What to choose from.
        wanted: Words; all entries have none of them to hold.
        kinds: The groups that are shown; all of them when it is empty.
    """
    words = [(searchable(token.text), frozenset(query_terms(token.text))) for token in tokens(wanted)]
    kept = (
        FactGroup(group.key, tuple(entry for entry in group.entries if _holds(entry, words)))
        for group in groups
        if not kinds or group.key in kinds
    )
    return tuple(group for group in kept if group.entries)


def _holds(entry: FactEntry, words: Iterable[tuple[str, frozenset[str]]]) -> bool:
    return all(folded in entry.folded or not known.isdisjoint(entry.terms) for folded, known in words)


def context(text: str, span: Span) -> str:
    """Return a passage with the words around it that belong to its sentence, on one line.

    Made for the window: it knows no abbreviations, and cuts where a capital follows the end of a sentence.
    """
    before = text[max(0, span.start - _BEFORE - 1) : span.start]
    after = text[span.stop : span.stop + _AFTER + 1]
    start = max((found.end() for found in _SENTENCE_END.finditer(before)), default=-1)
    end = _SENTENCE_END.search(after)
    opening, closing = "", ""
    if start >= 0:
        before = before[start:]
    elif len(before) > _BEFORE:
        opening, before = "…", before.partition(" ")[2]
    if end is not None:
        after = after[: end.start() + 1]
    elif len(after) > _AFTER:
        closing, after = "…", after.rpartition(" ")[0]
    words = f"{before}{span.of(text)}{after}".split()
    return f"{opening}{' '.join(words)}{closing}"


def total(groups: Iterable[FactGroup]) -> int:
    """Return the number of entries in all groups."""
    return sum(len(group.entries) for group in groups)


@dataclass(slots=True)
class _Draft:
    """An entry in the making."""

    text: str
    kind: str
    title: str
    subtitle: str
    spans: set[Span] = field(default_factory=set)
    rules: dict[str, None] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    offices: list[Fact] = field(default_factory=list)
    confidence: float = 0.0
    needs_context: bool = False

    def add(self, span: Span, rule: str = "", confidence: float = 1.0) -> None:
        self.spans.add(span)
        self.confidence = max(self.confidence, confidence)
        if rule:
            self.rules[rule] = None

    def entry(self) -> FactEntry:
        spans = tuple(sorted(self.spans))
        written = tuple(dict.fromkeys(" ".join(span.of(self.text).split()) for span in spans))
        around = context(self.text, spans[0])
        whole = "\n".join((self.title, self.subtitle, around if self.needs_context else "", *written))
        return FactEntry(
            id=f"{self.kind}\n{self.title}\n{self.subtitle}",
            kind=self.kind,
            title=self.title,
            subtitle=self.subtitle,
            spans=spans,
            context=around,
            needs_context=self.needs_context,
            written=written,
            rules=tuple(self.rules),
            confidence=self.confidence,
            is_statement=is_statement(self.kind),
            folded=searchable(whole),
            terms=frozenset(term for token in tokens(whole) for term in index_terms(token.text)),
            facts=tuple(self.facts),
            entities=tuple(self.entities),
            offices=tuple(self.offices),
        )


class _Drafts:
    """Entries in the making, by group; equal ones are the same."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._groups: dict[GroupKey, dict[tuple[str, str, str], _Draft]] = {key: {} for key in GroupKey}

    def take(self, group: GroupKey, kind: str, title: str, subtitle: str) -> _Draft:
        return self._groups[group].setdefault(
            (kind, title, subtitle), _Draft(self._text, kind, title, subtitle)
        )

    def groups(self) -> tuple[FactGroup, ...]:
        return tuple(FactGroup(key, tuple(self._sorted(key))) for key in GroupKey if self._groups[key])

    def _sorted(self, key: GroupKey) -> Iterator[FactEntry]:
        entries = (draft.entry() for draft in self._groups[key].values())

        def order(entry: FactEntry) -> tuple[int, Span]:
            return (-entry.count if key in _BY_COUNT else 0, entry.spans[0])

        yield from sorted(entries, key=order)


def _offices(facts: DocumentFacts) -> dict[str, list[Fact]]:
    """Return what is said of the offices of each person, by entity, in text order."""
    held: dict[str, list[Fact]] = {}
    for fact in facts.facts:
        if fact.type is FactType.OCCUPATION:
            held.setdefault(_person_id(fact, facts.entities), []).append(fact)
    return held


def _person_id(fact: Fact, entities: Iterable[Entity]) -> str:
    person = fact.slot("person")
    if person is None:
        return ""
    if person.entity_id:
        return person.entity_id
    name = shown(person)
    return next((e.id for e in entities if e.type is EntityType.PERSON and e.name == name), "")
