"""What is not searched, in the window: the remarks, the dialog, the pages and folders it leads to."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.state.gap_words import about_document, unsearched
from desktop.windows.main import MainWindow
from desktop.windows.unlocking import unlock_gaps
from index.model.document import Document, DocumentId
from index.model.gap import Gap, GapKind

_BUNDLES: Final = frozenset({".app", ".bundle", ".framework", ".pkg"})
"""Folders that macOS opens by starting them."""


class GapRemarks(QObject):
    """Says in the window what is not searched, wherever that matters, and leads on from there.

    Args:
        window: The furnished window; also the owner.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._presenter = window, window.presenters.gaps
        columns, presenters = window.columns, window.presenters
        self._bar = columns.unsearched
        columns.search.unsearched.clicked.connect(self.show_all)
        columns.library.unsearched.clicked.connect(self.show_all)
        window.status.unsearched_requested.connect(self.show_all)
        window.gaps_requested.connect(self.show_all)
        self._bar.details_requested.connect(self._show_details)
        self._bar.recognise_requested.connect(self._recognise)
        self._bar.dismissed.connect(self._keep_quiet)
        self._presenter.changed.connect(self._update)
        presenters.reader.document_changed.connect(self._update_bar)
        presenters.recognition.changed.connect(self._update_bar)
        search = presenters.search
        for told in (search.answered, search.refreshed, search.refused, search.cleared):
            told.connect(self._update_line)
        self._update()

    def show_all(self) -> None:
        """Show what is not searched of the whole archive."""
        self.show_dialog()

    def show_dialog(self, document_id: DocumentId | None = None) -> None:
        """Show what is not searched, of one document or of the whole archive."""
        from desktop.dialogs.gaps import GapsDialog

        dialog = GapsDialog(self._presenter, document_id, self._window)
        dialog.page_requested.connect(self._open_page)
        dialog.folder_requested.connect(self._open_folder)
        dialog.password_requested.connect(lambda gaps: unlock_gaps(self._window, gaps, dialog))
        dialog.show()

    def _update(self) -> None:
        words = unsearched(self._presenter.gaps)
        self._window.status.show_unsearched(words)
        self._window.columns.library.show_unsearched(words)
        self._update_line()
        self._update_bar()

    def _update_line(self) -> None:
        """Say under every answer, an empty one above all, what no search sees."""
        has_answer = self._window.presenters.search.answer is not None
        self._window.columns.search.unsearched.say(unsearched(self._presenter.gaps) if has_answer else "")

    def _update_bar(self) -> None:
        document = self._window.presenters.reader.document
        if document is None or self._presenter.is_quiet(document.id):
            self._bar.say("", can_recognise=False)
            return
        gaps = self._presenter.of_document(document.id)
        recognition = self._window.presenters.recognition
        is_said = recognition.waiting_here > 0 or self._is_recognised_now(document.id)
        if is_said and all(gap.kind in {GapKind.SCAN, GapKind.RECOGNISED} for gap in gaps):
            # The strip offered the way out: it was taken, or declined if it is not seen any more.
            self._bar.say("", can_recognise=False)
            return
        scans = any(not gap.kind.is_searched and gap.kind.value == "scan" for gap in gaps)
        self._bar.say(about_document(gaps), can_recognise=scans and self._presenter.can_recognise)

    def _is_recognised_now(self, document_id: DocumentId) -> bool:
        recognition = self._window.presenters.recognition
        return recognition.state.is_running and recognition.is_wanted(document_id)

    def _document_id(self) -> DocumentId | None:
        document = self._window.presenters.reader.document
        return document.id if document is not None else None

    def _show_details(self) -> None:
        self.show_dialog(self._document_id())

    def _recognise(self) -> None:
        if (document_id := self._document_id()) is not None:
            self._presenter.recognise_requested.emit(document_id)

    def _keep_quiet(self) -> None:
        if (document_id := self._document_id()) is not None:
            self._presenter.keep_quiet(document_id)

    def _open_page(self, gap: Gap) -> None:
        """Open the document of a gap at the first of its pages."""
        reader, pages = self._window.presenters.reader, self._window.columns.pages
        assert gap.document_id is not None
        first = gap.page_runs[0].start if gap.page_runs else 0

        def turn(document: Document | None, _original: object) -> None:
            reader.document_changed.disconnect(turn)
            if document is not None and document.id == gap.document_id:
                pages.go_to_page(min(first, len(document.pages) - 1))

        if reader.document is not None and reader.document.id == gap.document_id:
            self._window.presenters.places.leave()
            pages.go_to_page(min(first, len(reader.document.pages) - 1))
            return
        reader.document_changed.connect(turn)
        reader.open_document(gap.document_id)

    def _open_folder(self, gap: Gap) -> None:
        """Show the folder of a gap's file; the file itself is never opened."""
        folder = folder_of(Path(gap.path))
        if folder is None:
            self._window.status.say(
                QCoreApplication.translate("MainWindow", "Папки этого файла больше нет на прежнем месте.")
            )
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def folder_of(path: Path) -> Path | None:
    """Return the folder in which a file lies or lay; None when there is none any more.

    Never a folder that the system would start as a program.
    """
    folder = path.parent
    for part in (folder, *folder.parents):
        if part.suffix.lower() in _BUNDLES:
            folder = part.parent
    return folder if path.is_absolute() and folder.is_dir() else None
