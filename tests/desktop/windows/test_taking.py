"""Notes are taken from files, told, and can be taken back together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.dialogs.notes_taken import NotesTakenDialog
from desktop.settings import LAST_FOLDER
from index.errors import AnnotationError
from index.ingest.notes_files import FileTaken, Homeless
from index.model.annotation import Annotation, HighlightColor, Pen
from index.model.document import DocumentId
from index.model.foreign import Taken
from index.model.span import Span
from tests.desktop.windows.conftest import TALKS
from tests.helpers.fakes import FakeArchive, summary_of

PEN = Pen(HighlightColor.PINK, "Верно ли?", author="Анна")


class Files:
    """Files with one note for the talks, or for nobody."""

    def __init__(self, archive: FakeArchive) -> None:
        self._archive = archive
        self.asked: list[tuple[str, DocumentId | None]] = []

    def take(self, path: Path, document_id: DocumentId | None = None) -> FileTaken:
        self.asked.append((path.name, document_id))
        if path.name == "пусто.json":
            raise AnnotationError("В файле заметок нет.")
        if path.name == "чужие.json" and document_id is None:
            return FileTaken((), (Homeless("http://a.ru/", 2),))
        return FileTaken(((summary_of(TALKS), self.taken()),))

    def taken(self) -> Taken:
        return Taken((self.made(),), known=3)

    def made(self) -> Annotation:
        return self._archive.notebook.annotate(TALKS.id, Span(0, 7), PEN)


class Margins:
    """The file of every document, with or without notes."""

    def __init__(self, taken: Taken) -> None:
        self._taken = taken

    def take(self, _document_id: DocumentId) -> Taken:
        return self._taken


@pytest.fixture
def files(desktop: Desktop, archive: FakeArchive) -> Files:
    made = Files(archive)
    archive.notes_files = made  # type: ignore[attr-defined]  # only these tests have it
    return made


def take(qtbot: QtBot, desktop: Desktop, monkeypatch: pytest.MonkeyPatch, *names: str) -> NotesTakenDialog:
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda *_: ([f"/заметки/{name}" for name in names], "")
    )
    with qtbot.waitSignal(desktop.presenters.taking.ended):
        desktop.window.actions_table["take_notes"].trigger()
    return [one for one in desktop.window.findChildren(NotesTakenDialog) if one.isVisible()][-1]


def words(dialog: NotesTakenDialog) -> list[tuple[str, str]]:
    return [(heading, text.replace("\N{NO-BREAK SPACE}", " ")) for heading, text in dialog.lines]


def test_what_was_taken_is_told_and_shown_and_can_be_taken_back(
    qtbot: QtBot, desktop: Desktop, files: Files, archive: FakeArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = take(qtbot, desktop, monkeypatch, "свои.json", "пусто.json")
    assert words(dialog) == [
        (TALKS.title, "Взято: 1 заметка. Уже брали раньше: 3."),
        ("пусто.json", "В файле заметок нет."),
    ]
    assert not dialog.here.isVisible()
    assert desktop.presenters.settings.get(LAST_FOLDER) == "/заметки"
    dialog.close_button.click()
    desktop.presenters.notes.undo()
    qtbot.waitUntil(lambda: not desktop.presenters.notes.is_busy)
    assert archive.notebook.all() == ()


def test_notes_without_a_document_can_be_given_to_the_open_one(
    qtbot: QtBot, desktop: Desktop, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop.presenters.reader.open_document(TALKS.id)
    qtbot.waitUntil(lambda: desktop.presenters.reader.document is not None)
    dialog = take(qtbot, desktop, monkeypatch, "чужие.json")
    assert words(dialog) == [("http://a.ru/", "Такого документа в архиве нет, не взято: 2 заметки.")]
    assert dialog.here.isVisible()
    with qtbot.waitSignal(desktop.presenters.taking.ended):
        dialog.here.click()
    assert files.asked == [("чужие.json", None), ("чужие.json", TALKS.id)]


def test_without_a_choice_nothing_is_taken(
    desktop: Desktop, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    desktop.window.actions_table["take_notes"].trigger()
    assert not desktop.presenters.notes.is_busy
    assert files.asked == []


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((0, 1), "Взято из файла: 1 заметка."),
        ((5, 0), "Новых заметок в файле нет; взяты раньше: 5."),
        ((0, 0), "В файле документа заметок нет."),
    ],
)
def test_notes_of_the_documents_own_file_are_taken_on_demand(
    qtbot: QtBot, desktop: Desktop, files: Files, archive: FakeArchive, counts: tuple[int, int], told: str
) -> None:
    known, count = counts
    action, said = desktop.window.actions_table["take_own_notes"], []
    assert not action.isEnabled()
    desktop.presenters.reader.open_document(TALKS.id)
    qtbot.waitUntil(action.isEnabled)
    margins: Any = Margins(Taken(tuple(files.made() for _ in range(count)), known=known))
    archive.marginalia = margins  # type: ignore[attr-defined]  # only these tests have it
    desktop.window.status.say = said.append  # type: ignore[method-assign]  # a stand-in
    with qtbot.waitSignal(desktop.presenters.taking.own_taken):
        action.trigger()
    assert said[-1].replace("\N{NO-BREAK SPACE}", " ") == told
