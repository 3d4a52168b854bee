"""The head of the facts panel: a field to find facts in, and a button to choose their kinds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from desktop.panels.fact_group import heading
from desktop.state.counts import figure
from desktop.state.fact_groups import FactGroup
from desktop.theme import Palette, icon
from index.facts.wording import GroupKey

_MARGIN: Final = 16
_FILTER_MS: Final = 80
_ICON_PX: Final = 16


class FactsHead(QWidget):
    """What is to be shown of the facts: those with some words, those of some kinds.

    Args:
        palette: Colours.
        parent: Owner.

    Signals:
        changed(): Something else is wanted; sent a moment after the last letter.
    """

    changed = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: set[GroupKey] = set()
        self._offered: tuple[GroupKey, ...] = ()
        self.field = QLineEdit(placeholderText=self.tr("Найти среди фактов"), clearButtonEnabled=True)
        self.field.setAccessibleName(self.field.placeholderText())
        self._pause = QTimer(self, singleShot=True, interval=_FILTER_MS)
        self.field.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.changed)
        self.button = QToolButton(self)
        self.button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = QMenu(self.button)
        self.button.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 10, _MARGIN, 0)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.set_palette_roles(palette)

    @property
    def words(self) -> str:
        """The words that facts are to hold."""
        return self.field.text()

    @property
    def kinds(self) -> frozenset[GroupKey]:
        """The kinds that are wanted; none of those that are offered means all."""
        return frozenset(self._kinds.intersection(self._offered))

    def offer(self, groups: Iterable[FactGroup]) -> None:
        """Let these groups be chosen from."""
        groups = tuple(groups)
        self._offered = tuple(group.key for group in groups)
        self._menu.clear()
        every = self._menu.addAction(self.tr("Все виды"))
        every.setCheckable(True)
        every.triggered.connect(self._choose_all)
        self._menu.addSeparator()
        for group in groups:
            action = self._menu.addAction(f"{heading(group.key)}\t{figure(len(group.entries))}")
            action.setCheckable(True)
            action.setData(group.key)
            action.toggled.connect(lambda on, key=group.key: self._choose(key, on=on))
        self._show()

    def clear(self) -> bool:
        """Want everything again; returns whether something else was wanted."""
        wanted = bool(self.words or self.kinds)
        self._kinds.clear()
        self.field.clear()
        if wanted:
            self._pause.stop()
            self._show()
            self.changed.emit()
        return wanted

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._roles = palette
        self._show()

    def _choose_all(self) -> None:
        self._kinds.clear()
        self._show()
        self.changed.emit()

    def _choose(self, key: GroupKey, *, on: bool) -> None:
        if on == (key in self.kinds):
            return
        if on:
            self._kinds.add(key)
        else:
            self._kinds.discard(key)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        chosen = self.kinds
        for action in self._menu.actions():
            _check(action, on=action.data() in chosen if action.data() is not None else not chosen)
        self.button.setIcon(
            icon("list-filter", self._roles.accent if chosen else self._roles.muted, _ICON_PX)
        )
        names = ", ".join(heading(key) for key in self._offered if key in chosen)
        said = self.tr("Показаны: {kinds}").format(kinds=names) if names else self.tr("Выбрать виды фактов")
        self.button.setToolTip(said)
        self.button.setAccessibleName(said)


def _check(action: QAction, *, on: bool) -> None:
    """Show an action as chosen or not without commanding anything."""
    was = action.blockSignals(True)
    action.setChecked(on)
    action.blockSignals(was)
