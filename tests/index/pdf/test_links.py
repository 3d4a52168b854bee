from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from index.model.link import PageLink
from index.pdf.links import page_links
from index.pdf.render import LinksRequest, render_handler

SIZE = (400.0, 600.0)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Three pages; on the first one links to a place of the third one, to a site and to nowhere."""
    path = tmp_path / "book.pdf"
    canvas = Canvas(str(path), pagesize=SIZE)
    canvas.linkAbsolute("", "third", (50, 500, 150, 520))
    canvas.linkURL("https://example.org/вода", (50, 400, 150, 420))
    canvas.showPage()
    canvas.showPage()
    canvas.bookmarkHorizontal("third", 0, 450)
    canvas.showPage()
    canvas.save()
    return path


def links(path: Path, page_index: int = 0) -> tuple[PageLink, ...]:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return page_links(pdf[page_index])
    finally:
        pdf.close()


def corners(link: PageLink) -> tuple[float, ...]:
    area = link.area
    return tuple(round(side) for side in (area.left, area.top, area.right, area.bottom))


def test_a_link_leads_to_a_place_of_the_document(book: Path) -> None:
    inner, _outer = links(book)
    assert corners(inner) == (50, 80, 150, 100)
    assert (inner.page_index, round(inner.y_pt), inner.address) == (2, 150, "")


def test_a_link_leads_out_of_the_document(book: Path) -> None:
    _inner, outer = links(book)
    assert outer.page_index is None
    assert outer.address == "https://example.org/вода"
    assert corners(outer) == (50, 180, 150, 200)


@pytest.mark.parametrize(
    ("turn", "area"),
    [(90, (500, 50, 520, 150)), (180, (250, 500, 350, 520)), (270, (80, 250, 100, 350))],
)
def test_on_a_turned_page_a_link_is_where_it_is_displayed(
    book: Path, turn: int, area: tuple[float, ...]
) -> None:
    with pikepdf.open(book, allow_overwriting_input=True) as pdf:
        pdf.pages[0].rotate(turn, relative=False)
        pdf.save(book)
    assert corners(links(book)[0]) == area


def test_on_a_cut_page_a_link_is_where_it_is_displayed(book: Path) -> None:
    with pikepdf.open(book, allow_overwriting_input=True) as pdf:
        pdf.pages[0].cropbox = pikepdf.Array([40, 100, 400, 580])
        pdf.save(book)
    assert corners(links(book)[0]) == (10, 60, 110, 80)


def test_links_that_lead_nowhere_are_left_out(book: Path) -> None:
    with pikepdf.open(book, allow_overwriting_input=True) as pdf:
        for annotation in pdf.pages[0].Annots:
            del annotation["/A" if "/A" in annotation else "/Dest"]
        pdf.save(book)
    assert links(book) == ()


def test_a_page_without_links_has_none(book: Path) -> None:
    assert links(book, 1) == ()


def test_the_render_process_tells_links(book: Path) -> None:
    found = render_handler(LinksRequest(str(book), 0), lambda _message: None)
    assert found == links(book)
