from __future__ import annotations

import contextlib
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from index.errors import DamagedFile, ProgramMissing
from index.formats import djvu
from index.formats.symbols import parsed
from index.model.span import Span
from tests.index.formats.files import read_file

TOOLS = ("djvused", "djvutxt", "ddjvu", "cjb2", "c44", "djvm")
needs_djvulibre = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason="needs DjVuLibre (Debian: djvulibre-bin)"
)
SIZE = (1000, 1400)
WORDS = {"Груша": (100, 1200, 260, 1240), "и": (280, 1200, 300, 1240), "слива": (320, 1200, 470, 1240)}
LINE = "Она растёт у забора, и никто её не поливал с самой весны"


def run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A black-and-white page with a text layer, and one in colour without."""
    image = Image.new("RGB", SIZE, "white")
    for left, bottom, right, top in WORDS.values():
        ImageDraw.Draw(image).rectangle((left, SIZE[1] - top, right, SIZE[1] - bottom), fill="black")
    image.convert("1").save(tmp_path / "a.pbm")
    Image.new("RGB", SIZE, "orange").save(tmp_path / "b.ppm")
    run("cjb2", "-dpi", "200", str(tmp_path / "a.pbm"), str(tmp_path / "a.djvu"))
    run("c44", "-dpi", "200", str(tmp_path / "b.ppm"), str(tmp_path / "b.djvu"))
    made = tmp_path / "book.djvu"
    run("djvm", "-c", str(made), str(tmp_path / "a.djvu"), str(tmp_path / "b.djvu"))
    words = " ".join(f'(word {" ".join(map(str, box))} "{word}")' for word, box in WORDS.items())
    script = tmp_path / "script"
    script.write_text(
        f"select 1\nset-txt\n(page 0 0 1000 1400 (line 100 1200 470 1240 {words})"
        f' (line 100 1100 900 1140 "{LINE}"))\n.\n'
        'set-outline\n(bookmarks ("Сад" "#1" ("Забор" "#2")))\n.\nsave\n',
        "utf-8",
    )
    run("djvused", str(made), "-f", str(script))
    return made


@needs_djvulibre
def test_text_lies_where_it_is_printed(book: Path, tmp_path: Path) -> None:
    document = read_file(book, tmp_path)
    assert document.text.replace("\n", " ") == f"Груша и слива {LINE}"
    assert len(document.pages) == 2
    assert document.pages[0].width_pt == pytest.approx(360, abs=0.5)
    start = document.text.index("слива")
    [quad] = document.text_map.quads(Span(start, start + len("слива")))
    left, top, right = quad.points[0], quad.points[1], quad.points[2]
    box = WORDS["слива"]
    assert (left, right) == pytest.approx((box[0] * 0.36, box[2] * 0.36), abs=2.0)
    assert top == pytest.approx((SIZE[1] - box[3]) * 0.36, abs=6.0)


@needs_djvulibre
def test_pages_look_as_they_did(book: Path, tmp_path: Path) -> None:
    read_file(book, tmp_path)
    with pypdfium2.PdfDocument(tmp_path / "edition.pdf") as pdf:
        first, second = (pdf[i].render(scale=1).to_pil().convert("RGB") for i in range(2))
    assert first.getpixel((60, 65)) == (0, 0, 0)
    assert first.getpixel((200, 300)) == (255, 255, 255)
    red, green, blue = second.getpixel((100, 100))  # type: ignore[misc]  # a pixel of three
    assert red > 240
    assert 130 < green < 200
    assert blue < 40


@needs_djvulibre
def test_the_table_of_contents_is_kept(book: Path, tmp_path: Path) -> None:
    outline = read_file(book, tmp_path).outline
    assert [(entry.title, entry.page_index, entry.level) for entry in outline] == [
        ("Сад", 0, 0),
        ("Забор", 1, 1),
    ]


@needs_djvulibre
def test_half_a_book_is_refused_or_read_in_part(book: Path, tmp_path: Path) -> None:
    content = book.read_bytes()
    cut = tmp_path / "cut.djvu"
    for length in range(16, len(content), len(content) // 12):
        cut.write_bytes(content[:length])
        with contextlib.suppress(DamagedFile):
            assert read_file(cut, tmp_path).pages


def test_without_djvulibre_it_is_said_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "book.djvu"
    path.write_bytes(b"AT&TFORM" + bytes(100))
    monkeypatch.setattr(djvu, "is_installed", lambda: False)
    with pytest.raises(ProgramMissing, match="DjVuLibre") as caught:
        read_file(path, tmp_path)
    assert "djvulibre-bin" in caught.value.hint


def test_what_the_programs_print_is_parsed() -> None:
    assert parsed('(page 0 -1 (word "а\\"б" "\\320\\266") x) (unclosed') == [
        ["page", 0, -1, ["word", 'а"б', "ж"], "x"],
        ["unclosed"],
    ]
