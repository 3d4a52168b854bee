"""The ink of each page lies inside the quads of its words, however the page is turned or cropped."""

from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from index.model.document import Document
from index.model.span import Span
from tests.helpers.pdfs import Print, Sheet, column, wrapped, write_pdf
from tests.helpers.shared import shared
from tests.index.pdf.reading import read

SCALE = 3
TEXT = (
    "Президент Республики Узбекистан и «Дорожная карта», оптово-распределительные центры (совместные), новые "
    "агрокластеры: 1,8–2,2 млн. Стороны условились ускорить проекты строительства железной и автодороги."
)


def ink(path: Path, page_index: int) -> np.ndarray:
    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[page_index]
        bitmap = page.render(scale=SCALE, grayscale=True)
        dark: np.ndarray = bitmap.to_numpy().reshape(bitmap.height, bitmap.width) < 128
        page.close()
    return dark


def inside(document: Document, page_index: int, shape: tuple[int, ...]) -> np.ndarray:
    covered = np.zeros(shape, dtype=bool)
    for piece in document.text_map.pieces(page_index):
        for quad in document.text_map.quads(piece.span):
            box = quad.bounds
            rows = slice(max(0, int(box.top * SCALE)), int(np.ceil(box.bottom * SCALE)))
            covered[rows, max(0, int(box.left * SCALE)) : int(np.ceil(box.right * SCALE))] = True
    return covered


def share_inside(document: Document, path: Path, page_index: int = 0) -> tuple[float, float]:
    """Return the share of ink inside the quads, and the share of the quads that is ink."""
    dark = ink(path, page_index)
    page = document.pages[page_index]
    assert dark.shape == pytest.approx((page.height_pt * SCALE, page.width_pt * SCALE), abs=2)
    covered = inside(document, page_index, dark.shape)
    return (dark & covered).sum() / dark.sum(), (dark & covered).sum() / covered.sum()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (40, 30, 540, 800), (-50, -50, 700, 900)])
def test_ink_lies_inside_the_quads(tmp_path: Path, rotation: int, crop: tuple[float, ...] | None) -> None:
    sheet = Sheet(rotation=rotation, crop=crop)  # type: ignore[arg-type]  # of several types
    path = write_pdf(tmp_path / "a.pdf", [column(wrapped(TEXT, 350))], sheet)
    document = read(path)
    assert document.text == TEXT
    inked, filled = share_inside(document, path)
    assert inked >= 0.99
    assert filled > 0.15


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("rotation", [0, 90])
def test_ink_of_turned_text_lies_inside_the_quads(tmp_path: Path, turn: int, rotation: int) -> None:
    path = write_pdf(
        tmp_path / "a.pdf", [[Print("Совет министров", 300, 400, turn=turn)]], Sheet(rotation=rotation)
    )
    document = read(path)
    assert document.text == "Совет министров"
    assert share_inside(document, path)[0] >= 0.99
    first, second = (document.text_map.quads(span)[0] for span in (Span(0, 5), Span(6, 15)))
    # Corners follow the reading direction: the first word ends where the second is about to begin.
    across = ((first.points[2] - second.points[0]) ** 2 + (first.points[3] - second.points[1]) ** 2) ** 0.5
    assert 1 < across < 8


def test_the_ink_of_one_word_lies_inside_its_own_quad(tmp_path: Path) -> None:
    """The quad of a word between blanks holds its ink and no other: its sides are free of ink."""
    path = write_pdf(tmp_path / "a.pdf", [[Print("узбекский хлопок растёт")]])
    document = read(path)
    dark = ink(path, 0)
    (quad,) = document.text_map.quads(Span(10, 16))
    box = quad.bounds
    rows = slice(int(box.top * SCALE), int(box.bottom * SCALE) + 1)
    left, right = int(box.left * SCALE), int(np.ceil(box.right * SCALE))
    assert not dark[rows, left - 4 : left - 1].any()
    assert not dark[rows, right + 1 : right + 4].any()
    assert dark[rows, left : left + 4].any()
    assert dark[rows, right - 4 : right].any()


VARIANTS = [
    "rot90",
    "rot180",
    "rot270",
    "crop",
    "croprot90",
    "croprot180",
    "croprot270",
    "cropbig",
    "mediaoff",
]
VARIANTS += ["userunit", "up90", "up180", "up270", "up90c", "up180c", "up270c"]


@pytest.mark.parametrize("variant", VARIANTS)
def test_ink_of_real_pages_lies_inside_the_quads(variant: str) -> None:
    """All but the running header, the page number and the hyphens that were dropped."""
    path = shared(f"typeset/geo_{variant}.pdf")
    document = read(path)
    plain = read(shared("typeset/lo_hyph.pdf"))
    assert document.text == plain.text
    assert share_inside(document, path, 1)[0] >= 0.985
