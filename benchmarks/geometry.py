"""Do the quads lie on the words: `python -m benchmarks.geometry [--sheet FILE.png]`.

For all typeset files (pages turned, cropped, moved, scaled) and some real ones, page by page:

- ink: share of the ink of the letters and digits of the body that lies inside the quads of our text (goal:
  .99 on each file). Ink is what is dark in a rendering, within the outlines that pdfium tells of each
  letter; furniture and the judged lines of `benchmarks/judgements/furniture.tsv` are not body;
- exact: share of the words whose quad holds their own letters, all of them and no others;
- tall: share of the words whose quad is more than twice as high as their font: marks of a pen should not
  cover the lines above and below.

`--sheet` draws lines of each file with their quads, to be looked at: quads on one line must have one height.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from benchmarks.corpus import REAL, TYPESET, judgements, need_data, read, truths
from benchmarks.places import Box, Layer, layers, placed_lines

GOAL = 0.99
REAL_FILES = (
    "sgpro1991_FZ_326.pdf",
    "sgpro1991_programma_gosgarantii_2018_kurgan.pdf",
    "sgpro1991_post_20171221_1006-pp.pdf",
    "sgpro1991_Ter-Program2.pdf",
    "sgpro1991_price_kids.pdf",
    "Komdosh_ВКР_2020.pdf",
    "AnastasiaRysmyatova_Kursov_517.pdf",
    "Maridav_Davydenkova_thesis.pdf",
    "jokerva1010123_integral_Лекции.pdf",
    "jokerva1010123_integral_Календарный_план.pdf",
    "thallkeer_Лекции.pdf",
    "m14el_Статья.pdf",
)
_HEADER = "Пресс-служба Президента Республики Узбекистан"
_MOST_PAGES = 10
_SCALE = 2.0
_DARK = 140
_TALL = 2.0
_LINE_END = re.compile(r"\r\n|[\ufffe\x02]")
_STRIP_PT = 90.0


@dataclass(slots=True)
class Tally:
    """What was counted on some pages."""

    ink: int = 0
    ink_inside: int = 0
    words: int = 0
    exact: int = 0
    tall: int = 0

    @property
    def share(self) -> float:
        """Share of the ink inside quads; 1 where there is no ink."""
        return self.ink_inside / self.ink if self.ink else 1.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word of our text, or the part of it that stands on one line: its letters and its place."""

    text: str
    box: Box
    is_upright: bool


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters and digits of a page's body: what they are, their outlines, and the boxes of their font."""

    signs: list[str] = field(default_factory=list)
    outlines: list[Box] = field(default_factory=list)
    fonts: list[Box] = field(default_factory=list)


def words_of(path: Path, page_index: int) -> list[Word]:
    """Return the words that our text has on a page."""
    document = read(path)
    found = []
    for piece in document.text_map.pieces(page_index):
        is_upright = document.text_map.line(piece.line).direction % 2 == 0
        text = document.text[piece.span.start : piece.span.stop]
        for quad in document.text_map.quads(piece.span):
            across, down = quad.points[::2], quad.points[1::2]
            found.append(Word(text, Box(min(across), min(down), max(across), max(down)), is_upright))
    return found


def letters_of(layer: Layer, path: Path) -> Letters:
    """Return the letters of a page's body."""
    furniture = _judged(layer, path) if path.parent == REAL else _headers(layer)
    found = Letters()
    for i, sign in enumerate(layer.text):
        font = layer.box(i) if sign.isalnum() and layer.is_real(i) else None
        if font is None or any(_holds(box, font.centre) for box in furniture):
            continue
        outline = layer.ink_box(i)
        if outline is not None and _is_visible(outline, layer):
            found.signs.append(sign)
            found.outlines.append(outline)
            found.fonts.append(font)
    return found


def _is_visible(box: Box, layer: Layer) -> bool:
    return box.left >= 0 and box.top >= 0 and box.right <= layer.size[0] and box.bottom <= layer.size[1]


def _judged(layer: Layer, path: Path) -> list[Box]:
    """Return where lines stand that a person took for something else than body."""
    places = [
        (float(row["baseline"]), float(row["left"]))
        for row in judgements("furniture")
        if row["file"] == path.name and int(row["page"]) == layer.page_index + 1
    ]
    return [
        line.box
        for line in placed_lines(layer)
        if any(abs(line.baseline - y) < 3 and abs(line.box.left - x) < 3 for y, x in places)
    ]


def _headers(layer: Layer) -> list[Box]:
    """Return where the running header and the page number of a typeset page stand."""
    found = []
    start = 0
    for end in [*_LINE_END.finditer(layer.text), None]:
        stop = len(layer.text) if end is None else end.start()
        text = layer.text[start:stop].strip()
        boxes = [box for i in range(start, stop) if (box := layer.box(i)) and not layer.text[i].isspace()]
        if boxes and (text == _HEADER or text.isdigit()):
            found.append(_hull(boxes))
        start = stop if end is None else end.end()
    return found


