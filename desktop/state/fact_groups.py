"""What the facts panel lists: entities and facts gathered into groups of entries. Knows no Qt.

An entry is one line for a reader: the thing in the nominative or the value as people write it, with every
place of the text that says so. Equal values become one entry with several places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from index.facts.wording import GroupKey, describe, is_statement, office, shown
from index.model.fact import DocumentFacts, Entity, EntityType, Fact, FactType, Mark
from index.model.overview import NameKind
from index.model.span import Span
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
        facts: The statements it gathers; empty for entities.
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
    facts: tuple[Fact, ...] = field(default=(), compare=False)

    @property
    def mark(self) -> Mark:
        """What the reader decided about all that it gathers, if it is the same."""
        marks = {fact.mark for fact in self.facts}
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
    offices = _offices(facts, language)
    for entity in facts.entities:
        group = _ENTITY_GROUPS.get(entity.type)
        if group is None or not entity.mentions:
            continue
        draft = drafts.take(group, entity.type.value, entity.name, "; ".join(offices.get(entity.id, ())))
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
    return gather(replace(facts, entities=(), facts=facts.rejected), text, language)


def filtered(groups: Sequence[FactGroup], wanted: str) -> tuple[FactGroup, ...]:
    """Return the entries that hold every word of `wanted`; all of them when it is empty."""
    words = searchable(wanted).split()
    if not words:
        return tuple(groups)
    kept = (
        FactGroup(group.key, tuple(e for e in group.entries if all(word in e.folded for word in words)))
        for group in groups
    )
    return tuple(group for group in kept if group.entries)


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
        return FactEntry(
            id=f"{self.kind}\n{self.title}\n{self.subtitle}",
            kind=self.kind,
            title=self.title,
            subtitle=self.subtitle,
            spans=spans,
            context=context(self.text, spans[0]),
            needs_context=self.needs_context,
            written=written,
            rules=tuple(self.rules),
            confidence=self.confidence,
            is_statement=is_statement(self.kind),
            folded=searchable("\n".join((self.title, self.subtitle, *written))),
            facts=tuple(self.facts),
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


def _offices(facts: DocumentFacts, language: Language) -> dict[str, dict[str, None]]:
    """Return the offices of each person, by entity, in text order, each once."""
    offices: dict[str, dict[str, None]] = {}
    for fact in facts.facts:
        if fact.type is FactType.OCCUPATION and (written := office(fact, language)):
            offices.setdefault(_person_id(fact, facts.entities), {})[written] = None
    return offices


def _person_id(fact: Fact, entities: Iterable[Entity]) -> str:
    person = fact.slot("person")
    if person is None:
        return ""
    if person.entity_id:
        return person.entity_id
    name = shown(person)
    return next((e.id for e in entities if e.type is EntityType.PERSON and e.name == name), "")
