"""The sidecars of all documents, kept in step with the annotations in the database."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator

from index.errors import DocumentUnknown, StoreError
from index.model.annotation import Annotation
from index.model.document import DocumentId
from index.notes.sidecar import Sidecars
from index.store.annotations import AnnotationStore, Kept
from index.store.library import Library

log = logging.getLogger(__name__)


class Copies:
    """Writes sidecars from the database and compares both. Methods block; any thread may call them."""

    def __init__(self, annotations: AnnotationStore, library: Library, sidecars: Sidecars) -> None:
        self._annotations, self._library, self._sidecars = annotations, library, sidecars

    def write(self, document_id: DocumentId) -> None:
        """Write the sidecar of a document anew; when the disk refuses, `align` catches up later."""
        try:
            with self._sidecars.turn():
                self._write(document_id)
        except StoreError as error:
            # The annotations are safe in the database; `align` catches up with the copy, `problems` tells.
            log.warning("sidecar of %s not written: %s", document_id, error.user_message)

    def copy_out(self, document_id: DocumentId) -> None:
        """Write the sidecar of a document anew, after its annotations were moved in the database.

        Raises:
            StoreError: If it cannot be written; `align` catches up.
        """
        if self._annotations.ids(document_id):
            with self._sidecars.turn():
                self._write(document_id)

    def align(self) -> None:
        """Write every sidecar anew that differs from the database; what only a sidecar holds stays in it."""
        with self._sidecars.turn():
            self._sidecars.sweep()
            for document_id in self.owners(self._annotations.everything()):
                if self.difference(document_id):
                    self._write(document_id)

    def owners(self, everything: Iterable[Kept]) -> list[DocumentId]:
        """Return the documents that have, or had, annotations here or in a sidecar."""
        owners = {kept.annotation.document_id for kept in everything}
        return sorted(owners | {d for d in self._sidecars.documents() if self.has_document(d)})

    def difference(self, document_id: DocumentId) -> str:
        """Say in Russian how the sidecar differs from the database; empty when it does not."""
        known = self._annotations.ids(document_id)
        try:
            written = tuple(a for a in self._sidecars.read(document_id) if a.id in known)
        except ValueError:
            return "повреждена"
        return "" if written == self._annotations.live(document_id) else "отстала от базы данных"

    def strangers(self) -> Iterator[Annotation]:
        """Yield what sidecars hold and the database has never heard of."""
        for document_id in self._sidecars.documents():
            known = self._annotations.ids(document_id)
            try:
                written = self._sidecars.read(document_id)
            except ValueError:
                continue
            yield from (a for a in written if a.id not in known)

    def has_document(self, document_id: DocumentId) -> bool:
        """Whether the archive holds the document."""
        try:
            self._library.summary(document_id)
        except DocumentUnknown:
            return False
        return True

    def _write(self, document_id: DocumentId) -> None:
        live, known = self._annotations.live(document_id), self._annotations.ids(document_id)
        self._sidecars.write(document_id, live, known, self._library.summary(document_id).title)
