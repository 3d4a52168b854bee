"""Where the command line writes: answers to standard output, progress and complaints to standard error."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Mapping
from typing import Any, Final, TextIO

from index.cli.wording import duration
from index.errors import ArchiveError
from index.model.report import ImportProgress

_BAR: Final = 24
_JSON: Final = json.JSONEncoder(ensure_ascii=False)
# Stand for the beginning and the end of a marked word until everything else is escaped (private use area).
_MARK_ON: Final = "\ue000"
_MARK_OFF: Final = "\ue001"
_HARMLESS: Final = frozenset("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\t" + _MARK_ON + _MARK_OFF)
_CLEAR_LINE: Final = "\r\x1b[2K"


class Output:
    """Prints for people or, with `--json`, for scripts.

    Args:
        is_json: Whether scripts read it.
        out: Standard output.
        err: Standard error.
    """

    def __init__(self, *, is_json: bool, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self.is_json = is_json
        self._out, self._err = out or sys.stdout, err or sys.stderr
        for stream in (self._out, self._err):
            # A file name may hold bytes that are no characters; JSON can say them escaped, and people read
            # on.
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
        self._is_drawn = False
        self._is_styled = self._out.isatty() and not os.environ.get("NO_COLOR")

    def json(self, value: Mapping[str, Any]) -> None:
        """Print one JSON object on one line, at once."""
        self._out.write(_JSON.encode(value) + "\n")
        self._out.flush()

    def line(self, text: str = "") -> None:
        """Print a line for people; names in it cannot move the cursor or end the line."""
        self.clear_progress()
        on, off = ("\x1b[1m", "\x1b[0m") if self._is_styled else ("[", "]")
        self._out.write(_printable(text).replace(_MARK_ON, on).replace(_MARK_OFF, off) + "\n")
        self._out.flush()

    def exactly(self, text: str) -> None:
        """Print a text as it is, and no character more, except at the end of a terminal's line."""
        self._out.write(text)
        if self._out.isatty() and not text.endswith("\n"):
            self._out.write("\n")
        self._out.flush()

    def marked(self, word: str) -> str:
        """Return a word so that `line` prints it bold on a terminal and in brackets elsewhere."""
        return f"{_MARK_ON}{word}{_MARK_OFF}"

    def error(self, error: ArchiveError) -> None:
        """Print what went wrong, for people to standard error, for scripts as a JSON object as well."""
        self.clear_progress()
        if self.is_json:
            self.json({"error": {"code": error.code, "message": error.user_message, "hint": error.hint}})
        self._err.write(_printable(f"{error.user_message} {error.hint}".strip()) + "\n")
        self._err.flush()

    def progress(self, done: int, total: int, remark: str = "") -> None:
        """Draw the progress bar on standard error, if that is a terminal."""
        if not self._err.isatty() or not total:
            return
        full = _BAR * done // total
        bar = f"{'█' * full}{'░' * (_BAR - full)} {done}/{total} {_printable(remark)}"
        width = shutil.get_terminal_size().columns - 1
        self._err.write(_CLEAR_LINE + bar[:width])
        self._err.flush()
        self._is_drawn = True

    def import_progress(self, progress: ImportProgress) -> None:
        """Draw the progress of an import: files, time left, what is being read."""
        left = "" if progress.seconds_left is None else f"ещё {duration(progress.seconds_left)} "
        self.progress(progress.done, progress.total, left + ", ".join(progress.names))

    def clear_progress(self) -> None:
        """Take the progress bar away."""
        if self._is_drawn:
            self._err.write(_CLEAR_LINE)
            self._err.flush()
            self._is_drawn = False


def _printable(text: str) -> str:
    """Return the text with controls and marks of direction escaped: titles must not steer a terminal."""
    return "".join(c if c.isprintable() or c in _HARMLESS else _escaped(c) for c in text)


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
