"""Pictures of pages, made in a process of their own: PDFium aborts on some files, the window must live.

Pixels are handed over in memory shared with the parent. Measured for a page of 1800x2546 pixels: the window's
thread is busy for 1 ms with shared memory and for 9-18 ms with a pipe (88 ms at worst).
"""

from __future__ import annotations

import contextlib
import ctypes
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from multiprocessing.shared_memory import SharedMemory
from typing import TYPE_CHECKING, Any, Final

from index.model.link import PageLink
from index.pdf import notices
from index.pdf.links import page_links
from index.pdf.opening import needs_password, opened
from index.pdf.photos import Photo, photographs
from index.pdf.tone import Tone, apply_tone, dimmed
from index.sandbox import Sandbox
from index.workers import Tell, Worker, WorkerLimits

if TYPE_CHECKING:
    from collections.abc import Iterator

BYTES_PER_PIXEL: Final = 4
LARGEST_PICTURE_PX: Final = 8 << 20
"""Pixels of one picture; larger pages are asked for in tiles."""

RENDER_LIMITS: Final = WorkerLimits(
    silence_s=15.0,
    request_s=15.0,
    memory_bytes=2 << 30,
    answer_bytes=LARGEST_PICTURE_PX * BYTES_PER_PIXEL * 2,
)

_OPEN_DOCUMENTS = 4
# Parsed pages kept for the next tile or the next zoom of the same page.
_OPEN_PAGES = 6
_BGRX_WHITE = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of the picture of a page, in pixels from its top left corner."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """One picture to make.

    Attributes:
        path: The file.
        page_index: The page, counted from 0.
        width_px: Width of the whole page, also when only a tile is wanted.
        height_px: Height of the whole page.
        tile: The part wanted; None for all of it.
        tone: Colours of paper and ink; None for the page as it is, on white.
        turns: By how many quarters it is turned clockwise; sizes are those of the turned page.
        passwords: Tried on a file that needs one.
        shared_memory: Name of the block that takes the pixels, at least as large as they are; empty to have
            them in the answer.
    """

    path: str
    page_index: int
    width_px: int
    height_px: int
    tile: Tile | None = None
    tone: Tone | None = None
    turns: int = 0
    shared_memory: str = field(default="", compare=False)
    passwords: tuple[str, ...] = field(default=(), compare=False, repr=False)

    @property
    def size_px(self) -> tuple[int, int]:
        """Width and height of the picture."""
        return (self.width_px, self.height_px) if self.tile is None else (self.tile.width, self.tile.height)

    @property
    def byte_count(self) -> int:
        """Size of the picture in bytes; rows are not padded."""
        width, height = self.size_px
        return width * height * BYTES_PER_PIXEL


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A picture: rows from the top, each pixel four bytes blue, green, red, 255.

    Attributes:
        width_px: Width of the picture.
        height_px: Its height.
        pixels: The bytes; empty when they are in the shared memory of the request.
    """

    width_px: int
    height_px: int
    pixels: bytes = b""


@dataclass(frozen=True, slots=True)
class WarmUp:
    """Asks for nothing but that the libraries be loaded, so that the first page does not wait for them."""


@dataclass(frozen=True, slots=True)
class LinksRequest:
    """Asks for the links of a page.

    Attributes:
        path: The file.
        page_index: The page, counted from 0.
        passwords: Tried on a file that needs one.
    """

    path: str
    page_index: int
    passwords: tuple[str, ...] = field(default=(), compare=False, repr=False)


Request = RenderRequest | LinksRequest | WarmUp


def make_renderer(sandbox: Sandbox | None = None) -> Worker:
    """Return a worker that answers `RenderRequest`s; its process starts with the first one.

    Args:
        sandbox: Which files and shared memory it can see; None for all that the user can.
    """
    return Worker(render_handler, replace(RENDER_LIMITS, sandbox=sandbox), "chitalnya-render")


def render_handler(request: Request, tell: Tell) -> RenderedPage | tuple[PageLink, ...] | None:  # noqa: ARG001 - nothing to tell
    """Make one picture, or find links. Runs in the render process; documents stay open between requests.

    Returns:
        The picture, or the links of the page; None after a warming up.

    Raises:
        ValueError: If the size is not one of a picture.
        IndexError: If the document has no such page.
        EncryptedPdf: If the file opens only with a password that is not among those given.
        RuntimeError: If PDFium cannot open the file or load the page (`pypdfium2.PdfiumError`).
        OSError: If the file or the shared memory is gone.
    """
    if isinstance(request, WarmUp):
        import numpy  # noqa: F401 - loaded, not used
        import pypdfium2  # noqa: F401 - loaded, not used

        return None
    if isinstance(request, LinksRequest):
        return page_links(_shelf.page(request.path, request.page_index, request.passwords))
    width, height = request.size_px
    if min(width, height) < 1 or width * height > LARGEST_PICTURE_PX:
        raise ValueError(f"not the size of a picture: {width}x{height}")
    page = _shelf.page(request.path, request.page_index, request.passwords)
    if not request.shared_memory:
        pixels = bytearray(request.byte_count)
        _draw(page, request, memoryview(pixels))
        return RenderedPage(width, height, bytes(pixels))
    buffer = _shelf.memory(request.shared_memory).buf
    assert buffer is not None
    with buffer[: request.byte_count] as view:
        _draw(page, request, view)
    return RenderedPage(width, height)


