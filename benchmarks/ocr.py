"""How fast and how exactly scanned pages are recognised: `python -m benchmarks.ocr [--pages 40]`.

Typeset files with known text become scans (pictures at 150 and 300 dots per inch, grey, a little noise,
saved as JPEG) and go the whole way: import, recognition by two workers, the one text. Character error is
counted as `benchmarks.text` counts it, for several sets of languages; and for pages that lie on a side.
"""

from __future__ import annotations

import argparse
import io
import tempfile
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.corpus import TYPESET, need_data, password, truths
from benchmarks.text import error_percent
from index.archive import Archive
from index.ingest.recognition import RecognitionWish
from index.tasks import Task

FILES = ("lo_plain", "rl_plain", "lo_2col", "qt_plain")
LANGUAGES = (("rus",), ("rus", "eng"), ("rus", "eng", "kaz", "uzb_cyrl", "uzb"))
_NOISE = 6.0
_QUALITY = 60


def scan(source: Path, target: Path, dots_per_inch: int, *, turns: int = 0, repeat: int = 1) -> Path:
    """Write a PDF whose pages are pictures of the pages of another one.

    Args:
        source: The file to picture.
        target: Where to.
        dots_per_inch: Resolution of the pictures.
        turns: Quarter turns clockwise in which the pictures lie on their pages.
        repeat: How many times all pages come.
    """
    random = np.random.default_rng(1)
    canvas = Canvas(str(target))
    with pypdfium2.PdfDocument(source, password=password(source)) as pdf:
        pictures = []
        for page in pdf:
            grey = page.render(scale=dots_per_inch / 72, grayscale=True).to_numpy()
            grey = np.rot90(grey.reshape(grey.shape[:2]), -turns).astype(np.float32)
            noisy = np.clip(grey * 0.94 + 6 + random.normal(0, _NOISE, grey.shape), 0, 255)
            octets = io.BytesIO()
            Image.fromarray(noisy.astype(np.uint8)).save(octets, "JPEG", quality=_QUALITY)
            pictures.append((octets, grey.shape))
    for octets, (height, width) in pictures * repeat:
        size = (width * 72 / dots_per_inch, height * 72 / dots_per_inch)
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(octets), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return target


def recognised(path: Path, languages: tuple[str, ...]) -> tuple[str, int, float]:
    """Import and recognise a file; return its text, its pages and the seconds of the recognition."""
    with tempfile.TemporaryDirectory() as scratch, Archive.open(Path(scratch) / "archive") as archive:
        archive.ingest([path])
        [summary] = archive.documents()
        report = archive.recognition.run(RecognitionWish(languages=languages), Task())
        return archive.document(summary.id).text, report.pages, report.seconds


def print_errors() -> None:
    """Print the character error of each file, resolution and set of languages."""
    known = {path.stem: (path, " ".join(truth)) for path, truth in truths()}
    names = ["+".join(languages) for languages in LANGUAGES]
    print(f"{'character error, %; pages/min':32}" + "".join(f"{name:>28}" for name in names))
    cases = [(stem, dpi, 0) for stem in FILES if stem in known for dpi in (150, 300)]
    cases += [(FILES[0], 300, turns) for turns in (1, 2, 3)]
    with tempfile.TemporaryDirectory() as scratch:
        for stem, dots_per_inch, turns in cases:
            path, truth = known[stem]
            made = scan(path, Path(scratch) / "scan.pdf", dots_per_inch, turns=turns)
            told = f"{stem} {dots_per_inch} dpi" + (f", turned {turns * 90}°" if turns else "")
            print(f"{told:32}", end="", flush=True)
            for languages in LANGUAGES if not turns else LANGUAGES[1:2]:
                text, pages, seconds = recognised(made, languages)
                print(f"{error_percent(text, truth):18.3f} {60 * pages / seconds:9.1f}", end="", flush=True)
            print()


def print_speed(pages: int) -> None:
    """Print pages per minute over a longer document, starting of processes and reading again included."""
    path = TYPESET / f"{FILES[0]}.pdf"
    with pypdfium2.PdfDocument(path) as pdf:
        repeat = max(1, round(pages / len(pdf)))
    with tempfile.TemporaryDirectory() as scratch:
        for dots_per_inch in (150, 300):
            made = scan(path, Path(scratch) / "scan.pdf", dots_per_inch, repeat=repeat)
            _text, count, seconds = recognised(made, ())
            print(
                f"{count} pages at {dots_per_inch} dpi, 2 workers:"
                f" {60 * count / seconds:.1f} pages/min ({seconds:.0f} s)",
                flush=True,
            )


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--pages", type=int, default=40, help="length of the document the speed is measured on"
    )
    parser.add_argument("--speed", action="store_true", help="only the speed")
    parser.add_argument(
        "--scan", nargs=2, metavar=("FILE", "OUT"), help="only write a scan of FILE, at 300 dpi"
    )
    chosen = parser.parse_args()
    if chosen.scan:
        scan(Path(chosen.scan[0]), Path(chosen.scan[1]), 300)
        return
    need_data()
    if not chosen.speed:
        print_errors()
    print_speed(chosen.pages)


if __name__ == "__main__":
    main()
