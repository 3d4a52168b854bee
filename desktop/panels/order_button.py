"""The order of an answer: a small button with a menu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.state.search import Search
from desktop.theme import Palette, icon
from index.search.engine import Order


class OrderButton(QToolButton):
    """Shows in which order documents come, in words when it is not the usual one, and lets it be chosen."""

    def __init__(self, search: Search, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self.setObjectName("order")
        self.setIconSize(QSize(14, 14))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._actions = {order: menu.addAction(order_name(order)) for order in Order}
        for order, action in self._actions.items():
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, chosen=order: search.sort(chosen))
        self.setMenu(menu)
        search.order_changed.connect(self._show)
        self.set_palette_roles(palette)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._roles = palette
        self._show()

    def _show(self) -> None:
        order = self._search.order
        is_usual = order is Order.RELEVANCE
        self._actions[order].setChecked(True)
        colour = self._roles.muted if is_usual else self._roles.accent
        self.setIcon(icon("arrow-down-wide", colour, 14))
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonIconOnly if is_usual else style.ToolButtonTextBesideIcon)
        self.setText(order_name(order))
        spoken = self.tr("Порядок: {order}").format(order=order_name(order).lower())
        self.setToolTip(spoken)
        self.setAccessibleName(spoken)


def order_name(order: Order) -> str:
    """Return what an order is called."""
    translate = QCoreApplication.translate
    return {
        Order.RELEVANCE: translate("Orders", "По соответствию"),
        Order.NEWEST: translate("Orders", "Сначала новые"),
        Order.OLDEST: translate("Orders", "Сначала старые"),
        Order.NAME: translate("Orders", "По названию"),
    }[order]
