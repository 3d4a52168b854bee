"""Track 1 on sentences with their annotation inside."""

import pytest

from benchmarks.factrueval.mistakes import Outcome
from benchmarks.factrueval.names import score
from benchmarks.factrueval.scores import Score
from tests.benchmarks.marked import answered, document

RIGHT = Score(1, 1, 1, 1)


def outcome(gold: str, given: str) -> Outcome:
    return score(document(gold), answered(given))


def causes(found: Outcome) -> set[tuple[str, str]]:
    return {(mistake.kind, mistake.cause) for mistake in found.mistakes}


def test_a_name_with_its_kind_and_borders_is_right() -> None:
    found = outcome("В [LOC Риме] ждут [PER Анну Белову].", "В [LOC Риме] ждут [PER Анну Белову].")
    assert found.scores == {"LOC": RIGHT, "PER": RIGHT}
    assert not found.mistakes


@pytest.mark.parametrize("given", ["[ORG движение «Левый берег»]", "движение «[ORG Левый берег]»"])
def test_describing_words_may_be_said_or_left_out(given: str) -> None:
    assert outcome("[ORG <движение> «Левый берег»]", given).scores == {"ORG": RIGHT}


def test_describing_words_alone_find_nothing() -> None:
    found = outcome("[ORG <движение> «Левый берег»]", "[ORG движение] «Левый берег»")
    assert found.scores == {"ORG": Score(0, 0, 1, 1)}


@pytest.mark.parametrize(
    ("given", "share"),
    [("[LOC Северная] Корея", 1 / 2), ("[LOC Северная Корея и Китай]", 2 / 4)],
)
def test_a_name_in_part_counts_by_its_words_among_all(given: str, share: float) -> None:
    gold = "[LOC Северная Корея] и Китай" if "Китай" in given else "[LOC Северная Корея]"
    found = outcome(gold, given)
    assert found.scores == {"LOC": Score(share, share, 1, 1)}
    assert causes(found) == {("LOC", "borders")}


def test_what_is_not_answered_is_missed_and_what_is_not_annotated_is_extra() -> None:
    found = outcome("[PER Белова] уехала в Рим", "Белова уехала в [LOC Рим]")
    assert found.scores == {"PER": Score(expected=1), "LOC": Score(answered=1)}
    assert causes(found) == {("PER", "missed"), ("LOC", "extra")}


def test_a_name_of_another_kind_is_wrong_in_both() -> None:
    found = outcome("за [ORG Баварию]", "за [LOC Баварию]")
    assert found.scores == {"ORG": Score(expected=1), "LOC": Score(answered=1)}
    assert causes(found) == {("ORG", "other kind"), ("LOC", "other kind")}


def test_one_answer_finds_one_name() -> None:
    found = outcome("[LOC Рим] [LOC Париж]", "[LOC Рим Париж]")
    assert found.scores["LOC"].found == 0.5
    assert found.scores["LOC"].expected == 2


def test_an_object_without_a_name_of_its_own_is_on_neither_side() -> None:
    gold = "[ORG <совет директоров>] и [PRJ Восход]"
    assert not outcome(gold, "[ORG совет директоров] и [ORG Восход]").scores
    assert not outcome(gold, "совет директоров и Восход").scores


@pytest.mark.parametrize("given", ["[ORG отдел «Газеты»]", "[ORG отдел «[ORG Газеты]»]"])
def test_a_body_in_a_body_that_was_found_does_not_count(given: str) -> None:
    assert outcome("[ORG отдел «[ORG Газеты]»]", given).scores == {"ORG": RIGHT}


def test_a_body_in_a_body_counts_where_only_it_was_found() -> None:
    found = outcome("[ORG Союз [ORG <газеты> Время]]", "Союз газеты [ORG Время]")
    assert found.scores == {"ORG": Score(1, 1, 2, 1)}


def test_a_person_in_the_name_of_a_body_does_not_count_beside_it() -> None:
    gold = "[ORG театр имени [PER Белова]]"
    assert outcome(gold, "[ORG театр имени [PER Белова]]").scores == {"ORG": RIGHT}
    assert outcome(gold, "[ORG театр имени Белова]").scores == {"ORG": RIGHT}


def test_a_place_in_the_name_of_a_body_counts_for_itself() -> None:
    found = outcome("[ORG Дума [LOC Твери]]", "[ORG Дума Твери]")
    assert found.scores == {"ORG": RIGHT, "LOC": Score(expected=1)}


@pytest.mark.parametrize("given", ["[ORG Библион]", "[LOC Библион]", "[ORG [LOC Библион]]"])
def test_of_one_thing_under_two_kinds_either_is_enough(given: str) -> None:
    found = outcome("в [LOC [ORG Библион]]", f"в {given}")
    assert found.total.f1 == 1


def test_a_thing_under_two_kinds_is_missed_once() -> None:
    assert outcome("в [LOC [ORG Библион]]", "в Библион").total == Score(expected=1)
