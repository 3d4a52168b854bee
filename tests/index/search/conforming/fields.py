"""Titles, file names, pages, and what the archive says beyond the words."""

from __future__ import annotations

import pytest

from index.search.tree import (
    And,
    Exact,
    InDates,
    InFileName,
    InNotes,
    InTitle,
    Near,
    Node,
    Not,
    OnPages,
    Or,
    Phrase,
    Prefix,
    Word,
)
from index.tasks import Task
from tests.index.search.conforming.trial import OnTrial, Trial, make_document

_A, _B = Word("снег"), Word("дождь")


class Titles(OnTrial):
    """Titles are texts of their own."""

    def test_a_title_that_stands_in_the_text_has_its_matches_there(self, trial: Trial) -> None:
        trial.add(make_document("№ 7\nПервый снег\nВыпал снег.", "Первый снег"))
        assert trial.marked(InTitle(Word("снегом"))) == ["№ 7\nПервый [снег]\nВыпал снег."]
        assert trial.marked(InTitle(Phrase((Word("первый"), _A)))) == ["№ 7\n[Первый снег]\nВыпал снег."]

    def test_a_title_that_does_not_answers_without_a_match(self, trial: Trial) -> None:
        trial.add(make_document("Выпал снег.", "О снеге"), make_document("Снег", "Дождь"))
        assert trial.numbers(InTitle(_A)) == [1]
        assert trial.marked(InTitle(_A)) == ["Выпал снег."]

    @pytest.mark.parametrize(
        ("inner", "numbers"),
        [
            (And((_A, _B)), [1]),
            (Or((_A, _B)), [1, 2]),
            (Not(_B), [2, 3]),
            (Prefix("сн"), [1, 2]),
            (Exact("снег"), [1]),
            (Near((_A, _B), 1), [1]),
            (InTitle(_A), [1, 2]),
        ],
        ids=repr,
    )
    def test_a_title_answers_whole_trees(self, trial: Trial, inner: Node, numbers: list[int]) -> None:
        trial.add(
            make_document("иней", "Снег и дождь"),
            make_document("дождь", "Снега"),
            make_document("снег, дождь", ""),
        )
        assert trial.numbers(InTitle(inner)) == numbers

    def test_a_title_is_looked_for_among_the_first_two_hundred_words(self, trial: Trial) -> None:
        trial.add(
            make_document("слово " * 199 + "Снег", "Снег"),
            make_document("слово " * 200 + "Снег", "Снег"),
            make_document("слово " * 199 + "Первый снег", "Первый снег"),
        )
        spans = [one.spans for one in trial.subject.engine.occurrences(InTitle(_A), Task())]
        assert [len(found) for found in spans] == [1, 0, 0]

    def test_words_of_the_title_alone_are_no_words_of_the_text(self, trial: Trial) -> None:
        trial.add(make_document("дождь", "Снег"))
        assert trial.numbers(_A) == []


class Fields(OnTrial):
    """File names, dates and pages."""

    def test_file_names_are_found_by_parts_and_patterns(self, trial: Trial) -> None:
        names = ("Отчёт_2021 (1).pdf", "протокол-7.PDF", "протокол-17.docx")
        trial.add(*(make_document("снег", file_name=name) for name in names))
        expected = {
            "отчет_2021": [1],
            "(1)": [1],
            "протокол": [2, 3],
            "*.pdf": [1, 2],
            "протокол-?.*": [2],
            "протокол-??.*": [3],
            "токол*": [],
            "*": [1, 2, 3],
            "[1]": [],
        }
        assert {pattern: trial.numbers(InFileName(pattern)) for pattern in expected} == expected
        assert trial.marked(And((_A, InFileName("7.pdf")))) == ["[снег]"]

    def test_pages_keep_the_matches_that_begin_on_them(self, trial: Trial) -> None:
        text = "снег дождь\nснег\nиней снег"
        trial.add(make_document(text, pages=(0, 11, 16)), make_document("дождь", pages=(0,)))
        kept = {
            (1, 1): "[снег] дождь\nснег\nиней снег",
            (2, 3): "снег дождь\n[снег]\nиней [снег]",
            (3, None): "снег дождь\nснег\nиней [снег]",
        }
        for (first, last), marked in kept.items():
            assert trial.marked(And((_A, OnPages(first, last)))) == [marked]
        over_the_border = Phrase((_B, _A))
        assert trial.marked(And((over_the_border, OnPages(1, 1)))) == ["снег [дождь\nснег]\nиней снег"]
        assert trial.marked(And((over_the_border, OnPages(2, 2)))) == []
        assert trial.marked(And((_B, OnPages(2, None)))) == []

    def test_pages_alone_answer_documents_that_have_them(self, trial: Trial) -> None:
        trial.add(make_document("снег дождь", pages=(0, 5)), make_document("снег", pages=(0,)))
        assert trial.numbers(OnPages(1, 1)) == [1, 2]
        assert trial.numbers(OnPages(2, 9)) == [1]
        assert trial.numbers(OnPages(3, None)) == []
        assert trial.numbers(Not(OnPages(2, None))) == [2]
        assert trial.marked(OnPages(1, None)) == ["снег дождь", "снег"]

    def test_an_empty_page_has_no_words(self, trial: Trial) -> None:
        trial.add(make_document("снег снег", pages=(0, 5, 5)))
        assert trial.marked(And((_A, OnPages(2, 2)))) == []
        assert trial.marked(And((_A, OnPages(3, 3)))) == ["снег [снег]"]


class Beyond(OnTrial):
    """What only the archive knows."""

    def test_places_that_the_archive_names_are_matches(self, trial: Trial) -> None:
        trial.write("снег, дождь и иней", "снег")
        trial.beyond.answers[InNotes("важно")] = [(1, 1, 3)]
        assert trial.marked(InNotes("важно")) == ["снег, [дождь и] иней"]
        assert trial.marked(And((_A, InNotes("важно")))) == ["[снег], [дождь и] иней"]
        assert trial.marked(Not(InNotes("важно"))) == ["снег"]
        assert trial.marked(Or((_A, InNotes("важно")))) == ["[снег], [дождь и] иней", "[снег]"]

    def test_documents_without_places_answer_without_a_match(self, trial: Trial) -> None:
        trial.write("снег", "дождь")
        trial.beyond.answers[InNotes("важно")] = [(2, -1, -1)]
        assert trial.marked(InNotes("важно")) == ["дождь"]

    def test_dates_are_what_the_archive_says_they_are(self, trial: Trial) -> None:
        trial.add(make_document("снег", date="2020-05-12"), make_document("снег"))
        asked = InDates("2020", "2020")
        trial.beyond.answers[asked] = [(1, -1, -1)]
        assert trial.numbers(And((_A, asked))) == [1]
        assert trial.numbers(Not(asked)) == [2]

    def test_places_that_share_a_word_are_one_match(self, trial: Trial) -> None:
        trial.write("снег дождь иней снег")
        trial.beyond.answers[InNotes("важно")] = [(1, 0, 2), (1, 1, 3), (1, 3, 4)]
        assert trial.marked(InNotes("важно")) == ["[снег дождь иней] [снег]"]

    def test_documents_that_the_index_lacks_do_not_answer(self, trial: Trial) -> None:
        trial.write("снег", "дождь", "иней")
        trial.forget(3)
        trial.beyond.answers[InNotes("важно")] = [(2, 0, 1), (3, 0, 1), (99, 0, 1)]
        assert trial.numbers(InNotes("важно")) == [2]
