"""A picture of who met whom: circles joined by lines, as many names as have room, drawn sharp at any size."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from desktop.theme import TEXT_PX, Palette
from index.model.overview import Edge, Meetings, NameKind, Node

_MARGIN_PX: Final = 48.0
_RADIUS_PX: Final = (5.0, 16.0)
_LINE_PX: Final = (1.0, 6.0)
_FAINT: Final = 0.4
"""Of lines that are not looked at: names are read across them."""
_NEAR_PX: Final = 5.0
"""How far from a line the pointer may be."""
_GAP_PX: Final = 4.0
_LONGEST_NAME: Final = 28
_PICTURE_SCALE: Final = 2.0


class MeetingsGraph(QWidget):
    """Persons and bodies, and who of them met. The pointer looks at one; a click on a line chooses it.

    Args:
        palette: Colours.
        parent: Owner.

    Signals:
        looked(): Another circle or line is looked at.
        chosen(Edge): The reader wants the latest meeting that a line stands for.
    """

    looked = Signal()
    chosen = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roles = palette
        self._found = Meetings("", 0, 0, (), ())
        self.node: Node | None = None
        self.edge: Edge | None = None
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
        self._found = found
        self._look_at(None, None)

    def place_of(self, node: Node) -> QPointF:
        """Return where the middle of a circle is."""
        room = QRectF(self.rect()).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        return QPointF(room.left() + node.x * room.width(), room.top() + node.y * room.height())

    def picture(self) -> bytes:
        """Return the picture as PNG in twice its size, as for print, without anything looked at."""
        made = QPixmap(self.size() * _PICTURE_SCALE)
        made.setDevicePixelRatio(_PICTURE_SCALE)
        made.fill(QColor(self._roles.panel))
        painter = QPainter(made)
        self._draw(painter, None, None)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        made.save(buffer, "PNG")
        return bytes(buffer.data().data())

    def drawing(self) -> bytes:
        """Return the picture as SVG, without anything looked at."""
        from PySide6.QtSvg import QSvgGenerator

        buffer, made = QBuffer(), QSvgGenerator()
        made.setOutputDevice(buffer)
        made.setSize(self.size())
        made.setViewBox(self.rect())
        made.setTitle(self.accessibleName())
        painter = QPainter(made)
        painter.fillRect(self.rect(), QColor(self._roles.panel))
        self._draw(painter, None, None)
        painter.end()
        return bytes(buffer.data().data())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw everything."""
        painter = QPainter(self)
        self._draw(painter, self.node, self.edge)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Look at the circle or line below the pointer."""
        node, edge = self._under(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if edge else Qt.CursorShape.ArrowCursor)
        self._look_at(node, edge)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Look at nothing."""
        super().leaveEvent(event)
        self._look_at(None, None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the line below the pointer."""
        _node, edge = self._under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and edge is not None:
            self.chosen.emit(edge)

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
        nodes, most = self._found.nodes, max((one.meetings for one in self._found.edges), default=1)
        for one in self._found.edges:
            is_looked_at = one is edge or node in {nodes[one.left], nodes[one.right]}
            tone = QColor(self._roles.hit_current if is_looked_at else self._roles.muted)
            tone.setAlphaF(1.0 if is_looked_at else _FAINT)
            painter.setPen(QPen(tone, _between(_LINE_PX, one.meetings / most)))
            painter.drawLine(*self._ends(one))
        for one_node in reversed(nodes):
            fill = self._roles.accent if one_node.who.kind is NameKind.PERSON else self._roles.muted
            painter.setPen(QPen(QColor(self._roles.panel), 1.5))
            painter.setBrush(QColor(fill))
            radius = self._radius(one_node)
            painter.drawEllipse(self.place_of(one_node), radius, radius)
        painter.setPen(QColor(self._roles.text))
        font = QFont(self.font())
        font.setPixelSize(TEXT_PX - 1)
        painter.setFont(font)
        first = [one for one in nodes if one is node]
        for name, place in self._names(QFontMetricsF(font), [*first, *nodes]):
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), name)

    def _names(self, metrics: QFontMetricsF, nodes: list[Node]) -> Iterator[tuple[str, QRectF]]:
        """Yield names and their places: of whom most is told first, and none that would cover another."""
        room, named = QRectF(self.rect()), set[int]()
        taken = [self._circle(node) for node in nodes]
        for node in nodes:
            if node.who.id in named:
                continue
            name = node.who.name
            name = (
                name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}\N{HORIZONTAL ELLIPSIS}"
            )
            size, circle = (
                QRectF(0, 0, metrics.horizontalAdvance(name) + 2, metrics.height()),
                self._circle(node),
            )
            for place in _around(circle, size):
                if room.contains(place) and not any(place.intersects(other) for other in taken):
                    named.add(node.who.id)
                    taken.append(place)
                    yield name, place
                    break

    def _circle(self, node: Node) -> QRectF:
        radius, middle = self._radius(node), self.place_of(node)
        return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)

    def _radius(self, node: Node) -> float:
        most = max((one.meetings for one in self._found.nodes), default=1)
        return _between(_RADIUS_PX, math.sqrt(node.meetings / most))


def _around(circle: QRectF, size: QRectF) -> Iterator[QRectF]:
    """Yield places for a name beside a circle: below, above, on the right, on the left, then askew."""
    across, down = circle.center().x() - size.width() / 2, circle.center().y() - size.height() / 2
    below, above = circle.bottom() + _GAP_PX / 2, circle.top() - size.height() - _GAP_PX / 2
    right, before = circle.right() + _GAP_PX, circle.left() - size.width() - _GAP_PX
    middle = circle.center().x()
    for left, top in (
        (across, below),
        (across, above),
        (right, down),
        (before, down),
        (middle, below),
        (middle, above),
        (middle - size.width(), below),
        (middle - size.width(), above),
    ):
        yield QRectF(left, top, size.width(), size.height())


def _between(ends: tuple[float, float], share: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * share


def _apart(one: QPointF, other: QPointF) -> float:
    way = one - other
    return math.hypot(way.x(), way.y())
