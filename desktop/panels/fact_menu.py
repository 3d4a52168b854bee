"""What can be done with an entry of the facts panel: the menu, and the keys that do the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.state.counts import window_language
from desktop.state.fact_fields import NAME_KINDS, kind_name
from desktop.state.fact_groups import FactEntry
from index.facts.wording import office
from index.model.fact import Fact, Mark


class Ask(Enum):
    """What the reader asks for."""

    ACCEPT = auto()
    """It is right; what was rejected comes back."""
    REJECT = auto()
    """It is wrong, or no name."""
    CORRECT = auto()
    """It says something else; a name is another one."""
    KIND = auto()
    """The name is of another kind."""
    SAME = auto()
    """It is the same as another one."""
    SPLIT = auto()
    """This place of it is of somebody else."""
    LINK = auto()
    """A link to its passage, to be put into a note."""
    WHY = auto()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader asks for, and of what.

    Attributes:
        ask: What for.
        entry: Of which entry.
        beside: Where that is on the screen.
        fact: The one statement it is about; None for the whole entry.
        kind: The kind that a name is to have.
    """

    ask: Ask
    entry: FactEntry
    beside: QRect
    fact: Fact | None = None
    kind: str = ""


_KEYS: Final = {
    Ask.ACCEPT: "Ctrl+Return",
    Ask.CORRECT: "F2",
    Ask.REJECT: "Del",
}
_BY_KEY: Final = {
    Qt.Key.Key_F2: Ask.CORRECT,
    Qt.Key.Key_Delete: Ask.REJECT,
    Qt.Key.Key_Question: Ask.WHY,
}


def asked_by_key(key: int, modifiers: Qt.KeyboardModifier) -> Ask | None:
    """Return what a key asks for; None when it asks for nothing here."""
    if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and modifiers & Qt.KeyboardModifier.ControlModifier:
        return Ask.ACCEPT
    return _BY_KEY.get(Qt.Key(key))


def allowed(entry: FactEntry, *, is_rejected: bool) -> frozenset[Ask]:
    """Return what can be asked of an entry."""
    if is_rejected:
        return frozenset({Ask.ACCEPT, Ask.LINK, Ask.WHY})
    asks = {Ask.REJECT, Ask.CORRECT, Ask.LINK, Ask.WHY}
    if entry.mark is Mark.NONE:
        asks.add(Ask.ACCEPT)
    if entry.entities:
        asks |= {Ask.KIND, Ask.SAME}
        if entry.count > 1:
            asks.add(Ask.SPLIT)
    return frozenset(asks)


def fact_menu(
    entry: FactEntry, beside: QRect, ask: Callable[[Asked], None], parent: QWidget, *, is_rejected: bool
) -> QMenu:
    """Return the menu of an entry.

    Args:
        entry: The entry.
        beside: Where it is on the screen.
        ask: Told what the reader asks for.
        parent: Owner of the menu.
        is_rejected: Whether the reader has rejected it.
    """
    menu = QMenu(parent)
    can = allowed(entry, is_rejected=is_rejected)

    def add(to: QMenu, text: str, wanted: Asked) -> QAction:
        action = to.addAction(text)
        action.setEnabled(wanted.ask in can)
        action.triggered.connect(lambda: ask(wanted))
        return action

    for wanted in _FACT_ASKS if not entry.entities else _NAME_ASKS:
        if is_rejected and wanted not in can:
            continue
        if wanted is Ask.KIND:
            _add_kinds(menu, entry, partial(Asked, Ask.KIND, entry, beside), add)
            continue
        action = add(menu, _text(wanted, entry, is_rejected=is_rejected), Asked(wanted, entry, beside))
        action.setShortcut(QKeySequence(_KEYS.get(wanted, "")))
    if entry.offices and not is_rejected:
        _add_offices(menu, entry, beside, add)
    menu.addSeparator()
    link = QCoreApplication.translate("FactMenu", "Ссылка на это место для заметки")
    add(menu, link, Asked(Ask.LINK, entry, beside))
    why = QCoreApplication.translate("FactMenu", "Почему?")
    add(menu, why, Asked(Ask.WHY, entry, beside)).setShortcut(QKeySequence("?"))
    return menu


_FACT_ASKS: Final[tuple[Ask, ...]] = (Ask.ACCEPT, Ask.CORRECT, Ask.REJECT)
_NAME_ASKS: Final[tuple[Ask, ...]] = (Ask.ACCEPT, Ask.CORRECT, Ask.KIND, Ask.SAME, Ask.SPLIT, Ask.REJECT)
_Add = Callable[[QMenu, str, Asked], QAction]


def _text(ask: Ask, entry: FactEntry, *, is_rejected: bool) -> str:
    translate = QCoreApplication.translate
    if ask is Ask.ACCEPT and is_rejected:
        return translate("FactMenu", "Вернуть")
    if entry.entities and ask in {Ask.CORRECT, Ask.REJECT}:
        return {
            Ask.CORRECT: translate("FactMenu", "Переименовать…"),
            Ask.REJECT: translate("FactMenu", "Это не имя"),
        }[ask]
    return {
        Ask.ACCEPT: translate("FactMenu", "Принять"),
        Ask.REJECT: translate("FactMenu", "Отклонить"),
        Ask.CORRECT: translate("FactMenu", "Исправить…"),
        Ask.SAME: translate("FactMenu", "Это тот же, что…"),
        Ask.SPLIT: translate("FactMenu", "Отделить это упоминание…"),
    }[ask]


def _add_kinds(menu: QMenu, entry: FactEntry, asked: Callable[[Fact | None, str], Asked], add: _Add) -> None:
    kinds = menu.addMenu(QCoreApplication.translate("FactMenu", "Изменить вид"))
    for kind in NAME_KINDS:
        action = add(kinds, kind_name(kind), asked(None, kind))
        action.setCheckable(True)
        action.setChecked(kind == entry.kind)
        action.setEnabled(kind != entry.kind)


def _add_offices(menu: QMenu, entry: FactEntry, beside: QRect, add: _Add) -> None:
    """Let each office of a person be corrected and rejected by itself."""
    menu.addSeparator()
    translate = QCoreApplication.translate
    for fact in entry.offices:
        own = menu.addMenu(office(fact, window_language()).replace("&", "&&"))
        add(own, translate("FactMenu", "Исправить…"), Asked(Ask.CORRECT, entry, beside, fact))
        add(own, translate("FactMenu", "Отклонить"), Asked(Ask.REJECT, entry, beside, fact))
