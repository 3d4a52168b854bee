"""Contact sheets: many pages on one picture, to be looked at by a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.corpus import password
from benchmarks.places import PlacedLine

_COLOURS = {"removed": (200, 0, 0), "kept": (0, 60, 255), "lost": (255, 0, 255), "repeat": (0, 140, 0)}
_WIDTH_PX, _COLUMNS, _ROWS = 390, 4, 7
_GROUND = (110, 110, 110)


def draw_edges(
    path: Path, marks: Mapping[int, Sequence[tuple[PlacedLine, str]]], zone: float, folder: Path
) -> Iterator[str]:
    """Draw head and foot of some pages, several pages on a picture, with marked lines.

    Args:
        path: The file.
        marks: The lines to mark and how, for each page number: "removed" is crossed out in red, "kept"
            framed in blue, "lost" in magenta, "repeat" in green.
        zone: How much of a page is its head or foot, as a share of its height.
        folder: Where to put the pictures.

    Yields:
        The names of the pictures.
    """
    import pypdfium2
    from PIL import Image

    with pypdfium2.PdfDocument(path, password=password(path)) as pdf:
        cells = [_edges(pdf[number - 1], number, lines, zone) for number, lines in sorted(marks.items())]
    per_sheet = _COLUMNS * _ROWS
    for first in range(0, len(cells), per_sheet):
        some = cells[first : first + per_sheet]
        height = max(cell.height for cell in some) + 4
        rows = -(-len(some) // _COLUMNS)
        sheet = Image.new("RGB", (_COLUMNS * (_WIDTH_PX + 4), rows * height), _GROUND)
        for i, cell in enumerate(some):
            sheet.paste(cell, (i % _COLUMNS * (_WIDTH_PX + 4), i // _COLUMNS * height))
        name = f"{path.stem[:40]}_{first // per_sheet + 1}.png"
        sheet.save(folder / name)
        yield name


def _edges(page: Any, number: int, lines: Sequence[tuple[PlacedLine, str]], zone: float) -> Any:  # noqa: ANN401 - a picture of Pillow's
    from PIL import Image, ImageDraw

    scale = _WIDTH_PX / page.get_width()
    picture = page.render(scale=scale).to_pil().convert("RGB")
    page.close()
    pen = ImageDraw.Draw(picture)
    for line, kind in lines:
        box = line.box
        sides = [scale * side for side in (box.left, box.top, box.right, box.bottom)]
        pen.rectangle(sides, outline=_COLOURS[kind])
        if kind == "removed":
            pen.line((sides[0], sides[1], sides[2], sides[3]), fill=_COLOURS[kind])
    edge = round(zone * picture.height)
    cell = Image.new("RGB", (_WIDTH_PX, 2 * edge + 3), (0, 0, 0))
    cell.paste(picture.crop((0, 0, _WIDTH_PX, edge)), (0, 0))
    cell.paste(picture.crop((0, picture.height - edge, _WIDTH_PX, picture.height)), (0, edge + 3))
    ImageDraw.Draw(cell).text((2, edge - 12), str(number), fill=(0, 130, 0))
    return cell
