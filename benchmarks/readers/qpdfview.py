"""Qt's page view: `python -m benchmarks.readers.qpdfview BOOK.pdf`, where there is QtPdfWidgets."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QApplication  # noqa: TID251 - a program of its own

from benchmarks.readers.driver import SIZE, Driver


class Theirs:
    """The view, with nothing lit on it: it cannot."""

    def __init__(self, path: str) -> None:
        self._document = QPdfDocument()
        self._document.load(path)
        self.area = QPdfView()
        self.area.setDocument(self._document)
        self.area.setPageMode(QPdfView.PageMode.MultiPage)
        self.area.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.area.resize(*SIZE)
        self.page_count = self._document.pageCount()
        self.area.show()

    def go_to(self, page_index: int) -> None:
        """Show the top of a page."""
        self.area.pageNavigator().jump(page_index, QPointF(), 0)

    def zoom(self, factor: float) -> None:
        """Show pages in that size."""
        self.area.setZoomMode(QPdfView.ZoomMode.Custom)
        self.area.setZoomFactor(factor)

    def pages(self) -> Iterator[tuple[int, QRectF]]:
        """Yield what is seen, worked out as QPdfView does."""
        margins, viewport = self.area.documentMargins(), self.area.viewport()
        across, y = self.area.horizontalScrollBar().value(), float(margins.top())
        down = self.area.verticalScrollBar().value()
        room = viewport.width() - margins.left() - margins.right()
        for page_index in range(self.page_count):
            size = self._document.pagePointSize(page_index)
            by = self.area.zoomFactor() * 96 / 72
            if self.area.zoomMode() is QPdfView.ZoomMode.FitToWidth:
                by = room / size.width()
            width, height = size.width() * by, size.height() * by
            left = (max(viewport.width(), width + margins.left() + margins.right()) - width) / 2
            page = QRectF(left - across, y - down, width, height)
            if page.top() > viewport.height():
                return
            if page.bottom() > 0:
                yield page_index, page
            y += height + self.area.pageSpacing()

    def close(self) -> None:
        """Close the view."""
        self.area.close()


def main() -> None:
    """Measure, and print JSON."""
    application = QApplication([])
    print(Driver(application, lambda: Theirs(sys.argv[1])).run().write())


if __name__ == "__main__":
    main()
