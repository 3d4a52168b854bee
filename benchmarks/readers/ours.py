"""Our page view: `python -m benchmarks.readers.ours BOOK.pdf BOOK.pickle [THEME]`."""

from __future__ import annotations

import pickle
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication  # noqa: TID251 - a program of its own

from benchmarks.readers.driver import SIZE, Driver
from desktop.pageview.marks import Layer, Mark
from desktop.pageview.renderer import PageRenderer
from desktop.pageview.view import PageView
from desktop.theme import PALETTES, ThemeName
from index.model.document import Document
from index.model.span import Span

WORD = "treaty"
EVERY = 10
"""Of its occurrences: five on a page remain."""


class Ours:
    """The view, with 2,700 words lit; its process is warm, as in the program."""

    def __init__(self, renderer: PageRenderer, document: Document, path: Path, theme: ThemeName) -> None:
        self._renderer = renderer
        self.area = PageView(renderer, PALETTES[theme])
        self.area.resize(*SIZE)
        self.area.show_document(document, path)
        spans = [Span(*found.span()) for found in re.finditer(WORD, document.text)][::EVERY]
        self.area.set_marks(Layer.HITS, [Mark(span) for span in spans])
        self.page_count = len(document.pages)
        self.area.show()

    def go_to(self, page_index: int) -> None:
        """Show the top of a page."""
        self.area.go_to_page(page_index)

    def zoom(self, factor: float) -> None:
        """Show pages in that size."""
        self.area.set_zoom(factor)

    def pages(self) -> Iterator[tuple[int, QRectF]]:
        """Yield what is seen."""
        glance = self.area.glance
        for page_index in glance.pages:
            left, top = glance.layout.left(page_index), glance.layout.top(page_index)
            size = glance.layout.page_width(page_index), glance.layout.page_height(page_index)
            yield page_index, QRectF(left - glance.seen.left(), top - glance.seen.top(), *size)

    def close(self) -> None:
        """End the process that draws."""
        self.area.close()
        self._renderer.shutdown()


def main() -> None:
    """Measure, and print JSON."""
    path, pickled = Path(sys.argv[1]), Path(sys.argv[2])
    theme = ThemeName(sys.argv[3] if len(sys.argv) > 3 else "light")
    application = QApplication([])
    document = pickle.loads(pickled.read_bytes())  # noqa: S301 - written by ourselves a moment ago
    renderer = PageRenderer(reads=(path.parent,))
    renderer.prewarm()
    while not renderer.is_idle:
        application.processEvents()
    print(Driver(application, lambda: Ours(renderer, document, path, theme)).run().write())


if __name__ == "__main__":
    main()
