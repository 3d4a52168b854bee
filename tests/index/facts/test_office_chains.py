"""Several offices of one person; offices stand in brackets in the sentence, persons are told beside it."""

from __future__ import annotations

import re

import pytest

from index.facts.extract import extract
from index.facts.office_chains import AFTER_RULE, BEFORE_RULE
from index.model.fact import Fact, FactType

pytestmark = pytest.mark.usefixtures("loaded")

_BRACKETS = re.compile(r"[\[\]]")
SENTENCES = [
    (BEFORE_RULE, "[Заместитель председателя комитета] и [директор музея] Анна Ким ушла.", "Анна Ким"),
    (BEFORE_RULE, "Говорил [представитель] ООН [полковник] Иван Петров.", "Иван Петров"),
    (BEFORE_RULE, "По словам [представителя] ООН [полковника] Ивана Петрова, всё спокойно.", "Иван Петров"),
    (BEFORE_RULE, "[Депутат] Государственной думы, [член комитета] Олег Белов уехал.", "Олег Белов"),
    (BEFORE_RULE, "[Глава] миссии ООН в регионе [советник министра] Олег Белов уехал.", "Олег Белов"),
    (AFTER_RULE, "Говорил Иван Петров, [директор завода] и [депутат] Государственной думы.", "Иван Петров"),
    (AFTER_RULE, "Анна Ким — [начальник отдела], [член] совета МГУ.", "Анна Ким"),
]


def _offices(text: str) -> list[Fact]:
    return [fact for fact in extract(text).facts if fact.type == FactType.OCCUPATION]


@pytest.mark.parametrize(("rule", "sentence", "person"), SENTENCES)
def test_offices_beside_one_name_are_all_of_its_bearer(rule: str, sentence: str, person: str) -> None:
    facts = _offices(_BRACKETS.sub("", sentence))
    said = {slot.text for fact in facts if (slot := fact.slot("position"))}
    assert said == set(re.findall(r"\[([^\]]+)\]", sentence))
    holders = {slot.value for fact in facts if (slot := fact.slot("person"))}
    assert holders == {person}
    assert rule in {fact.rule for fact in facts}


@pytest.mark.parametrize(
    "text",
    [
        "Иван Петров, директор завода, главный инженер Олег Ким и кассир Анна Цой приехали.",
        "Директор завода Иван Петров, главный инженер Олег Ким и кассир Анна Цой приехали.",
    ],
)
def test_who_has_an_office_of_his_own_gets_no_other(text: str) -> None:
    told = [(f.slot("person"), f.slot("position")) for f in _offices(text)]
    said = {(person.value, office.value) for person, office in told if person and office}
    expected = {("Иван Петров", "директор завода"), ("Олег Ким", "главный инженер"), ("Анна Цой", "кассир")}
    assert said == expected


def test_the_first_of_two_offices_is_of_the_body_that_both_share() -> None:
    (fact,) = _offices("Говорил Иван Петров, генеральный директор и основатель компании «Свет».")
    org = fact.slot("org")
    assert org is not None
    assert org.text == "компании «Свет»"


def test_a_rank_shares_no_body_with_the_office_behind_it() -> None:
    first, _ = _offices("Говорил Иван Петров, профессор и директор компании «Свет».")
    assert first.slot("org") is None
