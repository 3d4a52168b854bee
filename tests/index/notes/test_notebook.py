import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from index.errors import AnnotationError, DocumentUnknown
from index.model.annotation import Annotation, AnnotationKind, Change, HighlightColor, Link, Pen
from index.model.geometry import Point
from index.model.span import Span
from index.notes.jsonld import from_jsonld, to_jsonld
from index.notes.notebook import Notebook
from index.notes.sidecar import ANNOTATIONS, Sidecars
from index.store.annotations import AnnotationStore
from index.store.database import Database
from index.store.documents import DocumentStore
from index.store.library import Library
from tests.index.store.samples import document_id, make_annotation, make_arrival, make_document, open_database

A = document_id("a")


@dataclass
class Desk:
    database: Database
    notebook: Notebook
    sidecars: Sidecars[Annotation]

    def codes(self) -> list[str]:
        return [problem.code for problem in self.notebook.problems()]


def make_desk(folder: Path) -> Desk:
    database = open_database(folder)
    DocumentStore(database).add(make_document("a"), make_arrival("a"))
    sidecars = Sidecars(folder / "notes", ANNOTATIONS)
    library = Library(DocumentStore(database))
    return Desk(database, Notebook(AnnotationStore(database), library, sidecars), sidecars)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.database.close()


def test_annotation_is_kept_twice(desk: Desk) -> None:
    made = desk.notebook.annotate(A, Span(8, 16), Pen(HighlightColor.BLUE, "Важно", (" вода ", "вода", "")))
    assert made.anchor.quote == "обсудили"
    assert made.tags == ("вода",)
    assert desk.notebook.all(A) == (made,)
    assert desk.sidecars.read(A) == (made,)
    assert desk.codes() == []


def test_edit_changes_what_is_given(desk: Desk) -> None:
    made = desk.notebook.annotate(A, Span(8, 16), Pen(HighlightColor.BLUE, "Важно", ("вода",)))
    edited = desk.notebook.edit(made.id, note="Очень важно")
    assert (edited.note, edited.color, edited.tags) == ("Очень важно", HighlightColor.BLUE, ("вода",))
    assert edited.created == made.created
    assert desk.notebook.all() == desk.sidecars.read(A) == (edited,)


def test_deletion_can_be_undone(desk: Desk) -> None:
    made = desk.notebook.annotate(A, Span(8, 16), Pen(HighlightColor.BLUE))
    assert desk.notebook.delete(made.id) == made
    assert desk.notebook.all() == ()
    assert not desk.sidecars.path(A).exists()
    assert desk.notebook.restore(made) == made
    assert desk.notebook.all() == desk.sidecars.read(A) == (made,)


def test_nothing_is_marked_where_there_are_no_words(desk: Desk) -> None:
    with pytest.raises(AnnotationError):
        desk.notebook.annotate(A, Span(7, 8), Pen(HighlightColor.BLUE))
    with pytest.raises(DocumentUnknown):
        desk.notebook.annotate(document_id("nowhere"), Span(0, 1), Pen(HighlightColor.BLUE))
    with pytest.raises(DocumentUnknown):
        desk.notebook.restore(make_annotation(document="nowhere"))


def test_notes_of_a_lost_database_come_back_from_the_sidecar(desk: Desk, tmp_path: Path) -> None:
    made = [desk.notebook.annotate(A, Span(0, stop), Pen(HighlightColor.PINK, str(stop))) for stop in (7, 16)]
    desk.database.close()
    for file in tmp_path.glob("archive.db*"):
        file.unlink()
    again = make_desk(tmp_path)
    assert again.codes() == ["note_lost", "note_lost"]
    fresh = again.notebook.annotate(A, Span(17, 31), Pen(HighlightColor.GREEN))
    assert len(again.sidecars.read(A)) == 3
    assert set(again.notebook.restore_lost()) == set(made)
    assert set(again.notebook.all()) == {*made, fresh}
    assert again.codes() == []
    again.database.close()


def test_deleted_note_does_not_come_back_from_an_old_sidecar(desk: Desk) -> None:
    made = desk.notebook.annotate(A, Span(8, 16), Pen(HighlightColor.BLUE))
    old = desk.sidecars.path(A).read_text()
    desk.notebook.delete(made.id)
    desk.sidecars.path(A).write_text(old)
    assert desk.codes() == ["sidecar_differs"]
    assert desk.notebook.restore_lost() == ()
    desk.notebook.copies.align()
    assert desk.codes() == []
    assert not desk.sidecars.path(A).exists()


def test_missing_sidecar_is_found_and_written_again(desk: Desk) -> None:
    made = desk.notebook.annotate(A, Span(8, 16), Pen(HighlightColor.BLUE))
    desk.sidecars.path(A).unlink()
    assert desk.codes() == ["sidecar_differs"]
    desk.notebook.copies.align()
    assert desk.sidecars.read(A) == (made,)


def test_damaged_sidecar_is_put_aside_not_lost(desk: Desk, tmp_path: Path) -> None:
    made = desk.notebook.annotate(A, Span(8, 16), Pen(HighlightColor.BLUE))
    desk.sidecars.path(A).write_text("{ broken")
    assert desk.codes() == ["sidecar_differs"]
    desk.notebook.copies.align()
    assert desk.sidecars.read(A) == (made,)
    [aside] = (tmp_path / "notes").glob("*.damaged-*")
    assert aside.read_text() == "{ broken"


def test_damaged_row_is_found(desk: Desk) -> None:
    desk.notebook.annotate(A, Span(8, 16), Pen(HighlightColor.BLUE, "Важно"))
    with desk.database.writing() as connection:
        connection.execute("UPDATE annotations SET note = 'Пусто'")
    assert desk.codes() == ["note_damaged", "sidecar_differs"]


