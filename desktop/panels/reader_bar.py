"""The bar above the pages: matches, pages, zoom, marker, looks."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from desktop.actions.actions import Actions
from desktop.panels.labels import ElidedLabel, PlainLabel
from desktop.state.counts import Noun, counted, figure
from desktop.state.page_names import PageNames
from index.text.wording import NBSP

_SPACING_PX: Final = 2
# A label may be anything; so much of it is shown.
_LONGEST_LABEL: Final = 40
_WIDEST_LABEL_PX: Final = 64


class ReaderBar(QWidget):
    """The bar above the pages.

    Args:
        actions: The commands; the bar shows some of them.
        looks: Menu of the looks.
        parent: Owner.

    Signals:
        page_requested(int): The reader typed a page, by label or number; its index, from 0.
    """

    page_requested = Signal(int)

    def __init__(self, actions: Actions, looks: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readerBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._place = PlainLabel("", "muted")
        self._title = ElidedLabel("", "muted", least_px=180)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page = QLineEdit()
        self._page.setObjectName("pageNumber")
        self._page.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._page.setAccessibleName(self.tr("Номер страницы"))
        self._page.setMaxLength(_LONGEST_LABEL)
        self._page.returnPressed.connect(self._ask_page)
        self._page.editingFinished.connect(self._restore)
        self._pages = PlainLabel("", "muted")
        self._zoom = PlainLabel("", "muted")
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._zoom.setFixedWidth(46)
        self._page_index, self._names = 0, PageNames()
        self._of_document: list[QWidget] = []
        self._spare = (
            (self._button(actions["back"]), self._button(actions["forward"])),
            (self._button(actions["fit_width"]), self._button(actions["fit_page"])),
            (self._button(actions["find_here"]),),
            (self._button(actions["zoom_out"]), self._zoom, self._button(actions["zoom_in"])),
        )
        """What gives way in a narrow bar, in this order; the menu has it all."""
        self._squeezed: tuple[QWidget, ...] = ()
        looks_button = self._button(None)
        looks_button.setMenu(looks)
        looks_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        looks_button.setToolTip(self.tr("Вид страниц и окна"))
        looks_button.setAccessibleName(self.tr("Тема"))
        self.looks_button = looks_button
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 6, 6)
        row.setSpacing(_SPACING_PX)
        for part in (
            *(self._button(actions["show_contents"]), *self._spare[0]),
            *(self._button(actions["previous_hit"]), self._button(actions["next_hit"]), self._place),
            *(*self._spare[2], self._button(actions["study"])),
            *(self._title, self._page, self._pages),
            *(*self._spare[3], *self._spare[1]),
            *(self._button(actions["highlight"]), looks_button),
        ):
            row.addWidget(part, 1 if part is self._title else 0)
            if part in {self._place, self._title, self._pages}:
                row.addSpacing(5)
            if part not in {self._title, looks_button}:
                self._of_document.append(part)
        self.show_place(0, 0)
        self.show_document(PageNames())

    def show_title(self, title: str) -> None:
        """Show the name of the open document."""
        self._title.setText(title)

    def show_place(self, place: int, places: int) -> None:
        """Show which of the matches in the open document is the current one: «3 из 17»; `place` from 1."""
        words = ""
        if place:
            words = self.tr("{place} из {places}").format(place=figure(place), places=figure(places))
        elif places:
            words = counted(places, Noun.PLACE)
        self._place.setText(words.replace(" ", NBSP))
        # The usual words leave their neighbours where they are; longer ones are not cut.
        width = self._place.fontMetrics().horizontalAdvance
        self._place.setMinimumWidth(max(width(f"88{NBSP}из{NBSP}888"), width(self._place.text())))
        self._squeeze()

    def show_document(self, names: PageNames) -> None:
        """Show the first page of another document, whose pages are called so."""
        self._names = names
        digits = max(2, len(str(len(names))), len(names.longest))
        width = self._page.fontMetrics().horizontalAdvance("8" * digits) + 20
        self._page.setFixedWidth(min(width, _WIDEST_LABEL_PX))
        self._page.setToolTip(
            self.tr("Страница: наберите её обозначение или номер и нажмите Enter")
            if names.has_labels
            else self.tr("Номер страницы: наберите и нажмите Enter")
        )
        self._show_parts()
        self.show_page(0)

    def show_page(self, page_index: int) -> None:
        """Show the page that is looked at: «iv (4) / 120», or «4 / 120» where pages have only numbers."""
        self._page_index, count = page_index, len(self._names)
        number = f"({figure(page_index + 1)}){NBSP}" if self._names.has_labels else ""
        self._pages.setText(f"{number}/{NBSP}{figure(count)}" if count else "")
        if not self._page.hasFocus():
            self._restore()
        self._squeeze()

    def show_zoom(self, factor: float) -> None:
        """Show the size of the pages; 1.0 is their own."""
        self._zoom.setText(f"{round(factor * 100)}{NBSP}%" if factor else "")

    def focus_page(self) -> None:
        """Let the reader type a page."""
        self._page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._page.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: leave out what does not fit."""
        super().resizeEvent(event)
        self._squeeze()

    def _squeeze(self) -> None:
        """Leave out as much as it takes for the rest to fit."""
        row = self.layout()
        assert row is not None
        needed = row.minimumSize().width() + sum(map(self._width_of, self._squeezed))
        squeezed: tuple[QWidget, ...] = ()
        for group in self._spare:
            if needed - sum(map(self._width_of, squeezed)) > self.width():
                squeezed += group
        if squeezed != self._squeezed and len(self._names):
            self._squeezed = squeezed
            self._show_parts()

    def _width_of(self, part: QWidget) -> int:
        return max(part.minimumWidth(), part.minimumSizeHint().width()) + _SPACING_PX

    def _show_parts(self) -> None:
        for part in self._of_document:
            part.setVisible(len(self._names) > 0 and part not in self._squeezed)

    def _ask_page(self) -> None:
        if (page_index := self._names.find(self._page.text())) is not None:
            self.page_requested.emit(page_index)
        else:
            self._page.selectAll()

    def _restore(self) -> None:
        self._page.setText(self._names.name(self._page_index) if len(self._names) else "")
        self._page.setCursorPosition(0)

    def _button(self, action: QAction | None) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if action is not None:
            button.setDefaultAction(action)
            button.setAccessibleName(action.toolTip())
        return button
