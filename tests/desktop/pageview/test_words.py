import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.pageview.words import offset_near, paragraph_at, word_at
from index.model.document import Document, DocumentId, Page
from index.model.span import Span
from index.model.textmap import Line, Piece, TextMap
from tests.desktop.pageview.papers import HEIGHT_PT, LEFT_PT, LETTER_PT, TOP_PT, paper


# The pointer is on the letter after | and the word it means is in [].
@pytest.mark.parametrize(
    "sentence",
    [
        "и [|стран] мира",
        "и [стра|н] мира",
        "и [стран]| мира",
        "«[стра|ны]», мира",
        "[стран|ы], мира",
        "[страны]|, мира",
        "узбекско-казахстанского [сот|рудничества].",
        "([узбекско-ка|захстанского])",
        "рост на [3,|5] процента",
        "[слово]|, другое",
        "до [|–] после",
        "[од|но]",
        "конец [абзаца]|\nначало",
    ],
)
def test_the_word_under_the_pointer(sentence: str) -> None:
    marked = sentence.replace("|", "")
    offset = sentence.replace("[", "").replace("]", "").index("|")
    text = marked.replace("[", "").replace("]", "")
    span = word_at(text, offset)
    assert f"{text[: span.start]}[{text[span.start : span.stop]}]{text[span.stop :]}" == marked


@given(st.text(alphabet="аб-.,« \n1", min_size=1), st.data())
def test_a_word_is_never_empty_unless_there_is_none(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text) - 1))
    span = word_at(text, offset)
    assert span.stop <= len(text)
    assert len(span) or not text[: offset + 1].strip()


def test_an_endless_word_does_not_take_for_ever() -> None:
    assert len(word_at("а" * 100_000, 50_000)) <= 400


@pytest.mark.parametrize(("offset", "expected"), [(0, "раз два"), (6, "раз два"), (8, "три"), (11, "три")])
def test_the_paragraph_under_the_pointer(offset: int, expected: str) -> None:
    text = "раз два\nтри\nчетыре"
    span = paragraph_at(text, offset)
    assert text[span.start : span.stop] == expected


def test_the_letter_under_the_pointer() -> None:
    document = paper(["один два"])
    y = TOP_PT + HEIGHT_PT / 2
    for number, letter in enumerate("один два"):
        if letter != " ":
            assert offset_near(document, 0, LEFT_PT + LETTER_PT * (number + 0.5), y) == number


def test_a_point_beside_the_text_belongs_to_its_line() -> None:
    document = paper(["один два", "три четыре"])
    assert offset_near(document, 0, 500, TOP_PT + 3) == len("один два") - 1
    assert offset_near(document, 0, 2, TOP_PT + 25) == len("один два ")


def test_a_page_without_text_has_no_letters() -> None:
    assert offset_near(paper([]), 0, 100, 100) is None


@pytest.mark.parametrize(
    ("direction", "begin", "end", "point"),
    [(1, 100, 160, (55, 115)), (2, 160, 100, (145, 55)), (3, 160, 100, (55, 145))],
)
def test_the_letter_of_a_turned_line(
    direction: int, begin: float, end: float, point: tuple[float, float]
) -> None:
    text_map = TextMap([Line(0, direction, 50, 62)], [Piece(Span(0, 6), 0, begin, end)])
    document = Document(DocumentId("0"), "", "", "", "повёрн", text_map, (Page(0, 600, 800, Span(0, 6)),))
    assert offset_near(document, 0, *point) == 1
