"""The command about tables: list them, print them, write them for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from index.cli import shapes
from index.cli.output import Output
from index.cli.passwords import told_passwords
from index.cli.reading import asked_document
from index.cli.session import DONE, Session
from index.cli.wording import COLUMNS, ROWS, counted
from index.errors import DamagedPdf, LimitExceeded, StoreError
from index.model.document import Document
from index.model.table import Table
from index.sandbox import Sandbox
from index.tables.joining import WholeTable, joined
from index.tables.plain import csv_text
from index.tables.workbook import Titles, workbook

FORMATS: Final = ("csv", "xlsx", "json")
_SHOWN_CELLS: Final = 6


def tables(session: Session) -> int:
    """`tables FILE|DOC`: what tables there are; with a format, the tables themselves."""
    arguments, output = session.arguments, session.output
    with asked_document(session) as (document, archive, pdf):
        page_index = _page_index(arguments.page, document)
        if archive is not None:
            found = archive.tabling.tables(document.id, page_index, session.task)
        else:
            assert pdf is not None
            found = _in_file(pdf, document, page_index, session)
    chosen = arguments.format or ("json" if output.is_json else None)
    if chosen == "json":
        output.json(shapes.tables(document, found))
    elif chosen == "xlsx":
        _write_workbook(output, arguments.out, document, joined(found))
    elif chosen == "csv":
        _write_csv(output, arguments.out, joined(found), arguments.delimiter)
    else:
        _list(output, document, found)
    return DONE


def _page_index(page_number: int | None, document: Document) -> int | None:
    if page_number is None:
        return None
    if not 1 <= page_number <= len(document.pages):
        raise LimitExceeded(
            "page", page_number, f"В документе нет страницы {page_number}.", f"Страниц {len(document.pages)}."
        )
    return page_number - 1


def _in_file(pdf: Path, document: Document, page_index: int | None, session: Session) -> tuple[Table, ...]:
    from index.pdf.table_worker import find_tables, make_table_finder

    worker = make_table_finder(Sandbox(reads=(pdf,)))
    passwords = told_passwords(session.arguments).passwords
    pages = range(len(document.pages)) if page_index is None else (page_index,)
    try:
        found = find_tables(worker, pdf, document, pages, passwords, session.task)
    finally:
        worker.close()
    for page in found.unread:
        session.output.error(
            DamagedPdf(f"Страница {page + 1}: таблицы найти не удалось. Остальные страницы прочитаны.")
        )
    return found.tables


def _list(output: Output, document: Document, found: Sequence[Table]) -> None:
    output.line(document.title)
    if not found:
        output.line("Таблиц не найдено.")
    for number, table in enumerate(found, 1):
        size = f"{counted(table.row_count, ROWS)}, {counted(table.column_count, COLUMNS)}"
        output.line(f"{number}. с. {table.page_index + 1}: {size}")
        first = [text for text in table.grid()[0] if text]
        rest = " \N{HORIZONTAL ELLIPSIS}" if len(first) > _SHOWN_CELLS else ""
        output.line(f"   {' | '.join(first[:_SHOWN_CELLS])}{rest}")


def _write_csv(output: Output, out: Path | None, found: Sequence[WholeTable], delimiter: str) -> None:
    if out is None:
        output.exactly("\r\n".join(csv_text(whole.table, delimiter) for whole in found))
        return
    for path, whole in _named(out, found):
        write_file(output, path, csv_text(whole.table, delimiter).encode())
    if not found:
        output.line("Таблиц не найдено, файл не записан.")


def _named(out: Path, found: Sequence[WholeTable]) -> Iterator[tuple[Path, WholeTable]]:
    """Yield a name for each table: that which was asked for, then the same with numbers."""
    for number, whole in enumerate(found, 1):
        yield (out if number == 1 else out.with_stem(f"{out.stem}-{number}")), whole


def _write_workbook(
    output: Output, out: Path | None, document: Document, found: Sequence[WholeTable]
) -> None:
    if not found:
        output.line("Таблиц не найдено, файл не записан.")
        return
    path = out or Path(f"{Path(document.file_name).stem}.xlsx")
    write_file(output, path, workbook(found, Titles(document.title)))


def write_file(output: Output, path: Path, content: bytes) -> None:
    """Write a file that was asked for, or raise StoreError."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise StoreError(
            f"Файл {path} не записан: {error.strerror or error}.", "Укажите другое место ключом --out."
        ) from error
    output.line(f"Записано: {path}")
