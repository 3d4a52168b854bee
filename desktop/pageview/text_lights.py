"""What is lit on the text: marks by layer, as formats of the part that is in sight."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.pageview.inks import Inks
from desktop.pageview.lights import line_role
from desktop.pageview.marks import Layer, Mark
from index.model.annotation import AnnotationKind
from index.model.span import Span

# Colours do not blend here as they do on paper: what is looked for lies on top of what was marked before.
_ORDER: Final = (Layer.NOTES, Layer.FACT, Layer.HITS)
_CURRENT_ALPHA: Final = 0.45
_LINES: Final = {
    AnnotationKind.UNDERLINE: QTextCharFormat.UnderlineStyle.SingleUnderline,
    AnnotationKind.STRIKE: QTextCharFormat.UnderlineStyle.NoUnderline,
}
"""How words marked with a line are underlined; those struck out are not."""


class _Marks:
    """Marks of a layer, quick to look up: there may be thousands, of a word each."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.span.start)
        self._starts = [mark.span.start for mark in self._marks]
        self._longest = max((len(mark.span) for mark in self._marks), default=0)

    def within(self, part: Span) -> Iterator[Mark]:
        """Yield the marks that touch a part of the text, in its order."""
        first = bisect_left(self._starts, part.start - self._longest)
        last = bisect_left(self._starts, part.stop)
        yield from (mark for mark in self._marks[first:last] if mark.span.overlaps(part))


class TextLights:
    """The marks of one document. A book has thousands: only those in sight become formats."""

    def __init__(self) -> None:
        self._layers: dict[Layer, _Marks] = {}
        self.current: Span | None = None

    def set_marks(self, layer: Layer, marks: Sequence[Mark]) -> None:
        """Light these passages in a layer, instead of the ones before."""
        self._layers[layer] = _Marks(marks)

    def clear(self) -> None:
        """Put all lights out."""
        self._layers.clear()
        self.current = None

    def mark_at(self, offset: int) -> tuple[Layer, Mark] | None:
        """Return the mark at an offset: the shortest one of the topmost layer as it is on paper."""
        for layer in reversed(Layer):
            if layer in self._layers:
                here = self._layers[layer].within(Span(offset, offset + 1))
                if (shortest := min(here, key=lambda mark: len(mark.span), default=None)) is not None:
                    return layer, shortest
        return None

    def formats(
        self, within: Span, colors: Inks, cursor: Callable[[Span], QTextCursor]
    ) -> Iterator[QTextEdit.ExtraSelection]:
        """Yield the formats of what is lit in a part of the text, from the bottom to the top.

        Args:
            within: The part.
            colors: Colours by role.
            cursor: Selects a passage of the text.
        """
        for layer in _ORDER:
            if layer in self._layers:
                for mark in self._layers[layer].within(within):
                    yield _marked(cursor(mark.span), mark, layer, colors)
        if self.current is not None and self.current.overlaps(within):
            strong = QColor(colors.frame)
            strong.setAlphaF(_CURRENT_ALPHA)
            yield _lit(cursor(self.current), strong, colors.frame)


def _marked(cursor: QTextCursor, mark: Mark, layer: Layer, colors: Inks) -> QTextEdit.ExtraSelection:
    """Return how a mark is drawn: lines as lines; words beside a point of the page dotted below."""
    role = mark.role or layer.value
    if mark.point is None and mark.kind not in _LINES:
        return _lit(cursor, colors.lit[role])
    form = QTextCharFormat()
    if mark.kind is AnnotationKind.STRIKE:
        form.setFontStrikeOut(True)
    else:
        form.setUnderlineStyle(_LINES.get(mark.kind, QTextCharFormat.UnderlineStyle.DotLine))
        form.setUnderlineColor(colors.lit[line_role(role)])
    return _selection(cursor, form)


def _lit(cursor: QTextCursor, ground: QColor, line: QColor | None = None) -> QTextEdit.ExtraSelection:
    form = QTextCharFormat()
    form.setBackground(ground)
    if line is not None:
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(line)
    return _selection(cursor, form)


def _selection(cursor: QTextCursor, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor, made.format = cursor, form
    return made
