from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.dialogs.writing import LineDialog, NoteDialog
from desktop.models.dragging import carried_documents, carrying_documents
from desktop.panels.results import DocumentList
from desktop.panels.row_marks import star_rect
from desktop.settings import FOLDED, Settings
from desktop.state.parts import CollectionPart, LabelPart, Section
from desktop.windows.filing import FilingDocuments
from index.model.catalogue import CollectionId, Marks, ReadState
from index.model.hit import Chip
from index.notes import arranging
from index.notes.arranging import Plan
from tests.desktop.qt import press_key
from tests.desktop.windows.conftest import OTHER, TALKS, TREATY
from tests.desktop.windows.test_main import ask, open_id
from tests.helpers.fakes import FakeArchive

WATER, INNER = CollectionId("water"), CollectionId("inner")
CTRL = Qt.KeyboardModifier.ControlModifier


def do(qtbot: QtBot, desktop: Desktop, *plans: Plan) -> None:
    for plan in plans:
        desktop.presenters.filing.do(plan)
    settle(qtbot, desktop)


def settle(qtbot: QtBot, desktop: Desktop) -> None:
    qtbot.waitUntil(lambda: not desktop.presenters.notes.is_busy)


def documents(desktop: Desktop) -> DocumentList:
    return desktop.window.columns.search.documents


def chosen(menu: QMenu, *path: str) -> None:
    """Trigger an entry of a menu, by the beginnings of the words that lead there."""
    actions = menu.actions()
    for words in path:
        action = next(one for one in actions if one.text().strip().startswith(words))
        inner = action.menu()
        if isinstance(inner, QMenu):
            actions = inner.actions()
        else:
            action.trigger()


