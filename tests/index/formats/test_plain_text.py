from __future__ import annotations

from pathlib import Path

from index.formats.content import Paragraph
from index.formats.plain_text import paragraphs, read_text

WRAPPED = """\
    Садовое товарищество собирается каждую весну, чтобы решить, кому чинить
крышу сторожки и на какие деньги. В этом году решили быстро, потому что шёл
дождь и все хотели домой.
    Крышу чинит Щукин, деньги даёт касса, а доски остались с прошлого года и
лежат за сараем.

Подпись: Карасёв
"""


def test_each_line_is_a_paragraph() -> None:
    assert list(paragraphs("Первая\nвторая\r\n\r\n  третья\tс пробелами \n")) == [
        "Первая",
        "вторая",
        "третья с пробелами",
    ]


def test_lines_broken_at_a_width_are_joined() -> None:
    first, second, third = paragraphs(WRAPPED)
    assert first.startswith("Садовое")
    assert "чинить крышу" in first
    assert first.endswith("домой.")
    assert second == (
        "Крышу чинит Щукин, деньги даёт касса, а доски остались с прошлого года и лежат за сараем."
    )
    assert third == "Подпись: Карасёв"


def test_a_word_divided_at_a_width_is_whole_again() -> None:
    text = WRAPPED.replace("кому чинить\nкрышу", "кому чи-\nнить крышу")
    assert "кому чинить крышу" in next(paragraphs(text))


def test_verses_keep_their_lines() -> None:
    verses = ["У сарая на заборе", "сохнет старое весло,", "а за ним синеет море,", "да туманом занесло."]
    assert list(paragraphs("\n".join(verses))) == verses


def test_a_list_of_names_keeps_its_lines() -> None:
    names = [f"Карасёв Иван Щукин Пётр Окунев Фёдор Ершов Николай {n}" for n in range(30)]
    assert list(paragraphs("\n".join(names))) == names


def test_bullets_are_items(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("Надо:\n• гвозди\n• доски\n", "utf-8")
    assert read_text(path).blocks == (
        Paragraph("Надо:"),
        Paragraph("• гвозди", "•"),
        Paragraph("• доски", "•"),
    )
