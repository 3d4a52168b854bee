"""Places of a document: which mentions name one, and which words are places whatever the tagger says."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from index.facts import morph, places
from index.facts.body_judge import Group
from index.facts.named import Named
from index.facts.names import Name
from index.facts.noun_phrases import phrase_forms
from index.facts.persons import folded
from index.model.fact import EntityType

TYPES: Final = frozenset({EntityType.PLACE, EntityType.COUNTRY, EntityType.CITY, EntityType.REGION})
_CAPITAL = re.compile(r"(?<![\w-])[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*")


def adopted(text: str, named: Sequence[Named]) -> list[Named]:
    """Return the names with persons and bodies turned into places where their word names a place.

    A word means one thing in a document: where «Приозёрье» is a region, «передала Приозёрью» names no
    person. Names that a dictionary knows for persons' stay, and so does what is oftener a person.

    Args:
        text: The document's text.
        named: All names.
    """
    votes: Counter[str] = Counter()
    kinds: dict[str, EntityType] = {}
    for group in groups([one for one in named if one.name.type in TYPES], text):
        for form in phrase_forms(group.name):
            votes[folded(form)] += len(group.mentions)
            kinds[folded(form)] = group.type
    others = Counter(
        folded(one.said) for one in named if one.name.type in (EntityType.PERSON, EntityType.ORG)
    )
    found = []
    for one in named:
        key = folded(one.said)
        kind = kinds.get(key) if votes[key] >= others[key] else None
        if kind is None and places.is_like_region(one.said):
            kind = EntityType.REGION
        if kind is not None and _may_be_place(one):
            found.append(replace(one, name=Name(one.name.span, kind, "adopted_places"), told_case=""))
        else:
            found.append(one)
    return found


def _may_be_place(one: Named) -> bool:
    if one.name.type not in (EntityType.PERSON, EntityType.ORG) or one.name.rule == "callings":
        return False
    is_persons = one.name.type == EntityType.PERSON and morph.is_known(one.said)
    return not (is_persons and (morph.has(one.said, "Name") or morph.has(one.said, "Surn")))


def groups(named: Sequence[Named], text: str) -> Iterator[Group]:
    """Group places by name; what is certain of one mention holds for all.

    Args:
        named: The places.
        text: The document's text; its words tell which nominative a form is of.
    """
    as_written = {folded(one.said) for one in named if one.case == "Nom" or one.is_stop}
    words = frozenset(map(folded, _CAPITAL.findall(text))) if named else frozenset()
    found: dict[str, list[tuple[Named, places.PlaceReading]]] = defaultdict(list)
    for one in named:
        case = "Nom" if one.is_stop else one.case
        reading = places.read(one.said, one.name.type, case, one.before, as_written, words)
        found[folded(reading.name)].append((one, reading))
    for mentions in found.values():
        if all(_is_weak(one, reading) for one, reading in mentions):
            continue
        readings = [reading for _, reading in mentions]
        certain = [reading for reading in readings if reading.is_certain]
        kinds = Counter(reading.type for reading in certain or readings)
        kind = max(kinds, key=lambda kind: (kinds[kind], kind != EntityType.PLACE))
        name = _name([reading for reading in readings if reading.type == kind])
        yield Group(kind, name, tuple(sorted(one.name.span for one, _ in mentions)))


def _name(readings: Sequence[places.PlaceReading]) -> str:
    """Return what a place is called, the lexicon's name if the document has it, else its own fullest.

    «Россия» where it is said, «Российская Федерация» where only that and «РФ» are.
    """
    name = max((reading.name for reading in readings), key=lambda candidate: "ё" in candidate.lower())
    said = {reading.spelt or reading.name for reading in readings}
    return name if name in said else max(sorted(said), key=lambda one: (not one.isupper(), len(one)))


def _is_weak(one: Named, reading: places.PlaceReading) -> bool:
    """Whether only the tagger says that a lone unknown word of a table's row is a place."""
    said = one.said
    if reading.is_certain or reading.type != EntityType.PLACE or not said.replace("-", "").isalpha():
        return False
    return not one.passage.is_prose and not morph.has(said, "Geox") and not _TOWNLIKE.search(one.before)


_TOWNLIKE = re.compile(r"(?<!\w)(?:в|во|на|из|до|под|близ|через)\s$")
