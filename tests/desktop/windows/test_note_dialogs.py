"""What the notes panel opens in a whole window, and the commands that take back and do again."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.dialogs.choose import ChooseDialog
from desktop.dialogs.note_history import NoteHistoryDialog
from desktop.settings import AUTHOR
from desktop.state.note_links import link_to_note
from desktop.windows.note_dialogs import NoteDialogs
from index.model.annotation import Annotation
from index.model.span import Span
from tests.desktop.windows.conftest import TALKS, TREATY

W = TypeVar("W", bound=QWidget)


class Room:
    """A window with a document on the desk."""

    def __init__(self, desktop: Desktop, qtbot: QtBot) -> None:
        self.desktop, self.qtbot, self.notes = desktop, qtbot, desktop.presenters.notes
        self.actions = desktop.window.actions_table
        found = desktop.window.findChild(NoteDialogs)
        assert isinstance(found, NoteDialogs)
        self.dialogs: NoteDialogs = found
        desktop.presenters.reader.open_document(TALKS.id)
        pages = desktop.window.columns.pages
        qtbot.waitUntil(lambda: pages.document is not None)

    def mark(self, start: int, stop: int, note: str = "") -> Annotation:
        with self.qtbot.waitSignal(self.notes.added) as caught:
            self.notes.add(Span(start, stop), note=note)
        made: Annotation = caught.args[0]
        return made

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.notes.is_busy)

    def shown(self, kind: type[W]) -> W:
        def find() -> list[W]:
            return [
                one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()
            ]

        self.qtbot.waitUntil(lambda: bool(find()))
        return find()[0]


@pytest.fixture
def room(desktop: Desktop, qtbot: QtBot) -> Room:
    return Room(desktop, qtbot)


def test_commands_are_named_after_what_they_would_do(room: Room) -> None:
    undo, redo = room.actions["undo"], room.actions["redo"]
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    room.mark(2, 16)
    assert undo.text() == "&Отменить: выделение"
    undo.trigger()
    room.settle()
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)
    assert undo.text() == "&Отменить изменение"
    assert redo.text() == "Повтор&ить: выделение"
    redo.trigger()
    room.settle()
    assert len(room.notes.marks()) == 1


def test_older_state_comes_back_from_the_history(room: Room) -> None:
    made = room.mark(2, 16, "Было")
    room.notes.edit(made.id, note="Стало")
    room.settle()
    room.dialogs.show_history(room.notes.marks()[0])
    dialog = room.shown(NoteHistoryDialog)
    dialog._want()
    room.settle()
    assert [note.note for note in room.notes.marks()] == ["Было"]


def test_a_note_is_led_to_another_one(room: Room) -> None:
    source, target = room.mark(2, 16), room.mark(24, 38, "Сюда")
    dialog = room.dialogs.choose_link(source)
    room.qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 1)
    dialog._choose()
    room.settle()
    now = room.notes.annotation(source.id)
    assert now is not None
    assert now.links == (link_to_note(target),)


def test_notes_go_over_to_a_chosen_document_and_back_by_undo(room: Room) -> None:
    room.mark(2, 16, "Мысль")
    room.dialogs._offer_versions(TALKS.id, ((room.desktop.presenters.library.summary(TREATY.id),), ()))
    dialog = room.shown(ChooseDialog)
    assert dialog.list.topLevelItem(0).text(1) == "почти тот же текст"
    dialog._choose()
    room.settle()
    notebook = room.desktop._archive.notebook
    assert [note.note for note in notebook.all(TREATY.id)] == ["Мысль"]
    assert room.actions["undo"].text() == "&Отменить: перенос заметок"
    room.notes.undo()
    room.settle()
    assert notebook.all(TREATY.id) == ()
    assert len(notebook.all(TALKS.id)) == 1


def test_new_notes_are_signed_as_the_reader_wants(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_named: ("  Анна   Белова ", True))
    room.dialogs.ask_author()
    assert room.desktop.presenters.settings.get(AUTHOR) == "Анна Белова"
    assert room.mark(2, 16).author == "Анна Белова"


def test_link_to_the_selection_is_kept_for_a_note(room: Room) -> None:
    room.desktop.window.columns.pages.select(Span(2, 16))
    room.actions["copy_link"].trigger()
    link = room.notes.linking.link
    assert link is not None
    assert (link.document_id, link.label, link.span) == (TALKS.id, "сотрудничестве", Span(2, 16))
