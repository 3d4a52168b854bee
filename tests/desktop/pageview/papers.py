"""Documents made by hand, and a renderer without a process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from index.model.document import Document, DocumentId, Page
from index.model.span import Span
from index.model.textmap import Line, Piece, TextMap
from index.pdf.render import RenderRequest

LETTER_PT = 6.0
LEFT_PT, TOP_PT, LINE_PT, HEIGHT_PT = 50.0, 50.0, 20.0, 12.0
A4_PT = (595.0, 842.0)


def paper(*pages: Sequence[str], size: tuple[float, float] = A4_PT) -> Document:
    """Return a document with these lines on its pages; an empty line ends a paragraph.

    Letters are 6 points wide; the first line is 50 points from the left and the top, others follow every 20.
    """
    text, lines, pieces, sheets = "", list[Line](), list[Piece](), list[Page]()
    for page_index, rows in enumerate(pages):
        start = len(text)
        for number, row in enumerate(rows):
            if not row:
                text = text.rstrip(" ") + "\n"
                continue
            top = TOP_PT + LINE_PT * number
            lines.append(Line(page_index, 0, top, top + HEIGHT_PT))
            for begin, word in _words(row):
                span = Span(len(text) + begin, len(text) + begin + len(word))
                x = LEFT_PT + LETTER_PT * begin
                pieces.append(Piece(span, len(lines) - 1, x, x + LETTER_PT * len(word)))
            text += row + " "
        sheets.append(Page(page_index, *size, Span(start, len(text))))
    return Document(
        id=DocumentId("0" * 64),
        title="Бумага",
        file_name="paper.pdf",
        source_path="paper.pdf",
        text=text.rstrip(" "),
        text_map=TextMap(lines, pieces),
        pages=tuple(sheets),
    )


def span_of(document: Document, words: str, start: int = 0) -> Span:
    """Return where these words are."""
    at = document.text.index(words, start)
    return Span(at, at + len(words))


def _words(row: str) -> Iterator[tuple[int, str]]:
    begin = 0
    for word in row.split(" "):
        if word:
            yield begin, word
        begin += len(word) + 1


class PaperRenderer(QObject):
    """A renderer that draws white pages when it is told to."""

    page_ready = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.path = ""
        self.wanted: list[RenderRequest] = []
        self.is_instant = True
        self.broken: set[int] = set()
        self.color = 0xFFFFFF

    def open(self, path: str | Path) -> None:
        self.path, self.wanted = str(path), []

    def request(self, wanted: Sequence[RenderRequest]) -> None:
        self.wanted = list(wanted)
        if self.is_instant:
            self.draw()

    def request_patiently(self, wanted: Sequence[RenderRequest]) -> None:
        self.request(wanted)

    def draw(self) -> None:
        """Draw everything that is wanted."""
        wanted, self.wanted = self.wanted, []
        for request in wanted:
            if request.page_index in self.broken:
                self.failed.emit(request, RuntimeError("broken"))
            else:
                image = QImage(*request.size_px, QImage.Format.Format_RGB32)
                image.fill(self.color if request.tone is None else request.tone.paper)
                self.page_ready.emit(request, image)
