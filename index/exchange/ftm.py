"""Facts as entities of FollowTheMoney, a JSON object a line (https://followthemoney.tech).

    who is named       Person, Organization, Company, PublicBody, Event; Documentation where each is named
    offices            Position, and Occupancy by a person
    owners             Ownership, if a body is owned by somebody who is named
    meetings and such  Event with those involved
    other statements   Note on those whom they are about, else on the document

Every entity has its Document as `proof`, every statement its quote with the page. Places and names of papers
are properties of the Document; percentages, quantities, dates and lengths of time have no place in the model.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from index.exchange import ftm_names as names
from index.exchange.cells import WEB
from index.exchange.ftm_facts import Facts, FtmEntity, ftm_date, made
from index.exchange.portion import Portion
from index.exchange.writing import Form, text_stream
from index.model.fact import EntityType, FactType
from index.model.media import PICTURES, MediaType

_SCHEMATA: Final = {MediaType.TEXT: "PlainText", MediaType.HTML: "HyperText"}
_PLACES: Final = frozenset(
    {EntityType.COUNTRY, EntityType.CITY, EntityType.REGION, EntityType.PLACE, EntityType.ROUTE}
)


@dataclass(slots=True)
class _Thing:
    """Somebody or something that documents name.

    Attributes:
        schema: Its schema.
        proof: The first document that names it.
        names: Its spellings.
    """

    schema: str
    proof: str
    names: dict[str, None] = field(default_factory=dict)


class FtmWriter:
    """Documents and statements as they come, and behind them those whom they name, each once.

    Only the latter are in memory, and which offices were written.

    Args:
        path: The file.
        form: How it is to be written.
    """

    def __init__(self, path: Path, form: Form) -> None:  # noqa: ARG002 - every writer is made like this
        self._stream = text_stream(path, "backslashreplace")
        self._things: dict[str, _Thing] = {}
        self._posts: set[str] = set()

    def add(self, told: Portion) -> None:
        """Write what a document names and states."""
        facts = Facts(told)
        entities = [_document(told)]
        for entity in told.facts.entities:
            if entity.mentions and (schema := names.schema_of(entity)):
                id_ = names.identifier_of(entity, told.document.id)
                thing = self._things.setdefault(id_, _Thing(schema, told.document.id))
                thing.names[entity.name] = None
                entities.append(facts.documentation(entity))
        for fact in told.facts.facts:
            entities.extend(facts.entities(fact))
        # The same statement may be there twice, and two names of one person in one document.
        for made_entity in {one.id: one for one in entities}.values():
            self._write(made_entity)

    def close(self) -> None:
        """Write who was named, and finish the file."""
        for id_, thing in self._things.items():
            first, *others = thing.names
            self._stream.write(made(id_, thing.schema, name=first, alias=others, proof=thing.proof).line)
        self._stream.close()

    def abandon(self) -> None:
        """Let go of the file."""
        self._stream.close()

    def _write(self, entity: FtmEntity) -> None:
        if entity.schema == "Position":
            if entity.id in self._posts:
                return
            self._posts.add(entity.id)
        for asset in entity.properties.get("asset", ()):
            # A company is the kind of body that can be owned.
            self._things[asset].schema = names.COMPANY_SCHEMA
        self._stream.write(entity.line)


def _document(told: Portion) -> FtmEntity:
    """Return a document with what it names that is no entity."""
    summary, facts = told.summary, told.facts
    schema = "Image" if summary.media in PICTURES else _SCHEMATA.get(summary.media, "Pages")
    sources = (fact.slot("url") for fact in facts.facts if fact.type is FactType.SOURCE)
    urls = [str(slot.value or slot.text) for slot in sources if slot is not None]
    return made(
        told.document.id,
        schema,
        name=summary.title,
        title=summary.title,
        fileName=summary.file_name,
        mimeType=summary.media.value,
        date=ftm_date(summary.date),
        sourceUrl=[url for url in urls if WEB.fullmatch(url)],
        namesMentioned=[one.name for one in facts.entities if one.type not in _PLACES],
        locationMentioned=[one.name for one in facts.entities if one.type in _PLACES],
    )
