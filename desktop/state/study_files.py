"""Studies as files for spreadsheets, with heads in the language of the window."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.state.overview_files import Overviewed, overview_listings
from index.model.study import Collocations, Concordance, Frequencies, WordTable
from index.study.listings import (
    collocations_listing,
    concordance_listing,
    frequencies_listings,
    word_table_listing,
)
from index.tables.listing import Listing, listing_csv, listing_workbook
from index.text.wording import Language

Studied = Concordance | WordTable | Collocations | Frequencies | Overviewed
"""What can be written to a file."""


class FileKind(StrEnum):
    """Kinds of files."""

    CSV = "csv"
    EXCEL = "xlsx"


def listings(found: Studied) -> tuple[Listing, ...]:
    """Return a study as lists, in the language of the window."""
    translate = QCoreApplication.translate
    if isinstance(found, Concordance):
        head = (
            translate("Study", "Слева"),
            translate("Study", "Найдено"),
            translate("Study", "Справа"),
            translate("Study", "Документ"),
            translate("Study", "Страница"),
            translate("Study", "Дата"),
        )
        return (concordance_listing(found, translate("Study", "Строки"), head),)
    if isinstance(found, WordTable):
        head = (
            translate("Study", "Слово"),
            translate("Study", "Документов"),
            translate("Study", "Мест"),
            translate("Study", "Первая дата"),
            translate("Study", "Последняя дата"),
            translate("Study", "Примечание"),
        )
        return (word_table_listing(found, translate("Study", "Слова"), head),)
    if isinstance(found, Collocations):
        head = (
            translate("Study", "Слово"),
            translate("Study", "Рядом"),
            translate("Study", "Слева"),
            translate("Study", "Справа"),
            translate("Study", "Всего"),
            translate("Study", "Сила связи"),
        )
        return (collocations_listing(found, translate("Study", "Слова рядом"), head),)
    if not isinstance(found, Frequencies):
        return overview_listings(found)
    times = (
        translate("Study", "Время"),
        translate("Study", "Документов"),
        translate("Study", "Мест"),
        translate("Study", "Всего документов"),
    )
    return frequencies_listings(found, (translate("Study", "Месяцы"), translate("Study", "Годы")), times)


def content(found: Studied, lists: tuple[Listing, ...], kind: FileKind, language: Language) -> bytes:
    """Return the bytes of a file; slow for long lists.

    Args:
        found: What is written.
        lists: The same as lists; a CSV file takes the first one.
        kind: Kind of the file.
        language: Of the reader, whose spreadsheet wants semicolons or commas.
    """
    if kind is FileKind.CSV:
        return listing_csv(lists[0], ";" if language is Language.RU else ",").encode()
    return listing_workbook(lists, found.within if isinstance(found, WordTable) else found.query)
