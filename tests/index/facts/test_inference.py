"""The models run by us answer as slovnet runs them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.facts import inference, models

_TEXTS = (
    "Министр труда Анна Сергеевна Волкова встретилась в Бишкеке с послом Республики Казахстан .",
    "ООО « Тихий Дон » вложит 4,5 млрд рублей в строительство моста через реку Обь к 2027 году .",
    "Нет .",
    "—",
    "Ташкент - Самарканд",
    "Заместитель главы администрации района И. П. Сухов , которому поручили проверку , доложил о ней .",
)
SENTENCES = [text.split() for text in _TEXTS]
_WORDS = st.sampled_from(sorted({word for words in SENTENCES for word in words} | {"zürich", "№", "x" * 40}))


@pytest.fixture(scope="module")
def infers() -> list[Any]:
    """slovnet's own objects: of names, grammar, trees."""
    from navec import Navec
    from slovnet import NER, Morph, Syntax

    folder = models.model_folder()
    vectors = Navec.load(str(folder / models._VECTORS))
    kinds = ((NER, models._NAMES), (Morph, models._MORPH), (Syntax, models._SYNTAX))
    return [kind.load(str(folder / name)).navec(vectors).infer for kind, name in kinds]


def by_slovnet(infer: Any, sentences: Sequence[inference.Words]) -> list[Any]:
    return list(infer.decoder(infer.process(infer.encoder(sentences))))


def tree_by_slovnet(infer: Any, sentences: Sequence[inference.Words]) -> list[inference.Tree]:
    return [
        ([int(head) - 1 for head in heads], list(names)) for _, heads, names in by_slovnet(infer, sentences)
    ]


def test_tags_of_names_are_those_of_slovnet(infers: list[Any]) -> None:
    assert list(models.load().names(SENTENCES)) == by_slovnet(infers[0], SENTENCES)


def test_grammar_is_that_of_slovnet(infers: list[Any]) -> None:
    assert list(models.load().grammar(SENTENCES)) == by_slovnet(infers[1], SENTENCES)


def test_trees_are_those_of_slovnet(infers: list[Any]) -> None:
    assert list(models.load().trees(SENTENCES)) == tree_by_slovnet(infers[2], SENTENCES)


def test_a_sentence_reads_the_same_alone_and_among_others() -> None:
    grammar = models.load().grammar
    assert list(grammar(SENTENCES)) == [tags for words in SENTENCES for tags in grammar([words])]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(_WORDS, min_size=1, max_size=12), min_size=1, max_size=6))
def test_any_words_are_read_as_slovnet_reads_them(infers: list[Any], sentences: list[list[str]]) -> None:
    assert list(models.load().names(sentences)) == by_slovnet(infers[0], sentences)


def test_more_words_than_are_kept_are_read_all_the_same(
    infers: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inference, "_MOST_ROWS", 8)
    tags = inference.tagger_of_grammar(infers[1])
    for _ in range(2):
        assert list(tags(SENTENCES)) == by_slovnet(infers[1], SENTENCES)
        assert [tags_ for words in SENTENCES for tags_ in tags([words])] == by_slovnet(infers[1], SENTENCES)
