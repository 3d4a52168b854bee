"""Commands that change annotations, show how they were, and see to their places."""

from __future__ import annotations

from index.archive import Archive
from index.cli import shapes
from index.cli.notes import print_note, titles_of
from index.cli.session import DONE, Session
from index.cli.wording import CHANGES, NOTES, STANDINGS, counted
from index.errors import AnnotationError
from index.model.annotation import Annotation, AnnotationKind, HighlightColor
from index.model.span import Span
from index.notes.sifting import standing_of


def edit_note(session: Session) -> int:
    """`notes edit ID`: change what is given of an annotation."""
    chosen = session.arguments
    with session.archive() as archive:
        old = _found(archive, chosen.note_id)
        removed = {tag.casefold() for tag in chosen.untag}
        tags = [tag for tag in (*old.tags, *chosen.tag) if tag.casefold() not in removed]
        made = archive.notebook.edit(
            old.id,
            note=chosen.note,
            color=None if chosen.color is None else HighlightColor(chosen.color),
            tags=tags if chosen.tag or chosen.untag else None,
            kind=None if chosen.kind is None else AnnotationKind(chosen.kind),
        )
        _say_note(session, archive, made)
    return DONE


def delete_notes(session: Session) -> int:
    """`notes delete ID...`: take annotations away, all of them or none."""
    with session.archive() as archive:
        gone = [_found(archive, one) for one in session.arguments.note_ids]
        archive.notebook.delete_all(gone)
        titles = titles_of(archive)
    if session.output.is_json:
        session.output.json(
            {"deleted": [shapes.annotation(one, titles.get(one.document_id, "")) for one in gone]}
        )
    else:
        session.output.line(f"Удалено: {counted(len(gone), NOTES)}.")
    return DONE


def show_history(session: Session) -> int:
    """`notes history ID`: how an annotation was before each change, the latest first."""
    with session.archive() as archive:
        note = _found(archive, session.arguments.note_id)
        past, title = archive.notebook.history(note.id), titles_of(archive).get(note.document_id, "")
    if session.output.is_json:
        session.output.json(
            {
                "annotation": shapes.annotation(note, title),
                "history": [
                    {
                        "at": state.at,
                        "changed": state.changed.value,
                        "annotation": shapes.annotation(state.annotation, title),
                    }
                    for state in past
                ],
            }
        )
        return DONE
    session.output.line(f"{title}: сейчас")
    print_note(session.output, note)
    for state in past:
        session.output.line(f"{state.at[:16].replace('T', ' ')}, {CHANGES[state.changed]}")
        print_note(session.output, state.annotation)
    return DONE


def show_unsure(session: Session) -> int:
    """`notes unsure [DOC]`: whose place is to be confirmed or not known, and where it may be."""
    reference: str | None = session.arguments.document
    with session.archive() as archive:
        document_id = None if reference is None else archive.find(reference)
        titles, listed = titles_of(archive), []
        for note in archive.notebook.placing.unsure(document_id):
            text = archive.document(note.document_id).text
            listed.append((note, standing_of(note, text), _places(archive, note), text))
    if session.output.is_json:
        session.output.json(
            {
                "annotations": [
                    {
                        **shapes.annotation(note, titles.get(note.document_id, "")),
                        "standing": standing.value,
                        "candidates": [
                            {"start": one.start, "stop": one.stop, "text": one.of(text)} for one in places
                        ],
                    }
                    for note, standing, places, text in listed
                ]
            }
        )
        return DONE
    for note, standing, places, text in listed:
        session.output.line(f"{titles.get(note.document_id, '')}: {STANDINGS[standing]}")
        print_note(session.output, note)
        for place in places:
            words = " ".join(place.of(text).split())
            session.output.line(f"          --start {place.start} --stop {place.stop}: «{words}»")
    session.output.line(counted(len(listed), NOTES))
    return DONE


def confirm_place(session: Session) -> int:
    """`notes confirm ID [--start N --stop N]`: take the likely place, or another one, for the place."""
    chosen = session.arguments
    with session.archive() as archive:
        note = _found(archive, chosen.note_id)
        span = None if chosen.start is None else Span(chosen.start, chosen.stop)
        if span is None and not note.anchor.span:
            raise AnnotationError(
                "У этой заметки нет места, которое можно подтвердить.",
                "Укажите его: --start и --stop. Похожие места называет notes unsure.",
            )
        _say_note(session, archive, archive.notebook.placing.confirm(note.id, span))
    return DONE


def carry_notes(session: Session) -> int:
    """`notes carry OLDER NEWER`: give a newer version of a document the annotations of an older one."""
    with session.archive() as archive:
        older, newer = (archive.find(one) for one in (session.arguments.older, session.arguments.newer))
        carried = archive.notebook.placing.carry(older, newer)
    if session.output.is_json:
        session.output.json(
            {"sure": carried.sure, "likely": carried.likely, "lost": carried.lost},
        )
        return DONE
    total = len(carried.sure) + len(carried.likely) + len(carried.lost)
    session.output.line(
        f"Перенесено: {counted(total, NOTES)}. Подтвердить: {len(carried.likely)}, "
        f"без места: {len(carried.lost)}."
    )
    return DONE


def _found(archive: Archive, reference: str) -> Annotation:
    """Return the annotation with this id or beginning of one.

    Raises:
        AnnotationError: If there is none, or more than one.
    """
    found = [note for note in archive.notebook.all() if note.id.startswith(reference)]
    if len(found) == 1:
        return found[0]
    if found:
        raise AnnotationError(
            f"С «{reference}» начинаются номера нескольких заметок.", "Укажите больше знаков номера."
        )
    raise AnnotationError(f"Заметки {reference} в архиве нет.", "Номера показывает команда notes list.")


def _places(archive: Archive, note: Annotation) -> list[Span]:
    """Return where the words of an annotation may stand, the likeliest first."""
    found = archive.notebook.placing.candidates(note.id)
    spans = [note.anchor.span, found.span, *(one.span for one in found.others)]
    return list(dict.fromkeys(span for span in spans if span))


def _say_note(session: Session, archive: Archive, note: Annotation) -> None:
    title = archive.document(note.document_id).title
    if session.output.is_json:
        session.output.json(shapes.annotation(note, title))
    else:
        session.output.line(title)
        print_note(session.output, note)
