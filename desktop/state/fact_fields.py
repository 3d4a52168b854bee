"""The fields that a form has for each kind of fact and name, and what they are called. Knows no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QCoreApplication

from index.model.fact import EntityType, FactType
from index.notes.naming import NAME


class FieldKind(Enum):
    """What a field holds."""

    WORDS = auto()
    """A few words."""
    CLAUSE = auto()
    """Words of several lines."""
    NAME = auto()
    """A person, body or place."""
    NAMES = auto()
    """Several of them, one a line."""
    SUM = auto()
    """A number with its currency."""
    PERCENT = auto()
    NUMBER = auto()
    DAY = auto()
    """A day, month, year, part of one, or a term like «до конца года»."""
    LENGTH = auto()
    """A length of time."""
    DEADLINE = auto()
    """A day or a length of time."""
    CHOICE = auto()
    """One of `choices(name)`."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form; named like the slot it fills."""

    name: str
    kind: FieldKind
    is_required: bool = False


def _required(name: str, kind: FieldKind) -> Field:
    return Field(name, kind, is_required=True)


_WHAT: Final = _required("what", FieldKind.CLAUSE)
_ON: Final = Field("date", FieldKind.DAY)
_UNTIL: Final = Field("deadline", FieldKind.DEADLINE)
_BENT: Final = Field("modifier", FieldKind.CHOICE)
_MOVED: Final = Field("direction", FieldKind.CHOICE)
_SPEAKER: Final = Field("speaker", FieldKind.NAME)
_OFFICE: Final = (_required("person", FieldKind.NAME), _required("position", FieldKind.WORDS))
_FIELDS: Final[dict[FactType, tuple[Field, ...]]] = {
    FactType.OCCUPATION: (*_OFFICE, Field("org", FieldKind.NAME)),
    FactType.APPOINTMENT: (
        *_OFFICE,
        Field("org", FieldKind.NAME),
        _required("action", FieldKind.CHOICE),
        _ON,
    ),
    FactType.MEETING: (_required("participants", FieldKind.NAMES), Field("place", FieldKind.NAME), _ON),
    FactType.AGREEMENT: (_WHAT, Field("parties", FieldKind.NAMES), _ON, _UNTIL),
    FactType.INTENTION: (_WHAT, Field("parties", FieldKind.NAMES), _ON, _UNTIL),
    FactType.INSTRUCTION: (_WHAT, Field("to_whom", FieldKind.NAMES), Field("who", FieldKind.NAME), _UNTIL),
    FactType.DECISION: (_WHAT, Field("by", FieldKind.NAMES), _ON),
    FactType.CREATION: (_WHAT, Field("by", FieldKind.NAMES), _ON),
    FactType.ACHIEVEMENT: (_WHAT, Field("by", FieldKind.NAMES), _ON),
    FactType.STATEMENT: (_WHAT, _SPEAKER),
    FactType.QUOTE: (_required("quote", FieldKind.CLAUSE), _SPEAKER),
    FactType.MONEY: (
        _required("amount", FieldKind.SUM),
        _BENT,
        _MOVED,
        Field("what_for", FieldKind.WORDS),
    ),
    FactType.PERCENT: (
        _required("value", FieldKind.PERCENT),
        _BENT,
        _MOVED,
        Field("what", FieldKind.WORDS),
    ),
    FactType.QUANTITY: (
        _required("value", FieldKind.NUMBER),
        Field("unit", FieldKind.WORDS),
        _BENT,
        Field("what", FieldKind.WORDS),
    ),
    FactType.DATE: (_required("date", FieldKind.DAY),),
    FactType.DURATION: (_required("duration", FieldKind.LENGTH), _BENT),
    FactType.SOURCE: (_required("url", FieldKind.WORDS),),
    FactType.DEAL: (_required("participants", FieldKind.NAMES), Field("kind", FieldKind.WORDS), _ON),
    FactType.OWNERSHIP: (_required("property", FieldKind.NAME), Field("owner", FieldKind.NAMES)),
}
_NAMED: Final = (_required(NAME, FieldKind.WORDS),)
FACT_KINDS: Final = tuple(kind.value for kind in _FIELDS)
NAME_KINDS: Final = tuple(kind.value for kind in EntityType)


def fields(kind: str) -> tuple[Field, ...]:
    """Return the fields of a kind of fact or name, in the order in which a form shows them."""
    return _NAMED if kind in NAME_KINDS else _FIELDS[FactType(kind)]


def choices(name: str) -> tuple[tuple[str, str], ...]:
    """Return value and words of what may be chosen for a field; the empty value is none of them."""
    translate = QCoreApplication.translate
    return {
        "modifier": (
            ("", translate("FactFields", "ровно столько")),
            ("about", translate("FactFields", "около")),
            ("over", translate("FactFields", "свыше")),
            ("at_least", translate("FactFields", "не менее")),
            ("up_to", translate("FactFields", "до, не более")),
            ("reaches", translate("FactFields", "достигает")),
            ("range", translate("FactFields", "от и до")),
        ),
        "direction": (
            ("", translate("FactFields", "не сказано")),
            ("up", translate("FactFields", "рост")),
            ("down", translate("FactFields", "снижение")),
            ("share", translate("FactFields", "доля")),
        ),
        "action": (
            ("appointed", translate("FactFields", "вступает в должность")),
            ("dismissed", translate("FactFields", "оставляет должность")),
        ),
    }[name]


