"""Why an entry of the facts panel says what it says: the rule in plain words, the evidence, how sure it is.

Rules have names of their own (`index.facts`); what most of them look at is said here in a line. A rule that
has no line is told by the kind of fact it makes, so that newer rules are never told wrongly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.state.counts import Noun, counted, figure, percent, window_language
from desktop.state.fact_fields import kind_name, label, status_name
from desktop.state.fact_groups import FactEntry, context
from index.facts.wording import describe, office, shown
from index.model.document import Document
from index.model.fact import Fact, FactType, Mark, Slot
from index.model.span import Span

_PLACES_SHOWN: Final = 3
_SAID_BY_OTHERS: Final = frozenset({"unresolved", "counted", "currency", "modifier", "direction", "action"})
"""Slots that are told with another one."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of the answer.

    Attributes:
        about: What it tells of: «Как найдено».
        words: What it tells.
    """

    about: str
    words: str


def reasons(entry: FactEntry, document: Document) -> tuple[Reason, ...]:
    """Return why an entry is there, for people, in the language of the window."""
    return tuple(reason for reason in _reasons(entry, document) if reason.words)


def _reasons(entry: FactEntry, document: Document) -> Iterator[Reason]:
    translate = QCoreApplication.translate
    yield Reason(translate("Reasons", "Вид"), kind_name(entry.kind))
    status = {status_name(fact.status) for fact in entry.facts if fact.status != "actual"}
    yield Reason(translate("Reasons", "Состояние"), ", ".join(sorted(status)))
    yield Reason(translate("Reasons", "Должности"), "; ".join(_offices(entry.offices)))
    yield Reason(translate("Reasons", "Как найдено"), found(entry))
    if entry.facts and entry.mark is Mark.NONE:
        yield Reason(translate("Reasons", "Уверенность"), percent(entry.confidence))
    if entry.facts:
        yield Reason(translate("Reasons", "Части"), "\n".join(_parts(entry.facts[0])))
    if entry.entities:
        yield Reason(translate("Reasons", "Написания"), "; ".join(entry.written))
    yield Reason(translate("Reasons", "Где"), "\n".join(_places(entry.spans, document)))


def _offices(offices: Iterable[Fact]) -> Iterator[str]:
    language = window_language()
    for fact in offices:
        yield f"{office(fact, language)} ({_rule(fact.rule, fact.type)})"


def found(entry: FactEntry) -> str:
    """Return how an entry was found, in plain words; by the reader if he has decided about it."""
    translate = QCoreApplication.translate
    decided = {
        Mark.ACCEPTED: translate("Reasons", "вы подтвердили, что это верно"),
        Mark.CORRECTED: translate("Reasons", "вы исправили то, что нашла программа"),
        Mark.OWN: translate("Reasons", "вы добавили это сами"),
    }.get(entry.mark)
    if decided is not None:
        return decided
    if entry.entities:
        return translate("Reasons", "имя узнала языковая модель, начальную форму подобрала программа")
    kind = FactType(entry.kind)
    return "; ".join(dict.fromkeys(_rule(rule, kind) for rule in entry.rules))


def _parts(fact: Fact) -> Iterator[str]:
    for slot in fact.slots:
        if slot.name in _SAID_BY_OTHERS or not (name := label(slot.name)):
            continue
        value, words = _value(fact, slot), " ".join(slot.text.split())
        same = not words or words.casefold() == value.casefold()
        yield f"{name}: {value}" if same else f"{name}: {value} («{words}»)"


def _value(fact: Fact, slot: Slot) -> str:
    """Return what a part says: a figure as the whole fact is titled, anything else as it is shown."""
    if not isinstance(slot.value, str | list | None):
        described = describe(fact, window_language())
        return described.title if described is not None else slot.text
    return shown(slot, window_language())


def _places(spans: tuple[Span, ...], document: Document) -> Iterator[str]:
    page = QCoreApplication.translate("Reasons", "с. {page}: «{words}»")
    for span in spans[:_PLACES_SHOWN]:
        number = document.text_map.page_at(span.start) + 1
        yield page.format(page=figure(number), words=context(document.text, span))
    if (more := len(spans) - _PLACES_SHOWN) > 0:
        template = QCoreApplication.translate("Reasons", "и ещё {places}")
        yield template.format(places=counted(more, Noun.PLACE))


def _rule(rule: str, kind: FactType) -> str:
    return _by_rule().get(rule) or _by_kind(kind)


def _by_rule() -> dict[str, str]:
    translate = QCoreApplication.translate
    before = translate("Reasons", "должность названа перед именем")
    agreed = translate("Reasons", "слова о том, что стороны договорились")
    post = translate("Reasons", "глагол о вступлении в должность")
    left = translate("Reasons", "глагол об уходе с должности")
    met = translate("Reasons", "глагол о встрече и имена при нём")
    talks = translate("Reasons", "слова «встреча», «переговоры» и имена при них")
    made = translate("Reasons", "глагол о создании и то, что создано")
    return {
        "office_before_person": before,
        "office_with_tail_before_person": before,
        "two_offices_before_person": before,
        "office_after_person": translate("Reasons", "должность названа после имени"),
        "is_by_verb": translate("Reasons", "глагол говорит, кто кем является"),
        "headed_by_verb": translate("Reasons", "глагол говорит, кто что возглавляет"),
        "takes_post": post,
        "enters_post": post,
        "appointed": translate("Reasons", "глагол о назначении или избрании"),
        "dismissed": translate("Reasons", "глагол об освобождении от должности"),
        "leaves_post": left,
        "met_with": met,
        "both_met": met,
        "received": translate("Reasons", "глагол «принять» и имена при нём"),
        "meeting_of": talks,
        "meeting_with": talks,
        "talks_of_both": talks,
        "agreed_to": agreed,
        "accord_on": agreed,
        "signed_paper": translate("Reasons", "слова о подписанном документе"),
        "intend_to": translate("Reasons", "слова о намерении"),
        "resolved_to": translate("Reasons", "слова о принятом решении"),
        "told_by_verb": translate("Reasons", "глагол поручения: «поручить», «обязать», «просить»"),
        "told_by_naming": translate("Reasons", "назван исполнитель и то, что ему сделать"),
        "told_under_heading": translate("Reasons", "пункт под строкой с именем исполнителя"),
        "made_before_verb": made,
        "made_behind_verb": made,
        "said_that": translate("Reasons", "глагол речи: «сообщил, что»"),
        "as_somebody_said": translate("Reasons", "слова «как сообщил»"),
        "by_words_of": translate("Reasons", "слова «по словам», «по мнению»"),
        "number_and_currency": translate("Reasons", "число и валюта за ним"),
        "currency_and_number": translate("Reasons", "знак валюты и число за ним"),
        "range_of_sums": translate("Reasons", "две суммы: от и до"),
        "number_and_percent": translate("Reasons", "число и знак или слово процента"),
        "number_and_measure": translate("Reasons", "число и единица измерения"),
        "number_and_noun": translate("Reasons", "число и то, что им сосчитано"),
        "time_ago": translate("Reasons", "время отсчитано назад от дня документа"),
        "time_ahead": translate("Reasons", "время отсчитано вперёд от дня документа"),
        "relative_period": translate("Reasons", "время названо относительно дня документа"),
        "web_address": translate("Reasons", "адрес в интернете"),
    }


def _by_kind(kind: FactType) -> str:
    translate = QCoreApplication.translate
    return {
        FactType.OCCUPATION: translate("Reasons", "имя и должность рядом"),
        FactType.APPOINTMENT: translate("Reasons", "слова о назначении или отставке"),
        FactType.MEETING: translate("Reasons", "слова о встрече и имена при них"),
        FactType.AGREEMENT: translate("Reasons", "слова о договорённости"),
        FactType.INTENTION: translate("Reasons", "слова о намерении"),
        FactType.INSTRUCTION: translate("Reasons", "слова о поручении"),
        FactType.DECISION: translate("Reasons", "слова о решении"),
        FactType.CREATION: translate("Reasons", "слова о создании"),
        FactType.ACHIEVEMENT: translate("Reasons", "слова о достигнутом"),
        FactType.STATEMENT: translate("Reasons", "слова о том, кто что сказал"),
        FactType.QUOTE: translate("Reasons", "прямая речь и тот, кому она принадлежит"),
        FactType.MONEY: translate("Reasons", "число и валюта"),
        FactType.PERCENT: translate("Reasons", "доля, названная числом или словом"),
        FactType.QUANTITY: translate("Reasons", "число и то, что им измерено"),
        FactType.DATE: translate("Reasons", "слова, которыми называют время"),
        FactType.DURATION: translate("Reasons", "слова о длительности"),
        FactType.SOURCE: translate("Reasons", "ссылка на источник"),
        FactType.DEAL: translate("Reasons", "глагол сделки и её стороны"),
        FactType.OWNERSHIP: translate("Reasons", "слова о том, кому что принадлежит"),
    }[kind]
