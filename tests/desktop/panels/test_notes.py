from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.models.notes import NOTE_ROLE
from desktop.panels.message import PanelMessage
from desktop.panels.note_bars import ChosenBar, UnsureBar
from desktop.panels.note_card import NoteDelegate, button_at
from desktop.panels.note_menus import fill_filter_menu
from desktop.panels.notes import NotesPanel
from desktop.state.notes import NotesPresenter
from desktop.state.reader import Reader
from desktop.theme import PALETTES, ThemeName
from index.errors import StoreLocked
from index.model.annotation import Annotation, HighlightColor, Pen
from index.model.document import DocumentId
from index.model.span import Span
from tests.desktop.qt import click, press_key
from tests.helpers.fakes_panels import FakeArchive, document, span_of


class Room:
    """A panel over a fake archive with document a open."""

    def __init__(self, jobs: Jobs, qtbot: QtBot, archive: FakeArchive | None = None) -> None:
        self.archive = archive or FakeArchive(document("a"), document("b"))
        self.qtbot, self.owner = qtbot, QObject()
        self.reader = Reader(self.archive, jobs, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.notes = NotesPresenter(self.archive, jobs, self.reader, parent=self.owner)  # type: ignore[arg-type]  # a stand-in
        self.panel = NotesPanel(self.notes, PALETTES[ThemeName.LIGHT])
        qtbot.addWidget(self.panel)
        self.panel.resize(320, 700)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.list = self.panel.list
        self.open("a")

    def open(self, name: str) -> None:
        wanted = DocumentId(name * 64)
        self.reader.open_document(wanted)
        self.qtbot.waitUntil(lambda: self.reader.document is not None and self.reader.document.id == wanted)

    def mark(self, words: str, note: str = "") -> Annotation:
        with self.qtbot.waitSignal(self.notes.added) as caught:
            self.notes.add(span_of(words), note=note)
        made: Annotation = caught.args[0]
        return made

    def shown(self) -> list[str]:
        model = self.list.model()
        return [model.index(row, 0).data(NOTE_ROLE).anchor.quote for row in range(model.rowCount())]

    def button(self, text: str) -> QPushButton | QToolButton:
        buttons = [*self.panel.findChildren(QPushButton), *self.panel.findChildren(QToolButton)]
        return next(button for button in buttons if button.text().startswith(text))

    def message(self) -> str:
        (message,) = self.panel.findChildren(PanelMessage)
        return message.text if message.isVisible() else ""

    def choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.list.model().index(row, 0))


@pytest.fixture
def room(jobs: Jobs, qtbot: QtBot) -> Room:
    return Room(jobs, qtbot)


def test_empty_panel_says_how_to_make_a_note(room: Room) -> None:
    assert room.message() == "Заметок пока нет"


def test_notes_of_the_document_stand_in_text_order(room: Room) -> None:
    room.mark("делегацию")
    room.mark("Президент")
    assert room.shown() == ["Президент", "делегацию"]
    assert room.button("Этот документ").text() == "Этот документ 2"


def test_notes_of_all_documents_stand_newest_first(room: Room) -> None:
    room.mark("Президент")
    room.open("b")
    room.mark("делегацию")
    room.button("Все документы").click()
    room.qtbot.waitUntil(lambda: room.shown() == ["делегацию", "Президент"])


def test_click_goes_to_the_passage(room: Room) -> None:
    made = room.mark("делегацию")
    with room.qtbot.waitSignal(room.reader.revealed) as shown:
        click(room.list, room.list.visualRect(room.list.model().index(0, 0)).center())
    assert shown.args == [made.anchor.span]


