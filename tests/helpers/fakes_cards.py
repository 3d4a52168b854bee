"""Cards of documents in memory: what the rules find, and no corrections."""

from index.facts.card import card_of
from index.model.card import Card
from index.model.document import Document


class FakeCards:
    """What the window asks about cards."""

    def card(self, document: Document) -> Card:
        return card_of(document)
