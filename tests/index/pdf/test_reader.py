"""Files made by the tests themselves, read from end to end."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.config import ReadLimits
from index.errors import DamagedPdf, EncryptedPdf, NotAPdf, TooLarge, UnreadableFile
from index.model.document import OutlineEntry, PageKind
from index.model.span import Span
from index.pdf.reader import read_pdf
from index.pdf.request import PageRead
from tests.helpers.pdfs import Print, Sheet, column, width, wrapped, write_pdf
from tests.index.pdf.reading import paragraphs, read, request_for

ROOM = 400.0
KEY = "ключ"
LONG = (
    "Стороны выразили намерение тесно сотрудничать в сфере внешней политики, продвигая взаимные интересы "
    "и идеи регионального сближения в целях обеспечения мира и стабильности в Центральной Азии. Президенты "
    "согласились целенаправленно работать над совершенствованием формата встреч глав государств в целях "
    "полного задействования их потенциала при строгом уважении интересов всех участников и сторон."
)


def test_lines_become_one_paragraph(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [column(wrapped(LONG, ROOM))])
    assert read(path).text == LONG


def test_a_sentence_runs_on_over_the_page_break(tmp_path: Path) -> None:
    lines = wrapped(LONG, ROOM)
    path = write_pdf(tmp_path / "a.pdf", [column(lines[:4]), column(lines[4:])])
    document = read(path)
    assert document.text == LONG
    assert [page.span.of(LONG) for page in document.pages] == [" ".join(lines[:4]), " ".join(lines[4:])]


def test_headers_and_numbers_are_left_out_between_the_pages(tmp_path: Path) -> None:
    lines = wrapped(LONG, ROOM)
    pages = [
        [Print("Вестник архива", y=50, size=9), *column(part), Print(str(number), x=300, y=800)]
        for number, part in ((7, lines[:3]), (8, lines[3:]))
    ]
    document = read(write_pdf(tmp_path / "a.pdf", pages))
    assert document.text == LONG
    assert [page.label for page in document.pages] == ["7", "8"]


def test_a_divided_word_is_one_word_with_two_quads(tmp_path: Path) -> None:
    path = write_pdf(
        tmp_path / "a.pdf", [column(["переговоры с участием официаль-", "ных делегаций двух стран"])]
    )
    document = read(path)
    assert document.text == "переговоры с участием официальных делегаций двух стран"
    start = document.text.index("официальных")
    first, second = document.text_map.quads(Span(start, start + len("официальных")))
    assert first.bounds.bottom < second.bounds.top
    assert first.bounds.left > second.bounds.left


def test_a_word_divided_over_the_page_break_lies_on_both_pages(tmp_path: Path) -> None:
    filler = wrapped(LONG, ROOM)[:3]
    path = write_pdf(
        tmp_path / "a.pdf",
        [column([*filler, "средств комитета по координа-"]), column(["ции работ и", *filler])],
    )
    document = read(path)
    start = document.text.index("координации")
    assert document.text_map.pages(Span(start, start + len("координации"))) == (0, 1)


def test_a_hyphen_of_a_name_stays(tmp_path: Path) -> None:
    path = write_pdf(
        tmp_path / "a.pdf", [column(["Президент Казахстана Касым-", "Жомарт Токаев отметил это"])]
    )
    assert read(path).text == "Президент Казахстана Касым-Жомарт Токаев отметил это"


def test_quads_of_a_word_leave_out_the_quotes_around_it(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[Print("«Туран» пришёл", x=100)]])
    document = read(path)
    (quad,) = document.text_map.quads(Span(1, 6))
    assert quad.bounds.left == pytest.approx(100 + width("«"), abs=1.5)
    assert quad.bounds.right == pytest.approx(100 + width("«Туран"), abs=1.5)


def test_all_quads_of_a_line_have_one_height(tmp_path: Path) -> None:
    document = read(write_pdf(tmp_path / "a.pdf", [[Print("оса и Ёжик, (щука)", y=100)]]))
    extents = {
        (quad.bounds.top, quad.bounds.bottom)
        for piece in document.text_map.pieces()
        for quad in document.text_map.quads(piece.span)
    }
    ((top, bottom),) = extents
    assert 84 < top < 92
    assert 102 < bottom < 105


def test_every_piece_is_a_word_or_a_run_of_signs(tmp_path: Path) -> None:
    text = "Высший Совет (1,8–2,2 млн), «Нур-Султан»… да!"
    document = read(write_pdf(tmp_path / "a.pdf", [[Print(text)]]))
    pieces = [piece.span.of(document.text) for piece in document.text_map.pieces()]
    assert "".join(pieces) == text.replace(" ", "")
    assert {"Нур", "-", "Султан", "1", ",", "8", "),"} <= set(pieces)


def test_a_heading_does_not_run_into_the_first_sentence(tmp_path: Path) -> None:
    page = [Print("Мука дешевеет после рекордного лета", y=70, size=18), *column(wrapped(LONG, ROOM))]
    document = read(write_pdf(tmp_path / "a.pdf", [page]))
    assert document.text.split("\n") == ["Мука дешевеет после рекордного лета", LONG]
    assert document.title == "Мука дешевеет после рекордного лета"


def test_paragraphs_part_at_gaps_and_short_lines(tmp_path: Path) -> None:
    text = wrapped(LONG, ROOM)
    path = write_pdf(tmp_path / "a.pdf", [column([*text, "", "Отдельно.", *text])])
    assert paragraphs(path) == [LONG, "Отдельно.", LONG]


def test_paragraphs_part_at_indents(tmp_path: Path) -> None:
    # The last words of a paragraph may fill its line: only the indent tells.
    text = wrapped(LONG, ROOM)[:5]
    page = [Print(line, x=92 if i % 5 == 0 else 72, y=100 + 16 * i) for i, line in enumerate(text * 3)]
    assert paragraphs(write_pdf(tmp_path / "a.pdf", [page])) == [" ".join(text)] * 3


def test_text_outside_the_page_is_not_read(tmp_path: Path) -> None:
    page = [Print("видно"), Print("за краем", y=-50), Print("сбоку", x=700)]
    assert read(write_pdf(tmp_path / "a.pdf", [page])).text == "видно"


def test_sizes_are_those_of_the_page_as_displayed(tmp_path: Path) -> None:
    sheet = Sheet((600, 800), rotation=90, crop=(50, 100, 550, 780))
    (page,) = read(write_pdf(tmp_path / "a.pdf", [[Print("слово")]], sheet)).pages
    assert (page.width_pt, page.height_pt) == (680, 500)


def test_pages_without_text_are_empty(tmp_path: Path) -> None:
    document = read(write_pdf(tmp_path / "a.pdf", [[], [Print("слово")]]))
    assert [page.kind for page in document.pages] == [PageKind.EMPTY, PageKind.TEXT]
    assert [page.span for page in document.pages] == [Span(0, 0), Span(0, 5)]
    assert document.notices == ()


def test_pages_that_must_be_skipped_are_not_touched(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[Print("один")], [Print("два")], [Print("три")]])
    told: list[PageRead] = []
    document = read_pdf(replace(request_for(path), skip_pages=frozenset({1})), told.append)
    assert [page.page_index for page in told] == [0, 2]
    assert [page.kind for page in document.pages] == [PageKind.TEXT, PageKind.FAILED, PageKind.TEXT]
    assert document.notices[0].startswith("Стр. 2: повреждены")
    assert "два" not in document.text


def test_each_page_is_told_before_it_is_read(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[Print("один")], [Print("два")]])
    told: list[PageRead] = []
    read_pdf(request_for(path), told.append)
    assert told == [PageRead(0, 2), PageRead(1, 2)]


def test_limits_are_told_not_hidden(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[Print("один")], [Print("два")], [Print("три")]])
    document = read(path, limits=ReadLimits(pages=2))
    assert len(document.pages) == 2
    (notice,) = document.notices
    assert notice.startswith("Стр. 3 не прочитаны: страниц в файле больше предела в 2.")
    (notice,) = read(path, limits=ReadLimits(text_characters=3)).notices
    assert notice.startswith("Стр. 2–3 не прочитаны: текст документа длиннее предела в 3 знаков")


def test_outline_and_metadata_are_read(tmp_path: Path) -> None:
    path = write_pdf(
        tmp_path / "a.pdf",
        [[Print("и далее")], [Print("конец")]],
        title="Отчёт\x07 за год",
        outline=[("Глава 1", 1)],
    )
    document = read(path)
    assert document.outline == (OutlineEntry("Глава 1", 1, 0),)
    assert document.metadata["title"] == document.title == "Отчёт за год"
    assert document.metadata["created"].startswith("20")
    assert "T" in document.metadata["created"]


def test_a_locked_file_opens_with_its_password_only(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[Print("тайна")]], password=KEY)
    assert read(path, KEY).text == "тайна"
    with pytest.raises(EncryptedPdf, match="открывается только по паролю"):
        read(path)
    with pytest.raises(EncryptedPdf, match="Пароль не подошёл"):
        read(path, "нет")


def test_other_files_are_not_pdf(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"PK\x03\x04" + b"docx" * 100)
    with pytest.raises(NotAPdf, match="не PDF"):
        read(path)


def test_an_empty_file_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.touch()
    with pytest.raises(UnreadableFile, match="0 байт"):
        read(path)


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="не удалось открыть"):
        read(tmp_path / "none.pdf")


def test_a_file_above_the_limit_is_too_large(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[Print("слово")]])
    with pytest.raises(TooLarge, match="слишком велик"):
        read(path, limits=ReadLimits(file_bytes=100))


def test_a_file_cut_short_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n")
    with pytest.raises(DamagedPdf, match="повреждён"):
        read(path)


def test_a_file_that_only_the_second_reader_opens_is_read(tmp_path: Path) -> None:
    good = write_pdf(tmp_path / "good.pdf", [column(wrapped(LONG, ROOM))])
    path = tmp_path / "bad.pdf"
    # pdfium looks for the header in the first 1024 bytes and counts offsets from there.
    path.write_bytes(b"%garbage\n" * 200 + good.read_bytes())
    document = read(path)
    assert document.text == LONG
    assert "запасным способом" in document.notices[0]
    quads = document.text_map.quads(Span(0, 7))
    assert quads[0].bounds.left == pytest.approx(72, abs=2)


def test_the_second_reader_tells_of_pages_beyond_the_limit(tmp_path: Path) -> None:
    good = write_pdf(tmp_path / "good.pdf", [column(wrapped(LONG, ROOM)), [Print("дальше")]])
    path = tmp_path / "bad.pdf"
    path.write_bytes(b"%garbage\n" * 200 + good.read_bytes())
    restored, unread = read(path, limits=ReadLimits(pages=1)).notices
    assert "запасным способом" in restored
    assert unread.startswith("Стр. 2 не прочитаны: страниц в файле больше предела в 1.")


@pytest.mark.parametrize(
    "name", ["имя с пробелами.pdf", "строка\nвторая.pdf", "~тильда.pdf", "юникод\u202eтекст.pdf"]
)
def test_odd_file_names_do_not_matter(tmp_path: Path, name: str) -> None:
    assert read(write_pdf(tmp_path / name, [[Print("слово")]])).text == "слово"
