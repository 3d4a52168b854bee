"""Track 2: entities by their names."""

import pytest

from benchmarks.factrueval import answers
from benchmarks.factrueval.entities import fit, score
from benchmarks.factrueval.gold import Document, Entity, Kind
from benchmarks.factrueval.mistakes import Outcome
from benchmarks.factrueval.scores import Score
from tests.benchmarks.marked import answered, document

WHOLE = Score(1, 1)


def person(*parts: tuple[str, ...]) -> Entity:
    return Entity(Kind.PERSON, (), parts, (" ".join(part[0] for part in parts),), is_counted=True)


def named(kind: Kind, *names: str, mentions: tuple[int, ...] = (), is_counted: bool = True) -> Entity:
    parts = tuple((word,) for word in names[0].split()) if kind == Kind.PERSON else ()
    return Entity(kind, mentions, parts, names, is_counted)


def answer(kind: Kind, name: str) -> answers.Entity:
    return answers.Entity(kind, name, ())


def outcome(marked: str, entities: tuple[Entity, ...], given: str, names: tuple[str, ...]) -> Outcome:
    """Score answers that are marked in the same text and have these names."""
    read = document(marked)
    gold = Document(read.name, read.text, read.words, read.mentions, entities, ())
    found = answered(given).entities
    renamed = tuple(
        answers.Entity(one.kind, name, one.mentions) for one, name in zip(found, names, strict=True)
    )
    return score(gold, answers.Answers(renamed, ()))


def test_a_person_is_named_by_the_parts_of_the_name_in_any_order() -> None:
    assert fit(person(("Анна",), ("Белова",)), answer(Kind.PERSON, "Белова Анна")) == WHOLE


def test_a_part_that_is_not_said_and_a_word_too_many_count_in_part() -> None:
    gold = person(("Анна",), ("Белова",))
    assert fit(gold, answer(Kind.PERSON, "Белова")) == Score(0.5, 1)
    assert fit(gold, answer(Kind.PERSON, "Анна Ивановна Белова Anna")) == Score(1, 0.5)


def test_each_part_may_have_spellings() -> None:
    gold = person(("Bernd", "Бернд"), ("Pischets", "Пишец"))
    assert fit(gold, answer(Kind.PERSON, "Бернд Пишец")) == WHOLE


def test_a_part_of_several_words_is_said_whole_or_not_at_all() -> None:
    gold = person(("Жан",), ("Ле Пен",))
    assert fit(gold, answer(Kind.PERSON, "Жан-Мари Пен")).found == 0.5


def test_another_person_or_another_kind_fits_nothing() -> None:
    gold = person(("Анна",), ("Белова",))
    assert fit(gold, answer(Kind.PERSON, "Пётр Чернов")) == Score()
    assert fit(gold, answer(Kind.PLACE, "Анна Белова")) == Score()


@pytest.mark.parametrize("name", ["Солнце", "движение «Солнце»", "СОЛНЦЕ"])
def test_a_body_has_one_of_its_names(name: str) -> None:
    gold = named(Kind.BODY, "Солнце", "движение Солнце")
    assert fit(gold, answer(Kind.BODY, name)) == WHOLE


@pytest.mark.parametrize("name", ["Солнца", "движение", "Солнце и Луна"])
def test_other_names_of_a_body_are_wrong_altogether(name: str) -> None:
    gold = named(Kind.BODY, "Солнце", "движение Солнце")
    assert fit(gold, answer(Kind.BODY, name)) == Score()


def test_an_entity_counts_once_however_often_it_is_named() -> None:
    rome = named(Kind.PLACE, "Рим", mentions=(0, 1))
    found = outcome("Из [LOC Рима] в [LOC Рим]", (rome,), "Из Рима в [LOC Рим]", ("Рим",))
    assert found.scores == {"LOC": Score(1, 1, 1, 1)}


def test_a_second_entity_with_mentions_of_the_first_is_named_apart() -> None:
    rome = named(Kind.PLACE, "Рим", mentions=(0, 1))
    found = outcome("Из [LOC Рима] в [LOC Рим]", (rome,), "Из [LOC Рима] в [LOC Рим]", ("Рима", "Рим"))
    assert found.scores == {"LOC": Score(1, 1, 1, 2)}
    assert [(m.cause, m.expected, m.found) for m in found.mistakes] == [
        ("named apart", "LOC Рим", "LOC Рима")
    ]


def test_a_wrong_name_is_one_mistake_of_two_halves() -> None:
    rome = named(Kind.PLACE, "Рим", mentions=(0,))
    found = outcome("в [LOC Риме]", (rome,), "в [LOC Риме]", ("Рима",))
    assert found.scores == {"LOC": Score(0, 0, 1, 1)}
    assert {m.cause for m in found.mistakes} == {"name"}


def test_an_entity_whose_mentions_went_to_another_is_taken_for_it() -> None:
    old = named(Kind.PERSON, "Белова", mentions=(0,))
    young = named(Kind.PERSON, "Белов", mentions=(1,))
    read = document("[PER Белова] и [PER Белов]")
    gold = Document(read.name, read.text, read.words, read.mentions, (old, young), ())
    one, other = answered("[PER Белова] и [PER Белов]").entities
    joined = answers.Entity(Kind.PERSON, "Белова", one.mentions + other.mentions)
    found = score(gold, answers.Answers((joined,), ()))
    assert [(m.cause, m.expected) for m in found.mistakes] == [("taken for another", "PER Белов")]


def test_what_does_not_count_may_be_answered_or_not() -> None:
    government = named(Kind.BODY, "правительство", mentions=(0,), is_counted=False)
    marked = "[ORG <правительство>]"
    assert not outcome(marked, (government,), "[ORG правительство]", ("правительство",)).scores
    assert not outcome(marked, (government,), "правительство", ()).scores


def test_a_person_named_only_in_the_name_of_a_body_need_not_be_found() -> None:
    belov = named(Kind.PERSON, "Белов", mentions=(1,))
    marked = "[ORG театр [PER Белова]]"
    assert not outcome(marked, (belov,), "театр Белова", ()).scores
    assert not outcome(marked, (), "театр [PER Белова]", ("Белов",)).scores