def _hull(boxes: list[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _holds(box: Box, point: tuple[float, float]) -> bool:
    return box.left <= point[0] <= box.right and box.top <= point[1] <= box.bottom


def measure(path: Path, layer: Layer, tally: Tally) -> None:
    """Count one page."""
    words, letters = words_of(path, layer.page_index), letters_of(layer, path)
    dark = _dark(layer)
    outlines, quads = np.zeros_like(dark), np.zeros_like(dark)
    for box in letters.outlines:
        _paint(outlines, box)
    for word in words:
        _paint(quads, word.box)
    tally.ink += int((dark & outlines).sum())
    tally.ink_inside += int((dark & outlines & quads).sum())
    _count_words(words, letters, tally)


def _count_words(words: list[Word], letters: Letters, tally: Tally) -> None:
    rows: dict[int, list[int]] = defaultdict(list)
    for i, box in enumerate(letters.outlines):
        rows[int(box.centre[1] // 10)].append(i)
    for word in words:
        near = range(int(word.box.top // 10), int(word.box.bottom // 10) + 1)
        inside = [
            i for row in near for i in rows.get(row, ()) if _holds(word.box, letters.outlines[i].centre)
        ]
        own = sorted(sign for sign in word.text if sign.isalnum())
        if not own or not inside:
            continue
        tally.words += 1
        tally.exact += own == sorted(letters.signs[i] for i in inside)
        fonts = [letters.fonts[i] for i in inside]
        if word.is_upright:
            size, height = median(box.bottom - box.top for box in fonts), word.box.bottom - word.box.top
        else:
            size, height = median(box.right - box.left for box in fonts), word.box.right - word.box.left
        tally.tall += height > _TALL * size


def _dark(layer: Layer) -> Any:  # noqa: ANN401 - an array of truth values
    picture = layer.page.render(scale=_SCALE, grayscale=True).to_numpy()
    return (picture[:, :, 0] if picture.ndim == 3 else picture) < _DARK


def _paint(mask: Any, box: Box) -> None:  # noqa: ANN401 - an array of truth values
    left, top = max(0, int(_SCALE * box.left)), max(0, int(_SCALE * box.top))
    mask[top : int(np.ceil(_SCALE * box.bottom)), left : int(np.ceil(_SCALE * box.right))] = True


def strip_of(path: Path, layer: Layer) -> Any:  # noqa: ANN401 - a picture
    """Draw some lines of a page with the quads of their words."""
    from PIL import Image, ImageDraw

    scale = 3.0
    picture = layer.page.render(scale=scale).to_pil().convert("RGBA")
    over = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(over)
    words = words_of(path, layer.page_index)
    for i, word in enumerate(words):
        colour = (255, 190, 0, 110) if i % 2 else (80, 170, 255, 110)
        pen.rectangle(
            [scale * s for s in (word.box.left, word.box.top, word.box.right, word.box.bottom)], colour
        )
    picture = Image.alpha_composite(picture, over).convert("RGB")
    middle = words[len(words) // 2].box.centre if words else (0.0, 0.0)
    left, top = max(0.0, middle[0] - 2 * _STRIP_PT), max(0.0, middle[1] - _STRIP_PT / 2)
    right, bottom = left + 4 * _STRIP_PT, top + _STRIP_PT
    return picture.crop((int(scale * left), int(scale * top), int(scale * right), int(scale * bottom)))


def write_sheet(strips: list[tuple[str, Any]], path: Path) -> None:
    """Put strips together on one picture, two in a row, each under its name."""
    from PIL import Image, ImageDraw

    width, height = strips[0][1].size
    rows = -(-len(strips) // 2)
    sheet = Image.new("RGB", (2 * width, rows * (height + 16)), (255, 255, 255))
    pen = ImageDraw.Draw(sheet)
    for i, (name, strip) in enumerate(strips):
        x, y = i % 2 * width, i // 2 * (height + 16)
        pen.text((x + 4, y + 2), name, fill=(200, 0, 0))
        sheet.paste(strip, (x, y + 16))
    sheet.save(path)


def main() -> None:
    """Print the table; fail if the ink of any file is below the goal."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sheet", type=Path, metavar="FILE", help="draw lines with their quads")
    arguments = parser.parse_args()
    need_data()
    print(f"{'':46}{'pages':>6}{'ink':>9}{'words':>8}{'exact %':>9}{'tall %':>9}")
    below, strips = [], []
    for path in [*(path for path, _ in truths()), *(REAL / name for name in REAL_FILES)]:
        tally, pages = Tally(), 0
        for layer in layers(path):
            if pages == _MOST_PAGES:
                break
            pages += 1
            measure(path, layer, tally)
            if arguments.sheet and pages == 2 - (path.parent == TYPESET):
                strips.append((path.name, strip_of(path, layer)))
        exact, tall = (100 * count / max(1, tally.words) for count in (tally.exact, tally.tall))
        print(
            f"{path.name[:44]:46}{pages:6}{tally.share:9.4f}{tally.words:8}{exact:9.2f}{tall:9.2f}",
            flush=True,
        )
        below += [path.name] if tally.share < GOAL else []
    if arguments.sheet:
        write_sheet(strips, arguments.sheet)
    print(f"\nink below {GOAL} on: {', '.join(below) or 'none'}")
    raise SystemExit(bool(below))


if __name__ == "__main__":
    main()
