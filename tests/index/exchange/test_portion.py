from __future__ import annotations

import pytest

from index.exchange.cells import ANY, COLUMNS, PLACE
from index.exchange.kinds import GROUPS, chosen, kinds_of
from index.exchange.words import code_name, column_name, kind_name
from index.facts.wording import GroupKey, describe
from index.model.fact import EntityType, Fact, FactType, Slot
from index.model.span import Span
from index.text.wording import Language
from tests.index.exchange.samples import ANNA, everything, told
from tests.index.study.stating import Text

TEXT = "Он пришёл. Она, т. е. Анна, ушла.\nДождь\tидёт"


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("Он", "Он пришёл."),
        ("Анна", "Она, т. е. Анна, ушла."),
        ("пришёл. Она", "Он пришёл. Она, т. е. Анна, ушла."),
        ("ушла.\nДождь", "Она, т. е. Анна, ушла. Дождь идёт"),
    ],
)
def test_a_quote_is_the_sentences_in_which_a_place_is(words: str, quote: str) -> None:
    start = TEXT.index(words)
    assert told(Text(TEXT)).quote(Span(start, start + len(words))) == quote


def test_a_place_between_sentences_has_a_quote_too() -> None:
    assert told(Text(" \n а")).quote(Span(0, 1)) == ""
    assert told(Text("")).quote(Span(0, 0)) == ""


def test_every_kind_is_in_one_group() -> None:
    assert sorted(kinds_of(GROUPS)) == sorted((*EntityType, *FactType))
    assert set(GROUPS) == set(GroupKey)


@pytest.mark.parametrize("kind", FactType)
def test_the_group_of_a_kind_is_that_of_the_window(kind: FactType) -> None:
    names = ("what", "amount", "value", "person", "participants", "quote", "property")
    slots = tuple(Slot(name, "5", Span(0, 1), 5) for name in (*names, "date", "duration", "url"))
    described = describe(Fact("f", kind, slots, Span(0, 1)))
    assert described is not None
    assert kind in GROUPS[described.group]


def test_things_that_fill_parts_of_chosen_statements_stay() -> None:
    kept = chosen(everything().stated, (FactType.QUOTE,))
    assert [one.name for one in kept.entities] == [ANNA]
    assert [fact.type for fact in kept.facts] == [FactType.QUOTE]


@pytest.mark.parametrize("language", Language)
def test_everything_has_a_name_that_fits_a_sheet(language: Language) -> None:
    names = [kind_name(kind, language) for kind in kinds_of(GROUPS)]
    assert len(set(names)) == len(names)
    assert all(len(f"{name} 99") <= 31 and not set(name) & set("[]:*?/\\'") for name in names)
    for columns in (*COLUMNS.values(), ANY):
        heads = [column_name(column.name, language) for column in columns]
        assert len(set(heads)) == len(heads)
    assert all(column_name(name, language) for name in PLACE)


def test_a_code_without_a_name_is_its_own() -> None:
    assert code_name("неведомый", Language.RU) == "неведомый"
    assert code_name("signed", Language.EN) == "signed"
