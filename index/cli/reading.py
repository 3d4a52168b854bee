"""Commands about what documents say: search, text, facts."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from index.archive import Archive
from index.cli import shapes
from index.cli.gaps import unsearched
from index.cli.output import Output
from index.cli.passwords import told_passwords
from index.cli.session import DONE, Session, searched
from index.cli.wording import DOCUMENTS, ENTITIES, FACTS, MARKS, MATCHES, counted
from index.config import ReadLimits
from index.exchange.cells import in_words
from index.exchange.fact_values import facts_value
from index.model.document import Document, DocumentId
from index.model.fact import DocumentFacts, Mark
from index.model.hit import Answer, Hit, Snippet
from index.sandbox import Sandbox
from index.search.query import asks_for_facts, parse
from index.store.records import sha256
from index.tasks import Task


def search(session: Session) -> int:
    """`search QUERY`: documents by rank, their passages with page numbers."""
    query, limit = " ".join(session.arguments.query), session.arguments.limit
    with session.archive() as archive:
        needs_facts = asks_for_facts(parse(query))
        found = searched(
            archive,
            session.task,
            lambda: archive.search(query, limit, session.task),
            needs_facts=needs_facts,
        )
        if session.output.is_json:
            loaded = [archive.document(hit.document.id) for hit in found.hits]
            maps = {str(document.id): (document.text, document.text_map) for document in loaded}
            session.output.json(shapes.answer(found, maps, archive.gaps()))
        else:
            _print_answer(session.output, found)
            if beyond := unsearched(archive.gaps()):
                session.output.line(f"{beyond} Подробнее: gaps")
    return DONE


def text(session: Session) -> int:
    """`text FILE|DOC`: the text exactly as spans count it."""
    with asked_document(session) as (document, _archive, _pdf):
        if session.output.is_json:
            session.output.json(shapes.text(document))
        else:
            session.output.exactly(document.text)
    return DONE


def facts(session: Session) -> int:
    """`facts FILE|DOC`: what the document names and states."""
    with asked_document(session) as (document, archive, _pdf):
        if archive is not None:
            found = archive.facts(document.id, session.task)
            if session.arguments.raw:
                found = archive.extraction.stored(document.id) or found
        else:
            found = _extracted(document, session.task)
        if session.output.is_json:
            session.output.json(facts_value(document, found))
        else:
            _print_facts(session.output, document, found)
    return DONE


@contextlib.contextmanager
def asked_document(session: Session) -> Iterator[tuple[Document, Archive | None, Path | None]]:
    """Lend the document asked for: a file is read without an archive, all else is looked up in it.

    Yields:
        The document; the archive, if it is from there; else the PDF that shows it, there until the end.
    """
    reference: str = session.arguments.document
    path = Path(reference)
    if path.is_file():
        with _reading(path, told_passwords(session.arguments).passwords, session.task) as (document, pdf):
            yield document, None, pdf
        return
    with session.archive() as archive:
        told_passwords(session.arguments, archive.keyring)
        yield archive.document(archive.find(reference)), archive, None


@contextlib.contextmanager
def _reading(path: Path, passwords: tuple[str, ...], task: Task) -> Iterator[tuple[Document, Path]]:
    from index.formats.worker import make_converter
    from index.ingest.conversion import readable
    from index.pdf.worker import ReadRequest, make_reader, read_robustly
    from index.store.originals import unreadable

    try:
        document_id = DocumentId(sha256(path.read_bytes()))
    except OSError as error:
        raise unreadable(path, error) from error
    limits = ReadLimits()
    # Behind the wall there are no links and no working folder.
    real = path.resolve()
    name, source = path.name, str(path.absolute())
    converter = make_converter(limits, Sandbox(reads=(real,), runs_programs=True))
    with (
        contextlib.closing(converter),
        readable(real, name, converter, limits, task) as (pdf, notices),
        contextlib.closing(make_reader(limits, Sandbox(reads=(pdf,)))) as worker,
    ):
        request = ReadRequest(str(pdf), document_id, name, source, passwords, limits=limits)
        document = read_robustly(worker, request, task)
        yield replace(document, notices=(*notices, *document.notices)), pdf


def _extracted(document: Document, task: Task) -> DocumentFacts:
    from index.facts.request import ToExtract
    from index.facts.worker import make_extractor

    worker = make_extractor()
    try:
        found: DocumentFacts = worker.call(ToExtract(document.text), task)
    finally:
        worker.close()
    return found


def _print_answer(output: Output, found: Answer) -> None:
    output.line(f"Запрос прочитан так: {found.read_as}")
    for problem in found.problems:
        output.line(f"  {problem}")
    counts = f"{counted(found.documents, DOCUMENTS)}, {counted(found.matches, MATCHES)}"
    output.line(f"{counts} ({found.elapsed_ms:.0f} мс)")
    for number, hit in enumerate(found.hits, 1):
        _print_hit(output, number, hit)
    if len(found.hits) < found.documents:
        output.line(
            f"\N{HORIZONTAL ELLIPSIS}и ещё {counted(found.documents - len(found.hits), DOCUMENTS)}: --limit 0"
        )


def _print_hit(output: Output, number: int, hit: Hit) -> None:
    document = hit.document
    output.line()
    output.line(f"{number}. {document.title}")
    output.line(f"   {document.file_name}, {counted(len(hit.matches), MATCHES)}, {document.id[:12]}")
    for passage in hit.passages:
        output.line(f"   с. {passage.page_index + 1:<4} {_marked(output, passage.snippet)}")


def _marked(output: Output, snippet: Snippet) -> str:
    parts: list[str] = []
    position = 0
    for mark in snippet.marks:
        parts += (snippet.text[position : mark.start], output.marked(mark.of(snippet.text)))
        position = mark.stop
    return "".join(parts) + snippet.text[position:]


def _print_facts(output: Output, document: Document, found: DocumentFacts) -> None:
    output.line(document.title)
    for entity_type, entities in groupby(sorted(found.entities, key=lambda e: e.type), lambda e: e.type):
        output.line()
        output.line(ENTITIES[entity_type])
        for entity in sorted(entities, key=lambda e: -len(e.mentions)):
            page = document.text_map.page_at(entity.mentions[0].start) + 1
            output.line(f"  {entity.name} ({len(entity.mentions)}, с. {page}){_marked_as(entity.mark)}")
    for fact_type, facts_of_type in groupby(sorted(found.facts, key=lambda f: f.type), lambda f: f.type):
        output.line()
        output.line(FACTS[fact_type])
        for fact in facts_of_type:
            page = document.text_map.page_at(fact.span.start) + 1
            output.line(f"  {in_words(fact)} (с. {page}){_marked_as(fact.mark)}")
    if hidden := len(found.rejected) + len(found.rejected_entities):
        output.line()
        output.line(f"Скрыто: {hidden}")


def _marked_as(mark: Mark) -> str:
    return f" [{MARKS[mark]}]" if mark else ""
