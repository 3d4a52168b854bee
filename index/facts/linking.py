"""From mentions to entities: which names mean the same person, body or place within a document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.facts import body_judge, persons, places
from index.facts.body_judge import Group
from index.facts.names import Name
from index.facts.noun_phrases import nominative
from index.facts.passage import Passage
from index.facts.person_spans import is_weak
from index.model.fact import Entity, EntityType
from index.model.span import Span

_PLACE_TYPES = frozenset({EntityType.PLACE, EntityType.COUNTRY, EntityType.CITY, EntityType.REGION})
_PREFIXES = {
    EntityType.PERSON: "p", EntityType.ORG: "o", EntityType.COUNTRY: "c", EntityType.CITY: "t",
    EntityType.REGION: "g", EntityType.PLACE: "l", EntityType.ROUTE: "r", EntityType.DOCUMENT: "d",
    EntityType.EVENT_NAME: "e",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its sentence; `told_case` is what the words around it say for sure, '' when nothing."""

    name: Name
    passage: Passage
    told_case: str = ""

    @property
    def said(self) -> str:
        """The words."""
        return self.passage.of(self.name.span)

    @property
    def is_in_prose(self) -> bool:
        """Whether its sentence has words in small letters enough to be one, not a cell or a heading."""
        small = sum(token.text.isalpha() and token.text.islower() for token in self.passage.tokens)
        return small >= _PROSE_WORDS

    @property
    def is_stop(self) -> bool:
        """Whether it is a stop of a route, which stands in the nominative."""
        return self.name.rule == "route_stop"

    @property
    def case(self) -> str:
        """The case the tagger sees in it («Gen»), '' when unknown."""
        return self.passage.feature(self._telling_token, "Case")

    @property
    def gender(self) -> str:
        """The gender the tagger sees in it («Masc»), '' when unknown."""
        return self.passage.feature(self._telling_token, "Gender")

    @property
    def _telling_token(self) -> int:
        """The number of its first word that is no initial."""
        first = self.passage.first_token(self.name.span)
        after = self.passage.after_token(self.name.span)
        return next((i for i in range(first, after) if len(self.passage.tokens[i].text) > 2), first)

    @property
    def before(self) -> str:
        """The sentence up to the name."""
        return self.passage.text[self.passage.span.start : self.name.span.start]


def link(text: str, named: Sequence[Named]) -> tuple[Entity, ...]:
    """Return the entities of a document in the order of their first mentions.

    Args:
        text: The document's text.
        named: All names with their sentences.
    """
    by_kind: dict[str, list[Named]] = defaultdict(list)
    for one in named:
        kind = "place" if one.name.type in _PLACE_TYPES else one.name.type.value
        by_kind[kind].append(one)
    groups = [
        *_persons(text, by_kind[EntityType.PERSON.value]),
        *_places(by_kind["place"]),
        *body_judge.kept(text, _bodies(by_kind[EntityType.ORG.value])),
        *_titled(by_kind[EntityType.DOCUMENT.value], EntityType.DOCUMENT),
        *_titled(by_kind[EntityType.EVENT_NAME.value], EntityType.EVENT_NAME),
        *_titled(by_kind[EntityType.ROUTE.value], EntityType.ROUTE),
    ]
    counts: Counter[str] = Counter()
    entities = []
    for group in sorted(groups, key=lambda group: group.mentions[0]):
        prefix = _PREFIXES[group.type]
        counts[prefix] += 1
        entities.append(Entity(f"{prefix}{counts[prefix]}", group.type, group.name, group.mentions))
    return tuple(entities)


_LETTER = re.compile(r"[^\W\d_]")
_PROSE_WORDS = 4


