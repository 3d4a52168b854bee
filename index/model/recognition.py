"""What was recognised in the pictures of pages."""

from __future__ import annotations

from dataclasses import dataclass


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
