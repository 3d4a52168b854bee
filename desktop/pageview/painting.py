"""Paints one page: shadow, picture, marks, frame, or the message that there is no picture."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QTransform

from desktop.pageview.inks import Inks
from desktop.pageview.layout import GAP_PX
from desktop.pageview.lights import Lights
from desktop.pageview.motion import Pulse
from desktop.pageview.pictures import Glance, Pictures, page_pixels
from desktop.pageview.signs import paint_sign
from index.errors import EncryptedPdf

_FRAME_PX: Final = 1.6
_PULSE_PX: Final = 9.0
# Shadow of a sheet, the widest first: how far it reaches to the sides, how far below, opacity of black.
_SHADOW: Final = ((4.0, 7.0, 0.025), (2.5, 4.5, 0.045), (1.0, 2.0, 0.08))


_REMARK_PX: Final = 10
_MESSAGE_MARGIN_PX: Final = 32
_MESSAGE_HEIGHT_PX: Final = 360.0
_BOTTOM: Final = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
_TOP: Final = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


def explain(error: Exception) -> str:
    """Return why a page cannot be drawn, what is safe, for the reader."""
    if isinstance(error, EncryptedPdf):
        return QCoreApplication.translate(
            "PageView",
            "Файл открывается только по паролю: введите его в полосе над страницей.",
        )
    if isinstance(error, OSError):
        return QCoreApplication.translate(
            "PageView",
            "Файл документа не читается: его нет на месте, или диск отключён. "
            "Текст, поиск и заметки сохранены в архиве.",
        )
    return QCoreApplication.translate(
        "PageView",
        "В этом месте файл повреждён или слишком сложен для показа. "
        "Сам файл не изменён; текст, поиск и заметки на месте.",
    )


class PagePainter:
    """Paints pages of one document. Made for one paint event.

    Args:
        painter: Open on the viewport, in logical pixels.
        glance: What is seen of the desk.
        pictures: Pictures of the pages.
        lights: What is lit.
        inks: Colours.
    """

    def __init__(
        self, painter: QPainter, glance: Glance, pictures: Pictures, lights: Lights, inks: Inks
    ) -> None:
        self._painter, self._glance, self._inks = painter, glance, inks
        self._pictures, self._lights = pictures, lights

    def page_rect(self, page_index: int) -> QRect:
        """Return where the page is in the window, in device pixels: pictures are sharp only at whole ones."""
        layout, seen, ratio = self._glance.layout, self._glance.seen, self._glance.pixel_ratio
        left = round((layout.left(page_index) - seen.left()) * ratio)
        top = round((layout.top(page_index) - seen.top()) * ratio)
        return QRect(QPoint(left, top), QPoint(left, top)).adjusted(
            0, 0, page_pixels(self._glance, page_index)[0] - 1, page_pixels(self._glance, page_index)[1] - 1
        )

    def paint(self, page_index: int, pulse: Pulse | None, remark: str = "") -> None:
        """Paint a page with everything on it, and a remark in the gap above it."""
        device = self.page_rect(page_index)
        ratio = self._glance.pixel_ratio
        rect = QRectF(device.x() / ratio, device.y() / ratio, device.width() / ratio, device.height() / ratio)
        self._paint_sheet(rect)
        if remark:
            self._paint_remark(rect, remark)
        error = self._pictures.failure(page_index)
        if error is not None:
            self._paint_message(rect, page_index, error)
            return
        self._paint_picture(page_index, device)
        self._paint_lights(page_index, rect)
        to_window = self._to_window(page_index, rect)
        for mark in self._lights.signs(page_index):
            paint_sign(self._painter, mark, to_window, self._inks)
        if self._lights.current is not None:
            self._paint_frame(to_window.map(self._lights.frame(self._lights.current, page_index)))
        if pulse is not None:
            self._paint_pulse(to_window.map(self._lights.frame(pulse.span, page_index)), pulse.progress)

    def _paint_remark(self, rect: QRectF, remark: str) -> None:
        """Write at the right end of the gap: outside the print, on the desk."""
        painter = self._painter
        painter.save()
        font = QFont(painter.font())
        font.setPixelSize(_REMARK_PX)
        painter.setFont(font)
        painter.setPen(self._inks.muted)
        gap = QRectF(rect.x(), rect.y() - GAP_PX, rect.width() - 2, GAP_PX - 1)
        painter.drawText(gap, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), remark)
        painter.restore()

    def _paint_sheet(self, rect: QRectF) -> None:
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for aside, below, opacity in _SHADOW:
            painter.setBrush(QColor.fromRgbF(0, 0, 0, opacity * (3 if self._inks.is_dark else 1)))
            painter.drawRoundedRect(rect.adjusted(-aside, -aside / 2, aside, below), aside, aside)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        hair = 1 / self._glance.pixel_ratio
        painter.fillRect(rect.adjusted(-hair, -hair, hair, hair), self._inks.line)
        painter.fillRect(rect, self._inks.paper)

    def _paint_picture(self, page_index: int, device: QRect) -> None:
        painter, ratio = self._painter, self._glance.pixel_ratio
        picture = self._pictures.page(page_index)
        if picture is None:
            return
        painter.save()
        # In device pixels a picture of the right size is copied, not scaled.
        painter.scale(1 / ratio, 1 / ratio)
        tiles = list(self._pictures.tiles(page_index))
        if picture.size() == device.size():
            painter.drawPixmap(device.topLeft(), picture)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(device, picture)
        for request, tile in tiles:
            if (request.width_px, request.height_px) == (device.width(), device.height()) and request.tile:
                painter.drawPixmap(device.topLeft() + QPoint(request.tile.x, request.tile.y), tile)
        painter.restore()

    def _paint_lights(self, page_index: int, rect: QRectF) -> None:
        painter = self._painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        painter.setTransform(self._to_window(page_index, rect), combine=True)
        painter.setCompositionMode(self._inks.blend)
        for role, outline in self._lights.on_page(page_index):
            color = self._inks.lit.get(role)
            if color is not None:
                painter.fillPath(outline, color)
        painter.restore()

    def _paint_frame(self, outline: QPainterPath) -> None:
        if not outline.isEmpty():
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._painter.strokePath(outline.simplified(), QPen(self._inks.frame, _FRAME_PX))

    def _paint_pulse(self, outline: QPainterPath, progress: float) -> None:
        if outline.isEmpty() or progress >= 1:
            return
        color = QColor(self._inks.frame)
        color.setAlphaF(0.55 * (1 - progress) ** 2)
        pen = QPen(color, _PULSE_PX * progress + _FRAME_PX)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.strokePath(outline.simplified(), pen)

    def _paint_message(self, rect: QRectF, page_index: int, error: Exception) -> None:
        painter = self._painter
        painter.save()
        painter.setClipRect(rect)
        box = rect.adjusted(_MESSAGE_MARGIN_PX, _MESSAGE_MARGIN_PX, -_MESSAGE_MARGIN_PX, -_MESSAGE_MARGIN_PX)
        box.setHeight(min(box.height(), _MESSAGE_HEIGHT_PX))
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._inks.text)
        upper = box.adjusted(0, 0, 0, -box.height() / 2 - 4)
        headline = QCoreApplication.translate("PageView", "Страница {number} не показывается")
        painter.drawText(upper, int(_BOTTOM), headline.format(number=page_index + 1))
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(self._inks.muted)
        painter.drawText(box.adjusted(0, box.height() / 2 + 4, 0, 0), int(_TOP), explain(error))
        painter.restore()

    def _to_window(self, page_index: int, rect: QRectF) -> QTransform:
        scale = self._glance.layout.scale(page_index)
        return QTransform(scale, 0, 0, scale, rect.x(), rect.y())
