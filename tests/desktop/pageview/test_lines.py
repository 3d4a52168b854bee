from dataclasses import replace

import pytest

from desktop.pageview.layout import Place
from desktop.pageview.lines import Lines
from index.model.document import Document, DocumentId, Page
from index.model.span import Span
from index.model.textmap import Line, Piece, TextMap
from tests.desktop.pageview.papers import HEIGHT_PT, LEFT_PT, LETTER_PT, TOP_PT, paper

WIDE = [f"левая строка {number}" for number in range(4)]


def columns(*stacks: tuple[float, float, list[str]]) -> Document:
    """Return a page with stacks of lines: from the left, from the top, what they say; in reading order."""
    text, lines, pieces = "", list[Line](), list[Piece]()
    for left, top, rows in stacks:
        for number, row in enumerate(rows):
            lines.append(Line(0, 0, top + 20 * number, top + 20 * number + HEIGHT_PT))
            pieces.append(
                Piece(
                    Span(len(text), len(text) + len(row)), len(lines) - 1, left, left + LETTER_PT * len(row)
                )
            )
            text += row + "\n"
    page = Page(0, 595, 842, Span(0, len(text)))
    return Document(DocumentId("0"), "", "", "", text, TextMap(lines, pieces), (page,))


TWO = columns((50, 50, ["аааааа"] * 3), (250, 50, ["бббббб"] * 9), (50, 400, ["вввввв"] * 2))


def said(document: Document, x: float, y: float) -> tuple[str, int]:
    """Return the letter that a point means, and the number of its line."""
    offset = Lines(document).letter_at(Place(0, x, y))
    assert offset is not None
    return document.text[offset], document.text.count("\n", 0, offset)


def test_the_letter_under_the_pointer() -> None:
    document = paper(["один два"])
    y = TOP_PT + HEIGHT_PT / 2
    for number, letter in enumerate("один два"):
        if letter != " ":
            place = Place(0, LEFT_PT + LETTER_PT * (number + 0.5), y)
            assert Lines(document).letter_at(place) == number


def test_a_point_beside_the_text_belongs_to_its_line() -> None:
    document = paper(["один два", "три четыре"])
    assert Lines(document).letter_at(Place(0, 500, TOP_PT + 3)) == len("один два") - 1
    assert Lines(document).letter_at(Place(0, 2, TOP_PT + 25)) == len("один два ")


def test_a_point_behind_a_short_line_is_not_drawn_to_a_long_one_above() -> None:
    document = paper(["очень длинная строка текста на всю полосу", "коротко"])
    assert Lines(document).caret_at(Place(0, 280, TOP_PT + 22)) == len(document.text)


def test_a_page_without_text_has_no_letters() -> None:
    assert Lines(paper([])).caret_at(Place(0, 100, 100)) is None


@pytest.mark.parametrize(
    ("x", "y", "letter", "line"),
    [
        pytest.param(70, 75, "а", 1, id="on the left column"),
        pytest.param(120, 75, "а", 1, id="between columns, nearer to the left one"),
        pytest.param(240, 75, "б", 4, id="between columns, nearer to the right one"),
        pytest.param(70, 180, "а", 2, id="below the end of the left column, the right one goes on"),
        pytest.param(70, 360, "в", 12, id="above a block of the left column"),
        pytest.param(500, 215, "б", 11, id="right of everything"),
        pytest.param(5, 55, "а", 0, id="left of everything"),
        pytest.param(70, 800, "в", 13, id="below everything"),
    ],
)
def test_a_point_stays_in_its_column(x: float, y: float, letter: str, line: int) -> None:
    assert said(TWO, x, y) == (letter, line)


@pytest.mark.parametrize(
    ("x", "y", "letter"),
    [
        pytest.param(280, 76, "б", id="between words of the right column"),
        pytest.param(200, 95, "а", id="right of a line of the left column"),
        pytest.param(245, 95, "б", id="left of a line of the right column"),
        pytest.param(300, 25, "т", id="above the head"),
    ],
)
def test_a_head_over_two_columns_is_no_part_of_the_first_one(x: float, y: float, letter: str) -> None:
    left, right = ["ааааа аааааа ааааа аааа", "аааааааа аа ааааааа аа"], ["ббб ббб бббб", "бб ббб бббббб"]
    page = columns((50, 50, ["т" * 60]), (50, 70, left), (250, 70, right))
    assert said(page, x, y)[0] == letter


