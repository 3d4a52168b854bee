"""Passages as they are handed to other programs: paragraphs on lines of their own, plain or as HTML.

A document's text knows no line ends but those of paragraphs: words divided at line ends are joined in it,
and what stands around the print, running heads and page numbers, is left out. So little is left to do.
"""

from __future__ import annotations

from html import escape


def paragraphs(passage: str) -> tuple[str, ...]:
    """Return the paragraphs of a passage, without the blanks around them and without empty ones."""
    return tuple(line for line in map(str.strip, passage.split("\n")) if line)


def plain(passage: str) -> str:
    """Return a passage as plain text: one paragraph a line, nothing before and behind it."""
    return "\n".join(paragraphs(passage))


def hypertext(passage: str) -> str:
    """Return a passage as HTML: a part of one paragraph as bare words, several paragraphs as such."""
    written = [escape(paragraph, quote=False) for paragraph in paragraphs(passage)]
    return written[0] if len(written) == 1 else "".join(f"<p>{words}</p>" for words in written)
