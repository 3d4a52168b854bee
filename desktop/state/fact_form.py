"""A fact or a name as a form that a person fills in; `fact_reading` is the way back. Knows no widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop.state.fact_fields import FieldKind, fields
from index.facts import typed
from index.facts.wording import shown
from index.model.decision import Part, Statement
from index.model.fact import Entity, EntityType, Fact, FactType, Slot
from index.model.span import Span
from index.notes.applying import statement_of
from index.notes.naming import NAME
from index.text import values

_LONGEST_NAME: Final = 6
"""Words; more of them are hardly a name."""
_AROUND: Final = 300
"""Characters that are shown before and behind a passage at most."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a field holds.

    Attributes:
        text: As the reader sees or typed it; several names one a line.
        picked: The words taken from the page, in the order in which they were taken.
    """

    text: str = ""
    picked: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form, filled in.

    Attributes:
        kind: `FactType` or `EntityType` value.
        passage: The words that state it.
        filled: By name of the field.
        status: Status of a fact.
        was: What the form was made of; None for a new fact.
    """

    kind: str
    passage: Span
    filled: Mapping[str, Filled] = field(default_factory=dict)
    status: str = "actual"
    was: Statement | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What a form is read against.

    Attributes:
        text: The document's text.
        entities: Whom it names.
        date: Its own date, ISO; empty when it has none.
    """

    text: str
    entities: Sequence[Entity] = ()
    date: str = ""


def form_of(fact: Fact) -> Form:
    """Return the form of a fact, filled in with what it says."""
    said = statement_of(fact)
    return Form(said.kind, fact.span, filled(said), said.status, said)


def form_of_name(kind: EntityType, name: str, mention: Span) -> Form:
    """Return the form of an entity, or of one that is to be: its name, and where it is named."""
    return Form(kind.value, mention, {NAME: Filled(name)})


def new_form(ground: Ground, passage: Span) -> Form:
    """Return the form of a new fact about a passage, of the kind that its words look like; else of a name."""
    words = " ".join(passage.of(ground.text).split())
    kind, name = _likely(words, ground.date)
    return Form(kind, passage, {name: Filled(words, (passage,))})


def _likely(words: str, date: str) -> tuple[str, str]:
    """Return the kind that words look like, and the field that they go to."""
    money = typed.money(words)
    tries = (
        (money is not None and bool(money.currency), FactType.MONEY, "amount"),
        (typed.percent(words) is not None and typed.number(words) is None, FactType.PERCENT, "value"),
        (bool(typed.day(words, date)), FactType.DATE, "date"),
        (bool(typed.duration(words)), FactType.DURATION, "duration"),
        (words.startswith(("http://", "https://", "www.")), FactType.SOURCE, "url"),
        (len(words.split()) > _LONGEST_NAME, FactType.STATEMENT, "what"),
    )
    found = ((kind.value, name) for is_such, kind, name in tries if is_such)
    return next(found, (EntityType.PERSON.value, NAME))


def changed_kind(form: Form, kind: str) -> Form:
    """Return a form of another kind: fields of the same names hold the same, else the first the first."""
    kept = {one.name: form.filled[one.name] for one in fields(kind) if one.name in form.filled}
    if fields(kind)[0].name not in kept:
        first = next(
            (form.filled[one.name] for one in fields(form.kind) if one.name in form.filled), Filled()
        )
        kept[fields(kind)[0].name] = first
    return Form(kind, form.passage, kept, form.status, form.was)


def filled(said: Statement) -> dict[str, Filled]:
    """Return what the fields of a form show of a statement; those that are empty are left out."""
    found: dict[str, Filled] = {}
    for one in fields(said.kind):
        parts = [part for part in said.parts if part.name == one.name]
        if one.kind is FieldKind.SUM and parts:
            code = next((str(part.value or "") for part in said.parts if part.name == "currency"), "")
            found[one.name] = Filled(values.money(parts[0].value, code) or parts[0].text)
        elif parts:
            found[one.name] = Filled("\n".join(filter(None, (_written(one.kind, part) for part in parts))))
    return found


def taken(kind: FieldKind, span: Span, ground: Ground) -> str:
    """Return words of the page as a field shows them: «4 млрд долл.» of «четырёх миллиардов долларов»."""
    words = " ".join(span.of(ground.text).split())
    if kind in {FieldKind.NAME, FieldKind.NAMES}:
        named = (entity.name for entity in ground.entities if span in entity.mentions)
        return next(named, words)
    if kind is FieldKind.SUM:
        found = typed.money(words)
        return words if found is None else values.money(found.amount, found.currency)
    if kind is FieldKind.NUMBER:
        return values.numbers(typed.number(words)) or words
    if kind is FieldKind.PERCENT:
        return values.percent(typed.percent(words)) or words
    if kind in {FieldKind.DAY, FieldKind.DEADLINE}:
        return values.day(typed.day(words, ground.date)) or words
    return words


def around(text: str, span: Span) -> Span:
    """Return a passage with what stands around it in its paragraph, whole words, not too much."""
    start = max(text.rfind("\n", 0, span.start) + 1, text.find(" ", max(0, span.start - _AROUND)) + 1)
    stop = text.find("\n", span.stop)
    stop = len(text) if stop < 0 else stop
    if stop - span.stop > _AROUND:
        stop = text.rfind(" ", span.stop, span.stop + _AROUND)
    return Span(min(start, span.start), max(stop, span.stop))


def said_in(part: Part) -> str:
    """Return a part as people read it."""
    return shown(Slot(part.name, part.text, None, part.value))


def _written(kind: FieldKind, part: Part) -> str:
    if isinstance(part.value, list):
        return "\n".join(map(str, part.value))
    if kind is FieldKind.CHOICE:
        return str(part.value or "")
    if kind is FieldKind.PERCENT:
        return values.percent(part.value) or part.text
    if kind is FieldKind.NUMBER:
        return values.numbers(part.value) or part.text
    if kind is FieldKind.LENGTH and isinstance(part.value, str):
        return values.duration(part.value) or part.text
    return said_in(part)
