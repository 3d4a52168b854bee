"""The page view on a long document: frames while scrolling, jumps until sharp, zooms until sharp, memory.

    python -m benchmarks.pageview [FILE.pdf] [--theme dark] [--ratio 2] [--word слово]

Without a file, 500 pages are typeset first. Every occurrence of the word is lit. Runs without a display.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

PAGES = 500
FRAMES = 700
JUMPS = 40
ZOOMS = (1.5, 1.0, 2.5, 1.0, 4.0, 1.0, 8.0, 1.0, 0.5, 1.0)
PATIENCE_S = 10.0
FILLING = "archive reading room treaty minutes report nation water border energy culture transit"


def typeset(path: Path) -> None:
    """Write a document of 500 pages of dense text."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    words = FILLING.split()
    random.seed(1)
    canvas = Canvas(str(path), pagesize=A4)
    for number in range(PAGES):
        text = canvas.beginText(60, 780)
        text.setFont("Times-Roman", 11)
        for _ in range(50):
            text.textLine(" ".join(random.choices(words, k=13)))  # noqa: S311 - only a filling
        canvas.drawText(text)
        canvas.drawString(290, 30, str(number + 1))
        canvas.showPage()
    canvas.save()


def percentile(values: list[float], part: float) -> float:
    """Return the value below which that part of the values lies."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def row(name: str, seconds: list[float]) -> str:
    """Return a line of the table: p50, p99 and the worst, in milliseconds."""
    p50, p99, worst = statistics.median(seconds), percentile(seconds, 0.99), max(seconds)
    numbers = f"p50 {p50 * 1e3:7.1f}   p99 {p99 * 1e3:7.1f}   max {worst * 1e3:7.1f} ms"
    return f"{name:26} {numbers}   n {len(seconds)}"


class Bench:
    """One window on one document."""

    def __init__(self, path: Path, theme: str, word: str) -> None:
        from PySide6.QtWidgets import QApplication  # noqa: TID251 - a program of its own

        from desktop.pageview.marks import Layer, Mark
        from desktop.pageview.renderer import PageRenderer
        from desktop.pageview.view import PageView
        from desktop.theme import PALETTES, ThemeName
        from index.model.document import DocumentId
        from index.model.span import Span
        from index.pdf.reader import read_pdf
        from index.pdf.request import ReadRequest

        self.app = QApplication([])
        request = ReadRequest(str(path), DocumentId("0" * 64), path.name, str(path))
        self.document = read_pdf(request, lambda _: None)
        self.renderer = PageRenderer(reads=(path.parent,))
        self.renderer.prewarm()
        self.wait(lambda: self.renderer.is_idle)
        self.view = PageView(self.renderer, PALETTES[ThemeName(theme)])
        self.view.resize(1000, 1000)
        self.view.show()
        self.app.processEvents()
        began = time.perf_counter()
        self.view.show_document(self.document, path)
        self.first_page = self.until_sharp(began)
        spans = [Span(*found.span()) for found in re.finditer(re.escape(word), self.document.text)]
        began = time.perf_counter()
        self.view.set_marks(Layer.HITS, [Mark(span) for span in spans])
        self.view.viewport().repaint()
        self.lighting = time.perf_counter() - began
        self.marks = len(spans)

    def wait(self, is_done: object) -> None:
        """Let events happen until something is so."""
        assert callable(is_done)
        end = time.perf_counter() + PATIENCE_S
        while not is_done():
            self.app.processEvents()
            time.sleep(0.0005)
            if time.perf_counter() > end:
                sys.exit("gave up waiting")

    def until_sharp(self, began: float) -> float:
        """Return the time since `began` at which everything on screen is sharp and painted."""
        self.view.viewport().repaint()
        self.wait(lambda: self.view.is_sharp)
        self.view.viewport().repaint()
        return time.perf_counter() - began

    def scroll(self, step_px: int) -> tuple[list[float], int]:
        """Scroll at 60 frames a second; return the times of the frames, and how many were not sharp."""
        bar, frames, blurred = self.view.verticalScrollBar(), list[float](), 0
        bar.setValue(0)
        for _ in range(FRAMES):
            began = time.perf_counter()
            bar.setValue((bar.value() + step_px) % bar.maximum())
            self.view.viewport().repaint()
            self.app.processEvents()
            frames.append(time.perf_counter() - began)
            blurred += not self.view.is_sharp
            while time.perf_counter() - began < 1 / 60:
                self.app.processEvents()
                time.sleep(0.0005)
        return frames, blurred

    def jump(self) -> list[float]:
        """Jump to pages far apart; return the times until each is sharp."""
        random.seed(7)
        times = []
        for _ in range(JUMPS):
            page_index = random.randrange(len(self.document.pages))  # noqa: S311 - only a choice of pages
            began = time.perf_counter()
            self.view.go_to_page(page_index)
            times.append(self.until_sharp(began))
        return times

    def zoom(self) -> tuple[list[float], int]:
        """Zoom in and out; return the times until each is sharp, and how often a page was blank."""
        times, blanks = [], 0
        self.view.go_to_page(len(self.document.pages) // 2)
        self.until_sharp(time.perf_counter())
        for factor in ZOOMS:
            before = set(self.view.glance.pages)
            began = time.perf_counter()
            self.view.set_zoom(factor)
            self.view.viewport().repaint()
            seen = before & set(self.view.glance.pages)
            blanks += any(self.view._pictures.page(page_index) is None for page_index in seen)  # noqa: SLF001 - what is on screen is nobody else's business
            times.append(self.until_sharp(began))
        return times, blanks


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--theme", default="light", choices=("light", "sepia", "dark"))
    parser.add_argument("--ratio", default="1", help="device pixels to a logical one")
    parser.add_argument("--word", default="treaty")
    arguments = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = arguments.ratio
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.file
        if path is None:
            path = Path(folder) / "long.pdf"
            typeset(path)
        measure(Bench(path, arguments.theme, arguments.word))


def measure(bench: Bench) -> None:
    """Run everything on one window."""
    import psutil

    print(f"pages {len(bench.document.pages)}   marks {bench.marks}   lit in {bench.lighting * 1e3:.1f} ms")
    print(row("opened until sharp", [bench.first_page]))
    for step_px in (40, 400):
        frames, blurred = bench.scroll(step_px)
        print(row(f"frame, {step_px} px a frame", frames), f"  not sharp {blurred}")
    print(row("jump until sharp", bench.jump()))
    times, blanks = bench.zoom()
    print(row("zoom until sharp", times), f"  blank {blanks}")
    own = psutil.Process().memory_info().rss
    children = sum(child.memory_info().rss for child in psutil.Process().children())
    print(
        f"memory {own >> 20} MB, render process {children >> 20} MB, pictures "
        f"{bench.view._pictures.byte_count >> 20} MB"  # noqa: SLF001 - what is kept is nobody else's business
    )
    bench.view.close()
    bench.renderer.shutdown()


if __name__ == "__main__":
    main()
