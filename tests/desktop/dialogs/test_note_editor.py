from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.note_editor import NoteEditor, place_beside
from desktop.dialogs.swatch import Swatch
from desktop.dialogs.tag_field import TagField, split_tags
from desktop.jobs import Jobs
from desktop.state.notes import NotesPresenter
from desktop.state.reader import Reader
from desktop.theme import PALETTES, ThemeName
from index.errors import StoreLocked
from index.model.annotation import Annotation, AnnotationKind, HighlightColor, Link
from index.model.document import DocumentId
from tests.desktop.qt import press_key, type_text
from tests.helpers.fakes_panels import FakeArchive, document, span_of

BESIDE = QRect(100, 100, 80, 18)


class Room:
    """An editor open on a new annotation."""

    def __init__(self, jobs: Jobs, qtbot: QtBot) -> None:
        self.archive, self.qtbot, self.owner = FakeArchive(document("a")), qtbot, QObject()
        self.reader = Reader(self.archive, jobs, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.notes = NotesPresenter(self.archive, jobs, self.reader, parent=self.owner)  # type: ignore[arg-type]  # a stand-in
        self.reader.open_document(DocumentId("a" * 64))
        qtbot.waitUntil(lambda: self.reader.document is not None)
        with qtbot.waitSignal(self.notes.added):
            self.notes.add(span_of("делегацию"))
        self.editor = NoteEditor(self.notes, PALETTES[ThemeName.LIGHT])
        qtbot.addWidget(self.editor)
        self.editor.open_on(self.note, BESIDE)
        (self.text,) = self.editor.findChildren(QPlainTextEdit)
        (self.tags,) = self.editor.findChildren(QLineEdit)

    @property
    def note(self) -> Annotation:
        (made,) = self.notes.marks()
        return made

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.notes.is_busy)


def tool(room: Room, name: str) -> QToolButton:
    return next(one for one in room.editor.findChildren(QToolButton) if one.accessibleName() == name)


@pytest.fixture
def room(jobs: Jobs, qtbot: QtBot) -> Room:
    return Room(jobs, qtbot)


def test_what_was_typed_is_kept_when_the_editor_is_closed(room: Room) -> None:
    type_text(room.text, "Сравнить с июнем")
    room.tags.setText("торговля, цели")
    room.editor.close()
    room.settle()
    assert (room.note.note, room.note.tags) == ("Сравнить с июнем", ("торговля", "цели"))


def test_escape_closes_and_keeps(room: Room) -> None:
    type_text(room.text, "мысль")
    press_key(room.text, Qt.Key.Key_Escape)
    assert not room.editor.isVisible()
    room.settle()
    assert room.note.note == "мысль"


