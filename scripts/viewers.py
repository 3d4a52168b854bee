"""Shows marks in copies with other programs than ours: are they over the right words on every kind of page?

    python -m scripts.viewers FILE.pdf ...

Of each file the first page is turned four ways, with and without a CropBox and a UserUnit; some of its words
are highlighted in a copy, which Poppler (pdftoppm) and MuPDF (mutool) draw and qpdf checks. Paper under
the words must be yellow, paper elsewhere must not. Programs that are not installed are left out; nothing of
ours needs them: they are for this check alone.
"""

from __future__ import annotations

import argparse
import itertools
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from index.errors import ImportFailed
from index.model.document import Document, DocumentId
from index.model.markup import Markup, MarkupKind
from index.pdf.markup_worker import CopyRequest, markup_handler
from index.pdf.reader import read_pdf
from index.pdf.request import ReadRequest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DPI: Final = 144
_MOST_WORDS: Final = 12
_YELLOW: Final = (1.0, 0.953, 0.4)
_INSET_PT: Final = (37.0, 21.0, 50.0, 33.0)
_ENOUGH: Final = 0.9
"""Share of the paper under a word that must be yellow."""
_STRAY: Final = 0.002
"""Share of a page that may be yellow elsewhere: edges, drawn by other rules."""


def main(arguments: Sequence[str]) -> int:
    """Check all files; 0 if every mark is where it belongs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    files: list[Path] = parser.parse_args(arguments).files
    found: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as name:
        for path, variant in itertools.product(files, _variants()):
            copy, marks, document = _marked(path, variant, Path(name))
            if not marks:
                continue
            for program, verdict in _verdicts(copy, marks, document):
                found[program, verdict] += 1
                if verdict != "good":
                    print(f"{program}: {verdict}: {path.name} {variant}")
    for (program, verdict), count in sorted(found.items()):
        print(f"{program:10} {verdict:10} {count}")
    return int(any(verdict != "good" for _program, verdict in found))


def _variants() -> Iterator[tuple[int, bool, int]]:
    """Yield rotation, whether there is a CropBox, and UserUnit."""
    yield from itertools.product((0, 90, 180, 270), (False, True), (1, 2))


def _marked(
    path: Path, variant: tuple[int, bool, int], folder: Path
) -> tuple[Path, tuple[Markup, ...], Document | None]:
    import pikepdf

    rotation, has_crop, unit = variant
    turned, copy = folder / "turned.pdf", folder / "copy.pdf"
    with pikepdf.open(path) as pdf:
        page = pdf.pages[0]
        page.Rotate = (int(page.get("/Rotate", 0)) + rotation) % 360
        page.UserUnit = unit
        if has_crop:
            left, bottom, right, top = (float(side) for side in page.cropbox)
            inset = _INSET_PT
            page.CropBox = [left + inset[0], bottom + inset[1], right - inset[2], top - inset[3]]
        only = pikepdf.Pdf.new()
        only.pages.append(page)
        only.save(turned)
    try:
        document = _read(turned)
    except ImportFailed:
        return copy, (), None
    marks = tuple(_marks(document))
    octets = bytearray()
    markup_handler(CopyRequest(str(turned), marks), lambda piece: octets.extend(piece or b""))
    copy.write_bytes(octets)
    return copy, marks, document


def _read(path: Path) -> Document:
    return read_pdf(ReadRequest(str(path), DocumentId("0" * 64), path.name, str(path)), lambda _told: None)


def _marks(document: Document) -> Iterator[Markup]:
    pieces = [piece for piece in document.text_map.pieces(0) if len(piece.span) > 4]
    step = max(1, len(pieces) // _MOST_WORDS)
    for number, piece in enumerate(pieces[::step]):
        quads = document.text_map.quads(piece.span)
        yield Markup(MarkupKind.HIGHLIGHT, 0, f"word-{number}", quads, color=_YELLOW)


def _verdicts(copy: Path, marks: Sequence[Markup], document: Document | None) -> Iterator[tuple[str, str]]:
    assert document is not None
    if shutil.which("qpdf") is not None:
        yield "qpdf", "good" if _run("qpdf", "--check", str(copy)) else "complains"
    page = document.pages[0]
    for program, draw in (("pdfium", _pdfium), ("Poppler", _poppler), ("MuPDF", _mupdf)):
        picture = draw(copy)
        if picture is not None:
            yield program, _verdict(picture, marks, (page.width_pt, page.height_pt))


def _verdict(picture: NDArray[np.uint8], marks: Sequence[Markup], size_pt: tuple[float, float]) -> str:
    import numpy as np

    height, width, _colours = picture.shape
    wide, high = width / size_pt[0], height / size_pt[1]
    red, green, blue = (picture[:, :, i].astype(int) for i in range(3))
    is_yellow = (red > 225) & (green > 200) & (blue < 170)
    is_paper = (red > 225) & (green > 200)
    allowed = np.zeros((height, width), bool)
    for mark in marks:
        for quad in mark.quads:
            box = quad.bounds
            rows = slice(int(box.top * high) + 1, int(box.bottom * high))
            columns = slice(int(box.left * wide) + 1, int(box.right * wide))
            paper = is_paper[rows, columns]
            if paper.any() and is_yellow[rows, columns].sum() < _ENOUGH * paper.sum():
                return "not over"
            allowed[max(0, rows.start - 4) : rows.stop + 4, max(0, columns.start - 4) : columns.stop + 4] = (
                True
            )
    return "good" if (is_yellow & ~allowed).mean() <= _STRAY else "elsewhere"


def _pdfium(path: Path) -> NDArray[np.uint8] | None:
    import numpy as np
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[0]
        picture = np.asarray(page.render(scale=_DPI / 72).to_pil().convert("RGB"))
        page.close()
    return picture


def _poppler(path: Path) -> NDArray[np.uint8] | None:
    made = path.with_name("poppler")
    arguments = ("-r", str(_DPI), "-cropbox", "-singlefile", "-png", str(path), str(made))
    return _drawn("pdftoppm", arguments, made.with_suffix(".png"))


def _mupdf(path: Path) -> NDArray[np.uint8] | None:
    made = path.with_name("mupdf.png")
    return _drawn("mutool", ("draw", "-r", str(_DPI), "-o", str(made), str(path), "1"), made)


def _drawn(program: str, arguments: Sequence[str], made: Path) -> NDArray[np.uint8] | None:
    import numpy as np
    from PIL import Image

    if shutil.which(program) is None:
        return None
    made.unlink(missing_ok=True)
    if not _run(program, *arguments) or not made.exists():
        return np.zeros((1, 1, 3), np.uint8)
    with Image.open(made) as picture:
        return np.asarray(picture.convert("RGB"))


def _run(*words: str) -> bool:
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
