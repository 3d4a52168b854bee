"""How exactly and how fast PDF files become text: `python -m benchmarks.text [--book]`.

Character error against the truth of the typeset files (edits by characters, captions of pictures aside),
beside bare pdfium text and, where it is installed, `pdftotext`; then pages per CPU second on real files.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

from index.model.document import DocumentId
from index.pdf.reader import read_pdf
from index.pdf.request import ReadRequest

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
KEY = "секрет"
CAPTION = "Фото: пресс-служба Президента"
SPEED_FILES = (
    "pdfs/sgpro1991_FZ_326.pdf",
    "pdfs/sgpro1991_post_20171221_1006-pp.pdf",
    "pdfs/thallkeer_Лекции.pdf",
    "pdfs/sgpro1991_price_ekb.pdf",
    "pdfs/sgpro1991_Ter-Program2.pdf",
    "pdfs/jokerva1010123_integral_Лекции.pdf",
    "gold/seed.pdf",
)


def key(path: Path) -> str | None:
    """Return the password of the one file that has one."""
    return KEY if path.stem == "enc_user" else None


def ours(path: Path) -> str:
    """Read with our own reader."""
    request = ReadRequest(str(path), DocumentId("0" * 64), path.name, str(path), key(path))
    return read_pdf(request, lambda _: None).text


def bare(path: Path) -> str:
    """Read with pdfium alone: its text as it is."""
    import pypdfium2

    parts = []
    with pypdfium2.PdfDocument(path, password=key(path)) as pdf:
        for page in pdf:
            textpage = page.get_textpage()
            parts.append(textpage.get_text_range())
            textpage.close()
            page.close()
    return "\n".join(parts)


def poppler(path: Path) -> str:
    """Read with `pdftotext`."""
    command = ["pdftotext", "-enc", "UTF-8", "-upw", key(path) or "", str(path), "-"]
    return subprocess.run(command, capture_output=True, check=False).stdout.decode("utf-8", "replace")


def readers() -> dict[str, Callable[[Path], str]]:
    """Return the readers there are."""
    found: dict[str, Callable[[Path], str]] = {"ours": ours, "pdfium": bare}
    if shutil.which("pdftotext"):
        found["pdftotext"] = poppler
    return found


def truths() -> Iterator[tuple[Path, str]]:
    """Yield each typeset file but the book, with its true text."""
    folder = DATA / "typeset"
    paragraphs = [" ".join(part.split()) for part in (folder / "truth.txt").read_text("utf-8").split("\n\n")]
    with (folder / "TYPESET.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            name = row["file"]
            if name == "lo_book.pdf":
                yield folder / name, " ".join([*paragraphs[:1], *paragraphs[1:-2] * 250, *paragraphs[-2:]])
            else:
                yield folder / name, " ".join(paragraphs[:12] if name == "cp1251.pdf" else paragraphs)


def error(found: str, truth: str) -> float:
    """Return edits per character of the truth. Runs of blanks count once, captions not at all."""
    found = " ".join(found.replace(CAPTION, " ").split())
    edits = 0
    for kind, a, b, c, d in SequenceMatcher(None, truth, found, autojunk=False).get_opcodes():
        if kind != "equal":
            edits += max(b - a, d - c)
    return edits / len(truth)


def print_errors(*, with_book: bool) -> None:
    """Print the character error of each reader on each file."""
    made = readers()
    print(f"{'character error, %':24}" + "".join(f"{name:>12}" for name in made))
    for path, truth in truths():
        if path.stem == "lo_book" and not with_book:
            continue
        errors = (100 * error(reader(path), truth) for reader in made.values())
        print(f"{path.name:24}" + "".join(f"{value:12.3f}" for value in errors))


def print_speed() -> None:
    """Print pages per CPU second; `pdftotext` runs in a process of its own and is timed by the clock."""
    import pypdfium2

    made = readers()
    print(f"\n{'pages per second':44}" + "".join(f"{name:>12}" for name in made))
    ours(DATA / "gold/seed.pdf")  # loads the libraries
    for name in SPEED_FILES:
        path = DATA / name
        with pypdfium2.PdfDocument(path) as pdf:
            count = len(pdf)
        speeds = []
        for reader_name, reader in made.items():
            clock = time.perf_counter if reader_name == "pdftotext" else time.process_time
            begin = clock()
            reader(path)
            speeds.append(count / (clock() - begin))
        print(f"{path.name[:42]:44}" + "".join(f"{speed:12.0f}" for speed in speeds))


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--book", action="store_true", help="compare the book of 614 pages too (minutes)")
    if not DATA.exists():
        raise SystemExit(f"The documents with known truth are not there: {DATA}")
    print_errors(with_book=parser.parse_args().book)
    print_speed()


if __name__ == "__main__":
    main()
