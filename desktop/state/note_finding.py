"""Presenter of the list of notes: which are shown, in which order, under which heads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.state.note_background import NoteBackground
from desktop.state.note_order import NoteGroup, NoteGrouping, NoteOrder, arranged
from index.notes.lookup import NoteIndex, NoteQuery
from index.notes.sifting import NoteCounts, Sieve, Standing, count_notes

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.note_shelf import NoteShelf
    from desktop.state.reader import Reader
    from index.archive import Archive
    from index.model.annotation import Annotation
    from index.model.document import DocumentId
    from index.tasks import Task

_ORDERS = {False: NoteOrder.PLACE, True: NoteOrder.NEWEST}


class NoteFinding(QObject):
    """Finds, sifts, sorts and groups the notes at hand. Nothing here blocks.

    Words are looked for in a job: what the dictionary says of them takes half a second to load. A list that
    nobody looks for words in is there at once.

    Args:
        archive: Says whose place is not sure.
        jobs: Runs what takes time.
        shelf: The notes.
        reader: The document on the desk.
        parent: Owner.

    Attributes:
        groups: What is shown.
        query: What the words asked for were taken for; lights them in what is shown.
        background: What is known of the notes besides.

    Signals:
        changed(): Something else is shown.
    """

    changed = Signal()

    def __init__(
        self, archive: Archive, jobs: Jobs, shelf: NoteShelf, reader: Reader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._shelf, self._reader = jobs, shelf, reader
        self._index = NoteIndex()
        self._words, self._sieve, self._is_everywhere = "", Sieve(), False
        self._orders, self._grouping = (
            dict(_ORDERS),
            {False: NoteGrouping.NOTHING, True: NoteGrouping.NOTHING},
        )
        self.background = NoteBackground(archive, jobs, shelf, self)
        self.background.changed.connect(self._find)
        self.groups: tuple[NoteGroup, ...] = ()
        self.query = NoteQuery("")
        shelf.changed.connect(self._on_shelf_changed)

    @property
    def is_everywhere(self) -> bool:
        """Whether the notes of all documents are looked at, and not those of the open one."""
        return self._is_everywhere

    @property
    def words(self) -> str:
        """What the reader looks for."""
        return self._words

    @property
    def sieve(self) -> Sieve:
        """What notes must be like."""
        return self._sieve

    @property
    def order(self) -> NoteOrder:
        """What comes first."""
        return self._orders[self._is_everywhere]

    @property
    def grouping(self) -> NoteGrouping:
        """Under what notes are put together."""
        return self._grouping[self._is_everywhere]

    @property
    def notes(self) -> tuple[Annotation, ...]:
        """All notes that are looked at, hidden ones included."""
        return self._shelf.everything() if self._is_everywhere else self._shelf.here()

    @property
    def found(self) -> tuple[Annotation, ...]:
        """The notes that are shown, each once, in order."""
        return tuple({note.id: note for group in self.groups for note in group.notes}.values())

    @property
    def is_narrowed(self) -> bool:
        """Whether some notes may be hidden."""
        return bool(self._words.strip()) or not self._sieve.is_open

    def counts(self) -> NoteCounts:
        """Count the notes by what they can be sifted by."""
        return count_notes(self.notes)

    def known_tags(self) -> tuple[str, ...]:
        """Return the tags of all notes at hand, the most frequent first."""
        notes = {note.id: note for note in (*self._shelf.here(), *self._shelf.everything())}
        return tuple(tag for tag, _count in count_notes(notes.values()).tags)

    def unsure(self) -> tuple[int, int]:
        """Return how many of the notes looked at wait to be confirmed, and how many have no place."""
        standings = [self.background.standing(note.id) for note in self.notes]
        return standings.count(Standing.TO_CONFIRM), standings.count(Standing.LOST)

    def title(self, document_id: DocumentId) -> str:
        """Return the title of a document."""
        return self._shelf.title(document_id)

    def page(self, note: Annotation) -> str:
        """Return what the page of a note is called: its label in the open document, else its number."""
        document, number = self._reader.document, note.anchor.page_index
        if document is not None and document.id == note.document_id and number < len(document.pages):
            return document.pages[number].label or str(number + 1)
        return str(number + 1)

    def look(self, *, everywhere: bool) -> None:
        """Look at the notes of all documents, or of the open one."""
        if everywhere != self._is_everywhere:
            self._is_everywhere = everywhere
            if everywhere:
                self._shelf.load_everything()
            self._on_shelf_changed()

    def ask(self, words: str) -> None:
        """Look for words (`index.notes.lookup`); an empty line shows everything."""
        if words != self._words:
            self._words = words
            self._find()

    def pick(self, words: str, done: Callable[[tuple[Annotation, ...]], None]) -> None:
        """Tell which of all notes answer some words, the newest first; what is listed stays as it is."""
        notes = self._shelf.everything()
        titles = {note.document_id: self._shelf.title(note.document_id) for note in notes}

        def call(_task: Task) -> tuple[Annotation, ...]:
            ids = self._index.find(NoteQuery(words), notes, titles)
            return tuple(note for note in notes if note.id in ids)

        self._jobs.run("notes-pick", call, done)

    def sift(self, sieve: Sieve) -> None:
        """Show only notes that are like this."""
        if sieve != self._sieve:
            self._sieve = sieve
            self._find()

    def sort(self, order: NoteOrder) -> None:
        """Let something else come first."""
        self._orders[self._is_everywhere] = order
        self._find()

    def group(self, grouping: NoteGrouping) -> None:
        """Put notes together otherwise."""
        self._grouping[self._is_everywhere] = grouping
        self._find()

    def _on_shelf_changed(self) -> None:
        self._find()
        self.background.follow(self.notes)

    def _find(self) -> None:
        notes, words = self.notes, self._words
        if not words.strip():
            self._jobs.cancel("notes-find")
            self._show(NoteQuery(""), notes)
            return
        titles = self._titles()

        def call(_task: Task) -> tuple[NoteQuery, tuple[Annotation, ...]]:
            query = NoteQuery(words)
            ids = self._index.find(query, notes, titles)
            return query, tuple(note for note in notes if note.id in ids)

        self._jobs.run("notes-find", call, lambda found: self._show(*found))

    def _show(self, query: NoteQuery, notes: tuple[Annotation, ...]) -> None:
        passing = notes
        if not self._sieve.is_open:
            passing = tuple(one for one in notes if self._sieve.passes(one, self.background.standing(one.id)))
        self.query = query
        self.groups = arranged(passing, self.order, self.grouping, self._titles())
        self.changed.emit()

    def _titles(self) -> dict[DocumentId, str]:
        return {note.document_id: self._shelf.title(note.document_id) for note in self.notes}
