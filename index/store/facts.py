"""Extracted facts in the database: derived, kept only while the version of the rules is the same."""

from __future__ import annotations

from index.model.document import DocumentId
from index.model.fact import DocumentFacts
from index.store import records
from index.store.database import Database
from index.store.documents import DocumentStore
from index.store.profiles import profile_of, profile_version, put_profile


class FactStore:
    """The facts of all documents. Methods block for one transaction each; any thread may call them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._documents = DocumentStore(database)

    def put(self, document_id: DocumentId, text: str, facts: DocumentFacts) -> bool:
        """Write the facts of a document, and the profile that follows from them, in place of older ones.

        Args:
            document_id: Which document.
            text: Its text that the facts were extracted from.
            facts: The facts.

        Returns:
            Whether that is still its text; if it was read anew meanwhile, nothing is written.

        Raises:
            DocumentUnknown: If there is no such document.
        """
        packed = records.packed_facts(facts)
        profile = profile_of(text, facts)
        with self._database.writing() as connection:
            # Nobody else writes now: it stays as it is.
            if self._documents.text(document_id) != text:
                return False
            connection.execute(
                "INSERT OR REPLACE INTO facts (document_id, version, packed) VALUES (?, ?, ?)",
                (document_id, facts.version, packed),
            )
            put_profile(connection, document_id, profile)
        return True

    def complete(self, document_id: DocumentId, facts: DocumentFacts) -> None:
        """Write the profile that follows from stored facts, if that was done by older rules or not at all."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT version FROM profiles JOIN documents USING (number) WHERE id = ?", (document_id,)
            ).fetchone()
        if row is not None and row[0] != profile_version(facts.version):
            profile = profile_of(self._documents.text(document_id), facts)
            with self._database.writing() as connection:
                put_profile(connection, document_id, profile)

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
