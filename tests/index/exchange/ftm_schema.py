"""The rules of FollowTheMoney that our entities are held to, taken down from its published schemata (MIT).

https://github.com/opensanctions/followthemoney/tree/main/followthemoney/schema
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

_THING = {"name": "", "alias": "", "summary": "", "description": "", "notes": "", "country": "country"}
_THING |= {"sourceUrl": "url", "proof": "Document"}
_INTERVAL = {"startDate": "date", "endDate": "date", "date": "date", "summary": "", "description": ""}
_INTERVAL |= {"proof": "Document"}
_INTEREST = {"role": "", "status": ""}


class Schema(NamedTuple):
    """A schema: what it extends, what it requires, and of what type its properties are.

    A type is a kind of value, or the schema that a reference has to lead to.
    """

    extends: tuple[str, ...]
    required: tuple[str, ...]
    properties: dict[str, str]
    is_abstract: bool = False


SCHEMATA = {
    "Thing": Schema((), ("name",), _THING, is_abstract=True),
    "Interval": Schema((), (), _INTERVAL, is_abstract=True),
    "Interest": Schema(("Interval",), (), _INTEREST, is_abstract=True),
    "Asset": Schema(("Thing",), (), {}, is_abstract=True),
    "Document": Schema(
        ("Thing",),
        (),
        {
            "title": "",
            "fileName": "",
            "mimeType": "",
            "date": "date",
            "namesMentioned": "",
            "locationMentioned": "",
        },
    ),
    "Pages": Schema(("Document",), (), {}),
    "PlainText": Schema(("Document",), (), {}),
    "HyperText": Schema(("Document",), (), {}),
    "Image": Schema(("Document",), (), {}),
    "LegalEntity": Schema(("Thing",), (), {}),
    "Person": Schema(("LegalEntity",), (), {}),
    "Organization": Schema(("LegalEntity",), (), {}),
    "PublicBody": Schema(("Organization",), (), {}),
    "Company": Schema(("Organization", "Asset"), (), {}),
    "Position": Schema(("Thing",), (), {"organization": "Organization"}),
    "Occupancy": Schema(
        ("Interval",), ("holder", "post"), {"holder": "Person", "post": "Position", "status": ""}
    ),
    "Ownership": Schema(("Interest",), ("owner", "asset"), {"owner": "LegalEntity", "asset": "Asset"}),
    "Documentation": Schema(
        ("Interest",), ("document", "entity"), {"document": "Document", "entity": "Thing"}
    ),
    "Event": Schema(("Interval", "Thing"), (), {"location": "", "involved": "LegalEntity"}),
    "Note": Schema(("Thing",), (), {"entity": "Thing"}),
}
_VALUES = {
    "": re.compile(r".+", re.DOTALL),
    "date": re.compile(r"\d{4}(-\d\d(-\d\d)?)?"),
    "country": re.compile(r"[a-z]{2}"),
    "url": re.compile(r"https?://\S+"),
}
_ID = re.compile(r"[A-Za-z0-9.-]+")

Entity = dict[str, Any]


def ancestors(name: str) -> set[str]:
    """Return a schema and all that it extends."""
    return {name}.union(*(ancestors(parent) for parent in SCHEMATA[name].extends))


def complaints(entities: Sequence[Entity]) -> list[str]:
    """Return what is wrong with entities, each in a line; nothing when they keep the rules."""
    schemata = {entity["id"]: entity["schema"] for entity in entities}
    found = [] if len(schemata) == len(entities) else ["an identifier twice"]
    for entity in entities:
        found += [f"{entity['schema']} {entity['id']}: {wrong}" for wrong in _wrong(entity, schemata)]
    return found


def _wrong(entity: Entity, schemata: dict[str, str]) -> list[str]:
    family = ancestors(entity["schema"])
    types = {name: type_ for one in family for name, type_ in SCHEMATA[one].properties.items()}
    required = {name for one in family for name in SCHEMATA[one].required}
    found = [f"lacks {name}" for name in sorted(required - entity["properties"].keys())]
    if SCHEMATA[entity["schema"]].is_abstract or not _ID.fullmatch(entity["id"]):
        found.append("abstract, or a bad identifier")
    for name, values in entity["properties"].items():
        type_ = types.get(name)
        if type_ is None or not values or len(set(values)) < len(values):
            found.append(f"{name}: unknown, empty or repeated")
        elif type_ in SCHEMATA:
            found += [
                f"{name} leads nowhere"
                for value in values
                if value not in schemata or type_ not in ancestors(schemata[value])
            ]
        else:
            found += [f"{name}: {value!r}" for value in values if not _VALUES[type_].fullmatch(value)]
    return found
