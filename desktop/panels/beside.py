"""The second place of reading: pages with a small bar of their own."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.pageview.customer import Customer
from desktop.pageview.margin import Margin
from desktop.pageview.view import PageView
from desktop.panels.labels import ElidedLabel, PlainLabel
from desktop.state.counts import figure
from desktop.state.page_names import PageNames
from desktop.theme import Palette, icon
from index.text.wording import NBSP

_ICON_PX: Final = 16


class BesidePanel(QWidget):
    """The second place.

    Args:
        customer: Gets its pictures made; this panel's own.
        palette: Colours.
        parent: Owner.

    Attributes:
        pages: The pages.
        margin: The margin beside them.

    Signals:
        exchange_requested(): The reader wants to work with this document.
        close_requested(): The reader needs it no more.
    """

    exchange_requested = Signal()
    close_requested = Signal()

    def __init__(self, customer: Customer, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = PageView(customer, palette)
        self.pages.setAccessibleName(self.tr("Страницы второго места"))
        self.margin = Margin(self.pages, palette)
        self._names = PageNames()
        self._title = ElidedLabel("", "muted")
        self._page = PlainLabel("", "muted")
        self._exchange = self._button(self.tr("Работать с этим документом: поменять места"))
        self._exchange.clicked.connect(self.exchange_requested)
        self._close = self._button(self.tr("Закрыть второе место"))
        self._close.clicked.connect(self.close_requested)
        bar = QWidget()
        bar.setObjectName("besideBar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 3, 6, 3)
        row.setSpacing(4)
        row.addWidget(self._title, 1)
        for part in (self._page, self._exchange, self._close):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.pages, 1)
        self.pages.page_changed.connect(self.show_page)
        self.set_palette_roles(palette)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.pages.set_palette_roles(palette)
        self.margin.set_palette_roles(palette)
        self._exchange.setIcon(icon("arrow-swap", palette.muted, _ICON_PX))
        self._close.setIcon(icon("x", palette.muted, _ICON_PX))

    def show_document(self, title: str, names: PageNames, *, is_same: bool) -> None:
        """Say what stands here; two places of one document need not be exchanged."""
        self._title.setText(title)
        self._names = names
        self._exchange.setVisible(not is_same)
        self.show_page(self.pages.page_index)

    def show_page(self, page_index: int) -> None:
        """Say which page is looked at."""
        if page_index < len(self._names):
            name, count = self._names.name(page_index), figure(len(self._names))
            self._page.setText(f"{name}{NBSP}/{NBSP}{count}")
        else:
            self._page.setText("")

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("role", "small")
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button
