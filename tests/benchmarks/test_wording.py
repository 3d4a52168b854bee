"""When two names are one name."""

import pytest

from benchmarks.factrueval.wording import bag, essence, is_same_office


def test_order_case_and_quotation_marks_do_not_part_names() -> None:
    assert bag("Королёв Пётр") == bag("пётр КОРОЛЕВ")
    assert bag("движение «Левый берег»") == bag("Левый берег движение")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("мэра", "мэр"),
        ("первого заместителя министра", "первый заместитель министра"),
        ("Президентом", "президент"),
    ],
)
def test_an_office_is_the_same_in_every_case(one: str, other: str) -> None:
    assert is_same_office(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("депутат", "депутат собрания"), ("директор", "редактор"), ("министр торговли", "торговли министр")],
)
def test_other_words_are_another_office(one: str, other: str) -> None:
    assert not is_same_office(one, other)


def test_the_essence_of_forms_is_the_same() -> None:
    assert essence("LOC на Луне") == essence("LOC на Луну")
