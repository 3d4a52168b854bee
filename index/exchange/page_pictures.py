"""Pictures of pages as PNG files, drawn in a process of their own."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final

from index.errors import ArchiveError
from index.model.document import Page
from index.pdf.render import RenderedPage, RenderRequest, make_renderer
from index.sandbox import Sandbox
from index.tasks import Task
from index.workers import WorkerDied

log = logging.getLogger(__name__)

_WIDTH_PX: Final = 1400
_LONGEST_PX: Final = 6000
_COLOURS: Final = 256
"""Enough for print and pictures to look right, and a third of the size of all colours."""


class PagePictures:
    """Draws pages into files; closed when the block that uses it ends.

    Args:
        reads: Folders of the files that are drawn; the process can see no others.
        passwords: Tried on files that need one.
    """

    def __init__(self, reads: Iterable[Path], passwords: Sequence[str] = ()) -> None:
        self._worker = make_renderer(Sandbox(tuple(reads)))
        self._passwords = tuple(passwords)

    def __enter__(self) -> PagePictures:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._worker.close()

    def draw(self, edition: Path, page: Page, path: Path, task: Task) -> bool:
        """Draw a page; False, and no file, if it cannot be drawn. Blocks.

        Args:
            edition: The PDF.
            page: The page.
            path: The file to write.
            task: Cancellation.

        Raises:
            OSError: If the file cannot be written.
            Cancelled: If `task` was cancelled.
        """
        height = round(_WIDTH_PX * page.height_pt / page.width_pt) if page.width_pt else 0
        height = min(max(1, height), _LONGEST_PX)
        request = RenderRequest(str(edition), page.page_index, _WIDTH_PX, height, passwords=self._passwords)
        try:
            drawn: RenderedPage = self._worker.call(request, task)
        except (ArchiveError, WorkerDied, RuntimeError, ValueError, IndexError) as error:
            log.warning("page %d of %s is not drawn: %r", page.page_index + 1, edition.name, error)
            return False
        _save(drawn, path)
        return True


def _save(drawn: RenderedPage, path: Path) -> None:
    from PIL import Image

    size = drawn.width_px, drawn.height_px
    picture = Image.frombuffer("RGB", size, drawn.pixels, "raw", "BGRX", 0, 1)
    picture.quantize(_COLOURS).save(path, optimize=True)
