import pytest

from index.text.morphology import form_terms, query_terms, surface
from index.text.turkic import turkic_terms

UZBEKISTAN = ("Ўзбекистон", "Oʻzbekiston", "O'zbekiston", "O`zbekiston", "O‘zbekiston", "O’zbekiston")
KAZAKHSTAN = ("Қазақстан", "ҚАЗАҚСТАН", "Qazaqstan")


def finds(query: str, word: str) -> bool:
    """Whether a query word finds a word of a text."""
    return not set(query_terms(query)).isdisjoint(form_terms(surface(word)))


@pytest.mark.parametrize("spellings", [UZBEKISTAN, KAZAKHSTAN])
def test_every_spelling_finds_every_other(spellings: tuple[str, ...]) -> None:
    assert [(x, y) for x in spellings for y in spellings if not finds(x, y)] == []


@pytest.mark.parametrize(
    "forms",
    [
        "Ўзбекистон Ўзбекистоннинг Ўзбекистонга Ўзбекистонни Ўзбекистонда Ўзбекистондан Ўзбекистондаги",
        "Oʻzbekiston Oʻzbekistonning Oʻzbekistonga Oʻzbekistonni Oʻzbekistonda Oʻzbekistondan",
        "қарор қарорлар қарорни қарорнинг қарорларга қарорларидан",
        "маълумот маълумотлар маълумотларнинг maʼlumot ma'lumotlarni",
        "ўқитувчи ўқитувчилар ўқитувчига o'qituvchi oʻqituvchilarning",
        "Қазақстан Қазақстанның Қазақстанға Қазақстанды Қазақстанда Қазақстаннан Қазақстанмен",
        "мәселе мәселелер мәселені мәселеге мәселелерден мәселелердің",
        "үкімет үкіметтің үкіметке үкіметтен үкіметтер",
        "өзен өзендер өзендерді өзенде",
    ],
)
def test_case_and_number_find_each_other(forms: str) -> None:
    words = forms.split()
    assert [(x, y) for x in words for y in words if not finds(x, y)] == []


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("Ўзбекистон", "Тожикистон"),
        ("Қазақстан", "қазақ"),
        ("Қазақстан", "Қырғызстан"),
        ("қарор", "қатор"),
        ("тоғ", "тоға"),
        ("ўқитувчи", "ўқувчи"),
        ("мәселе", "мәсел"),
        ("үкім", "үкімет"),
        ("ўн", "on"),
        ("қала", "қалалық"),
    ],
)
def test_another_word_is_not_found(query: str, word: str) -> None:
    assert not finds(query, word)


@pytest.mark.parametrize(
    "word", ["україни", "їжак", "тоҷикистон", "ҷумҳурӣ", "москвада", "company's", "dog's"]
)
def test_words_of_other_languages_are_left_alone(word: str) -> None:
    assert turkic_terms(word) == ()


@pytest.mark.parametrize("word", ["Україна", "Київ", "Тоҷикистон", "Ҷумҳурии", "Қирғизистон"])
def test_they_are_found_as_they_are_written(word: str) -> None:
    assert finds(word.upper(), word)
