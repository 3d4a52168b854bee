"""Commands about the reader's annotations: notes list, add, restore."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from index.archive import Archive
from index.cli import shapes
from index.cli.output import Output
from index.cli.session import DONE, Session
from index.cli.wording import COLORS, DECISIONS, KINDS, NOTES, counted
from index.model.annotation import Annotation, AnnotationKind, HighlightColor, Pen
from index.model.document import DocumentId
from index.model.span import Span
from index.notes.anchors import find_quote
from index.notes.lookup import NoteIndex, NoteQuery
from index.notes.sifting import Sieve


def list_notes(session: Session) -> int:
    """`notes list [DOC]`: the annotations of a document, or all; those that are looked for."""
    reference: str | None = session.arguments.document
    with session.archive() as archive:
        document_id = None if reference is None else archive.find(reference)
        titles = titles_of(archive)
        found = _sifted(session.arguments, archive.notebook.all(document_id), titles)
    if session.output.is_json:
        session.output.json(
            {"annotations": [shapes.annotation(note, titles.get(note.document_id, "")) for note in found]}
        )
        return DONE
    previous = None
    for note in found:
        if note.document_id != previous:
            session.output.line(titles.get(note.document_id, note.document_id))
        previous = note.document_id
        print_note(session.output, note)
    session.output.line(counted(len(found), NOTES))
    return DONE


def add_note(session: Session) -> int:
    """`notes add DOC (--quote WORDS | --start N --stop N)`: mark a passage."""
    arguments = session.arguments
    with session.archive() as archive:
        document = archive.document(archive.find(arguments.document))
        if arguments.quote is not None:
            span = find_quote(document.text, arguments.quote)
        else:
            span = Span(arguments.start, arguments.stop)
        made = archive.notebook.annotate(
            document.id, span, Pen(HighlightColor(arguments.color), arguments.note, tuple(arguments.tag))
        )
    if session.output.is_json:
        session.output.json(shapes.annotation(made, document.title))
    else:
        session.output.line(document.title)
        print_note(session.output, made)
    return DONE


def restore_notes(session: Session) -> int:
    """`notes restore`: bring back what only the sidecar files hold."""
    with session.archive() as archive:
        found = archive.notebook.restore_lost()
        decided = archive.decisions.restore_lost()
        archive.catalogue.align()
        titles = titles_of(archive)
    if session.output.is_json:
        session.output.json(
            {
                "annotations": [shapes.annotation(note, titles.get(note.document_id, "")) for note in found],
                "decisions": [shapes.decision(one, titles.get(one.document_id, "")) for one in decided],
            }
        )
    else:
        restored = f"{counted(len(found), NOTES)}, {counted(len(decided), DECISIONS)}"
        session.output.line(f"Возвращено в базу данных: {restored}.")
    return DONE


def titles_of(archive: Archive) -> dict[DocumentId, str]:
    """Return the titles of all documents."""
    return {document.id: document.title for document in archive.documents()}


def print_note(output: Output, note: Annotation) -> None:
    """Print an annotation; the beginning of its number stands first."""
    quote = " ".join(note.anchor.quote.split())
    output.line(f"  {note.id[:8]}  с. {note.anchor.page_index + 1:<4} {COLORS[note.color]:<10} «{quote}»")
    for line in note.note.splitlines():
        output.line(f"            {line}")
    if note.tags:
        output.line(f"            {', '.join('#' + tag for tag in note.tags)}")
    if more := ", ".join(filter(None, (KINDS[note.kind], note.author))):
        output.line(f"            {more}")
    for link in note.links:
        output.line(f"            → {link.label}")


def _sifted(
    chosen: Namespace, notes: Iterable[Annotation], titles: dict[DocumentId, str]
) -> tuple[Annotation, ...]:
    """Return the annotations that are asked for."""
    sieve = Sieve(
        colors=frozenset(map(HighlightColor, chosen.color)),
        kinds=frozenset(map(AnnotationKind, chosen.kind)),
        tags=frozenset(chosen.tag),
        authors=frozenset(chosen.author),
        since=chosen.since or "",
        until=chosen.until or "",
    )
    passing = tuple(note for note in notes if sieve.passes(note))
    # A word from the command line is a whole one: nobody is typing it.
    query = NoteQuery(f"{chosen.search} ") if chosen.search.strip() else None
    if query is None:
        return passing
    ids = NoteIndex().find(query, passing, titles)
    return tuple(note for note in passing if note.id in ids)
