"""The sidecars of all documents, kept in step with the reader's work in the database."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar

from index.errors import DocumentUnknown, StoreError
from index.model.document import DocumentId
from index.notes.sidecar import Sidecars, W, Work
from index.store.library import Library

log = logging.getLogger(__name__)
Kind_co = TypeVar("Kind_co", bound=Work, covariant=True)


class Store(Protocol[Kind_co]):
    """Where the database keeps work of one kind."""

    def live(self, document_id: DocumentId | None = None) -> tuple[Kind_co, ...]:
        """Return what holds for a document, in the order of its file."""

    def owners(self) -> frozenset[DocumentId]:
        """Return the documents that have, or had, any."""

    def ids(self, document_id: DocumentId) -> frozenset[str]:
        """Return the ids of all that a document ever had."""


class Copies(Generic[W]):
    """Writes sidecars from the database and compares both. Methods block; any thread may call them."""

    def __init__(self, store: Store[W], library: Library, sidecars: Sidecars[W]) -> None:
        self._store, self._library, self._sidecars = store, library, sidecars

    def write(self, document_id: DocumentId) -> None:
        """Write the sidecar of a document anew; when the disk refuses, `align` catches up later."""
        try:
            with self._sidecars.turn():
                self._write(document_id)
        except StoreError as error:
            # The work is safe in the database; `align` catches up with the copy, `problems` tells.
            log.warning("sidecar of %s not written: %s", document_id, error.user_message)

    def copy_out(self, document_id: DocumentId) -> None:
        """Write the sidecar of a document anew, after its work was moved in the database.

        Raises:
            StoreError: If it cannot be written; `align` catches up.
        """
        if self._store.ids(document_id):
            with self._sidecars.turn():
                self._write(document_id)

    def align(self) -> None:
        """Write every sidecar anew that differs from the database; what only a sidecar holds stays in it."""
        with self._sidecars.turn():
            self._sidecars.sweep()
            for document_id in self.owners():
                if self.difference(document_id):
                    self._write(document_id)

    def owners(self) -> list[DocumentId]:
        """Return the documents that have, or had, any work here or in a sidecar."""
        return sorted(self._store.owners() | {d for d in self._sidecars.documents() if self.has_document(d)})

    def difference(self, document_id: DocumentId) -> str:
        """Say in Russian how the sidecar differs from the database; empty when it does not."""
        known = self._store.ids(document_id)
        try:
            written = tuple(work for work in self._sidecars.read(document_id) if work.id in known)
        except ValueError:
            return "повреждена"
        return "" if written == self._store.live(document_id) else "отстала от базы данных"

    def strangers(self) -> Iterator[W]:
        """Yield what sidecars hold and the database has never heard of."""
        for document_id in self._sidecars.documents():
            known = self._store.ids(document_id)
            try:
                written = self._sidecars.read(document_id)
            except ValueError:
                continue
            yield from (work for work in written if work.id not in known)

    def has_document(self, document_id: DocumentId) -> bool:
        """Whether the archive holds the document."""
        try:
            self._library.summary(document_id)
        except DocumentUnknown:
            return False
        return True

    def _write(self, document_id: DocumentId) -> None:
        live, known = self._store.live(document_id), self._store.ids(document_id)
        self._sidecars.write(document_id, live, known, self._library.summary(document_id).title)
