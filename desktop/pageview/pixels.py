"""The memory through which pictures come out of the render process."""

from __future__ import annotations

import logging
from multiprocessing.shared_memory import SharedMemory
from typing import Final

from PySide6.QtGui import QImage

from index.pdf.render import BYTES_PER_PIXEL, LARGEST_PICTURE_PX, RenderedPage

log = logging.getLogger(__name__)

_BLOCKS: Final = 2


class Pixels:
    """Blocks of shared memory that take turns: while one is copied, the next picture is drawn into the other.

    They take up nothing before they are written to. Where there is no shared memory, pictures come through
    the pipe, more slowly.
    """

    def __init__(self) -> None:
        self._blocks: list[SharedMemory] = []
        try:
            for _ in range(_BLOCKS):
                self._blocks.append(SharedMemory(create=True, size=LARGEST_PICTURE_PX * BYTES_PER_PIXEL))
        except OSError:
            log.warning("no shared memory; pages come through a pipe", exc_info=True)
            self.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the blocks."""
        return tuple(block.name for block in self._blocks)

    def take(self) -> str:
        """Return the name of the block for the next picture; empty for the pipe."""
        if not self._blocks:
            return ""
        self._blocks.reverse()
        return self._blocks[0].name

    def image(self, page: RenderedPage, name: str) -> QImage:
        """Return a copy of the picture in a block: that is needed again."""
        width, height = page.width_px, page.height_px
        stride = width * BYTES_PER_PIXEL
        block = next((block for block in self._blocks if block.name == name), None)
        if page.pixels or block is None:
            return QImage(page.pixels, width, height, stride, QImage.Format.Format_RGB32).copy()
        buffer = block.buf
        assert buffer is not None
        with buffer[: stride * height] as view:
            return QImage(view, width, height, stride, QImage.Format.Format_RGB32).copy()

    def close(self) -> None:
        """Give the memory back."""
        for block in self._blocks:
            block.close()
            block.unlink()
        self._blocks.clear()
