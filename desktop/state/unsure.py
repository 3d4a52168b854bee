"""Presenter of notes whose place is not sure: the reader confirms it, chooses another, or leaves it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from rapidfuzz.distance import Levenshtein

from index.model.annotation import Annotation
from index.model.span import Span
from index.notes.anchors import CONTEXT, page_at
from index.notes.letters import only_letters
from index.notes.sifting import Standing

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.notes import NotesPresenter
    from desktop.state.reader import Reader
    from index.archive import Archive
    from index.tasks import Task

_NEARLY: Final = 0.9
_ALIKE: Final = 0.75


class Likeness(Enum):
    """How alike a place is to the words that were marked, in words and not in numbers."""

    NEARLY_SAME = auto()
    ALIKE = auto()
    A_LITTLE = auto()


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with what stands around them."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place where the words of a note may stand now.

    Attributes:
        span: Where, in the text as it is now.
        passage: What stands there.
        page_index: On which page, from 0.
        likeness: How alike it is to what was marked.
    """

    span: Span
    passage: Passage
    page_index: int
    likeness: Likeness


class UnsureNotes(QObject):
    """Goes through the notes whose place is to be confirmed or not known. Nothing here blocks.

    A note without any place is kept whatever the reader does here.

    Args:
        archive: Finds where words may stand.
        jobs: Runs that.
        notes: The notes that are listed; confirms places, to be undone like everything, and shows them.
        reader: The document on the desk.
        parent: Owner.

    Attributes:
        places: Where the words of the current note may stand, the likeliest first.
        is_looking: Whether that is still being found out.

    Signals:
        changed(): Another note, or another place of it, is looked at.
    """

    changed = Signal()

    def __init__(
        self,
        archive: Archive,
        jobs: Jobs,
        notes: NotesPresenter,
        reader: Reader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._notes = archive, jobs, notes
        self._reader = reader
        self._waiting: tuple[Annotation, ...] = ()
        self._settled: set[str] = set()
        self._current, self._chosen = "", 0
        self.places: tuple[Place, ...] = ()
        self.is_looking = False
        notes.finding.changed.connect(self._gather)

    @property
    def notes(self) -> tuple[Annotation, ...]:
        """The notes that wait, in the order of the text."""
        return self._waiting

    @property
    def note(self) -> Annotation | None:
        """The one that is looked at."""
        return next((note for note in self._waiting if note.id == self._current), None)

    @property
    def number(self) -> int:
        """Which of them that is, from 1; 0 when none waits."""
        ids = [note.id for note in self._waiting]
        return ids.index(self._current) + 1 if self._current in ids else 0

    @property
    def place(self) -> Place | None:
        """The place that is looked at."""
        return self.places[self._chosen] if self._chosen < len(self.places) else None

    @property
    def place_number(self) -> int:
        """Which of the places that is, from 1; 0 when there is none."""
        return self._chosen + 1 if self.places else 0

    def open(self) -> None:
        """Begin with the first note that waits."""
        self._settled.clear()
        self._current = ""
        self._gather()

    def step(self, by: int) -> None:
        """Look at another note; what is left without an answer stays as it is."""
        if self._waiting:
            self._look_at(self._waiting[(self.number - 1 + by) % len(self._waiting)])

    def step_place(self, by: int) -> None:
        """Look at another place of the note."""
        if self.places:
            self._chosen = (self._chosen + by) % len(self.places)
            self._show_place()
            self.changed.emit()

    def confirm(self) -> None:
        """Take the place that is looked at for the place of the note."""
        if self.place is not None:
            self._take(self.place.span)

    def take(self, span: Span) -> None:
        """Take a passage of the open document, if the note is one of it."""
        if self.is_here and len(span):
            self._take(span)

    @property
    def is_here(self) -> bool:
        """Whether the note is one of the open document, so that its place can be selected on the page."""
        document, note = self._reader.document, self.note
        return document is not None and note is not None and document.id == note.document_id

    def _take(self, span: Span) -> None:
        note = self.note
        if note is None:
            return
        following = self._waiting[self.number % len(self._waiting)]

        def done(_confirmed: Annotation) -> None:
            self._settled.add(note.id)
            self._current = following.id
            self._gather()

        self._notes.changes.confirm(note.id, span, done)

    def _gather(self) -> None:
        """Find out which notes wait; go on with the current one if it still does."""
        finding = self._notes.finding
        unsure = {
            note.id: note
            for note in finding.notes
            if finding.background.standing(note.id) is not Standing.SURE
        }
        # What was just confirmed is known to be sure a little later.
        self._settled &= unsure.keys()
        waiting = tuple(note for note in unsure.values() if note.id not in self._settled)
        if waiting == self._waiting and self.note is not None:
            return
        self._waiting = waiting
        if self.note is not None:
            self._look_at(self.note)
        elif waiting:
            self._look_at(waiting[0])
        else:
            self._jobs.cancel("notes-places")
            self._current, self.places, self.is_looking = "", (), False
            self.changed.emit()

    def _look_at(self, note: Annotation) -> None:
        self._current, self._chosen = note.id, 0
        self.places, self.is_looking = (), True

        def done(places: tuple[Place, ...]) -> None:
            self.places, self.is_looking = places, False
            self._show_place()
            self.changed.emit()

        self._jobs.run("notes-places", lambda task: self._found(note, task), done)
        self.changed.emit()

    def _found(self, note: Annotation, task: Task) -> tuple[Place, ...]:
        """Return where the words of a note may stand; blocks for some milliseconds."""
        found = self._archive.notebook.placing.candidates(note.id)
        task.checkpoint()
        document = self._archive.document(note.document_id)
        text = document.text
        spans = [note.anchor.span] if note.anchor.span else []
        for span in (found.span, *(one.span for one in found.others)):
            if span is not None and not any(span.overlaps(known) for known in spans):
                spans.append(span)
        return tuple(
            Place(
                span,
                passage_at(text, span),
                page_at(document.pages, span.start),
                _likeness(note.anchor.quote, span.of(text)),
            )
            for span in spans
        )

    def _show_place(self) -> None:
        note, place = self.note, self.place
        if note is not None and place is not None:
            self._notes.flash.show(note.document_id, place.span)


def passage_at(text: str, span: Span) -> Passage:
    """Return a passage of a text with what stands around it."""
    return Passage(
        text[max(0, span.start - CONTEXT) : span.start],
        span.of(text),
        text[span.stop : span.stop + CONTEXT],
    )


def marked_passage(note: Annotation) -> Passage:
    """Return what was marked, with what stood around it."""
    anchor = note.anchor
    return Passage(anchor.prefix, anchor.quote, anchor.suffix)


def _likeness(marked: str, found: str) -> Likeness:
    value = Levenshtein.normalized_similarity(only_letters(marked), only_letters(found))
    if value >= _NEARLY:
        return Likeness.NEARLY_SAME
    return Likeness.ALIKE if value >= _ALIKE else Likeness.A_LITTLE
