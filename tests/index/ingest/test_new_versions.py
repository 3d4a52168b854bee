"""A file whose content has changed is a new document; the notes to the old one go over to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive
from index.model.annotation import HighlightColor, Pen
from index.model.document import DocumentId
from index.model.report import FileReport, ImportStatus
from index.model.span import Span
from tests.helpers.pdfs import column, wrapped, write_pdf

TEXT = (
    "Стороны обсудили совместное использование водных ресурсов и договорились о новой встрече весной. "
    "Министр сообщил, что проект большого канала будет готов к осени. Работы начнутся в следующем году."
)
NEWER = "Уточнённая редакция сообщения. " + TEXT.replace(
    "будет готов к осени", "будет, вероятно, готов к осени"
)
SHORTER = TEXT.replace("Министр сообщил, что проект большого канала будет готов к осени. ", "")


class Room:
    """An archive, and a file that changes."""

    def __init__(self, folder: Path) -> None:
        self.archive = Archive.open(folder / "archive")
        self.path = folder / "сообщение.pdf"

    def take_in(self, text: str) -> FileReport:
        write_pdf(self.path, [column(wrapped(text, 400.0))])
        [report] = self.archive.ingest([self.path]).files
        assert report.document_id is not None
        return report

    def note(self, document_id: DocumentId | None, words: str) -> None:
        assert document_id is not None
        start = self.archive.document(document_id).text.index(words)
        span = Span(start, start + len(words))
        self.archive.notebook.annotate(document_id, span, Pen(HighlightColor.GREEN, "Проверить"))


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path)
    yield made
    made.archive.close()


def test_notes_go_over_and_the_report_tells_which_to_confirm(room: Room) -> None:
    older = room.take_in(TEXT).document_id
    room.note(older, "использование водных ресурсов")
    room.note(older, "канала будет готов к осени")
    report = room.take_in(NEWER)
    assert report.status is ImportStatus.NEW_VERSION
    assert "Заметки прежней версии перенесены: 2; подтвердить место: 1; без места: 0." in report.message
    there = room.archive.notebook.all(report.document_id)
    text = room.archive.document(report.document_id).text
    assert there[0].anchor.span.of(text) == "использование водных ресурсов"
    assert len(room.archive.notebook.placing.unsure(report.document_id)) == 1
    assert len(room.archive.notebook.all(older)) == 2


def test_what_is_not_in_the_newer_version_is_kept_without_a_place(room: Room) -> None:
    room.note(room.take_in(TEXT).document_id, "проект большого канала будет готов")
    report = room.take_in(SHORTER)
    assert "без места: 1" in report.message
    [orphan] = room.archive.notebook.all(report.document_id)
    assert (orphan.anchor.quote, orphan.note) == ("проект большого канала будет готов", "Проверить")


def test_without_notes_nothing_is_said_of_them(room: Room) -> None:
    room.take_in(TEXT)
    assert "аметк" not in room.take_in(NEWER).message


def test_the_same_content_again_gets_no_notes_twice(room: Room) -> None:
    older = room.take_in(TEXT).document_id
    room.note(older, "использование водных ресурсов")
    content = room.path.read_bytes()
    newer = room.take_in(NEWER).document_id
    room.path.write_bytes(content)
    [report] = room.archive.ingest([room.path]).files
    assert report.status is ImportStatus.DUPLICATE
    assert [len(room.archive.notebook.all(one)) for one in (older, newer)] == [1, 1]
