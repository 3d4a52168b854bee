from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.models.hits import META_ROLE, PASSAGES_SHOWN, ROW_ROLE, HitModel, HitRow, RowKind
from index.model.hit import Answer, Hit, Match, Passage, Snippet
from index.model.span import Span
from index.text.wording import NBSP
from tests.helpers.fakes import document, summary_of


def hit(name: str, passages: int, matches_each: int = 1) -> Hit:
    made = []
    for i in range(passages):
        matches = tuple(Match(Span(100 * i + 10 * j, 100 * i + 10 * j + 5), i) for j in range(matches_each))
        made.append(Passage(matches, Snippet(f"отрывок {i}", (Span(0, 7),))))
    every = tuple(match for passage in made for match in passage.matches)
    return Hit(summary_of(document(name, "текст")), 1.0, every, tuple(made))


def answer(*hits: Hit, documents: int | None = None) -> Answer:
    total = sum(len(one.matches) for one in hits)
    return Answer("q", "q", documents if documents is not None else len(hits), total, hits, 1.0)


def kinds(model: HitModel) -> str:
    return "".join("HPMX"[model.row_at(row).kind] for row in range(model.rowCount()))


@pytest.fixture
def model(qapp: object) -> HitModel:
    return HitModel()


def test_passages_stand_under_their_documents(model: HitModel) -> None:
    model.set_answer(answer(hit("a", 2), hit("b", PASSAGES_SHOWN + 1), hit("c", PASSAGES_SHOWN + 2)))
    assert kinds(model) == "HPPHPPPPHPPPM"


def test_a_single_document_shows_all_its_passages_at_once(model: HitModel) -> None:
    model.set_answer(answer(hit("a", PASSAGES_SHOWN + 9)))
    assert kinds(model) == "H" + (PASSAGES_SHOWN + 9) * "P"


def test_an_answer_cut_short_offers_the_rest(model: HitModel) -> None:
    model.set_answer(answer(hit("a", 1), documents=5))
    assert kinds(model) == "HPX"
    assert "4" in str(model.index(2).data())


def test_expanding_puts_every_passage_in_place_of_the_offer(model: HitModel, qtbot: QtBot) -> None:
    model.set_answer(answer(hit("a", 9), hit("b", 1)))
    assert kinds(model) == "HPPPMHP"
    with qtbot.waitSignal(model.rowsInserted):
        model.expand(0)
    assert kinds(model) == "H" + 9 * "P" + "HP"
    assert [model.index(row).data() for row in range(1, 10)] == [f"отрывок {i}" for i in range(9)]
    model.expand(0)
    assert model.rowCount() == 12


def test_a_match_finds_its_row_and_a_row_its_match(model: HitModel) -> None:
    model.set_answer(answer(hit("a", 3, matches_each=2), hit("b", 4, matches_each=3)))
    assert model.row_of(0) == 0
    assert model.row_of(1, 0) == 5
    assert model.row_of(1, 7) == 7
    assert model.first_match(model.row_at(7)) == 6
    assert model.row_of(2) == -1


@pytest.mark.parametrize("number", range(20))
def test_rows_and_first_matches_are_inverse(model: HitModel, number: int) -> None:
    model.set_answer(answer(*(hit(name, 3, matches_each=2) for name in "abcde")))
    row = model.row_at(number)
    if row.kind is RowKind.PASSAGE:
        assert model.row_of(row.hit, model.first_match(row)) == number


def test_a_match_of_a_hidden_passage_is_in_the_row_that_offers_it(model: HitModel) -> None:
    model.set_answer(answer(hit("a", 9), hit("b", 1)))
    offer = model.row_of(0, 8)
    assert model.row_at(offer).kind is RowKind.MORE_PASSAGES


def test_documents_opened_up_stay_so_when_the_same_query_is_answered_anew(model: HitModel) -> None:
    model.set_answer(answer(hit("a", 9), hit("b", 9)))
    model.expand(1)
    model.set_answer(answer(hit("n", 1), hit("b", 9), hit("a", 9)), keep_expanded=True)
    assert kinds(model) == "HP" + "H" + 9 * "P" + "HPPPM"


def test_rows_are_spoken_with_their_pages(model: HitModel) -> None:
    model.set_answer(answer(hit("a", 2)))
    assert model.index(2).data(Qt.ItemDataRole.AccessibleTextRole) == "Страница 2: отрывок 1"
    assert model.index(0).data(META_ROLE) == f"1{NBSP}стр. · 2{NBSP}места"
    assert model.index(0).data(ROW_ROLE) == HitRow(RowKind.HIT, 0)


def test_tooltips_never_turn_into_markup(model: HitModel) -> None:
    evil = Hit(
        summary_of(document("a", "x", title="<img src='file:///etc/passwd'>")),
        1.0,
        (Match(Span(0, 1), 0),),
        (),
    )
    model.set_answer(answer(evil))
    assert "<img" not in str(model.index(0).data(Qt.ItemDataRole.ToolTipRole))


def test_the_model_keeps_the_rules_of_qt(model: HitModel, qtmodeltester: ModelTester) -> None:
    model.set_answer(answer(hit("a", 9), hit("b", 1), documents=4))
    qtmodeltester.check(model)


def test_a_hundred_thousand_rows_are_nothing(model: HitModel) -> None:
    many = answer(*(hit("a", 4) for _ in range(20_000)))
    began = time.perf_counter()
    model.set_answer(many)
    assert model.rowCount() == 100_000
    assert model.row_at(99_999).hit == 19_999
    assert time.perf_counter() - began < 1.0
