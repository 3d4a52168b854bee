"""Cards of documents: what the rules find in the text, with the reader's corrections laid over it."""

from __future__ import annotations

from index.facts.card import card_of
from index.facts.card_values import find_value, read_value
from index.model.card import Card, CardField
from index.model.decision import Decision
from index.model.document import Document, DocumentId
from index.model.span import Span
from index.notes.carding import corrected, correction
from index.notes.decision_book import DecisionBook
from index.store.documents import DocumentStore


class Cards:
    """The cards of an archive. Any thread may call it; calls block for a few milliseconds.

    Args:
        documents: Where documents come from.
        decisions: Where corrections are kept.
    """

    def __init__(self, documents: DocumentStore, decisions: DecisionBook) -> None:
        self._documents, self._decisions = documents, decisions

    def card(self, document: Document) -> Card:
        """Return the card of a document of the archive as the reader decided."""
        return corrected(document.text, card_of(document), self._decisions.all(document.id))

    def correct(
        self, document_id: DocumentId, field: CardField, typed: str, span: Span | None = None
    ) -> Decision:
        """Keep that a field says something else; lists, orders and facts follow, the search when it is told.

        Args:
            document_id: Which document.
            field: Which field.
            typed: What the reader typed; empty when the document does not say it.
            span: The passage that says it; looked for in the text if None.

        Returns:
            The decision, which `DecisionBook.withdraw` takes back.

        Raises:
            AnnotationError: If it cannot be understood.
            DocumentUnknown: If there is no such document.
            StoreError: If it cannot be written; the card is then as it was.
        """
        value = read_value(field, typed)
        document = self._documents.load(document_id)
        passage = span or find_value(document.text, field, value)
        entry = self.card(document).entry(field)
        return self._decisions.decide(document_id, correction(document.text, entry, value, passage))
