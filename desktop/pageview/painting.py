"""Paints one page: shadow, picture, marks, frame, or the message that there is no picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap, QRegion, QTransform

from desktop.pageview.baking import Baking
from desktop.pageview.inks import Inks
from desktop.pageview.layout import GAP_PX
from desktop.pageview.lights import Lights, Lit
from desktop.pageview.motion import Pulse
from desktop.pageview.pictures import Glance, Pictures, page_pixels
from desktop.pageview.signs import paint_sign
from index.errors import EncryptedPdf
from index.pdf.render import RenderRequest

_FRAME_PX: Final = 1.6
_PULSE_PX: Final = 9.0
# The shadow of a sheet ends sooner at its sides than below it.
_SHADOW_ASIDE_PX: Final = 2


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
        baking: Pictures with their marks, kept from one paint event to the next.
    """

    def __init__(
        self,
        painter: QPainter,
        glance: Glance,
        pictures: Pictures,
        lights: Lights,
        inks: Inks,
        baking: Baking,
    ) -> None:
        self._painter, self._glance, self._inks = painter, glance, inks
        self._pictures, self._lights, self._baking = pictures, lights, baking

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
            self._painter.fillRect(rect, self._inks.paper)
            self._paint_message(rect, page_index, error)
            return
        self._paint_picture(page_index, rect, device)
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
        """Paint the shadow and the edge of a page, and paper if there is no picture to cover it."""
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        # Strips around the page: shading all of it, to be covered at once, took longer than all else.
        for distance, shade in enumerate(self._inks.shades):
            width = rect.width() + 2 * min(distance, _SHADOW_ASIDE_PX)
            left = rect.x() - min(distance, _SHADOW_ASIDE_PX)
            painter.fillRect(QRectF(left, rect.bottom() + distance, width, 1), shade)
            if distance < _SHADOW_ASIDE_PX:
                height = rect.height() + distance
                painter.fillRect(QRectF(rect.x() - distance - 1, rect.y(), 1, height), shade)
                painter.fillRect(QRectF(rect.right() + distance, rect.y(), 1, height), shade)
        hair = 1 / self._glance.pixel_ratio
        wide, high = rect.width() + 2 * hair, rect.height() + 2 * hair
        for edge in (
            QRectF(rect.x() - hair, rect.y() - hair, wide, hair),
            QRectF(rect.x() - hair, rect.bottom(), wide, hair),
            QRectF(rect.x() - hair, rect.y(), hair, high - hair),
            QRectF(rect.right(), rect.y(), hair, high - hair),
        ):
            painter.fillRect(edge, self._inks.line)

    def _paint_picture(self, page_index: int, rect: QRectF, device: QRect) -> None:
        """Paint the best picture there is, and the marks."""
        painter, ratio = self._painter, self._glance.pixel_ratio
        picture = self._pictures.page(page_index)
        marks, tiles = self._lights.marks_on(page_index), list(self._pictures.tiles(page_index))
        if picture is not None and picture.size() == device.size() and not tiles:
            baked = self._baking.baked(
                page_index, picture, marks, lambda onto: self._bake(onto, page_index, marks)
            )
            if baked is not None:
                picture, marks = baked, ()
        painter.save()
        # In device pixels a picture of the right size is copied, not scaled.
        painter.scale(1 / ratio, 1 / ratio)
        if picture is None:
            painter.fillRect(device, self._inks.paper)
        elif picture.size() == device.size():
            painter.drawPixmap(device.topLeft(), picture)
        else:
            self._paint_scaled(device, picture, QRegion(device).subtracted(_covered(tiles, device)))
        for corner, tile in _placed(tiles, device):
            painter.drawPixmap(corner, tile)
        painter.restore()
        self._paint_lights(page_index, rect, (*marks, *self._lights.selection_on(page_index)))

    def _paint_scaled(self, device: QRect, picture: QPixmap, bare: QRegion) -> None:
        """Paint a picture of another size where there is nothing better."""
        painter = self._painter
        seen = QRect(QPoint(0, 0), (self._glance.seen.size() * self._glance.pixel_ratio).toSize())
        if bare.intersects(seen):
            painter.save()
            painter.setClipRegion(bare, Qt.ClipOperation.IntersectClip)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(device, picture)
            painter.restore()

    def _bake(self, onto: QPainter, page_index: int, marks: Sequence[Lit]) -> None:
        onto.scale(self._glance.pixel_ratio, self._glance.pixel_ratio)
        onto.setTransform(QTransform(*self._glance.layout.matrix(page_index)), combine=True)
        self._fill(onto, marks)

    def _paint_lights(self, page_index: int, rect: QRectF, lit: Sequence[Lit]) -> None:
        if not lit:
            return
        painter = self._painter
        painter.save()
        painter.setClipRect(rect)
        painter.setTransform(self._to_window(page_index, rect), combine=True)
        self._fill(painter, lit)
        painter.restore()

    def _fill(self, painter: QPainter, lit: Sequence[Lit]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for role, outline in lit:
            color = self._inks.lit.get(role)
            if color is not None:
                painter.setCompositionMode(self._inks.blend_of(role))
                painter.fillPath(outline, color)

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
        return QTransform(*self._glance.layout.matrix(page_index)) * QTransform.fromTranslate(
            rect.x(), rect.y()
        )


def _placed(
    tiles: Iterable[tuple[RenderRequest, QPixmap]], device: QRect
) -> Iterator[tuple[QPoint, QPixmap]]:
    """Yield the tiles of a page of that size, and where their corners come to lie."""
    for request, picture in tiles:
        if request.tile is not None and (request.width_px, request.height_px) == device.size().toTuple():
            yield device.topLeft() + QPoint(request.tile.x, request.tile.y), picture


def _covered(tiles: Iterable[tuple[RenderRequest, QPixmap]], device: QRect) -> QRegion:
    covered = QRegion()
    for corner, picture in _placed(tiles, device):
        covered = covered.united(QRect(corner, picture.size()))
    return covered
