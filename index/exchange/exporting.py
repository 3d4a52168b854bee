"""An export from beginning to end: facts of the documents that were asked for, in one file, or none."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

from index.errors import ArchiveError
from index.exchange.ftm import FtmWriter
from index.exchange.json_file import JsonWriter
from index.exchange.kinds import kinds_of
from index.exchange.markdown import MarkdownWriter
from index.exchange.portion import Portion, portion
from index.exchange.spreadsheets import CsvWriter, XlsxWriter
from index.exchange.target import target
from index.exchange.writing import PLAIN, Form, MakeWriter, Writer
from index.model.document import Document, DocumentId, DocumentSummary
from index.model.fact import DocumentFacts
from index.tasks import Task


class Format(StrEnum):
    """What programs an export is for."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    FTM = "ftm"
    """FollowTheMoney, as Aleph and OpenSanctions read it."""
    MARKDOWN = "markdown"


SUFFIXES: Final = {
    Format.CSV: ".csv",
    Format.XLSX: ".xlsx",
    Format.JSON: ".json",
    Format.FTM: ".ftm.json",
    Format.MARKDOWN: ".md",
}
"""How files of each format are named."""

_WRITERS: Final[dict[Format, MakeWriter]] = {
    Format.CSV: CsvWriter,
    Format.XLSX: XlsxWriter,
    Format.JSON: JsonWriter,
    Format.FTM: FtmWriter,
    Format.MARKDOWN: MarkdownWriter,
}


class Source(Protocol):
    """Where documents and facts come from: an archive."""

    def document(self, document_id: DocumentId, /) -> Document:
        """Return a whole document."""
        ...

    def facts(self, document_id: DocumentId, task: Task | None = None, /) -> DocumentFacts:
        """Return its facts as the reader decided; extracts them first if need be."""
        ...


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document that is not in an export.

    Attributes:
        title: Its title.
        message: Why not.
    """

    title: str
    message: str


@dataclass(frozen=True, slots=True)
class Exported:
    """What came of an export.

    Attributes:
        path: The file.
        documents: How many documents are in it.
        facts: How many things and statements.
        left_out: Documents whose facts could not be had.
    """

    path: Path
    documents: int
    facts: int
    left_out: tuple[LeftOut, ...] = ()


def export(
    source: Source,
    documents: Sequence[DocumentSummary],
    what: tuple[Format, Path],
    form: Form = PLAIN,
    task: Task | None = None,
    *,
    overwrites: bool = False,
) -> Exported:
    """Write the facts of documents, in their order; blocks. Facts that are not there yet are extracted.

    The file has its name only when it is complete. A document whose facts cannot be had is left out and told.

    Args:
        source: The archive.
        documents: Which documents.
        what: Format and name of the file.
        form: How it is to be written.
        task: Progress by documents, cancellation.
        overwrites: Whether a file of that name may be replaced.

    Raises:
        StoreError: If the file cannot be written, or is there already; whatever was there is as it was.
        Cancelled: If `task` was cancelled; likewise.
    """
    kind, path = what
    task = task or Task()
    with target(path, overwrites=overwrites) as made:
        return _written(_Export(source, form, task), documents, _WRITERS[kind](made, form), path)


@dataclass(frozen=True, slots=True)
class _Export:
    """What stays the same from document to document."""

    source: Source
    form: Form
    task: Task

    def portion(self, summary: DocumentSummary) -> Portion:
        """Return the share of a document, facts and text being of one time."""
        while True:
            document = self.source.document(summary.id)
            facts = self.source.facts(summary.id, self.task)
            if self.source.document(summary.id).text == document.text:
                return portion(summary, document, facts, kinds_of(self.form.groups))


def _written(work: _Export, documents: Sequence[DocumentSummary], writer: Writer, path: Path) -> Exported:
    done, facts, left_out = 0, 0, []
    try:
        for number, summary in enumerate(documents):
            work.task.checkpoint(number, len(documents))
            try:
                told = work.portion(summary)
            except ArchiveError as error:
                left_out.append(LeftOut(summary.title, error.user_message))
                continue
            writer.add(told)
            done, facts = done + 1, facts + told.count
        writer.close()
    except BaseException:
        with contextlib.suppress(OSError):
            writer.abandon()
        raise
    work.task.checkpoint(len(documents), len(documents))
    return Exported(path, done, facts, tuple(left_out))
