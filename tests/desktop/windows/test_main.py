from __future__ import annotations

import threading
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.models.hits import RowKind
from desktop.settings import LANGUAGE, LAST_DOCUMENT, THEME, Settings
from desktop.state.parts import Section
from desktop.state.search import FIRST_DOCUMENTS
from desktop.theme import PALETTES, ThemeName
from desktop.windows.skeleton import LEAST_WIDTHS
from tests.desktop.windows.conftest import OTHER, TALKS, TREATY
from tests.helpers.fakes import FakeArchive, document


def type_into(widget: QWidget, text: str) -> None:
    """Type as a keyboard does: `qtbot.keyClicks` aborts the interpreter at Cyrillic letters."""
    for letter in text:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def ask(qtbot: QtBot, desktop: Desktop, text: str) -> None:
    with qtbot.waitSignal(desktop.presenters.search.answered):
        type_into(desktop.window.columns.search.field, text)


def open_id(desktop: Desktop) -> str:
    document = desktop.presenters.reader.document
    return document.id if document is not None else ""


def test_the_library_is_listed_while_nothing_is_asked(desktop: Desktop) -> None:
    panel = desktop.window.columns.search
    assert panel.documents.documents.rowCount() == 3
    assert panel.documents.isVisible()
    assert not panel.hits.isVisible()


def test_search_as_you_type_enter_and_f3_walk_through_the_documents(qtbot: QtBot, desktop: Desktop) -> None:
    field = desktop.window.columns.search.field
    ask(qtbot, desktop, "сотрудничество")
    assert desktop.window.columns.search.hits.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: open_id(desktop) == TALKS.id)
    bar = desktop.window.columns.bar
    qtbot.waitUntil(lambda: "из" in bar._place.text())
    assert bar._place.text().split() == ["1", "из", "3"]
    for _ in range(3):
        desktop.window.actions_table["next_hit"].trigger()
    qtbot.waitUntil(lambda: open_id(desktop) == TREATY.id)
    desktop.window.actions_table["previous_hit"].trigger()
    qtbot.waitUntil(lambda: open_id(desktop) == TALKS.id)
    assert desktop.presenters.reader.current_number == 3


def test_clicking_a_passage_opens_exactly_its_match(qtbot: QtBot, desktop: Desktop) -> None:
    ask(qtbot, desktop, "сотрудничество")
    hits = desktop.window.columns.search.hits
    assert hits.hits.row_at(3).kind is RowKind.PASSAGE
    spot = hits.visualRect(hits.hits.index(3)).center()
    QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: desktop.presenters.reader.current_number == 3)


def test_the_list_follows_the_current_match(qtbot: QtBot, desktop: Desktop) -> None:
    ask(qtbot, desktop, "сотрудничество")
    desktop.presenters.search.open_match(0, 1)
    qtbot.waitUntil(lambda: desktop.presenters.reader.current_number == 2)
    assert desktop.window.columns.search.hits.currentIndex().row() == 2


def test_down_goes_to_the_results_up_comes_back_escape_clears(qtbot: QtBot, desktop: Desktop) -> None:
    panel = desktop.window.columns.search
    panel.field.setFocus()
    ask(qtbot, desktop, "сотрудничество")
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.hits.hasFocus()
    QTest.keyClick(panel.hits, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: open_id(desktop) == TALKS.id)
    panel.hits.show_row(0)
    QTest.keyClick(panel.hits, Qt.Key.Key_Up)
    assert panel.field.hasFocus()
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.field.text() == ""
    assert panel.documents.isVisible()
    assert desktop.presenters.reader.matches == ()


def test_a_wrong_query_is_told_under_the_field(qtbot: QtBot, desktop: Desktop) -> None:
    panel = desktop.window.columns.search
    with qtbot.waitSignal(desktop.presenters.search.refused):
        type_into(panel.field, "договор (")
    assert panel.head.problems.text() == "Скобка не закрыта.\nЗакройте скобку."
    assert panel.field.property("wrong")
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert not panel.head.problems.isVisible()


def test_nothing_found_offers_queries_that_ask_for_less(qtbot: QtBot, desktop: Desktop) -> None:
    panel = desktop.window.columns.search
    ask(qtbot, desktop, "карамболь")
    assert panel.nothing.isVisible()
    with qtbot.waitSignal(desktop.presenters.search.answered):
        panel.nothing.query_suggested.emit("договор")
    assert panel.field.text() == "договор"
    assert panel.hits.isVisible()


