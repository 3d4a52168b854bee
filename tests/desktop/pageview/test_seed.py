"""The page view on the real document, with the real renderer."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop.pageview.layout import Place
from desktop.pageview.marks import Layer, Mark
from desktop.pageview.renderer import PageRenderer
from desktop.pageview.view import PageView
from desktop.theme import PALETTES, ThemeName
from index.model.document import Document, DocumentId
from index.model.geometry import Rect
from index.model.span import Span
from index.pdf.reader import read_pdf
from index.pdf.request import ReadRequest
from tests.desktop.pageview.papers import span_of
from tests.desktop.pageview.seen import settle
from tests.helpers.shared import shared


@pytest.fixture(scope="module")
def seed() -> Path:
    return shared("seed/seed.pdf")


@pytest.fixture(scope="module")
def document(seed: Path) -> Document:
    return read_pdf(ReadRequest(str(seed), DocumentId("0" * 64), seed.name, str(seed)), lambda _: None)


def colors(view: PageView, box: Rect, page_index: int) -> set[str]:
    """Return the colours seen in a box of a page."""
    image: QImage = view.viewport().grab().toImage()
    upper = view.point_of(Place(page_index, box.left, box.top))
    lower = view.point_of(Place(page_index, box.right, box.bottom))
    return {
        image.pixelColor(x, y).name()
        for x in range(round(upper.x()), round(lower.x()))
        for y in range(round(upper.y()), round(lower.y()))
    }


@pytest.mark.parametrize("theme", ThemeName)
def test_words_and_their_marks_are_in_the_same_place(
    qtbot: QtBot, renderer: PageRenderer, document: Document, seed: Path, theme: ThemeName
) -> None:
    palette = PALETTES[theme]
    view = PageView(renderer, palette)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show_document(document, seed)
    view.show()
    qtbot.waitExposed(view)
    word = span_of(document, "Высший Межгосударственный Совет")
    view.reveal(word)
    qtbot.waitUntil(lambda: view.is_sharp, timeout=20_000)
    settle(qtbot, view)
    quads = document.text_map.quads(word)
    page_index, box = quads[0].page_index, quads[0].bounds
    unlit = colors(view, box, page_index)
    assert palette.paper in unlit
    ink = {name for name in unlit if abs(QColor(name).lightness() - QColor(palette.paper).lightness()) > 120}
    assert ink
    view.set_marks(Layer.HITS, [Mark(word)])
    assert palette.paper not in colors(view, box, page_index)
    above = Rect(box.left, box.top - 4, box.right, box.top - 2)
    assert colors(view, above, page_index) == {palette.paper}


def test_a_passage_over_the_page_break_is_framed_on_both_pages(
    qtbot: QtBot, renderer: PageRenderer, document: Document, seed: Path
) -> None:
    passage: Span = span_of(document, "стабильности в Центральной Азии")
    pages = document.text_map.pages(passage)
    assert len(pages) == 2
    view = PageView(renderer, PALETTES[ThemeName.LIGHT])
    qtbot.addWidget(view)
    view.show_document(document, seed)
    assert all(not view.lights.frame(passage, page_index).isEmpty() for page_index in pages)
