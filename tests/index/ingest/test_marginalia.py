"""Notes come in with their files and out in copies, and back again, each once."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from index.archive import Archive
from index.errors import AnnotationError, StoreError
from index.exchange.pdf_copies import CopyForm, export_copies
from index.model.annotation import Annotation, AnnotationKind, HighlightColor, Pen
from index.model.document import DocumentId
from index.model.geometry import Point
from index.model.markup import MarkupKind
from index.model.span import Span
from index.pdf.markup_worker import markup_handler
from index.pdf.worker import read_handler
from tests.helpers.pdfs import Print, column, write_pdf
from tests.index.ingest.fakes import FakeIndex, FakeWorker, engines
from tests.index.pdf.marking import copied, marked, marks_in, signed
from tests.index.pdf.reading import read

LINES = ["Министр сообщил, что проект канала", "будет готов к осени этого года."]
PEN = Pen(HighlightColor.GREEN, "Проверить", ("вода",), author="Иван")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    make: Any = FakeWorker
    inline = dataclasses.replace(
        engines(FakeIndex(), read_handler),
        make_markup_worker=lambda _sandbox: make(markup_handler),
    )
    with Archive(tmp_path / "archive", engines=inline) as made:
        yield made


def plain(folder: Path, name: str = "канал.pdf") -> Path:
    return write_pdf(folder / name, [column(LINES), [Print("Вторая страница.")]])


def annotated(folder: Path) -> Path:
    path = plain(folder, "с пометками.pdf")
    document = read(path)
    underlined = marked(document, "к осени", MarkupKind.UNDERLINE, "Когда?", "два")
    return copied(path, marked(document, "проект канала", note="Верно ли?", name="раз"), underlined)[0]


def taken_in(archive: Archive, path: Path) -> DocumentId:
    [report] = archive.ingest([path]).files
    assert report.document_id is not None
    return report.document_id


def told(annotation: Annotation) -> tuple[str, str, str]:
    return annotation.kind.value, annotation.anchor.quote, annotation.note


def copy_of(archive: Archive, document_id: DocumentId, path: Path, **form: Any) -> Path:
    chosen = [one for one in archive.documents() if one.id == document_id]
    return export_copies(archive, chosen, path, CopyForm(**form)).path


def note_on(archive: Archive, document_id: DocumentId, words: str, pen: Pen = PEN) -> Annotation:
    start = archive.document(document_id).text.index(words)
    return archive.notebook.annotate(document_id, Span(start, start + len(words)), pen)


def test_notes_that_stand_in_a_file_come_with_it(archive: Archive, tmp_path: Path) -> None:
    [report] = archive.ingest([annotated(tmp_path)]).files
    assert report.document_id is not None
    assert [told(one) for one in archive.notebook.all(report.document_id)] == [
        ("highlight", "проект канала", "Верно ли?"),
        ("underline", "к осени", "Когда?"),
    ]
    assert "Взяты заметки, которые были в файле: 2." in report.message


def test_a_file_without_notes_starts_no_process(archive: Archive, tmp_path: Path) -> None:
    def nobody(_sandbox: object) -> Any:
        raise AssertionError

    archive.marginalia._make_worker = nobody  # type: ignore[assignment]  # a stand-in
    assert taken_in(archive, plain(tmp_path))


def test_only_new_notes_of_a_file_are_taken_later(archive: Archive, tmp_path: Path) -> None:
    document_id = taken_in(archive, annotated(tmp_path))
    archive.notebook.delete(archive.notebook.all(document_id)[0].id)
    assert archive.marginalia.take(document_id).known == 2
    assert len(archive.notebook.all(document_id)) == 1


def test_notes_go_out_into_a_copy_and_the_original_stays(archive: Archive, tmp_path: Path) -> None:
    document_id = taken_in(archive, plain(tmp_path))
    note = note_on(archive, document_id, "проект канала")
    archive.notebook.pin(
        document_id, 0, Point(50, 60), Pen(HighlightColor.PINK, "Сюда", kind=AnnotationKind.NOTE)
    )
    before = archive.original(document_id).read_bytes()
    copy = copy_of(archive, document_id, tmp_path / "копия.pdf")
    found = {mark.kind: mark for mark in marks_in(copy)}
    assert archive.original(document_id).read_bytes() == before
    assert found[MarkupKind.HIGHLIGHT].name == note.id
    assert (found[MarkupKind.HIGHLIGHT].author, found[MarkupKind.HIGHLIGHT].tags) == ("Иван", ("вода",))
    assert (found[MarkupKind.NOTE].note, found[MarkupKind.NOTE].point) == ("Сюда", Point(50, 60))


def test_a_copy_comes_back_with_what_others_added(archive: Archive, tmp_path: Path) -> None:
    document_id = taken_in(archive, plain(tmp_path))
    note_on(archive, document_id, "проект канала")
    copy = copy_of(archive, document_id, tmp_path / "копия.pdf")
    answered, _made = copied(copy, marked(read(copy), "к осени", note="Уже весной", name="ответ"))
    [(summary, taken)] = archive.notes_files.take(answered).taken
    assert summary.id == document_id
    assert [told(one) for one in taken.sure] == [("highlight", "к осени", "Уже весной")]
    assert taken.known == 1


def test_what_came_with_the_file_stands_in_its_copy_once(archive: Archive, tmp_path: Path) -> None:
    document_id = taken_in(archive, annotated(tmp_path))
    first, second = archive.notebook.all(document_id)
    archive.notebook.edit(second.id, note="Осенью")
    found = marks_in(copy_of(archive, document_id, tmp_path / "копия.pdf"))
    assert {(mark.name, mark.note) for mark in found} == {("раз", "Верно ли?"), (second.id, "Осенью")}
    assert first.id not in {mark.name for mark in found}


def test_a_note_over_two_pages_has_a_mark_on_each_and_is_one_when_it_comes_back(
    archive: Archive, tmp_path: Path
) -> None:
    document_id = taken_in(archive, plain(tmp_path))
    note = note_on(archive, document_id, "этого года.\nВторая")
    copy = copy_of(archive, document_id, tmp_path / "копия.pdf")
    assert [mark.page_index for mark in marks_in(copy)] == [0, 1]
    with Archive(tmp_path / "другой", engines=archive._engines) as other:
        [came] = other.notebook.all(taken_in(other, copy))
    assert (came.id, came.anchor.quote) == (note.id, note.anchor.quote)


def test_what_the_program_marked_by_itself_is_nobodys_note(archive: Archive, tmp_path: Path) -> None:
    document_id = taken_in(archive, plain(tmp_path))
    path = archive.original(document_id)
    mark = marked(read(path), "канала", name="chitalnya-hit-1-7-1")
    with pytest.raises(AnnotationError, match="заметок нет"):
        archive.notes_files.take(copied(plain(tmp_path, "б.pdf"), mark)[0])


def test_several_documents_make_a_folder(archive: Archive, tmp_path: Path) -> None:
    first, second = taken_in(archive, plain(tmp_path)), taken_in(archive, annotated(tmp_path))
    note_on(archive, first, "проект канала")
    made = export_copies(archive, archive.documents(), tmp_path / "копии", CopyForm())
    assert (made.documents, made.notes) == (2, 3)
    assert sorted(path.name for path in made.path.iterdir()) == ["copy of с пометками.pdf", "канал.pdf"]
    with pytest.raises(StoreError, match="файл назван один"):
        export_copies(archive, archive.documents(), tmp_path / "копия.pdf", CopyForm())
    assert second


def test_what_has_no_place_is_told_and_not_written(archive: Archive, tmp_path: Path) -> None:
    document_id = taken_in(archive, plain(tmp_path))
    file = tmp_path / "заметки.json"
    row = {"id": "a", "uri": "file:///канал.pdf", "text": "Где это?", "document": {"title": ["канал.pdf"]}}
    quote = {"type": "TextQuoteSelector", "exact": "Слова, которых здесь никогда не было"}
    file.write_text(json.dumps({"rows": [row | {"target": [{"selector": [quote]}]}]}), "utf-8")
    assert len(archive.notes_files.take(file).total.lost) == 1
    note_on(archive, document_id, "проект канала")
    made = export_copies(archive, archive.documents(), tmp_path / "копия.pdf", CopyForm())
    assert (made.notes, made.unplaced) == (1, 1)


def test_nothing_to_mark_makes_no_file(archive: Archive, tmp_path: Path) -> None:
    taken_in(archive, plain(tmp_path))
    with pytest.raises(StoreError, match="Отмечать нечего"):
        export_copies(archive, archive.documents(), tmp_path / "копия.pdf", CopyForm())
    assert not (tmp_path / "копия.pdf").exists()


def test_notes_whose_document_is_unknown_wait_for_it(archive: Archive, tmp_path: Path) -> None:
    document_id = taken_in(archive, plain(tmp_path))
    file = tmp_path / "заметки.json"
    file.write_text(
        json.dumps({"type": "Annotation", "id": "a", "bodyValue": "Да", "target": "http://a.ru/"}), "utf-8"
    )
    found = archive.notes_files.take(file)
    assert (found.taken, [(one.words, one.count) for one in found.homeless]) == ((), [("http://a.ru/", 1)])
    assert len(archive.notes_files.take(file, document_id).total.sure) == 1


@pytest.mark.parametrize("spoiled", [lambda path: path.unlink(), lambda path: path.write_bytes(b"\0\xff")])
def test_files_that_cannot_be_read_are_told(
    archive: Archive, tmp_path: Path, spoiled: Callable[[Path], object]
) -> None:
    file = tmp_path / "заметки.json"
    file.write_text("{}", "utf-8")
    spoiled(file)
    with pytest.raises(AnnotationError):
        archive.notes_files.take(file)


def test_an_annotated_copy_of_another_edition_is_found_by_its_words(archive: Archive, tmp_path: Path) -> None:
    """The same text on other places of the page: what stands under the quads here is not what is meant."""
    document_id = taken_in(archive, plain(tmp_path))
    other = write_pdf(tmp_path / "канал 2.pdf", [column(LINES, y=300, size=14)])
    copy, _made = copied(other, marked(read(other), "проект канала", note="Верно ли?"))
    [(_summary, taken)] = archive.notes_files.take(copy, document_id).taken
    assert [told(one) for one in taken.sure] == [("highlight", "проект канала", "Верно ли?")]


def test_a_signed_document_is_copied_with_its_signature(archive: Archive, tmp_path: Path) -> None:
    path = signed(plain(tmp_path), tmp_path / "подписан.pdf", has_object_streams=True)
    document_id = taken_in(archive, path)
    note_on(archive, document_id, "проект канала")
    copy = copy_of(archive, document_id, tmp_path / "копия.pdf")
    assert copy.read_bytes().startswith(path.read_bytes())
    with pikepdf.open(copy) as pdf:
        assert len(pdf.pages[0].Annots) == 2
