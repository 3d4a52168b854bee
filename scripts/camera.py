"""What takes pictures of the window: it opens documents, waits until all is there, and writes PNG files."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, SignalInstance
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QDialog

from desktop.app import Desktop
from index.model.document import DocumentId
from resources import resource

_PATIENCE_S = 120.0
_PASSWORD = "1921"  # noqa: S105 - of a file that is made here, to be locked
SCAN = "Протокол (скан).pdf"


class Camera:
    """A window and a folder for its pictures."""

    def __init__(
        self, application: QApplication, desktop: Desktop, folder: Path, size: tuple[int, int]
    ) -> None:
        self._application, self._desktop, self._folder, self._size = application, desktop, folder, size
        folder.mkdir(parents=True, exist_ok=True)

    def _open(self, document_id: DocumentId) -> None:
        presenters, pages = self._desktop.presenters, self._desktop.window.columns.pages
        presenters.reader.open_document(document_id)
        self._wait(lambda: presenters.reader.document is not None)
        self._wait(
            lambda: presenters.reader.document is not None and presenters.reader.document.id == document_id
        )
        self._wait(lambda: pages.is_sharp)

    def _close_dialogs(self) -> None:
        for dialog in self._desktop.window.findChildren(QDialog):
            dialog.close()
        self._application.processEvents()

    def _take(self, name: str, pause_s: float = 0.8) -> None:
        began = time.monotonic()
        self._wait(lambda: time.monotonic() - began > pause_s)
        pages = self._desktop.window.columns.pages
        self._wait(lambda: self._desktop.presenters.reader.document is None or pages.is_sharp)
        path = self._folder / f"{name}.png"
        window = self._desktop.window
        picture = window.grab()
        # A popup is a window of its own.
        if (popup := QApplication.activePopupWidget()) is not None:
            painter = QPainter(picture)
            painter.drawPixmap(window.mapFromGlobal(popup.pos()), popup.grab())
            painter.end()
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible() and dialog is not popup:
                painter = QPainter(picture)
                corner = (window.rect().center() - dialog.rect().center()) if dialog.isWindow() else QPoint()
                painter.drawPixmap(corner, dialog.grab())
                painter.end()
        picture.save(str(path))
        print(path)

    def _wait(self, is_there: Callable[[], bool]) -> None:
        began = time.monotonic()
        while not is_there():
            if time.monotonic() - began > _PATIENCE_S:
                raise TimeoutError(f"waited {_PATIENCE_S:.0f} s")
            self._application.processEvents()
            time.sleep(0.005)
        self._application.processEvents()


@contextmanager
def connected(signal: SignalInstance, slot: Callable[..., object]) -> Iterator[None]:
    """Let a signal be heard for a while."""
    connection = signal.connect(slot)
    try:
        yield
    finally:
        QObject.disconnect(connection)


def write_odd_files(folder: Path) -> list[Path]:
    """Write a file that is locked, one that is damaged, and pages of the sample archive as a scan."""
    from reportlab.pdfgen.canvas import Canvas

    from benchmarks.ocr import scan

    locked, damaged = folder / "Личное дело.pdf", folder / "Опись фонда.pdf"
    canvas = Canvas(str(locked), encrypt=_PASSWORD)
    canvas.drawString(72, 720, "1921")
    canvas.save()
    sample = Path(str(resource("sample")))
    damaged.write_bytes((sample / "03-ukaz.pdf").read_bytes()[:900])
    return [locked, damaged, scan(sample / "06-protokol.pdf", folder / SCAN, 150)]
