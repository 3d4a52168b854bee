import numpy as np

from index.pdf.furniture import Furniture, find_furniture
from index.pdf.layout import PrintedLine, WordColumns

HEIGHT, WIDTH = 800.0, 600.0


def printed(text: str, y: float, *, size: float = 10.0, direction: int = 0) -> PrintedLine:
    columns = WordColumns(*map(np.array, ([0], [len(text)], [50], [350], [False])))
    return PrintedLine(
        0, direction, y, size, False, False, False, 50, y - 7, 350, y + 2, text, columns, 0, 1, False, 50, 300
    )


def body(page: int, *, rows: int = 20) -> list[PrintedLine]:
    return [
        printed(f"строка {'абвгдежзик'[page % 10]}{'лмнопрстуф'[i % 10] * (i + 1)}", 100 + 12 * i)
        for i in range(rows)
    ]


def find(*pages: list[PrintedLine]) -> Furniture:
    return find_furniture([(WIDTH, HEIGHT, page) for page in pages])


def removed(found: Furniture, pages: list[list[PrintedLine]]) -> list[str]:
    return [pages[page][i].text for page, i in sorted(found.lines)]


def test_running_headers_and_page_numbers_are_found_in_any_order_of_the_file() -> None:
    pages = [[printed(str(i + 1), 770), *body(i), printed("Вестник № 5", 50, size=8)] for i in range(4)]
    found = find(*pages)
    assert removed(found, pages) == [
        "1",
        "Вестник № 5",
        "2",
        "Вестник № 5",
        "3",
        "Вестник № 5",
        "4",
        "Вестник № 5",
    ]
    assert found.numbers == {0: "1", 1: "2", 2: "3", 3: "4"}


def test_numbers_may_begin_anywhere_and_be_missing_on_some_pages() -> None:
    pages = [body(0), body(1), *([*body(i), printed(f"– {i + 15} –", 770)] for i in range(2, 6))]
    assert find(*pages).numbers == {2: "17", 3: "18", 4: "19", 5: "20"}


def test_roman_numbers_count_too() -> None:
    pages = [[*body(i), printed(roman, 770)] for i, roman in enumerate(["i", "ii", "iii", "iv"])]
    assert find(*pages).numbers == {0: "i", 1: "ii", 2: "iii", 3: "iv"}


def test_numbers_that_do_not_count_pages_stay() -> None:
    pages = [[*body(i), printed(number, 770)] for i, number in enumerate(["741", "398", "96", "61"])]
    assert find(*pages).lines == set()


def test_headers_of_left_and_right_pages_may_differ() -> None:
    pages = [[printed("Глава первая" if i % 2 else "История", 50, size=8), *body(i)] for i in range(8)]
    assert len(find(*pages).lines) == 8


def test_titles_of_chapters_stand_where_furniture_stands() -> None:
    titles = ["История"] * 6 + ["Раскопки"] * 2 + ["Итоги"] * 2
    pages = [[printed(title, 50, size=8), *body(i)] for i, title in enumerate(titles)]
    assert len(find(*pages).lines) == 10


def test_the_head_of_a_long_table_is_kept_once() -> None:
    pages = [[printed("Страна Тыс. тонн", 88), *body(i)] for i in range(8)]
    assert find(*pages).lines == {(page, 0) for page in range(1, 8)}


def test_a_line_repeated_within_the_page_is_text() -> None:
    pages = [[*body(i)[:10], printed("Ответ дан на месте.", 400), *body(i)[11:]] for i in range(6)]
    assert find(*pages).lines == set()


def test_forms_that_are_alike_keep_their_text() -> None:
    pages = [[printed("Карточка", 50), printed("Фамилия", 200), printed("Имя", 300)] for _ in range(6)]
    assert find(*pages).lines == set()


def test_two_pages_with_one_header_are_enough() -> None:
    pages = [[printed("Министерство туризма", 50, size=9), *body(i)] for i in range(2)]
    assert removed(find(*pages), pages) == ["Министерство туризма"] * 2


def test_one_page_keeps_everything_but_its_number() -> None:
    page = [printed("Министерство туризма", 50, size=9), *body(0), printed("1", 770)]
    assert find(page).lines == {(0, 21)}


def test_pages_lying_on_their_side_have_furniture_too() -> None:
    """Text that runs downwards: reading space begins at minus the width of the displayed page."""
    pages = []
    for i in range(4):
        lines = [printed(line.text, line.baseline - 600, direction=1) for line in body(i)]
        pages.append([printed("Вестник", 40 - 600, size=8, direction=1), *lines])
    found = find_furniture([(600.0, 800.0, page) for page in pages])
    assert len(found.lines) == 4


def test_pages_without_text_do_not_matter() -> None:
    pages = [[printed("Вестник", 50, size=8), *body(i)] if i % 2 else [] for i in range(8)]
    assert len(find(*pages).lines) == 4
    assert find([], []).lines == set()
