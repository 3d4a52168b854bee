"""Presenter of the facts of the open document: what the facts panel shows and what a click does."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.state.counts import window_language
from desktop.state.fact_background import FactsBackground
from desktop.state.fact_groups import FactEntry, FactGroup, gather, gather_rejected, total
from index.errors import ArchiveError

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.reader import Reader
    from index.archive import Archive
    from index.model.document import Document
    from index.model.fact import DocumentFacts
    from index.model.span import Span
    from index.tasks import Task
    from index.text.wording import Language

log = logging.getLogger(__name__)
_KEY = "facts"
_POINTED_AT = 500
"""Places that are lit at a time; a name may have thousands, of which a page shows a few."""
_Gathered = tuple[tuple[FactGroup, ...], tuple[FactGroup, ...]]
"""What is shown, and what the reader rejected."""


class FactsState(StrEnum):
    """What the panel has to say."""

    EMPTY = "empty"
    """No document is open."""
    LOADING = "loading"
    READY = "ready"
    """`groups` hold what was found; none when nothing was."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there are no facts, for the reader."""

    message: str
    hint: str


class FactsPresenter(QObject):
    """Asks for the facts of the open document and walks through the places of an entry.

    `background` extracts the facts of all other documents when nothing else is going on.

    Args:
        archive: Source of facts.
        jobs: Runs the extraction.
        reader: The document on the desk; its passages are lit through it.
        parent: Owner.

    Signals:
        changed(): State, groups or failure are others.
        current_changed(): Another entry or another place of it is lit, or none.
        pointed(tuple[Span, ...]): These places are to be lit while the pointer rests on an entry; when it
            rests on none, the one that is lit otherwise.
    """

    changed = Signal()
    current_changed = Signal()
    pointed = Signal(object)

    def __init__(
        self,
        archive: Archive,
        jobs: Jobs,
        reader: Reader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._reader = archive, jobs, reader
        self._state = FactsState.EMPTY
        self._found: DocumentFacts | None = None
        self._groups: tuple[FactGroup, ...] = ()
        self._rejected: tuple[FactGroup, ...] = ()
        self._language = window_language()
        self._failure: Failure | None = None
        self._current: FactEntry | None = None
        self._place = 0
        self._lit: Span | None = None
        self.background = FactsBackground(archive, jobs, self)
        reader.document_changed.connect(self._on_document_changed)
        reader.fact_changed.connect(self._on_fact_changed)

    @property
    def state(self) -> FactsState:
        """What there is to show."""
        return self._state

    @property
    def groups(self) -> tuple[FactGroup, ...]:
        """What the document states."""
        return self._groups

    @property
    def rejected(self) -> tuple[FactGroup, ...]:
        """What the reader rejected of it."""
        return self._rejected

    @property
    def found(self) -> DocumentFacts | None:
        """What the groups were made of; None while nothing is there."""
        return self._found

    @property
    def entry_count(self) -> int:
        """Number of entries in all groups."""
        return total(self._groups)

    @property
    def failure(self) -> Failure | None:
        """Why there are no facts; None unless the state is FAILED."""
        return self._failure

    @property
    def current(self) -> FactEntry | None:
        """The entry that is lit."""
        return self._current

    @property
    def place_number(self) -> int:
        """Which of its places is lit, from 1; 0 when none is."""
        return self._place + 1 if self._current else 0

    def activate(self, entry: FactEntry) -> None:
        """Light the first place of an entry, or the next one when the entry is lit already."""
        if self._current is not None and self._current.id == entry.id:
            self.step(1)
        else:
            self._light(entry, 0)

    def step(self, by: int) -> None:
        """Light the next (+1) or previous (-1) place of the current entry, round and round."""
        if self._current is not None:
            self._light(self._current, (self._place + by) % self._current.count)

    def point_at(self, entry: FactEntry | None) -> None:
        """Light the places of an entry for as long as the pointer rests on it; nothing scrolls."""
        if entry is not None:
            self.pointed.emit(entry.spans[:_POINTED_AT])
        else:
            self.pointed.emit((self._lit,) if self._lit is not None else ())

    def put_out(self) -> None:
        """Put the light out."""
        self._forget_current()
        self._reader.light_fact(None)

    def speak(self) -> None:
        """Word the facts anew if the language of the window is another now."""
        document = self._reader.document
        if document is None or self._found is None or self._language is window_language():
            return
        self.put_out()
        self._language = window_language()
        self._show(self._state, _gathered(self._found, document.text, self._language))

    def retry(self) -> None:
        """Ask again after a failure."""
        if self._reader.document is not None:
            self._ask(self._reader.document)

    def refresh(self) -> None:
        """Ask again after the reader decided something; what is shown stays until the answer is there."""
        if self._reader.document is not None and self._state is FactsState.READY:
            self._ask(self._reader.document, is_shown=True)

    def _light(self, entry: FactEntry, place: int) -> None:
        self._current, self._place = entry, place
        self._lit = entry.spans[place]
        self.current_changed.emit()
        self._reader.light_fact(self._lit)

    def _on_fact_changed(self, span: Span | None) -> None:
        if self._current is not None and span != self._lit:
            self._forget_current()

    def _forget_current(self) -> None:
        if self._current is not None:
            self._current, self._place, self._lit = None, 0, None
            self.current_changed.emit()

    def _on_document_changed(self, document: Document | None, _path: object) -> None:
        if self._current is not None:
            self.put_out()
        if document is None:
            self._jobs.cancel(_KEY)
            self._show(FactsState.EMPTY)
            self.background.release(_KEY)
        else:
            self._ask(document)

    def _ask(self, document: Document, *, is_shown: bool = False) -> None:
        if not is_shown:
            self._found = None
            self._show(FactsState.LOADING)
        self.background.hold(_KEY)
        archive, language = self._archive, window_language()

        def call(task: Task) -> tuple[DocumentFacts, _Gathered]:
            found = archive.facts(document.id, task)
            return found, _gathered(found, document.text, language)

        def done(result: tuple[DocumentFacts, _Gathered]) -> None:
            self._found, gathered = result
            self._language = language
            if self._current is not None:
                self.put_out()
            self._show(FactsState.READY, gathered)
            self.background.release(_KEY)

        self._jobs.run(_KEY, call, done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, ArchiveError):
            failure = Failure(error.user_message, error.hint)
        else:
            log.error("facts could not be extracted", exc_info=error)
            translate = QCoreApplication.translate
            failure = Failure(
                translate(
                    "FactsPresenter", "Факты этого документа найти не удалось. Сам документ не затронут."
                ),
                translate("FactsPresenter", "Попробуйте ещё раз."),
            )
        self._show(FactsState.FAILED, failure=failure)
        self.background.release(_KEY)

    def _show(
        self, state: FactsState, gathered: _Gathered | None = None, failure: Failure | None = None
    ) -> None:
        self._groups, self._rejected = ((), ()) if gathered is None else gathered
        self._state, self._failure = state, failure
        self.changed.emit()


def _gathered(found: DocumentFacts, text: str, language: Language) -> _Gathered:
    return gather(found, text, language), gather_rejected(found, text, language)
