"""What is printed in an edition is read back letter for letter."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pypdfium2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.formats.content import Block, Content, Heading, Paragraph, Picture, Table, plain
from index.formats.typesetting import typeset
from tests.helpers.shared import shared
from tests.index.formats.files import alive, read_back

# What readers of PDF take for ends of words, items, rows of tables, numbers of pages, leaders.
TROUBLE = re.findall(
    r"\S+",
    "трёх- 1990– — – - ¬ • 1. а) 100 000 % № №5 «Слово», (x) Oʻzbek қазақша 😀 за́мок ______ ..... 12 "
    "Статья www.example.org https://example.org/list 北京",
)
# Without the Macedonian letter that is read as ё.
LETTERS = st.characters(
    codec="utf-8", max_codepoint=0x58F, exclude_categories=["Cn", "Mn", "Me"], exclude_characters="ѐЀ"
)
SHORT = st.one_of(
    st.text("абвгдежзийклмнопАБВ", min_size=1, max_size=14),
    st.sampled_from(TROUBLE),
    st.text(LETTERS, min_size=1, max_size=8),
)
WORDS = SHORT | st.text("abcdef/", min_size=70, max_size=200)


def texts(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(words, min_size=1, max_size=30).map(lambda said: plain(" ".join(said))).filter(bool)


TEXTS = texts(WORDS)
# A word of 200 letters beside three other columns leaves them room for one letter a line: PDFium then takes
# letters below one another for one line.
ROWS = st.lists(texts(SHORT) | st.just(""), min_size=1, max_size=4).map(tuple)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    TEXTS.map(Paragraph),
    st.builds(Heading, TEXTS, st.integers(1, 6)),
    st.lists(ROWS, min_size=1, max_size=4).map(lambda rows: Table(tuple(rows))),
)


def says(content: Content) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        return read_back(Path(folder), content).text.split("\n")


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(BLOCKS, min_size=1, max_size=8))
def test_paragraphs_in_are_paragraphs_out(blocks: list[Block]) -> None:
    content = Content(tuple(blocks))
    if content.paragraphs():
        assert says(content) == content.paragraphs()


@given(st.text(max_size=200))
def test_plain_text_is_plain(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    assert once == " ".join(once.split())


def test_a_list_of_names_is_not_run_together() -> None:
    # Set one below the other at equal distances, they look like one paragraph to any reader who guesses.
    names = ["Иванов", "Петров", "Сидоров", "Козлов", "Орлов"] * 30
    assert says(Content(tuple(map(Paragraph, names)))) == names


def test_numbers_at_the_edges_of_pages_are_not_taken_for_theirs() -> None:
    numbers = [str(number) for number in range(1, 200)]
    assert says(Content(tuple(map(Paragraph, numbers)))) == numbers


def test_the_same_line_on_every_page_is_no_furniture() -> None:
    lines = ["Одно и то же."] * 200
    assert says(Content(tuple(map(Paragraph, lines)))) == lines


def test_a_paragraph_runs_over_many_pages() -> None:
    text = " ".join(f"слово{number}" for number in range(3000))
    assert says(Content((Paragraph(text),))) == [text]


def test_hebrew_is_read_as_it_is_written() -> None:
    assert says(Content((Paragraph("Слово שלום עולם и дальше"),))) == ["Слово שלום עולם и дальше"]


def test_the_seed_comes_back_without_an_error() -> None:
    source = shared("seed/seed_normalised.txt").read_text("utf-8")
    paragraphs = [plain(part) for part in source.split("\n\n") if part.strip()]
    assert says(Content(tuple(map(Paragraph, paragraphs)))) == paragraphs


def test_headings_are_the_outline_and_the_first_is_the_title(tmp_path: Path) -> None:
    blocks = (
        Heading("О воде", 1),
        Paragraph("Вода мокрая."),
        Heading("О снеге", 3),
        Paragraph("Снег холодный."),
        Heading("О льде", 2),
        Paragraph("Лёд твёрдый."),
    )
    document = read_back(tmp_path, Content(blocks, author="Водяной", created="2021-03-05T10:00:00"))
    assert document.title == "О воде"
    # A level that is skipped is closed up: PDF knows no gaps.
    assert [(entry.title, entry.level) for entry in document.outline] == [
        ("О воде", 0),
        ("О снеге", 1),
        ("О льде", 1),
    ]
    assert document.metadata["author"] == "Водяной"
    assert document.metadata["created"] == "2021-03-05T10:00:00"
    assert [page.label for page in document.pages] == ["1"]


def test_the_same_content_makes_the_same_bytes() -> None:
    content = Content((Heading("О воде", 1), Paragraph("Вода мокрая.")), "О воде")
    assert typeset(content, alive) == typeset(content, alive)


def test_no_heading_stands_last_on_a_page(tmp_path: Path) -> None:
    for count in range(20, 32):
        blocks = [*[Paragraph("Строка.")] * count, Heading("Глава", 1), Paragraph("Слово " * 60 + "конец")]
        document = read_back(tmp_path, Content(tuple(blocks)))
        heading = document.text.index("Глава")
        assert document.text_map.page_at(heading) == document.text_map.page_at(heading + 8)


def test_nothing_is_printed_outside_the_margins(tmp_path: Path) -> None:
    wide = Table(tuple(tuple(f"ячейка{i}{j}" * 3 for j in range(12)) for i in range(5)))
    pdf, _ = typeset(Content((Paragraph("ш" * 500), wide, Heading("Щ" * 200, 1))), alive)
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            width, _height = page.get_size()
            text = page.get_textpage()
            boxes = [text.get_charbox(i) for i in range(text.count_chars())]
            assert all(box[0] > 40 and box[2] < width - 40 for box in boxes if box[2] > box[0])


def test_a_picture_that_is_none_is_told_of() -> None:
    _pdf, notices = typeset(Content((Paragraph("Слово."), Picture(b"no picture", "x"))), alive)
    assert notices == ("Картинок, которые не удалось показать: 1.",)
