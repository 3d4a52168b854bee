"""Columns, tables, titles and lists of whole pages, made by the tests and read from end to end."""

import re
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics, ttfonts

from index.model.span import Span
from tests.helpers.pdfs import Print, column, font, width, wrapped, write_pdf
from tests.index.pdf.reading import paragraphs, read

LEFT = (
    "Прошедшим летом, по поручению Управления железных дорог, пройдена нами река от устья до самых ключей, "
    "всего триста восемьдесят семь верст, и осмотрены оба берега ее, все притоки и пороги."
)
RIGHT = (
    "Полагаем нужным учредить на реке не менее двенадцати водомерных постов, на что потребуется три тысячи "
    "рублей единовременно, а затем ежегодно по девятисот рублей на содержание смотрителей."
)
TITLE = "О пути через Перевальный хребет и о водах реки Тальмы"
NOTE = "Сообщение, читанное в собрании Общества изучения Нагорного края зимою"


def centred(
    text: str, y: float, *, middle: float = 297.0, size: float = 12.0, is_bold: bool = False
) -> Print:
    return Print(text, middle - width(text, size, is_bold=is_bold) / 2, y, size, is_bold=is_bold)


def two_columns(y: float) -> list[Print]:
    return [
        *column(wrapped(LEFT, 215), x=72, y=y),
        *column(wrapped(RIGHT, 215), x=310, y=y),
    ]


def test_a_title_over_two_columns_does_not_widen_them(tmp_path: Path) -> None:
    page = [centred(TITLE, 80, size=14), centred(NOTE, 100), *two_columns(130)]
    assert paragraphs(write_pdf(tmp_path / "a.pdf", [page])) == [TITLE, NOTE, LEFT, RIGHT]


def test_columns_begin_anew_under_a_second_title(tmp_path: Path) -> None:
    first, second = two_columns(130), two_columns(430)
    page = [centred(TITLE, 100), *first, centred(NOTE, 400), *second]
    found = paragraphs(write_pdf(tmp_path / "a.pdf", [page]))
    assert found == [TITLE, LEFT, RIGHT, NOTE, LEFT, RIGHT]


def test_text_under_two_columns_is_as_wide_as_both(tmp_path: Path) -> None:
    page = [*two_columns(100), *column(wrapped(f"{LEFT} {RIGHT}", 450), y=340)]
    assert paragraphs(write_pdf(tmp_path / "a.pdf", [page])) == [LEFT, RIGHT, f"{LEFT} {RIGHT}"]


def test_rows_whose_cells_are_single_words_stand_alone(tmp_path: Path) -> None:
    rows = ["Светлоярский 4200 4100 94,8", "Заозёрный 2800 2560 86,1", "Усть-Тальминский 3600 3420 79,7"]
    page = column(wrapped(LEFT, 450))
    for i, row in enumerate(rows):
        for cell, right in zip(row.split(" "), (200, 300, 400, 500), strict=True):
            x = 76.0 if right == 200 else right - width(cell)
            page.append(Print(cell, x, 200 + 18 * i))
    assert paragraphs(write_pdf(tmp_path / "a.pdf", [page])) == [LEFT, *rows]


def test_a_line_stretched_to_the_margin_is_no_row_of_a_table(tmp_path: Path) -> None:
    words, room = ("Сведения", "находятся", "здесь:"), 390.0
    blank = (room - sum(map(width, words))) / 2
    xs = (72.0, 72 + width(words[0]) + blank, 72 + room - width(words[2]))
    stretched = [Print(word, x, 100) for word, x in zip(words, xs, strict=True)]
    page = [*stretched, *column(wrapped(f"{'архив' * 9} {LEFT}", room), y=116)]
    [found] = paragraphs(write_pdf(tmp_path / "a.pdf", [page]))
    assert found.startswith("Сведения находятся здесь: архив")


def test_gaps_between_items_are_seen_where_few_lines_go_on(tmp_path: Path) -> None:
    full = "Принято единогласно всеми членами комиссии, кроме двух отсутствующих."
    room = width(full) + 5
    page, y = [], 100.0
    texts = [f"{RIGHT} {LEFT}", *[full] * 6]
    for text in texts:
        lines = wrapped(text, room)
        page += column(lines, y=y)
        y += 16 * len(lines) + 10
    assert paragraphs(write_pdf(tmp_path / "a.pdf", [page])) == texts


def test_the_title_of_a_law_is_one_paragraph(tmp_path: Path) -> None:
    lines = ["О ПРОГРАММЕ ГОСУДАРСТВЕННЫХ ГАРАНТИЙ", "БЕСПЛАТНОГО ОКАЗАНИЯ ПОМОЩИ", "В ОБЛАСТИ НА 2018 ГОД"]
    heads = [centred("ПРАВИТЕЛЬСТВО ОБЛАСТИ", 60), centred("ПОСТАНОВЛЕНИЕ", 76)]
    title = [centred(line, 110 + 16 * i) for i, line in enumerate(lines)]
    page = [*heads, *title, *column(wrapped(LEFT, 450), y=180)]
    found = paragraphs(write_pdf(tmp_path / "a.pdf", [page]))
    assert found == ["ПРАВИТЕЛЬСТВО ОБЛАСТИ", "ПОСТАНОВЛЕНИЕ", " ".join(lines), LEFT]


