"""Documents that are read once more: texts are replaced, notes and recognised words stay theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.archive import Archive
from index.config import IndexConfig
from index.errors import EncryptedPdf
from index.formats.worker import ConvertRequest
from index.ingest.recognition import RecognitionWish
from index.model.annotation import HighlightColor, Pen
from index.model.document import Document, DocumentId, PageKind
from index.model.gap import GapKind
from index.model.report import ImportProgress, ImportReport, ImportStatus
from index.model.said import said
from index.model.span import Span
from index.pdf import notices
from index.pdf.worker import ReadRequest
from index.tasks import Task
from tests.index.ingest.fakes import FakeWorker, engines
from tests.index.ingest.test_recognition import Desk, run

REMARK = said("file.lost_pages", "Страниц, которые не удалось прочитать: {count}.", count=1)


class Reader(Desk):
    """A desk whose reader can do more or less at different times.

    Attributes:
        unreadable: Pages it cannot read now.
        key: What opens the files; nothing when they are open.
    """

    def __init__(self, folder: Path) -> None:
        self.unreadable: set[int] = set()
        self.key = ""
        super().__init__(folder)

    def read(self, request: ReadRequest, tell: object) -> Document:
        if self.key and self.key not in request.passwords:
            raise EncryptedPdf("Файл зашифрован.", "Введите пароль.")
        document = super().read(request, tell)
        text, pages = "", []
        for page in document.pages:
            is_lost, start = page.page_index in self.unreadable, len(text)
            text += "" if is_lost else page.span.of(document.text)
            kind = PageKind.FAILED if is_lost else page.kind
            pages.append(replace(page, span=Span(start, len(text)), kind=kind))
        return replace(document, text=text, pages=tuple(pages), notices=notices.page_notices(pages))

    def note(self, document_id: DocumentId, words: str) -> str:
        at = self.archive.document(document_id).text.index(words)
        span = Span(at, at + len(words))
        return self.archive.notebook.annotate(document_id, span, Pen(HighlightColor.BLUE)).id

    def again(self, document_id: DocumentId, task: Task | None = None) -> ImportReport:
        return self.archive.ingest([], task, None, [document_id])


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Reader]:
    made = Reader(tmp_path)
    yield made
    made.archive.close()


def half_read(desk: Reader) -> DocumentId:
    """Import a document whose middle page cannot be read at first."""
    desk.unreadable = {1}
    document_id = desk.add("a.pdf", "Указ о воде.", "Приложение о землях.", "Указ о хлебе.")
    desk.unreadable = set()
    return document_id


def test_pages_that_could_not_be_read_are_read_again_and_notes_move(desk: Reader) -> None:
    document_id = half_read(desk)
    [gap] = [gap for gap in desk.archive.gaps() if gap.kind is GapKind.FAILED]
    assert (gap.can_retry, gap.document_id) == (True, document_id)
    note = desk.note(document_id, "о хлебе")
    told: list[ImportProgress] = []
    report = desk.archive.ingest([], None, told.append, [document_id])
    [file] = report.files
    assert (file.status, file.reason, file.message) == (ImportStatus.READ_AGAIN, "", "")
    assert [progress.latest for progress in told if progress.latest] == [file]
    text = desk.archive.document(document_id).text
    assert "о землях" in text
    [moved] = desk.archive.notebook.all(document_id)
    assert (moved.id, moved.anchor.span.of(text), moved.anchor.page_index) == (note, "о хлебе", 2)
    assert not desk.archive.gaps().all
    assert not desk.archive.is_behind()
    assert desk.archive.check(is_deep=True).is_sound


def test_what_still_cannot_be_read_is_said(desk: Reader) -> None:
    document_id = half_read(desk)
    desk.unreadable = {1}
    [file] = desk.again(document_id).files
    assert (file.status, file.reason) == (ImportStatus.READ_AGAIN, "partial")
    assert "2" in file.message


def test_a_worse_reading_changes_nothing(desk: Reader) -> None:
    document_id = half_read(desk)
    before = desk.archive.document(document_id)
    desk.unreadable = {1, 2}
    [file] = desk.again(document_id).files
    assert (file.status, file.reason) == (ImportStatus.READ_AGAIN, "read_worse")
    assert "Прежний текст" in file.message
    after = desk.archive.document(document_id)
    assert (after.text, after.pages) == (before.text, before.pages)


def test_a_document_that_cannot_be_read_any_more_keeps_its_text(desk: Reader) -> None:
    document_id = half_read(desk)
    desk.is_readable = False
    [file] = desk.again(document_id).files
    assert (file.status, file.reason, file.document_id) == (ImportStatus.REFUSED, "damaged", document_id)
    assert "Прежний текст" in file.message
    assert desk.archive.document(document_id).text == "Указ о воде.\nУказ о хлебе.\n"
    assert not desk.archive.gaps().files_refused


def test_passwords_of_the_session_open_what_is_read_again(desk: Reader) -> None:
    document_id = half_read(desk)
    desk.key = "ключ"
    report = desk.again(document_id)
    assert report.to_unlock == ((), (document_id,))
    desk.archive.keyring.add("ключ")
    [file] = report.amended(desk.again(document_id)).files
    assert file.status is ImportStatus.READ_AGAIN
    assert "о землях" in desk.archive.document(document_id).text


def test_a_cancelled_reading_leaves_the_document_as_it_was(desk: Reader) -> None:
    document_id = half_read(desk)
    task = Task()
    task.cancel()
    report = desk.again(document_id, task)
    assert report.was_cancelled
    assert not report.files
    assert desk.archive.document(document_id).text == "Указ о воде.\nУказ о хлебе.\n"


def test_recognised_words_stay_in_a_text_that_is_read_again(desk: Reader) -> None:
    desk.unreadable = {0}
    document_id = desk.add("a.pdf", "Указ о воде.", "scan о землях")
    desk.unreadable = set()
    run(desk)
    [file] = desk.again(document_id).files
    assert file.status is ImportStatus.READ_AGAIN
    assert desk.archive.document(document_id).text == "Указ о воде.\nо землях\n"
    # And nothing has to be taken in once more.
    assert desk.archive.recognition.run(RecognitionWish(), Task()).documents == ()


def test_a_note_never_points_at_the_same_words_of_another_page(desk: Reader) -> None:
    document_id = desk.add("a.pdf", "scan хозяйство Иванова", "Там же хозяйство, прежде названное дважды.")
    run(desk)
    note = desk.note(document_id, "хозяйство")
    # Recognised in other languages, the page says something else.
    desk.archive.original(document_id).chmod(0o644)
    desk.archive.original(document_id).write_text(
        "%PDF-scan пусто\nТам же хозяйство, прежде названное дважды.", encoding="utf-8"
    )
    report = run(desk, languages=("kaz", "rus"))
    assert report.lost_notes == 1
    [kept] = desk.archive.notebook.all(document_id)
    assert (kept.id, kept.anchor.quote, len(kept.anchor.span)) == (note, "хозяйство", 0)


class Printer(Reader):
    """A desk whose converter prints what a text file says, a page a line, after a heading if it is newer."""

    heading = ""

    def open(self, *, has_program: bool = True) -> Archive:
        made = engines(self.index, self.read, self.recognise if has_program else None)
        printing = replace(made, make_converter=lambda *_: FakeWorker(self.convert))
        config = IndexConfig(reader_count=1, recogniser_count=1, lock_patience_s=0.0)
        return Archive(self.folder / "archive", config, printing)

    def convert(self, request: ConvertRequest, tell: object) -> tuple[str, ...]:
        assert callable(tell)
        tell(f"%PDF-{self.heading}{Path(request.path).read_text(encoding='utf-8')}".encode())
        return (REMARK,)


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[Printer]:
    made = Printer(tmp_path)
    yield made
    made.archive.close()


def printed(printer: Printer) -> tuple[DocumentId, str, Path]:
    """Import a text with a scan, recognise it, mark a passage, lose the edition, have a newer program."""
    path = printer.folder / "a.txt"
    path.write_text("Указ о воде.\nscan о землях\nУказ о хлебе.", encoding="utf-8")
    [file] = printer.archive.ingest([path]).files
    assert file.document_id is not None
    run(printer)
    note = printer.note(file.document_id, "о хлебе")
    printer.archive.edition(file.document_id).unlink()
    printer.heading = "Архив. "
    return file.document_id, note, path


def test_an_edition_made_again_keeps_recognised_words_and_notes(printer: Printer) -> None:
    document_id, note, _path = printed(printer)
    printer.archive.rebuild()
    document = printer.archive.document(document_id)
    [moved] = printer.archive.notebook.all(document_id)
    assert document.text.startswith("Архив. ")
    assert (moved.id, moved.anchor.span.of(document.text)) == (note, "о хлебе")
    assert REMARK in document.notices
    assert not printer.archive.check().problems


def test_so_does_one_made_again_by_importing_the_file(printer: Printer) -> None:
    document_id, note, path = printed(printer)
    [file] = printer.archive.ingest([path]).files
    assert (file.status, file.document_id) == (ImportStatus.DUPLICATE, document_id)
    document = printer.archive.document(document_id)
    [moved] = printer.archive.notebook.all(document_id)
    assert (moved.id, moved.anchor.span.of(document.text)) == (note, "о хлебе")
    assert not printer.archive.check().problems
    assert printer.archive.ingest([path]).files[0].message.startswith("Этот документ уже есть в архиве: ")


def test_what_the_conversion_left_out_is_still_said_after_a_recognition(printer: Printer) -> None:
    document_id, _note, _path = printed(printer)
    assert REMARK in printer.archive.document(document_id).notices
