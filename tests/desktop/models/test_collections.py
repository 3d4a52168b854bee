from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.models.collections import COUNT_ROLE, ID_ROLE, CollectionModel
from desktop.models.dragging import (
    carried_collection,
    carried_documents,
    carrying_collection,
    carrying_documents,
)
from index.model.catalogue import Catalogue, CollectionId
from index.model.document import DocumentId
from index.notes import arranging

TALKS, TRADE, WATER = map(CollectionId, ("talks", "trade", "water"))
A, B, GONE = map(DocumentId, ("a", "b", "gone"))
COPY = Qt.DropAction.CopyAction


def catalogue() -> Catalogue:
    made = Catalogue()
    for plan in (
        arranging.added(TALKS, "Переговоры"),
        arranging.added(TRADE, "Торговля", TALKS),
        arranging.added(WATER, "Вода"),
        arranging.put(TALKS, [A, GONE]),
        arranging.put(TRADE, [A, B]),
        arranging.described(TALKS, "<b>"),
    ):
        made = made.after(plan(made))
    return made


@pytest.fixture
def model(qapp: object) -> CollectionModel:
    made = CollectionModel()
    made.show_catalogue(catalogue(), frozenset({A, B}))
    return made


def test_the_tree_keeps_the_rules_of_qt(model: CollectionModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_collections_stand_in_their_order_and_in_each_other(model: CollectionModel) -> None:
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Переговоры", "Вода"]
    inner = model.index(0, 0, model.index(0, 0))
    assert inner.data(ID_ROLE) == TRADE
    assert inner.parent() == model.index_of(TALKS)


def test_a_document_counts_once_and_only_if_it_is_there(model: CollectionModel) -> None:
    assert model.index_of(TALKS).data(COUNT_ROLE) == 2
    assert model.index_of(TRADE).data(COUNT_ROLE) == 2
    assert model.index_of(WATER).data(COUNT_ROLE) == 0


def test_only_another_shape_resets_the_tree(model: CollectionModel, qtbot: QtBot) -> None:
    now = catalogue()
    renamed = now.after(arranging.renamed(WATER, "Хлеб")(now))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        assert not model.show_catalogue(renamed, frozenset({A}))
    assert model.index_of(WATER).data() == "Хлеб"
    with qtbot.waitSignal(model.modelReset):
        assert model.show_catalogue(now.after(arranging.removed(WATER)(now)), frozenset())
    assert not model.index_of(WATER).isValid()


def test_a_name_is_asked_for_and_a_blank_one_is_not(model: CollectionModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.renamed) as asked:
        model.setData(model.index_of(WATER), "Хлеб")
    assert asked.args == [WATER, "Хлеб"]
    with qtbot.assertNotEmitted(model.renamed):
        model.setData(model.index_of(WATER), "  ")
        model.setData(model.index_of(WATER), "Вода")


def test_documents_are_put_where_they_are_let_go(model: CollectionModel, qtbot: QtBot) -> None:
    carried = carrying_documents([A, B])
    with qtbot.waitSignal(model.filled) as asked:
        assert model.dropMimeData(carried, COPY, -1, -1, model.index_of(WATER))
    assert asked.args == [WATER, (A, B)]
    assert not model.canDropMimeData(carried, COPY, 0, 0, QModelIndex())
    assert not model.canDropMimeData(carried, COPY, -1, -1, QModelIndex())


def test_a_collection_is_moved_but_never_into_itself(model: CollectionModel, qtbot: QtBot) -> None:
    carried = carrying_collection(TALKS)
    assert model.mimeData([model.index_of(TALKS)]).formats() == carried.formats()
    for inside in (TALKS, TRADE):
        assert not model.dropMimeData(carried, COPY, -1, -1, model.index_of(inside))
    with qtbot.waitSignal(model.moved) as asked:
        assert model.dropMimeData(carried, COPY, 2, 0, QModelIndex())
    assert asked.args == [TALKS, None, 2]
    with qtbot.waitSignal(model.moved) as asked:
        assert model.dropMimeData(carried, COPY, -1, -1, model.index_of(WATER))
    assert asked.args == [TALKS, WATER, -1]


def test_what_comes_from_elsewhere_is_not_taken(model: CollectionModel) -> None:
    foreign = QMimeData()
    foreign.setText("Вода")
    assert not model.canDropMimeData(foreign, COPY, -1, -1, model.index_of(WATER))
    assert carried_documents(foreign) == ()
    assert carried_collection(foreign) is None
    assert not model.canDropMimeData(carrying_collection(CollectionId("x")), COPY, -1, -1, QModelIndex())


def test_tooltips_of_collections_never_turn_into_markup(model: CollectionModel) -> None:
    tip = model.index_of(TALKS).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip
    assert "Переговоры › Торговля" in model.index_of(TRADE).data(Qt.ItemDataRole.ToolTipRole)
