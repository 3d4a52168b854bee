"""Text that a picture hides is not read; text that shines through one, or lies beneath a scan, is."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from index.model.document import PageKind
from index.pdf.letters import is_misread
from tests.helpers.pdfs import A4, font
from tests.index.pdf.reading import read


def picture(alpha: int | None = None) -> ImageReader:
    made = Image.new("RGB", (40, 40), (90, 120, 90))
    if alpha is not None:
        made.putalpha(alpha)
    octets = BytesIO()
    made.save(octets, "PNG")
    octets.seek(0)
    return ImageReader(octets)


def covered(path: Path, box: tuple[float, float, float, float], *, alpha: int | None = None) -> Path:
    """Print a hidden sentence, a picture over it, and a sentence below both."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont(font(), 12)
    canvas.drawString(120, 700, "Прежний текст документа")
    left, bottom, width, height = box
    canvas.drawImage(picture(alpha), left, bottom, width, height, mask="auto" if alpha is not None else None)
    canvas.setFont(font(), 12)
    canvas.drawString(120, 300, "Новый текст документа")
    canvas.save()
    return path


STAMP = (100.0, 650.0, 250.0, 100.0)


def test_text_under_a_picture_is_not_read(tmp_path: Path) -> None:
    assert read(covered(tmp_path / "a.pdf", STAMP)).text == "Новый текст документа"


@pytest.mark.parametrize(
    ("box", "alpha"), [(STAMP, 120), ((0.0, 0.0, *A4), None), ((300.0, 100.0, 150.0, 100.0), None)]
)
def test_text_under_a_stamp_a_scan_or_beside_a_picture_is_read(
    tmp_path: Path, box: tuple[float, float, float, float], alpha: int | None
) -> None:
    assert "Прежний текст документа" in read(covered(tmp_path / "a.pdf", box, alpha=alpha)).text


def test_a_layer_of_another_script_with_odd_signs_is_misread() -> None:
    assert is_misread(
        "費〇七目論串〇日 dOgと」．＜ 言－浅i∽寸（zz窪） ○至り○尽 McTO…催中川HaHCMPOBaH筋目 " * 3
    )


@pytest.mark.parametrize(
    "text", ["Постановление Правительства области", "普通自転車（法第六十三条の三に規定する）。" * 4, ""]
)
def test_texts_of_one_script_are_not(text: str) -> None:
    assert not is_misread(text)


def test_pages_are_of_text_all_the_same(tmp_path: Path) -> None:
    assert read(covered(tmp_path / "a.pdf", STAMP)).pages[0].kind is PageKind.TEXT
