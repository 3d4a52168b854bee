from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import AnnotationError
from index.model.annotation import AnnotationKind, HighlightColor, Pen
from index.model.document import Document
from index.model.geometry import Point
from index.model.span import Span
from index.notes.notebook import Notebook
from index.notes.reanchoring import Certainty
from index.notes.sidecar import ANNOTATIONS, Sidecars
from index.store.annotations import AnnotationStore
from index.store.documents import DocumentStore
from index.store.library import Library
from tests.index.store.samples import document_id, make_arrival, make_document, open_database

OLD, NEW = document_id("старая"), document_id("новая")
TEXT = (
    "Стороны обсудили совместное использование водных ресурсов и договорились о встрече. "
    "Министр сообщил, что проект канала будет готов к осени. Работы начнутся в следующем году."
)
PEN = Pen(HighlightColor.GREEN, "Проверить")


class Room:
    def __init__(self, folder: Path) -> None:
        self.database = open_database(folder)
        self.documents = DocumentStore(self.database)
        library = Library(self.documents)
        self.sidecars = Sidecars(folder / "notes", ANNOTATIONS)
        self.notebook = Notebook(AnnotationStore(self.database), library, self.sidecars)

    def add(self, name: str, text: str) -> Document:
        made = make_document(name, text)
        self.documents.add(made, make_arrival(name))
        return made


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path)
    yield made
    made.database.close()


def of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_notes_go_over_to_a_newer_version(room: Room) -> None:
    newer = "Новое вступление к документу. " + TEXT
    room.add("старая", TEXT)
    room.add("новая", newer)
    made = room.notebook.annotate(OLD, of(TEXT, "проект канала"), PEN)
    carried = room.notebook.placing.carry(OLD, NEW)
    [there] = room.notebook.all(NEW)
    assert carried.sure == (there.id,)
    assert there.anchor.span.of(newer) == "проект канала"
    assert (there.note, there.color, there.created) == (made.note, made.color, made.created)
    assert there.quads
    assert room.notebook.all(OLD) == (made,)
    assert room.sidecars.read(NEW) == (there,)


def test_notes_go_over_once_even_if_they_were_deleted_there(room: Room) -> None:
    room.add("старая", TEXT)
    room.add("новая", TEXT)
    room.notebook.annotate(OLD, of(TEXT, "проект канала"), PEN)
    [there] = room.notebook.placing.carry(OLD, NEW).sure
    room.notebook.delete(there)
    assert room.notebook.placing.carry(OLD, NEW).sure == ()
    assert room.notebook.all(NEW) == ()


def test_changed_words_are_likely_until_the_reader_confirms_them(room: Room) -> None:
    newer = TEXT.replace("проект канала будет готов", "проект нового канала будет готов")
    room.add("старая", TEXT)
    room.add("новая", newer)
    room.notebook.annotate(OLD, of(TEXT, "проект канала будет готов"), PEN)
    [there] = room.notebook.placing.carry(OLD, NEW).likely
    assert [one.id for one in room.notebook.placing.unsure(NEW)] == [there]
    confirmed = room.notebook.placing.confirm(there)
    assert confirmed.anchor.quote == confirmed.anchor.span.of(newer)
    assert "канала" in confirmed.anchor.quote
    assert room.notebook.placing.unsure() == ()
    assert list(room.notebook.problems()) == []


def test_lost_words_are_kept_and_the_reader_gives_them_a_place(room: Room) -> None:
    newer = TEXT.replace("Министр сообщил, что проект канала будет готов к осени. ", "")
    room.add("старая", TEXT)
    room.add("новая", newer)
    made = room.notebook.annotate(OLD, of(TEXT, "проект канала будет готов к осени"), PEN)
    [lost] = room.notebook.placing.carry(OLD, NEW).lost
    [orphan] = room.notebook.placing.unsure(NEW)
    assert (orphan.id, orphan.anchor.quote, orphan.quads) == (lost, made.anchor.quote, made.quads)
    assert room.notebook.placing.candidates(lost).certainty is Certainty.LOST
    placed = room.notebook.placing.confirm(lost, of(newer, "Работы начнутся"))
    assert placed.anchor.quote == "Работы начнутся"
    assert room.notebook.placing.unsure() == ()


def test_no_place_is_confirmed_where_there_are_no_words(room: Room) -> None:
    room.add("старая", TEXT)
    made = room.notebook.annotate(OLD, of(TEXT, "проект канала"), PEN)
    with pytest.raises(AnnotationError):
        room.notebook.placing.confirm(made.id, Span(7, 8))


def test_point_moves_with_the_words_beside_it(room: Room) -> None:
    newer = "Первая строка, которой раньше не было и которая занимает место.\n" + TEXT
    old, new = room.add("старая", TEXT), room.add("новая", newer)
    beside = of(TEXT, "Министр")
    quad = old.text_map.quads(beside)[0]
    point = Point(quad.points[0] + 3, quad.points[1] + 2)
    pen = Pen(HighlightColor.YELLOW, "На полях", kind=AnnotationKind.NOTE)
    room.notebook.pin(OLD, 0, point, pen)
    room.notebook.placing.carry(OLD, NEW)
    [there] = room.notebook.all(NEW)
    moved = new.text_map.quads(of(newer, "Министр"))[0]
    assert there.point is not None
    assert there.point.x - moved.points[0] == pytest.approx(3, abs=0.05)
    assert there.point.y - moved.points[1] == pytest.approx(2, abs=0.05)
