"""Personal names: declension and back, canonical names, who is who."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.facts.declension import CASES, Gender, NameKind, decline, nominatives
from index.facts.person_groups import grouped
from index.facts.persons import canonical_name, mention_of
from index.model.span import Span
from tests.helpers.shared import shared

GROUPS = [
    (["Шавкат Мирзиёев", "Мирзиёеву", "Ш. Мирзиёевым"], ["Шавкат Мирзиёев"]),
    (["Касым-Жомарта Токаева", "Токаеву"], ["Касым-Жомарт Токаев"]),
    (["Дилфуза Эргашходжаева", "Дилфузу Эргашходжаеву", "Д. Эргашходжаева"], ["Дилфуза Эргашходжаева"]),
    (["Бейсенова Марата Оразовича", "М. О. Бейсенову", "Бейсенов"], ["Марат Оразович Бейсенов"]),
    (["Гринёву Тамару Игоревну", "Гринева", "Т. И. Гринева"], ["Тамара Игоревна Гринёва"]),
    (["Аскара-Султана Ибраева", "Ибраев"], ["Аскар-Султан Ибраев"]),
    (["Юнусовой Г.-А. С.", "Г.-А. Юнусова"], ["Г.-А. С. Юнусова"]),
    (["Зинаида Лань", "З. П. Лань", "Лань З. П."], ["Зинаида Лань"]),
    (["Чубаря Н.", "Н. Чубарь"], ["Н. Чубарь"]),
    (["Алишеру Навои"], ["Алишер Навои"]),
    (["Ангелой Меркель"], ["Ангела Меркель"]),
    (["Иван Петров", "Анна Петрова", "П. Петров"], ["Иван Петров", "Анна Петрова", "П. Петров"]),
]


@pytest.mark.parametrize(("forms", "expected"), GROUPS)
def test_mentions_of_one_person_are_gathered_under_the_nominative(
    forms: list[str], expected: list[str]
) -> None:
    text = "\n".join(forms)
    starts = [text.index(form) if i == 0 else len("\n".join(forms[:i])) + 1 for i, form in enumerate(forms)]
    mentions = [
        mention_of(text, Span(start, start + len(form)), "")
        for start, form in zip(starts, forms, strict=True)
    ]
    names = [canonical_name(text, person) for person in grouped(mentions)]
    assert sorted(names) == sorted(expected)


@pytest.mark.parametrize(
    ("word", "kind", "gender", "forms"),
    [
        ("токаев", NameKind.SURNAME, Gender.MASCULINE, "токаева токаеву токаева токаевым токаеве"),
        ("сабитова", NameKind.SURNAME, Gender.FEMININE, "сабитовой сабитовой сабитову сабитовой сабитовой"),
        (
            "зеленский",
            NameKind.SURNAME,
            Gender.MASCULINE,
            "зеленского зеленскому зеленского зеленским зеленском",
        ),
        ("шавкат", NameKind.GIVEN, Gender.MASCULINE, "шавката шавкату шавката шавкатом шавкате"),
        ("дилфуза", NameKind.GIVEN, Gender.FEMININE, "дилфузы дилфузе дилфузу дилфузой дилфузе"),
        (
            "оразович",
            NameKind.PATRONYMIC,
            Gender.MASCULINE,
            "оразовича оразовичу оразовича оразовичем оразовиче",
        ),
        ("навои", NameKind.SURNAME, Gender.MASCULINE, "навои навои навои навои навои"),
        ("шевченко", NameKind.SURNAME, Gender.FEMININE, "шевченко шевченко шевченко шевченко шевченко"),
        ("меркель", NameKind.SURNAME, Gender.FEMININE, "меркель меркель меркель меркель меркель"),
    ],
)
def test_names_decline(word: str, kind: NameKind, gender: Gender, forms: str) -> None:
    assert [decline(word, kind, gender, case) for case in CASES[1:]] == forms.split()


_STEMS = st.text(alphabet="абвгдежзиклмнопрст", min_size=3, max_size=8).filter(
    lambda stem: stem[-1] in "бвгдзклмнпрст"
)
_SURNAMES = st.tuples(_STEMS, st.sampled_from(["ов", "ев", "ин", "ский", "енко", ""])).map("".join)


@given(_SURNAMES, st.sampled_from(CASES))
def test_a_declined_surname_leads_back_to_its_nominative(surname: str, case: str) -> None:
    form = decline(surname, NameKind.SURNAME, Gender.MASCULINE, case)
    assert surname in nominatives(form, NameKind.SURNAME, Gender.MASCULINE, case)


@given(_STEMS, st.sampled_from(["ова", "ева", "ина", "ская"]), st.sampled_from(CASES))
def test_a_declined_feminine_surname_leads_back_too(stem: str, ending: str, case: str) -> None:
    form = decline(stem + ending, NameKind.SURNAME, Gender.FEMININE, case)
    assume(len(form) > 3)
    assert stem + ending in nominatives(form, NameKind.SURNAME, Gender.FEMININE, case)


def test_the_shared_table_of_declined_surnames_is_read_back() -> None:
    lines = shared("names.tsv").read_text(encoding="utf-8").splitlines()
    rows = [dict(zip(lines[0].split("\t"), line.split("\t"), strict=False)) for line in lines[1:]]
    missed = [
        row["form"]
        for row in rows
        if row["gender"] in ("m", "f")
        and not any(
            row["lemma"].lower().replace("ё", "е")
            in nominatives(row["form"].lower().replace("ё", "е"), kind, gender, row["case"])
            for kind in (NameKind.SURNAME, NameKind.GIVEN)
            for gender in Gender
        )
    ]
    assert len(missed) <= 0.05 * len(rows), missed
