"""Statements as cells of tables: the columns of each kind, and what stands in them.

Numbers are numbers and whole days are days; other times keep their ISO 8601 («2021-05», «2019-Q2»), and what
has no value the words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from index.exchange.portion import Portion
from index.exchange.words import Kind, code_name
from index.facts.wording import describe, office, shown
from index.model.fact import Fact, FactType, Mark, Slot
from index.model.span import Span
from index.tables.streaming import Link, Value
from index.text import values
from index.text.wording import Language

WEB: Final = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f\"<>\\^`{|}]+", re.IGNORECASE)
"""Addresses of the web that may be links."""
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_CALENDAR: Final = re.compile(r"-{0,2}\d[\dA-Z/-]*")

Cell = Callable[[Fact, Language], Value]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: Its name (`index.exchange.words`).
        cell: What stands in it.
    """

    name: str
    cell: Cell


def _said(name: str, *slots: str) -> Column:
    """Return the column that says who or what has the first of these parts that a statement has."""
    roles = slots or (name,)

    def cell(fact: Fact, language: Language) -> Value:
        for role in roles:
            if words := "; ".join(
                filter(None, (_plain(shown(s, language)) for s in fact.slots if s.name == role))
            ):
                return words
        return None

    return Column(name, cell)


def _code(name: str) -> Column:
    """Return the column of a part that is a code."""

    def cell(fact: Fact, language: Language) -> Value:
        slot = fact.slot(name)
        return None if slot is None else code_name(str(slot.value or slot.text), language)

    return Column(name, cell)


def _day(name: str, *slots: str) -> Column:
    """Return the column of the first of these parts that a statement has, which tell a time."""
    roles = slots or (name,)

    def cell(fact: Fact, language: Language) -> Value:
        slot = next((found for role in roles if (found := fact.slot(role))), None)
        return None if slot is None else _time(slot, language)

    return Column(name, cell)


def _ends(slot_name: str) -> tuple[Column, Column]:
    """Return the columns of a figure: itself or where it begins, and where it ends."""

    def end(place: int) -> Cell:
        def cell(fact: Fact, _language: Language) -> Value:
            slot = fact.slot(slot_name)
            if slot is None:
                return None
            found = _figures(slot)
            return found[place] if place < len(found) else None

        return cell

    return Column("amount", end(0)), Column("amount_to", end(1))


def _web(fact: Fact, _language: Language) -> Value:
    slot = fact.slot("url")
    address = "" if slot is None else str(slot.value or slot.text)
    return Link(address, address) if WEB.fullmatch(address) else address


def _length(fact: Fact, _language: Language) -> Value:
    slot = fact.slot("duration")
    return slot.value if slot is not None and isinstance(slot.value, str) else None


def _length_in_words(fact: Fact, language: Language) -> Value:
    slot = fact.slot("duration")
    if slot is None:
        return None
    return _plain(values.duration(str(slot.value), language)) or slot.text


COLUMNS: Final[dict[FactType, tuple[Column, ...]]] = {
    FactType.OCCUPATION: (
        *(_said("person"), _said("position"), _said("org")),
        *(_day("since"), _day("until")),
    ),
    FactType.APPOINTMENT: (
        *(_said("person"), _said("position"), _said("org")),
        *(_code("action"), _day("date")),
    ),
    FactType.MEETING: (_said("participants"), _said("place"), _day("date")),
    FactType.AGREEMENT: (_said("parties"), _said("what"), _day("date"), _day("deadline")),
    FactType.INTENTION: (_said("who", "who", "parties"), _said("what"), _day("date"), _day("deadline")),
    FactType.INSTRUCTION: (_said("who"), _said("to_whom"), _said("what"), _day("deadline")),
    FactType.DECISION: (_said("who", "by", "who"), _said("what"), _day("date")),
    FactType.CREATION: (_said("what"), _said("by"), _day("date")),
    FactType.ACHIEVEMENT: (_said("who", "by", "who"), _said("what"), _day("date")),
    FactType.STATEMENT: (_said("speaker", "speaker", "who"), _said("said", "what", "statement")),
    FactType.QUOTE: (_said("speaker"), _said("said", "quote")),
    FactType.MONEY: (
        *(*_ends("amount"), _said("currency")),
        *(_code("modifier"), _code("direction"), _said("what_for")),
    ),
    FactType.PERCENT: (*_ends("value"), _code("direction"), _code("modifier"), _said("what")),
    FactType.QUANTITY: (*_ends("value"), _said("unit"), _code("modifier"), _said("what")),
    FactType.DATE: (_day("date"), _code("unresolved")),
    FactType.DURATION: (Column("duration", _length_in_words), Column("length", _length), _code("modifier")),
    FactType.SOURCE: (Column("url", _web),),
    FactType.DEAL: (
        *(_said("deal", "kind"), _said("participants", "participants", "parties"), _said("what")),
        *(_said("amount"), _day("date")),
    ),
    FactType.OWNERSHIP: (_said("owner"), _said("property", "property", "what")),
}
"""The parts of each kind of statement, in the order of their columns."""

