"""Pages on their way to a printer: drawn one by one by the render process, in the printer's resolution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPainter

from desktop.pageview.customer import Customer
from desktop.pageview.inks import inks
from desktop.pageview.lights import Lights
from desktop.pageview.marks import Layer, Mark
from desktop.theme import PALETTES, ThemeName
from index.model.document import Document
from index.pdf.render import LARGEST_PICTURE_PX, RenderRequest, Tile

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

# Print is not sharper for the eye than this, and a sheet of A4 already weighs 35 megabytes.
_MOST_DPI: Final = 300
_LARGEST_SHEET_PX: Final = 40_000_000
_POINTS: Final = 72.0


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What is to be printed.

    Attributes:
        document: The document.
        path: The PDF that shows it.
        pages: Indexes of the pages, in the order in which they come out.
        marks: What is marked on them; nothing to print them bare.
    """

    document: Document
    path: str
    pages: tuple[int, ...]
    marks: tuple[Mark, ...] = ()


class PrintRun(QObject):
    """One run of the printer. Nothing here blocks; the window lives on.

    Args:
        job: What to print.
        printer: The printer, set up.
        customer: Gets the pictures made; this run's own.
        parent: Owner.

    Signals:
        progressed(int): So many pages are out.
        ended(tuple[int, ...]): It is over; indexes of the pages that could not be drawn.
        refused(): The printer does not take anything.
    """

    progressed = Signal(int)
    ended = Signal(object)
    refused = Signal()

    def __init__(
        self, job: PrintJob, printer: QPrinter, customer: Customer, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._job, self._printer, self._customer = job, printer, customer
        customer.setParent(self)
        self._painter = QPainter()
        self._inks = inks(PALETTES[ThemeName.LIGHT])
        self._lights = Lights(job.document.text_map)
        self._lights.set_marks(Layer.NOTES, job.marks)
        self._done, self._is_over = 0, False
        self._sheet = QImage()
        self._bands: list[RenderRequest] = []
        self._failed: list[int] = []
        customer.page_ready.connect(self._on_ready)
        customer.failed.connect(self._on_failed)

    def start(self) -> None:
        """Begin with the first page."""
        self._customer.open(self._job.path)
        self._next()

    def cancel(self) -> None:
        """Break off; what has come out has come out."""
        self._is_over = True
        self._customer.open("")
        self._bands = []
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()

    def _next(self) -> None:
        if self._is_over:
            return
        if self._done == len(self._job.pages):
            self._is_over = True
            self._customer.open("")
            if self._painter.isActive():
                self._painter.end()
            self.ended.emit(tuple(self._failed))
            return
        page_index = self._job.pages[self._done]
        width, height = self._pixels(page_index)
        self._sheet = QImage(width, height, QImage.Format.Format_RGB32)
        self._sheet.fill(Qt.GlobalColor.white)
        self._bands = list(_bands(self._job.path, page_index, width, height))
        self._customer.request(self._bands)

    def _on_ready(self, request: RenderRequest, image: QImage) -> None:
        if request not in self._bands or request.tile is None:
            return
        painter = QPainter(self._sheet)
        painter.drawImage(request.tile.x, request.tile.y, image)
        painter.end()
        self._bands.remove(request)
        if not self._bands:
            self._light(request.page_index)
            self._put_out(request.page_index)

    def _on_failed(self, request: RenderRequest, _error: Exception) -> None:
        # Told once for each band that was still wanted.
        if request in self._bands:
            self._bands = []
            self._failed.append(request.page_index)
            self._go_on()

    def _light(self, page_index: int) -> None:
        """Draw the marks over the page, as a pen does."""
        page = self._job.document.pages[page_index]
        painter = QPainter(self._sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setCompositionMode(self._inks.blend)
        painter.scale(self._sheet.width() / page.width_pt, self._sheet.height() / page.height_pt)
        for role, outline in self._lights.on_page(page_index):
            painter.fillPath(outline, self._inks.lit[role])
        painter.end()

    def _put_out(self, page_index: int) -> None:
        page, printer = self._job.document.pages[page_index], self._printer
        turns = QPageLayout.Orientation
        printer.setPageOrientation(turns.Landscape if page.width_pt > page.height_pt else turns.Portrait)
        if not (printer.newPage() if self._painter.isActive() else self._painter.begin(printer)):
            self.cancel()
            self.refused.emit()
            return
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(QRect(printer.pageLayout().paintRectPixels(printer.resolution())))
        size = QSizeF(page.width_pt, page.height_pt) * (printer.resolution() / _POINTS)
        if size.width() > room.width() or size.height() > room.height():
            size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        # The origin of the painter is the corner of what can be printed.
        corner = QPointF((room.width() - size.width()) / 2, (room.height() - size.height()) / 2)
        self._painter.drawImage(QRectF(corner, size), self._sheet)
        self._go_on()

    def _go_on(self) -> None:
        self._done += 1
        self.progressed.emit(self._done)
        self._next()

    def _pixels(self, page_index: int) -> tuple[int, int]:
        page = self._job.document.pages[page_index]
        scale = min(_MOST_DPI, self._printer.resolution()) / _POINTS
        width, height = page.width_pt * scale, page.height_pt * scale
        by = min(1.0, sqrt(_LARGEST_SHEET_PX / max(1.0, width * height)))
        return max(1, round(width * by)), max(1, round(height * by))


def _bands(path: str, page_index: int, width: int, height: int) -> Sequence[RenderRequest]:
    """Return the pictures a page is made of: bands that the render process takes."""
    rows = max(1, min(height, LARGEST_PICTURE_PX // width))
    return [
        RenderRequest(path, page_index, width, height, Tile(0, top, width, min(rows, height - top)))
        for top in range(0, height, rows)
    ]
