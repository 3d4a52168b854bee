"""How long pictures of a file take."""

from __future__ import annotations

import time
from typing import Final

from index.pdf.render import RenderRequest

# Where a page takes longer, a small picture of it is made first, of what was never seen.
_SLOW_S: Final = 0.15
# Smaller pictures do not tell how slow a file is.
_TELLING_BYTES: Final = 1 << 19


class Pace:
    """A clock that runs from one picture to the next."""

    def __init__(self) -> None:
        self._since = time.monotonic()
        self._latest_s = 0.0

    @property
    def is_slow(self) -> bool:
        """Whether the latest picture of a whole page took long."""
        return self._latest_s > _SLOW_S

    @property
    def seconds(self) -> float:
        """How long the clock has run."""
        return time.monotonic() - self._since

    def begin(self) -> None:
        """A picture is asked for."""
        self._since = time.monotonic()

    def note(self, request: RenderRequest) -> None:
        """A picture has come; the next one is being drawn."""
        if request.byte_count > _TELLING_BYTES:
            self._latest_s = self.seconds
        self.begin()
