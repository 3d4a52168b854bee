from itertools import islice

import pymorphy3
import pytest

from index.text.lexicon import guessed_readings, has_form, known_lemmas, known_readings
from index.text.normalise import fold

PREFIXES = ("бер", "вес", "дел", "ел", "ех", "лес", "мол", "пут", "сел", "стал", "тр", "чер")
STRANGE = ("агрокластеров", "токаевым", "псевдокошка", "бутявкать")


@pytest.fixture(scope="module")
def analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


@pytest.mark.parametrize("prefix", PREFIXES)
def test_direct_lookups_answer_as_the_whole_analyzer_does(
    analyzer: pymorphy3.MorphAnalyzer, prefix: str
) -> None:
    for form in {fold(parse.word) for parse in islice(analyzer.iter_known_word_parses(prefix), 1500)}:
        parses = analyzer.parse(form)
        total = sum(reading.weight for reading in known_readings(form))
        shares = sorted(
            (reading.lemma, reading.part, reading.weight / total) for reading in known_readings(form)
        )
        whole = sum(parse.score for parse in parses)
        expected = sorted((fold(x.normal_form), str(x.tag.POS), x.score / whole) for x in parses)
        assert [row[:2] for row in shares] == [row[:2] for row in expected]
        assert [row[2] for row in shares] == pytest.approx([row[2] for row in expected])
        assert known_lemmas(form) == {row[0] for row in expected}


@pytest.mark.parametrize("form", STRANGE)
def test_strange_words_are_guessed_as_the_whole_analyzer_does(
    analyzer: pymorphy3.MorphAnalyzer, form: str
) -> None:
    assert not has_form(form)
    assert known_readings(form) == []
    guessed = [(reading.lemma, reading.part) for reading in guessed_readings(form)]
    assert sorted(guessed) == sorted((fold(x.normal_form), str(x.tag.POS)) for x in analyzer.parse(form))


@pytest.mark.parametrize("form", ["", "treaty", "2021", "қазақ", "-"])
def test_what_is_no_russian_word_is_not_in_the_dictionary(form: str) -> None:
    assert not has_form(form)
