"""Printing the open document: which pages, on which printer, and how far it has got."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtWidgets import QProgressBar, QProgressDialog

from desktop.dialogs.print_pages import PrintPagesDialog, printed
from desktop.pageview.marks import Layer
from desktop.pageview.print_run import PrintJob, PrintRun
from desktop.state.page_names import PageNames
from desktop.windows.main import MainWindow

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_PROGRESS_SIZE: Final = QSize(380, 120)


class Printing(QObject):
    """Prints what one window shows.

    Args:
        window: The furnished window; also the owner.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._run: PrintRun | None = None

    def ask(self) -> None:
        """Ask which pages, then on which printer."""
        document, pages = self._window.presenters.reader.document, self._window.columns.pages
        if document is None or self._run is not None:
            return
        has_marks = any(pages.lights.marks(Layer.NOTES))
        names = PageNames(document.pages)
        dialog = PrintPagesDialog(names, pages.page_index, has_marks=has_marks, parent=self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.pages_chosen.connect(self._ask_printer)
        dialog.open()

    def print(self, chosen: tuple[int, ...], printer: QPrinter, *, with_marks: bool) -> None:
        """Print pages of the open document on a printer that is set up. Does not block."""
        reader, pages = self._window.presenters.reader, self._window.columns.pages
        if reader.document is None or reader.edition is None:
            return
        marks = tuple(pages.lights.marks(Layer.NOTES)) if with_marks else ()
        job = PrintJob(reader.document, str(reader.edition), chosen, marks)
        run = PrintRun(job, printer, self._window.presenters.renderer.customer(self), self)
        progress = self._progress(len(chosen))
        run.progressed.connect(progress.setValue)
        run.ended.connect(lambda failed: self._end(printed(len(chosen) - len(failed), len(failed))))
        run.refused.connect(
            lambda: self._end(
                QCoreApplication.translate(
                    "Printing", "Принтер не принимает печать. Проверьте, включён ли он."
                )
            )
        )
        progress.canceled.connect(run.cancel)
        stopped = QCoreApplication.translate("Printing", "Печать остановлена.")
        progress.canceled.connect(lambda: self._end(stopped))
        self._run, self._shown = run, progress
        run.start()

    def _ask_printer(self, chosen: tuple[int, ...], with_marks: bool) -> None:
        # Loads the system's own libraries: not before somebody prints.
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        document = self._window.presenters.reader.document
        printer.setDocName(document.title if document is not None else "")
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for asked_already in (
            QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
            QAbstractPrintDialog.PrintDialogOption.PrintSelection,
        ):
            dialog.setOption(asked_already, on=False)
        dialog.accepted.connect(lambda: self.print(chosen, printer, with_marks=with_marks))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _progress(self, count: int) -> QProgressDialog:
        words = QCoreApplication.translate("Printing", "Страницы рисуются и уходят на принтер…")
        stop = QCoreApplication.translate("Printing", "Остановить")
        progress = QProgressDialog(words, stop, 0, count, self._window)
        progress.setWindowTitle(QCoreApplication.translate("Printing", "Печать"))
        bar = QProgressBar()
        bar.setTextVisible(False)
        progress.setBar(bar)
        progress.setMinimumSize(_PROGRESS_SIZE)
        progress.setMinimumDuration(0)
        progress.setAutoReset(False)
        progress.setValue(0)
        return progress

    def _end(self, words: str) -> None:
        self._window.status.say(words)
        if self._run is not None:
            self._run.deleteLater()
            self._shown.canceled.disconnect()
            self._shown.close()
            self._shown.deleteLater()
            self._run = None
