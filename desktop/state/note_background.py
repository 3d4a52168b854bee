"""What is known of notes besides what they say: whether their place is sure, what leads to them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from index.notes.sifting import Standing

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.note_shelf import NoteShelf
    from index.archive import Archive
    from index.model.annotation import Annotation, Link
    from index.tasks import Task

_PAUSE_MS: Final = 60


class NoteBackground(QObject):
    """Finds out what the texts and all other notes say of the notes at hand. Nothing here blocks.

    Args:
        archive: Says whose place is not sure.
        jobs: Runs that: the texts are read for it.
        shelf: The notes.
        parent: Owner.

    Signals:
        changed(): Something else is known.
    """

    changed = Signal()

    def __init__(self, archive: Archive, jobs: Jobs, shelf: NoteShelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._shelf = archive, jobs, shelf
        self._standings: dict[str, Standing] = {}
        self._backlinks: dict[str, int] = {}
        self._notes: tuple[Annotation, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._weigh)
        # It may still be on its way when nobody is there to be told.
        self.destroyed.connect(lambda _gone: jobs.cancel("notes-standing"))

    @property
    def state(self) -> tuple[object, ...]:
        """All of it, to tell whether it is another."""
        return self._standings, self._backlinks, self._shelf.is_complete

    def standing(self, annotation_id: str) -> Standing:
        """Return how it stands with the place of a note."""
        return self._standings.get(annotation_id, Standing.SURE)

    def backlinks(self, annotation_id: str) -> int:
        """Return how many notes at hand lead to this one."""
        return self._backlinks.get(annotation_id, 0)

    def is_broken(self, link: Link) -> bool:
        """Whether a link leads nowhere, as far as is known: to a deleted note, to no document."""
        if not self._shelf.is_complete:
            return False
        if link.annotation_id:
            return self._shelf.get(link.annotation_id) is None
        return not self._shelf.title(link.document_id)

    def follow(self, notes: tuple[Annotation, ...]) -> None:
        """Find it out again, of these notes; their places a little later, when they are on the screen.

        Where links lead, and from where, only all notes tell: they are loaded when a note has links.
        """
        here = self._shelf.here()
        if not self._shelf.is_complete and any(note.links for note in here):
            self._shelf.load_everything()
        self._backlinks = _backlinks((*here, *self._shelf.everything()))

        self._notes = notes
        self._pause.start()

    def _weigh(self) -> None:
        notes = self._notes

        def call(_task: Task) -> dict[str, Standing]:
            return {
                note.id: Standing.TO_CONFIRM if note.anchor.span else Standing.LOST
                for note in self._archive.notebook.placing.unsure_among(notes)
            }

        def done(standings: dict[str, Standing]) -> None:
            if standings != self._standings:
                self._standings = standings
                self.changed.emit()

        self._jobs.run("notes-standing", call, done)


def _backlinks(notes: tuple[Annotation, ...]) -> dict[str, int]:
    return dict(
        Counter(
            target
            for note in {note.id: note for note in notes}.values()
            for target in {link.annotation_id for link in note.links if link.annotation_id}
        )
    )
