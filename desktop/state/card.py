"""Presenter of the document's card: what it says of itself, where, and what the reader corrects of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.state.counts import window_language
from desktop.state.inquiry import words_of
from desktop.state.undoing import Redoing, Reversal
from index.facts.card_wording import empty, field_name, worded
from index.model.card import Card, CardEntry, CardField, Origin
from index.model.decision import Act

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.facts import FactsPresenter
    from desktop.state.notes import NotesPresenter
    from desktop.state.reader import Reader
    from index.archive import Archive
    from index.model.decision import Decision
    from index.model.document import Document, DocumentId

_KEY = "card"
_INDEX_KEY = "card_index"
_LISTED = frozenset({CardField.TITLE, CardField.DATE})
"""Fields by which documents are listed, ordered and searched."""


@dataclass(frozen=True, slots=True)
class CardLine:
    """One field, in the language of the window.

    Attributes:
        entry: What stands in it.
        name: What the field is called.
        words: Its value as people read it, or that there is none.
    """

    entry: CardEntry
    name: str
    words: str

    @property
    def field(self) -> CardField:
        """Which field."""
        return self.entry.field

    @property
    def is_empty(self) -> bool:
        """Whether nobody says it."""
        return not self.entry.value


class CardPresenter(QObject):
    """Asks for the card of the open document and keeps what the reader corrects. Nothing here blocks.

    Args:
        archive: Makes the card, keeps corrections.
        jobs: Runs its calls.
        notes: Their line and their undo are those of corrections, too.
        facts: Follow a date that was corrected.
        reader: The document on the desk; passages are lit through it.
        parent: Owner.

    Signals:
        changed(): The lines are others.
        relisted(): Lists and searches have to be asked again: a title or date is another one.
        renamed(str): The open document has another title.
        failed(str): Something could not be kept; the words for the reader.
    """

    changed = Signal()
    relisted = Signal()
    renamed = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        archive: Archive,
        jobs: Jobs,
        notes: NotesPresenter,
        facts: FactsPresenter,
        reader: Reader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._notes = archive, jobs, notes
        self._facts, self._reader = facts, reader
        self._card: Card | None = None
        self._is_waiting = False
        reader.document_changed.connect(self._on_document_changed)

    @property
    def lines(self) -> tuple[CardLine, ...]:
        """The fields of the open document, in their order; none without a document."""
        if self._card is None:
            return ()
        language = window_language()
        return tuple(
            CardLine(entry, field_name(entry.field, language), field_words(entry.field, entry.value))
            for entry in self._card.entries
        )

    def show(self, field: CardField) -> bool:
        """Light the passage that says a field; False when no passage does."""
        span = None if self._card is None else self._card.entry(field).span
        if span is not None:
            self._reader.light_fact(span)
        return span is not None

    def correct(self, field: CardField, typed: str) -> None:
        """Keep that a field says what the reader typed; empty when the document does not say it."""
        document = self._reader.document
        if document is None:
            return
        self._correct(document.id, field, typed)

    def rename(self, document_id: DocumentId, title: str) -> None:
        """Keep that a document, open or not, is called so."""
        self._correct(document_id, CardField.TITLE, title)

    def take_back(self, field: CardField) -> None:
        """Let the rules say again what stands in a field that the reader corrected."""
        document = self._reader.document
        if document is None:
            return
        document_id = document.id
        self._notes.line.add(
            lambda: self._withdrawn(document_id, field), self._on_taken_back, self._on_failed
        )

    def follow_decisions(self) -> None:
        """Show the card anew: decisions were made or taken back elsewhere, as in their list."""
        if self._reader.document is not None and self._card is not None:
            self._ask(self._reader.document, is_outdated=True, was=self._card)

    def follow_index(self) -> None:
        """Bring corrected titles and dates into the search index if an import was in the way."""
        if self._is_waiting:
            self._index()

    def _correct(self, document_id: DocumentId, field: CardField, typed: str) -> None:
        self._notes.line.add(
            lambda: self._archive.cards.correct(document_id, field, typed),
            self._on_corrected,
            self._on_failed,
        )

    def _withdrawn(self, document_id: DocumentId, field: CardField) -> list[Decision]:
        made = [one for one in self._archive.decisions.all(document_id) if _is_about(one, field)]
        return [self._archive.decisions.withdraw(one.id) for one in reversed(made)]

    def _on_corrected(self, made: Decision) -> None:
        decisions = self._archive.decisions

        def follow(_decision: Decision) -> None:
            self._follow(made)

        name = QCoreApplication.translate("CardPresenter", "правка карточки")
        again = Redoing(lambda: decisions.restore(made), follow)
        self._notes.undoing.add(Reversal(lambda: decisions.withdraw(made.id), follow, name=name, redo=again))
        self._follow(made)

    def _on_taken_back(self, gone: list[Decision]) -> None:
        if not gone:
            return

        decisions = self._archive.decisions

        def restored() -> list[Decision]:
            return [decisions.restore(one) for one in reversed(gone)]

        def withdrawn() -> list[Decision]:
            return [decisions.withdraw(one.id) for one in gone]

        def follow(_decisions: list[Decision]) -> None:
            self._follow(gone[0])

        name = QCoreApplication.translate("CardPresenter", "возврат того, что нашла программа")
        self._notes.undoing.add(Reversal(restored, follow, name=name, redo=Redoing(withdrawn, follow)))
        self._follow(gone[0])

    def _follow(self, decision: Decision) -> None:
        """Show what was decided, and what depends on it."""
        document = self._reader.document
        if document is not None and document.id == decision.document_id:
            self._ask(document, is_outdated=True)
            # Those counted from another date, and the list of decisions.
            self._facts.refresh()
        if any(_is_about(decision, field) for field in _LISTED):
            self.relisted.emit()
            self._index()

    def _index(self) -> None:
        self._is_waiting = True
        self._jobs.run(_INDEX_KEY, self._archive.recover, self._on_indexed)

    def _on_indexed(self, count: int) -> None:
        # Nothing was done if an import has the index: it is asked again when that has ended.
        self._is_waiting = count == 0
        self.relisted.emit()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(" ".join(words_of(error)).strip())

    def _on_document_changed(self, document: Document | None, _path: object) -> None:
        self._jobs.cancel(_KEY)
        self._card = None
        self.changed.emit()
        if document is not None:
            self._ask(document)

    def _ask(self, document: Document, *, is_outdated: bool = False, was: Card | None = None) -> None:
        """Ask for the card of a document.

        Args:
            document: Which document.
            is_outdated: Whether its title may be another since it was opened.
            was: The card with which lists agree, if they have to be asked again when it is another.
        """
        archive = self._archive

        def call(_task: object) -> tuple[Card, str]:
            fresh = archive.document(document.id) if is_outdated else document
            return archive.cards.card(fresh), fresh.title

        def done(found: tuple[Card, str]) -> None:
            self._card, title = found
            if title != document.title:
                self._reader.rename(title)
                self.renamed.emit(title)
            self.changed.emit()
            if was is not None and _listed(was) != _listed(self._card):
                self.relisted.emit()
                self._index()

        self._jobs.run(_KEY, call, done)


def field_words(field: CardField, value: str) -> str:
    """Return what stands in a field in the language of the window, or that nothing does."""
    language = window_language()
    return worded(field, value, language) if value else empty(field, language)


def is_corrected(line: CardLine) -> bool:
    """Whether the reader says what stands in a field."""
    return line.entry.origin is Origin.READER


def _listed(card: Card) -> list[str]:
    return [entry.value for entry in card.entries if entry.field in _LISTED]


def _is_about(decision: Decision, field: CardField) -> bool:
    parts = decision.becomes.parts if decision.becomes is not None else ()
    return decision.act is Act.CARD and any(part.name == field for part in parts)