def _draw(page: Any, request: RenderRequest, pixels: memoryview) -> None:  # noqa: ANN401 - pypdfium2 has no types
    import pypdfium2.raw as pdfium

    width, height = request.size_px
    tile = request.tile or Tile(0, 0, width, height)
    with _address(pixels) as address:
        bitmap = pdfium.FPDFBitmap_CreateEx(
            width, height, pdfium.FPDFBitmap_BGRx, address, width * BYTES_PER_PIXEL
        )
        if not bitmap:
            raise MemoryError
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _BGRX_WHITE)
            pdfium.FPDF_RenderPageBitmap(
                bitmap,
                page.raw,
                -tile.x,
                -tile.y,
                request.width_px,
                request.height_px,
                request.turns,
                pdfium.FPDF_ANNOT,
            )
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
    if request.tone is not None:
        import numpy as np

        picture = np.frombuffer(pixels, dtype="<u4").reshape(height, width)
        photos = _photo_parts(request, tile) if request.tone.inverts else []
        kept = [dimmed(picture[rows, columns]) for rows, columns in photos]
        apply_tone(picture.reshape(-1), request.tone)
        for (rows, columns), photo in zip(photos, kept, strict=True):
            picture[rows, columns] = photo


def _photo_parts(request: RenderRequest, tile: Tile) -> list[tuple[slice, slice]]:
    """Return the rows and columns of a picture that show photographs."""
    parts = []
    for photo in _shelf.photographs(request.path, request.page_index):
        turned = photo.turned(request.turns)
        left, top, right, bottom = turned.pixels(request.width_px, request.height_px)
        columns = slice(max(0, left - tile.x), min(tile.width, right - tile.x))
        rows = slice(max(0, top - tile.y), min(tile.height, bottom - tile.y))
        if rows.start < rows.stop and columns.start < columns.stop:
            parts.append((rows, columns))
    return parts


@contextlib.contextmanager
def _address(pixels: memoryview) -> Iterator[Any]:
    """Lend the address of a writable buffer to C; the buffer can be closed again afterwards."""
    array = (ctypes.c_ubyte * len(pixels)).from_buffer(pixels)
    try:
        yield array
    finally:
        del array


class _Shelf:
    """Documents, pages and shared memory that this process has open. One per process, one thread."""

    def __init__(self) -> None:
        self._documents: OrderedDict[str, Any] = OrderedDict()
        self._pages: OrderedDict[tuple[str, int], Any] = OrderedDict()
        self._photos: dict[tuple[str, int], tuple[Photo, ...]] = {}
        self._memories: dict[str, SharedMemory] = {}

    def page(self, path: str, page_index: int, passwords: tuple[str, ...] = ()) -> Any:  # noqa: ANN401 - no types
        """Return the loaded page."""
        key = path, page_index
        if key not in self._pages:
            document = self._document(path, passwords)
            if not 0 <= page_index < len(document):
                raise IndexError(f"no page {page_index} in {path}")
            self._pages[key] = document[page_index]
            while len(self._pages) > _OPEN_PAGES:
                oldest, page = self._pages.popitem(last=False)
                self._photos.pop(oldest, None)
                page.close()
        self._pages.move_to_end(key)
        return self._pages[key]

    def photographs(self, path: str, page_index: int) -> tuple[Photo, ...]:
        """Return the photographs of a page."""
        key = path, page_index
        if key not in self._photos:
            self._photos[key] = photographs(self.page(path, page_index))
        return self._photos[key]

    def memory(self, name: str) -> SharedMemory:
        """Return the block with that name, attached."""
        if name not in self._memories:
            self._memories[name] = SharedMemory(name)
        return self._memories[name]

    def close(self) -> None:
        """Close everything."""
        while self._documents:
            self._close_oldest()
        while self._memories:
            self._memories.popitem()[1].close()

    def _document(self, path: str, passwords: tuple[str, ...]) -> Any:  # noqa: ANN401 - no types
        import pypdfium2

        if path not in self._documents:
            try:
                self._documents[path] = opened(path, passwords)
            except pypdfium2.PdfiumError as error:
                if needs_password(error):
                    raise notices.encrypted(path, was_wrong=bool(passwords)) from error
                raise
            while len(self._documents) > _OPEN_DOCUMENTS:
                self._close_oldest()
        self._documents.move_to_end(path)
        return self._documents[path]

    def _close_oldest(self) -> None:
        path, document = self._documents.popitem(last=False)
        for key in [key for key in self._pages if key[0] == path]:
            self._photos.pop(key, None)
            self._pages.pop(key).close()
        document.close()


_shelf = _Shelf()
