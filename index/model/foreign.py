"""Notes that were made in other programs, before and after they have a place in a document."""

from __future__ import annotations

from dataclasses import dataclass

from index.model.annotation import Annotation, Pen
from index.model.geometry import Point, Quad


@dataclass(frozen=True, slots=True)
class Foreign:
    """A note as another program tells it: whatever it knows of its place, in that program's words.

    Attributes:
        source: What tells it from all others: its id or name there.
        pen: How the place is marked, and what is written.
        created: ISO 8601; empty when unknown.
        modified: As `created`.
        quote: The marked words; empty when not told.
        prefix: What stood before them.
        suffix: What stood after them.
        offset: About where they begin in the text; None when not told.
        page_index: The page, counted from 0; None when not told.
        quads: The marked words on paper, in page space.
        point: Where it stands on the page, in page space, if it marks no words.
        from_foot: Where it stands if that is told in the space of the file alone, from its lower left corner.
        answers: `source` of the note that it answers; empty for most.
    """

    source: str
    pen: Pen
    created: str = ""
    modified: str = ""
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    offset: int | None = None
    page_index: int | None = None
    quads: tuple[Quad, ...] = ()
    point: Point | None = None
    from_foot: Point | None = None
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of notes of another program in a document.

    Attributes:
        sure: Those that have their place.
        likely: Those whose place the reader should confirm.
        lost: Those whose words are not in the document; they are kept without a place.
        known: How many had come before, whether they are still there or were deleted since.
    """

    sure: tuple[Annotation, ...] = ()
    likely: tuple[Annotation, ...] = ()
    lost: tuple[Annotation, ...] = ()
    known: int = 0

    @property
    def all(self) -> tuple[Annotation, ...]:
        """All that are new."""
        return (*self.sure, *self.likely, *self.lost)

    def with_more(self, other: Taken) -> Taken:
        """Return both together."""
        return Taken(
            self.sure + other.sure,
            self.likely + other.likely,
            self.lost + other.lost,
            self.known + other.known,
        )
