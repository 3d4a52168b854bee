from __future__ import annotations

from index.facts import reading
from index.facts.clauses import governor
from index.facts.passage import Passage
from index.facts.reading import Node


def test_two_infinitives_that_depend_on_each_other_have_an_end() -> None:
    text = "продать купить"
    (sentence,) = reading.read(text)
    infinitives = tuple(Node("VERB", {"VerbForm": "Inf"}, head, "xcomp") for head in (1, 0))
    assert governor(Passage.of_sentence(text, sentence, infinitives), 0) == 1
