"""In which order and under which heads notes are listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from desktop.state.counts import window_language
from desktop.state.markers import marker_name
from index.model.annotation import Annotation, HighlightColor
from index.model.document import DocumentId
from index.text.wording import Language, day_and_month, searchable

Titles = Mapping[DocumentId, str]


class NoteOrder(Enum):
    """What comes first."""

    PLACE = auto()
    """What stands first in the text, documents by their titles."""
    NEWEST = auto()
    OLDEST = auto()


class NoteGrouping(Enum):
    """Under what notes are put together."""

    NOTHING = auto()
    DOCUMENT = auto()
    DATE = auto()
    TAG = auto()
    COLOR = auto()


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """Notes under one head.

    Attributes:
        head: What they have in common; empty for the only group of a list without heads.
        notes: In the order of the list.
    """

    head: str
    notes: tuple[Annotation, ...]


def order_name(order: NoteOrder) -> str:
    """Return what an order is called."""
    translate = QCoreApplication.translate
    return {
        NoteOrder.PLACE: translate("NoteOrders", "По месту в тексте"),
        NoteOrder.NEWEST: translate("NoteOrders", "Сначала новые"),
        NoteOrder.OLDEST: translate("NoteOrders", "Сначала старые"),
    }[order]


def grouping_name(grouping: NoteGrouping) -> str:
    """Return what a way of putting notes together is called."""
    translate = QCoreApplication.translate
    return {
        NoteGrouping.NOTHING: translate("NoteOrders", "Без групп"),
        NoteGrouping.DOCUMENT: translate("NoteOrders", "По документам"),
        NoteGrouping.DATE: translate("NoteOrders", "По дням"),
        NoteGrouping.TAG: translate("NoteOrders", "По меткам"),
        NoteGrouping.COLOR: translate("NoteOrders", "По цветам"),
    }[grouping]


def arranged(
    notes: Iterable[Annotation], order: NoteOrder, grouping: NoteGrouping, titles: Titles
) -> tuple[NoteGroup, ...]:
    """Return notes in order, under their heads; one with several tags stands under each of them."""
    ordered = _ordered(notes, order, titles)
    if not ordered:
        return ()
    if grouping is NoteGrouping.NOTHING:
        return (NoteGroup("", tuple(ordered)),)
    if grouping is NoteGrouping.TAG:
        return _by_tags(ordered)
    if grouping is NoteGrouping.COLOR:
        groups = _grouped(ordered, lambda note: note.color.value)
        return tuple(
            NoteGroup(marker_name(color), groups[color.value])
            for color in HighlightColor
            if color.value in groups
        )
    if grouping is NoteGrouping.DOCUMENT:
        # Two documents may have one title.
        groups = _grouped(ordered, lambda note: note.document_id)
        keys = groups if order is not NoteOrder.PLACE else sorted(groups, key=_title_key(titles))
        return tuple(NoteGroup(titles.get(DocumentId(key), ""), groups[key]) for key in keys)
    days = _grouped(ordered, lambda note: _day(note.created))
    keys = sorted(days, reverse=order is not NoteOrder.OLDEST)
    return tuple(NoteGroup(_day_name(key), days[key]) for key in keys)


def _ordered(notes: Iterable[Annotation], order: NoteOrder, titles: Titles) -> list[Annotation]:
    if order is NoteOrder.PLACE:
        by_title = _title_key(titles)
        keys: dict[DocumentId, tuple[str, str]] = {}

        def place(note: Annotation) -> tuple[object, ...]:
            key = keys.get(note.document_id)
            if key is None:
                key = keys[note.document_id] = by_title(note.document_id)
            return (key, note.anchor.page_index, note.anchor.span, note.created)

        return sorted(notes, key=place)
    return sorted(notes, key=lambda note: (note.created, note.id), reverse=order is NoteOrder.NEWEST)


def _title_key(titles: Titles) -> Callable[[str], tuple[str, str]]:
    return lambda document_id: (searchable(titles.get(DocumentId(document_id), "")), document_id)


def _grouped(
    notes: Sequence[Annotation], key: Callable[[Annotation], str]
) -> dict[str, tuple[Annotation, ...]]:
    groups: dict[str, list[Annotation]] = {}
    for note in notes:
        groups.setdefault(key(note), []).append(note)
    return {name: tuple(members) for name, members in groups.items()}


def _by_tags(notes: Sequence[Annotation]) -> tuple[NoteGroup, ...]:
    names: dict[str, str] = {}
    groups: dict[str, list[Annotation]] = {}
    bare: list[Annotation] = []
    for note in notes:
        for tag in note.tags:
            key = searchable(tag)
            names.setdefault(key, tag)
            groups.setdefault(key, []).append(note)
        if not note.tags:
            bare.append(note)
    made = [NoteGroup(f"#{names[key]}", tuple(groups[key])) for key in sorted(groups)]
    if bare:
        made.append(NoteGroup(QCoreApplication.translate("NoteOrders", "Без меток"), tuple(bare)))
    return tuple(made)


def _day(iso: str) -> str:
    """Return the day of a time where the reader lives, as ISO 8601."""
    return datetime.fromisoformat(iso).astimezone().date().isoformat()


def _day_name(iso: str) -> str:
    day, today = date.fromisoformat(iso), date.today()  # noqa: DTZ011 - the day of the reader
    translate, language = QCoreApplication.translate, window_language()
    ago = (today - day).days
    if ago in {0, 1}:
        return translate("NoteOrders", "Вчера") if ago else translate("NoteOrders", "Сегодня")
    written = day_and_month(day.month, day.day, language)
    if day.year == today.year:
        return written
    return f"{written} {day.year} г." if language is Language.RU else f"{written} {day.year}"
