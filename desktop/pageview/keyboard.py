"""What keys do on the pages: select letter by letter, word by word, line by line; copy; move a caret."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.pageview import words
from desktop.pageview.caret import caret_rect, centre, follow
from desktop.pageview.keys import STEP_PX
from desktop.pageview.pages import Pages
from desktop.pageview.words import Unit
from index.model.span import Span


class Move(Enum):
    """Where a key moves the caret."""

    NEXT_LETTER = auto()
    PREVIOUS_LETTER = auto()
    NEXT_WORD = auto()
    PREVIOUS_WORD = auto()
    NEXT_LINE = auto()
    PREVIOUS_LINE = auto()
    NEXT_PARAGRAPH = auto()
    PREVIOUS_PARAGRAPH = auto()
    NEXT_WINDOW = auto()
    PREVIOUS_WINDOW = auto()
    LINE_START = auto()
    LINE_END = auto()
    TEXT_START = auto()
    TEXT_END = auto()


_Standard = QKeySequence.StandardKey
_KEYS: Final = (
    (Move.NEXT_LETTER, _Standard.SelectNextChar, _Standard.MoveToNextChar),
    (Move.PREVIOUS_LETTER, _Standard.SelectPreviousChar, _Standard.MoveToPreviousChar),
    (Move.NEXT_WORD, _Standard.SelectNextWord, _Standard.MoveToNextWord),
    (Move.PREVIOUS_WORD, _Standard.SelectPreviousWord, _Standard.MoveToPreviousWord),
    (Move.NEXT_LINE, _Standard.SelectNextLine, _Standard.MoveToNextLine),
    (Move.PREVIOUS_LINE, _Standard.SelectPreviousLine, _Standard.MoveToPreviousLine),
    (Move.NEXT_WINDOW, _Standard.SelectNextPage, _Standard.MoveToNextPage),
    (Move.PREVIOUS_WINDOW, _Standard.SelectPreviousPage, _Standard.MoveToPreviousPage),
    (Move.LINE_START, _Standard.SelectStartOfLine, _Standard.MoveToStartOfLine),
    (Move.LINE_END, _Standard.SelectEndOfLine, _Standard.MoveToEndOfLine),
    (Move.TEXT_START, _Standard.SelectStartOfDocument, _Standard.MoveToStartOfDocument),
    (Move.TEXT_END, _Standard.SelectEndOfDocument, _Standard.MoveToEndOfDocument),
)
"""What the platform's keys for selecting mean, and those that move a caret."""
_PARAGRAPHS: Final = {Qt.Key.Key_Down: Move.NEXT_PARAGRAPH, Qt.Key.Key_Up: Move.PREVIOUS_PARAGRAPH}
"""With Ctrl; Qt has no standard keys for them here."""
_IN_TEXT: Final[dict[Move, Callable[[str, int], int]]] = {
    Move.NEXT_LETTER: words.next_letter,
    Move.PREVIOUS_LETTER: words.previous_letter,
    Move.NEXT_WORD: words.next_word,
    Move.PREVIOUS_WORD: words.previous_word,
    Move.NEXT_PARAGRAPH: words.next_paragraph,
    Move.PREVIOUS_PARAGRAPH: words.previous_paragraph,
    Move.TEXT_START: lambda _text, _caret: 0,
    Move.TEXT_END: lambda text, _caret: len(text),
}
_BACK: Final = frozenset(move for move in Move if "PREVIOUS" in move.name or "START" in move.name)


def move_of(event: QKeyEvent) -> tuple[Move, bool] | None:
    """Return where a key moves the caret, and whether it selects; None for a key that does not."""
    for move, selects, moves in _KEYS:
        if event.matches(selects):
            return move, True
        if event.matches(moves):
            return move, False
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    paragraph = _PARAGRAPHS.get(Qt.Key(event.key()))
    if paragraph is not None and held in (control, control | shift):
        return paragraph, held != control
    return None


