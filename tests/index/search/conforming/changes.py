"""Documents come, change and go."""

from __future__ import annotations

import pytest

from index.search.engine import Asked
from index.search.tree import And, InTitle, Not, Or, Phrase, Prefix, Word
from index.tasks import Cancelled, Task
from tests.index.search.conforming.trial import OnTrial, Trial, make_document

_A, _B = Word("снег"), Word("дождь")


class Changes(OnTrial):
    """Every search sees the newest commit, however many there were."""

    def test_an_index_without_documents_answers_nothing(self, trial: Trial) -> None:
        for root in (_A, Not(_A), Prefix("сн"), Phrase((_A, _B)), InTitle(_A), And((_A, _B)), Or((_A, _B))):
            assert trial.numbers(root) == []
            assert trial.answer(root).matches == 0

    def test_a_document_without_words_can_be_found_by_what_it_lacks(self, trial: Trial) -> None:
        trial.write("", "…", "снег")
        assert trial.numbers(Not(_A)) == [1, 2]
        assert trial.numbers(_A) == [3]

    def test_documents_of_several_commits_answer_together(self, trial: Trial) -> None:
        for text in ("снег", "дождь", "снег и дождь"):
            trial.write(text)
        assert trial.marked(_A) == ["[снег]", "[снег] и дождь"]
        assert trial.numbers(And((_A, _B))) == [3]
        assert trial.numbers(Not(_A)) == [2]

    def test_forgotten_documents_do_not_answer(self, trial: Trial) -> None:
        trial.write("снег", "дождь", "снег")
        trial.write("снег")
        trial.forget(1, 4, 77)
        assert trial.numbers(_A) == [3]
        assert trial.numbers(Not(_A)) == [2]
        trial.forget(2, 3)
        assert trial.numbers(Or((_A, Not(_A)))) == []

    def test_a_changed_document_answers_as_it_is_now(self, trial: Trial) -> None:
        trial.write("снег", "дождь")
        trial.rewrite(_1="дождь, дождь")
        trial.rewrite(_1="иней и дождь", _2="снег")
        assert trial.numbers(_A) == [2]
        assert trial.marked(_B) == ["иней и [дождь]"]

    def test_a_forgotten_document_can_come_back(self, trial: Trial) -> None:
        trial.write("снег")
        trial.forget(1)
        trial.rewrite(_1="дождь")
        assert trial.numbers(Or((_A, _B))) == [1]
        assert trial.numbers(_A) == []

    def test_two_states_of_a_document_in_one_commit_are_the_last_one(self, trial: Trial) -> None:
        trial.write("снег")
        first = trial.documents[1]
        trial.rewrite(_1="дождь")
        trial.subject.add([first, trial.documents[1]])
        assert trial.numbers(_A) == []
        assert trial.numbers(_B) == [1]

    @pytest.mark.parametrize("commits", [2, 9, 30])
    def test_merging_changes_no_answer(self, trial: Trial, commits: int) -> None:
        for i in range(commits):
            trial.add(make_document(f"снег {i} дождь", f"Дождь {i}", date=f"2020-01-{i % 28 + 1:02}"))
            if i % 4 == 3:
                trial.forget(i - 1)
        roots = (_A, Phrase((_A, Word("1"))), Not(_A), InTitle(_B), And((_A, _B)), Prefix("до"))
        before = [trial.answer(root) for root in roots]
        trial.subject.merge()
        assert [trial.answer(root) for root in roots] == before
        assert trial.answer(_A).documents == commits - commits // 4

    def test_a_cancelled_question_is_not_answered(self, trial: Trial) -> None:
        trial.write("снег")
        task = Task()
        task.cancel()
        engine = trial.subject.engine
        with pytest.raises(Cancelled):
            engine.answer(Asked(_A), task)
        with pytest.raises(Cancelled):
            engine.matching(_A, task)
        with pytest.raises(Cancelled):
            list(engine.occurrences(_A, task))
