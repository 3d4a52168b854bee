"""Notes of other programs taken into the archive: each once, at its place, whoever made it."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from index.errors import AnnotationError
from index.model.annotation import Annotation, AnnotationKind, Link
from index.model.document import DocumentId
from index.model.foreign import Foreign, Taken
from index.model.geometry import Point
from index.model.span import Span
from index.notes.copies import Copies
from index.notes.finding import Finder, Place
from index.notes.letters import only_letters
from index.notes.making import fresh_annotation, now, pinned
from index.notes.paper import put_on_paper
from index.notes.reanchoring import Certainty
from index.store.annotations import AnnotationStore
from index.store.library import Library

_OURS: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LABEL: Final = 60
_BESIDE_PT: Final = 12.0
"""How far behind the words of a note the sign of an answer to it stands."""


class Taking:
    """Takes notes of other programs. Methods block; any thread may call them."""

    def __init__(self, annotations: AnnotationStore, library: Library, copies: Copies[Annotation]) -> None:
        self._annotations, self._library, self._copies = annotations, library, copies

    def new(self, document_id: DocumentId, foreign: Iterable[Foreign]) -> tuple[Foreign, ...]:
        """Return those that have never come into a document; what was deleted since does not come again."""
        known = self._annotations.ids(document_id)
        return tuple(one for one in foreign if not known & {one.source, taken_id(one.source, document_id)})

    def take(self, document_id: DocumentId, foreign: Sequence[Foreign]) -> Taken:
        """Take what is new of some notes into a document, all of it or nothing.

        Raises:
            DocumentUnknown: If there is no such document.
            StoreError: If they cannot be written; none is then taken.
        """
        new = self.new(document_id, foreign)
        if not new:
            return Taken(known=len(foreign))
        library = self._library
        finder = Finder(library.text(document_id), library.pages(document_id), library.text_map(document_id))
        by_certainty: dict[Certainty, list[Annotation]] = {certainty: [] for certainty in Certainty}
        there = {_sameness(annotation) for annotation in self._annotations.live(document_id)}
        made: dict[str, Annotation] = {}
        for one in sorted(new, key=lambda one: bool(one.answers)):
            if one.source in made:
                continue
            answered = self._answered(one, document_id, made)
            place = finder.find(one)
            annotation = self._annotation(document_id, one, place)
            if answered is not None:
                place, annotation = replace(place, certainty=Certainty.SURE), _beside(annotation, answered)
            if _sameness(annotation) in there:
                # Carried over from an older version of the document, whose file has the note as well.
                continue
            made[one.source] = annotation
            by_certainty[place.certainty].append(annotation)
        self._annotations.put_all(made.values())
        self._copies.write(document_id)
        return Taken(
            tuple(by_certainty[Certainty.SURE]),
            tuple(by_certainty[Certainty.LIKELY]),
            tuple(by_certainty[Certainty.LOST]),
            len(foreign) - len(made),
        )

    def _annotation(self, document_id: DocumentId, foreign: Foreign, place: Place) -> Annotation:
        pen = foreign.pen
        if place.anchor is None:
            kind = AnnotationKind.NOTE if pen.kind.is_of_words else pen.kind
            made = pinned(self._library, document_id, place.page_index, place.point, replace(pen, kind=kind))
        else:
            made = fresh_annotation(document_id, place.anchor, pen)
            made = put_on_paper(made, self._library.text_map(document_id))
            if only_letters(made.note) == only_letters(made.anchor.quote):
                # Acrobat and others write the marked words into the note if they are told to.
                made = replace(made, note="")
        modified = _moment(foreign.modified)
        created = _moment(foreign.created) or modified or now()
        source_id = self._id(foreign.source, document_id)
        return replace(made, id=source_id, created=created, modified=modified or created)

    def _id(self, source: str, document_id: DocumentId) -> str:
        """Return its own id, if that is one like ours and belongs to no other note; else one made of it."""
        if _OURS.fullmatch(source):
            try:
                self._annotations.get(source)
            except AnnotationError:
                return source
        return taken_id(source, document_id)

    def _answered(
        self, foreign: Foreign, document_id: DocumentId, made: dict[str, Annotation]
    ) -> Annotation | None:
        """Return the note that another one answers, if it is here."""
        if not foreign.answers:
            return None
        if foreign.answers in made:
            return made[foreign.answers]
        ids = {foreign.answers, taken_id(foreign.answers, document_id)}
        return next((one for one in self._annotations.live(document_id) if one.id in ids), None)


def taken_id(source: str, document_id: DocumentId) -> str:
    """Return the id of a note of another program in a document: the same each time, so that it comes once."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{source} {document_id}"))


def _moment(told: str) -> str:
    """Return a time as annotations hold it; nothing if it is none."""
    try:
        moment = datetime.fromisoformat(told)
        moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).isoformat(timespec="milliseconds")
    except (ValueError, OverflowError):
        return ""


def _sameness(annotation: Annotation) -> tuple[Span, str, AnnotationKind, Point | None]:
    return annotation.anchor.span, annotation.note, annotation.kind, annotation.point


def _beside(answer: Annotation, answered: Annotation) -> Annotation:
    """Return an answer as a free note beside what it answers, with a link to it."""
    point = answered.point
    if point is None:
        quad = answered.quads[-1] if answered.quads else None
        x, y = (quad.points[2], quad.points[3]) if quad is not None else (_BESIDE_PT, _BESIDE_PT)
        point = Point(x, y)
    label = " ".join((answered.note or answered.anchor.quote).split())[:_LABEL]
    return replace(
        answer,
        anchor=answered.anchor,
        kind=AnnotationKind.NOTE,
        point=Point(point.x + _BESIDE_PT, point.y),
        quads=answered.quads,
        links=(*answer.links, Link(answered.document_id, label, answered.id)),
    )
