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
        (
            [Heading("ПРАВИТЕЛЬСТВО", 1.3), Heading("ПРИКАЗ № 5", 1.0), Heading("О мерах", 1.0), BODY],
            "",
            "ПРИКАЗ № 5 О мерах",
        ),
        ([Heading("Иванов Иван Иванович", 1.4), Heading("О звёздах", 1.2), BODY], "", "О звёздах"),
        ([Heading("ЗАДАНИЕ", 1.3), Heading("на практикум", 1.3), BODY], "", "ЗАДАНИЕ на практикум"),
        ([Heading("КУРСОВАЯ РАБОТА", 1.3), Heading("Тема: «О звёздах»", 1.0), BODY], "", "О звёздах"),
        (
            [Heading("Вестник", 1.7), Heading("Вестник 53 (2019)", 1.0), Heading("О звёздах", 1.5)],
            "",
            "О звёздах",
        ),
        (
            [Heading("Анализ данных", 1.8), Heading("Лекция первая", 1.8), Heading("Иванов А.Г.", 1.0)],
            "",
            "Анализ данных. Лекция первая",
        ),
        (
            [
                Heading("АО «Ромашка»", 1.3),
                Heading("620043, г. Екатеринбург", 1.0),
                Heading("Перечень цен", 1.0),
            ],
            "",
            "Перечень цен",
        ),
        ([Heading("Правила сдачи:", 1.0), BODY], "Иное", "Правила сдачи"),
        ([Heading("1 Введение", 1.5), BODY], "О звёздах", "О звёздах"),
        (
            [Heading("Главная", 1.0), Heading("Урожай хлеба велик", 1.0), BODY],
            "Урожай хлеба велик - Вести",
            "Урожай хлеба велик",
        ),
        ([Heading("Главная", 1.0), Heading("УРОЖАЙ", 1.0), BODY], "Урожай", "УРОЖАЙ"),
        ([Heading("1 Введение", 1.5), BODY], "«О звёздах»", "«О звёздах»"),
        ([Heading("1 Введение", 1.5), BODY], "<41FE4D>", "файл"),
        ([Heading("АО «Ромашка»", 1.3), BODY], "", "АО «Ромашка»"),
        ([Heading("催中川HaHCMPOBaH", 1.3), BODY], "", "файл"),
    ],
)
def test_title_is_the_best_there_is(opening: list[Heading], declared: str, expected: str) -> None:
    assert choose_title(opening, declared, "файл.pdf") == expected
