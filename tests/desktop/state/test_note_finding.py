from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.note_changes import NoteChange
from desktop.state.note_links import link_to_note
from desktop.state.note_order import NoteGrouping, NoteOrder
from desktop.state.notes import NotesPresenter
from desktop.state.reader import Reader
from index.model.annotation import Annotation, HighlightColor, Link
from index.model.document import DocumentId
from index.model.span import Span
from index.notes.sifting import Sieve, Standing
from tests.helpers.fakes_panels import FakeArchive, document, span_of

A, B = DocumentId("a" * 64), DocumentId("b" * 64)


class Room:
    """The notes of two documents, the first of which is open."""

    def __init__(self, jobs: Jobs, qtbot: QtBot) -> None:
        self.archive, self.qtbot, self.owner = FakeArchive(document("a"), document("b")), qtbot, QObject()
        self.reader = Reader(self.archive, jobs, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.notes = NotesPresenter(self.archive, jobs, self.reader, parent=self.owner)  # type: ignore[arg-type]  # a stand-in
        self.finding = self.notes.finding
        self.jobs = jobs
        self.open(A)

    def open(self, wanted: DocumentId) -> None:
        self.reader.open_document(wanted)
        self.qtbot.waitUntil(lambda: self.reader.document is not None and self.reader.document.id == wanted)

    def mark(self, words: str, note: str = "", tags: tuple[str, ...] = ()) -> Annotation:
        with self.qtbot.waitSignal(self.notes.added) as caught:
            self.notes.add(span_of(words), note=note, tags=tags)
        made: Annotation = caught.args[0]
        return made

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.is_idle and not self.notes.is_busy)

    @property
    def shown(self) -> list[str]:
        return [note.anchor.quote for note in self.finding.found]

    @property
    def heads(self) -> list[tuple[str, int]]:
        return [(group.head, len(group.notes)) for group in self.finding.groups]


@pytest.fixture
def room(jobs: Jobs, qtbot: QtBot) -> Iterator[Room]:
    made = Room(jobs, qtbot)
    yield made
    made.settle()


def test_words_are_found_in_any_form_and_lit(room: Room) -> None:
    room.mark("делегацию", "Сравнить уровни воды")
    room.mark("Президент", "иное")
    room.finding.ask("вода ")
    room.qtbot.waitUntil(lambda: room.shown == ["делегацию"])
    assert [span.of("о воде") for span in room.finding.query.lit("о воде")] == ["воде"]
    room.finding.ask("")
    assert len(room.shown) == 2


def test_what_is_marked_while_words_are_looked_for_is_found_too(room: Room) -> None:
    room.mark("делегацию", "вода")
    room.finding.ask("вода ")
    room.qtbot.waitUntil(lambda: len(room.shown) == 1)
    room.mark("Президент", "о воде")
    room.qtbot.waitUntil(lambda: room.shown == ["Президент", "делегацию"])


def test_notes_are_sifted_and_counted(room: Room) -> None:
    room.mark("делегацию", tags=("вода",))
    room.mark("Президент", tags=("Вода", "лес"))
    room.notes.edit(room.notes.marks()[0].id, color=HighlightColor.PINK)
    room.settle()
    assert room.finding.counts().tags == (("Вода", 2), ("лес", 1))
    room.finding.sift(Sieve(colors=frozenset({HighlightColor.PINK})))
    assert room.shown == ["Президент"]
    assert room.finding.is_narrowed


def test_orders_are_those_of_each_scope(room: Room) -> None:
    room.mark("делегацию")
    room.mark("Президент")
    assert room.shown == ["Президент", "делегацию"]
    room.finding.sort(NoteOrder.OLDEST)
    assert room.shown == ["делегацию", "Президент"]
    room.finding.look(everywhere=True)
    room.qtbot.waitUntil(lambda: room.shown == ["Президент", "делегацию"])
    assert room.finding.order is NoteOrder.NEWEST


