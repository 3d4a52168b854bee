"""The condition of an archive: what it holds, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from index.model.document import DocumentId


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it should be.

    Attributes:
        code: Stable and machine-readable ("original_missing").
        message: What is wrong, a full Russian sentence.
        hint: What to do next; empty when nothing can be done.
        document_id: The document concerned; None when none is.
    """

    code: str
    message: str
    hint: str = ""
    document_id: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check looked at and found.

    Attributes:
        problems: Everything that is wrong; empty when all is well.
        documents: Documents looked at.
        annotations: Annotations looked at, deleted ones too.
        seconds: Time spent.
    """

    problems: tuple[Problem, ...]
    documents: int
    annotations: int
    seconds: float

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class ArchiveInfo:
    """What an archive holds.

    Attributes:
        root: Its folder.
        documents: Documents in it.
        unindexed: Documents that the search index has not taken in yet.
        pages: Pages of all documents.
        pages_without_text: Pages on which nothing can be searched, empty ones apart.
        pages_recognised: Scanned pages whose text was recognised.
        pages_to_recognise: Scanned pages that nobody has tried to recognise yet.
        annotations: Annotations, deleted ones apart.
        collections: Collections, in whatever depth.
        documents_read: Documents that the reader has read to their ends.
        originals_bytes: Size of the originals.
        database_bytes: Size of the database.
        index_bytes: Size of the search index.
        schema_version: Version of the database.
        facts_version: Version of the rules that extract facts.
        documents_without_facts: Documents whose facts are not extracted yet.
        wall: What keeps apart the processes that read documents, see `index.sandbox.Wall`.
    """

    root: str
    documents: int
    unindexed: int
    pages: int
    pages_without_text: int
    pages_recognised: int
    pages_to_recognise: int
    annotations: int
    collections: int
    documents_read: int
    originals_bytes: int
    database_bytes: int
    index_bytes: int
    schema_version: int
    facts_version: str
    documents_without_facts: int
    wall: str
