"""Words for a time that tell of none."""

from __future__ import annotations

import pytest

from index.facts.dates import find_dates
from index.facts.general_time import REASONS, particular

_LAW = "ФЕДЕРАЛЬНЫЙ ЗАКОН\nО библиотеках\n"
_ORDER = "ПРИКАЗ\nПодготовить отчёт до конца текущего года.\nУтверждено\nприказом директора\n"

CASES = [
    ("nowadays", "ДИПЛОМНАЯ РАБОТА\nО машинах\nОни сегодня применяются повсеместно.", ""),
    ("nowadays", "Сегодня существует ряд способов.", "2020-05-12"),
    ("any_day", "Не откладывайте визит на завтра.", ""),
    ("norm", f"{_LAW}Отчёт сдаётся в следующем году.", "2020-05-12"),
    ("norm", f"{_LAW}Отчёт сдаётся до 1 марта следующего года.", "2020-05-12"),
    ("every_week", "Приём материала строго в понедельник.", "2020-05-12"),
    ("part_of_project", "Продажи начнутся с третьего квартала реализации проекта.", "2020-05-12"),
]
PARTICULAR = [
    ("Президент сегодня прибыл в Ташкент.", ""),
    ("Мост строят сегодня.", ""),
    ("ДИПЛОМНАЯ РАБОТА\nО мостах\nСегодня открыли новый мост.", ""),
    ("В следующем году построят мост.", "2020-05-12"),
    (f"{_LAW}Закон действует с 1 января 2021 года.", "2020-05-12"),
    ("Встреча состоится в понедельник.", "2020-05-12"),
    ("В третьем квартале выпуск вырос.", "2020-05-12"),
]


def _dates(text: str, written: str) -> list[str]:
    return [date.value for date in particular(text, find_dates(text, written))]


@pytest.mark.parametrize(("name", "text", "written"), CASES)
def test_what_always_holds_has_no_date(name: str, text: str, written: str) -> None:
    assert list(find_dates(text, written))
    assert _dates(text, written) == []


def test_every_reason_has_its_case() -> None:
    assert list(dict.fromkeys(name for name, *_ in CASES)) == [one.name for one in REASONS]


@pytest.mark.parametrize(("text", "written"), PARTICULAR)
def test_what_happens_once_has_a_date(text: str, written: str) -> None:
    assert len(_dates(text, written)) == 1


def test_an_order_tells_of_its_year_and_what_it_puts_into_force_of_any() -> None:
    assert _dates(f"{_ORDER}Отчёт сдаётся в следующем году.", "2020-05-12") == ["2020-12-31"]
