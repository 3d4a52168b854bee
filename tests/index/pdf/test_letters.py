import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.pdf.letters import clean, demojibake, needs_cleaning
from index.pdf.symbols import unicode_signs

RUSSIAN = "Президент Республики Узбекистан подчеркнул важность формирования новых маршрутов"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ко\xadопе\xadрация", "кооперация"),
        ("и\u0306", "й"),
        ("ﬁnance", "finance"),
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


@pytest.mark.parametrize(
    ("written", "taken_for"),
    [("cp1251", "cp1252"), ("koi8-r", "latin-1"), ("iso8859-5", "latin-1"), ("mac-cyrillic", "mac-roman")],
)
def test_cyrillic_read_as_other_letters_is_repaired(written: str, taken_for: str) -> None:
    broken = RUSSIAN.encode(written).decode(taken_for)
    assert demojibake(f"{broken} 2021") == f"{RUSSIAN} 2021"


def test_cyrillic_of_a_shifted_font_is_repaired() -> None:
    broken = "".join(chr(ord(letter) - 0x1D6) if letter.isalpha() else letter for letter in RUSSIAN)
    assert demojibake(broken) == RUSSIAN


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("x\uf0a3y", "ABCDEF+Symbol", "x≤y"),
        ("\uf0a8", "Wingdings-Regular", "☐"),
        ("\uf028", "Wingdings", "☎"),
        ("\uf028a\uf029", "SymbolMT", "(a)"),
        ("\uf0b7", "Calibri", "•"),
        ("\uf0ee", "Calibri", "\uf0ee"),
    ],
)
def test_signs_of_symbol_fonts_are_shown_as_characters(text: str, font: str, expected: str) -> None:
    assert unicode_signs(text, font) == expected


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
