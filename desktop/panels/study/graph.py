"""A picture of who met whom: circles joined by lines, as many names as have room, drawn sharp at any size."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from desktop.panels.study.drawn import as_png, as_svg
from desktop.panels.study.graph_names import placed_names
from desktop.theme import TEXT_PX, Palette
from index.model.overview import Edge, Meetings, NameKind, Node

_MARGIN_PX: Final = 48.0
_RADIUS_PX: Final = (5.0, 16.0)
_LARGE: Final = 6
"""Meetings from which on the largest circle is drawn: one alone makes nobody great."""
_LINE_PX: Final = (1.5, 6.0)
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_FAINT: Final = 0.4
"""Of lines that are not looked at: names are read across them."""
_GROUND: Final = 0.75
"""Of the ground of names."""
_NEAR_PX: Final = 5.0
"""How far from a line the pointer may be."""


class MeetingsGraph(QWidget):
    """Persons and bodies, and who of them met.

    The pointer or the arrow keys look at one, and all whom it met are lit.

    Args:
        palette: Colours.
        parent: Owner.

    Signals:
        looked(): Another circle or line is looked at.
        edge_chosen(Edge): The reader wants the meetings that a line stands for.
        node_chosen(Node): The reader wants to know whom somebody met.
        node_opened(Node): The reader wants the page of somebody.
    """

    looked = Signal()
    edge_chosen = Signal(object)
    node_chosen = Signal(object)
    node_opened = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roles = palette
        self._found = Meetings("", 0, 0, (), ())
        self._held: tuple[Node | None, Edge | None] = (None, None)
        self.node: Node | None = None
        self.edge: Edge | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 240)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size at which some forty names can be read."""
        return QSize(900, 560)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._roles = palette
        self.update()

    def show_meetings(self, found: Meetings) -> None:
        """Show these."""
        self._found, self._held = found, (None, None)
        self._look_at(None, None)

    def place_of(self, node: Node) -> QPointF:
        """Return where the middle of a circle is."""
        room = QRectF(self.rect()).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        return QPointF(room.left() + node.x * room.width(), room.top() + node.y * room.height())

    def picture(self) -> bytes:
        """Return the picture as PNG, without anything looked at."""
        return as_png(self.size(), self._roles.panel, lambda painter: self._draw(painter, None, None))

    def drawing(self) -> bytes:
        """Return the picture as SVG, without anything looked at."""
        title = self.accessibleName()
        return as_svg(self.size(), self._roles.panel, lambda painter: self._draw(painter, None, None), title)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw everything; what was chosen stays lit while nothing else is looked at."""
        painter = QPainter(self)
        looked_at = (self.node, self.edge)
        self._draw(painter, *(looked_at if any(looked_at) else self._held))
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._roles.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Look at the circle or line below the pointer."""
        node, edge = self._under(event.position())
        is_there = node is not None or edge is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_there else Qt.CursorShape.ArrowCursor)
        self._look_at(node, edge)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Look at nothing, unless the keys are in use."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._look_at(None, None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the circle or line below the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        node, edge = self._held = self._under(event.position())
        if node is not None:
            self.node_chosen.emit(node)
        elif edge is not None:
            self.edge_chosen.emit(edge)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the page of whoever is below the pointer."""
        node, _edge = self._under(event.position())
        if node is not None and event.button() == Qt.MouseButton.LeftButton:
            self.node_opened.emit(node)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Walk from one to the next, those first who met most often; Enter chooses the one looked at."""
        key, nodes = Qt.Key(event.key()), self._found.nodes
        if key in _STEPS and nodes:
            from_none = -1 if _STEPS[key] > 0 else 0
            before = from_none if self.node is None else nodes.index(self.node)
            self._look_at(nodes[(before + _STEPS[key]) % len(nodes)], None)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.node is not None:
            self._held = (self.node, None)
            self.node_chosen.emit(self.node)
        else:
            super().keyPressEvent(event)

    def _look_at(self, node: Node | None, edge: Edge | None) -> None:
        if (node, edge) != (self.node, self.edge):
            self.node, self.edge = node, edge
            self.looked.emit()
        self.update()

    def _under(self, place: QPointF) -> tuple[Node | None, Edge | None]:
        """Return the circle there, else the nearest line."""
        for node in self._found.nodes:
            if _apart(self.place_of(node), place) <= self._radius(node) + 2:
                return node, None
        near = [(self._off(edge, place), place_) for place_, edge in enumerate(self._found.edges)]
        off, nearest = min(near, default=(math.inf, 0))
        return None, self._found.edges[nearest] if off <= _NEAR_PX else None

    def _off(self, edge: Edge, place: QPointF) -> float:
        """Return how far a place is from a line."""
        start, stop = self._ends(edge)
        along = stop - start
        length = QPointF.dotProduct(along, along)
        share = QPointF.dotProduct(place - start, along) / length if length else 0.0
        return _apart(start + along * min(max(share, 0.0), 1.0), place)

    def _ends(self, edge: Edge) -> tuple[QPointF, QPointF]:
        return self.place_of(self._found.nodes[edge.left]), self.place_of(self._found.nodes[edge.right])

    def _draw(self, painter: QPainter, node: Node | None, edge: Edge | None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self._lit(node, edge)
        self._draw_edges(painter, node, edge)
        for one in reversed(self._found.nodes):
            fill = QColor(self._roles.accent if one.who.kind is NameKind.PERSON else self._roles.muted)
            fill.setAlphaF(1.0 if not lit or one in lit else _FAINT)
            painter.setPen(QPen(QColor(self._roles.panel), 1.5))
            # Lines end at a circle, faint as it may be.
            for brush in (QColor(self._roles.panel), fill):
                painter.setBrush(brush)
                painter.drawEllipse(self._circle(one))
        font = QFont(self.font())
        font.setPixelSize(TEXT_PX - 1)
        painter.setFont(font)
        circles = {
            one: self._circle(one) for one in sorted(self._found.nodes, key=lambda one: one not in lit)
        }
        for one, name, place in placed_names(QFontMetricsF(font), QRectF(self.rect()), circles):
            # Lines run below names: these are read on a ground of their own.
            ground = QColor(self._roles.panel)
            ground.setAlphaF(_GROUND)
            painter.fillRect(place, ground)
            painter.setPen(QColor(self._roles.text if not lit or one in lit else self._roles.muted))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), name)

    def _draw_edges(self, painter: QPainter, node: Node | None, edge: Edge | None) -> None:
        nodes, most = self._found.nodes, max((one.meetings for one in self._found.edges), default=1)
        for one in self._found.edges:
            is_lit = one is edge or (node is not None and node in {nodes[one.left], nodes[one.right]})
            tone = QColor(self._roles.hit_current if is_lit else self._roles.muted)
            tone.setAlphaF(1.0 if is_lit else _FAINT)
            share = math.log(one.meetings) / math.log(most) if most > 1 else 0.0
            painter.setPen(QPen(tone, _between(_LINE_PX, share)))
            painter.drawLine(*self._ends(one))

    def _lit(self, node: Node | None, edge: Edge | None) -> set[Node]:
        """Return who is looked at, and all whom that one met; nobody while nothing is looked at."""
        nodes = self._found.nodes
        if node is None:
            return set() if edge is None else {nodes[edge.left], nodes[edge.right]}
        met = (one for one in self._found.edges if node in {nodes[one.left], nodes[one.right]})
        return {node, *(nodes[end] for one in met for end in (one.left, one.right))}

    def _circle(self, node: Node) -> QRectF:
        radius, middle = self._radius(node), self.place_of(node)
        return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)

    def _radius(self, node: Node) -> float:
        most = max(_LARGE, *(one.meetings for one in self._found.nodes))
        return _between(_RADIUS_PX, math.sqrt(node.meetings / most))


def _between(ends: tuple[float, float], share: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * share


def _apart(one: QPointF, other: QPointF) -> float:
    way = one - other
    return math.hypot(way.x(), way.y())