def test_a_growing_answer_keeps_its_place(qtbot: QtBot, desktop: Desktop, archive: FakeArchive) -> None:
    for i in range(40):
        archive.add(document(f"{i:02}", "Договор, договор и ещё договор."))
    ask(qtbot, desktop, "договор")
    bar = desktop.window.columns.search.hits.verticalScrollBar()
    bar.setValue(500)
    archive.add(document("zz", "Договор."))
    with qtbot.waitSignal(desktop.presenters.search.refreshed):
        desktop.presenters.search.refresh()
    assert bar.value() == 500


def test_more_documents_come_when_one_scrolls_to_the_last(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    for i in range(FIRST_DOCUMENTS):
        archive.add(document(f"{i:02}", "Договор, договор и ещё договор."))
    ask(qtbot, desktop, "договор")
    bar = desktop.window.columns.search.hits.verticalScrollBar()
    assert desktop.presenters.search.has_more
    with qtbot.waitSignal(desktop.presenters.search.refreshed):
        bar.setValue(bar.maximum())
    assert not desktop.presenters.search.has_more


def test_an_empty_archive_welcomes_and_takes_files(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    archive._documents.clear()
    desktop.presenters.library.refresh()
    qtbot.waitUntil(desktop.window.welcome.isVisible)
    archive.outcomes["new.pdf"] = TALKS
    with qtbot.waitSignal(desktop.presenters.imports.ended):
        desktop.window.paths_dropped.emit([Path("new.pdf")])
    qtbot.waitUntil(lambda: not desktop.window.welcome.isVisible())
    assert desktop.window.columns.search.documents.documents.rowCount() == 1


def test_files_let_go_over_the_window_are_imported_and_nothing_else(qtbot: QtBot, desktop: Desktop) -> None:
    window = desktop.window
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile("/here/a.pdf"), QUrl("https://example.org/b.pdf")])
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, dragged, button, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert window._veil.isVisible()
    with qtbot.waitSignal(window.paths_dropped) as blocker:
        QApplication.sendEvent(
            window, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, dragged, button, none)
        )
    assert blocker.args == [[Path("/here/a.pdf")]]
    assert not window._veil.isVisible()
    qtbot.waitUntil(lambda: not desktop.presenters.imports.is_running)


def test_words_dragged_from_elsewhere_are_not_taken(desktop: Desktop) -> None:
    dragged = QMimeData()
    dragged.setText("слова")
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, dragged, button, none)
    enter.ignore()
    QApplication.sendEvent(desktop.window, enter)
    assert not desktop.window._veil.isVisible()


