"""Small pictures of pages: made when they are in sight and the large ones are done, kept within a budget."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPixmap

from desktop.pageview.cache import PictureCache
from desktop.pageview.customer import Customer
from index.pdf.render import RenderRequest
from index.pdf.tone import Tone

CACHE_BYTES: Final = 16 << 20
"""Three hundred pages on an ordinary screen."""


class SmallPictures(QObject):
    """The small pictures of the open document in the current tone.

    Args:
        customer: Gets the pictures made; this object's own.
        parent: Owner.

    Signals:
        arrived(int): There is a picture of that page.
    """

    arrived = Signal(int)

    def __init__(self, customer: Customer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._customer = customer
        self._cache = PictureCache(CACHE_BYTES)
        self._path = ""
        self._tone: Tone | None = None
        self._in_sight: tuple[RenderRequest, ...] = ()
        self._failed: set[int] = set()
        customer.page_ready.connect(self._on_ready)
        customer.failed.connect(self._on_failed)

    def open(self, path: str) -> None:
        """Take pictures of that file from now on; none of an empty path."""
        self._path = path
        self._failed.clear()
        self._cache.clear()
        self._customer.open(path)

    def set_tone(self, tone: Tone | None) -> None:
        """Use these colours of paper and ink from now on; pictures in others are forgotten."""
        if tone != self._tone:
            self._tone = tone
            self._cache.clear()

    def want(self, sizes: Iterable[tuple[int, QSize]]) -> None:
        """Ask for the pages that are in sight, each in its size in device pixels; the others are not made."""
        self._in_sight = tuple(
            RenderRequest(self._path, page_index, size.width(), size.height(), tone=self._tone)
            for page_index, size in sizes
            if self._path and page_index not in self._failed
        )
        self._customer.request([request for request in self._in_sight if request not in self._cache])

    def page(self, page_index: int) -> QPixmap | None:
        """Return the picture of a page, of any size."""
        return self._cache.page(page_index)

    def _on_ready(self, request: RenderRequest, image: QImage) -> None:
        if request.path == self._path and request.tone == self._tone:
            self._cache.put(request, QPixmap.fromImage(image), self._in_sight)
            self.arrived.emit(request.page_index)

    def _on_failed(self, request: RenderRequest, _error: Exception) -> None:
        if request.path == self._path:
            self._failed.add(request.page_index)
