"""Facts as one JSON file: for each document the very object that the command `facts DOC --json` prints."""

from __future__ import annotations

import json
from pathlib import Path

from index.exchange.fact_values import facts_value
from index.exchange.portion import Portion
from index.exchange.writing import Form, text_stream


class JsonWriter:
    """`{"documents": [...]}` with a document a line, before whose facts stand its file and its date.

    Args:
        path: The file.
        form: How it is to be written.
    """

    def __init__(self, path: Path, form: Form) -> None:  # noqa: ARG002 - every writer is made like this
        # JSON can hold halves of surrogate pairs escaped.
        self._stream = text_stream(path, "backslashreplace")
        self._stream.write('{"documents": [')
        self._parting = "\n"

    def add(self, told: Portion) -> None:
        """Write what a document names and states."""
        where = {"file": told.summary.file_name, "date": told.summary.date}
        value = {**where, **facts_value(told.document, told.facts)}
        self._stream.write(self._parting + json.dumps(value, ensure_ascii=False))
        self._parting = ",\n"

    def close(self) -> None:
        """Finish the file."""
        self._stream.write("\n]}\n")
        self._stream.close()

    def abandon(self) -> None:
        """Let go of the file."""
        self._stream.close()
