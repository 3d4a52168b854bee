"""The menus of the notes panel: what is shown, in which order, what can be done with notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.panels.note_layout import standing_words
from desktop.state.counts import figure
from desktop.state.markers import kind_name, marker_name
from desktop.state.note_finding import NoteFinding
from desktop.state.note_order import NoteGrouping, NoteOrder, grouping_name, order_name
from index.model.annotation import HighlightColor
from index.notes.sifting import Sieve, Standing, toggled
from index.text.wording import sentence_case

E = TypeVar("E", bound=Enum)
_MOST: int = 40
"""Values of a menu; words in the field find the others."""
_PERIODS = (1, 7, 30, 365)
"""Days that a filter by date may look back."""


def fill_order_menu(menu: QMenu, finding: NoteFinding) -> None:
    """Put the orders and the ways of grouping into a menu."""
    menu.clear()
    _add_choice(menu, NoteOrder, finding.order, order_name, finding.sort)
    menu.addSeparator()
    _add_choice(menu, NoteGrouping, finding.grouping, grouping_name, finding.group)


def fill_filter_menu(menu: QMenu, finding: NoteFinding) -> None:
    """Put everything into a menu that notes can be sifted by, with how many there are of each."""
    menu.clear()
    counts, translate = finding.counts(), QCoreApplication.translate
    _add_values(menu, translate("NoteFilters", "Цвет"), finding, "colors", counts.colors, marker_name)
    _add_values(
        menu,
        translate("NoteFilters", "Вид"),
        finding,
        "kinds",
        counts.kinds,
        lambda kind: sentence_case(kind_name(kind)),
    )
    _add_values(menu, translate("NoteFilters", "Метка"), finding, "tags", counts.tags, str)
    if finding.is_everywhere:
        _add_values(
            menu, translate("NoteFilters", "Документ"), finding, "documents", counts.documents, finding.title
        )
    if any(author for author, _ in counts.authors):
        _add_values(menu, translate("NoteFilters", "Автор"), finding, "authors", counts.authors, author_name)
    _add_periods(menu, finding)
    to_confirm, lost = finding.unsure()
    menu.addSeparator()
    for standing, count in ((Standing.TO_CONFIRM, to_confirm), (Standing.LOST, lost)):
        action = menu.addAction(_with_count(standing_words(standing), count))
        action.setCheckable(True)
        action.setChecked(standing in finding.sieve.standings)
        action.setEnabled(bool(count) or action.isChecked())
        action.triggered.connect(partial(_toggle, finding, "standings", standing))
    menu.addSeparator()
    clear = menu.addAction(translate("NoteFilters", "Показать все"))
    clear.setEnabled(not finding.sieve.is_open)
    clear.triggered.connect(lambda: finding.sift(Sieve()))


def sieve_parts(finding: NoteFinding) -> list[tuple[str, Sieve]]:
    """Return what the list is sifted by: the name of each value, and the sieve without it."""
    sieve, parts = finding.sieve, list[tuple[str, Sieve]]()

    def add(field: str, values: Sequence[object], name: Callable[..., str]) -> None:
        parts.extend((name(value), toggled(sieve, field, value)) for value in values)

    add("colors", [color for color in HighlightColor if color in sieve.colors], marker_name)
    add("kinds", sorted(sieve.kinds), kind_name)
    add("tags", sorted(sieve.tags), lambda tag: f"#{tag}")
    add("documents", sorted(sieve.documents), finding.title)
    add("authors", sorted(sieve.authors), author_name)
    add("standings", sorted(sieve.standings), standing_words)
    if sieve.since:
        days = (datetime.now(UTC).date() - datetime.fromisoformat(sieve.since).date()).days
        parts.append((_period_name(days + 1), replace(sieve, since="")))
    return parts


def bulk_menu(
    parent: QWidget,
    tags: Sequence[str],
    color: Callable[[HighlightColor], object],
    add_tag: Callable[[], object],
    remove_tag: Callable[[str], object],
) -> QMenu:
    """Return what can be changed of several notes at once.

    Args:
        parent: Owner of the menu.
        tags: Those that at least one of the notes has.
        color: Told the colour that all are to have.
        add_tag: Asks for tags that all are to have.
        remove_tag: Told the tag that none is to have.
    """
    menu = QMenu(parent)
    for one in HighlightColor:
        menu.addAction(marker_name(one), partial(color, one))
    menu.addSeparator()
    menu.addAction(QCoreApplication.translate("NoteFilters", "Добавить метку…"), add_tag)
    removed = menu.addMenu(QCoreApplication.translate("NoteFilters", "Убрать метку"))
    removed.setEnabled(bool(tags))
    for tag in tags:
        removed.addAction(_shown(tag), partial(remove_tag, tag))
    return menu


def author_name(author: str) -> str:
    """Return how an author is listed."""
    return author or QCoreApplication.translate("NoteFilters", "Без подписи")


def _add_choice(
    menu: QMenu, kinds: type[E], chosen: E, name: Callable[[E], str], choose: Callable[[E], None]
) -> None:
    group = QActionGroup(menu)
    for one in kinds:
        action = menu.addAction(name(one))
        action.setCheckable(True)
        action.setChecked(one is chosen)
        group.addAction(action)
        action.triggered.connect(partial(_call, choose, one))


def _add_values(
    menu: QMenu,
    title: str,
    finding: NoteFinding,
    field: str,
    counts: Sequence[tuple[object, int]],
    name: Callable[..., str],
) -> None:
    chosen: frozenset[object] = getattr(finding.sieve, field)
    made = menu.addMenu(title)
    made.setEnabled(bool(counts))
    for value, count in counts[:_MOST]:
        action = made.addAction(_with_count(name(value), count))
        action.setCheckable(True)
        action.setChecked(value in chosen)
        action.triggered.connect(partial(_toggle, finding, field, value))


def _add_periods(menu: QMenu, finding: NoteFinding) -> None:
    made = menu.addMenu(QCoreApplication.translate("NoteFilters", "Когда"))
    group = QActionGroup(made)
    today = datetime.now(UTC).date()
    for days in _PERIODS:
        since = (today - timedelta(days=days - 1)).isoformat()
        action = made.addAction(_period_name(days))
        action.setCheckable(True)
        action.setChecked(finding.sieve.since == since)
        group.addAction(action)
        action.triggered.connect(partial(_call, finding.sift, replace(finding.sieve, since=since)))


def _period_name(days: int) -> str:
    translate = QCoreApplication.translate
    names = {
        1: translate("NoteFilters", "За сегодня"),
        7: translate("NoteFilters", "За неделю"),
        30: translate("NoteFilters", "За месяц"),
        365: translate("NoteFilters", "За год"),
    }
    return names[min((known for known in names if known >= days), default=365)]


def _with_count(name: str, count: int) -> str:
    return f"{_shown(name)}\t{figure(count)}"


def _shown(name: str) -> str:
    """Return words of a document as a menu shows them: short, and without keys of its own."""
    return (name if len(name) <= 60 else f"{name[:59]}…").replace("&", "&&").replace("\t", " ")


def _toggle(finding: NoteFinding, field: str, value: object, _checked: bool = False) -> None:
    finding.sift(toggled(finding.sieve, field, value))


def _call(choose: Callable[..., object], value: object, _checked: bool = False) -> None:
    choose(value)