def label(name: str) -> str:
    """Return what a field is called; empty for a slot that is shown nowhere by itself."""
    translate = QCoreApplication.translate
    return {
        "person": translate("FactFields", "Кто"),
        "position": translate("FactFields", "Должность"),
        "org": translate("FactFields", "Где"),
        "action": translate("FactFields", "Что произошло"),
        "date": translate("FactFields", "Когда"),
        "participants": translate("FactFields", "Участники"),
        "place": translate("FactFields", "Место"),
        "what": translate("FactFields", "Что"),
        "parties": translate("FactFields", "Стороны"),
        "deadline": translate("FactFields", "Срок"),
        "to_whom": translate("FactFields", "Кому"),
        "who": translate("FactFields", "Кто поручил"),
        "by": translate("FactFields", "Кем"),
        "speaker": translate("FactFields", "Кто сказал"),
        "quote": translate("FactFields", "Слова"),
        "amount": translate("FactFields", "Сумма"),
        "modifier": translate("FactFields", "Точность"),
        "direction": translate("FactFields", "Изменение"),
        "what_for": translate("FactFields", "На что, за что"),
        "value": translate("FactFields", "Сколько"),
        "unit": translate("FactFields", "Чего"),
        "duration": translate("FactFields", "Как долго"),
        "url": translate("FactFields", "Адрес"),
        "kind": translate("FactFields", "Вид сделки"),
        "property": translate("FactFields", "Что принадлежит"),
        "owner": translate("FactFields", "Владельцы"),
        NAME: translate("FactFields", "Название"),
        "since": translate("FactFields", "С какого времени"),
        "until": translate("FactFields", "До какого времени"),
    }.get(name, "")


def kind_name(kind: str) -> str:
    """Return what one fact or name of a kind is called."""
    translate = QCoreApplication.translate
    return {
        EntityType.PERSON.value: translate("FactFields", "Персона"),
        EntityType.ORG.value: translate("FactFields", "Организация"),
        EntityType.COUNTRY.value: translate("FactFields", "Страна"),
        EntityType.CITY.value: translate("FactFields", "Населённый пункт"),
        EntityType.REGION.value: translate("FactFields", "Край, область, часть света"),
        EntityType.PLACE.value: translate("FactFields", "Другое место"),
        EntityType.ROUTE.value: translate("FactFields", "Маршрут"),
        EntityType.DOCUMENT.value: translate("FactFields", "Документ"),
        EntityType.EVENT_NAME.value: translate("FactFields", "Событие"),
        FactType.OCCUPATION.value: translate("FactFields", "Должность"),
        FactType.APPOINTMENT.value: translate("FactFields", "Назначение или отставка"),
        FactType.MEETING.value: translate("FactFields", "Встреча"),
        FactType.AGREEMENT.value: translate("FactFields", "Договорённость"),
        FactType.INTENTION.value: translate("FactFields", "Намерение"),
        FactType.INSTRUCTION.value: translate("FactFields", "Поручение"),
        FactType.DECISION.value: translate("FactFields", "Решение"),
        FactType.CREATION.value: translate("FactFields", "Создание"),
        FactType.ACHIEVEMENT.value: translate("FactFields", "Достижение"),
        FactType.STATEMENT.value: translate("FactFields", "Заявление"),
        FactType.QUOTE.value: translate("FactFields", "Цитата"),
        FactType.MONEY.value: translate("FactFields", "Сумма"),
        FactType.PERCENT.value: translate("FactFields", "Процент"),
        FactType.QUANTITY.value: translate("FactFields", "Количество"),
        FactType.DATE.value: translate("FactFields", "Дата"),
        FactType.DURATION.value: translate("FactFields", "Срок"),
        FactType.SOURCE.value: translate("FactFields", "Источник"),
        FactType.DEAL.value: translate("FactFields", "Сделка"),
        FactType.OWNERSHIP.value: translate("FactFields", "Собственность"),
    }[kind]


def status_name(status: str) -> str:
    """Return what a status is called."""
    translate = QCoreApplication.translate
    return {
        "actual": translate("FactFields", "есть сейчас"),
        "achieved": translate("FactFields", "достигнуто"),
        "agreed": translate("FactFields", "согласовано"),
        "signed": translate("FactFields", "подписано"),
        "instructed": translate("FactFields", "поручено"),
        "proposed": translate("FactFields", "предложено"),
        "planned": translate("FactFields", "планируется"),
        "expected": translate("FactFields", "ожидается"),
        "target": translate("FactFields", "цель"),
        "discussed": translate("FactFields", "обсуждалось"),
        "past": translate("FactFields", "было прежде"),
    }[status]
