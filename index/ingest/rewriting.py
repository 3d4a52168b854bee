"""Another reading of a document in the place of an older one: the one way for whoever reads a document again.

    recognised   handed to the reader, so that they are in the new text   (index.store.recognition)
    put          text, map, pages, moved annotations and decisions, in one commit (index.store.recognition)
                 their sidecars                                            (index.notes)

Who calls it holds the lock of the archive, and stands the document in line for the search index.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.errors import StoreError
from index.facts.card_dates import own_date
from index.model.annotation import Carried
from index.model.document import Document, DocumentId, DocumentSummary, Page, PageKind
from index.model.media import MediaType
from index.model.recognition import RecognisedPage
from index.model.said import said, sentences
from index.notes.decision_book import DecisionBook
from index.notes.moving import Move
from index.notes.notebook import Notebook
from index.store.documents import Arrival
from index.store.library import Library
from index.store.recognition import RecognitionStore

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Renewed:
    """A document whose text has changed.

    Attributes:
        document_id: The document.
        lost_notes: Annotations whose words are not in the new text; they are kept.
    """

    document_id: DocumentId
    lost_notes: int


class Rewriting:
    """Puts new readings in the place of older ones. Any thread may call it; calls block.

    Args:
        recognised: What was recognised, and where a new reading is written.
        library: Where the old reading comes from.
        notebook: The annotations.
        decisions: What the reader decided about facts.
    """

    def __init__(
        self, recognised: RecognitionStore, library: Library, notebook: Notebook, decisions: DecisionBook
    ) -> None:
        self._recognised, self._library = recognised, library
        self._notebook, self._decisions = notebook, decisions

    def recognised(self, document_id: DocumentId) -> tuple[RecognisedPage, ...]:
        """Return what the reader has to know of a document's scans; nothing for a new document."""
        return self._recognised.pages(document_id)

    def carry(self, older: DocumentId, newer: DocumentId) -> str:
        """Give a newer version of a document the notes of an older one; returns words for the report."""
        try:
            return _said_of(self._notebook.placing.carry(older, newer))
        except StoreError as error:
            log.warning("notes of %s not carried over to %s: %s", older, newer, error.user_message)
            return said(
                "file.notes_stay", "Заметки прежней версии остались при ней: перенести их не удалось."
            )

    def put(
        self,
        document: Document,
        taken_in: Sequence[RecognisedPage],
        remarks: Sequence[str] | None = None,
    ) -> Renewed:
        """Write a new reading and move annotations and decisions with it.

        Args:
            document: The new reading of a document that is in the archive.
            taken_in: What the reader was told of its scans.
            remarks: What of the original is not in its edition, if that was made again; what was remarked
                when it was made if None.

        Raises:
            DocumentUnknown: If it is not in the archive.
            StoreError: If it cannot be written; the old reading is then still there, with its annotations.
        """
        # Another program may have written since somebody looked.
        self._library.forget()
        summary, old_pages = self._library.summary(document.id), self._library.pages(document.id)
        if remarks is None:
            remarks = _of_the_conversion(summary)
        move = Move(
            old_pages, document.text, document.pages, self._library.text(document.id), document.text_map
        )
        arrival = Arrival(own_date(document.text).value, 0, None, b"", 0, summary.media)
        document = replace(document, notices=(*remarks, *document.notices))
        self._recognised.replace(document, arrival, taken_in, move)
        self._library.forget()
        try:
            self._notebook.copies.copy_out(document.id)
            self._decisions.copies.copy_out(document.id)
        except StoreError as error:
            # They are safe in the database; the next start sets the sidecars right.
            log.warning("sidecar of %s not written: %s", document.id, error.user_message)
        return Renewed(document.id, len(move.lost))


def _said_of(carried: Carried) -> str:
    """Return what is to be said of notes that a newer version was given; nothing without any."""
    count = len(carried.sure) + len(carried.likely) + len(carried.lost)
    if not count:
        return ""
    if not carried.likely and not carried.lost:
        return said("file.notes_carried", "Заметки прежней версии перенесены: {count}.", count=count)
    return said(
        "file.notes_carried_in_part",
        "Заметки прежней версии перенесены: {count}; подтвердить место: {likely}; без места: {lost}.",
        count=count,
        likely=len(carried.likely),
        lost=len(carried.lost),
    )


def loses_pages(old_pages: Sequence[Page], document: Document) -> bool:
    """Whether a new reading lacks pages that an older one could read."""
    could_read = {page.page_index for page in old_pages if page.kind is not PageKind.FAILED}
    return not could_read <= {page.page_index for page in document.pages if page.kind is not PageKind.FAILED}


def _of_the_conversion(summary: DocumentSummary) -> tuple[str, ...]:
    """Return the notices that are not the reader's: what the conversion left out, which nobody says again."""
    if summary.media is MediaType.PDF:
        return ()
    return tuple(notice for notice in summary.notices if not _is_of_the_reader(notice))


def _is_of_the_reader(notice: str) -> bool:
    code = next((sentence.code for sentence in sentences(notice)), "")
    return code.startswith("pages.") or code == "file.restored"
