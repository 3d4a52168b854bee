"""What the reader decides about facts, in its turn among all that is done to the reader's own work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.state.inquiry import words_of
from desktop.state.undoing import Reversal
from index.errors import ArchiveError
from index.model.decision import Act, Choice, Decision
from index.notes.applying import statement_of

if TYPE_CHECKING:
    from desktop.state.fact_groups import FactEntry
    from desktop.state.facts import FactsPresenter
    from desktop.state.notes import NotesPresenter
    from desktop.state.reader import Reader
    from index.archive import Archive
    from index.model.document import DocumentId


class Deciding(QObject):
    """Accepts and rejects entries of the facts panel. Nothing here blocks; the window's undo takes it back.

    Args:
        archive: Keeps the decisions.
        notes: Their line and their undo are those of decisions, too.
        facts: Follows what was decided.
        reader: The document on the desk.
        parent: Owner.

    Signals:
        changed(): Something was decided or taken back.
        failed(str): It could not be kept; the words for the reader.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self,
        archive: Archive,
        notes: NotesPresenter,
        facts: FactsPresenter,
        reader: Reader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive, self._notes, self._facts, self._reader = archive, notes, facts, reader

    def accept(self, entry: FactEntry) -> None:
        """Keep that the statements of an entry are right; rejected ones come back."""
        self._decide(entry, Act.ACCEPT)

    def reject(self, entry: FactEntry) -> None:
        """Keep that the statements of an entry are wrong: they are hidden."""
        self._decide(entry, Act.REJECT)

    def _decide(self, entry: FactEntry, act: Act) -> None:
        document = self._reader.document
        if document is None or not entry.facts:
            return
        document_id, text = document.id, document.text
        choices = [Choice(act, fact.span, fact.span.of(text), statement_of(fact)) for fact in entry.facts]
        self._notes.line.add(lambda: self._kept(document_id, choices), self._on_decided, self._on_failed)

    def _kept(self, document_id: DocumentId, choices: list[Choice]) -> list[Decision]:
        made: list[Decision] = []
        try:
            for choice in choices:
                made.append(self._archive.decisions.decide(document_id, choice))  # noqa: PERF401 - for `except`
        except ArchiveError:
            # All of them or none: undo could not take back what it never heard of.
            self._withdrawn(made)
            raise
        return made

    def _on_decided(self, made: list[Decision]) -> None:
        self._notes.undoing.add(Reversal(lambda: self._withdrawn(made), lambda _gone: self._follow()))
        self._follow()

    def _withdrawn(self, made: list[Decision]) -> list[Decision]:
        return [self._archive.decisions.withdraw(one.id) for one in reversed(made)]

    def _follow(self) -> None:
        self._facts.refresh()
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(" ".join(words_of(error)).strip())
