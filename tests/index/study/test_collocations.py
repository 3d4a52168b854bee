from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.study import Collocate
from index.study.collocations import collocations, log_likelihood
from index.tasks import Cancelled, Task
from tests.index.study.samples import studied

FILLER = "Совсем другое предложение стоит здесь для счёта всех прочих слов. " * 20


def around(tmp_path: Path, text: str, query: str = "вода", **options: bool) -> dict[str, Collocate]:
    archive = studied(tmp_path, {"а": f"{text} {FILLER}"})
    return {one.word: one for one in collocations(archive.asking, query, **options).words}


def test_words_are_counted_by_dictionary_form_on_both_sides(tmp_path: Path) -> None:
    found = around(tmp_path, "Чистая вода. Чистой воды. Воды чистой мало. Чистый снег.")
    clean = found["чистый"]
    assert (clean.count, clean.left, clean.right, clean.total) == (3, 2, 1, 4)
    assert clean.clause == "вода НЕПОДАЛЁКУ/4 чистый"
    assert clean.score > 0


def test_of_a_query_of_several_parts_both_are_asked_for(tmp_path: Path) -> None:
    found = around(tmp_path, "Чистая вода. Чистой воды. Снег.", "вода снег")
    assert found["чистый"].clause == "вода И снег И чистый"


def test_the_window_ends_with_the_sentence(tmp_path: Path) -> None:
    found = around(tmp_path, "Идёт дождь. Вода стоит. Идёт снег. Идёт дождь. Вода стоит. Снег.")
    assert "дождь" not in found
    assert "снег" not in found


def test_an_abbreviation_does_not_end_the_window(tmp_path: Path) -> None:
    found = around(tmp_path, "Вода в г. Алматы чиста. Вода в г. Алматы чиста.")
    assert found["Алматы"].count == 2


def test_the_window_is_five_words_on_each_side(tmp_path: Path) -> None:
    line = "шестой пятый четвёртый третий второй первый вода один два три четыре пять шесть. "
    found = around(tmp_path, line * 2)
    assert {"пятый", "первый", "один", "пять"} <= found.keys()
    assert not {"шестой", "шесть"} & found.keys()


def test_a_word_between_two_matches_counts_once_with_the_nearest(tmp_path: Path) -> None:
    found = around(tmp_path, "Вода очень медленно точит воду. " * 3)
    assert (found["точить"].count, found["точить"].left) == (3, 3)
    assert (found["очень"].count, found["очень"].right) == (3, 3)


def test_small_words_and_numbers_are_left_out_by_default(tmp_path: Path) -> None:
    text = "Это вода в 5 реках. Это вода в 5 реках."
    asking = studied(tmp_path, {"а": f"{text} {FILLER}"}).asking
    assert [one.word for one in collocations(asking, "вода").words] == ["река"]
    everything = {one.word for one in collocations(asking, "вода", with_small_words=True).words}
    assert everything == {"река", "в", "5", "это"}


def test_a_name_is_shown_under_the_form_that_most_of_its_forms_share(tmp_path: Path) -> None:
    text = "Вода Токаева. Вода Токаеву. Вода Токаевым. Вода и Токаев."
    assert around(tmp_path, text)["Токаев"].count == 4


def test_what_is_written_with_yo_is_shown_with_it(tmp_path: Path) -> None:
    found = around(tmp_path, "Объем воды, объём воды, объёмом воды. Вода Мирзиёева, вода и Мирзиёев.")
    assert {"объём", "Мирзиёев"} <= found.keys()


def test_a_participle_is_no_verb(tmp_path: Path) -> None:
    assert "специализированный" in around(tmp_path, "Специализированная вода, специализированной водой.")


def test_words_rarer_there_than_elsewhere_and_those_met_once_are_left_out(tmp_path: Path) -> None:
    found = around(tmp_path, "Вода стоит здесь. Вода мутная.")
    assert not found


def test_the_strongest_comes_first(tmp_path: Path) -> None:
    archive = studied(tmp_path, {"а": f"{'Чистая вода. ' * 5}{'Грязная вода. ' * 3}{FILLER}"})
    found = collocations(archive.asking, "вода")
    assert [one.word for one in found.words] == ["чистый", "грязный"]
    assert found.matches == 8


def test_the_measure_is_dunnings() -> None:
    # Rayson and Garside's calculator gives the same for 110 of 2,552 against 111 of 29,114 other words.
    assert log_likelihood(110, 2552, 221, 31666) == pytest.approx(273.6, abs=5)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), st.integers(1, 50))
def test_the_measure_is_never_negative(both: int, near: int, far: int, neither: int) -> None:
    size = both + near + far + neither
    assert log_likelihood(both, both + near, both + far, size) >= -1e-9


def test_it_can_be_cancelled(tmp_path: Path) -> None:
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        collocations(studied(tmp_path, {"а": "Вода."}).asking, "вода", task)
