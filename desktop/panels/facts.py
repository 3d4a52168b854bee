"""The facts panel: who, where, how much and when, each a click from its passage."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.panels.fact_group import FactGroupSection
from desktop.panels.fact_list import FactList
from desktop.panels.fact_menu import Asked, allowed, asked_by_key, fact_menu
from desktop.panels.facts_head import FactsHead
from desktop.panels.labels import ElidedLabel, PlainLabel, hairline
from desktop.panels.message import PanelMessage
from desktop.state.counts import figure, window_language
from desktop.state.fact_groups import FactEntry, filtered
from desktop.state.facts import FactsPresenter, FactsState
from desktop.theme import Palette, icon
from index.text.wording import position

_MARGIN: Final = 16
_FILTER_FROM: Final = 25
_ICON_PX: Final = 16


class FactsPanel(QWidget):
    """Groups of chips for the open document; a click lights the first place, the next click the next one.

    Args:
        facts: What to show and whom to tell of clicks.
        palette: Colours.
        parent: Owner.

    Signals:
        asked(Asked): The reader asks for something about an entry.
        decisions_requested(): The reader wants to see what he decided.
        export_requested(): The reader wants the facts for other programs.
        archive_requested(str, NameKind): The reader wants all that the archive says of somebody.
    """

    asked = Signal(object)
    decisions_requested = Signal()
    export_requested = Signal()
    archive_requested = Signal(str, object)

    def __init__(self, facts: FactsPresenter, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = facts
        self.setAccessibleName(self.tr("Факты документа"))
        self._head = FactsHead(palette)
        self._message = PanelMessage(self)
        self._list = FactList(palette)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._message)
        self._pages.addWidget(self._list)
        self._decided = _DecidedLine()
        self._bar = _CurrentBar(facts, palette, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._pages, 1)
        column.addWidget(self._decided)
        column.addWidget(self._bar)
        self._connect()
        facts.speak()
        self._on_changed()

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        for part in (self._bar, self._head, self._list):
            part.set_palette_roles(palette)

    def show_decided(self, count: int, lost: int) -> None:
        """Say how many decisions the reader has made here, and how many of them find nothing any more."""
        self._decided.show_count(count, lost)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Do what the keys of the menu do; Escape empties the filter, then puts the light out."""
        ask, focused = asked_by_key(event.key(), event.modifiers()), self._list.focused()
        if ask is not None and focused is not None:
            section, entry = focused
            if ask in allowed(entry, is_rejected=section.is_rejected):
                self.asked.emit(Asked(ask, entry, section.place_of(entry)))
        elif event.key() == Qt.Key.Key_Escape and self._head.clear():
            pass
        elif event.key() == Qt.Key.Key_Escape and self._facts.current is not None:
            self._facts.put_out()
        else:
            super().keyPressEvent(event)

    def menu(self, entry: FactEntry, beside: QRect, *, is_rejected: bool = False) -> QMenu:
        """Return what can be done with an entry; `beside` is its place on the screen."""
        menu = fact_menu(entry, beside, self.asked.emit, self, is_rejected=is_rejected)
        menu.addSeparator()
        if entry.name_kind is not None and not is_rejected:
            menu.addAction(self.tr("Всё в архиве…")).triggered.connect(lambda: self._open_in_archive(entry))
        export = menu.addAction(self.tr("Экспорт фактов…"))
        export.triggered.connect(lambda _checked=False: self.export_requested.emit())
        return menu

    def _connect(self) -> None:
        self._head.changed.connect(self._rebuild)
        self._message.retry.clicked.connect(self._facts.retry)
        self._list.activated.connect(self._facts.activate)
        self._list.pointed.connect(self._facts.point_at)
        self._list.chips_changed.connect(self._on_current_changed)
        self._list.menu_requested.connect(self._show_menu)
        self._list.opened.connect(self._open_in_archive)
        self._decided.button.clicked.connect(self.decisions_requested)
        self._facts.changed.connect(self._on_changed)
        self._facts.current_changed.connect(self._on_current_changed)

    def _on_changed(self) -> None:
        state, failure = self._facts.state, self._facts.failure
        has_many = self._facts.entry_count > _FILTER_FROM
        self._head.setVisible(state is FactsState.READY and has_many)
        self._head.offer(self._facts.groups)
        if state is not FactsState.READY or not has_many:
            self._head.clear()
        self._rebuild()
        if state is FactsState.LOADING:
            self._message.say(
                self.tr("Читаю документ…"), self.tr("Имена, места, суммы и сроки появятся здесь.")
            )
        elif state is FactsState.EMPTY:
            self._message.say(
                self.tr("Документ не открыт"),
                self.tr("Откройте документ, и здесь появится, о ком и о чём в нём говорится."),
            )
        elif failure is not None:
            self._message.say(failure.message, failure.hint, retry=True)
        elif not self._facts.groups:
            self._message.say(
                self.tr("Фактов не найдено"),
                self.tr("В тексте не названы ни люди, ни организации, ни места, ни суммы, ни даты."),
            )

    def _rebuild(self) -> None:
        groups = filtered(self._facts.groups, self._head.words, self._head.kinds)
        rejected = filtered(self._facts.rejected, self._head.words, self._head.kinds)
        self._list.show_groups(groups, rejected)
        self._pages.setCurrentWidget(self._list if groups or rejected else self._message)
        if self._facts.groups and not groups:
            self._message.say(self.tr("Ничего не подошло"), self.tr("Измените слова в поле сверху."))

    def _show_menu(self, section: FactGroupSection, entry: FactEntry, where: QPoint) -> None:
        menu = self.menu(entry, section.place_of(entry), is_rejected=section.is_rejected)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _open_in_archive(self, entry: FactEntry) -> None:
        if entry.name_kind is not None:
            self.archive_requested.emit(entry.title, entry.name_kind)

    def _on_current_changed(self) -> None:
        current = self._facts.current
        if current is None:
            self._list.light("")
        else:
            self._list.light(current.id, position(self._facts.place_number, current.count, window_language()))
        self._bar.follow()


