"""How one fact is put into words for people: title, subtitle, the passage to light. Knows no Qt."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from index.model.fact import Fact, FactType, Slot, Value
from index.model.span import Span
from index.text import values
from index.text.wording import NBSP, Language, sentence_case

MIDDLE_DOT: Final = " \u00b7 "


class GroupKey(StrEnum):
    """The groups, in the order in which they are shown."""

    PERSONS = "persons"
    ORGANISATIONS = "organisations"
    PLACES = "places"
    MONEY = "money"
    DATES = "dates"
    PERCENTS = "percents"
    QUANTITIES = "quantities"
    AGREEMENTS = "agreements"
    INSTRUCTIONS = "instructions"
    MEETINGS = "meetings"
    APPOINTMENTS = "appointments"
    CREATIONS = "creations"
    DEALS = "deals"
    STATEMENTS = "statements"
    EVENTS = "events"
    DOCUMENTS = "documents"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Described:
    """A fact in words.

    Attributes:
        group: Where it is listed.
        title: What to read first.
        subtitle: What makes it clear; may be empty.
        span: The passage to light.
        needs_context: Whether it says too little without the words around it.
    """

    group: GroupKey
    title: str
    subtitle: str
    span: Span
    needs_context: bool = False


# Type of a statement: its group, the slots its title is taken from (first come), the slots below.
_STATEMENTS: Final[dict[FactType, tuple[GroupKey, tuple[str, ...], tuple[str, ...]]]] = {
    FactType.AGREEMENT: (GroupKey.AGREEMENTS, ("what",), ("parties", "date", "deadline")),
    FactType.INTENTION: (GroupKey.AGREEMENTS, ("what",), ("parties", "who", "date", "deadline")),
    FactType.INSTRUCTION: (GroupKey.INSTRUCTIONS, ("what",), ("to_whom", "deadline")),
    FactType.DECISION: (GroupKey.INSTRUCTIONS, ("what",), ("by", "who", "date")),
    FactType.MEETING: (GroupKey.MEETINGS, ("participants",), ("place", "date")),
    FactType.APPOINTMENT: (GroupKey.APPOINTMENTS, ("person",), ("position", "org", "date")),
    FactType.OCCUPATION: (GroupKey.PERSONS, ("person",), ("position", "org")),
    FactType.CREATION: (GroupKey.CREATIONS, ("what",), ("by", "date")),
    FactType.ACHIEVEMENT: (GroupKey.CREATIONS, ("what",), ("by", "who", "date")),
    FactType.STATEMENT: (GroupKey.STATEMENTS, ("what", "statement"), ("speaker", "who")),
    FactType.QUOTE: (GroupKey.STATEMENTS, ("quote",), ("speaker",)),
    FactType.DEAL: (GroupKey.DEALS, ("what", "participants"), ("kind", "parties", "amount", "date")),
    FactType.OWNERSHIP: (GroupKey.DEALS, ("property", "what"), ("owner",)),
}
MODIFIERS: Final = {
    "about": ("около", "about"),
    "over": ("свыше", "over"),
    "at_least": ("не менее", "at least"),
    "at_most": ("не более", "at most"),
    "up_to": ("до", "up to"),
    "under": ("менее", "under"),
}
STATUSES: Final = {
    "achieved": ("достигнуто", "achieved"),
    "agreed": ("согласовано", "agreed"),
    "signed": ("подписано", "signed"),
    "instructed": ("", ""),
    "proposed": ("предложено", "proposed"),
    "planned": ("планируется", "planned"),
    "expected": ("ожидается", "expected"),
    "target": ("цель", "target"),
    "discussed": ("обсуждалось", "discussed"),
    "past": ("в прошлом", "past"),
}
_LEFT: Final = ("больше не в должности", "no longer in office")
UNRESOLVED: Final = {
    "no_year": ("год не назван", "no year is given"),
    "no_document_date": ("дата документа неизвестна", "the document's date is unknown"),
}
_SAYS_MORE: Final = re.compile(
    r"(?:ближайши|предстоящи|последни|следующи|прошедши|минувши|первы)е\s|не\s+(?:до|бо|по|ме)|в\s+течение\s",
    re.IGNORECASE,
)
"""Lengths of time whose words, as they stand, say more than how long it is."""
_KIND_OF_DAYS: Final = re.compile(r"\b(раб|календ|банк)[а-яё]*\.?\s", re.IGNORECASE)
_DAYS: Final = {
    "раб": ("рабочий", "рабочего", "рабочих"),
    "календ": ("календарный", "календарного", "календарных"),
    "банк": ("банковский", "банковского", "банковских"),
}
_OF_DAYS: Final = frozenset({"день", "дня", "дней"})
_DIRECTIONS: Final = {"up": f"↑{NBSP}", "down": f"↓{NBSP}"}


def describe(fact: Fact, language: Language = Language.RU) -> Described | None:
    """Put a fact into words; None when it lacks the part that its title is made of."""
    return _VALUES.get(fact.type, _statement)(fact, language)


def is_statement(kind: str) -> bool:
    """Whether facts of this kind are clauses to be read rather than names or values."""
    return kind in _STATEMENT_KINDS


def office(fact: Fact, language: Language = Language.RU) -> str:
    """Write what an OCCUPATION states: «Президент Республики Узбекистан», «Секретарь · Учёный совет»."""
    position, org = fact.slot("position"), fact.slot("org")
    written = sentence_case(shown(position)) if position else ""
    if org and position and position.span and org.span and 0 <= org.span.start - position.span.stop <= 2:
        # The body's words follow those of the office: as written they stand in the case it asks for.
        written = f"{written} {org.text}"
    elif org:
        written = MIDDLE_DOT.join(filter(None, (written, shown(org))))
    if fact.status == "past" and written:
        return f"{written} ({STATUSES['past'][language is Language.EN]})"
    return written


def _money(fact: Fact, language: Language) -> Described | None:
    amount, currency, modifier = fact.slot("amount"), fact.slot("currency"), fact.slot("modifier")
    if amount is None:
        return None
    code = currency.value if currency and isinstance(currency.value, str) else ""
    title = values.money(amount.value, code, language) or amount.text
    direction = fact.slot("direction")
    arrow = _DIRECTIONS.get(str(direction.value), "") if direction else ""
    reaches = modifier is not None and modifier.value == "reaches"
    what_for, status = _text_of(fact, ("what_for",), language), _status(fact, language)
    if what_for and reaches:
        what_for = f"{_reaches(fact.status, language)}{MIDDLE_DOT}{what_for}"
        status = "" if fact.status in {"expected", "achieved"} else status
    return Described(
        GroupKey.MONEY,
        f"{arrow}{_modified(title, modifier, language)}",
        MIDDLE_DOT.join(filter(None, (what_for, _text_of(fact, ("date",), language), status))),
        _hull(fact, amount, currency),
        needs_context=not what_for,
    )


def _percent(fact: Fact, language: Language) -> Described | None:
    value = fact.slot("value")
    if value is None:
        return None
    direction = fact.slot("direction")
    arrow = _DIRECTIONS.get(str(direction.value), "") if direction else ""
    title = _modified(values.percent(value.value, language) or value.text, fact.slot("modifier"), language)
    what = _text_of(fact, ("what",), language)
    return Described(
        GroupKey.PERCENTS,
        f"{arrow}{title}",
        MIDDLE_DOT.join(filter(None, (what, _text_of(fact, ("date",), language), _status(fact, language)))),
        _hull(fact, value),
        needs_context=not what,
    )


def _quantity(fact: Fact, language: Language) -> Described | None:
    value, unit = fact.slot("value"), fact.slot("unit")
    if value is None:
        return None
    # As written the unit goes with most numbers («тысяч туристов»); where it does not, «counted» does.
    counted, written = fact.slot("counted"), unit.text if unit is not None else ""
    named = written if counted is None else str(counted.value)
    written = f"{values.numbers(value.value, language) or value.text} {named}".strip()
    if unit is not None and unit.span == value.span:
        # «вдвое» is the number and the unit at once.
        written = value.text.lower()
    what = _text_of(fact, ("what",), language)
    return Described(
        GroupKey.QUANTITIES,
        _modified(written, fact.slot("modifier"), language),
        MIDDLE_DOT.join(filter(None, (what, _text_of(fact, ("date",), language), _status(fact, language)))),
        _hull(fact, value, unit),
        needs_context=not what,
    )


def _date(fact: Fact, language: Language) -> Described | None:
    slot = fact.slot("date")
    if slot is None:
        return None
    written = values.day(slot.value, language) if isinstance(slot.value, str) else ""
    reason = fact.slot("unresolved")
    why = UNRESOLVED.get(str(reason.value), ("", ""))[language is Language.EN] if reason is not None else ""
    return Described(GroupKey.DATES, written or slot.text, why, _hull(fact, slot))


def _duration(fact: Fact, language: Language) -> Described | None:
    slot = fact.slot("duration")
    if slot is None:
        return None
    modifier = fact.slot("modifier")
    is_bent = modifier is not None and modifier.value in MODIFIERS
    written = values.duration(slot.value, language, is_bent=is_bent) if isinstance(slot.value, str) else ""
    # «ближайшие пять лет» says more than «5 лет»; «двухчасовой» says less, «пяти лет» stands in a case.
    # «не более двух часов» can be said in another language as well.
    is_said = is_bent and language is not Language.RU
    if not written or (_SAYS_MORE.match(slot.text) and not is_said):
        written = slot.text[:1].lower() + slot.text[1:]
    else:
        written = _modified(_with_kind_of_days(written, slot.text, language), modifier, language)
    return Described(GroupKey.DATES, written, "", _hull(fact, slot))


def _with_kind_of_days(written: str, said: str, language: Language) -> str:
    """Return «5 дней», said as «5 рабочих дней», with the word that tells which days are counted."""
    days = _KIND_OF_DAYS.search(said)
    count, _, unit = written.rpartition(NBSP)
    if language is not Language.RU or days is None or unit not in _OF_DAYS or NBSP in count:
        return written
    one, of_one, several = _DAYS[days.group(1).lower()]
    is_one = count.endswith("1") and unit == "дня"
    return f"{count} {one if unit == 'день' else of_one if is_one else several}{NBSP}{unit}"


def _source(fact: Fact, language: Language) -> Described | None:
    title = _text_of(fact, ("url", "source", "title"), language)
    return Described(GroupKey.SOURCES, title, "", fact.span) if title else None


_VALUES: Final[dict[FactType, Callable[[Fact, Language], Described | None]]] = {
    FactType.MONEY: _money,
    FactType.PERCENT: _percent,
    FactType.QUANTITY: _quantity,
    FactType.DATE: _date,
    FactType.DURATION: _duration,
    FactType.SOURCE: _source,
}
_STATEMENT_KINDS: Final = frozenset(kind.value for kind in _STATEMENTS if kind is not FactType.OCCUPATION)


def _statement(fact: Fact, language: Language) -> Described | None:
    group, title_slots, below = _STATEMENTS[fact.type]
    title = next(filter(None, (_text_of(fact, (name,), language) for name in title_slots)), "")
    if not title:
        return None
    below_text = [text for name in below if (text := _text_of(fact, (name,), language))]
    status = "" if fact.type is FactType.QUOTE else _status(fact, language)
    action = fact.slot("action")
    if action is not None and action.value == "dismissed":
        below_text.append(_LEFT[language is Language.EN])
    subtitle = MIDDLE_DOT.join(filter(None, (*below_text, status)))
    title = f"«{title}»" if fact.type is FactType.QUOTE else sentence_case(title)
    return Described(group, title, subtitle, fact.span)


def _text_of(fact: Fact, names: tuple[str, ...], language: Language) -> str:
    """Write what fills these slots: names, days, terms and sums as people read them."""
    parts = (shown(slot, language) for slot in fact.slots if slot.name in names)
    return ", ".join(dict.fromkeys(filter(None, parts)))


def shown(slot: Slot, language: Language = Language.RU) -> str:
    """Write what fills a slot: its canonical name or value as people read it, else the words of the text."""
    value: Value = slot.value
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    if isinstance(value, str) and slot.name in {"date", "deadline", "since", "until"}:
        return values.day(value, language) or values.duration(value, language) or slot.text
    return value if isinstance(value, str) and value else slot.text


def _modified(title: str, modifier: Slot | None, language: Language) -> str:
    key = modifier.value if modifier else None
    if isinstance(key, str) and key in MODIFIERS:
        return f"{MODIFIERS[key][language is Language.EN]} {title}"
    return title


def _reaches(status: str, language: Language) -> str:
    if language is Language.EN:
        return "reached" if status in {"achieved", "past"} else "reaches"
    return {"achieved": "достигнуто", "past": "достигало", "actual": "достигает"}.get(status, "достигнет")


def _status(fact: Fact, language: Language) -> str:
    return STATUSES.get(fact.status, ("", ""))[language is Language.EN]


def _hull(fact: Fact, *slots: Slot | None) -> Span:
    """Return the span over these parts; the whole passage when they have no words of their own."""
    spans = [slot.span for slot in slots if slot is not None and slot.span is not None]
    if not spans:
        return fact.span
    whole = spans[0]
    for span in spans[1:]:
        whole = whole.hull(span)
    return whole
