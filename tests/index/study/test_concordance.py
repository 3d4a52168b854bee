from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import QueryError
from index.model.document import DocumentSummary
from index.model.span import Span
from index.model.study import Concordance, KwicOrder
from index.search.passages import PageFinder
from index.study.concordance import CONTEXT, PARAGRAPH, concordance
from index.study.concordance import _line as line_of
from index.tasks import Cancelled, Task
from index.text.tokens import TOKEN
from tests.index.store.samples import document_id
from tests.index.study.samples import Studied, studied

TEXTS = {
    "2021-05 Вода": "Стороны обсудили воду.\nПро воду сказал министр.",
    "Без даты": "Ёлка и вода, а без воды беда.",
    "2019 Степь": "Холодной воды мало.",
}


@pytest.fixture
def archive(tmp_path: Path) -> Studied:
    return studied(tmp_path, TEXTS)


def keywords(found: Concordance) -> list[str]:
    return [line.keyword for line in found.lines]


def test_matches_stand_one_under_the_other_as_documents_arrived(archive: Studied) -> None:
    found = concordance(archive.asking, "вода", KwicOrder.DOCUMENT, 0)
    assert keywords(found) == ["воду", "воду", "вода", "воды", "воды"]
    assert (found.documents, found.matches) == (3, 5)
    first, second = found.lines[:2]
    assert (first.left, first.right) == ("Стороны обсудили ", ". ¶ Про воду сказал министр.")
    assert (second.left, second.right) == ("Стороны обсудили воду. ¶ Про ", " сказал министр.")
    assert (first.title, first.date, first.page_index, second.page_index) == ("2021-05 Вода", "2021-05", 0, 1)


def test_a_line_says_where_it_stands(archive: Studied) -> None:
    for line in concordance(archive.asking, "вода", KwicOrder.LEFT, 0).lines:
        assert line.span.of(archive.library.text(line.document_id)) == line.keyword


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (KwicOrder.DATE, ["воды", "воду", "воду", "вода", "воды"]),
        (KwicOrder.KEYWORD, ["вода", "воду", "воду", "воды", "воды"]),
    ],
)
def test_lines_are_sorted(archive: Studied, order: KwicOrder, expected: list[str]) -> None:
    assert keywords(concordance(archive.asking, "вода", order, 0)) == expected


def test_the_left_side_is_read_from_the_match_on(archive: Studied) -> None:
    lines = concordance(archive.asking, "вода", KwicOrder.LEFT, 0).lines
    assert [line.left.split()[-1] for line in lines] == ["без", "и", "обсудили", "Про", "Холодной"]


def test_what_stands_in_another_paragraph_sorts_as_nothing(archive: Studied) -> None:
    lines = concordance(archive.asking, "вода", KwicOrder.RIGHT, 0).lines
    assert [line.right for line in lines] == [
        ". ¶ Про воду сказал министр.",
        ", а без воды беда.",
        " беда.",
        " мало.",
        " сказал министр.",
    ]


@pytest.mark.parametrize("order", list(KwicOrder))
def test_a_limit_keeps_the_first_lines_and_all_counts(archive: Studied, order: KwicOrder) -> None:
    whole = concordance(archive.asking, "вода", order, 0)
    cut = concordance(archive.asking, "вода", order, 2)
    assert cut.lines == whole.lines[:2]
    assert (cut.documents, cut.matches) == (3, 5)


def test_words_are_not_cut_and_long_ones_are_not_lost(tmp_path: Path) -> None:
    long = "а" * 100
    archive = studied(tmp_path, {"х": f"{'слово ' * 30}вода {long}\n{long}вода вода"})
    first, last = concordance(archive.asking, "вода", KwicOrder.DOCUMENT, 0).lines
    assert set(first.left.split()) == {"слово"}
    assert first.right == f" {'а' * 59}"
    assert last.left.endswith("аавода ")


@given(
    st.lists(st.lists(st.sampled_from(["а", "слово", "и", "длинноедлинное"]), min_size=1), min_size=1),
    st.data(),
)
def test_a_line_is_the_text_around_its_match(paragraphs: list[list[str]], data: st.DataObject) -> None:
    text = "\n".join(" ".join(words) for words in paragraphs)
    match = data.draw(st.sampled_from(list(TOKEN.finditer(text))))
    summary = DocumentSummary(document_id("а"), "а", "а.txt", "", 1, "")
    line = line_of(summary, text, PageFinder(()), Span(*match.span()))
    shown = (line.left + line.keyword + line.right).replace(f" {PARAGRAPH} ", "\n")
    start = match.start() - len(line.left.replace(f" {PARAGRAPH} ", "\n"))
    assert text[start : start + len(shown)] == shown
    assert start == 0 or text[start - 1].isspace()
    assert start + len(shown) == len(text) or text[start + len(shown)].isspace()
    assert len(line.left.replace(f" {PARAGRAPH} ", "\n")) <= CONTEXT


def test_documents_that_answer_without_a_word_are_counted(archive: Studied) -> None:
    found = concordance(archive.asking, "-степь", KwicOrder.LEFT, 0)
    assert (found.documents, found.matches, found.lines) == (3, 0, ())


def test_a_query_without_words_is_told(archive: Studied) -> None:
    with pytest.raises(QueryError, match="нет ни слова"):
        concordance(archive.asking, "+++", KwicOrder.DOCUMENT, 0)


def test_it_can_be_cancelled(archive: Studied) -> None:
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        concordance(archive.asking, "вода", KwicOrder.DOCUMENT, 0, task)
