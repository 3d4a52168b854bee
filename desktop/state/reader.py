"""The document on the desk: what is open, what is lit on it, which match is the current one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from index.model.document import Document, DocumentId
from index.model.hit import Hit, Match
from index.model.reading import LeftOff
from index.model.span import Span

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from index.archive import Archive


class Reader(QObject):
    """Presenter of the open document.

    Signals:
        document_changed(Document | None, Path | None): Another document, with its edition, is open; or none.
        matches_changed(): The lit matches are others.
        current_changed(Match | None): Another match is the current one; show it.
        revealed(Span): Somebody asked to see a passage; scroll there.
        fact_changed(Span | None): The passage of a fact to light.
        opening(DocumentId): A document is being loaded.
    """

    document_changed = Signal(object, object)
    matches_changed = Signal()
    current_changed = Signal(object)
    revealed = Signal(object)
    fact_changed = Signal(object)
    opening = Signal(str)

    def __init__(self, archive: Archive, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive, self._jobs = archive, jobs
        self._document: Document | None = None
        self._edition: Path | None = None
        self._left_off: LeftOff | None = None
        self._matches: tuple[Match, ...] = ()
        self._current = -1

    @property
    def document(self) -> Document | None:
        """The open document."""
        return self._document

    @property
    def edition(self) -> Path | None:
        """The PDF that shows the open document: its original, or what was made of it."""
        return self._edition

    @property
    def left_off(self) -> LeftOff | None:
        """How the open document was left before it was opened; None if it was never read."""
        return self._left_off

    @property
    def matches(self) -> tuple[Match, ...]:
        """The matches lit on it, in text order."""
        return self._matches

    @property
    def current_number(self) -> int:
        """Position of the current match, from 1; 0 when none is current."""
        return self._current + 1

    def open_document(
        self,
        document_id: DocumentId,
        matches: Sequence[Match] = (),
        current: int = -1,
        passage: Span | None = None,
    ) -> None:
        """Load a document unless it is open already, light `matches` and show the `current` one or a passage.

        Loading happens in a job; the newest request wins. Does not block.
        """

        def show() -> None:
            self.light_matches(matches, current)
            if passage is not None:
                self.revealed.emit(passage)

        if self._document is not None and self._document.id == document_id:
            self._jobs.cancel("open")
            show()
            return
        self.opening.emit(document_id)

        def load(_task: object) -> tuple[Document, Path, LeftOff | None]:
            left_off = self._archive.left_off.of(document_id)
            return self._archive.document(document_id), self._archive.edition(document_id), left_off

        def loaded(result: tuple[Document, Path, LeftOff | None]) -> None:
            self._put(*result)
            show()

        self._jobs.run("open", load, loaded)

    def show(self, document: Document, edition: Path) -> None:
        """Open a document that is loaded already; nothing is lit on it yet."""
        self._jobs.cancel("open")
        self._put(document, edition, None)
        self.light_matches(())

    def reload(self) -> None:
        """Load the open document again: its text has changed, and nothing is lit on it. Does not block."""
        if self._document is None:
            return
        document_id = self._document.id

        def loaded(document: Document) -> None:
            if self._document is not None and self._document.id == document_id:
                self._document = document
                self._matches, self._current = (), -1
                self.document_changed.emit(document, self._edition)

        self._jobs.run("reload", lambda _task: self._archive.document(document_id), loaded)

    def _put(self, document: Document, edition: Path, left_off: LeftOff | None) -> None:
        self._document, self._edition, self._left_off = document, edition, left_off
        self._matches, self._current = (), -1
        self.document_changed.emit(document, edition)

    def rename(self, title: str) -> None:
        """Call the open document otherwise: its card was corrected. Its text and what is lit stay."""
        if self._document is not None:
            self._document = replace(self._document, title=title)

    def open_hit(self, hit: Hit, match: int = 0) -> None:
        """Open a search hit at one of its matches."""
        self.open_document(hit.document.id, hit.matches, match)

    def close_document(self) -> None:
        """Clear the desk."""
        self._jobs.cancel("open")
        self._document, self._edition = None, None
        self._matches, self._current = (), -1
        self.document_changed.emit(None, None)

    def light_matches(self, matches: Sequence[Match], current: int = -1) -> None:
        """Light these matches on the open document instead of the ones before."""
        self._matches = tuple(matches)
        self._current = current if 0 <= current < len(self._matches) else -1
        self.matches_changed.emit()
        if self._current >= 0:
            self.current_changed.emit(self._matches[self._current])

    def step(self, by: int) -> bool:
        """Make the next (+1) or previous (-1) match current; False at the last or first one."""
        wanted = self._current + by
        if not 0 <= wanted < len(self._matches):
            return False
        self._current = wanted
        self.current_changed.emit(self._matches[wanted])
        return True

    def reveal(self, span: Span) -> None:
        """Scroll to a passage of the open document."""
        self.revealed.emit(span)

    def light_fact(self, span: Span | None) -> None:
        """Light the passage of a fact and scroll there; None puts the light out."""
        self.fact_changed.emit(span)
        if span is not None:
            self.revealed.emit(span)
