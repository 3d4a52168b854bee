"""Gaps for the tests of the window."""

from __future__ import annotations

from index.model.document import DocumentId
from index.model.gap import Gap, GapKind, Gaps
from index.model.said import said

WHY = said("gap.scan", "Здесь изображение без текстового слоя.")
LOCKED = said("file.encrypted", "Файл зашифрован и открывается только по паролю.")


def pages_gap(name: str, *runs: range, kind: GapKind = GapKind.SCAN, of: int = 30, why: str = WHY) -> Gap:
    """A gap of some pages of a document of the fakes."""
    return Gap(
        kind, DocumentId((name * 64)[:64]), f"Документ {name}", f"/{name}.pdf", runs, of, why, "Совет."
    )


def file_gap(path: str = "/нет/тайна.pdf", kind: GapKind = GapKind.ENCRYPTED) -> Gap:
    """A refused file."""
    return Gap(kind, None, path.rpartition("/")[2], path, (), 0, LOCKED, "Снимите пароль.", True, "c" * 64)


def some_gaps() -> Gaps:
    """24 pages in two documents, and a file."""
    gaps = (pages_gap("a", range(2, 5), range(7, 8)), pages_gap("b", range(20), of=20), file_gap())
    return Gaps(gaps, 3, 2, 60, 36)
