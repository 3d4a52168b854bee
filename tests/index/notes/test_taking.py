"""Notes of other programs come in once, at their place, and nothing of them is lost."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.model.annotation import AnnotationKind, HighlightColor, Pen
from index.model.document import Document
from index.model.foreign import Foreign
from index.model.geometry import Point
from index.model.span import Span
from index.notes.notebook import Notebook
from index.notes.sidecar import ANNOTATIONS, Sidecars
from index.store.annotations import AnnotationStore
from index.store.documents import DocumentStore
from index.store.library import Library
from tests.index.store.samples import make_arrival, make_document, open_database

TEXT = (
    "Стороны обсудили совместное использование водных ресурсов и договорились о встрече в Ташкенте.\n"
    "Министр сообщил, что проект канала будет готов к осени. Встреча в Ташкенте начнётся в мае."
)
PEN = Pen(HighlightColor.GREEN, "Проверить", ("вода",), AnnotationKind.UNDERLINE, "Иван")
UUID = "0d1e2f30-1111-4222-8333-444455556666"


class Room:
    def __init__(self, folder: Path) -> None:
        self.database = open_database(folder)
        self.documents = DocumentStore(self.database)
        self.sidecars = Sidecars(folder / "notes", ANNOTATIONS)
        self.notebook = Notebook(AnnotationStore(self.database), Library(self.documents), self.sidecars)
        self.taking = self.notebook.taking
        self.document = self.add("a")

    def add(self, name: str) -> Document:
        made = make_document(name, TEXT)
        self.documents.add(made, make_arrival(name))
        return made


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path)
    yield made
    made.database.close()


def quads_of(room: Room, words: str) -> tuple:
    start = TEXT.index(words)
    return room.document.text_map.quads(Span(start, start + len(words)))


def test_a_mark_gets_the_words_under_it(room: Room) -> None:
    foreign = Foreign("раз", PEN, "2024-01-02T00:00:00.000+00:00", quads=quads_of(room, "водных ресурсов"))
    [made] = room.taking.take(room.document.id, [foreign]).sure
    assert made.anchor.quote == "водных ресурсов"
    assert made.anchor.span.of(TEXT) == "водных ресурсов"
    assert Pen(made.color, made.note, made.tags, made.kind, made.author) == PEN
    assert made.created == made.modified == "2024-01-02T00:00:00.000+00:00"
    assert room.notebook.all(room.document.id) == (made,)
    assert room.sidecars.read(room.document.id) == (made,)


def test_nothing_comes_twice_even_after_it_was_deleted(room: Room) -> None:
    one = Foreign("раз", PEN, quote="проект канала")
    two = Foreign("два", PEN, quote="водных ресурсов")
    [made] = room.taking.take(room.document.id, [one]).sure
    room.notebook.delete(made.id)
    again = room.taking.take(room.document.id, [one, two, two])
    assert [note.anchor.quote for note in again.all] == ["водных ресурсов"]
    assert again.known == 2


def test_words_that_have_changed_are_to_be_confirmed(room: Room) -> None:
    foreign = Foreign("раз", PEN, quote="что проект нового канала будет готов", prefix="Министр сообщил, ")
    [made] = room.taking.take(room.document.id, [foreign]).likely
    assert made.anchor.quote == foreign.quote
    assert made.anchor.span.of(TEXT) == "что проект канала будет готов"
    assert room.notebook.placing.unsure() == (made,)


def test_words_that_stand_in_several_places_have_none_until_the_reader_chooses(room: Room) -> None:
    [made] = room.taking.take(room.document.id, [Foreign("раз", PEN, quote="в Ташкенте")]).lost
    assert not made.anchor.span
    assert len(room.notebook.placing.candidates(made.id).others) >= 1


def test_words_that_stand_once_on_their_page_are_sure(room: Room) -> None:
    [made] = room.taking.take(room.document.id, [Foreign("раз", PEN, quote="в Ташкенте", page_index=1)]).sure
    assert made.anchor.span.start == TEXT.rindex("в Ташкенте")


def test_words_that_are_nowhere_are_kept(room: Room) -> None:
    [made] = room.taking.take(
        room.document.id, [Foreign("раз", PEN, quote="Совсем другие слова и мысли")]
    ).lost
    assert made.note == "Проверить"
    assert made.anchor.quote == "Совсем другие слова и мысли"


def test_what_marks_no_words_stands_at_its_point(room: Room) -> None:
    quad = dataclasses.replace(quads_of(room, "водных")[0], points=(10, 400, 90, 400, 10, 412, 90, 412))
    marked = Foreign("раз", PEN, page_index=0, quads=(quad,))
    pinned = Foreign(
        "два", dataclasses.replace(PEN, kind=AnnotationKind.NOTE), page_index=1, point=Point(30, 40)
    )
    bare = Foreign("три", dataclasses.replace(PEN, kind=AnnotationKind.NOTE))
    made = {note.id: note for note in room.taking.take(room.document.id, [marked, pinned, bare]).sure}
    places = [(note.kind.value, note.anchor.page_index, note.point) for note in made.values()]
    assert places == [
        ("note", 0, Point(10, 400)),
        ("note", 1, Point(30, 40)),
        ("note", 0, Point(24, 24)),
    ]


def test_a_point_told_from_the_foot_of_the_file_is_turned_over_and_stays_on_the_page(room: Room) -> None:
    pen = dataclasses.replace(PEN, kind=AnnotationKind.NOTE)
    low = Foreign("раз", pen, page_index=0, from_foot=Point(30, 800))
    far = Foreign("два", pen, page_index=1, from_foot=Point(9000, -50))
    made = room.taking.take(room.document.id, [low, far]).sure
    assert [note.point for note in made] == [Point(30, 42), Point(595, 842)]


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("2024-01-02T03:04:05Z", "2024-01-02T03:04:05.000+00:00"),
        ("2024-01-02 08:04:05+05:00", "2024-01-02T03:04:05.000+00:00"),
        ("2024-01-02", "2024-01-02T00:00:00.000+00:00"),
        ("вчера", ""),
    ],
)
def test_times_are_kept_as_ours_are(room: Room, told: str, kept: str) -> None:
    [made] = room.taking.take(room.document.id, [Foreign("раз", PEN, told, quote="проект канала")]).sure
    assert made.created == made.modified
    assert made.created == kept or not kept


def test_a_place_off_the_page_is_brought_onto_it(room: Room) -> None:
    far = Foreign("раз", dataclasses.replace(PEN, kind=AnnotationKind.NOTE), point=Point(float("nan"), -5))
    [made] = room.taking.take(room.document.id, [far]).sure
    assert made.point == Point(0, 0)


def test_an_answer_stands_beside_what_it_answers_and_leads_there(room: Room) -> None:
    answer = Foreign("два", Pen(HighlightColor.PINK, "Проверено", author="Анна"), answers="раз")
    question = Foreign("раз", PEN, quote="проект канала")
    asked, answered = room.taking.take(room.document.id, [answer, question]).sure
    assert (answered.kind, answered.author, answered.note) == (AnnotationKind.NOTE, "Анна", "Проверено")
    assert answered.anchor == asked.anchor
    assert [link.annotation_id for link in answered.links] == [asked.id]


def test_a_note_that_only_repeats_the_marked_words_is_none(room: Room) -> None:
    pen = dataclasses.replace(PEN, note="Проект канала")
    [made] = room.taking.take(room.document.id, [Foreign("раз", pen, quote="проект канала")]).sure
    assert made.note == ""


def test_our_own_ids_stay_unless_another_note_has_them(room: Room) -> None:
    other = room.add("b")
    foreign = Foreign(UUID, PEN, quote="проект канала")
    [first] = room.taking.take(room.document.id, [foreign]).sure
    [second] = room.taking.take(other.id, [foreign]).sure
    assert first.id == UUID
    assert second.id != UUID
    assert room.taking.take(other.id, [foreign]).known == 1


def test_what_was_carried_over_from_an_older_version_does_not_come_once_more(room: Room) -> None:
    newer = room.add("b")
    foreign = Foreign("раз", PEN, quote="проект канала")
    room.taking.take(room.document.id, [foreign])
    room.notebook.placing.carry(room.document.id, newer.id)
    assert room.taking.take(newer.id, [foreign]).known == 1
    assert len(room.notebook.all(newer.id)) == 1
