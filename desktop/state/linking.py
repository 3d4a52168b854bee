"""Where links of notes lead, and the link that the reader has copied to put into a note."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from index.errors import AnnotationError
from index.notes.moving import place_of

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.flash import Flash
    from desktop.state.note_shelf import NoteShelf
    from index.archive import Archive
    from index.model.annotation import Annotation, Link
    from index.model.span import Span


class Linking(QObject):
    """Follows links and keeps the copied one. Nothing here blocks.

    Args:
        archive: Has the texts that links lead into.
        jobs: Reads them.
        shelf: The annotations at hand.
        flash: Shows passages.
        failed: Told the words for the reader when a link leads nowhere.
        parent: Owner.

    Signals:
        copied(Link): A link can be put into a note.
    """

    copied = Signal(object)

    def __init__(
        self,
        archive: Archive,
        jobs: Jobs,
        shelf: NoteShelf,
        flash: Flash,
        failed: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._shelf, self._flash = archive, jobs, shelf, flash
        self._failed = failed
        self._link: Link | None = None

    @property
    def link(self) -> Link | None:
        """The link that was copied last."""
        return self._link

    def copy(self, link: Link) -> None:
        """Keep a link, to be put into a note."""
        self._link = link
        self.copied.emit(link)

    def follow(self, link: Link) -> None:
        """Show where a link leads, opening its document if need be."""

        def done(place: Span) -> None:
            self._flash.show(link.document_id, place)

        self._jobs.run("notes-follow", lambda _task: self._place(link), done, self._on_failed)

    def pointing_at(self, annotation_id: str) -> tuple[Annotation, ...]:
        """Return the notes at hand that lead to one."""
        notes = {note.id: note for note in (*self._shelf.here(), *self._shelf.everything())}
        return tuple(
            note for note in notes.values() if any(link.annotation_id == annotation_id for link in note.links)
        )

    def _place(self, link: Link) -> Span:
        """Return the passage that a link leads to, in the text as it is now.

        Raises:
            AnnotationError: If the note or the words are not there any more.
            DocumentUnknown: If the document is not.
        """
        if link.annotation_id:
            notes = self._archive.notebook.all(link.document_id)
            found = next((note for note in notes if note.id == link.annotation_id), None)
            if found is None:
                raise AnnotationError("Заметки, на которую ведёт ссылка, больше нет.")
            return found.anchor.span
        text = self._archive.document(link.document_id).text
        assert link.span is not None
        return (
            link.span if _words(link.span.of(text)) == link.label else place_of(link.label, link.span, text)
        )

    def _on_failed(self, _error: Exception) -> None:
        self._failed(QCoreApplication.translate("Linking", "Того, куда вела ссылка, больше нет."))


def _words(text: str) -> str:
    return " ".join(text.split())
