import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.pdf.letters import clean, demojibake, needs_cleaning

RUSSIAN = "Президент Республики Узбекистан подчеркнул важность формирования новых маршрутов"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ко\xadопе\xadрация", "кооперация"),
        ("и\u0306", "й"),
        ("ﬁnance", "finance"),
        ("\uf0b7", "•"),
        ("слово\u200b", "слово"),
        ("м²", "м²"),
    ],
)
def test_letters_are_cleaned(word: str, expected: str) -> None:
    assert needs_cleaning(word) == (word != expected)
    assert clean(word) == expected


@given(st.text())
def test_what_needs_no_cleaning_is_clean(text: str) -> None:
    if not needs_cleaning(text) and not set(text) & {"\ufffe", "\uffff"}:
        assert clean(text) == text


def test_cyrillic_read_as_latin_is_repaired() -> None:
    broken = RUSSIAN.encode("cp1251").decode("cp1252")
    assert demojibake(f"{broken} 2021") == f"{RUSSIAN} 2021"


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN,
        "Överåkning för åtgärder på äldre vägar är åter på tapeten här",
        "Plain English text about nothing at all",
        "àâéèê" * 20,
        "",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert demojibake(text) == text


@given(st.text())
def test_repair_never_moves_a_letter(text: str) -> None:
    assert len(demojibake(text)) == len(text)
