"""What is dragged from lists and trees, as Qt carries it: documents and collections, by their ids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QMimeData

from index.model.catalogue import CollectionId
from index.model.document import DocumentId

DOCUMENTS: Final = "application/x-chitalnya-documents"
COLLECTION: Final = "application/x-chitalnya-collection"


def carrying_documents(documents: Iterable[DocumentId]) -> QMimeData:
    """Return what is dragged when these documents are."""
    made = QMimeData()
    made.setData(DOCUMENTS, "\n".join(documents).encode())
    return made


def carrying_collection(collection_id: CollectionId) -> QMimeData:
    """Return what is dragged when a collection is."""
    made = QMimeData()
    made.setData(COLLECTION, collection_id.encode())
    return made


def carried_documents(dragged: QMimeData) -> tuple[DocumentId, ...]:
    """Return the documents that are being dragged; none when something else is."""
    return tuple(map(DocumentId, _words(dragged, DOCUMENTS)))


def carried_collection(dragged: QMimeData) -> CollectionId | None:
    """Return the collection that is being dragged; None when something else is."""
    return next(map(CollectionId, _words(dragged, COLLECTION)), None)


def _words(dragged: QMimeData, kind: str) -> list[str]:
    return bytes(dragged.data(kind).data()).decode("ascii", "replace").split()