def test_a_document_is_starred_by_a_key_of_either_layout(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    view = documents(desktop)
    view.show_row(0)
    press_key(view, Qt.Key.Key_S, text="s")
    settle(qtbot, desktop)
    assert archive.catalogue.now.marks_of(OTHER.id).is_starred
    press_key(view, Qt.Key.Key_unknown, text="ы")
    settle(qtbot, desktop)
    assert not archive.catalogue.now.marks_of(OTHER.id).is_starred
    press_key(view, Qt.Key.Key_R, text="r")
    settle(qtbot, desktop)
    assert archive.catalogue.now.marks_of(OTHER.id).state is ReadState.READ


def test_a_click_on_the_star_stars_and_opens_nothing(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    view = documents(desktop)
    where = star_rect(view.visualRect(view.model().index(0, 0))).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    settle(qtbot, desktop)
    assert archive.catalogue.now.marks_of(OTHER.id).is_starred
    assert not open_id(desktop)


def test_several_documents_are_chosen_and_marked_at_once(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    view = documents(desktop)
    for row in (0, 2):
        spot = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CTRL, spot)
    assert view.chosen_documents() == (OTHER.id, TALKS.id)
    assert not open_id(desktop)
    do(qtbot, desktop, arranging.labelled([TREATY.id], ["срочно"]))
    chosen(view.menu(), "Метки", "срочно")
    settle(qtbot, desktop)
    assert archive.catalogue.now.labels() == {"срочно": 3}
    # All have it now: the same entry takes it away.
    chosen(view.menu(), "Метки", "срочно")
    settle(qtbot, desktop)
    assert archive.catalogue.now.labels() == {"срочно": 1}


def test_what_is_dragged_from_both_lists_are_documents(qtbot: QtBot, desktop: Desktop) -> None:
    view = documents(desktop)
    view.selectAll()
    assert carried_documents(carrying_documents(view.chosen_documents())) == (OTHER.id, TREATY.id, TALKS.id)
    ask(qtbot, desktop, "сотрудничество")
    hits = desktop.window.columns.search.hits
    # The third row is a passage.
    hits.show_row(2)
    assert hits.chosen_documents() == (TALKS.id,)
    assert hits.model().flags(hits.currentIndex()) & Qt.ItemFlag.ItemIsDragEnabled


def test_documents_let_go_over_a_collection_are_in_it(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    do(qtbot, desktop, arranging.added(WATER, "Вода"))
    model = desktop.window.columns.library.collections.tree.collections
    dragged = carrying_documents([OTHER.id, TREATY.id])
    assert model.dropMimeData(dragged, Qt.DropAction.CopyAction, -1, -1, model.index_of(WATER))
    settle(qtbot, desktop)
    assert archive.catalogue.now.documents_of(WATER) == {OTHER.id, TREATY.id}
    desktop.window.actions_table["undo"].trigger()
    settle(qtbot, desktop)
    assert archive.catalogue.now.documents_of(WATER) == set()


def test_what_is_let_go_over_a_row_of_the_tree_goes_there(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    do(qtbot, desktop, arranging.added(INNER, "Вода"), arranging.added(WATER, "Реки"))
    tree = desktop.window.columns.library.collections.tree
    dragged = carrying_documents([TALKS.id])
    spot = tree.visualRect(tree.collections.index_of(WATER)).center()
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(spot, copy, dragged, left, none),
        QDragMoveEvent(spot, copy, dragged, left, none),
        QDropEvent(QPointF(spot), copy, dragged, left, none),
    ):
        QApplication.sendEvent(tree.viewport(), event)
        assert event.isAccepted()
    settle(qtbot, desktop)
    assert archive.catalogue.now.documents_of(WATER) == {TALKS.id}


def test_what_is_let_go_beside_the_tree_makes_a_collection(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    panel = desktop.window.columns.library.collections
    dragged = carrying_documents([TALKS.id, OTHER.id])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(panel, QDragEnterEvent(QPoint(5, 5), copy, dragged, left, none))
    QApplication.sendEvent(panel, QDropEvent(QPointF(5, 5), copy, dragged, left, none))
    settle(qtbot, desktop)
    (made,) = archive.catalogue.now.collections
    assert archive.catalogue.now.documents_of(made) == {TALKS.id, OTHER.id}


def test_a_chosen_collection_is_listed_and_searched(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    do(qtbot, desktop, arranging.added(WATER, "Реки"), arranging.put(WATER, [TALKS.id]))
    tree, panel = desktop.window.columns.library.collections.tree, desktop.window.columns.search
    spot = tree.visualRect(tree.collections.index_of(WATER)).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert panel.documents.documents.rowCount() == 1
    assert panel.part.name.text() == "Реки"
    ask(qtbot, desktop, "сотрудничество")
    assert archive.queries[-1] == "сотрудничество коллекция:Реки"
    assert panel.field.text() == "сотрудничество"
    assert not panel.part.isVisible()
    desktop.presenters.library.choose(Section.ALL)
    ask(qtbot, desktop, "мука")
    assert archive.queries[-1] == "мука"


def test_an_answer_follows_how_documents_are_filed(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    archive.chips = (Chip("звезда:да", "star", False, ""),)
    ask(qtbot, desktop, "сотрудничество")
    with qtbot.waitSignal(desktop.presenters.search.refreshed):
        desktop.presenters.filing.toggle_star([TALKS.id])


def test_a_collection_that_is_gone_is_not_shown_any_more(qtbot: QtBot, desktop: Desktop) -> None:
    do(qtbot, desktop, arranging.added(WATER, "Реки"))
    desktop.presenters.library.choose(CollectionPart(WATER))
    collections = desktop.window.columns.library.collections
    press_key(collections.tree, Qt.Key.Key_Delete)
    assert desktop.presenters.filing.catalogue.collections
    collections.tree.setCurrentIndex(collections.tree.collections.index_of(WATER))
    press_key(collections.tree, Qt.Key.Key_Delete)
    settle(qtbot, desktop)
    assert desktop.presenters.library.section is Section.ALL
    assert collections._undo.isVisible()
    collections._undo.click()
    settle(qtbot, desktop)
    assert WATER in desktop.presenters.filing.catalogue.collections
    assert not collections._undo.isVisible()


def test_a_new_collection_is_named_where_it_stands(qtbot: QtBot, desktop: Desktop) -> None:
    collections = desktop.window.columns.library.collections
    assert collections._hint.isVisible()
    collections.add.click()
    qtbot.waitUntil(lambda: bool(collections.tree.findChildren(QLineEdit)))
    field = collections.tree.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.selectedText() == "Новая коллекция"
    field.setText("Письма")
    press_key(field, Qt.Key.Key_Return)
    filing = desktop.presenters.filing
    qtbot.waitUntil(lambda: [one.name for one in filing.catalogue.collections.values()] == ["Письма"])
    assert not collections._hint.isVisible()


def test_collections_fold_at_their_arrow_and_take_no_more_room_than_they_need(
    qtbot: QtBot, desktop: Desktop
) -> None:
    do(qtbot, desktop, arranging.added(WATER, "Вода"), arranging.added(INNER, "Реки", WATER))
    tree = desktop.window.columns.library.collections.tree
    two = tree.height()
    rect = tree.visualRect(tree.collections.index_of(WATER))
    arrow = rect.topLeft() + (rect.bottomLeft() - rect.topLeft()) / 2
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
    assert tree.height() == two // 2
    assert desktop.presenters.library.section is Section.ALL
    # It stays folded when others come.
    do(qtbot, desktop, arranging.added(CollectionId("x"), "Хлеб"))
    assert tree.height() == two


def test_folded_collections_are_remembered(qtbot: QtBot, desktop: Desktop, settings: Settings) -> None:
    do(qtbot, desktop, arranging.added(WATER, "Вода"), arranging.added(INNER, "Реки", WATER))
    tree = desktop.window.columns.library.collections.tree
    two = tree.height()
    tree.collapse(tree.collections.index_of(WATER))
    desktop.window.remember()
    assert settings.get(FOLDED) == (WATER,)
    tree.fold(())
    assert tree.height() == two
    tree.fold(settings.get(FOLDED))
    assert tree.height() == two // 2


def test_the_menu_of_a_collection_makes_one_inside_and_removes_it(qtbot: QtBot, desktop: Desktop) -> None:
    do(qtbot, desktop, arranging.added(WATER, "Вода"))
    collections = desktop.window.columns.library.collections
    chosen(collections.menu(WATER), "Новая коллекция")
    settle(qtbot, desktop)
    (inner,) = desktop.presenters.filing.catalogue.children()[WATER]
    assert inner.name == "Новая коллекция"
    chosen(collections.menu(WATER), "Убрать")
    settle(qtbot, desktop)
    assert not desktop.presenters.filing.catalogue.collections


def test_what_is_opened_is_being_read_and_stays_among_the_unread_while_one_looks(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    library, view = desktop.presenters.library, documents(desktop)
    library.choose(Section.UNREAD)
    assert view.documents.rowCount() == 3
    spot = view.visualRect(view.documents.index(0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: archive.catalogue.now.marks_of(OTHER.id).state is ReadState.READING)
    settle(qtbot, desktop)
    assert library.count(Section.UNREAD) == 2
    assert view.documents.rowCount() == 3
    library.choose(Section.ALL)
    library.choose(Section.UNREAD)
    assert view.documents.rowCount() == 2


def test_a_document_seen_to_its_end_is_read(qtbot: QtBot, desktop: Desktop, archive: FakeArchive) -> None:
    filing = desktop.window.findChild(FilingDocuments)
    assert isinstance(filing, FilingDocuments)
    filing._progress._rest.setInterval(0)
    desktop.presenters.reader.open_document(OTHER.id)
    qtbot.waitUntil(lambda: archive.catalogue.now.marks_of(OTHER.id).state is ReadState.READ)
    desktop.presenters.reader.open_document(TALKS.id)
    qtbot.waitUntil(lambda: archive.catalogue.now.marks_of(TALKS.id).reached == 1)
    desktop.window.columns.pages.go_to_page(1)
    qtbot.waitUntil(lambda: archive.catalogue.now.marks_of(TALKS.id).reached == 2)
    settle(qtbot, desktop)
    assert archive.catalogue.now.marks_of(TALKS.id).state is ReadState.READ


def test_a_label_chip_shows_its_documents_and_a_second_click_all(qtbot: QtBot, desktop: Desktop) -> None:
    labels = desktop.window.columns.library.labels
    assert not labels.isVisible()
    do(qtbot, desktop, arranging.labelled([TALKS.id], ["срочно"]))
    (chip,) = labels.chips
    chip.click()
    assert desktop.presenters.library.section == LabelPart("срочно")
    assert documents(desktop).documents.rowCount() == 1
    chip.click()
    assert desktop.presenters.library.section is Section.ALL


def test_a_label_is_renamed_and_taken_away_everywhere(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    do(qtbot, desktop, arranging.labelled([TALKS.id, OTHER.id], ["срочна"]))
    labels = desktop.window.columns.library.labels
    chosen(labels.menu("срочна"), "Переименовать")
    (dialog,) = desktop.window.findChildren(LineDialog)
    dialog.field.setText("срочно")
    dialog.keep.click()
    settle(qtbot, desktop)
    assert archive.catalogue.now.labels() == {"срочно": 2}
    chosen(labels.menu("срочно"), "Убрать")
    settle(qtbot, desktop)
    assert archive.catalogue.now.labels() == {}


def test_a_label_without_documents_is_left(qtbot: QtBot, desktop: Desktop) -> None:
    do(qtbot, desktop, arranging.labelled([TALKS.id], ["срочно"]))
    desktop.presenters.library.choose(LabelPart("срочно"))
    do(qtbot, desktop, arranging.labelled([TALKS.id], remove=["срочно"]))
    assert desktop.presenters.library.section is Section.ALL


def test_the_open_document_is_marked_by_commands(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    actions = desktop.window.actions_table
    assert not actions["star_document"].isEnabled()
    desktop.presenters.reader.open_document(TALKS.id)
    qtbot.waitUntil(actions["star_document"].isEnabled)
    actions["star_document"].trigger()
    actions["read_document"].trigger()
    actions["note_document"].trigger()
    (dialog,) = desktop.window.findChildren(NoteDialog)
    dialog.field.setPlainText(" Сверить даты. ")
    dialog.keep.click()
    settle(qtbot, desktop)
    assert archive.catalogue.now.marks_of(TALKS.id) == Marks(True, ReadState.READ, note="Сверить даты.")


def test_a_new_label_is_asked_for(qtbot: QtBot, desktop: Desktop, archive: FakeArchive) -> None:
    view = documents(desktop)
    view.show_row(1)
    chosen(view.menu(), "Метки", "Новая")
    (dialog,) = desktop.window.findChildren(LineDialog)
    assert not dialog.keep.isEnabled()
    dialog.field.setText("книга")
    dialog.keep.click()
    settle(qtbot, desktop)
    assert archive.catalogue.now.labels() == {"книга": 1}


def test_a_document_is_renamed_through_its_card(
    qtbot: QtBot, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(desktop.presenters.card, "rename", lambda id_, title: asked.append((id_, title)))
    view = documents(desktop)
    view.show_row(0)
    chosen(view.menu(), "Переименовать")
    (dialog,) = desktop.window.findChildren(LineDialog)
    assert dialog.field.text() == OTHER.title
    dialog.field.setText("О муке")
    dialog.keep.click()
    assert asked == [(OTHER.id, "О муке")]


def test_a_collection_has_a_note_that_is_shown_with_its_documents(qtbot: QtBot, desktop: Desktop) -> None:
    do(qtbot, desktop, arranging.added(WATER, "Вода"))
    desktop.presenters.library.choose(CollectionPart(WATER))
    head = desktop.window.columns.search.part
    assert not head.note.isVisible()
    head.write.click()
    (dialog,) = desktop.window.findChildren(NoteDialog)
    dialog.field.setPlainText("Для книги")
    dialog.keep.click()
    settle(qtbot, desktop)
    assert head.note.isVisible()
    assert head.note.text() == "Для книги"
    assert "Перетащите" in desktop.window.columns.search._empty_part.text()


def test_the_menu_of_a_document_puts_it_into_a_new_collection_and_out_of_it(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    view = documents(desktop)
    view.show_row(0)
    chosen(view.menu(), "В коллекцию", "Новая")
    settle(qtbot, desktop)
    (made,) = archive.catalogue.now.collections
    assert archive.catalogue.now.documents_of(made) == {OTHER.id}
    desktop.presenters.library.choose(CollectionPart(made))
    documents(desktop).show_row(0)
    chosen(documents(desktop).menu(), "Вынуть")
    settle(qtbot, desktop)
    assert archive.catalogue.now.documents_of(made) == set()
    assert QModelIndex() == documents(desktop).model().index(0, 0)
