"""Selecting with the mouse on real pages: over divided words, columns and page breaks, and what is copied.

    python -m benchmarks.selecting FILE.pdf... [--of-a-kind 20] [--theme dark] [--pictures DIR]

Wherever a paragraph goes on over such a break, the mouse is dragged from some words before it to some
words behind it. Counted are the selections that begin and end exactly there; others are printed. What was
copied is printed, one of each kind and file. Runs without a display.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from index.model.document import Document, DocumentId
from index.model.span import Span
from index.model.textmap import Piece

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

AROUND: Final = 60
"""Characters on each side of a break that are selected, and on to the next blank."""
STEPS: Final = 12
PATIENCE_S: Final = 20.0


class Break(StrEnum):
    """Over what a selection goes."""

    WORD = "divided word"
    COLUMN = "column"
    PAGE = "page"


def breaks(document: Document) -> Iterator[tuple[Break, Piece, Piece]]:
    """Yield the last word before each break and the first one behind it, where a paragraph goes on."""
    text_map = document.text_map
    for before, behind in pairwise(text_map.pieces()):
        between = document.text[before.span.stop : behind.span.start]
        if before.line == behind.line or "\n" in between:
            continue
        upper, lower = text_map.line(before.line), text_map.line(behind.line)
        if upper.page_index != lower.page_index:
            yield Break.PAGE, before, behind
        elif upper.direction == 0 and lower.high_pt < upper.low_pt:
            yield Break.COLUMN, before, behind
        elif not between:
            yield Break.WORD, before, behind


def passage(document: Document, before: Piece, behind: Piece) -> Span:
    """Return whole words around a break."""
    text = document.text
    start, stop = max(0, before.span.start - AROUND), min(len(text), behind.span.stop + AROUND)
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while stop < len(text) and not text[stop].isspace():
        stop += 1
    return Span(start, stop)


class Hand:
    """A page view, and the mouse over it."""

    def __init__(self, folders: tuple[Path, ...], theme: str) -> None:
        from PySide6.QtWidgets import QApplication  # noqa: TID251 - a program of its own

        from desktop.pageview.renderer import PageRenderer
        from desktop.pageview.view import PageView
        from desktop.theme import PALETTES, ThemeName

        self.app = QApplication([])
        self.renderer = PageRenderer(reads=folders)
        self.view = PageView(self.renderer, PALETTES[ThemeName(theme)])
        self.view.resize(900, 1200)
        self.view.show()

    def open(self, document: Document, path: Path) -> None:
        """Show a document."""
        self.view.show_document(document, path)

    def drag(self, span: Span, around: Span) -> None:
        """Drag over a passage.

        Args:
            span: The passage.
            around: What of it is brought into sight: both sides of the break.
        """
        from PySide6.QtCore import QEvent, QPointF

        from desktop.pageview.caret import caret_rect

        view = self.view
        view.set_zoom(0.5)
        view.clear_selection()
        top, bar = caret_rect(view, view.lines, around.start), view.verticalScrollBar()
        bar.setValue(bar.value() + (0 if top is None else round(top.center().y() - view.height() / 2)))
        self.settle()
        ends = [caret_rect(view, view.lines, at) for at in (span.start, span.stop)]
        start, stop = (QPointF() if rect is None else rect.center() for rect in ends)
        self.mouse(QEvent.Type.MouseButtonPress, start)
        for step in range(1, STEPS + 1):
            self.mouse(QEvent.Type.MouseMove, start + (stop - start) * (step / STEPS))
        self.mouse(QEvent.Type.MouseButtonRelease, stop)

    def mouse(self, kind: object, at: QPointF) -> None:
        """Send one event of the mouse."""
        from PySide6.QtCore import QEvent, QPointF, Qt
        from PySide6.QtGui import QMouseEvent

        assert isinstance(kind, QEvent.Type)
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind is QEvent.Type.MouseMove else left
        held = none if kind is QEvent.Type.MouseButtonRelease else left
        viewport = self.view.viewport()
        where = QPointF(viewport.mapToGlobal(at))
        event = QMouseEvent(kind, at, where, button, held, Qt.KeyboardModifier.NoModifier)
        self.app.sendEvent(viewport, event)

    def copied(self) -> str:
        """Copy; return what is on the clipboard."""
        self.view.copy()
        return str(self.app.clipboard().text())

    def close(self) -> None:
        """End the process that draws; the widget goes before the application does."""
        self.view.close()
        self.renderer.shutdown()
        del self.view, self.renderer

    def settle(self) -> None:
        """Let the pages come to rest."""
        end = time.perf_counter() + PATIENCE_S
        while True:
            self.app.processEvents()
            if self.view.is_sharp or time.perf_counter() > end:
                return
            time.sleep(0.002)


def measure(hand: Hand, path: Path, of_a_kind: int, pictures: Path | None) -> list[tuple[Break, bool]]:
    """Drag over the breaks of one file; return for each whether it was exact."""
    from index.pdf.reader import read_pdf
    from index.pdf.request import ReadRequest

    document = read_pdf(ReadRequest(str(path), DocumentId("0" * 64), path.name, str(path)), lambda _: None)
    hand.open(document, path)
    done: list[tuple[Break, bool]] = []
    found = list(breaks(document))
    for kind in Break:
        places = [(before, behind) for one, before, behind in found if one is kind]
        for number, (before, behind) in enumerate(places[:: max(1, len(places) // of_a_kind)][:of_a_kind]):
            wanted = passage(document, before, behind)
            hand.drag(wanted, before.span.hull(behind.span))
            done.append((kind, hand.view.selected_span() == wanted))
            if not done[-1][1]:
                print(f"  not exact: {wanted.of(document.text)!r}, but {hand.copied()!r}")
            if number == 0:
                print(f"  {kind}, p. {document.text_map.page_at(before.span.start) + 1}: «{hand.copied()}»")
                if pictures is not None:
                    hand.view.grab().save(str(pictures / f"{path.stem}-{kind.name.lower()}.png"))
    return done


def main() -> int:
    """Measure; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--of-a-kind", type=int, default=20)
    parser.add_argument("--theme", default="light")
    parser.add_argument("--pictures", type=Path)
    chosen = parser.parse_args()
    if chosen.pictures is not None:
        chosen.pictures.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    hand = Hand(tuple({path.resolve().parent for path in chosen.files}), chosen.theme)
    everything: list[tuple[Break, bool]] = []
    for path in chosen.files:
        print(path.name)
        everything += measure(hand, path.resolve(), chosen.of_a_kind, chosen.pictures)
    for kind in Break:
        mine = [is_exact for one, is_exact in everything if one is kind]
        if mine:
            print(f"{kind:14} {sum(mine):4} of {len(mine):4} exact")
    hand.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