class Keyboard:
    """The state of the keyboard over the pages.

    Keys that select always do; those that only move the caret do so in caret browsing, and scroll otherwise.

    Args:
        view: The pages.
    """

    def __init__(self, view: Pages) -> None:
        self._view = view
        self._goal: tuple[int, float] | None = None
        self._line_end: int | None = None
        self._is_selecting = False
        self.is_browsing = False

    @property
    def caret(self) -> int | None:
        """Where the caret is to be seen; None when it is not."""
        return self._view.selecting.caret if self.is_browsing or self._is_selecting else None

    @property
    def caret_rect(self) -> QRectF | None:
        """Where the caret is in the viewport, or outside of it; None in a document without text."""
        caret = self._view.selecting.caret
        return caret_rect(self._view, self._view.lines, caret, is_end=caret == self._line_end)

    def browse(self, *, wanted: bool) -> None:
        """Let arrows move a caret, or let them scroll again."""
        self.is_browsing, self._is_selecting = wanted, False
        if wanted and self._view.document is not None:
            self._take_place()
            self._show()
        self._view.viewport().update()

    def widen(self, part_at: Callable[[int], Span]) -> None:
        """Select whole parts of the text: those in which the selection begins and ends.

        Args:
            part_at: Returns the part at a character; without a selection it is asked where one would begin.
        """
        document, selecting = self._view.document, self._view.selecting
        if document is None or not document.text:
            return
        self._take_place()
        selected = selecting.selected
        first, last = part_at(selected.start), part_at(max(selected.start, selected.stop - 1))
        self._view.select(first.hull(last).hull(selected))

    def rest(self) -> None:
        """Show no caret for what was selected by keys: the mouse has taken over."""
        self._is_selecting, self._goal, self._line_end = False, None, None
        self._view.viewport().update()

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key says; return whether it says anything."""
        document, selected = self._view.document, self._view.selected_span()
        if event.matches(_Standard.Copy) and selected is not None:
            self._view.copy()
        elif event.matches(_Standard.SelectAll) and document is not None:
            self._view.select(Span(0, len(document.text)))
        elif event.key() == Qt.Key.Key_Escape and selected is not None:
            self._view.clear_selection()
        elif (wanted := move_of(event)) is not None and document is not None and document.text:
            move, selects = wanted
            if not selects and not self.is_browsing:
                return False
            self._carry_out(move, selects=selects)
        else:
            return False
        return True

    def _carry_out(self, move: Move, *, selects: bool) -> None:
        selecting = self._view.selecting
        if self._view.selected_span() is None and self.caret is None:
            self._take_place()
            if move in _BACK:
                selecting.turn()
        caret = self._target(move, selecting.caret)
        self._line_end = caret if move is Move.LINE_END else None
        if selects:
            self._is_selecting = True
            self._view.select(selecting.move(caret))
        else:
            self._view.select(None)
            selecting.begin(caret, Unit.CHARACTER)
        self._show()

    def _take_place(self) -> None:
        """Begin with what is selected, else with the current match if it is seen, else at the top."""
        view, selecting = self._view, self._view.selecting
        if view.selected_span() is not None:
            return
        match = view.current_span()
        rect = None if match is None else caret_rect(view, view.lines, match.start)
        if match is not None and rect is not None and QRectF(view.viewport().rect()).intersects(rect):
            selecting.begin_with(match)
            return
        selecting.begin(self._first_seen(), Unit.CHARACTER)

    def _first_seen(self) -> int:
        """Return the beginning of the first line that is seen as a whole."""
        view = self._view
        seen = QRectF(view.viewport().rect())
        corner = view.place_at(QPointF(seen.width() / 2, 0))
        pages = () if corner is None or view.document is None else view.document.pages[corner.page_index :]
        for page in pages:
            for line in view.lines.on_page(page.page_index):
                rect = caret_rect(view, view.lines, line.span.start)
                if rect is not None and seen.top() <= rect.top() and rect.bottom() <= seen.bottom():
                    return line.span.start
        return view.selecting.caret

    def _target(self, move: Move, caret: int) -> int:
        document, lines = self._view.document, self._view.lines
        assert document is not None
        if move in _IN_TEXT:
            return _IN_TEXT[move](document.text, caret)
        line = lines.line_at(caret, is_end=caret == self._line_end)
        if line is None:
            return caret
        if move is Move.LINE_START:
            return line.span.start
        if move is Move.LINE_END:
            return line.span.stop
        by = -1 if move in _BACK else 1
        if move in (Move.NEXT_WINDOW, Move.PREVIOUS_WINDOW):
            return self._paged(caret, by)
        goal = (
            self._goal[1] if self._goal is not None and self._goal[0] == caret else lines.along(line, caret)
        )
        other = lines.neighbour(line, by, goal)
        end = len(document.text) if by > 0 else 0
        target = end if other is None else lines.caret_on(other, goal)
        self._goal = target, goal
        return target

    def _paged(self, caret: int, by: int) -> int:
        """Scroll by a window, and return the caret where it stood in the window before."""
        view, document = self._view, self._view.document
        assert document is not None
        self._show()
        rect, bar = self.caret_rect, view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + by * max(STEP_PX, bar.pageStep() - STEP_PX))
        place = None if rect is None else view.place_at(rect.center())
        found = None if place is None or bar.value() == before else view.lines.caret_at(place)
        if found is None or (found - caret) * by <= 0:
            return len(document.text) if by > 0 else 0
        return found

    def _show(self) -> None:
        """Bring the caret into sight."""
        view = self._view
        if (rect := self.caret_rect) is not None:
            follow(view, rect)
        if (rect := self.caret_rect) is not None and not QRectF(view.viewport().rect()).intersects(rect):
            centre(view, rect)
        view.viewport().update()
