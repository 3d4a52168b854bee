"""Which texts may hold tables of figures."""

import pytest

from index.tables.likely import holds_figures


@pytest.mark.parametrize(
    "text", ["Мука 741 318,6\nЗерно 96 +5,0", "Всего\n62\nОтмены\n21", "Доля 5 %\nРост 7% X –"]
)
def test_rows_that_end_with_figures_may_be_a_table(text: str) -> None:
    assert holds_figures(text)


@pytest.mark.parametrize(
    "text", ["", "Отчёт за 2016\nВ нём сказано всё.", "Вес вырос до 5 кг.\nЦена – 7 руб."]
)
def test_prose_is_not_looked_at(text: str) -> None:
    assert not holds_figures(text)
