import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.hyphens import Vocabulary, keeps_hyphen

WORDS = frozenset(
    [
        "официальных",
        "казахстанского",
        "экономического",
        "торговый",
        "социальный",
        "значимых",
        "социально",
        "юго",
        "восток",
        "нибудь",
        "что",
        "кто",
        "лечебный",
        "профилактических",
        "дома",
        "разведка",
        "ну",
        "город",
        "герой",
        "узбекский",
    ]
)


def is_known(word: str) -> bool:
    return word.lower() in WORDS


def joined(divided: str, text: str = "") -> str:
    """Join "пер-|вая" as the reader would."""
    left, right = divided.split("-|")
    return f"{left}-{right}" if keeps_hyphen(left, right, Vocabulary([text]), is_known) else left + right


@pytest.mark.parametrize(
    ("divided", "expected"),
    [
        ("офици-|альных делегаций", "официальных делегаций"),
        ("Касым-|Жомарт Токаев", "Касым-Жомарт Токаев"),
        ("Нур-|Султане", "Нур-Султане"),
        ("10-|дневный срок", "10-дневный срок"),
        ("2024-|2028", "2024-2028"),
        ("узбекско-ка-|захстанского", "узбекско-казахстанского"),
        ("торгово-|экономического", "торгово-экономического"),
        ("лечебно-|профилактических", "лечебно-профилактических"),
        ("социально-|значимых", "социально-значимых"),
        ("что-|нибудь", "что-нибудь"),
        ("кто-|то", "кто-то"),
        ("Пуассо-|ну", "Пуассону"),
        ("ОФИЦИ-|АЛЬНЫХ", "ОФИЦИАЛЬНЫХ"),
        ("город-|герой", "город-герой"),
        ("незнако-|мыхслов", "незнакомыхслов"),
        ("Кол-|во", "Кол-во"),
        ("https://top500.org/claims-|first", "https://top500.org/claims-first"),
    ],
)
def test_hyphen_is_resolved(divided: str, expected: str) -> None:
    assert joined(divided) == expected


def test_the_words_of_the_document_decide_before_the_dictionary() -> None:
    assert joined("Учку-|дук", "Рудник Учкудук растёт") == "Учкудук"
    assert joined("агро-|кластеры", "агро-кластеры, агро-кластеры и агрокластеры") == "агро-кластеры"
    assert joined("агро-|кластеры", "агрокластеры") == "агрокластеры"


def test_case_and_yo_do_not_matter_to_the_vocabulary() -> None:
    assert Vocabulary(["Объёмов объемов ОБЪЁМОВ"]).count("объёмов") == 3


def test_parts_of_compounds_count_too() -> None:
    vocabulary = Vocabulary(["узбекско-казахстанского"])
    assert vocabulary.count("казахстанского") == 1
    assert vocabulary.count("узбекско-казахстанского") == 1


def test_a_hyphen_without_a_word_before_it_stays() -> None:
    assert keeps_hyphen("«", "слово", Vocabulary(), is_known)


@given(st.text(), st.text())
def test_any_text_is_decided(left: str, right: str) -> None:
    assert keeps_hyphen(left, right, Vocabulary(), is_known) in (True, False)
