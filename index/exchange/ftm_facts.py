"""Statements of a document as entities of FollowTheMoney: a table of kinds, a function each, pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from index.exchange import ftm_names as names
from index.exchange.cells import in_words
from index.exchange.portion import Portion
from index.facts.wording import office, shown
from index.model.fact import Entity, EntityType, Fact, FactType, Slot
from index.model.span import Span
from index.store.records import to_json
from index.text.normalise import fold

_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
"""Dates of FollowTheMoney: a year, a month or a day."""


@dataclass(frozen=True, slots=True)
class FtmEntity:
    """An entity of FollowTheMoney.

    Attributes:
        id: Its identifier.
        schema: Name of its schema.
        properties: Values by the names of properties; none is empty.
    """

    id: str
    schema: str
    properties: dict[str, list[str]]

    @property
    def line(self) -> str:
        """The entity as a line of JSON."""
        value = {"id": self.id, "schema": self.schema, "properties": self.properties}
        return json.dumps(value, ensure_ascii=False) + "\n"


def made(id_: str, schema: str, **properties: str | list[str]) -> FtmEntity:
    """Return an entity without the properties that have no value, and no value twice."""
    listed = {
        name: list(dict.fromkeys(value if isinstance(value, list) else [value]))
        for name, value in properties.items()
    }
    kept = {name: [one for one in values if one] for name, values in listed.items()}
    return FtmEntity(id_, schema, {name: values for name, values in kept.items() if values})


def ftm_date(value: object) -> str:
    """Return a date that FollowTheMoney knows; empty for all others, as quarters and intervals."""
    return value if isinstance(value, str) and _DATE.fullmatch(value) else ""


class Facts:
    """What a document states, one statement after the other.

    Args:
        told: The document.
    """

    def __init__(self, told: Portion) -> None:
        self._told = told
        self._document = str(told.document.id)
        self._entities = {one.id: one for one in told.facts.entities if one.mentions}

    def entities(self, fact: Fact) -> tuple[FtmEntity, ...]:
        """Return the entities of a statement; none for kinds that have no place in the model."""
        rule = _RULES.get(fact.type)
        if rule is None:
            return ()
        return rule(self, fact) or (self.note(fact),)

    def documentation(self, entity: Entity) -> FtmEntity:
        """Return the link between the document and somebody whom it names."""
        thing, span = names.identifier_of(entity, self._document), entity.mentions[0]
        return made(
            names.identifier("mention", self._document, thing),
            "Documentation",
            document=self._document,
            entity=thing,
            role="mentioned",
            summary=self._quote(span),
            proof=self._document,
        )

    def note(self, fact: Fact) -> FtmEntity:
        """Return a statement as a note on those whom it is about, or on the document."""
        return made(
            self._id(fact, "Note"),
            "Note",
            name=in_words(fact),
            description=" ".join(fact.span.of(self._told.document.text).split()),
            entity=self._filling(fact, everything=True) or [self._document],
            **self._proof(fact, "notes"),
        )

    def event(self, fact: Fact) -> tuple[FtmEntity, ...]:
        """Return a statement as an event with those who take part."""
        date = fact.slot("date")
        place = fact.slot("place")
        return (
            made(
                self._id(fact, names.EVENT_SCHEMA),
                names.EVENT_SCHEMA,
                name=in_words(fact),
                involved=self._filling(fact),
                country=self._countries(fact),
                location="" if place is None else shown(place),
                date="" if date is None else ftm_date(date.value),
                **self._proof(fact, "notes"),
            ),
        )

    def occupancy(self, fact: Fact) -> tuple[FtmEntity, ...]:
        """Return an office and that it is held; nothing if nobody is named who holds it."""
        person = self._filler(fact.slot("person"), EntityType.PERSON)
        title = office(replace(fact, status="actual"))
        if person is None or not title:
            return ()
        body, org = self._filler(fact.slot("org"), EntityType.ORG), fact.slot("org")
        country = self._filler(org, EntityType.COUNTRY)
        organisation = "" if body is None else names.identifier_of(body, self._document)
        post = made(
            names.identifier("position", fold(title), organisation),
            "Position",
            name=title,
            organization=organisation,
            country="" if country is None else names.country_code(country.name),
            proof=self._document,
        )
        begin, end, date = (self._time(fact, name) for name in ("since", "until", "date"))
        is_left = fact.status == "past" or self._action(fact) == "dismissed"
        held = made(
            self._id(fact, "Occupancy"),
            "Occupancy",
            holder=names.identifier_of(person, self._document),
            post=post.id,
            startDate=begin or ("" if is_left else date),
            endDate=end or (date if is_left else ""),
            status="ended" if is_left else "",
            **self._proof(fact, "description"),
        )
        return post, held

    def ownership(self, fact: Fact) -> tuple[FtmEntity, ...]:
        """Return that somebody owns a body; nothing if the two are not both named, or it is a public body."""
        owner = self._filler(fact.slot("owner"), EntityType.PERSON, EntityType.ORG)
        asset = self._filler(fact.slot("property"), EntityType.ORG)
        if owner is None or asset is None or names.schema_of(asset) == names.PUBLIC_SCHEMA:
            return ()
        return (
            made(
                self._id(fact, "Ownership"),
                "Ownership",
                owner=names.identifier_of(owner, self._document),
                asset=names.identifier_of(asset, self._document),
                **self._proof(fact, "description"),
            ),
        )

    def _filling(self, fact: Fact, *, everything: bool = False) -> list[str]:
        """Return who fills parts of a statement; things that are nobody only if `everything` is asked for."""
        fillers = (self._entities.get(slot.entity_id) for slot in fact.slots)
        return [
            names.identifier_of(one, self._document)
            for one in fillers
            if one is not None and (schema := names.schema_of(one))
            if everything or schema != names.EVENT_SCHEMA
        ]

    def _filler(self, slot: Slot | None, *types: EntityType) -> Entity | None:
        found = None if slot is None else self._entities.get(slot.entity_id)
        return found if found is not None and found.type in types else None

    def _countries(self, fact: Fact) -> list[str]:
        fillers = (self._filler(slot, EntityType.COUNTRY) for slot in fact.slots)
        return [names.country_code(one.name) for one in fillers if one is not None]

    def _proof(self, fact: Fact, details: str) -> dict[str, str | list[str]]:
        """Return quote and document, and under another name what has no property of its own."""
        told = [f"rule: {fact.rule or '-'}", f"confidence: {fact.confidence:.2f}", f"status: {fact.status}"]
        if fact.mark:
            told.append(f"reader: {fact.mark.value}")
        return {"summary": self._quote(fact.span), "proof": self._document, details: "; ".join(told)}

    def _quote(self, span: Span) -> str:
        return f"с. {self._told.page_number(span)}: {self._told.quote(span)}"

    def _id(self, fact: Fact, schema: str) -> str:
        parts = [[slot.name, slot.text, slot.value] for slot in fact.slots]
        place = f"{fact.span.start}-{fact.span.stop}"
        return names.identifier(schema, self._document, fact.type.value, place, to_json(parts))

    @staticmethod
    def _time(fact: Fact, name: str) -> str:
        slot = fact.slot(name)
        return "" if slot is None else ftm_date(slot.value)

    @staticmethod
    def _action(fact: Fact) -> str:
        slot = fact.slot("action")
        return "" if slot is None else str(slot.value)


_Rule = Callable[[Facts, Fact], tuple[FtmEntity, ...]]


def _noted(_facts: Facts, _fact: Fact) -> tuple[FtmEntity, ...]:
    return ()


_RULES: Final[dict[FactType, _Rule]] = {
    FactType.OCCUPATION: Facts.occupancy,
    FactType.APPOINTMENT: Facts.occupancy,
    FactType.OWNERSHIP: Facts.ownership,
    FactType.MEETING: Facts.event,
    FactType.AGREEMENT: Facts.event,
    FactType.DEAL: Facts.event,
    FactType.INTENTION: _noted,
    FactType.INSTRUCTION: _noted,
    FactType.DECISION: _noted,
    FactType.CREATION: _noted,
    FactType.ACHIEVEMENT: _noted,
    FactType.STATEMENT: _noted,
    FactType.QUOTE: _noted,
    # Nobody is told to have paid: a Payment would say too much.
    FactType.MONEY: _noted,
}
"""How each kind is said; a note is what is left when a rule says nothing. Other kinds have no place."""
