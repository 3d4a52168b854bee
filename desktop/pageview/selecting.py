"""How a selection grows from where it began."""

from __future__ import annotations

from desktop.pageview.words import Unit, unit_at
from index.model.span import Span


class Selecting:
    """A selection in the making: grows word by word, or paragraph by paragraph, in both directions.

    Args:
        text: The document's text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._origin: Span | None = None
        self._unit = Unit.WORD

    def begin(self, offset: int, unit: Unit) -> Span:
        """Begin anew at an offset; return the first unit, which stays selected whatever follows."""
        self._unit = unit
        self._origin = unit_at(self._text, offset, unit)
        return self._origin

    def begin_with(self, span: Span) -> None:
        """Begin anew with a passage, to be extended from there."""
        self._unit = Unit.WORD
        self._origin = span

    def extend(self, offset: int) -> Span:
        """Reach to an offset; return what is selected now."""
        here = unit_at(self._text, offset, self._unit)
        if self._origin is None:
            self._origin = here
        return Span(min(self._origin.start, here.start), max(self._origin.stop, here.stop))
