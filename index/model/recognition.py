"""What was recognised in the pictures of pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.model.document import DocumentId

RECOGNISED: Final = "pages.recognised"
"""Code of the notice about recognised pages (`index.model.said`), which unlike the others is no gap."""


@dataclass(frozen=True, slots=True)
class RecognisedWord:
    """One word as the recogniser saw it.

    Attributes:
        text: Its characters, punctuation that clings to it included.
        line: Number of its line on the page; words of one line follow one another.
        left_pt: Box in the reading space of the page's direction (`index.pdf.frames`), in points.
        top_pt: As `left_pt`.
        right_pt: As `left_pt`.
        bottom_pt: As `left_pt`.
        confidence: In percent, 0 to 99: what is recognised is never sure.
    """

    text: str
    line: int
    left_pt: float
    top_pt: float
    right_pt: float
    bottom_pt: float
    confidence: int


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """The words of one page.

    Attributes:
        page_index: Counted from 0.
        direction: Quarter turns clockwise in which its text runs on the displayed page.
        words: In reading order.
        engine: What recognised it, with its version and languages ("tesseract 5.3.0 rus+eng").
    """

    page_index: int
    direction: int
    words: tuple[RecognisedWord, ...]
    engine: str


@dataclass(frozen=True, slots=True)
class Recogniser:
    """A program that recognises text in pictures, as it was found on this computer.

    Attributes:
        program: Path of the program.
        version: Its version ("5.3.0").
        languages: Codes of the languages it has data for, sorted; "osd", which knows no language, apart.
        knows_direction: Whether it can tell how a page lies (its data "osd" is there).
    """

    program: str
    version: str
    languages: tuple[str, ...]
    knows_direction: bool = False

    def engine(self, languages: tuple[str, ...]) -> str:
        """Return what a page is said to be recognised with: "tesseract 5.3.0 rus+eng"."""
        return f"tesseract {self.version} {'+'.join(languages)}"


@dataclass(frozen=True, slots=True)
class PageToRecognise:
    """One scanned page that waits."""

    document_id: DocumentId
    page_index: int


@dataclass(frozen=True, slots=True)
class RecognitionProgress:
    """A look at a running recognition.

    Attributes:
        done: Pages that ended since it began, recognised or not.
        total: Pages in all.
        seconds_left: Estimate; None while there is nothing to estimate from.
        title: Title of the document whose page ended last; empty before the first.
        renewed: A document whose text has just changed, because recognised pages were taken into it.
    """

    done: int
    total: int
    seconds_left: float | None = None
    title: str = ""
    renewed: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class RecognitionReport:
    """How a recognition ended.

    Attributes:
        pages: Pages recognised.
        failed: Pages that could not be.
        documents: Documents whose text has changed.
        lost_notes: Annotations whose passage was not found in the changed text; they are kept.
        seconds: Time spent.
        was_stopped: Whether pages still wait because it was asked to stop.
    """

    pages: int
    failed: int
    documents: tuple[DocumentId, ...]
    lost_notes: int
    seconds: float
    was_stopped: bool = False
