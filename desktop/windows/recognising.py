"""Recognition in the window: offer, commands, and what follows when a text has changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from desktop.actions.command import When
from desktop.state.recognition import RecognitionState, report_words
from desktop.windows.main import MainWindow
from index.errors import ArchiveError
from index.model.document import DocumentId
from index.model.recognition import RecognitionReport


def show_renewed(window: MainWindow, document_id: DocumentId) -> None:
    """Show the new text of a document, wherever the old one is shown."""
    presenters = window.presenters
    if presenters.reader.document is not None and presenters.reader.document.id == document_id:
        presenters.reader.reload()
    presenters.library.refresh_soon()
    presenters.search.refresh_soon()


class Recognising(QObject):
    """Connects the presenter of the recognition with the parts of one window.

    Args:
        window: The window; owns this.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._recognition = window, window.presenters.recognition
        presenters, pages = window.presenters, window.columns.pages
        recognition = self._recognition
        recognition.changed.connect(self._enable)
        recognition.renewed.connect(self._on_renewed)
        recognition.ended.connect(self._on_ended)
        recognition.failed.connect(self._on_failed)
        pages.page_changed.connect(recognition.show_page)
        presenters.imports.ended.connect(recognition.look)
        presenters.imports.caught_up.connect(recognition.look)
        presenters.gaps.recognise_requested.connect(recognition.recognise)
        recognition.renewed.connect(presenters.gaps.refresh_soon)
        recognition.ended.connect(presenters.gaps.refresh_soon)
        window.columns.scan_strip.copied.connect(self._on_copied)
        self._enable()

    def _enable(self) -> None:
        actions, recognition = self._window.actions_table, self._recognition
        is_running = recognition.state.is_running
        actions.change_state(When.SCANS_HERE, holds=recognition.waiting_here > 0 and not is_running)
        actions.change_state(When.SCANS, holds=recognition.waiting > 0 and not is_running)
        actions.change_state(When.RECOGNISING, holds=recognition.state is RecognitionState.RUNNING)
        self._window.presenters.gaps.offer_recognition(can=recognition.is_possible)
        actions.check("recognise_at_once", on=recognition.is_at_once)

    def _on_renewed(self, document_id: DocumentId) -> None:
        show_renewed(self._window, document_id)

    def _on_ended(self, report: RecognitionReport) -> None:
        if report.pages or report.failed:
            self._window.status.say(report_words(report))
        self._window.presenters.facts.background.start()

    def _on_failed(self, error: ArchiveError) -> None:
        # How to install what is missing stands in the strip above the pages.
        self._window.status.say(error.user_message)

    def _on_copied(self) -> None:
        self._window.status.say(
            QCoreApplication.translate("MainWindow", "Команда скопирована: вставьте её в терминал.")
        )