def test_ctrl_enter_closes_and_keeps(room: Room) -> None:
    type_text(room.text, "мысль")
    room.qtbot.keyClick(room.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.qtbot.waitUntil(lambda: not room.editor.isVisible())
    room.settle()
    assert room.note.note == "мысль"


def test_nothing_is_written_when_nothing_changed(room: Room) -> None:
    room.editor.close()
    room.settle()
    assert room.archive.done == ["annotate"]


def test_typing_is_saved_at_a_pause(room: Room) -> None:
    type_text(room.text, "мысль")
    room.qtbot.waitUntil(lambda: room.note.note == "мысль", timeout=4000)
    assert room.editor.isVisible()
    room.editor.close()
    room.settle()
    assert len(room.archive.done) == 2


def test_colour_changes_at_once(room: Room) -> None:
    pink = next(s for s in room.editor.findChildren(Swatch) if s.color is HighlightColor.PINK)
    pink.click()
    room.settle()
    assert room.note.color is HighlightColor.PINK
    assert pink.isChecked()
    assert pink.accessibleName() == "Розовый"


def test_deleting_writes_nothing_more(room: Room) -> None:
    type_text(room.text, "лишнее")
    tool(room, "Удалить выделение и заметку").click()
    room.settle()
    assert room.notes.marks() == ()
    assert [done.split()[0] for done in room.archive.done] == ["annotate", "delete"]


def test_refused_words_are_there_when_the_editor_opens_again(room: Room) -> None:
    type_text(room.text, "не потеряй")
    room.archive.failure = StoreLocked("Архив занят.")
    room.editor.close()
    room.settle()
    room.archive.failure = None
    room.editor.open_on(room.note, BESIDE)
    assert room.text.toPlainText() == "не потеряй"
    room.editor.close()
    room.settle()
    assert room.note.note == "не потеряй"


def test_opening_on_another_note_keeps_the_first(room: Room) -> None:
    first = room.note
    type_text(room.text, "первая")
    with room.qtbot.waitSignal(room.notes.added) as added:
        room.notes.add(span_of("Президент"))
    room.editor.open_on(added.args[0], BESIDE)
    room.settle()
    kept = room.notes.annotation(first.id)
    assert kept is not None
    assert kept.note == "первая"
    assert room.text.toPlainText() == ""


def test_tab_goes_from_text_to_tags(room: Room) -> None:
    room.text.setFocus()
    room.qtbot.keyClick(room.text, Qt.Key.Key_Tab)
    assert room.tags.hasFocus()


def test_done_closes(room: Room) -> None:
    next(b for b in room.editor.findChildren(QPushButton)).click()
    assert not room.editor.isVisible()
    assert room.editor.annotation is None


@pytest.mark.parametrize(
    "corner", [QPoint(-50, -50), QPoint(0, 100_000), QPoint(100_000, 0), QPoint(300, 300)]
)
def test_editor_stays_on_the_screen(qapp: QGuiApplication, corner: QPoint) -> None:
    room, size = qapp.primaryScreen().availableGeometry(), QSize(340, 220)
    placed = QRect(place_beside(size, QRect(corner, QSize(60, 18))), size)
    assert room.contains(placed)


def test_editor_does_not_cover_the_passage(qapp: QGuiApplication) -> None:
    room, size = qapp.primaryScreen().availableGeometry(), QSize(340, 220)
    for top in (room.top() + 20, room.bottom() - 40):
        passage = QRect(60, top, 200, 18)
        assert not QRect(place_beside(size, passage), size).intersects(passage)


def test_tags_are_split_and_not_repeated() -> None:
    assert split_tags(" #торговля, цели ;Торговля,, два  слова") == ("торговля", "цели", "два слова")


@given(st.lists(st.text("абвё ", min_size=1).map(str.strip).filter(bool), unique_by=str.casefold))
def test_joined_tags_are_split_again(tags: list[str]) -> None:
    plain = tuple(" ".join(tag.split()) for tag in tags)
    if len({tag.casefold() for tag in plain}) == len(plain):
        assert split_tags(", ".join(plain)) == plain


def test_passage_is_marked_otherwise(room: Room) -> None:
    tool(room, "Подчёркнуто").click()
    room.settle()
    assert room.note.kind is AnnotationKind.UNDERLINE


def test_copied_link_is_put_into_the_note_and_taken_out(room: Room) -> None:
    link = Link(DocumentId("a" * 64), "Президент Республики", span=span_of("Президент Республики"))
    room.notes.linking.copy(link)
    room.editor.open_on(room.note, BESIDE)
    button(room, "Вставить ссылку").click()
    room.settle()
    assert room.note.links == (link,)
    assert not button(room, "Вставить ссылку").isVisible()
    tool(room, "Убрать ссылку: Президент Республики").click()
    room.settle()
    assert room.note.links == ()


def test_link_of_the_note_is_followed(room: Room) -> None:
    link = Link(DocumentId("a" * 64), "Президент Республики", span=span_of("Президент Республики"))
    room.notes.linking.copy(link)
    room.editor.open_on(room.note, BESIDE)
    button(room, "Вставить ссылку").click()
    with room.qtbot.waitSignal(room.reader.revealed) as shown:
        button(room, "→ Президент Республики").click()
    assert shown.args == [link.span]
    assert not room.editor.isVisible()


def test_words_typed_with_pauses_are_taken_back_at_once(room: Room) -> None:
    made = room.note
    for word in ("одно", "другое", "третье"):
        room.text.setPlainText(word)
        room.editor._save()
    room.settle()
    room.notes.undo()
    room.settle()
    assert room.note == made


def test_tags_that_there_are_complete_the_one_that_is_typed(qtbot: QtBot) -> None:
    field = TagField("Метки")
    qtbot.addWidget(field)
    field.know(["вода", "водохранилище", "срочное", "Ёлка"])
    field.setText("срочное, вод")
    assert field.offered() == ["вода", "водохранилище"]
    field._take("водохранилище")
    assert field.tags() == ("срочное", "водохранилище")
    assert field.offered() == []
    field.setText("срочное, сроч")
    assert field.offered() == []


def button(room: Room, text: str) -> QPushButton:
    return next(one for one in room.editor.findChildren(QPushButton) if one.text() == text)
