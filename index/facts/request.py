"""What the extractor is asked for: apart, so that whoever asks does not load the rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToExtract:
    """A document whose facts are wanted.

    Attributes:
        text: Its text.
        written: When it was written, ISO, possibly incomplete or empty, if the reader has said so; None to
            find it in the text.
    """

    text: str
    written: str | None = None
