from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.models.documents import META_ROLE, DocumentModel, describe, tooltip, written_date
from index.model.document import DocumentSummary
from index.text.wording import NBSP
from tests.helpers.fakes import document, summary_of

A, B, C = (summary_of(document(name, "текст")) for name in "abc")


def test_new_documents_on_top_do_not_reset_the_list(qapp: object, qtbot: QtBot) -> None:
    model = DocumentModel()
    model.set_documents((B, C))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted):
        model.set_documents((A, B, C))
    assert [model.index(row).data() for row in range(3)] == [A.title, B.title, C.title]
    assert model.row_of(C.id) == 2


def test_documents_that_go_or_change_do_not_reset_the_list(qapp: object, qtbot: QtBot) -> None:
    model = DocumentModel()
    model.set_documents((A, B, C))
    with qtbot.assertNotEmitted(model.modelReset):
        with qtbot.waitSignal(model.rowsRemoved) as removed:
            model.set_documents((A, C))
        assert removed.args is not None
        assert removed.args[1:] == [1, 1]
        with qtbot.waitSignal(model.rowsInserted):
            model.set_documents((A, B, C))
        with qtbot.waitSignal(model.dataChanged):
            model.set_documents((A, replace(B, title="Другое"), C))
    assert model.index(1).data() == "Другое"
    with qtbot.waitSignal(model.modelReset):
        model.set_documents((C, A))


@given(st.lists(st.sampled_from([A, B, C]), unique=True), st.lists(st.sampled_from([A, B, C]), unique=True))
def test_the_list_shows_what_it_was_given_last(
    before: list[DocumentSummary], after: list[DocumentSummary]
) -> None:
    model = DocumentModel()
    model.set_documents(before)
    model.set_documents(after)
    assert [model.index(row).data() for row in range(model.rowCount())] == [one.title for one in after]


def test_the_model_keeps_the_rules_of_qt(qapp: object, qtmodeltester: ModelTester) -> None:
    model = DocumentModel()
    model.set_documents((A, B))
    qtmodeltester.check(model)


@pytest.mark.parametrize(
    ("iso", "written"), [("2022", "2022"), ("2022-12", "12.2022"), ("2022-12-05", "05.12.2022")]
)
def test_dates_may_lack_their_day_or_month(iso: str, written: str) -> None:
    assert written_date(iso) == written


def test_one_line_tells_pages_places_date_and_what_is_wrong() -> None:
    worn = replace(A, page_count=4, date="2022-12-05", notices=("с. 2 — картинка",), is_indexed=False)
    expected = f"4{NBSP}стр. · 5{NBSP}мест · 05.12.2022 · прочитан не весь · ещё не в поиске"
    assert describe(worn, 5) == expected


def test_tooltips_never_turn_into_markup(qapp: object) -> None:
    evil = replace(A, title="<b>жирно</b>", file_name="a&b.pdf")
    assert tooltip(evil) == "&lt;b&gt;жирно&lt;/b&gt;<br>a&amp;b.pdf"
    model = DocumentModel()
    model.set_documents((evil,))
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("<b>жирно</b>. ")
    assert model.index(0).data(META_ROLE) == f"1{NBSP}стр."
