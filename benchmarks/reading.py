"""The page view on a long book, beside Qt's own: `python -m benchmarks.reading`.

Both are driven by the same turns of the wheel, jumps and zooms, each in a process of its own without a
display, and judged by what they paint (`benchmarks.readers.driver`). Every occurrence of a word is lit in
ours. QPdfView is not part of the project: it is asked when CHITALNYA_QTPDF names the interpreter of an
environment that has PySide6-Addons.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from benchmarks.results import percentile

PAGES: Final = 500
_FILLING: Final = "archive reading room treaty minutes report nation water border energy culture transit"
_LINES: Final = 50
_LONGEST_S: Final = 600
_PEER: Final = "CHITALNYA_QTPDF"


def typeset(path: Path) -> None:
    """Write a book of 500 pages of dense text."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    words, chance = _FILLING.split(), random.Random(1)  # noqa: S311 - only a filling
    canvas = Canvas(str(path), pagesize=A4)
    for number in range(PAGES):
        text = canvas.beginText(60, 780)
        text.setFont("Times-Roman", 11)
        for _ in range(_LINES):
            text.textLine(" ".join(chance.choices(words, k=13)))
        canvas.drawText(text)
        canvas.drawString(290, 30, str(number + 1))
        canvas.showPage()
    canvas.save()


def read(path: Path, pickled: Path) -> None:
    """Read a book as an import does, and keep its text and map for the window's process."""
    from index.model.document import DocumentId
    from index.pdf.reader import read_pdf
    from index.pdf.request import ReadRequest

    request = ReadRequest(str(path), DocumentId("0" * 64), path.name, str(path))
    pickled.write_bytes(pickle.dumps(read_pdf(request, lambda _: None)))


def ask(interpreter: str, module: str, *arguments: str) -> dict[str, Any]:
    """Measure one view in a process of its own."""
    command = [interpreter, "-m", f"benchmarks.readers.{module}", *arguments]
    ended = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=_LONGEST_S, check=True)
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


def rows(name: str, found: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of the table on one view."""
    yield f"{name}: the first page sharp after {found['opened']:.0f} ms, memory {found['memory_mb']:.0f} MB"
    for notches in found["paints"]:
        yield _times(f"paint, {notches} a frame", found["paints"][notches])
        yield _times(f"from paint to paint, {notches}", found["gaps"][notches])
    yield _times("jump until sharp", found["jumps"])
    yield _times("zoom until sharp", found["zooms"])
    blank = ", ".join(f"{what} {blank} of {all_}" for what, (blank, all_) in found["blank"].items())
    yield f"  frames with a blank page: {blank}"


def _times(name: str, values: list[float]) -> str:
    numbers = "  ".join(f"{label} {percentile(values, part):7.1f}" for label, part in _PARTS)
    return f"  {name:24}{numbers} ms   n {len(values)}"


_PARTS: Final = (("p50", 0.5), ("p99", 0.99), ("max", 1.0))


def main() -> int:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", nargs="?", type=Path, help="another book; lines must stand as in ours")
    parser.add_argument("--theme", default="light", choices=("light", "sepia", "dark"))
    parser.add_argument("--ratio", default="1", help="device pixels to a logical one")
    chosen = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = chosen.ratio
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="chitalnya-reading-") as folder:
        path, pickled = chosen.file, Path(folder) / "book.pickle"
        if path is None:
            path = Path(folder) / "book.pdf"
            typeset(path)
        read(path, pickled)
        for line in rows("ours", ask(sys.executable, "ours", str(path), str(pickled), chosen.theme)):
            print(line, flush=True)
        if peer := os.environ.get(_PEER):
            for line in rows("QPdfView", ask(peer, "qpdfview", str(path))):
                print(line, flush=True)
        else:
            print(f"QPdfView: not asked, {_PEER} names no interpreter")
    return 0


if __name__ == "__main__":
    sys.exit(main())
