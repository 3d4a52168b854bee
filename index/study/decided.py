"""Packed facts of documents, as the reader decided.

Stored facts are those of the rules alone; profiles, in which every view looks first, are made of what the
reader decided. A statement is known by its place among the facts, so both must be of the same ones.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from index.model.document import DocumentId
from index.notes.applying import applied
from index.store import records
from index.store.decisions import decisions_about


def as_decided(
    connection: sqlite3.Connection, text: Callable[[DocumentId], str], packed: Mapping[DocumentId, bytes]
) -> dict[DocumentId, bytes]:
    """Return facts that rules found with the reader's decisions applied.

    Costs a few milliseconds for each document that has decisions, next to nothing for others.

    Args:
        connection: To the database at the moment that is asked.
        text: Returns the text of a document.
        packed: The facts of the rules, by document.
    """
    told = dict(packed)
    for document_id, decisions in decisions_about(connection, packed).items():
        try:
            facts = records.unpacked_facts(packed[document_id], "")
        except ValueError:
            # Derived: a damaged row is as good as none, here as everywhere.
            continue
        told[document_id] = records.packed_facts(applied(text(document_id), facts, decisions).facts)
    return told
