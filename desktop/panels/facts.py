"""The facts panel: who, where, how much and when, each a click from its passage."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from desktop.panels.chips import Chip, as_rich_text
from desktop.panels.fact_group import FactGroupSection, tip
from desktop.panels.labels import ElidedLabel, PlainLabel, hairline
from desktop.panels.message import PanelMessage
from desktop.state.counts import figure, window_language
from desktop.state.fact_groups import FactEntry, FactGroup, filtered, total
from desktop.state.facts import FactsPresenter, FactsState
from desktop.theme import Palette, icon
from index.model.fact import Mark
from index.text.wording import position

_MARGIN: Final = 16
_FILTER_FROM: Final = 25
_FILTER_MS: Final = 80
_ICON_PX: Final = 16


class FactsPanel(QWidget):
    """Groups of chips for the open document; a click lights the first place, the next click the next one.

    Args:
        facts: What to show and whom to tell of clicks.
        palette: Colours.
        parent: Owner.

    Signals:
        accept_requested(FactEntry): The reader says that it is right.
        reject_requested(FactEntry): The reader says that it is wrong.
        archive_requested(str, NameKind): The reader wants all that the archive says of somebody.
    """

    accept_requested = Signal(object)
    reject_requested = Signal(object)
    archive_requested = Signal(str, object)

    def __init__(self, facts: FactsPresenter, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts, self._roles = facts, palette
        self._sections: list[FactGroupSection] = []
        self._lit: Chip | None = None
        self._shows_rejected = False
        self.setAccessibleName(self.tr("Факты документа"))
        self._filter = QLineEdit(placeholderText=self.tr("Найти среди фактов"), clearButtonEnabled=True)
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter_pause = QTimer(self, singleShot=True, interval=_FILTER_MS)
        self._filter.textChanged.connect(self._filter_pause.start)
        self._filter_pause.timeout.connect(self._rebuild)
        self._message = PanelMessage(self)
        self._message.retry.clicked.connect(facts.retry)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._message)
        self._pages.addWidget(self._scroll)
        self._bar = _CurrentBar(facts, palette, self)
        self._lay_out()
        facts.speak()
        facts.changed.connect(self._on_changed)
        facts.current_changed.connect(self._on_current_changed)
        self._on_changed()

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._roles = palette
        self._bar.set_palette_roles(palette)
        for section in self._sections:
            section.set_palette_roles(palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Delete rejects; Escape empties the filter, then puts the light out."""
        focused = next(filter(None, (section.focused_entry() for section in self._sections)), None)
        if event.key() == Qt.Key.Key_Delete and focused is not None and focused.facts:
            self.reject_requested.emit(focused)
        elif event.key() == Qt.Key.Key_Escape and self._filter.text():
            self._filter.clear()
        elif event.key() == Qt.Key.Key_Escape and self._facts.current is not None:
            self._facts.put_out()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._filter_row = QWidget()
        row = QHBoxLayout(self._filter_row)
        row.setContentsMargins(_MARGIN, 10, _MARGIN, 0)
        row.addWidget(self._filter)
        column.addWidget(self._filter_row)
        column.addWidget(self._pages, 1)
        column.addWidget(self._bar)

    def _on_changed(self) -> None:
        state, failure = self._facts.state, self._facts.failure
        has_many = self._facts.entry_count > _FILTER_FROM
        self._filter_row.setVisible(state is FactsState.READY and has_many)
        if state is not FactsState.READY or not has_many:
            self._filter.clear()
        self._filter_pause.stop()
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
        self._on_current_changed()

    def _rebuild(self) -> None:
        self.setUpdatesEnabled(False)
        groups = filtered(self._facts.groups, self._filter.text())
        self._lit, self._sections = None, []
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, _MARGIN)
        column.setSpacing(18)
        self._add_sections(column, groups)
        rejected = filtered(self._facts.rejected, self._filter.text())
        if rejected:
            column.addWidget(self._rejected_line(total(rejected)), 0, Qt.AlignmentFlag.AlignLeft)
            if self._shows_rejected:
                self._add_sections(column, rejected, are_rejected=True)
        column.addStretch()
        self._scroll.setWidget(content)
        self._pages.setCurrentWidget(self._scroll if groups or rejected else self._message)
        if self._facts.groups and not groups:
            self._message.say(self.tr("Ничего не подошло"), self.tr("Измените слова в поле сверху."))
        self._on_current_changed()
        self.setUpdatesEnabled(True)

    def _add_sections(
        self, column: QVBoxLayout, groups: Iterable[FactGroup], *, are_rejected: bool = False
    ) -> None:
        for group in groups:
            section = FactGroupSection(group, self._roles)
            section.activated.connect(self._facts.activate)
            section.arrow_pressed.connect(self._move_focus)
            section.unfolded.connect(self._on_current_changed)
            section.opened.connect(self._open_in_archive)
            section.menu_requested.connect(partial(self._show_menu, are_rejected))
            column.addWidget(section)
            self._sections.append(section)

    def _rejected_line(self, count: int) -> QPushButton:
        line = QPushButton(self.tr("скрыто: {count}").format(count=figure(count)))
        line.setProperty("role", "link")
        line.setCursor(Qt.CursorShape.PointingHandCursor)
        line.setToolTip(self.tr("Что вы отклонили: показать или убрать"))
        line.clicked.connect(self._turn_rejected)
        return line

    def _turn_rejected(self) -> None:
        self._shows_rejected = not self._shows_rejected
        self._rebuild()

    def _show_menu(self, is_rejected: bool, entry: FactEntry, where: QPoint) -> None:
        menu = self.menu(entry, where, is_rejected=is_rejected)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def menu(self, entry: FactEntry, where: QPoint, *, is_rejected: bool = False) -> QMenu:
        """Return what can be done with an entry; `where` is its place on the screen."""
        menu = QMenu(self)
        if entry.facts:
            accept = menu.addAction(self.tr("Вернуть") if is_rejected else self.tr("Принять"))
            accept.setEnabled(is_rejected or entry.mark is Mark.NONE)
            accept.triggered.connect(lambda: self.accept_requested.emit(entry))
        if entry.facts and not is_rejected:
            reject = menu.addAction(self.tr("Отклонить"))
            reject.setShortcut(QKeySequence(Qt.Key.Key_Delete))
            reject.triggered.connect(lambda: self.reject_requested.emit(entry))
        if entry.name_kind is not None:
            menu.addAction(self.tr("Всё в архиве…")).triggered.connect(lambda: self._open_in_archive(entry))
        why = menu.addAction(self.tr("Почему?"))
        why.triggered.connect(lambda: QToolTip.showText(where, as_rich_text(tip(entry)), self))
        return menu

    def _open_in_archive(self, entry: FactEntry) -> None:
        if entry.name_kind is not None:
            self.archive_requested.emit(entry.title, entry.name_kind)

    def _on_current_changed(self) -> None:
        current = self._facts.current
        if self._lit is not None:
            self._lit.set_current(False)
        found = (section.chip(current.id) for section in self._sections) if current else iter(())
        self._lit = next((chip for chip in found if chip is not None), None)
        if self._lit is not None and current is not None:
            self._lit.set_current(True, position(self._facts.place_number, current.count, window_language()))
        self._bar.follow()

    def _move_focus(self, chip: Chip, key: Qt.Key) -> None:
        chips = [each for section in self._sections for each in section.chips]
        target = _neighbour(chips, chips.index(chip), key)
        for section in self._sections:
            if target in section.chips:
                section.take_tab_stop(target)
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(target, 0, 24)


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


def _neighbour(chips: list[Chip], index: int, key: Qt.Key) -> Chip:
    """Return the chip an arrow leads to; the same one at the edge."""
    last = len(chips) - 1
    steps = {
        Qt.Key.Key_Left: index - 1,
        Qt.Key.Key_Right: index + 1,
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: last,
    }
    if key in steps:
        return chips[min(max(steps[key], 0), last)]
    centre = _centre(chips[index])
    row = chips[index].height() // 2
    beyond = (
        [chip for chip in chips[:index] if _centre(chip).y() < centre.y() - row // 2]
        if key == Qt.Key.Key_Up
        else [chip for chip in chips[index + 1 :] if _centre(chip).y() > centre.y() + row // 2]
    )
    if not beyond:
        return chips[index]
    nearest_row = min(abs(_centre(chip).y() - centre.y()) for chip in beyond)
    in_row = [chip for chip in beyond if abs(_centre(chip).y() - centre.y()) == nearest_row]
    return min(in_row, key=lambda chip: abs(_centre(chip).x() - centre.x()))


def _centre(chip: Chip) -> QPoint:
    return chip.mapTo(chip.window(), chip.rect().center())
