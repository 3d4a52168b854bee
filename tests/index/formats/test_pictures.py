from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from index.errors import DamagedFile, TooLarge
from index.model.document import PageKind
from tests.index.formats.files import read_file

SIZE = (827, 1169)


def page(number: int = 1, mode: str = "RGB") -> Image.Image:
    """A sheet with a black square in its upper left part."""
    image = Image.new("RGB", SIZE, "white")
    ImageDraw.Draw(image).rectangle((100, 100, 200, 200 + number), fill="black")
    return image.convert(mode)


def ink(path: Path) -> tuple[float, float]:
    """Return where the middle of the ink is on the first page, as shares of its width and height."""
    with pypdfium2.PdfDocument(path) as pdf:
        shown = pdf[0].render(scale=0.5).to_pil().convert("L")
    left, top, right, bottom = shown.point(lambda value: 255 * (value < 128)).getbbox() or (0, 0, 0, 0)
    return (left + right) / 2 / shown.width, (top + bottom) / 2 / shown.height


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "bmp", "webp"])
def test_a_picture_is_a_scanned_page(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"scan.{suffix}"
    page().save(path, dpi=(100, 100))
    document = read_file(path, tmp_path)
    [only] = document.pages
    assert only.kind is PageKind.SCAN
    assert only.width_pt / only.height_pt == pytest.approx(SIZE[0] / SIZE[1], abs=0.01)
    assert ink(tmp_path / "edition.pdf") == pytest.approx((0.18, 0.13), abs=0.02)


def test_a_tiff_has_many_pages_of_its_own_size(tmp_path: Path) -> None:
    path = tmp_path / "scan.tiff"
    sheets = [page(number, "1") for number in range(3)]
    sheets[0].save(path, save_all=True, append_images=sheets[1:], dpi=(200, 200), compression="group4")
    pages = read_file(path, tmp_path).pages
    assert [one.kind for one in pages] == [PageKind.SCAN] * 3
    assert pages[0].width_pt == pytest.approx(SIZE[0] * 72 / 200, abs=0.5)


def test_jpeg_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "scan.jpg"
    page().save(path, quality=60)
    read_file(path, tmp_path)
    assert path.read_bytes() in (tmp_path / "edition.pdf").read_bytes()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_is_turned_as_its_camera_says(orientation: int, tmp_path: Path) -> None:
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    exif = Image.Exif()
    exif[0x0112] = orientation
    shot = page().transpose(undo[orientation]) if orientation in undo else page()
    path = tmp_path / "photo.jpg"
    shot.save(path, exif=exif)
    [only] = read_file(path, tmp_path).pages
    assert only.width_pt < only.height_pt
    assert ink(tmp_path / "edition.pdf") == pytest.approx((0.18, 0.13), abs=0.02)


def test_what_shines_through_is_white(tmp_path: Path) -> None:
    path = tmp_path / "clear.png"
    image = Image.new("RGBA", SIZE, (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((100, 100, 200, 200), fill=(0, 0, 0, 255))
    image.save(path)
    read_file(path, tmp_path)
    assert ink(tmp_path / "edition.pdf") == pytest.approx((0.18, 0.13), abs=0.02)


def test_a_picture_with_sixteen_bits_a_point_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "deep.png"
    page(mode="L").convert("I").point(lambda value: value * 257).convert("I;16").save(path)
    read_file(path, tmp_path)
    assert ink(tmp_path / "edition.pdf") == pytest.approx((0.18, 0.13), abs=0.02)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    path = tmp_path / "bomb.png"
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    rest = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + rest)
    with pytest.raises(TooLarge, match="млн точек"):
        read_file(path, tmp_path)


@pytest.mark.parametrize("suffix", ["jpg", "png", "bmp", "webp"])
def test_half_a_picture_is_refused(suffix: str, tmp_path: Path) -> None:
    file = BytesIO()
    page().save(file, {"jpg": "jpeg"}.get(suffix, suffix))
    path = tmp_path / f"half.{suffix}"
    path.write_bytes(file.getvalue()[: len(file.getvalue()) // 2])
    with pytest.raises(DamagedFile, match="изображение"):
        read_file(path, tmp_path)
