"""Exports from the window: facts or notes of which documents, and how far it has got."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop.state.counts import window_language
from desktop.state.inquiry import words_of
from index.text.wording import Language

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.fact_background import FactsBackground
    from index.archive import Archive
    from index.exchange.exporting import Exported, Format
    from index.exchange.note_export import NoteFormat, NotesExported
    from index.exchange.pdf_copies import CopiesMade
    from index.facts.wording import GroupKey
    from index.model.document import DocumentId, DocumentSummary
    from index.tasks import Task

_KEY: Final = "export"
_PACE_S: Final = 0.1
"""Time between two signs of progress."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Documents whose facts can be exported.

    Attributes:
        documents: Which ones; None for all of the archive.
        query: Only those that answer it; empty for any.
    """

    documents: tuple[DocumentId, ...] | None = None
    query: str = ""


@dataclass(frozen=True, slots=True)
class NotesWish:
    """What the reader wants exported of their notes.

    Attributes:
        format: As what.
        scope: Of which documents.
        with_facts: Whether a bundle tells what the documents state, too.
        only: Ids of the notes that are asked for; None for all.
    """

    format: NoteFormat
    scope: Scope
    with_facts: bool = True
    only: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What the reader wants exported of facts.

    Attributes:
        format: For what programs.
        scope: Of which documents.
        groups: What of their facts.
    """

    format: Format
    scope: Scope
    groups: frozenset[GroupKey]


@dataclass(frozen=True, slots=True)
class CopiesWish:
    """What the reader wants marked in copies of documents.

    Attributes:
        scope: Of which documents.
        with_notes: Whether notes are.
        query: What is found by it is, too; empty for nothing.
        with_facts: Whether what the documents state is, too.
    """

    scope: Scope
    with_notes: bool = True
    query: str = ""
    with_facts: bool = False


AnyWish = ExportWish | NotesWish | CopiesWish


class Exporting(QObject):
    """Exports facts and notes, one file at a time; facts that are missing are extracted first.

    Nothing here blocks.

    Args:
        archive: The archive.
        jobs: Runs the export.
        background: Extracts facts while nobody waits; stands back meanwhile.
        parent: Owner.

    Signals:
        started(): An export begins.
        progressed(int, int): So many of so many documents are done; at most ten times a second.
        ended(Exported | NotesExported | CopiesMade): The file is there.
        cancelled(): The reader stopped it: no file was made, and none was changed.
        failed(str): Likewise, because of an error; the words for the reader.
    """

    started = Signal()
    progressed = Signal(int, int)
    ended = Signal(object)
    cancelled = Signal()
    failed = Signal(str)

    def __init__(
        self, archive: Archive, jobs: Jobs, background: FactsBackground, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._background = archive, jobs, background

    @property
    def is_running(self) -> bool:
        """Whether a file is being written."""
        return self._jobs.is_running(_KEY)

    def start(self, wish: AnyWish, path: Path) -> None:
        """Write a file, in place of one of that name; nothing while another is being written."""
        if self.is_running:
            return
        language = window_language()
        self._background.hold(_KEY)
        self._jobs.run(
            _KEY, lambda task: self._written(wish, path, language, task), self._on_ended, self._on_failed
        )
        self.started.emit()

    def cancel(self) -> None:
        """Stop; `cancelled` follows at once, and what was begun is removed."""
        if self.is_running:
            self._jobs.cancel(_KEY)
            self._background.release(_KEY)
            self.cancelled.emit()

    def _written(
        self, wish: AnyWish, path: Path, language: Language, task: Task
    ) -> Exported | NotesExported | CopiesMade:
        told = 0.0

        def tell(done: int, total: int) -> None:
            nonlocal told
            now = time.monotonic()
            if (now - told >= _PACE_S or done == total) and not task.is_cancelled:
                told = now
                self.progressed.emit(done, total)

        task.report = tell
        documents = self._documents(wish.scope, task)
        delimiter, title = ";" if language is Language.RU else ",", wish.scope.query
        if isinstance(wish, CopiesWish):
            from index.exchange.pdf_copies import CopyForm, export_copies

            copy_form = CopyForm(wish.with_notes, wish.query, wish.with_facts, language=language)
            return export_copies(self._archive, documents, path, copy_form, task, overwrites=True)
        if isinstance(wish, NotesWish):
            from index.exchange.note_export import export_notes
            from index.exchange.noted import NoteForm

            note_form = NoteForm(language, delimiter, title, wish.only, wish.with_facts)
            what = wish.format, path
            return export_notes(self._archive, documents, what, note_form, task, overwrites=True)
        from index.exchange.exporting import export
        from index.exchange.writing import Form

        form = Form(wish.groups, language, delimiter, title)
        return export(self._archive, documents, (wish.format, path), form, task, overwrites=True)

    def _documents(self, scope: Scope, task: Task) -> list[DocumentSummary]:
        documents = list(self._archive.documents())
        if scope.documents is not None:
            by_id = {one.id: one for one in documents}
            documents = [by_id[one] for one in scope.documents if one in by_id]
        if scope.query:
            answering = self._archive.desk.answering(scope.query, task)
            documents = [one for one in documents if one.id in answering]
        return documents

    def _on_ended(self, made: Exported | NotesExported | CopiesMade) -> None:
        self._background.release(_KEY)
        self.ended.emit(made)

    def _on_failed(self, error: Exception) -> None:
        self._background.release(_KEY)
        self.failed.emit(" ".join(words_of(error)).strip())
