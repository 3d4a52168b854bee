"""Commands about the reader's annotations: notes list, add, restore."""

from __future__ import annotations

from index.archive import Archive
from index.cli import shapes
from index.cli.output import Output
from index.cli.session import DONE, Session
from index.cli.wording import COLORS, DECISIONS, NOTES, counted
from index.model.annotation import Annotation, HighlightColor
from index.model.span import Span
from index.notes.anchors import find_quote


def list_notes(session: Session) -> int:
    """`notes list [DOC]`: the annotations of a document, or all."""
    reference: str | None = session.arguments.document
    with session.archive() as archive:
        document_id = None if reference is None else archive.find(reference)
        found = archive.notebook.all(document_id)
        titles = _titles(archive)
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
        _print_note(session.output, note)
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
            document.id, span, HighlightColor(arguments.color), arguments.note, tuple(arguments.tag)
        )
    if session.output.is_json:
        session.output.json(shapes.annotation(made, document.title))
    else:
        session.output.line(document.title)
        _print_note(session.output, made)
    return DONE


def restore_notes(session: Session) -> int:
    """`notes restore`: bring back what only the sidecar files hold."""
    with session.archive() as archive:
        found = archive.notebook.restore_lost()
        decided = archive.decisions.restore_lost()
        archive.catalogue.align()
        titles = _titles(archive)
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


def _titles(archive: Archive) -> dict[str, str]:
    return {str(document.id): document.title for document in archive.documents()}


def _print_note(output: Output, note: Annotation) -> None:
    quote = " ".join(note.anchor.quote.split())
    output.line(f"  с. {note.anchor.page_index + 1:<4} {COLORS[note.color]:<10} «{quote}»")
    for line in note.note.splitlines():
        output.line(f"          {line}")
    if note.tags:
        output.line(f"          {', '.join('#' + tag for tag in note.tags)}")
