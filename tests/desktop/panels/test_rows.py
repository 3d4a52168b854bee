from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter

from desktop.panels.rows import RowFonts, SnippetPainter, cut_marks, fitted
from desktop.theme import PALETTES, ThemeName
from index.model.hit import Snippet
from index.model.span import Span

WORDS = "Главы государств обстоятельно обсудили перспективы дальнейшего укрепления сотрудничества двух стран"
MARK = Span(WORDS.index("сотруд"), WORDS.index(" двух"))


@pytest.fixture
def fonts(qapp: object) -> RowFonts:
    return RowFonts.of(QFont())


def test_the_marked_word_comes_onto_the_first_lines(fonts: RowFonts) -> None:
    metrics = QFontMetrics(fonts.text)
    shown = fitted(Snippet(WORDS, (MARK,)), metrics, 220)
    assert shown.text.startswith("…")
    assert shown.marks[0].of(shown.text) == "сотрудничества"
    assert metrics.horizontalAdvance(shown.text[: shown.marks[0].start]) <= 220 * 1.2


def test_a_snippet_that_fits_is_left_alone(fonts: RowFonts) -> None:
    short = Snippet("О сотрудничестве", (Span(2, 16),))
    assert fitted(short, QFontMetrics(fonts.text), 220) is short
    bare = Snippet(WORDS, ())
    assert fitted(bare, QFontMetrics(fonts.text), 220) is bare


@given(
    words=st.lists(st.text("абвгд-—,", min_size=1, max_size=30), min_size=1, max_size=30),
    marked=st.integers(0, 29),
    width=st.integers(60, 600),
)
def test_cutting_never_loses_the_marked_word(words: list[str], marked: int, width: int) -> None:
    text = " ".join(words)
    position = marked % len(words)
    start = len(" ".join(words[:position])) + bool(position)
    mark = Span(start, start + len(words[position]))
    shown = fitted(Snippet(text, (mark,)), QFontMetrics(QFont()), width)
    assert shown.marks[0].of(shown.text) == words[position]


def test_marks_end_with_the_text_they_are_in() -> None:
    assert cut_marks((Span(0, 5), Span(8, 20), Span(30, 31)), 12) == (Span(0, 5), Span(8, 12))


@pytest.mark.parametrize("text", [WORDS, "а" * 500, "", "одно"])
@pytest.mark.parametrize("width", [60, 300])
def test_two_lines_hold_whatever_comes_and_say_so_with_dots(fonts: RowFonts, text: str, width: int) -> None:
    painter = SnippetPainter(PALETTES[ThemeName.LIGHT], fonts)
    layout = painter._layout(Snippet(text, ()), width)
    assert layout.lineCount() <= 2
    last = layout.lineAt(layout.lineCount() - 1)
    is_whole = last.textStart() + last.textLength() >= len(layout.text())
    assert is_whole
    assert (layout.text() == text) or layout.text().endswith("…")


def test_the_marked_word_has_the_colour_of_marks(fonts: RowFonts) -> None:
    palette = PALETTES[ThemeName.LIGHT]
    image = QImage(QSize(320, 48), QImage.Format.Format_RGB32)
    image.fill(palette.panel)
    painter = QPainter(image)
    SnippetPainter(palette, fonts).draw(painter, QRect(0, 0, 320, 48), "с. 1", Snippet(WORDS, (MARK,)))
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(320) for y in range(48)}
    assert palette.accent_ground in colours


def test_only_so_many_layouts_are_kept(fonts: RowFonts) -> None:
    painter = SnippetPainter(PALETTES[ThemeName.LIGHT], fonts)
    for i in range(450):
        painter._layout(Snippet(f"слово {i}", ()), 200)
    assert len(painter._kept) == 400
