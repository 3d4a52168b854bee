"""Title and date of documents as the reader corrected them: derived from the decisions, beside what was read.

Lists, searches and orders go by `shown_title` and `shown_date`, which are the reader's where there are any.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Final

from index.model.card import CardField
from index.model.decision import Act
from index.model.document import DocumentId
from index.store.decision_records import decision_from_value

_DECISIONS: Final = """
SELECT content FROM decisions WHERE document_id = ? AND deleted = '' ORDER BY created, id
"""
_KNOWN: Final = "SELECT own_title, own_date FROM documents WHERE id = ?"
# It waits for the search index, as its title and date are in there.
_WRITE: Final = "UPDATE documents SET own_title = ?, own_date = ?, state = 0 WHERE id = ?"
_RENEW: Final = """
UPDATE profiles SET revision = (SELECT max(revision) + 1 FROM profiles)
WHERE number = (SELECT number FROM documents WHERE id = ?)
"""


def follow_cards(connection: sqlite3.Connection, document_id: DocumentId) -> None:
    """Write down what the decisions about a card say of title and date; within their transaction.

    If the date is another now, the facts that were counted from it are dropped.
    """
    told: dict[str, str] = {}
    for (content,) in connection.execute(_DECISIONS, (document_id,)).fetchall():
        decision = decision_from_value(json.loads(content))
        if decision.act is Act.CARD and decision.becomes is not None:
            told.update((part.name, part.text) for part in decision.becomes.parts)
    # A document is always called something; that it has no date the reader may know.
    title, date = told.get(CardField.TITLE) or None, told.get(CardField.DATE)
    known = connection.execute(_KNOWN, (document_id,)).fetchone()
    if known is None or tuple(known) == (title, date):
        return
    connection.execute(_WRITE, (title, date, document_id))
    if known[1] != date:
        connection.execute("DELETE FROM facts WHERE document_id = ?", (document_id,))
        connection.execute(_RENEW, (document_id,))


def own_date(connection: sqlite3.Connection, document_id: DocumentId) -> str | None:
    """Return the date that the reader gave a document, empty if it has none; None if nobody corrected it."""
    row = connection.execute("SELECT own_date FROM documents WHERE id = ?", (document_id,)).fetchone()
    date: str | None = None if row is None else row[0]
    return date
