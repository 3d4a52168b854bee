from __future__ import annotations

from index.tables.joining import joined
from tests.index.tables.samples import table

HEAD = ("Код", "Цена")


def test_a_table_goes_on_where_its_head_is_repeated() -> None:
    (whole,) = joined([table([HEAD, ("1", "2")]), table([HEAD, ("3", "4")], page_index=1)])
    assert whole.table.grid() == (HEAD, ("1", "2"), ("3", "4"))
    assert whole.page_indexes == (0, 1)


def test_a_table_goes_on_where_there_is_no_head() -> None:
    rest = table([("3", "4"), ("5", "6")], page_index=1, header_rows=0)
    (whole,) = joined([table([HEAD, ("1", "2")]), rest])
    assert whole.table.row_count == 4
    assert [whole.page_of(row) for row in range(4)] == [0, 0, 1, 1]
    assert whole.first_row(rest) == 2


def test_a_table_goes_on_where_only_the_numbers_of_its_columns_are_repeated() -> None:
    first = table([HEAD, ("1", "2"), ("36.1", "500")], header_rows=2)
    (whole,) = joined([first, table([("1", "2"), ("36.2", "700")], page_index=1)])
    assert whole.table.grid() == (HEAD, ("1", "2"), ("36.1", "500"), ("36.2", "700"))


def test_another_head_other_columns_or_a_page_between_begin_another_table() -> None:
    first = table([HEAD, ("1", "2")])
    others = (
        table([("Имя", "Год"), ("3", "4")], page_index=1),
        table([("3", "4", "5")], page_index=1, header_rows=0),
        table([HEAD, ("3", "4")], page_index=2),
    )
    assert all(len(joined([first, other])) == 2 for other in others)


def test_only_the_last_table_of_a_page_goes_on() -> None:
    above, below = table([HEAD, ("1", "2")]), table([HEAD, ("3", "4")])
    rest = table([("5", "6")], page_index=1, header_rows=0)
    found = joined([above, below, rest])
    assert [whole.table.row_count for whole in found] == [2, 3]