def test_notes_stand_under_heads(room: Room) -> None:
    room.mark("делегацию", tags=("вода", "лес"))
    room.mark("Президент", tags=("Вода",))
    room.mark("программу")
    room.finding.group(NoteGrouping.TAG)
    assert room.heads == [("#Вода", 2), ("#лес", 1), ("Без меток", 1)]
    assert len(room.shown) == 3
    room.finding.group(NoteGrouping.COLOR)
    assert room.heads == [("Жёлтый", 3)]
    room.finding.group(NoteGrouping.DATE)
    assert room.heads == [("1 мая 2024 г.".replace("1 мая", "1\u00a0мая"), 3)]
    room.finding.group(NoteGrouping.NOTHING)
    assert room.heads == [("", 3)]


def test_documents_are_heads_of_all_notes(room: Room) -> None:
    room.mark("делегацию")
    room.open(B)
    room.mark("Президент")
    room.finding.look(everywhere=True)
    room.finding.group(NoteGrouping.DOCUMENT)
    room.finding.sort(NoteOrder.PLACE)
    room.qtbot.waitUntil(lambda: room.heads == [("Документ a", 1), ("Документ b", 1)])


def test_notes_whose_place_is_not_sure_are_told_and_sifted(room: Room) -> None:
    likely, lost = room.mark("делегацию"), room.mark("Президент")
    kept = room.archive.notebook
    kept.kept[lost.id] = Annotation(
        lost.id, A, lost.anchor.__class__(Span(3, 3), "слова", "", "", 0), *_rest(lost)
    )
    kept.placing.unsure_ids = {likely.id, lost.id}
    room.notes.shelf.reload()
    room.qtbot.waitUntil(lambda: room.finding.unsure() == (1, 1))
    room.finding.sift(Sieve(standings=frozenset({Standing.TO_CONFIRM})))
    assert room.shown == ["делегацию"]


def _rest(note: Annotation) -> tuple[HighlightColor, str, tuple[str, ...], str, str]:
    return note.color, note.note, note.tags, note.created, note.modified


def test_notes_know_who_leads_to_them_and_what_is_broken(room: Room) -> None:
    target, source = room.mark("делегацию"), room.mark("Президент", "мысль")
    gone = Link(A, "удалённая", "nosuchnote")
    nowhere = Link(DocumentId("c" * 64), "слова", span=Span(0, 5))
    room.notes.changes.edit(source.id, _links(link_to_note(target), gone, nowhere))
    room.qtbot.waitUntil(lambda: room.notes.shelf.is_complete)
    background = room.finding.background
    assert background.backlinks(target.id) == 1
    assert [background.is_broken(link) for link in (link_to_note(target), gone, nowhere)] == [
        False,
        True,
        True,
    ]
    assert [note.id for note in room.notes.linking.pointing_at(target.id)] == [source.id]


def _links(*links: Link) -> NoteChange:
    return NoteChange(links=links)


def test_link_to_a_note_elsewhere_opens_its_document(room: Room) -> None:
    made = room.mark("делегацию")
    room.open(B)
    with room.qtbot.waitSignal(room.reader.revealed) as shown:
        room.notes.linking.follow(link_to_note(made))
    assert shown.args == [made.anchor.span]
    assert room.reader.document is not None
    assert room.reader.document.id == A


def test_link_to_words_that_have_moved_leads_to_them(room: Room) -> None:
    link = Link(A, "делегацию", span=Span(0, 9))
    with room.qtbot.waitSignal(room.reader.revealed) as shown:
        room.notes.linking.follow(link)
    assert shown.args == [span_of("делегацию")]


def test_broken_link_says_so(room: Room) -> None:
    for link in (Link(A, "нет таких слов", span=Span(0, 9)), Link(A, "удалённая", "nosuchnote")):
        with room.qtbot.waitSignal(room.notes.failed) as told:
            room.notes.linking.follow(link)
        assert told.args == ["Того, куда вела ссылка, больше нет."]


def test_any_note_is_picked_by_words(room: Room) -> None:
    room.mark("делегацию", "уровни воды")
    room.open(B)
    room.mark("Президент", "иное")
    room.notes.shelf.load_everything()
    room.qtbot.waitUntil(lambda: room.notes.shelf.is_complete)
    picked: list[tuple[Annotation, ...]] = []
    room.finding.pick("вода ", picked.append)
    room.qtbot.waitUntil(lambda: bool(picked))
    assert [note.note for note in picked[0]] == ["уровни воды"]
    assert room.shown == ["Президент"]
