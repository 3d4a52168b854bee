from dataclasses import replace

import pytest

from index.model.span import Span
from index.model.table import Table
from index.tables.selected import selected_rows
from tests.index.tables.samples import table

TEXT = "До.\nГод Река Вода\n2020 Аму 5 км\n2021 Сыр 7 км\nПосле."
ROWS = (("Год", "Река", "Вода"), ("2020", "Аму", "5 км"), ("2021", "Сыр", "7 км"))


@pytest.fixture
def found() -> Table:
    made, at, cells = table(ROWS), 0, []
    for cell in made.cells:
        at = TEXT.index(cell.text, at)
        cells.append(replace(cell, spans=(Span(at, at + len(cell.text)),)))
        at += len(cell.text)
    return replace(made, cells=tuple(cells))


def rows(found: Table, words: str) -> tuple[tuple[str, ...], ...]:
    at = TEXT.index(words)
    return selected_rows(found, TEXT, Span(at, at + len(words)))


def test_a_selection_inside_a_table_is_its_rows(found: Table) -> None:
    assert rows(found, "2020 Аму 5 км\n2021 Сыр 7 км") == (("2020", "Аму", "5 км"), ("2021", "Сыр", "7 км"))
    assert rows(found, "\nГод Река Вода\n") == (("Год", "Река", "Вода"),)


def test_of_a_cell_selected_in_part_that_part_is_taken(found: Table) -> None:
    assert rows(found, "му 5 км\n2021 С") == (("", "му", "5 км"), ("2021", "С", ""))


@pytest.mark.parametrize("words", ["Аму", "До.\nГод Река", "7 км\nПосле", "После."])
def test_words_of_one_cell_or_beyond_the_table_are_no_rows(found: Table, words: str) -> None:
    assert rows(found, words) == ()


def test_a_table_that_is_no_part_of_the_text_has_no_rows() -> None:
    assert selected_rows(table(ROWS), TEXT, Span(0, len(TEXT))) == ()
