"""What tests do with a page view, and what they see of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.pageview.layout import Place
from desktop.pageview.view import PageView
from index.model.span import Span
from tests.desktop.pageview.papers import span_of
from tests.desktop.qt import NONE


def point(view: PageView, span: Span, part: float = 0.5) -> QPointF:
    """Return a point of the viewport on a passage: part of the way along its first line."""
    quad = view.document.text_map.quads(span)[0]
    box = quad.bounds
    x = box.left + (box.right - box.left) * part
    return view.point_of(Place(quad.page_index, x, (box.top + box.bottom) / 2))


def words(view: PageView, text: str, start: int = 0) -> QPointF:
    return point(view, span_of(view.document, text, start))


def wheel(
    view: PageView,
    at: QPointF,
    turns: int,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier,
) -> None:
    glob = QPointF(view.viewport().mapToGlobal(at))
    angle = QPoint(0, 120 * turns)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, glob, QPoint(), angle, NONE, modifiers, phase, False)
    QApplication.sendEvent(view.viewport(), event)


def settle(qtbot: QtBot, view: PageView) -> None:
    qtbot.waitUntil(lambda: view.is_sharp and not view._glide.is_running and not view._attention.is_running)


def color_at(view: PageView, at: QPointF) -> QColor:
    image = view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    return image.pixelColor(round(at.x() * ratio), round(at.y() * ratio))
