"""Views over the archive as lists for other programs (`index.tables.listing`). Pages count from 1."""

from __future__ import annotations

from typing import Final

from index.facts.wording import describe
from index.model.fact import Fact
from index.model.overview import (
    Disagreements,
    EntityPage,
    Evidence,
    Meetings,
    Promise,
    Promises,
    Quotes,
    Stated,
    Timeline,
)
from index.tables.listing import Listing, Value

Head = tuple[str, ...]

_WHERE: Final = ("Документ", "Дата документа", "Страница", "Место")
MENTIONS_HEAD: Final = ("Упоминаний", *_WHERE)
OFFICES_HEAD: Final = ("Кто", "Должность", "Где", "С", "По", *_WHERE)
COMPANIONS_HEAD: Final = ("С кем", "Утверждений", "Документов", *_WHERE)
STATED_HEAD: Final = ("Вид", "Состояние", "Что", *_WHERE)
TIMELINE_HEAD: Final = ("Время", "Дата самого документа", *_WHERE)
MEETINGS_HEAD: Final = ("Кто", "С кем", "Встреч", "Документов", *_WHERE)
PROMISES_HEAD: Final = ("Срок", "Срок прошёл", "Вид", "Состояние", "Кто", "Кому", "Что", *_WHERE)
DISAGREEMENTS_HEAD: Final = ("№", "О чём", "За какое время", "Значение", *_WHERE)
QUOTES_HEAD: Final = ("Кто", "Слова", *_WHERE)

_YES: Final = ("", "да")


def entity_listings(found: EntityPage) -> tuple[Listing, ...]:
    """Return where somebody is named, offices, companions, and all that is stated."""
    offices = [
        (office.person, office.position, office.body, office.first, office.last, *_where(one.evidence))
        for office in found.offices
        for one in office.stated
    ]
    companions = [
        (one.who.name, one.statements, one.documents, *_where(one.stated.evidence))
        for one in found.companions
    ]
    stated = [
        (one.fact.type.value, one.fact.status, words_of(one.fact), *_where(one.evidence))
        for one in (*found.sums, *found.quotes, *found.stated)
    ]
    return (
        Listing("Документы", MENTIONS_HEAD, [(one.times, *_where(one.evidence)) for one in found.mentioned]),
        Listing("Должности", OFFICES_HEAD, offices),
        Listing("С кем", COMPANIONS_HEAD, companions),
        Listing("Утверждения", STATED_HEAD, stated),
    )


def timeline_listing(found: Timeline) -> Listing:
    """Return the dates in order."""
    rows = [(line.value, _YES[line.is_own], *_where(line.evidence)) for line in found.lines]
    return Listing("Время", TIMELINE_HEAD, rows)


def meetings_listing(found: Meetings) -> Listing:
    """Return who met whom."""
    rows = [
        (
            found.nodes[edge.left].who.name,
            found.nodes[edge.right].who.name,
            edge.meetings,
            edge.documents,
            *_where(edge.stated.evidence),
        )
        for edge in found.edges
    ]
    return Listing("Встречи", MEETINGS_HEAD, rows)


def promises_listing(found: Promises) -> Listing:
    """Return promises by deadline."""
    rows = [
        (
            deadline_of(line),
            _YES[line.is_overdue],
            line.stated.fact.type.value,
            line.stated.fact.status,
            parts(line.stated.fact, "who", "parties", "by"),
            parts(line.stated.fact, "to_whom"),
            parts(line.stated.fact, "what"),
            *_where(line.stated.evidence),
        )
        for line in found.lines
    ]
    return Listing("Обещания", PROMISES_HEAD, rows)


def disagreements_listing(found: Disagreements) -> Listing:
    """Return figures that disagree; those of one thing have one number."""
    rows = [
        (number, line.what, line.period, words_of(one.fact), *_where(one.evidence))
        for number, line in enumerate(found.lines, 1)
        for one in line.figures
    ]
    return Listing("Расхождения", DISAGREEMENTS_HEAD, rows)


def quotes_listing(found: Quotes) -> Listing:
    """Return quotes by speaker."""
    rows = [
        (speaker.who.name if speaker.who else parts(one.fact, "speaker"), _quote(one), *_where(one.evidence))
        for speaker in found.speakers
        for one in speaker.lines
    ]
    return Listing("Цитаты", QUOTES_HEAD, rows)


def parts(fact: Fact, *slot_names: str) -> str:
    """Return who or what has the first of these parts that a statement has, as it is called."""
    for name in slot_names:
        if said := ", ".join(_said(slot.value, slot.text) for slot in fact.slots if slot.name == name):
            return said
    return ""


def deadline_of(promise: Promise) -> str:
    """Return the last day of a deadline; of one that names no days its words, of none nothing."""
    slot = promise.stated.fact.slot("deadline")
    return promise.deadline or ("" if slot is None else slot.text)


def words_of(fact: Fact) -> str:
    """Return a statement in one line, as it is shown everywhere."""
    described = describe(fact)
    if described is None:
        return ", ".join(slot.text for slot in fact.slots if slot.text)
    # No-break spaces keep a value whole on a page; in a list that is searched, they only surprise.
    return " ".join(f"{described.title} — {described.subtitle}".rstrip("— ").split())


def _quote(one: Stated) -> str:
    return parts(one.fact, "quote") or one.evidence.passage


def _said(value: object, text: str) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return value if isinstance(value, str) and value else text


def _where(evidence: Evidence) -> tuple[Value, ...]:
    return evidence.title, evidence.date, evidence.page_index + 1, evidence.passage