def test_the_title_of_a_chapter_runs_over_the_page_break(tmp_path: Path) -> None:
    head, rest = "Глава 2. ПОЛНОМОЧИЯ ОРГАНОВ В СФЕРЕ", "МЕДИЦИНСКОГО СТРАХОВАНИЯ"
    pages = [
        [*column(wrapped(LEFT, 450)), centred(head, 220)],
        [centred(rest, 60), *column(wrapped(RIGHT, 450))],
    ]
    assert paragraphs(write_pdf(tmp_path / "a.pdf", pages)) == [LEFT, f"{head} {rest}", RIGHT]


def test_large_headings_on_two_pages_stay_apart(tmp_path: Path) -> None:
    body = column(wrapped(LEFT, 450), y=140)
    pages = [[Print("10 Заключение", size=20)], [Print("11 Список литературы", size=20), *body]]
    found = paragraphs(write_pdf(tmp_path / "a.pdf", pages))
    assert found == ["10 Заключение", "11 Список литературы", LEFT]


def test_the_second_line_of_a_page_may_end_before_the_indent(tmp_path: Path) -> None:
    first = "Рассмотрим, в чем состоит суть первой задачи комиссии, с помощью"
    x = 122.0
    body = column(wrapped(RIGHT, x - 72 + width(first)), y=340)
    page = [Print(first, x, 100), Print("карты:", 72, 116), *body]
    assert paragraphs(write_pdf(tmp_path / "a.pdf", [page])) == [f"{first} карты:", RIGHT]


def test_a_sentence_goes_on_from_beside_a_picture_to_below_it(tmp_path: Path) -> None:
    beside = wrapped(LEFT, 200)[:4]
    rest = wrapped(LEFT[len(" ".join(beside)) + 1 :], 450)
    right = 250 + max(map(width, beside))
    # Justified, as Word sets it: each line beside the picture ends at the margin.
    page = [Print(line, right - width(line), 100 + 16 * i) for i, line in enumerate(beside)]
    page = [*page, *column(rest, y=164), *column(wrapped(RIGHT, right - 72), y=260)]
    assert paragraphs(write_pdf(tmp_path / "a.pdf", [page])) == [LEFT, RIGHT]


def test_a_note_at_the_right_that_begins_at_one_place_is_one(tmp_path: Path) -> None:
    note = ["Приложение к постановлению", "правительства области о программе", "и на 2019 год"]
    page = [*column(note, x=330, y=60), *column(wrapped(LEFT, 450), y=140)]
    assert paragraphs(write_pdf(tmp_path / "a.pdf", [page])) == [" ".join(note), LEFT]


def test_pages_of_a_bibliographic_entry_are_no_item(tmp_path: Path) -> None:
    first = "1. Ложкин П. С. О водах реки Тальмы // Записки Общества изучения края. – Т. 1."
    others = [f"{i}. Ахметшин Т. Р. Полив // Вестник. – 2006. – Т. 1." for i in (2, 3, 4)]
    room = width(first) - 5
    page = [*column(["1. " + first[3:], "– С. 333–346.", *others])]
    page += column(wrapped(f"{LEFT} {RIGHT}", room), y=240)
    found = paragraphs(write_pdf(tmp_path / "a.pdf", [page]))
    assert found[:4] == [f"{first} – С. 333–346.", *others]


def test_a_letterhead_of_many_lines_is_furniture(tmp_path: Path) -> None:
    head = ["АО «Архив»", "ул. Васильева, 1", "Тел: 237-11-99", "Факс: 212-11-59", "Почта: a@b.ru"]
    texts = [LEFT, RIGHT, LEFT.upper(), RIGHT.upper()]
    pages = [
        [*column(head, x=400, y=40, size=9, step=11), *column(wrapped(text, 450), y=140)] for text in texts
    ]
    assert paragraphs(write_pdf(tmp_path / "a.pdf", pages)) == texts


def test_letters_of_formulas_do_not_shift_what_follows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pdfium counts letters beyond U+FFFF twice."""
    face = pdfmetrics.getFont(font()).face
    monkeypatch.setitem(face.charToGlyph, 0x1D458, face.charToGlyph[ord("k")])
    monkeypatch.setitem(face.charWidths, 0x1D458, face.charWidths[ord("k")])
    made = ttfonts.makeToUnicodeCMap
    pair = re.compile("<1D458>")
    monkeypatch.setattr(ttfonts, "makeToUnicodeCMap", lambda *told: pair.sub("<D835DC58>", made(*told)))
    text = "где \U0001d458 – число очередей, \U0001d458 не меньше двух"
    plain = text.replace("\U0001d458", "k")
    document = read(write_pdf(tmp_path / "a.pdf", [[Print(text)], [Print(plain)]]))
    assert document.text == f"{text} {plain}"
    start = document.text.index("двух")
    [quad] = document.text_map.quads(Span(start, start + 4))
    assert quad.bounds.left == pytest.approx(72 + width(plain[: plain.index("двух")]), abs=1.5)
