"""Orders, limits, counts, scores; and the words of an index."""

from __future__ import annotations

import pytest

from index.search.engine import Order
from index.search.tree import And, Exact, Not, Or, Phrase, Word
from index.tasks import Task
from tests.index.search.conforming.trial import OnTrial, Trial, make_document

_A, _B, _C = Word("снег"), Word("дождь"), Word("иней")


class Answers(OnTrial):
    """Which documents come first, and how many there are."""

    def test_counts_are_exact_whatever_the_limit(self, trial: Trial) -> None:
        trial.write(*["снег и снег"] * 30)
        for limit in (1, 7, 30, 31, 0):
            outcome = trial.answer(_A, limit)
            assert (outcome.documents, outcome.matches) == (30, 60)
            assert len(outcome.ranked) == min(limit or 30, 30)

    @pytest.mark.parametrize("order", list(Order))
    def test_a_limit_cuts_the_same_order(self, trial: Trial, order: Order) -> None:
        trial.add(
            *(
                make_document(
                    "снег " * (i * 7 % 5 + 1) + "вода " * i, f"{i * 5 % 7}", date=f"20{i * 3 % 23:02}"
                )
                for i in range(20)
            )
        )
        whole = trial.order(_A, 0, order)
        assert len(whole) == 20
        assert [trial.order(_A, limit, order) for limit in (1, 5, 19)] == [whole[:1], whole[:5], whole[:19]]

    def test_equals_follow_each_other_from_the_newest(self, trial: Trial) -> None:
        trial.write(*["снег"] * 3)
        trial.write(*["снег"] * 3)
        for order in Order:
            assert trial.order(_A, 0, order) == [6, 5, 4, 3, 2, 1]
            assert trial.order(Not(_B), 2, order) == [6, 5]

    def test_a_document_read_again_keeps_its_place_among_equals(self, trial: Trial) -> None:
        trial.write(*["снег"] * 3)
        trial.rewrite(_1="снег")
        assert trial.order(_A) == [3, 2, 1]

    def test_dates_order_and_documents_without_one_come_last(self, trial: Trial) -> None:
        dates = ("2021-03-01", "", "2020", "2021-02", "", "2021-03-02")
        trial.add(*(make_document("снег", date=date) for date in dates))
        assert trial.order(_A, 0, Order.NEWEST) == [6, 1, 4, 3, 5, 2]
        assert trial.order(_A, 0, Order.OLDEST) == [3, 4, 1, 6, 5, 2]

    def test_names_order_as_a_dictionary_does(self, trial: Trial) -> None:
        trial.add(
            *(make_document("снег", title) for title in ("яблоко", "Ёлка", "арбуз", "ель", "Арбуз", ""))
        )
        assert trial.order(_A, 0, Order.NAME) == [6, 5, 3, 2, 4, 1]

    def test_more_matches_in_a_shorter_text_are_worth_more(self, trial: Trial) -> None:
        trial.write("снег вода вода вода", "снег снег вода вода", "снег снег", "вода")
        assert trial.order(_A) == [3, 2, 1]

    def test_rare_words_are_worth_more(self, trial: Trial) -> None:
        trial.write("снег вода", "дождь вода", "снег воды", "снег воды")
        assert trial.order(Or((_A, _B)))[0] == 2

    def test_a_match_in_the_title_is_worth_more(self, trial: Trial) -> None:
        trial.add(
            make_document("снег вода вода", "Снег"),
            make_document("снег снег вода", "Вода"),
            make_document("вода", "Снег"),
        )
        assert trial.order(_A) == [1, 2]

    @pytest.mark.parametrize("root", [And((_A, _B)), And((Exact("снег"), _B)), And((Phrase((_A, _A)), _B))])
    def test_words_closer_to_each_other_are_worth_more(self, trial: Trial, root: And) -> None:
        trial.write(
            "снег снег дождь вода вода вода вода", "снег снег вода вода вода вода дождь", "вода", "вода"
        )
        assert trial.order(root) == [1, 2]

    def test_scores_fall(self, trial: Trial) -> None:
        trial.write(*("снег " * i + "дождь " * (9 - i) for i in range(10)))
        scores = [one.score for one in trial.answer(Or((_A, _B))).ranked]
        assert scores == sorted(scores, reverse=True)
        assert all(score > 0 for score in scores)
        assert [one.score for one in trial.answer(Not(_C)).ranked] == [0.0] * 10

    def test_occurrences_come_oldest_first_of_the_documents_asked_for(self, trial: Trial) -> None:
        trial.write(*["снег", "снег дождь", "дождь", "снег снег"])
        trial.rewrite(_1="снег")
        engine = trial.subject.engine
        listed = list(engine.occurrences(_A, Task(), [4, 1, 3, 99]))
        assert [(one.number, len(one.spans)) for one in listed] == [(1, 1), (4, 2)]
        assert list(engine.occurrences(_A, Task(), [])) == []

    def test_an_answer_names_documents_as_the_archive_does(self, trial: Trial) -> None:
        trial.write("снег", "снег")
        named = {one.number: one.document_id for one in trial.answer(_A).ranked}
        assert named == {number: one.id for number, one in trial.documents.items()}


class Vocabularies(OnTrial):
    """The words of an index."""

    def test_forms_are_known_as_they_are_written(self, trial: Trial) -> None:
        trial.add(make_document("Снега, лёд и 05", "Заглавие"), make_document("снегом"))
        words = trial.subject.engine.vocabulary()
        assert [form for form in ("снега", "снегом", "лед", "5") if not words.has(form)] == []
        assert [form for form in ("снег", "с", "заглавие") if words.has(form)] == []

    def test_documents_of_a_word_are_counted_in_any_form(self, trial: Trial) -> None:
        trial.write("снега, снега", "снегом", "дождь")
        trial.write("снегу")
        words = trial.subject.engine.vocabulary()
        assert [words.documents(form) for form in ("снег", "снега", "дождь", "иней")] == [3, 3, 1, 0]

    def test_a_word_in_any_form_is_told_by_all_its_forms(self, trial: Trial) -> None:
        trial.write("снега, снегом снегирь", "дождь сотруд-ничество")
        words = trial.subject.engine.vocabulary()
        assert sorted(words.forms("снегу")) == ["снега", "снегом"]
        assert sorted(words.forms("сотрудничество")) == []

    def test_forms_that_begin_so_ascend(self, trial: Trial) -> None:
        trial.write("снегом снег дождь", "снеди")
        trial.write("снега снег")
        words = trial.subject.engine.vocabulary()
        assert list(words.beginning("снег")) == ["снег", "снега", "снегом"]
        assert list(words.beginning("")) == ["дождь", "снег", "снега", "снегом", "снеди"]
        assert list(words.beginning("снежный")) == []

    def test_forms_one_letter_away_are_near(self, trial: Trial) -> None:
        trial.write("снег снега нег снек снге")
        trial.write("снигь нсге снег")
        assert sorted(trial.subject.engine.vocabulary().near("снег")) == ["нег", "снге", "снега", "снек"]

    def test_an_index_without_documents_has_no_words(self, trial: Trial) -> None:
        words = trial.subject.engine.vocabulary()
        assert not words.has("снег")
        assert (words.documents("снег"), list(words.beginning("")), list(words.near("снег"))) == (0, [], [])
