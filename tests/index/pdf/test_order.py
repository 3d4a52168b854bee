from index.pdf.layout import PrintedLine
from index.pdf.order import in_reading_order
from tests.index.pdf.test_paragraphs import printed

ROWS = [printed(f"36.1.{i} Приём врача первичный 50{i},00", 100 + 20 * i, has_cells=True) for i in range(10)]


def texts(lines: list[PrintedLine]) -> list[str]:
    return [line.text for line in lines]


def test_headings_that_are_drawn_last_stand_between_the_rows() -> None:
    first, second = printed("Консультации", 90, right=150), printed("Анализы", 210, right=150)
    assert texts(in_reading_order([*ROWS, first, second])) == texts([first, *ROWS[:6], second, *ROWS[6:]])


def test_what_stands_on_one_row_is_read_from_left_to_right() -> None:
    code = printed("36.2", 130, right=80, has_cells=True)
    rows = [*ROWS[:2], code, *ROWS[2:]]
    title = printed("Консультации педиатра", 130, left=100, right=300)
    assert texts(in_reading_order([*rows, title])) == texts([*rows[:3], title, *rows[3:]])


def test_columns_stay() -> None:
    right = [printed(f"сто {i}", 100 + 20 * i, left=400, right=500, has_cells=True) for i in range(10)]
    assert in_reading_order([*ROWS, *right]) == [*ROWS, *right]


def test_lines_of_a_cell_stay_together() -> None:
    cell = [printed("для внутривенного", 105, right=150), printed("введения", 115, right=150)]
    assert in_reading_order([*ROWS, *cell]) == [*ROWS, *cell]


def test_prose_stays() -> None:
    prose = [printed(f"строка {i}", 100 + 20 * i) for i in range(10)]
    assert in_reading_order([*prose, printed("сноска", 90)])[-1].text == "сноска"
