"""The recognition as a job, with workers that work in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from index.archive import Archive
from index.config import IndexConfig
from index.errors import DamagedPdf, RecogniserMissing, StoreLocked
from index.ingest.recognition import RecognitionWish
from index.model.annotation import HighlightColor, Pen
from index.model.decision import Act, Choice
from index.model.document import Document, DocumentId, Page, PageKind
from index.model.fact import DocumentFacts, EntityType
from index.model.recognition import PageToRecognise, RecognisedPage, RecognisedWord, RecognitionProgress
from index.model.span import Span
from index.model.textmap import TextMap
from index.notes.naming import entity_statement
from index.pdf.recogniser import RecogniseRequest
from index.pdf.tesseract import TesseractFailed
from index.pdf.worker import ReadRequest
from index.store.locks import locked
from index.store.recognition import RecognitionStore
from index.tasks import Task
from index.workers import Death, WorkerDied
from tests.index.ingest.fakes import FakeIndex, engines


class Desk:
    """An archive whose files say, line by line, what its pages print; "scan WORDS" is a picture of words."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.index = folder, FakeIndex()
        self.recognised: list[tuple[str, int]] = []
        self.passwords: list[tuple[str, ...]] = []
        self.during: Callable[[int], None] = lambda _page: None
        self.is_readable = True
        self.reads: list[ReadRequest] = []
        self.archive = self.open()

    def open(self, *, has_program: bool = True) -> Archive:
        recognise = self.recognise if has_program else None
        config = IndexConfig(reader_count=1, recogniser_count=2, lock_patience_s=0.0)
        return Archive(self.folder / "archive", config, engines(self.index, self.read, recognise))

    def read(self, request: ReadRequest, _tell: object) -> Document:
        self.reads.append(request)
        if not self.is_readable:
            raise DamagedPdf("Файл повреждён.", "Скачайте его заново.")
        seen = {page.page_index: page for page in request.recognised}
        text, pages = "", []
        for index, line in enumerate(lines_of(request.path)):
            is_scan, start = line.startswith("scan "), len(text)
            words = " ".join(word.text for word in seen[index].words) if index in seen else ""
            printed = words if is_scan else line
            text += f"{printed}\n" if printed else ""
            known = PageKind.RECOGNISED if index in seen else PageKind.SCAN
            kind = known if is_scan else PageKind.TEXT
            pages.append(Page(index, 595, 842, Span(start, len(text)), kind))
        title, path = request.file_name, request.source_path
        return Document(request.document_id, title, title, path, text, TextMap((), ()), tuple(pages))

    def recognise(self, request: RecogniseRequest, _tell: object) -> RecognisedPage:
        words = lines_of(request.path)[request.page_index].removeprefix("scan ")
        self.recognised.append((words, request.page_index))
        self.passwords.append(request.passwords)
        self.during(request.page_index)
        if "deadly" in words:
            raise WorkerDied(Death.TIME)
        if "bad" in words:
            raise TesseractFailed("no answer")
        seen = tuple(RecognisedWord(word, 0, 0, 0, 1, 1, 90) for word in words.split())
        return RecognisedPage(request.page_index, 0, seen, request.recogniser.engine(request.languages))

    def add(self, name: str, *lines: str) -> DocumentId:
        path = self.folder / name
        path.write_text("%PDF-" + "\n".join(lines), encoding="utf-8")
        [file] = self.archive.ingest([path]).files
        assert file.document_id is not None
        return file.document_id