def _persons(text: str, named: Sequence[Named]) -> Iterable[Group]:
    first_in_sentence = {
        one.name.span for one in named if not _LETTER.search(one.before) or not one.is_in_prose
    }
    mentions = [
        persons.mention_of(
            text, one.name.span, one.told_case or one.case, one.gender, is_sure=bool(one.told_case)
        )
        for one in named
    ]
    for person in persons.grouped(mention for mention in mentions if mention.words):
        spans = tuple(sorted(mention.span for mention in person.mentions))
        if all(is_weak(span.of(text), stands_first=span in first_in_sentence) for span in spans):
            continue
        yield Group(EntityType.PERSON, persons.canonical_name(text, person), spans)


def _places(named: Sequence[Named]) -> Iterable[Group]:
    """Group places by name; what is certain of one mention holds for all."""
    as_written = {persons.folded(one.said) for one in named if one.case == "Nom" or one.is_stop}
    found: dict[str, list[tuple[Named, places.PlaceReading]]] = defaultdict(list)
    for one in named:
        case = "Nom" if one.is_stop else one.case
        reading = places.read(one.said, one.name.type, case, one.before, as_written)
        found[persons.folded(reading.name)].append((one, reading))
    for mentions in found.values():
        readings = [reading for _, reading in mentions]
        certain = [reading for reading in readings if reading.is_certain]
        kinds = Counter(reading.type for reading in certain or readings)
        kind = max(kinds, key=lambda kind: (kinds[kind], kind != EntityType.PLACE))
        same = [reading.name for reading in readings if reading.type == kind]
        name = max(same, key=lambda candidate: "ё" in candidate.lower())
        yield Group(kind, name, tuple(sorted(one.name.span for one, _ in mentions)))


_CAPITAL_FIRST = re.compile(r"[А-ЯЁ][а-яё-]+(?:\s[а-яё-]+){1,3}")


_QUOTED = re.compile(r"[«\"“](?P<inside>.+)[»\"”]")


def _bodies(named: Sequence[Named]) -> Iterable[Group]:
    """Group bodies by nominative name, by what stands in quotes, and shorter names with longer ones."""
    names: dict[str, str] = {}
    spans: dict[str, list[Span]] = defaultdict(list)
    for one in named:
        name = body_name(one.said, one.case)
        key = _key(name)
        if key not in names or (names[key].isupper() and not name.isupper()):
            names[key] = name
        spans[key].append(one.name.span)
    owner = _owners(names)
    merged: dict[str, list[Span]] = defaultdict(list)
    for key, mentions in spans.items():
        merged[owner[key]].extend(mentions)
    for key, mentions in merged.items():
        yield Group(EntityType.ORG, names[key], tuple(sorted(mentions)))


def body_name(said: str, case: str) -> str:
    """Return a body's name in the nominative; what stands in quotes stays, «…» alone loses its quotes."""
    if said[0] in '«"“' and _QUOTED.fullmatch(said):
        return said[1:-1]
    return nominative(said, places.TAGGER_CASES.get(case, ""))


def _key(name: str) -> str:
    return re.sub(r"[«»\"“”„]", "", persons.folded(name)).strip()


def _owners(names: dict[str, str]) -> dict[str, str]:
    """Return for every name the fuller one that means the same body, itself when there is none."""
    inside: dict[str, str] = {}
    for key, name in names.items():
        match = _QUOTED.search(name)
        if match is not None:
            inside.setdefault(_key(match["inside"]), key)
    owner = {}
    for key in names:
        longer = [other for other in names if other.startswith(key + " ") and len(key.split()) > 1]
        owner[key] = inside.get(key) or (longer[0] if len(longer) == 1 else key)
    return owner


def _titled(named: Sequence[Named], kind: EntityType) -> Iterable[Group]:
    found: dict[str, tuple[str, list[Span]]] = {}
    for one in named:
        said = one.said
        if kind == EntityType.DOCUMENT and _QUOTED.fullmatch(said):
            said = said[1:-1]
        name = said if kind == EntityType.ROUTE else nominative(said, places.TAGGER_CASES.get(one.case, ""))
        found.setdefault(_key(name), (name, []))[1].append(one.name.span)
    for name, spans in found.values():
        yield Group(kind, name, tuple(sorted(spans)))
