"""Facts of a small text, and decisions about them."""

from __future__ import annotations

import uuid
from dataclasses import replace

from hypothesis import strategies as st

from index.model.decision import Act, Choice, Decision, Statement
from index.model.fact import DocumentFacts, Entity, EntityType, Fact, FactType, Slot
from index.model.span import Span
from index.notes.anchors import make_anchor
from index.notes.applying import applied, statement_of
from index.notes.naming import entity_statement
from tests.index.store.samples import document_id, make_document

TEXT = "Президент Токаев выделил 5 млн долларов.\nМинистр Токаев обсудил с Ниязовым 7 процентов роста."
DOCUMENT = make_document("a", TEXT)


def at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def slot(name: str, words: str, nth: int = 0, **more: object) -> Slot:
    return replace(Slot(name, words, at(words, nth)), **more)  # type: ignore[arg-type]  # any field


MONEY = Fact(
    "f1",
    FactType.MONEY,
    (slot("amount", "5 млн", value=5_000_000), slot("currency", "долларов", value="USD")),
    at("5 млн долларов"),
    rule="money",
    confidence=0.8,
)
OFFICE = Fact(
    "f2",
    FactType.OCCUPATION,
    (slot("person", "Токаев", entity_id="p1"), slot("position", "Президент")),
    at("Президент Токаев"),
    rule="office",
    confidence=0.9,
)
PERCENT = Fact("f3", FactType.PERCENT, (slot("value", "7 процентов", value=7),), at("7 процентов"))
TOKAEV = Entity("p1", EntityType.PERSON, "Токаев", (at("Токаев"), at("Токаев", 1)))
NIYAZOV = Entity("p2", EntityType.PERSON, "Ниязов", (at("Ниязовым"),))
FACTS = DocumentFacts((TOKAEV, NIYAZOV), (OFFICE, MONEY, PERCENT), "1")


def about(fact: Fact, act: Act, becomes: Statement | None = None) -> Choice:
    return Choice(act, fact.span, fact.span.of(TEXT), statement_of(fact), becomes)


def named(entity: Entity, act: Act, *, becomes: Statement, nth: int = 0, other: Span | None = None) -> Choice:
    span = entity.mentions[nth]
    return Choice(act, span, span.of(TEXT), entity_statement(entity.type, entity.name), becomes, other)


def corrected(fact: Fact, name: str, text: str, offset: int | None = None) -> Statement:
    """What a fact says with one slot of other words."""
    said = statement_of(fact)
    parts = (
        replace(part, text=text, offset=offset, value=None) if part.name == name else part
        for part in said.parts
    )
    return replace(said, parts=tuple(parts))


def decision(choice: Choice) -> Decision:
    def anchor(span: Span):  # noqa: ANN202 - said by the function it calls
        return make_anchor(TEXT, DOCUMENT.pages, span)

    return Decision(
        id=str(uuid.uuid4()),
        document_id=document_id("a"),
        act=choice.act,
        anchor=anchor(choice.span),
        was=choice.was,
        becomes=choice.becomes,
        other=None if choice.other is None else anchor(choice.other),
        created="2024-05-20T10:00:00.000000+00:00",
    )


def decided(*choices: Choice, facts: DocumentFacts = FACTS) -> DocumentFacts:
    """Facts after choices that all find what they are about."""
    result = applied(TEXT, facts, map(decision, choices))
    assert result.unapplied == ()
    return result.facts


def said_of(entity: Entity, act: Act) -> Choice:
    span = entity.mentions[0]
    return Choice(act, span, span.of(TEXT), entity_statement(entity.type, entity.name))


CHOICES = (
    *(said_of(entity, act) for entity in FACTS.entities for act in (Act.ACCEPT, Act.REJECT)),
    *(about(fact, act) for fact in FACTS.facts for act in (Act.ACCEPT, Act.REJECT)),
    about(OFFICE, Act.CORRECT, corrected(OFFICE, "position", "глава государства")),
    about(MONEY, Act.CORRECT, replace(statement_of(MONEY), kind="QUANTITY", status="planned")),
    Choice(Act.ADD, at("роста"), "роста", becomes=statement_of(replace(PERCENT, span=at("роста")))),
    named(TOKAEV, Act.NAME, becomes=entity_statement(EntityType.PERSON, "Касым-Жомарт Токаев")),
    named(
        NIYAZOV,
        Act.MERGE,
        becomes=entity_statement(EntityType.PERSON, "Токаев"),
        other=TOKAEV.mentions[0],
    ),
    named(TOKAEV, Act.SPLIT, becomes=entity_statement(EntityType.PERSON, "Токаев-младший"), nth=1),
)
choices = st.lists(st.sampled_from(CHOICES), max_size=6)
