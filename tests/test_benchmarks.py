"""What the benchmarks of search stand on: the generated archive, the questions, the tables."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.analysed import Files, prepare, read_counts
from benchmarks.chart import svg
from benchmarks.contest import OURS, Asked, Built
from benchmarks.engines.fts5 import Fts5
from benchmarks.engines.ours import Ours
from benchmarks.engines.plain_whoosh import PlainWhoosh
from benchmarks.engines.serving import (
    Engine,
    UnsupportedQuestionError,
    build,
    first_lemmas,
    read_words,
)
from benchmarks.generated import PAGES_A_DOCUMENT, WORDS_A_PAGE, documents, kept, read_kept
from benchmarks.questions import PER_KIND, Drawer, Question
from benchmarks.report import tables, targets
from benchmarks.results import Contest, Result, percentile
from index.text.tokens import tokens

PAGES = 240


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("archive")


@pytest.fixture(scope="module")
def files(folder: Path) -> Files:
    return prepare(folder, PAGES)


@pytest.fixture(scope="module")
def questions(files: Files) -> list[Question]:
    return Drawer(read_counts(files)).questions()


@pytest.fixture(scope="module")
def ours(files: Files, folder: Path) -> Iterator[Ours]:
    engine = Ours()
    [built] = engine.build({"folder": str(folder / "ours"), "texts": str(files.texts)})
    assert built["documents"] == PAGES // PAGES_A_DOCUMENT
    engine.open(folder / "ours")
    return engine


def opened(engine: Engine, files: Files, folder: Path) -> Engine:
    request = {"folder": str(folder), "source": str(files.words), "is_lean": False}
    [built] = build(engine, request)
    assert built["documents"] == PAGES // PAGES_A_DOCUMENT
    engine.open(folder)
    return engine


def test_a_larger_archive_begins_with_the_documents_of_a_smaller_one() -> None:
    assert list(documents(12))[:2] == list(documents(6))


def test_documents_are_the_same_when_they_are_read_back(folder: Path) -> None:
    assert list(read_kept(kept(folder, 9))) == list(documents(9))


def test_a_page_has_three_hundred_words_behind_the_title() -> None:
    [document] = documents(PAGES_A_DOCUMENT)
    assert document.text.startswith(document.title + "\n")
    first, second, third = document.page_starts
    counts = [len(list(tokens(part))) for part in (document.text[second:third], document.text[third:])]
    assert counts == [WORDS_A_PAGE, WORDS_A_PAGE]
    assert first == 0


def test_there_is_one_form_for_each_word_and_a_lemma_at_least(files: Files) -> None:
    for words, document in zip(read_words(files.words), read_kept(files.texts), strict=True):
        count = len(list(tokens(document.text)))
        assert len(words.forms.split(" ")) == len(words.lemmas.split(" ")) == count


def test_forty_questions_of_each_kind_are_drawn_and_always_the_same(
    files: Files, questions: list[Question]
) -> None:
    kinds = {question.kind for question in questions}
    assert len(questions) == PER_KIND * len(kinds)
    assert Drawer(read_counts(files)).questions() == questions


def test_plain_whoosh_finds_as_many_documents_as_ours(
    ours: Ours, files: Files, folder: Path, questions: list[Question]
) -> None:
    whoosh = opened(PlainWhoosh(), files, folder / "whoosh")
    chosen = questions[::4]
    apart = [one for one in chosen if whoosh.ask(one.node)[0] != ours.ask(one.node)[0]]
    assert apart == []


def test_fts5_answers_what_it_can_be_asked_with_no_more_documents_than_ours(
    ours: Ours, files: Files, folder: Path, questions: list[Question]
) -> None:
    fts5 = opened(Fts5(), files, folder / "fts5")
    refused = set()
    for question in questions[::4]:
        try:
            count, best = fts5.ask(question.node)
        except UnsupportedQuestionError:
            refused.add(question.kind)
            continue
        assert len(best) == min(20, count)
        # It takes words near each other in any order, and may leave out fewer documents by an exclusion.
        if question.kind not in {"proximity", "exclusion", "mixed"}:
            assert count <= ours.ask(question.node)[0], question
    assert refused == {"wildcard", "fuzzy"}


@pytest.mark.parametrize(
    ("given", "first"), [("а", "а"), ("сталь|стать", "сталь"), ("в год|года|г б|в", "в год б")]
)
def test_the_first_lemma_of_each_word_is_left(given: str, first: str) -> None:
    assert first_lemmas(given) == first


@given(st.lists(st.floats(0, 1e6), min_size=1), st.floats(0.01, 1))
def test_a_percentile_is_the_least_value_that_so_many_do_not_exceed(values: list[float], part: float) -> None:
    found = percentile(values, part)
    assert sum(value <= found for value in values) >= part * len(values) * (1 - 1e-9)
    assert sum(value < found for value in values) < part * len(values) * (1 + 1e-9)


def contest(pages: int) -> Contest:
    asked = [Question(0, "one", ["word", "а", "а"]), Question(1, "other", ["fuzzy", "а"])]
    mine = Asked({0: 2.0, 1: 60.0}, {0: 5, 1: 1}, {0: ["a", "b"], 1: ["a"]}, 20.0, 1, 1)
    theirs = Asked({0: 1.0}, {0: 4}, {0: ["a", "c"]}, 1.0, 1, 1)
    return Contest(
        pages,
        asked,
        analysis_s=10.0,
        results=[
            Result(OURS, Built(20.0, 10**8, 3 * 10**6, 7), rounds=[mine]),
            Result("tantivy", Built(5.0, 10**8, 10**6, 7), rounds=[theirs]),
        ],
    )


def test_the_analysis_is_in_our_time_and_comes_to_that_of_peers() -> None:
    one = contest(600)
    speeds = [one.speed(result, with_analysis=which) for result in one.results for which in (True, False)]
    assert speeds == pytest.approx([30.0, 60.0, 40.0, 120.0])


def test_a_question_that_cannot_be_asked_is_a_dash_in_the_table() -> None:
    [row] = [line for line in tables(contest(600)) if line.startswith("other") and "60.00" in line]
    assert row.split() == ["other", "60.00", "60.00", "60.00", "1.00", "-"]


def test_aims_are_counted_for_large_archives_only() -> None:
    assert not any("aims met" in line for line in tables(contest(600)))
    assert list(targets(contest(100_000))) == [
        "aims met: 4 of 7",
        "  missed  other, p95 in ms: 60.00, at most 50",
        "  missed  indexing, times as long as tantivy: 1.33, at most 1.3",
        "  missed  size, times tantivy's: 3.00, at most 1.5",
    ]


def test_the_chart_has_a_dot_for_each_answered_kind_and_one_in_its_legend() -> None:
    drawn = ElementTree.fromstring(svg(contest(600)))  # noqa: S314 - our own
    assert len(drawn.findall("{http://www.w3.org/2000/svg}circle")) == 3 + 2