def test_sidecar_of_an_absent_document_is_told_and_stays(desk: Desk) -> None:
    stranger = make_annotation(document="elsewhere")
    with desk.sidecars.turn():
        desk.sidecars.write(document_id("elsewhere"), [stranger], frozenset(), "Другой")
    assert desk.codes() == ["note_without_document"]
    assert desk.notebook.restore_lost() == ()
    desk.notebook.copies.align()
    assert desk.sidecars.read(document_id("elsewhere")) == (stranger,)


def test_note_is_safe_when_its_sidecar_cannot_be_written(
    desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "notes").write_text("a file where the folder should be")
    with caplog.at_level(logging.WARNING):
        made = desk.notebook.annotate(A, Span(8, 16), Pen(HighlightColor.BLUE))
    assert desk.notebook.all() == (made,)
    assert "not written" in caplog.text


def test_killed_writer_leaves_the_old_sidecar(desk: Desk, tmp_path: Path) -> None:
    made = desk.notebook.annotate(A, Span(8, 16), Pen(HighlightColor.BLUE))
    (tmp_path / "notes" / ".writing-x").write_text("half")
    assert from_jsonld(desk.sidecars.path(A).read_text()) == (made,)
    assert desk.sidecars.documents() == (A,)
    desk.notebook.copies.align()
    assert not (tmp_path / "notes" / ".writing-x").exists()
    assert to_jsonld([made], "Переговоры") == desk.sidecars.path(A).read_text()


def test_words_marked_on_a_text_that_has_changed_meanwhile_are_found(desk: Desk) -> None:
    made = desk.notebook.annotate(A, Span(3, 11), Pen(HighlightColor.BLUE), quote="обсудили")
    assert made.anchor.span == Span(8, 16)
    with pytest.raises(AnnotationError, match="изменился"):
        desk.notebook.annotate(A, Span(3, 11), Pen(HighlightColor.BLUE), quote="осудили бы")


def test_history_holds_every_state_but_edits_in_a_row_count_as_one(desk: Desk) -> None:
    made = desk.notebook.annotate(A, Span(8, 16), Pen(HighlightColor.BLUE, "Раз"))
    desk.notebook.edit(made.id, note="Раз, два")
    desk.notebook.edit(made.id, note="Раз, два, три")
    desk.notebook.delete(made.id)
    desk.notebook.restore(made)
    past = desk.notebook.history(made.id)
    assert [(one.changed, one.annotation.note) for one in past] == [
        (Change.RESTORED, "Раз, два, три"),
        (Change.DELETED, "Раз, два, три"),
        (Change.EDITED, "Раз"),
    ]


def test_an_earlier_state_can_be_brought_back(desk: Desk) -> None:
    made = desk.notebook.annotate(A, Span(8, 16), Pen(HighlightColor.BLUE, "Раз"))
    desk.notebook.edit(made.id, note="Испорчено", color=HighlightColor.PINK)
    [past] = desk.notebook.history(made.id)
    assert desk.notebook.restore(past.annotation) == made
    assert desk.notebook.all(A) == (made,)


def test_several_are_edited_at_once(desk: Desk) -> None:
    one = desk.notebook.annotate(A, Span(0, 7), Pen(HighlightColor.BLUE, "", ("Вода", "мир")))
    two = desk.notebook.annotate(A, Span(8, 16), Pen(HighlightColor.GREEN))
    changed = desk.notebook.edit_all(
        [one.id, two.id], color=HighlightColor.PINK, add_tags=("важно",), remove_tags=("вода",)
    )
    assert [(a.color, a.tags) for a in changed] == [
        (HighlightColor.PINK, ("мир", "важно")),
        (HighlightColor.PINK, ("важно",)),
    ]
    assert desk.notebook.all(A) == desk.sidecars.read(A) == changed


def test_annotation_knows_where_its_words_stand_on_paper(desk: Desk) -> None:
    made = desk.notebook.annotate(A, Span(8, 16), Pen(HighlightColor.BLUE, kind=AnnotationKind.UNDERLINE))
    assert made.kind is AnnotationKind.UNDERLINE
    assert {quad.page_index for quad in made.quads} == {made.anchor.page_index}


def test_free_note_stands_at_its_point_and_is_found_by_the_words_beside_it(desk: Desk) -> None:
    pen = Pen(HighlightColor.YELLOW, "Спросить", kind=AnnotationKind.NOTE, author="Анна")
    made = desk.notebook.pin(A, 0, Point(300.5, 40), pen)
    assert (made.point, made.author, made.anchor.page_index) == (Point(300.5, 40), "Анна", 0)
    assert made.anchor.quote
    assert desk.notebook.all(A) == desk.sidecars.read(A) == (made,)
    assert desk.codes() == []


def test_there_is_no_note_on_a_page_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(AnnotationError, match="страницы 10"):
        desk.notebook.pin(A, 9, Point(0, 0), Pen(HighlightColor.YELLOW, kind=AnnotationKind.NOTE))


def test_links_are_kept(desk: Desk) -> None:
    made = desk.notebook.annotate(A, Span(8, 16), Pen(HighlightColor.BLUE))
    other = desk.notebook.annotate(A, Span(0, 7), Pen(HighlightColor.BLUE))
    links = (Link(A, "обсудили", made.id), Link(A, "Стороны", span=Span(0, 7)))
    assert desk.notebook.edit(other.id, links=links).links == links
    assert desk.sidecars.read(A)[0].links == links