def test_a_hair_before_a_word_is_not_far_from_it() -> None:
    page = columns((50, 50, ["левое"]), (250, 50, ["среднее"]), (450, 50, ["правое"]))
    wide = TextMap(
        [Line(0, 0, 50, 62), Line(0, 0, 50, 62)],
        [Piece(Span(0, 5), 0, 50, 80), Piece(Span(6, 13), 0, 450, 492), Piece(Span(14, 20), 1, 250, 286)],
    )
    assert Lines(replace(page, text_map=wide)).caret_at(Place(0, 249.99, 56)) == 14


def test_a_caret_stands_between_the_letters_nearest_to_the_point() -> None:
    document = paper(["нннннн"])
    lines = Lines(document)
    for caret in range(7):
        for off in (-2, 0, 2):
            assert lines.caret_at(Place(0, LEFT_PT + LETTER_PT * caret + off, TOP_PT + 5)) == caret


def test_lines_follow_each_other_over_columns_and_pages() -> None:
    lines = Lines(TWO)
    last = lines.line_at(TWO.text.rindex("а"))
    assert last is not None
    below = lines.neighbour(last, 1, 60)
    assert below is not None
    assert TWO.text[below.span.start] == "б"
    assert lines.neighbour(below, -1, 60) == last
    document = paper(["первая"], [], ["третья"])
    lines = Lines(document)
    first = lines.line_at(0)
    assert first is not None
    after = lines.neighbour(first, 1, 60)
    assert after is not None
    assert after.line.page_index == 2
    assert lines.neighbour(after, 1, 60) is None
    assert lines.neighbour(first, -1, 60) is None


def test_down_goes_to_the_cell_below_not_to_the_one_beside() -> None:
    rows = [
        (x, 50.0 + 20 * row, [f"{letter}{row}"])
        for row in range(3)
        for x, letter in ((50.0, "а"), (250.0, "б"))
    ]
    table = columns(*rows)
    lines = Lines(table)
    here = lines.line_at(table.text.index("б0"))
    assert here is not None
    below = lines.neighbour(here, 1, 255)
    assert below is not None
    assert below.span.of(table.text) == "б1"


@pytest.mark.parametrize(
    ("direction", "begin", "end", "point"),
    [(1, 100, 160, (55, 115)), (2, 160, 100, (145, 55)), (3, 160, 100, (55, 145))],
)
def test_the_letter_of_a_turned_line(
    direction: int, begin: float, end: float, point: tuple[float, float]
) -> None:
    text_map = TextMap([Line(0, direction, 50, 62)], [Piece(Span(0, 6), 0, begin, end)])
    document = Document(DocumentId("0"), "", "", "", "нннннн", text_map, (Page(0, 600, 800, Span(0, 6)),))
    assert Lines(document).letter_at(Place(0, *point)) == 1
    found = Lines(document).caret_box(3)
    assert found is not None
    assert (found[1].width, found[1].height) in ((0, 12), (12, 0))


def test_the_end_of_a_divided_word_is_on_its_line_and_on_the_next() -> None:
    lines = [Line(0, 0, 50, 62), Line(0, 0, 70, 82)]
    text_map = TextMap(lines, [Piece(Span(0, 3), 0, 50, 80), Piece(Span(3, 6), 1, 50, 80)])
    document = Document(DocumentId("0"), "", "", "", "нннннн", text_map, (Page(0, 600, 800, Span(0, 6)),))
    upper, lower = (Lines(document).caret_box(3, is_end=is_end) for is_end in (True, False))
    assert upper is not None
    assert lower is not None
    assert (upper[1].left, upper[1].top) == (80, 50)
    assert (lower[1].left, lower[1].top) == (50, 70)
