"""How far an import is, and how long it will take: by bytes, for pages are not known beforehand."""

from __future__ import annotations

import time
from typing import Final

_ENOUGH_S: Final = 1.0
_ENOUGH_BYTES: Final = 100_000


class Meter:
    """Counts files and bytes of one import."""

    def __init__(self) -> None:
        self._began_at = time.monotonic()
        self.files_done = 0
        self.files_total = 0
        self._bytes_total = 0
        self._bytes_done = 0
        self._bytes_read = 0

    @property
    def seconds(self) -> float:
        """Time since the import began."""
        return time.monotonic() - self._began_at

    def expect(self, files: int, file_bytes: int) -> None:
        """Add files still to come."""
        self.files_total += files
        self._bytes_total += file_bytes

    def end(self, file_bytes: int, *, was_read: bool) -> None:
        """Count a file that ended."""
        self.files_done += 1
        self._bytes_done += file_bytes
        # Duplicates cost next to nothing and would promise a speed that no reading keeps.
        self._bytes_read += file_bytes if was_read else 0

    def seconds_left(self, bytes_under_way: float) -> float | None:
        """Estimate the time that is left; None while there is nothing to estimate from.

        Args:
            bytes_under_way: What has been read of the files that are being read now.
        """
        read = self._bytes_read + bytes_under_way
        if self.seconds < _ENOUGH_S or read < _ENOUGH_BYTES:
            return None
        left = max(0.0, self._bytes_total - self._bytes_done - bytes_under_way)
        return left * self.seconds / read
