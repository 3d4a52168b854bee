"""What is asked of the extractor's process. Light: whoever asks loads no rules."""

from __future__ import annotations

from dataclasses import dataclass

from index.model.table import Table


@dataclass(frozen=True, slots=True)
class FactsRequest:
    """A document whose facts are wanted.

    Attributes:
        text: Its text.
        tables: Its tables with figures, those over several pages joined; their cells know the text.
        written: When it was written, ISO, possibly incomplete or empty, if the reader has said so; None to
            find it in the text.
    """

    text: str
    tables: tuple[Table, ...] = ()
    written: str | None = None
