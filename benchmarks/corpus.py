"""The documents that the fidelity of the reader is measured on: typeset ones with their truth, and real ones.

They lie beside the project, in ../shared/data, and never become part of it. What people judged about them
is kept in `benchmarks/judgements`, as positions alone: file, page, place.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from index.model.document import Document, DocumentId
from index.pdf.reader import read_pdf
from index.pdf.request import ReadRequest

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
TYPESET, REAL = DATA / "typeset", DATA / "pdfs"
JUDGEMENTS = Path(__file__).resolve().parent / "judgements"
CAPTION = "Фото: пресс-служба Президента"
"""Printed under the pictures of the typeset files, but not in their truth."""
_KEY = "секрет"
_BOOK_TIMES, _CP1251_PARAGRAPHS = 250, 12


def need_data() -> None:
    """Leave the program, with a clear word, where the documents are not beside the project."""
    if not DATA.exists():
        raise SystemExit(f"The documents to measure on are not there: {DATA}")


def password(path: Path) -> str | None:
    """Return the password of the one file that has one."""
    return _KEY if path.stem == "enc_user" else None


@lru_cache(maxsize=4)
def read(path: Path) -> Document:
    """Read a file with our own reader, in this process; blocks.

    Raises:
        ImportFailed: If nothing of it can be read.
    """
    secret = password(path)
    passwords = () if secret is None else (secret,)
    request = ReadRequest(str(path), DocumentId("0" * 64), path.name, str(path), passwords)
    return read_pdf(request, lambda _: None)


def truths() -> Iterator[tuple[Path, list[str]]]:
    """Yield each typeset file with its true paragraphs, one line each."""
    paragraphs = [" ".join(part.split()) for part in (TYPESET / "truth.txt").read_text("utf-8").split("\n\n")]
    book = [*paragraphs[:1], *paragraphs[1:-2] * _BOOK_TIMES, *paragraphs[-2:]]
    others = {"lo_book.pdf": book, "cp1251.pdf": paragraphs[:_CP1251_PARAGRAPHS]}
    with (TYPESET / "TYPESET.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            yield TYPESET / row["file"], others.get(row["file"], paragraphs)


def russian_files() -> list[Path]:
    """Return the real files in Russian, by name; those without a text layer too."""
    with (REAL / "SOURCES.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return sorted(REAL / row["file"] for row in rows if row["language"].startswith("ru"))


def page_count(path: Path) -> int:
    """Return the number of pages."""
    import pypdfium2

    with pypdfium2.PdfDocument(path, password=password(path)) as pdf:
        return len(pdf)


def judgements(name: str) -> list[dict[str, str]]:
    """Return the rows of a file of judgements; none when it is not there."""
    path = JUDGEMENTS / f"{name}.tsv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))
