import csv
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.morphology import form_terms, index_terms, is_known, lemmas, query_terms, surface
from index.text.tokens import tokens
from tests.helpers.shared import shared


def finds(query: str, text: str) -> bool:
    """Whether a query word finds a word of a text."""
    return not set(query_terms(query)).isdisjoint(index_terms(text))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("сотрудничеством", "сотрудничества"),
        ("человек", "людям"),
        ("ЕЛКУ", "ёлкой"),
        ("идти", "шёл"),
        ("сталь", "стали"),
        ("стать", "стали"),
        ("суда", "судно"),
        ("водосберегающие", "водосберегающих"),
        ("токаеву", "Токаев"),
        ("мирзиеевым", "Мирзиёева"),
        ("саидовой", "Саидова"),
        ("лань", "Лань"),
        ("treaty", "treaties"),
        ("Oʻzbekiston", "O'zbekiston"),
        ("ozbekiston", "Oʻzbekiston"),
        ("Қазақстан", "ҚАЗАҚСТАН"),
        ("xxi", "ХХI"),
        ("5", "05"),
        ("3.5", "3,5"),
        ("токаев", "Tокаеву"),
        ("замок", "за́мок"),
        ("сотрудничество", "со\u00adтруд\u00adничества"),
        ("company", "company's"),
        ("malumot", "maʼlumot"),
    ],
)
def test_a_form_finds_another(query: str, text: str) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("посол", "после"),
        ("тереть", "три"),
        ("уж", "уже"),
        ("длить", "для"),
        ("Казахстан", "Казахской"),
        ("дорога", "автодороги"),
        ("50", "500"),
        ("3.5", "35"),
        ("2", "II"),
        ("йод", "иод"),
    ],
)
def test_another_word_is_not_found(query: str, text: str) -> None:
    assert not finds(query, text)


def test_the_dictionary_is_asked_without_case_and_yo() -> None:
    assert is_known("Елкой")
    assert is_known("сотрудничество")
    assert not is_known("сотрудничесвто")
    assert not is_known("treaty")
    assert not is_known("")


def test_lemmas_come_likeliest_first_and_folded() -> None:
    assert lemmas("стали") == ("стать", "сталь")
    assert lemmas("ёлок")[0] == "елка"
    assert lemmas("treaty") == ()


def test_capital_letters_mean_nothing() -> None:
    assert index_terms("МИНИСТРОВ") == index_terms("министров") == form_terms("министров")


def test_unknown_words_and_possible_surnames_keep_their_form() -> None:
    assert "агрокластеров" in form_terms("агрокластеров")
    assert form_terms("токаев") == ("токай", "токаев")
    assert form_terms("сотрудничества") == ("сотрудничество",)


@given(st.text(min_size=1, max_size=20))
def test_every_token_has_terms_and_a_form(text: str) -> None:
    for token in tokens(text):
        assert all(index_terms(token.text))
        assert finds(token.text, token.text)
        assert surface(token.text) == surface(surface(token.text))


def test_every_case_of_a_name_finds_every_other() -> None:
    with shared("names.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    declined = defaultdict(set)
    for row in rows:
        declined[row["lemma"], row["gender"]].add(row["form"])
    missed = [
        (query, text)
        for forms in declined.values()
        for query in forms
        for text in forms
        for typed in (query, query.lower(), query.replace("ё", "е"))
        if not all(
            finds(asked.text, written.text)
            for asked, written in zip(tokens(typed), tokens(text), strict=True)
        )
    ]
    assert len(declined) > 90
    assert missed == []
