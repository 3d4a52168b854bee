"""The page of a person, body or place in words: who it is, offices, companions, sums, quotes, documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.state.counts import Noun, counted, figure, window_language
from desktop.state.telling import Telling, Told
from index.facts.wording import describe
from index.model.fact import FactType
from index.model.overview import Companion, EntityPage, NameKind, Office, Stated
from index.study.entity import MOST_COMPANIONS, MOST_SHOWN
from index.study.overview_listings import parts
from index.text.values import day
from index.text.wording import sentence_case

OFFICES: Final = "offices"
COMPANIONS: Final = "companions"
SUMS: Final = "sums"
QUOTES: Final = "quotes"
STATED: Final = "stated"
DOCUMENTS: Final = "documents"

_MOST_PLACES: Final = 4
"""Of one office: more would hide the others."""
_COMMA: Final = ", "
_DOT: Final = " \N{MIDDLE DOT} "


def entity_told(found: EntityPage) -> Told:
    """Return the page of somebody as rich text."""
    told = Telling()
    _head(told, found)
    _offices(told, found)
    _companions(told, found.companions)
    _statements(told, QCoreApplication.translate("Study", "Деньги"), found.sums, SUMS)
    _quotes(told, found.quotes)
    by_kind: dict[FactType, list[Stated]] = defaultdict(list)
    for one in found.stated:
        by_kind[one.fact.type].append(one)
    for place, (kind, stated) in enumerate(by_kind.items()):
        _statements(told, kind_name(kind), stated, "" if place else STATED)
    _documents(told, found)
    return told.told


def sections(found: EntityPage) -> list[tuple[str, str, str]]:
    """Return name, count and anchor of each part of a page that has something in it."""
    translate = QCoreApplication.translate
    told = (
        (translate("Study", "Должности"), figure(len(found.offices)), OFFICES),
        (translate("Study", "С кем"), at_least(len(found.companions), MOST_COMPANIONS), COMPANIONS),
        (translate("Study", "Деньги"), at_least(len(found.sums)), SUMS),
        (translate("Study", "Цитаты"), at_least(len(found.quotes)), QUOTES),
        (translate("Study", "Сказано"), _all_stated(found), STATED),
        (translate("Study", "Документы"), figure(found.documents), DOCUMENTS),
    )
    return [one for one in told if one[1] != figure(0)]


def at_least(count: int, most: int = MOST_SHOWN) -> str:
    """Return how many there are; of as many as are shown at most there may be more."""
    return f"{figure(count)}+" if count >= most else figure(count)


def summed_up(found: EntityPage) -> str:
    """Return what there is of somebody in one line."""
    template = QCoreApplication.translate("Study", "{documents}; упоминаний: {mentions}; утверждений: {told}")
    return template.format(
        documents=counted(found.documents, Noun.DOCUMENT),
        mentions=figure(found.mentions),
        told=figure(found.statements),
    )


def kind_word(kind: NameKind) -> str:
    """Return what somebody or something is, in a word."""
    translate = QCoreApplication.translate
    return {
        NameKind.PERSON: translate("Study", "человек"),
        NameKind.ORGANISATION: translate("Study", "организация"),
        NameKind.PLACE: translate("Study", "место"),
    }[kind]


def office_told(office: Office, on_page_of: str) -> str:
    """Return an office in words, without whom or what the page is about."""
    said = (office.person, office.position, office.body)
    words = sentence_case(_COMMA.join(part for part in said if part and part != on_page_of))
    if not office.is_former:
        return words
    return QCoreApplication.translate("Study", "{office} (в прошлом)").format(office=words)


def time_told(first: str, last: str) -> str:
    """Return a time from first to last as people write it; empty for none."""
    language = window_language()
    ends = [day(end, language) or end for end in (first, last) if end]
    return " – ".join(dict.fromkeys(ends))


def kind_name(kind: FactType) -> str:
    """Return the name of a kind of statements."""
    translate = QCoreApplication.translate
    return {
        FactType.MEETING: translate("Study", "Встречи"),
        FactType.AGREEMENT: translate("Study", "Договорённости"),
        FactType.INTENTION: translate("Study", "Намерения"),
        FactType.INSTRUCTION: translate("Study", "Поручения"),
        FactType.DECISION: translate("Study", "Решения"),
        FactType.CREATION: translate("Study", "Создание"),
        FactType.ACHIEVEMENT: translate("Study", "Достижения"),
        FactType.STATEMENT: translate("Study", "Заявления"),
        FactType.PERCENT: translate("Study", "Проценты"),
        FactType.QUANTITY: translate("Study", "Числа"),
        FactType.DATE: translate("Study", "Даты"),
        FactType.DEAL: translate("Study", "Сделки"),
        FactType.OWNERSHIP: translate("Study", "Собственность"),
    }[kind]


def _head(told: Telling, found: EntityPage) -> None:
    translate = QCoreApplication.translate
    told.title(found.who.name)
    told.line(escape(_DOT.join((kind_word(found.who.kind), summed_up(found)))), "quiet")
    if found.spellings:
        said = translate("Study", "Пишется также: {names}")
        told.line(escape(said.format(names=_COMMA.join(found.spellings))), "quiet")
    if found.others:
        said = escape(translate("Study", "Похожие имена, может быть, о другом: {names}"))
        told.line(said.format(names=_COMMA.join(map(told.name_link, found.others))), "quiet")


def _offices(told: Telling, found: EntityPage) -> None:
    if found.offices:
        told.heading(QCoreApplication.translate("Study", "Должности"), figure(len(found.offices)), OFFICES)
    for office in found.offices:
        said = office_told(office, found.who.name)
        time = time_told(office.first, office.last)
        told.line(f"{escape(said)}{_aside(time)}")
        told.line(_DOT.join(told.place_link(one.evidence) for one in office.stated[-_MOST_PLACES:]), "where")


def _companions(told: Telling, companions: Sequence[Companion]) -> None:
    if not companions:
        return
    told.heading(
        QCoreApplication.translate("Study", "С кем"), at_least(len(companions), MOST_COMPANIONS), COMPANIONS
    )
    for one in companions:
        often = _aside(figure(one.statements))
        told.line(f"{told.name_link(one.who)}{often}{_DOT}{told.place_link(one.stated.evidence)}")


def _statements(told: Telling, name: str, stated: Sequence[Stated], anchor: str) -> None:
    if stated:
        told.heading(name, at_least(len(stated)), anchor)
    for one in stated:
        described = describe(one.fact, window_language())
        if described is not None:
            told.line(escape(_DOT.join(filter(None, (described.title, described.subtitle)))))
        told.passage(one.evidence)
        told.where(one.evidence)


def _quotes(told: Telling, quotes: Sequence[Stated]) -> None:
    if quotes:
        told.heading(QCoreApplication.translate("Study", "Цитаты"), at_least(len(quotes)), QUOTES)
    for one in quotes:
        said = parts(one.fact, "quote")
        told.line(f"«{escape(said)}»" if said else told.passage_link(one.evidence))
        told.where(one.evidence)


def _documents(told: Telling, found: EntityPage) -> None:
    told.heading(QCoreApplication.translate("Study", "Документы"), figure(found.documents), DOCUMENTS)
    for one in found.mentioned:
        often = _aside(_times(one.times))
        told.line(f"{told.place_link(one.evidence)}{often}")
        for place in (one.evidence, *one.further):
            told.passage(place)
    if len(found.mentioned) < found.documents:
        more = QCoreApplication.translate("Study", "Показаны последние {shown} из {documents}.")
        shown, documents = figure(len(found.mentioned)), figure(found.documents)
        told.line(escape(more.format(shown=shown, documents=documents)), "quiet")


def _all_stated(found: EntityPage) -> str:
    """Return how many statements of the other kinds there are, likewise."""
    of_kinds = Counter(one.fact.type for one in found.stated)
    return f"{figure(len(found.stated))}{'+' * any(count >= MOST_SHOWN for count in of_kinds.values())}"


def _times(count: int) -> str:
    """Return how often a document names somebody; nothing for once."""
    return f"\N{MULTIPLICATION SIGN}\N{NO-BREAK SPACE}{figure(count)}" if count > 1 else ""


def _aside(words: str) -> str:
    """Return words that stand quietly behind others; nothing for none."""
    return f' <span class="count">{escape(words)}</span>' if words else ""
