"""Where numbers no longer fit: long texts, frequent words, many documents."""

from __future__ import annotations

import pytest

from index.search.engine import Order
from index.search.tree import And, InTitle, Near, Node, Not, OnPages, Or, Phrase, Prefix, Word
from tests.index.search.conforming.trial import OnTrial, Trial, make_document

_A, _B = Word("снег"), Word("дождь")


class Extremes(OnTrial):
    """Nothing depends on how large a number is."""

    @pytest.mark.parametrize("before", [250, 65_530, 70_000, 140_000])
    def test_words_far_inside_a_text_are_found_in_place(self, trial: Trial, before: int) -> None:
        head = "вода " * before
        trial.add(make_document(head + "снег дождь иней", pages=(0, len(head) + 5)))
        expected: dict[Node, str | None] = {
            Phrase((_A, _B)): "[снег дождь] иней",
            Near((Word("иней"), _A), 1): "[снег дождь иней]",
            And((_A, Word("иней"))): "[снег] дождь [иней]",
            And((_B, OnPages(2, 2))): "снег [дождь] иней",
            Phrase((Word("вода"), _A)): None,
        }
        for root, marked in expected.items():
            found = trial.marked(root)
            assert found == [head + marked if marked else head[:-5] + "[вода снег] дождь иней"]

    @pytest.mark.parametrize("count", [254, 255, 256, 300, 65_535, 65_536, 70_000])
    def test_words_are_counted_however_frequent(self, trial: Trial, count: int) -> None:
        trial.write("снег " * count, "дождь снег", "снег " * (count - 1))
        outcome = trial.answer(_A)
        assert (outcome.documents, outcome.matches) == (3, 2 * count)
        assert {one.number: len(one.spans) for one in outcome.ranked} == {1: count, 2: 1, 3: count - 1}

    def test_two_words_at_one_place_are_both_found(self, trial: Trial) -> None:
        trial.write("мир-мира-миру", "сотруд-ничество, со-трудничество")
        assert trial.marked(Word("мир")) == ["[мир]-[мира]-[миру]"]
        assert trial.marked(Word("сотрудничество")) == ["[сотруд]-ничество, [со]-трудничество"]
        assert trial.marked(Phrase((Word("сотрудничество"), Word("ничество")))) == [
            "[сотруд-ничество], со-трудничество"
        ]

    def test_many_different_words_are_found(self, trial: Trial) -> None:
        letters = "абвгдежзик"
        words = ["".join(letters[int(digit)] for digit in str(i)) for i in range(3_000)]
        trial.write(" ".join(words[:2_000]), " ".join(words[1_000:]))
        assert trial.numbers(Prefix(words[1_500])) == [1, 2]
        # 123 stands in the first text alone, 1230 to 1239 in both, 22 and all that begin so in one.
        assert trial.answer(Prefix("бвг")).matches == 21
        assert trial.answer(Prefix("вв")).matches == 111

    def test_a_very_long_word_is_a_word(self, trial: Trial) -> None:
        long = "сне" + "г" * 5_000
        trial.write(f"{long} вода", long[:-1])
        assert trial.numbers(Word(long)) == [1]
        assert trial.numbers(Prefix("снегг")) == [1, 2]


class Multitudes(OnTrial):
    """More documents than 16 bits count."""

    def test_seventy_thousand_documents_are_told_apart(self, trial: Trial) -> None:
        count = 70_000
        trial.add(*(make_document(_tiny(i), f"Заглавие {i % 3}") for i in range(1, count + 1)))
        trial.add(make_document("снег дождь последний"))
        trial.forget(1, 65_536)
        self.check_multitude(trial, count)
        trial.subject.merge()
        self.check_multitude(trial, count)

    @staticmethod
    def check_multitude(trial: Trial, count: int) -> None:
        """Hold an engine to so many documents, without the first and the 65,536th, and one more."""
        assert trial.answer(_A, 1).documents == count - 1
        assert trial.numbers(Word("65537")) == [65_537]
        assert trial.numbers(Word("65536")) == []
        assert trial.numbers(Phrase((_A, _B))) == [count + 1]
        assert trial.answer(Word("четный"), 1).documents == count // 2 - 1
        assert trial.answer(Not(Word("четный")), 1).documents == count // 2
        assert trial.answer(And((_A, Word("нечетный"))), 1).documents == count // 2 - 1
        assert trial.answer(Or((Word("70000"), Word("последний")))).documents == 2
        assert trial.answer(InTitle(Word("2")), 1).documents == count // 3
        assert trial.order(_A, 3, Order.NEWEST) == [count + 1, count, count - 1]


def _tiny(number: int) -> str:
    return f"снег {number} {'нечётный' if number % 2 else 'чётный'}"