class _DecidedLine(QWidget):
    """How many decisions there are; a click shows them. Hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton()
        self.button.setProperty("role", "link")
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        row = QHBoxLayout()
        row.setContentsMargins(_MARGIN - 4, 3, _MARGIN, 3)
        row.addWidget(self.button)
        row.addStretch()
        column.addLayout(row)
        self.hide()

    def show_count(self, count: int, lost: int) -> None:
        """Show how many there are, and how many of them find nothing any more."""
        text = self.tr("Ваши решения: {count}")
        if lost:
            text = self.tr("Ваши решения: {count}, не действуют: {lost}")
        self.button.setText(text.format(count=figure(count), lost=figure(lost)))
        self.setVisible(bool(count))


class _CurrentBar(QWidget):
    """The lit entry in full, which of its places is shown, and the way to the others."""

    def __init__(self, facts: FactsPresenter, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._facts = facts
        self._title = ElidedLabel()
        self._place = PlainLabel(role="muted")
        self._previous = self._button(self.tr("Предыдущее место"))
        self._next = self._button(self.tr("Следующее место"))
        self._close = self._button(self.tr("Погасить"))
        self._previous.clicked.connect(lambda: facts.step(-1))
        self._next.clicked.connect(lambda: facts.step(1))
        self._close.clicked.connect(facts.put_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        row = QHBoxLayout()
        row.setContentsMargins(_MARGIN, 5, 8, 5)
        row.setSpacing(2)
        row.addWidget(self._title, 1)
        row.addSpacing(8)
        for widget in (self._place, self._previous, self._next, self._close):
            row.addWidget(widget)
        column.addLayout(row)
        self.set_palette_roles(palette)

    def follow(self) -> None:
        """Show what is lit now; hide when nothing is."""
        current = self._facts.current
        self.setVisible(current is not None)
        if current is not None:
            self._title.setText(current.title)
            has_several = current.count > 1
            self._place.setText(position(self._facts.place_number, current.count, window_language()))
            for widget in (self._place, self._previous, self._next):
                widget.setVisible(has_several)

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        for button, name in (
            (self._previous, "chevron-up"),
            (self._next, "chevron-down"),
            (self._close, "x"),
        ):
            button.setIcon(icon(name, palette.muted, _ICON_PX))

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button
