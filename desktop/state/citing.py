"""Citations of the open document: the style that was used last, what is pasted, what is kept as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.settings import CITATION, Settings
from desktop.state.inquiry import words_of
from index.exchange.citations import Style, cited
from index.exchange.sources import passage_of, source_of
from index.exchange.styles import Citation

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.library import Library
    from desktop.state.reader import Reader
    from index.archive import Archive
    from index.model.document import Document
    from index.model.span import Span

_KEY: Final = "cite"
_SAVING: Final = "save_citation"


class Citing(QObject):
    """Presenter of citations. Nothing here blocks: the card of a document is asked for in a job.

    Args:
        archive: Has the card of the document.
        jobs: Runs its calls.
        reader: The document on the desk.
        library: Knows when it came into the archive.
        settings: The style used last is kept there.
        parent: Owner.

    Signals:
        style_changed(Style): Citations are made in another style.
        made(Citation): Something to paste.
        saved(Path): A citation file was written.
        failed(str): Something did not succeed; the words for the reader.
    """

    style_changed = Signal(object)
    made = Signal(object)
    saved = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        archive: Archive,
        jobs: Jobs,
        reader: Reader,
        library: Library,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._reader = archive, jobs, reader
        self._library, self._settings = library, settings

    @property
    def style(self) -> Style:
        """How citations are made."""
        written = self._settings.get(CITATION)
        return Style(written) if written in {style.value for style in Style} else Style.GOST

    def choose(self, style: Style) -> None:
        """Make citations in a style from now on."""
        if style is not self.style:
            self._settings.set(CITATION, style.value)
            self.style_changed.emit(style)

    def cite(self, span: Span) -> None:
        """Make the citation of a passage of the open document; `made` follows."""
        document, style = self._reader.document, self.style
        if document is not None:
            accessed = self._accessed(document)
            self._jobs.run(
                _KEY,
                lambda _task: self._cited(document, accessed, span, style),
                self.made.emit,
                self._on_failed,
            )

    def save(self, path: Path, style: Style) -> None:
        """Write the open document as a citation file, in place of one of that name; `saved` follows."""
        document = self._reader.document
        if document is None:
            return
        accessed = self._accessed(document)

        def write(_task: object) -> Path:
            text = self._cited(document, accessed, None, style).text
            path.write_text(text, "utf-8", errors="replace", newline="")
            return path

        self._jobs.run(_SAVING, write, self.saved.emit, self._on_failed)

    def _cited(self, document: Document, accessed: str, span: Span | None, style: Style) -> Citation:
        source = source_of(document, self._archive.cards.card(document), accessed)
        return cited(source, None if span is None else passage_of(document, span), style)

    def _accessed(self, document: Document) -> str:
        summary = self._library.summary(document.id)
        return "" if summary is None else summary.imported_at

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, OSError):
            words = QCoreApplication.translate(
                "Citing", "Файл не записан: {reason}. Выберите другую папку или освободите место."
            )
            self.failed.emit(words.format(reason=error.strerror or error))
        else:
            self.failed.emit(" ".join(words_of(error)).strip())
