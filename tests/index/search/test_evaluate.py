"""The evaluation against an oracle: the same queries answered word by word, without any index."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import QueryError
from index.search import leaves
from index.search.requests import DeleteDocuments
from index.search.tree import And, Exact, Node, Not, Or, Phrase, Prefix, Word, write
from index.search.writer import index_handler
from index.text.morphology import form_terms, query_terms, surface
from tests.index.search.fakes import Searchable, document_id

VOCABULARY = ["снег", "снега", "Дождь", "дождём", "иней", "Лань", "5", "лёд"]
_WORD = st.sampled_from(VOCABULARY)
_PART = _WORD.map(Word) | _WORD.map(Exact) | st.sampled_from(["сн", "до"]).map(Prefix)
_LEAF = _PART | st.builds(
    lambda parts, slop: Phrase(tuple(parts), slop),
    st.lists(_WORD.map(Word), min_size=2, max_size=3) | st.lists(_WORD.map(Exact), min_size=2, max_size=2),
    st.sampled_from([0, 0, 1, 2]),
)
_TREE: st.SearchStrategy[Node] = st.recursive(
    _LEAF,
    lambda children: (
        st.lists(children, min_size=2, max_size=3).map(lambda parts: And(tuple(parts)))
        | st.lists(children, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts)))
        | children.map(lambda part: part.part if isinstance(part, Not) else Not(part))
    ),
    max_leaves=5,
)


def fits(part: Node, word: str) -> bool:
    if isinstance(part, Word):
        return not set(query_terms(part.text)).isdisjoint({*form_terms(surface(word)), surface(word)})
    if isinstance(part, Exact):
        return surface(part.text) == surface(word)
    assert isinstance(part, Prefix)
    return surface(word).startswith(part.text)


def answers(node: Node, words: list[str]) -> set[int] | None:
    """The lit positions of a text that answers, None for one that does not."""
    if isinstance(node, Not):
        return set() if answers(node.part, words) is None else None
    if isinstance(node, And | Or):
        parts = [answers(part, words) for part in node.parts]
        found = [part for part in parts if part is not None]
        enough = len(found) == len(parts) if isinstance(node, And) else bool(found)
        return set().union(*found) if enough else None
    if isinstance(node, Phrase):
        lit = {i for interval in phrase(node, words) for i in range(*interval)}
    else:
        lit = {i for i, word in enumerate(words) if fits(node, word)}
    return lit or None


def phrase(node: Phrase, words: list[str]) -> Iterator[tuple[int, int]]:
    """Take intervals from left to right, the shortest for each end, none over another."""
    size, candidates = len(node.parts), []
    for start in range(len(words)):
        at = start
        chain = fits(node.parts[0], words[start])
        for part in node.parts[1:]:
            later = (i for i in range(at + 1, len(words)) if fits(part, words[i]))
            nearest = next(later, None) if chain else None
            chain = nearest is not None
            at = at if nearest is None else nearest
        if chain and at + 1 - start <= size + node.slop:
            candidates.append((start, at + 1))
    behind = 0
    for i, (start, stop) in enumerate(candidates):
        is_shortest = i + 1 == len(candidates) or candidates[i + 1][1] != stop
        if is_shortest and start >= behind:
            yield start, stop
            behind = stop


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(_WORD, max_size=12), min_size=1, max_size=5),
    st.lists(_TREE, min_size=1, max_size=5),
    st.sets(st.integers(0, 4)),
)
def test_the_index_answers_like_reading_every_word(
    texts: list[list[str]], trees: list[Node], deleted: set[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        searchable = Searchable(Path(folder))
        for i, words in enumerate(texts):
            searchable.add([searchable.library.add(str(i), " ".join(words))])
        gone = tuple(document_id(str(i)) for i in deleted)
        index_handler(folder, DeleteDocuments(gone), lambda _: None)
        for tree in trees:
            answer = searchable.index.search(f"({write(tree)})", limit=0)
            lit = {
                int(hit.document.file_name.removesuffix(".pdf")): {
                    word
                    for match in hit.matches
                    for word in _positions(
                        searchable.library.text(hit.document.id), match.span.start, match.span.stop
                    )
                }
                for hit in answer.hits
            }
            expected = {
                i: found
                for i, words in enumerate(texts)
                if i not in deleted and (found := answers(tree, words)) is not None
            }
            assert lit == expected, write(tree)
            assert answer.matches == sum(len(hit.matches) for hit in answer.hits)
        searchable.index.close()


def _positions(text: str, start: int, stop: int) -> range:
    first = text[:start].count(" ")
    return range(first, first + text[start:stop].count(" ") + 1)


def test_a_pattern_for_too_many_words_is_refused_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaves, "MOST_EXPANSIONS", 3)
    searchable = Searchable(tmp_path, {"a": "слово слова словам словами"})
    assert searchable.names("слова*") == ["a"]
    with pytest.raises(QueryError) as caught:
        searchable.names("слово с?ов*")
    assert (caught.value.start, caught.value.stop) == (6, 11)
    searchable.index.close()


def test_an_and_lights_words_only_where_all_stand(tmp_path: Path) -> None:
    searchable = Searchable(tmp_path, {"a": "снег и дождь", "b": "снег"})
    assert searchable.lit("снег дождь") == ["снег", "дождь"]
    assert searchable.lit("снег -дождь") == ["снег"]
    searchable.index.close()


def test_a_word_inside_a_lit_phrase_is_no_further_match(tmp_path: Path) -> None:
    searchable = Searchable(tmp_path, {"a": "Совместная рабочая группа. Группа стран."})
    assert searchable.lit('"рабочей группой" ИЛИ группа') == ["рабочая группа", "Группа"]
    searchable.index.close()


def test_a_large_number_is_found_in_groups_of_digits(tmp_path: Path) -> None:
    searchable = Searchable(tmp_path, {"a": "до 10 000 долларов", "b": "до 10000 долларов", "c": "10 и 000"})
    assert searchable.names("10000") == ["a", "b"]
    assert searchable.lit("10000") == ["10 000", "10000"]
    searchable.index.close()


def test_a_word_in_the_title_weighs_more(tmp_path: Path) -> None:
    body = "Слово за слово о погоде и о многом другом. " * 5
    searchable = Searchable(tmp_path, {"a": f"Отчёт\n{body} Хлопок.", "b": f"Хлопок\n{body} Отчёт."})
    answer = searchable.index.search("хлопок")
    assert [hit.document.title for hit in answer.hits] == ["Хлопок", "Отчёт"]
    searchable.index.close()
