"""Track 3: facts with their slots."""

import pytest

from benchmarks.factrueval import answers
from benchmarks.factrueval.facts import matched, score
from benchmarks.factrueval.gold import Argument, Document, Fact
from benchmarks.factrueval.mistakes import Outcome
from benchmarks.factrueval.scores import Score, total
from index.model.span import Span

TEXT = "Мэр Твери Анна Белова встретилась с Петром Черновым."
PLACE = Span(0, 20)


def fact(type_: str, *slots: tuple[str, str], is_hard: bool = False) -> Fact:
    """Make an annotated fact; a bar parts what is accepted in a slot."""
    arguments = tuple(Argument(slot, tuple(options.split("|"))) for slot, options in slots)
    return Fact(type_, arguments, is_hard, PLACE)


def given(type_: str, *slots: tuple[str, str]) -> answers.Fact:
    return answers.Fact(type_, slots, PLACE)


MAYOR = fact("Occupation", ("Who", "Белова Анна"), ("Position", "мэра|глава"), ("Where", "Тверь|Твери"))
ANSWER = given("Occupation", ("Who", "Анна Белова"), ("Position", "мэр"), ("Where", "Тверь"))


def outcome(
    facts: list[Fact], found: list[answers.Fact], *, is_easy: bool = False, is_whole: bool = False
) -> Outcome:
    document = Document("doc", TEXT, (), (), (), tuple(facts))
    return score(document, answers.Answers((), tuple(found)), is_easy=is_easy, is_whole=is_whole)


def causes(found: Outcome) -> list[str]:
    return sorted(mistake.cause for mistake in found.mistakes)


def test_a_fact_is_found_when_all_its_slots_are_right() -> None:
    found = outcome([MAYOR], [ANSWER])
    assert found.scores == {"Occupation": Score(1, 1, 1, 1)}
    assert not found.mistakes


@pytest.mark.parametrize(
    ("slots", "score_", "cause"),
    [
        ([("Who", "Анна Белова"), ("Position", "мэр")], Score(2 / 3, 1, 1, 1), "no Where"),
        (
            [("Who", "Анна Белова"), ("Position", "судья"), ("Where", "Тверь")],
            Score(2 / 3, 2 / 3, 1, 1),
            "wrong Position",
        ),
        (
            [("Who", "Анна Белова"), ("Position", "мэр"), ("Where", "Тверь"), ("Where", "Рим")],
            Score(1, 3 / 4, 1, 1),
            "needless Where",
        ),
    ],
)
def test_slots_count_by_their_share(slots: list[tuple[str, str]], score_: Score, cause: str) -> None:
    found = outcome([MAYOR], [given("Occupation", *slots)])
    assert found.scores == {"Occupation": score_}
    assert causes(found) == [cause]
    mended = found.total + total(mistake.mended for mistake in found.mistakes)
    assert mended.f1 == pytest.approx(1)


def test_an_office_of_somebody_else_is_another_fact() -> None:
    other = given("Occupation", ("Who", "Пётр Чернов"), ("Position", "мэр"), ("Where", "Тверь"))
    assert not matched(MAYOR, other)
    assert outcome([MAYOR], [other]).scores == {"Occupation": Score(0, 0, 1, 1)}


def test_of_two_facts_about_one_person_each_takes_the_answer_that_fits_it() -> None:
    doctor = fact("Occupation", ("Who", "Белова Анна"), ("Position", "врач"))
    said = given("Occupation", ("Who", "Анна Белова"), ("Position", "врач"))
    found = outcome([MAYOR, doctor], [said, ANSWER])
    assert found.scores == {"Occupation": Score(2, 2, 2, 2)}


def test_participants_are_taken_in_any_order_and_each_once() -> None:
    meeting = fact("Meeting", ("Participant", "Белова Анна"), ("Participant", "Чернов Пётр"))
    both = given("Meeting", ("Participant", "Пётр Чернов"), ("Participant", "Анна Белова"))
    twice = given("Meeting", ("Participant", "Анна Белова"), ("Participant", "Анна Белова"))
    assert outcome([meeting], [both]).scores["Meeting"].f1 == 1
    assert outcome([meeting], [twice]).scores["Meeting"] == Score(0.5, 0.5, 1, 1)


def test_the_kind_of_a_deal_alone_does_not_make_it_the_same() -> None:
    deal = fact("Deal", ("Participant", "Заря"), ("Participant", "Восход"), ("Type", "купля/продажа"))
    assert not matched(deal, given("Deal", ("Participant", "Закат"), ("Type", "купля/продажа")))


def test_an_owner_or_the_property_is_enough_to_be_about_the_same() -> None:
    owned = fact("Ownership", ("Owner", "Заря"), ("Property", "Восход"))
    assert outcome([owned], [given("Ownership", ("Owner", "Закат"), ("Property", "Восход"))]).total.f1 == 0.5


def test_difficult_facts_are_left_out_of_an_easy_run_with_their_answers() -> None:
    hard = fact("Occupation", ("Who", "Чернов Пётр"), ("Position", "врач"), is_hard=True)
    said = given("Occupation", ("Who", "Пётр Чернов"), ("Position", "врач"))
    assert outcome([MAYOR, hard], [ANSWER, said], is_easy=True).scores == {"Occupation": Score(1, 1, 1, 1)}
    assert outcome([MAYOR, hard], [ANSWER, said]).scores == {"Occupation": Score(2, 2, 2, 2)}
    assert outcome([MAYOR, hard], [ANSWER], is_easy=True).total.f1 == 1


def test_where_every_slot_is_asked_for_a_fact_in_part_is_missed() -> None:
    part = given("Occupation", ("Who", "Анна Белова"), ("Position", "мэр"))
    assert outcome([MAYOR], [part], is_whole=True).scores == {"Occupation": Score(0, 0, 1, 1)}
    assert outcome([MAYOR], [ANSWER], is_whole=True).total.f1 == 1


def test_a_miss_says_whether_something_else_is_said_of_the_person() -> None:
    doctor = fact("Occupation", ("Who", "Белова Анна"), ("Position", "врач"))
    assert causes(outcome([MAYOR, doctor], [ANSWER])) == ["missed beside another"]
    assert causes(outcome([MAYOR], [])) == ["missed"]
    assert causes(outcome([], [ANSWER])) == ["extra"]
    judge = given("Occupation", ("Who", "Анна Белова"), ("Position", "судья"))
    assert causes(outcome([MAYOR], [ANSWER, judge])) == ["extra beside another"]
