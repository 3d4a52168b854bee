"""What the notes panel opens: places to confirm, older states, links, newer versions, the signature."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QInputDialog

from desktop.settings import AUTHOR
from desktop.state.counts import Noun, counted
from desktop.state.note_changes import NoteChange
from desktop.state.note_links import link_to_note, with_link
from desktop.windows.main import MainWindow
from index.model.annotation import Annotation, Carried, PastState
from index.model.document import DocumentId, DocumentSummary
from index.text.wording import searchable

if TYPE_CHECKING:
    from desktop.dialogs.choose import Choice, ChooseDialog
    from desktop.dialogs.unsure_notes import UnsureDialog

_MOST: Final = 200
"""Rows of a list to choose from; words in the field find the others."""
_DETAIL: Final = 28
_EDGE: Final = 24
_FOOT: Final = 44
"""How far the dialog of places stands from the left and from the bottom of the window, in pixels."""


class NoteDialogs(QObject):
    """Opens dialogs about notes and does what is chosen in them.

    Args:
        window: The window; owns this.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._notes, self._care = window.presenters.notes, window.presenters.note_care
        self._panel = window.columns.notes
        self._panel.unsure_requested.connect(self.show_unsure)
        self._panel.history_requested.connect(self.show_history)
        self._panel.link_requested.connect(self.choose_link)
        self._panel.carry_requested.connect(self.choose_version)
        self._panel.author_requested.connect(self.ask_author)

    def show_unsure(self) -> UnsureDialog:
        """Go through the notes whose place is not sure."""
        from desktop.dialogs.unsure_notes import UnsureDialog

        actions = self._window.actions_table
        dialog = UnsureDialog(
            self._care.unsure, self._window.looks.palette, (actions["undo"], actions["redo"]), self._window
        )
        pages = self._window.columns.pages
        pages.selection_changed.connect(dialog.follow_selection)
        dialog.follow_selection(pages.selected_span())
        self._care.unsure.open()
        # At the bottom: the place on the page that is told of is shown above it.
        window = self._window
        dialog.move(window.mapToGlobal(QPoint(_EDGE, window.height() - dialog.height() - _FOOT)))
        dialog.show()
        return dialog

    def show_history(self, note: Annotation) -> None:
        """Show how a note was before, and bring an older state back if it is wanted."""

        def show(past: Sequence[PastState]) -> None:
            from desktop.dialogs.note_history import NoteHistoryDialog

            dialog = NoteHistoryDialog(note, past, self._window.looks.palette, self._window)
            dialog.wanted.connect(self._notes.changes.bring_back)
            dialog.open()

        self._care.history(note.id, show)

    def choose_link(self, note: Annotation) -> ChooseDialog:
        """Let a note lead to another one."""
        from desktop.dialogs.choose import ChooseDialog

        dialog = ChooseDialog(
            self.tr("Связать заметки"),
            self.tr("На какую заметку сослаться?"),
            self.tr("Связать"),
            self._window,
        )

        def offer(found: tuple[Annotation, ...]) -> None:
            dialog.offer([self._choice(one) for one in islice(found, _MOST) if one.id != note.id])

        def link(target: Annotation) -> None:
            links = with_link(self._notes.shelf.newest(note).links, link_to_note(target))
            self._notes.changes.edit(note.id, NoteChange(links=links))

        def ask() -> None:
            finding.pick(dialog.field.text(), offer)

        finding, shelf = self._notes.finding, self._notes.shelf
        dialog.asked.connect(lambda _words: ask())
        dialog.chosen.connect(link)
        shelf.changed.connect(ask)
        dialog.finished.connect(lambda _result: shelf.changed.disconnect(ask))
        dialog.open()
        if shelf.is_complete:
            ask()
        else:
            shelf.load_everything()
        return dialog

    def choose_version(self) -> None:
        """Give the notes of the open document to another version of it."""
        document = self._window.presenters.reader.document
        if document is None:
            self._window.status.say(self.tr("Откройте документ, заметки которого надо перенести."))
            return
        self._care.other_versions(document.id, partial(self._offer_versions, document.id))

    def ask_author(self) -> None:
        """Ask how notes are signed from now on."""
        words, is_wanted = QInputDialog.getText(
            self._window,
            self.tr("Подпись под заметками"),
            self.tr("Как подписывать новые заметки (пусто — никак):"),
            text=self._notes.author,
        )
        if is_wanted:
            self._notes.author = " ".join(words.split())
            self._window.presenters.settings.set(AUTHOR, self._notes.author)

    def _offer_versions(
        self, older: DocumentId, found: tuple[tuple[DocumentSummary, ...], tuple[DocumentSummary, ...]]
    ) -> None:
        from desktop.dialogs.choose import Choice, ChooseDialog

        near, others = found
        dialog = ChooseDialog(
            self.tr("Перенести заметки"),
            self.tr("В какой документ перенести заметки? В прежнем они тоже останутся."),
            self.tr("Перенести"),
            self._window,
        )

        def offer(words: str) -> None:
            wanted = searchable(words).split()
            rows = [(one, self.tr("почти тот же текст")) for one in near]
            rows += [(one, one.file_name) for one in others]
            fitting = (row for row in rows if all(word in searchable(row[0].title) for word in wanted))
            dialog.offer([Choice(one.id, one.title, detail) for one, detail in islice(fitting, _MOST)])

        dialog.asked.connect(offer)
        dialog.chosen.connect(lambda newer: self._notes.changes.carry(older, newer, self._tell_carried))
        offer("")
        dialog.open()

    def _tell_carried(self, carried: Carried) -> None:
        total = len(carried.sure) + len(carried.likely) + len(carried.lost)
        if not total:
            self._panel.tell(self.tr("Переносить нечего: все заметки там уже есть."))
            return
        words = self.tr("Перенесено: {notes}. Подтвердить: {likely}, без места: {lost}.")
        self._panel.tell(
            words.format(notes=counted(total, Noun.NOTE), likely=len(carried.likely), lost=len(carried.lost))
        )

    def _choice(self, note: Annotation) -> Choice:
        from desktop.dialogs.choose import Choice

        title = self._notes.finding.title(note.document_id)
        return Choice(
            note, link_to_note(note).label, title if len(title) <= _DETAIL else f"{title[:_DETAIL]}…"
        )
