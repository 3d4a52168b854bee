"""Citations in every style, for the window and for the command line."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from index.exchange import bibliographies, styles
from index.exchange.sources import Passage, Source
from index.exchange.styles import Citation


class Style(StrEnum):
    """How a document is cited."""

    GOST = "gost"
    """ГОСТ Р 7.0.5-2008."""
    APA = "apa"
    """The 7th edition."""
    MARKDOWN = "markdown"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL = "csl"
    """CSL-JSON."""

    @property
    def suffix(self) -> str:
        """The ending of the names of its files; empty for what is only pasted."""
        return _SUFFIXES.get(self, "")


_SUFFIXES: Final = {Style.BIBTEX: ".bib", Style.RIS: ".ris", Style.CSL: ".json"}
_QUOTING: Final[dict[Style, Callable[[Source, Passage | None], Citation]]] = {
    Style.GOST: styles.gost,
    Style.APA: styles.apa,
    Style.MARKDOWN: styles.markdown,
}
_FILES: Final[dict[Style, Callable[[Source, Passage | None], str]]] = {
    Style.BIBTEX: bibliographies.bibtex,
    Style.RIS: bibliographies.ris,
    Style.CSL: bibliographies.csl,
}


def cited(source: Source, passage: Passage | None, style: Style) -> Citation:
    """Return a passage with its source, or the source alone.

    Args:
        source: What is known of the document.
        passage: What of it is cited; None for the document as a whole.
        style: How.
    """
    quote = _QUOTING.get(style)
    return Citation(_FILES[style](source, passage)) if quote is None else quote(source, passage)
