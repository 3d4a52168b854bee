"""From mentions to entities: which names mean the same person, body or place within a document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from index.facts import (
    aliases,
    body_judge,
    body_spans,
    eponyms,
    morph,
    person_groups,
    persons,
    place_groups,
    places,
)
from index.facts.body_company import is_in_company
from index.facts.body_judge import Group
from index.facts.named import Named
from index.facts.noun_phrases import nominative, phrase_forms
from index.facts.person_filters import is_weak
from index.model.fact import Entity, EntityType
from index.model.span import Span

_PREFIXES = {
    EntityType.PERSON: "p", EntityType.ORG: "o", EntityType.COUNTRY: "c", EntityType.CITY: "t",
    EntityType.REGION: "g", EntityType.PLACE: "l", EntityType.ROUTE: "r", EntityType.DOCUMENT: "d",
    EntityType.EVENT_NAME: "e",
}  # fmt: skip


def link(text: str, named: Sequence[Named]) -> tuple[Entity, ...]:
    """Return the entities of a document in the order of their first mentions.

    Args:
        text: The document's text.
        named: All names with their sentences.
    """
    by_kind: dict[str, list[Named]] = defaultdict(list)
    for one in place_groups.adopted(text, named):
        kind = "place" if one.name.type in place_groups.TYPES else one.name.type.value
        by_kind[kind].append(one)
    groups = [
        *_persons(text, by_kind[EntityType.PERSON.value]),
        *place_groups.groups(by_kind["place"], text),
        *_judged_bodies(text, by_kind[EntityType.ORG.value]),
        *_titled(by_kind[EntityType.DOCUMENT.value], EntityType.DOCUMENT),
        *_titled(by_kind[EntityType.EVENT_NAME.value], EntityType.EVENT_NAME),
        *_titled(by_kind[EntityType.ROUTE.value], EntityType.ROUTE),
    ]
    counts: Counter[str] = Counter()
    entities = []
    for group in sorted(aliases.joined(text, groups), key=lambda group: group.mentions[0]):
        prefix = _PREFIXES[group.type]
        counts[prefix] += 1
        entities.append(Entity(f"{prefix}{counts[prefix]}", group.type, group.name, group.mentions))
    return tuple(entities)


_LETTER = re.compile(r"[^\W\d_]")


def _persons(text: str, named: Sequence[Named]) -> Iterable[Group]:
    first_in_sentence = {one.name.span for one in named if not _LETTER.search(one.before)}
    in_prose = {one.name.span for one in named if one.passage.is_prose}
    bearers = {one.name.span for one in named if one.name.rule == eponyms.RULE}
    mentions = [_mention(text, one) for one in named]
    for person in person_groups.grouped(mention for mention in mentions if mention.words):
        spans = tuple(sorted(mention.span for mention in person.mentions))
        if bearers.isdisjoint(spans) and all(
            is_weak(span.of(text), stands_first=span in first_in_sentence, is_in_prose=span in in_prose)
            for span in spans
        ):
            continue
        yield Group(EntityType.PERSON, persons.canonical_name(text, person), spans)


def _mention(text: str, one: Named) -> persons.PersonMention:
    case, is_surname = one.told_case or one.case, one.name.rule == eponyms.RULE
    return persons.mention_of(
        text, one.name.span, case, one.gender, is_sure=bool(one.told_case), is_surname=is_surname
    )


_QUOTED = re.compile(r"[«\"“](?P<inside>.+)[»\"”]")


def _judged_bodies(text: str, named: Sequence[Named]) -> Iterable[Group]:
    in_company = {one.name.span for one in named if is_in_company(one.passage, one.name.span)}
    return body_judge.kept(text, _bodies(named, in_company), in_company)


def _bodies(named: Sequence[Named], in_company: Collection[Span]) -> Iterable[Group]:
    """Group bodies by nominative name, by what stands in quotes, and shorter names with longer ones."""
    names: dict[str, str] = {}
    weak = {
        one.name.span
        for one in named
        if one.name.span not in in_company and body_judge.is_weak(one.said, is_in_prose=one.passage.is_prose)
    }
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
        if weak.issuperset(mentions):
            continue
        yield Group(EntityType.ORG, names[key], tuple(sorted(mentions)))


def body_name(said: str, case: str) -> str:
    """Return a body's name in the nominative; behind a word of kind quotes stay, «…» alone loses its own."""
    told = places.TAGGER_CASES.get(case, "")
    said = body_spans.without_ending(said)
    if said[0] in '«"“' and _QUOTED.fullmatch(said):
        inside = _inside(said)
        return inside if told in ("", "nomn") else nominative(inside, told)
    return _QUOTED_AT_END.sub(_in_nominative, nominative(said, told))


_QUOTED_AT_END = re.compile(r"(?<=\s«)(?P<adjective>[А-ЯЁ][а-яё]+)\s[а-яё]+(?=»$)")


def _in_nominative(inside: re.Match[str]) -> str:
    """Return what stands in quotes in the nominative where it is declined: «завода «Красным сигналистом»»."""
    adjective = inside["adjective"]
    is_declined = morph.parses(adjective)[0].tag.POS == "ADJF" and not morph.has(adjective, "nomn")
    return nominative(inside.group()) if is_declined else inside.group()


_INNER = re.compile(r'\s"(?=\w)')


def _inside(quoted: str) -> str:
    """Return a name without its quotes; a mark that closes inner ones, too, stays: «"МСК "Тагил"»."""
    closes_both = _INNER.search(quoted) is not None and not quoted.endswith('""')
    return quoted[1:].strip() if closes_both else quoted[1:-1].strip()


def _key(name: str) -> str:
    return re.sub(r"[«»\"“”„]", "", persons.folded(name)).strip()


def _owners(names: dict[str, str]) -> dict[str, str]:
    """Return for every name the fuller one that means the same body, itself when there is none."""
    inside: dict[str, str] = {}
    for key, name in names.items():
        match = _QUOTED.search(name)
        if match is not None:
            for form in phrase_forms(match["inside"]):
                inside.setdefault(_key(form), key)
    told = {_key(bare): key for key, name in names.items() if (bare := _without_kind(name)) != name}
    owner = {}
    for key in names:
        longer = [other for other in names if other.startswith(key + " ") and len(key.split()) > 1]
        owner[key] = inside.get(key) or told.get(key) or (longer[0] if len(longer) == 1 else key)
    return owner


def _without_kind(name: str) -> str:
    """Return a name without the words for its kind before it: «компания Philips» is «Philips»."""
    parts = name.split()
    while len(parts) > 1 and parts[0].islower() and body_spans.kind_of_body(parts[0]) == EntityType.ORG:
        parts = parts[1:]
    return " ".join(parts) if parts[0][:1].isupper() else name


def _titled(named: Sequence[Named], kind: EntityType) -> Iterable[Group]:
    found: dict[str, tuple[str, list[Span]]] = {}
    for one in named:
        said = one.said
        if kind == EntityType.DOCUMENT and _QUOTED.fullmatch(said):
            said = _inside(said)
        name = said if kind == EntityType.ROUTE else nominative(said, places.TAGGER_CASES.get(one.case, ""))
        found.setdefault(_key(name), (name, []))[1].append(one.name.span)
    for name, spans in found.values():
        yield Group(kind, name, tuple(sorted(spans)))