def test_keys_go_edit_copy_and_delete(room: Room) -> None:
    made = room.mark("делегацию")
    room.choose(0)
    with room.qtbot.waitSignal(room.reader.revealed):
        press_key(room.list, Qt.Key.Key_Return)
    with room.qtbot.waitSignal(room.panel.edit_requested) as asked:
        press_key(room.list, Qt.Key.Key_F2)
    assert asked.args[0] == made
    press_key(room.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "делегацию"
    press_key(room.list, Qt.Key.Key_Delete)
    room.qtbot.waitUntil(lambda: room.shown() == [])


def test_pencil_and_bin_of_a_card_are_clicked_without_going_there(room: Room) -> None:
    room.mark("делегацию")
    rect = room.list.visualRect(room.list.model().index(0, 0))
    spots = {
        button_at(rect, at): at
        for x in range(rect.left(), rect.right(), 4)
        for y in range(rect.top(), rect.bottom(), 4)
        if button_at(rect, at := QPoint(x, y))
    }
    went: list[Span] = []
    room.reader.revealed.connect(went.append)
    with room.qtbot.waitSignal(room.panel.edit_requested):
        click(room.list, spots["edit"])
    with room.qtbot.waitSignal(room.notes.deleted):
        click(room.list, spots["delete"])
    assert went == []


def test_deletion_can_be_undone_from_the_panel(room: Room) -> None:
    room.mark("делегацию", "важно")
    room.notes.delete(room.notes.marks()[0].id)
    room.qtbot.waitUntil(lambda: room.button("Вернуть").isVisible())
    room.button("Вернуть").click()
    room.qtbot.waitUntil(lambda: room.shown() == ["делегацию"])
    assert not room.button("Вернуть").isVisible()


def test_failure_is_shown(room: Room) -> None:
    room.archive.failure = StoreLocked("Архив занят.")
    with room.qtbot.waitSignal(room.notes.failed):
        room.notes.add(span_of("делегацию"))
    assert "Архив занят." in [label.text() for label in room.panel.findChildren(QLabel) if label.isVisible()]


def test_filter_finds_words_of_the_note(room: Room) -> None:
    room.mark("делегацию", "Ёлка")
    room.mark("Президент", "иное")
    (field,) = room.panel.findChildren(QLineEdit)
    field.setText("елка")
    room.qtbot.waitUntil(lambda: room.shown() == ["делегацию"])
    field.setText("жираф")
    room.qtbot.waitUntil(lambda: room.message() == "Ничего не подошло")


def test_note_of_a_clicked_mark_is_selected(room: Room) -> None:
    room.mark("Президент")
    made = room.mark("делегацию")
    room.panel.select(made.id)
    assert room.list.currentIndex().data(NOTE_ROLE) == made


def test_menu_offers_everything_that_can_be_done(room: Room) -> None:
    room.mark("делегацию")
    menu = room.panel.commands.menu(room.notes.marks())
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == [
        "Показать на странице",
        "Изменить…",
        "Копировать выделенные слова",
        "Связать с другой заметкой…",
        "Копировать ссылку на заметку",
        "Прежние состояния…",
        "Удалить",
    ]
    with room.qtbot.waitSignal(room.notes.deleted):
        menu.actions()[-1].trigger()
    menu.deleteLater()


def test_cards_are_as_high_as_their_words(room: Room) -> None:
    room.mark("Президент")
    room.mark("делегацию", "Мысль, которая занимает несколько строк узкой карточки. " * 3)
    heights = [room.list.visualRect(room.list.model().index(row, 0)).height() for row in (0, 1)]
    assert heights[1] > heights[0] + 30


def test_ten_thousand_notes_do_not_stop_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    archive = FakeArchive(document("a"))
    for n in range(10_000):
        archive.notebook.annotate(
            DocumentId("a" * 64), Span(n % 200, n % 200 + 20), Pen(HighlightColor.BLUE, f"мысль {n} " * 9)
        )
    start = time.perf_counter()
    room = Room(jobs, qtbot, archive)
    qtbot.waitUntil(lambda: len(room.shown()) == 10_000)
    qtbot.waitUntil(lambda: room.list.visualRect(room.list.model().index(0, 0)) != QRect())
    room.panel.grab()
    assert time.perf_counter() - start < 5.0


def test_words_are_found_in_any_form_while_they_are_typed(room: Room) -> None:
    room.mark("делегацию", "Сравнить уровни воды")
    room.mark("Президент", "иное")
    room.panel.head.field.setText("вод")
    room.qtbot.waitUntil(lambda: room.shown() == ["делегацию"])
    press_key(room.panel.head.field, Qt.Key.Key_Down)
    assert room.list.hasFocus() or room.list.currentIndex().data(NOTE_ROLE).note == "Сравнить уровни воды"
    press_key(room.panel, Qt.Key.Key_Escape)
    room.qtbot.waitUntil(lambda: len(room.shown()) == 2)


def test_several_notes_are_recoloured_tagged_and_deleted_at_once(room: Room) -> None:
    for words in ("делегацию", "Президент", "программу"):
        room.mark(words)
    room.list.selectAll()
    assert room.panel.findChildren(ChosenBar)[0].isVisible()
    menu = room.panel.commands.of_several(room.list.notes_chosen())
    next(action for action in menu.actions() if action.text() == "Розовый").trigger()
    room.qtbot.waitUntil(lambda: {note.color for note in room.notes.marks()} == {HighlightColor.PINK})
    press_key(room.list, Qt.Key.Key_Delete)
    room.qtbot.waitUntil(lambda: room.shown() == [])
    room.button("Вернуть").click()
    room.qtbot.waitUntil(lambda: len(room.shown()) == 3)
    menu.deleteLater()


def test_click_with_a_modifier_chooses_and_does_not_go(room: Room) -> None:
    room.mark("делегацию")
    room.mark("Президент")
    went: list[Span] = []
    room.reader.revealed.connect(went.append)
    for row in (0, 1):
        centre = room.list.visualRect(room.list.model().index(row, 0)).center()
        click(room.list, centre, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert len(room.list.notes_chosen()) == 2
    assert went == []


def test_sieve_is_shown_as_chips_that_let_everything_in_again(room: Room) -> None:
    room.mark("делегацию")
    made = room.mark("Президент")
    room.notes.edit(made.id, color=HighlightColor.PINK, tags=("вода",))
    room.qtbot.waitUntil(lambda: not room.notes.is_busy)
    menu = QMenu()
    fill_filter_menu(menu, room.notes.finding)
    colours = menu.actions()[0].menu()
    assert isinstance(colours, QMenu)
    assert [action.text() for action in colours.actions()] == ["Жёлтый\t1", "Розовый\t1"]
    colours.actions()[1].trigger()
    assert room.shown() == ["Президент"]
    room.button("Розовый").click()
    assert len(room.shown()) == 2
    menu.deleteLater()


def test_address_of_a_note_is_opened_only_when_it_is_clicked(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    room.mark("делегацию", "См. https://example.org/a.")
    index = room.list.model().index(0, 0)
    rect = room.list.visualRect(index)
    delegate = room.list.itemDelegate()
    assert isinstance(delegate, NoteDelegate)
    spots = [
        at
        for x in range(rect.left(), rect.right(), 4)
        for y in range(rect.top(), rect.bottom(), 4)
        if delegate.target_at(rect, at := QPoint(x, y), index) == "https://example.org/a"
    ]
    assert opened == []
    click(room.list, spots[len(spots) // 2])
    assert opened == ["https://example.org/a"]


def test_notes_whose_place_is_not_sure_are_told_above_the_list(room: Room) -> None:
    made = room.mark("делегацию")
    room.archive.notebook.placing.unsure_ids = {made.id}
    room.notes.shelf.reload()
    (bar,) = room.panel.findChildren(UnsureBar)
    room.qtbot.waitUntil(lambda: bar.words == "1\u00a0место подтвердить")
    with room.qtbot.waitSignal(room.panel.unsure_requested):
        room.button("Разобрать…").click()
