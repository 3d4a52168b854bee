import pytest

from index.pdf.builder import Heading
from index.pdf.titles import choose_title

BODY = Heading("Президент Республики Узбекистан продолжил переговоры.", 1.0)


@pytest.mark.parametrize(
    ("opening", "declared", "expected"),
    [
        (
            [Heading("Пресс-релиз", 1.0), Heading("Переговоры в Ташкенте", 1.5), BODY],
            "untitled",
            "Переговоры в Ташкенте",
        ),
        ([Heading("Оглавление", 2.0), BODY], "Отчёт за год", "Отчёт за год"),
        ([BODY], "Microsoft Word - Документ1", BODY.text),
        ([BODY], "report_final.docx", BODY.text),
        ([Heading("и продолжил переговоры", 1.0)], "", "файл"),
        ([Heading("…", 3.0), Heading("1", 4.0)], "", "файл"),
        ([], "", "файл"),
        ([Heading("слово " * 100, 1.0)], "", "файл"),
    ],
)
def test_title_is_the_best_there_is(opening: list[Heading], declared: str, expected: str) -> None:
    assert choose_title(opening, declared, "файл.pdf") == expected
