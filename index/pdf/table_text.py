"""What a cell says: its words in reading order on one line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from index.model.span import Span
from index.pdf.table_ink import TableWord
from index.text.hyphens import Vocabulary, keeps_hyphen

_SAME_LINE = 0.5
_HYPHENS = "-\u2010\u00ac"


def lines_of(words: Iterable[TableWord]) -> list[list[TableWord]]:
    """Group words into printed lines from top to bottom, each from left to right."""
    lines: list[list[TableWord]] = []
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        if lines and _is_beside(lines[-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]


def _is_beside(line: Sequence[TableWord], word: TableWord) -> bool:
    other = line[-1]
    shared = min(other.bottom, word.bottom) - max(other.top, word.top)
    return shared > _SAME_LINE * min(other.bottom - other.top, word.bottom - word.top)


def text_of(words: Sequence[TableWord], vocabulary: Vocabulary, is_known: Callable[[str], bool]) -> str:
    """Join the words of a cell.

    Words divided at the end of a line are joined as in the document's text; hyphens between numbers, and
    those that belong to a word, stay.
    """
    text = ""
    last: TableWord | None = None
    for line in lines_of(words):
        for position, word in enumerate(line):
            if last is None:
                text = word.text
            elif last.stop == word.start >= 0:
                # One word in the document's text, on one line or on two.
                text += word.text
            elif position == 0 and _is_divided(text, word.text):
                stays = keeps_hyphen(text[:-1], word.text, vocabulary, is_known)
                text = (text if stays else text[:-1]) + word.text
            else:
                text += " " + word.text
            last = word
    return text


def _is_divided(above: str, below: str) -> bool:
    return (
        len(above) > 1 and above[-1] in _HYPHENS and above[-2].isalpha() and below[:1].isalpha()
        and not below[:1].isupper()
    )  # fmt: skip


def spans_of(words: Iterable[TableWord], text: str, text_start: int = 0) -> tuple[Span, ...]:
    """Return where words stand in the document's text, as few spans as say it exactly.

    Args:
        words: In any order.
        text: A part of the document's text: two words with nothing but blanks between them are one span.
        text_start: Where that part begins.
    """
    spans: list[Span] = []
    for start, stop in sorted((word.start, word.stop) for word in words if word.start >= 0):
        if spans and (
            spans[-1].stop >= start or not text[spans[-1].stop - text_start : start - text_start].strip()
        ):
            spans[-1] = Span(spans[-1].start, max(spans[-1].stop, stop))
        else:
            spans.append(Span(start, stop))
    return tuple(spans)
