"""Which place of an answer is being looked at, and the way from one place to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from index.model.document import Document
from index.model.hit import Answer, Hit

if TYPE_CHECKING:
    from desktop.state.reader import Reader


class Spot(QObject):
    """Follows the reader through the matches of an answer, and lights them on what is open.

    Signals:
        moved(int, int): Another match is looked at: positions of its hit and match, from 0; -1 for none.
    """

    moved = Signal(int, int)

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._hits: tuple[Hit, ...] = ()
        self._hit = self._match = -1
        reader.document_changed.connect(self._on_document_changed)
        reader.matches_changed.connect(self._on_matches_changed)
        reader.current_changed.connect(self._on_current_changed)

    @property
    def position(self) -> tuple[int, int]:
        """Positions of the hit and the match looked at, from 0; -1 for none."""
        return self._hit, self._match

    def leave(self) -> None:
        """There is no answer any more: put its lights out."""
        self._hits = ()
        self._hit = self._match = -1
        self._reader.light_matches(())

    def take(self, answer: Answer, *, keep_current: bool) -> None:
        """Light the matches of a new answer on the document that is open, without moving it."""
        self._hits = answer.hits
        span = None
        if keep_current and 0 < self._reader.current_number <= len(self._reader.matches):
            span = self._reader.matches[self._reader.current_number - 1].span
        self._hit, self._match = self._hit_of(self._reader.document), -1
        matches = self._hits[self._hit].matches if self._hit >= 0 else ()
        if matches == self._reader.matches and keep_current:
            self._match = self._reader.current_number - 1
            return
        self._reader.light_matches(matches)
        for position, match in enumerate(matches):
            if match.span == span:
                self._reader.light_matches(matches, position)

    def open(self, hit: int, match: int = 0) -> None:
        """Open a hit at one of its matches, both counted from 0."""
        if 0 <= hit < len(self._hits):
            self._hit, self._match = hit, match
            self._reader.open_hit(self._hits[hit], match)
            self.moved.emit(hit, match)

    def step(self, by: int) -> bool:
        """Go to the next (+1) or previous (-1) match, over the ends of documents; False at the very end."""
        target = neighbour(self._hits, self._hit, self._match, by)
        if target is None:
            return False
        is_here = self._reader.matches == self._hits[target[0]].matches and self._reader.document is not None
        if is_here and target[0] == self._hit and self._reader.current_number == self._match + 1:
            return self._reader.step(by)
        self.open(*target)
        return True

    def _hit_of(self, document: Document | None) -> int:
        return next(
            (i for i, hit in enumerate(self._hits) if document and hit.document.id == document.id), -1
        )

    def _on_document_changed(self, document: Document | None, _path: object) -> None:
        """Follow the reader to a document that was not opened from the results: light what is in it."""
        hit = self._hit_of(document)
        if hit == self._hit:
            return
        self._hit, self._match = hit, -1
        self.moved.emit(self._hit, self._match)

    def _on_matches_changed(self) -> None:
        """Light what the answer has in a document that was opened without it: from a note, say."""
        hit = self._hit_of(self._reader.document)
        if hit >= 0 and not self._reader.matches:
            self._reader.light_matches(self._hits[hit].matches)

    def _on_current_changed(self, match: object) -> None:
        if match is None or self._hit < 0 or self._hit != self._hit_of(self._reader.document):
            return
        if self._reader.matches != self._hits[self._hit].matches:
            # Something else was looked for in the document.
            return
        self._match = self._reader.current_number - 1
        self.moved.emit(self._hit, self._match)


def neighbour(hits: Sequence[Hit], hit: int, match: int, by: int) -> tuple[int, int] | None:
    """Return the positions of the next (+1) or previous (-1) match in the order of an answer.

    Args:
        hits: The documents of the answer; each has a match.
        hit: The document looked at, from 0; -1 for none of them.
        match: The match looked at, from 0; -1 for none of them.
        by: The direction.

    Returns:
        Positions of a document and of a match in it; None after the last one and before the first one.
    """
    if 0 <= hit < len(hits) and 0 <= match + by < len(hits[hit].matches):
        return hit, match + by
    other = hit + by if hit >= 0 else (0 if by > 0 else len(hits) - 1)
    if not 0 <= other < len(hits):
        return None
    return other, 0 if by > 0 else len(hits[other].matches) - 1