def lines_of(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").removeprefix("%PDF-").split("\n")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.archive.close()


def run(desk: Desk, task: Task | None = None, **wish: Any) -> Any:
    told: list[RecognitionProgress] = wish.pop("told", [])
    return desk.archive.recognition.run(RecognitionWish(**wish), task or Task(), told.append)


def test_scanned_pages_become_text_that_is_indexed(desk: Desk) -> None:
    document_id = desk.add("a.pdf", "Указ.", "scan о винограде", "Ташкент.")
    told: list[RecognitionProgress] = []
    report = run(desk, told=told)
    assert (report.pages, report.failed, report.documents) == (1, 0, (document_id,))
    document = desk.archive.document(document_id)
    assert document.text == "Указ.\nо винограде\nТашкент.\n"
    assert document.pages[1].kind is PageKind.RECOGNISED
    assert not desk.archive.is_behind()
    assert [progress.renewed for progress in told if progress.renewed] == [document_id]
    assert (told[-1].done, told[-1].total) == (1, 1)
    assert desk.archive.check(is_deep=True).is_sound
    info = desk.archive.info()
    assert (info.pages_recognised, info.pages_to_recognise, info.pages_without_text) == (1, 0, 0)


def test_a_page_is_never_recognised_twice_unless_in_other_languages(desk: Desk) -> None:
    document_id = desk.add("a.pdf", "scan текст")
    run(desk)
    assert run(desk).pages == 0
    assert run(desk, languages=("rus", "eng")).pages == 0
    assert run(desk, languages=("kaz", "rus")).pages == 1
    assert len(desk.recognised) == 2
    assert desk.archive.document(document_id).text == "текст\n"


def test_recognising_and_reading_again_know_the_passwords_of_the_session(desk: Desk) -> None:
    desk.add("a.pdf", "scan текст")
    desk.archive.keyring.add("ключ")
    run(desk)
    assert desk.passwords == [("ключ",)]
    assert desk.reads[-1].passwords == ("ключ",)


def test_the_page_looked_at_comes_first_then_its_document_then_the_others(desk: Desk) -> None:
    looked_at = desk.add("a.pdf", *(f"scan а{i}" for i in range(4)))
    desk.add("b.pdf", "scan б0")
    run(desk, focus=lambda: PageToRecognise(looked_at, 2))
    assert [words for words, _page in desk.recognised] == ["а2", "а3", "а0", "а1", "б0"]


def test_only_the_documents_asked_for_are_recognised(desk: Desk) -> None:
    first = desk.add("a.pdf", "scan а")
    desk.add("b.pdf", "scan б")
    run(desk, document_ids=(first,))
    assert [words for words, _page in desk.recognised] == ["а"]
    assert len(desk.archive.recognition.waiting()) == 1


def test_a_page_that_fails_or_kills_is_told_and_does_not_stop_the_others(desk: Desk) -> None:
    document_id = desk.add("a.pdf", "scan bad", "scan deadly", "scan хорошо")
    report = run(desk)
    assert (report.pages, report.failed) == (1, 2)
    assert desk.archive.document(document_id).text == "хорошо\n"
    assert run(desk).failed == 0
    assert run(desk, again=True).failed == 2


def test_stopped_it_keeps_what_it_has_and_goes_on_with_the_rest(desk: Desk) -> None:
    document_id = desk.add("a.pdf", *(f"scan с{i}" for i in range(9)))
    task = Task()
    desk.during = lambda page: task.cancel() if page == 2 else None
    report = run(desk, task)
    assert report.was_stopped
    kept = report.pages
    assert 1 <= kept < 9
    assert len(desk.archive.document(document_id).text.split()) == kept
    assert run(desk).pages == 9 - kept
    assert desk.archive.document(document_id).text.split() == [f"с{i}" for i in range(9)]


def test_a_long_document_is_read_again_a_few_times_and_not_for_each_page(desk: Desk) -> None:
    desk.add("a.pdf", *(f"scan с{i}" for i in range(64)))
    told: list[RecognitionProgress] = []
    run(desk, told=told)
    renewals = sum(progress.renewed is not None for progress in told)
    assert 3 <= renewals <= 7


def test_pages_recognised_before_a_kill_are_taken_in_the_next_time(desk: Desk) -> None:
    document_id = desk.add("a.pdf", "scan слово")
    seen = RecognisedPage(0, 0, (RecognisedWord("слово", 0, 0, 0, 1, 1, 90),), "tesseract 5.3.0 rus+eng")
    RecognitionStore(desk.archive._database).put(document_id, seen)
    report = run(desk)
    assert (report.pages, report.documents) == (0, (document_id,))
    assert desk.archive.document(document_id).text == "слово\n"
    assert not desk.recognised


def test_notes_move_with_the_text_and_so_do_their_copies(desk: Desk) -> None:
    document_id = desk.add("a.pdf", "scan впереди много слов", "Указ подписан в Ташкенте.")
    text = desk.archive.document(document_id).text
    at = text.index("подписан")
    kept = desk.archive.notebook.annotate(document_id, Span(at, at + 8), Pen(HighlightColor.BLUE, "важно"))
    deleted = desk.archive.notebook.annotate(document_id, Span(0, 4), Pen(HighlightColor.GREEN))
    desk.archive.notebook.delete(deleted.id)
    assert run(desk).lost_notes == 0
    text = desk.archive.document(document_id).text
    [moved] = desk.archive.notebook.all(document_id)
    assert (moved.id, moved.note, moved.anchor.span.of(text)) == (kept.id, "важно", "подписан")
    assert moved.anchor.span != kept.anchor.span
    back = desk.archive.notebook.restore(deleted)
    assert back.anchor.span.of(text) == "Указ"
    assert desk.archive.check().is_sound


def test_a_note_whose_words_are_gone_is_kept_and_told(desk: Desk) -> None:
    document_id = desk.add("a.pdf", "scan виноград")
    run(desk)
    made = desk.archive.notebook.annotate(document_id, Span(0, 8), Pen(HighlightColor.BLUE, "моё"))
    original = desk.archive.original(document_id)
    original.chmod(0o644)
    original.write_text("%PDF-scan совсем иное", encoding="utf-8")
    report = run(desk, languages=("kaz", "rus"))
    assert report.lost_notes == 1
    [kept] = desk.archive.notebook.all(document_id)
    assert (kept.id, kept.note, kept.anchor.quote) == (made.id, "моё", "виноград")
    assert "note_without_place" in {problem.code for problem in desk.archive.check().problems}


def test_decisions_move_with_the_text_and_so_do_their_copies(desk: Desk) -> None:
    document_id = desk.add("a.pdf", "scan впереди много слов", "Указ подписан в Ташкенте.")
    text = desk.archive.document(document_id).text
    at = text.index("Ташкенте")
    tashkent = entity_statement(EntityType.CITY, "Ташкент")
    choice = Choice(Act.NAME, Span(at, at + 8), "Ташкенте", becomes=tashkent)
    made = desk.archive.decisions.decide(document_id, choice)
    run(desk)
    [moved] = desk.archive.decisions.all(document_id)
    text = desk.archive.document(document_id).text
    assert (moved.id, moved.anchor.span.of(text)) == (made.id, "Ташкенте")
    assert moved.anchor.span != made.anchor.span
    assert desk.archive.check().is_sound


def test_a_decision_whose_words_are_gone_is_kept_and_told(desk: Desk) -> None:
    document_id = desk.add("a.pdf", "scan виноград")
    run(desk)
    grapes = entity_statement(EntityType.ORG, "Виноград")
    choice = Choice(Act.NAME, Span(0, 8), "виноград", becomes=grapes)
    made = desk.archive.decisions.decide(document_id, choice)
    original = desk.archive.original(document_id)
    original.chmod(0o644)
    original.write_text("%PDF-scan совсем иное", encoding="utf-8")
    run(desk, languages=("kaz", "rus"))
    [kept] = desk.archive.decisions.all(document_id)
    assert (kept.id, kept.anchor.quote, kept.becomes) == (made.id, "виноград", grapes)
    assert desk.archive.decisions.unapplied(document_id, DocumentFacts()) == (kept,)
    assert "decision_without_place" in [problem.code for problem in desk.archive.check().problems]


def test_an_import_goes_first(desk: Desk) -> None:
    desk.add("a.pdf", *(f"scan с{i}" for i in range(3)))
    task = Task()
    told: list[RecognitionProgress] = []
    with locked(desk.archive.paths.root / "archive.lock", 0.0, ""):
        task_stops = iter([False, False, True])

        class Impatient(Task):
            @property
            def is_cancelled(self) -> bool:
                return next(task_stops, True)

        report = run(desk, Impatient(), told=told)
    assert report.was_stopped
    assert not desk.recognised
    assert run(desk, task).pages == 3


def test_an_import_that_begins_meanwhile_takes_its_files_in(desk: Desk) -> None:
    desk.add("a.pdf", *(f"scan с{i}" for i in range(3)))
    added: list[DocumentId] = []
    desk.during = lambda page: added.append(desk.add("b.pdf", "Новый.")) if page == 1 else None
    assert run(desk).pages == 3
    assert desk.archive.document(added[0]).text == "Новый.\n"


def test_two_recognitions_of_one_archive_do_not_run_at_once(desk: Desk) -> None:
    desk.add("a.pdf", "scan с")
    refused: list[str] = []

    def second(_page: int) -> None:
        with pytest.raises(StoreLocked) as caught:
            run(desk)
        refused.append(caught.value.user_message)

    desk.during = second
    run(desk)
    assert "уже распознаёт" in refused[0]


def test_a_document_that_cannot_be_read_again_keeps_its_text_and_its_pages(desk: Desk) -> None:
    document_id = desk.add("a.pdf", "Указ.", "scan слово")
    desk.during = lambda _page: setattr(desk, "is_readable", False)
    report = run(desk)
    assert (report.pages, report.documents) == (1, ())
    assert desk.archive.document(document_id).text == "Указ.\n"
    desk.is_readable = True
    assert run(desk).documents == (document_id,)
    assert desk.archive.document(document_id).text == "Указ.\nслово\n"


def test_without_the_program_or_a_language_nothing_is_done_and_the_way_out_is_told(desk: Desk) -> None:
    desk.add("a.pdf", "scan слово")
    with pytest.raises(RecogniserMissing, match="tat"):
        run(desk, languages=("rus", "tat"))
    desk.archive.close()
    desk.archive = desk.open(has_program=False)
    assert desk.archive.recognition.recogniser() is None
    with pytest.raises(RecogniserMissing) as caught:
        run(desk)
    assert "Tesseract" in caught.value.hint
    assert len(desk.archive.recognition.waiting()) == 1


def test_closing_the_archive_stops_it_and_loses_nothing(desk: Desk) -> None:
    document_id = desk.add("a.pdf", *(f"scan с{i}" for i in range(6)))
    recognition = desk.archive.recognition

    def close(page: int) -> None:
        if page == 3:
            recognition._closing.cancel()
            assert recognition._running is not None
            recognition._running.cancel()

    desk.during = close
    report = run(desk)
    assert report.was_stopped
    desk.archive.close()
    desk.archive, desk.during = desk.open(), lambda _page: None
    assert run(desk).pages == 6 - report.pages
    assert desk.archive.document(document_id).text.split() == [f"с{i}" for i in range(6)]