def test_an_import_shows_its_progress_and_can_be_stopped(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    status = desktop.window.status
    archive.gate = threading.Event()
    desktop.presenters.imports.start([Path("a.pdf"), Path("b.pdf")])
    qtbot.waitUntil(status._cancel.isVisible)
    assert desktop.window.actions_table["cancel_import"].isEnabled()
    QTest.mouseClick(status._cancel, Qt.MouseButton.LeftButton)
    archive.gate.set()
    qtbot.waitUntil(lambda: not desktop.presenters.imports.is_running)
    assert status._words.text().startswith("Импорт остановлен")
    assert not status._cancel.isVisible()


@pytest.mark.parametrize("theme", ThemeName)
def test_each_look_reaches_every_part(desktop: Desktop, theme: ThemeName) -> None:
    desktop.window.actions_table[f"theme_{theme}"].trigger()
    assert desktop.looks.palette is PALETTES[theme]
    picture = desktop.window.grab().toImage()
    # The ground of the library column, low in it where nothing else is.
    spot = desktop.window.columns.library.mapTo(desktop.window, QPoint(20, 400))
    assert picture.pixelColor(spot).name() == PALETTES[theme].side
    assert desktop.presenters.settings.get(THEME) == theme.value


def test_another_language_makes_the_window_anew_and_keeps_what_is_read(
    qtbot: QtBot, desktop: Desktop
) -> None:
    ask(qtbot, desktop, "сотрудничество")
    desktop.presenters.search.open_first()
    qtbot.waitUntil(lambda: open_id(desktop) == TALKS.id)
    desktop.window.actions_table["language_en"].trigger()
    assert desktop.presenters.settings.get(LANGUAGE) == "en"
    assert desktop.window.actions_table["add_files"].text() == "&Add files…"
    assert desktop.window.columns.pages.document is desktop.presenters.reader.document
    assert desktop.window.columns.search.hits.isVisible()
    assert desktop.window.columns.search.field.text() == "сотрудничество"
    assert desktop.window.columns.search.head.counts.text().startswith("2\u00a0documents")
    desktop.window.actions_table["language_ru"].trigger()
    assert desktop.window.actions_table["add_files"].text() == "&Добавить файлы…"


def test_parts_of_the_library_can_be_chosen(qtbot: QtBot, desktop: Desktop) -> None:
    panel = desktop.window.columns.search
    desktop.presenters.library.choose(Section.NOTED)
    assert "заметками" in panel._empty_part.text()
    desktop.presenters.library.choose(Section.ALL)
    spot = panel.documents.visualRect(panel.documents.documents.index(0)).center()
    QTest.mouseClick(panel.documents.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: open_id(desktop) == OTHER.id)
    desktop.presenters.library.choose(Section.RECENT)
    assert panel.documents.documents.rowCount() == 1


def test_commands_follow_what_is_open(qtbot: QtBot, desktop: Desktop) -> None:
    actions = desktop.window.actions_table
    assert not actions["zoom_in"].isEnabled()
    desktop.presenters.reader.open_document(OTHER.id)
    qtbot.waitUntil(actions["zoom_in"].isEnabled)
    assert desktop.window.windowTitle() == f"{OTHER.title} — Читальня"
    before = desktop.window.columns.pages.zoom_factor
    actions["zoom_in"].trigger()
    assert desktop.window.columns.pages.zoom_factor > before
    assert not actions["fit_width"].isChecked()
    actions["fit_page"].trigger()
    assert actions["fit_page"].isChecked()
    actions["close_document"].trigger()
    assert not actions["zoom_in"].isEnabled()
    assert desktop.window.windowTitle() == "Читальня"


def test_columns_can_be_put_away_and_stay_away(desktop: Desktop, settings: Settings) -> None:
    desktop.window.actions_table["show_side"].trigger()
    assert not desktop.window.columns.side.isVisible()
    desktop.window.actions_table["show_side"].trigger()
    assert desktop.window.columns.side.isVisible()


def test_what_was_read_is_open_again_at_the_next_start(
    qapp: QApplication, qtbot: QtBot, archive: FakeArchive, settings: Settings
) -> None:
    settings.set(LAST_DOCUMENT, TREATY.id)
    made = Desktop(qapp, lambda: archive, settings)  # type: ignore[arg-type, return-value]  # a stand-in
    with qtbot.waitSignal(made.furnished):
        made.show()
    qtbot.waitUntil(lambda: open_id(made) == TREATY.id)
    made.window.close()
    made.shut_down()
    made.window.deleteLater()
    assert settings.get(LAST_DOCUMENT) == TREATY.id


def test_every_label_shows_plain_text_only(desktop: Desktop) -> None:
    ours = [label for label in desktop.window.findChildren(QLabel) if label.pixmap().isNull()]
    guessing = [label.text() for label in ours if label.textFormat() is not Qt.TextFormat.PlainText]
    assert ours
    assert guessing == []


def test_everything_that_can_be_pressed_has_a_name(desktop: Desktop) -> None:
    nameless = [
        button
        for button in desktop.window.findChildren(QAbstractButton)
        if button.isVisible() and not (button.accessibleName() or button.text() or button.toolTip())
    ]
    assert nameless == []


def test_every_command_with_a_key_answers_to_it(desktop: Desktop) -> None:
    keyed = [action for action in desktop.window.actions() if action.shortcuts()]
    assert all(action.shortcutContext() is Qt.ShortcutContext.WindowShortcut for action in keyed)
    assert isinstance(keyed[0], QAction)
    assert len(keyed) > 15


def test_a_failed_job_is_told_without_a_box(
    qtbot: QtBot, desktop: Desktop, caplog: pytest.LogCaptureFixture
) -> None:
    desktop._jobs.failed.emit("library", ZeroDivisionError())
    assert "журнал" in desktop.window.status._message.text()
    assert "library" in caplog.text


def test_in_the_smallest_window_no_column_runs_over_another_and_the_bar_fits(
    qtbot: QtBot, desktop: Desktop
) -> None:
    window, columns = desktop.window, desktop.window.columns
    desktop.presenters.reader.open_document(TALKS.id)
    zoom, page = columns.bar._zoom, columns.bar._page
    window.resize(1600, 700)
    qtbot.waitUntil(zoom.isVisible)
    window.resize(300, 300)
    qtbot.waitUntil(lambda: not zoom.isVisible())
    places = [part.geometry() for part in map(columns.widget, range(columns.count())) if part is not None]
    assert all(place.width() >= least for place, least in zip(places, LEAST_WIDTHS, strict=True))
    assert all(one.right() < other.left() for one, other in pairwise(places))
    assert places[-1].right() < columns.width()
    shown = [part for part in columns.bar.findChildren(QWidget) if part.isVisible()]
    assert page in shown
    assert all(columns.bar.rect().contains(part.geometry()) for part in shown)
    window.resize(1600, 700)
    qtbot.waitUntil(zoom.isVisible)
