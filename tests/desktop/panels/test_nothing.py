import pytest

from desktop.panels.nothing import looser_queries


@pytest.mark.parametrize(
    ("query", "looser"),
    [
        ('"торговый дом"', ("торговый дом", "торговый ИЛИ дом")),
        ("«торговый дом»", ("торговый дом", "торговый ИЛИ дом")),
        ("=сотрудничество", ("сотрудничество", "сотрудничест*")),
        ("порт причал", ("порт ИЛИ причал",)),
        ("сотрудничество", ("сотрудничест*",)),
        ("порт", ()),
        ("порт -морской", ("порт",)),
        ("торговый порт -морской", ("торговый порт", "торговый ИЛИ порт")),
        ("-морской", ()),
        ("сотруднич*", ()),
    ],
)
def test_an_empty_answer_offers_to_ask_for_less(query: str, looser: tuple[str, ...]) -> None:
    assert looser_queries(query) == looser