_WHO: Final = ("person", "participants", "parties", "who", "by", "speaker", "owner")
_WHAT: Final = ("what", "what_for", "quote", "statement", "property", "position", "kind", "url")

ANY: Final[tuple[Column, ...]] = (
    _said("who", *_WHO),
    _said("whom", "to_whom"),
    _said("where", "org", "place"),
    _said("what", *_WHAT),
    Column("amount", lambda fact, _language: next(iter(_figures_of(fact)), None)),
    Column("amount_to", lambda fact, _language: next(iter(_figures_of(fact)[1:]), None)),
    _said("unit", "currency", "unit"),
    _day("when", "date", "deadline", "since", "duration"),
)
"""What statements of all kinds have in common, for one table of all."""

PLACE: Final = ("quote", "page", "document", "document_date", "file")
"""Columns that tell where something stands."""


def in_words(fact: Fact, language: Language = Language.RU) -> str:
    """Return a fact in one line: «4 млрд долл. — ожидается», «Шавкат Мирзиёев — Президент Узбекистана»."""
    if fact.type is FactType.OCCUPATION and (person := fact.slot("person")):
        said = f"{shown(person, language)} — {office(fact, language)}"
    elif described := describe(fact, language):
        said = " — ".join(filter(None, (described.title, described.subtitle)))
    else:
        said = ", ".join(slot.text for slot in fact.slots)
    return _plain(said)


def place(told: Portion, span: Span, document: Value) -> tuple[Value, ...]:
    """Return the cells of `PLACE`.

    Args:
        told: The document.
        span: The place.
        document: What stands for the document: its title, or a link.
    """
    summary = told.summary
    return told.quote(span), told.page_number(span), document, day_cell(summary.date), summary.file_name


def mark_cell(mark: Mark, language: Language) -> Value:
    """Return what the reader decided; nothing if nothing."""
    return code_name(mark.value, language) if mark else None


def day_cell(iso: str) -> Value:
    """Return a whole day as a day, other times as they are written, nothing for none."""
    if _DAY.fullmatch(iso):
        try:
            return date.fromisoformat(iso)
        except ValueError:
            return iso
    return iso or None


def columns_of(kind: Kind) -> tuple[Column, ...]:
    """Return the columns of the parts of a kind; none for kinds of names."""
    return COLUMNS[kind] if isinstance(kind, FactType) else ()


def _figures_of(fact: Fact) -> tuple[float, ...]:
    slot = fact.slot("amount") or fact.slot("value")
    return () if slot is None else _figures(slot)


def _figures(slot: Slot) -> tuple[float, ...]:
    """Return the figure of a part, or its two ends."""
    found = values.ends(slot.value)
    if found is None:
        return ()
    low, high = map(_whole, found)
    return (low,) if low == high else (low, high)


def _plain(text: str) -> str:
    """Return a text with plain blanks: no-break ones keep a value whole on a page, and surprise elsewhere."""
    return " ".join(text.split())


def _whole(number: float) -> float:
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _time(slot: Slot, language: Language) -> Value:
    value = slot.value
    if isinstance(value, str) and _CALENDAR.fullmatch(value):
        return day_cell(value)
    if isinstance(value, str) and (length := _plain(values.duration(value, language))):
        return length
    return slot.text or (value if isinstance(value, str) else None)
