"""Studies as lists for other programs (`index.tables.listing`). Pages count from 1."""

from __future__ import annotations

from typing import Final

from index.model.study import Collocations, Concordance, Frequencies, WordTable
from index.tables.listing import Listing

CONCORDANCE_HEAD: Final = ("Слева", "Найдено", "Справа", "Документ", "Страница", "Дата")
WORD_TABLE_HEAD: Final = ("Строка", "Документов", "Совпадений", "Первая дата", "Последняя дата", "Примечание")
COLLOCATIONS_HEAD: Final = ("Слово", "Рядом", "Слева", "Справа", "Всего", "Сила связи")
FREQUENCIES_HEAD: Final = ("Время", "Документов", "Совпадений", "Всего документов")

Head = tuple[str, ...]


def concordance_listing(
    found: Concordance, name: str = "Совпадения", head: Head = CONCORDANCE_HEAD
) -> Listing:
    """Return the lines of a concordance."""
    rows = [
        (line.left, line.keyword, line.right, line.title, line.page_index + 1, line.date)
        for line in found.lines
    ]
    return Listing(name, head, rows)


def word_table_listing(found: WordTable, name: str = "Слова", head: Head = WORD_TABLE_HEAD) -> Listing:
    """Return the rows of a table of words."""
    rows = [
        (row.text, row.documents, row.matches, row.first, row.last, str(row.problem)) for row in found.rows
    ]
    return Listing(name, head, rows)


def collocations_listing(
    found: Collocations, name: str = "Соседи", head: Head = COLLOCATIONS_HEAD
) -> Listing:
    """Return the words near matches."""
    rows = [(one.word, one.count, one.left, one.right, one.total, one.score) for one in found.words]
    return Listing(name, head, rows)


def frequencies_listings(
    found: Frequencies, names: tuple[str, str] = ("Месяцы", "Годы"), head: Head = FREQUENCIES_HEAD
) -> tuple[Listing, Listing]:
    """Return the months and the years."""
    months, years = (
        Listing(name, head, [(one.name, one.documents, one.matches, one.all_documents) for one in periods])
        for name, periods in zip(names, (found.months, found.years), strict=True)
    )
    return months, years
