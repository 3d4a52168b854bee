"""How a selection grows from where it began."""

from __future__ import annotations

from desktop.pageview.words import Unit, unit_at
from index.model.span import Span


class Selecting:
    """A selection in the making: grows by characters, words, sentences or paragraphs, in both directions.

    It has an end that stays and one that moves. The mouse keeps the whole unit it began with selected; keys
    move one end letter by letter.

    Args:
        text: The document's text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._origin: Span | None = None
        self._unit = Unit.CHARACTER
        self._selected = Span(0, 0)
        self._is_backward = False

    @property
    def text(self) -> str:
        """The document's text."""
        return self._text

    @property
    def unit(self) -> Unit:
        """By what it grows."""
        return self._unit

    @property
    def selected(self) -> Span:
        """What is selected; empty where only a caret stands."""
        return self._selected

    @property
    def caret(self) -> int:
        """The end that moves."""
        return self._selected.start if self._is_backward else self._selected.stop

    def begin(self, offset: int, unit: Unit) -> Span:
        """Begin anew at an offset; return the first unit, which stays selected whatever follows."""
        self._unit, self._is_backward = unit, False
        self._origin = self._selected = unit_at(self._text, offset, unit)
        return self._origin

    def begin_with(self, span: Span) -> None:
        """Begin anew with a passage that somebody else selected, to be extended from there."""
        self._unit, self._is_backward = Unit.WORD, False
        self._origin = self._selected = span

    def extend(self, offset: int) -> Span:
        """Reach to an offset; return what is selected now."""
        here = unit_at(self._text, offset, self._unit)
        origin = here if self._origin is None else self._origin
        self._origin, self._selected = origin, origin.hull(here)
        self._is_backward = here.start < origin.start
        return self._selected

    def move(self, caret: int) -> Span:
        """Move the one end to another caret, the other stays where it is; return what is selected now."""
        anchor = self._selected.stop if self._is_backward else self._selected.start
        self._unit, self._is_backward = Unit.CHARACTER, caret < anchor
        self._origin = Span(anchor, anchor)
        self._selected = Span(min(anchor, caret), max(anchor, caret))
        return self._selected

    def turn(self) -> None:
        """Let the beginning be the end that moves: the first key goes back."""
        self._is_backward = True
