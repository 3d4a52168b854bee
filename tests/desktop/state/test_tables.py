from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.reader import Reader
from desktop.state.tables import FileKind, TablesPresenter, grid_text
from index.errors import DamagedPdf
from index.model.document import DocumentId
from index.tables.plain import BOM
from tests.helpers.fakes import FakeArchive, document
from tests.index.tables.samples import table

FIRST = table([("Код", "Цена"), ("1", "5 000,00")])
REST = table([("2", "30")], page_index=1, header_rows=0)


class Room:
    """A presenter over an archive in memory, with a document open."""

    def __init__(self, archive: FakeArchive, jobs: Jobs, qtbot: QtBot) -> None:
        self.archive, self.qtbot, self.owner = archive, qtbot, QObject()
        self.reader = Reader(archive, jobs, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.tables = TablesPresenter(archive, jobs, self.reader, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.open("a")

    def open(self, name: str) -> None:
        self.reader.open_document(DocumentId(name * 64))
        self.qtbot.waitUntil(lambda: getattr(self.reader.document, "id", "") == name * 64)


@pytest.fixture
def room(jobs: Jobs, qtbot: QtBot) -> Room:
    archive = FakeArchive(document("a", "Цены и коды.", pages=3), document("b", "Другое."))
    archive.page_tables = {0: (FIRST,), 1: (REST,)}
    return Room(archive, jobs, qtbot)


def test_tables_of_a_page_are_found(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.tables.found) as found:
        room.tables.find(0)
    assert found.args == [(FIRST,), 0]
    assert room.tables.tables == (FIRST,)


def test_a_page_without_tables_is_told_as_such(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.tables.found) as found:
        room.tables.find(2)
    assert found.args == [(), 2]


def test_a_page_that_cannot_be_read_is_told_in_words(room: Room, qtbot: QtBot) -> None:
    room.archive.failure = DamagedPdf("Страница повреждена.", "Откройте другую.")
    with qtbot.waitSignal(room.tables.failed) as failed:
        room.tables.find(0)
    assert failed.args == ["Страница повреждена. Откройте другую."]


def test_an_opened_table_is_there_at_once_and_then_whole(room: Room, qtbot: QtBot) -> None:
    pages: list[tuple[int, ...]] = []
    room.tables.opened.connect(lambda whole: pages.append(whole.page_indexes))
    with qtbot.waitSignals([room.tables.opened, room.tables.opened]):
        room.tables.open(FIRST)
        assert pages == [(0,)]
        assert room.tables.is_looking
    assert pages == [(0,), (0, 1)]
    assert not room.tables.is_looking


def test_a_cell_is_shown_on_its_own_page(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignals([room.tables.opened, room.tables.opened]):
        room.tables.open(FIRST)
    with qtbot.waitSignal(room.tables.cell_shown) as shown:
        room.tables.show_cell(2, 1)
    assert (shown.args[0].text, shown.args[1]) == ("30", 1)


def test_another_document_closes_everything(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.tables.found):
        room.tables.find(0)
    with qtbot.waitSignals([room.tables.opened, room.tables.opened]):
        room.tables.open(FIRST)
    with qtbot.waitSignals([room.tables.cleared, room.tables.closed]):
        room.open("b")
    assert room.tables.tables == ()
    assert room.tables.open_table is None


@pytest.mark.parametrize("kind", FileKind)
def test_a_table_is_saved_whole(room: Room, qtbot: QtBot, tmp_path: Path, kind: FileKind) -> None:
    path = tmp_path / f"a.{kind.value}"
    with qtbot.waitSignal(room.tables.saved) as saved:
        room.tables.save(FIRST, path, kind)
    assert saved.args == [path, 2]
    if kind is FileKind.CSV:
        assert path.read_text("utf-8") == f"{BOM}Код;Цена\n1;5000,00\n2;30\n"
    else:
        assert path.read_bytes().startswith(b"PK")


def test_a_file_that_cannot_be_written_is_told(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(room.tables.failed) as failed:
        room.tables.save(FIRST, tmp_path / "nowhere" / "a.csv", FileKind.CSV)
    assert "не записан" in failed.args[0]


def test_chosen_cells_make_a_rectangle() -> None:
    assert grid_text(FIRST, [(0, 0), (1, 1)]) == (("Код", ""), ("", "5 000,00"))
    assert grid_text(FIRST, []) == ()
