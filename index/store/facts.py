"""Extracted facts in the database: derived, kept only while the version of the rules is the same."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from index.model.document import DocumentId
from index.model.fact import DocumentFacts
from index.store import records
from index.store.cards import own_date
from index.store.database import Database
from index.store.decisions import decisions_stamp
from index.store.documents import DocumentStore
from index.store.profiles import Profile, profile_of, profile_version, put_profile


@dataclass(frozen=True, slots=True)
class Shown:
    """Facts of a document as the reader decided.

    Attributes:
        facts: The facts.
        stamp: Which decisions were known (`index.store.decisions.decisions_stamp`).
    """

    facts: DocumentFacts
    stamp: int = 0


class FactStore:
    """The facts of all documents. Methods block for one transaction each; any thread may call them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._documents = DocumentStore(database)

    def put(
        self,
        document_id: DocumentId,
        text: str,
        facts: DocumentFacts,
        shown: Shown | None = None,
        written: str | None = None,
    ) -> bool:
        """Write the facts of a document, and the profile of what is shown of them, in place of older ones.

        Args:
            document_id: Which document.
            text: Its text that the facts were extracted from.
            facts: What the rules found.
            shown: The same as the reader decided; None when the reader has not. If the reader has decided
                more meanwhile, the profile waits for the next `complete`.
            written: The date of the document that they were counted from, as `own_date` told it.

        Returns:
            Whether that is still its text and date; if it was read anew or its card corrected meanwhile,
            nothing is written.

        Raises:
            DocumentUnknown: If there is no such document.
        """
        shown = shown or Shown(facts)
        packed = records.packed_facts(facts)
        profile = profile_of(text, shown.facts)
        with self._database.writing() as connection:
            # Nobody else writes now: it stays as it is.
            if self._documents.text(document_id) != text or own_date(connection, document_id) != written:
                return False
            connection.execute(
                "INSERT OR REPLACE INTO facts (document_id, version, packed) VALUES (?, ?, ?)",
                (document_id, facts.version, packed),
            )
            _put(connection, document_id, profile, shown.stamp)
        return True

    def complete(self, document_id: DocumentId, text: str, shown: Shown) -> bool:
        """Write the profile of facts if older rules did, or none, or the reader has decided since.

        Returns:
            Whether the profile was there or `text` is still the text; if it was read anew meanwhile, nothing
            is written.
        """
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT version FROM profiles JOIN documents USING (number) WHERE id = ?", (document_id,)
            ).fetchone()
        if row is None or row[0] == profile_version(shown.facts.version):
            return True
        profile = profile_of(text, shown.facts)
        with self._database.writing() as connection:
            if self._documents.text(document_id) != text:
                return False
            _put(connection, document_id, profile, shown.stamp)
        return True

    def get(self, document_id: DocumentId, version: str) -> DocumentFacts | None:
        """Return the facts that these rules made of a document; None when they have to be extracted."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT packed FROM facts WHERE document_id = ? AND version = ?", (document_id, version)
            ).fetchone()
        if row is None:
            return None
        try:
            return records.unpacked_facts(row[0], version)
        except ValueError:
            # Derived: a damaged row is as good as none.
            return None

    def own_date(self, document_id: DocumentId) -> str | None:
        """Return the date from which facts are counted because the reader said so; None if nobody did."""
        with self._database.reading() as connection:
            return own_date(connection, document_id)

    def missing(self, version: str) -> tuple[DocumentId, ...]:
        """Return the documents whose facts or profiles these rules have not made yet, newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT id FROM documents JOIN profiles USING (number)"
                " WHERE profiles.version <> ?"
                " OR NOT EXISTS (SELECT 1 FROM facts WHERE document_id = documents.id AND version = ?)"
                " ORDER BY number DESC",
                (profile_version(version), version),
            )
            return tuple(DocumentId(row[0]) for row in rows)


def _put(connection: sqlite3.Connection, document_id: DocumentId, profile: Profile, stamp: int) -> None:
    """Write a profile unless the reader has decided otherwise since it was made."""
    if decisions_stamp(connection, document_id) == stamp:
        put_profile(connection, document_id, profile)
