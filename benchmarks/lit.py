"""What the search lights: every match of some queries, cut out of the rendered page under its quads.

    python -m benchmarks.lit FILE.pdf QUERY... --sheet out/lit.png

Imports the file into an empty archive and asks each query, both through the command line, and prints how
each was read, its matches, their pages and the share of the page's ink around each match that lies inside its
quads. The sheet shows each match on its line with the quads drawn, to be looked at.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parents[1]
SCALE = 3.0
"""Pixels for a point."""
MARGIN_PT = 60.0
"""What of the line is shown on either side of a quad."""


def chitalnya(*arguments: str) -> Any:  # noqa: ANN401 - whatever JSON the command prints
    """Run one command of the program and return the JSON it prints, the last line of several."""
    first, *rest = arguments
    command = [sys.executable, str(ROOT / "main.py"), first, "--json", *rest]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    try:
        return json.loads(printed)
    except json.JSONDecodeError:
        return json.loads(printed.strip().splitlines()[-1])


def cut(pages: list[Image.Image], quad: dict[str, Any]) -> Image.Image:
    """Return the neighbourhood of a quad with its outline drawn."""
    page = pages[quad["page"] - 1]
    xs, ys = quad["points"][0::2], quad["points"][1::2]
    left, right = min(xs), max(xs)
    top, bottom = min(ys), max(ys)
    edge_x, edge_y = page.width / SCALE, page.height / SCALE
    box = (
        max(0.0, left - MARGIN_PT),
        max(0.0, top - 6),
        min(edge_x, right + MARGIN_PT),
        min(edge_y, bottom + 6),
    )
    piece = page.crop(tuple(round(v * SCALE) for v in box)).convert("RGB")
    corners = [
        (round((x - box[0]) * SCALE), round((y - box[1]) * SCALE)) for x, y in zip(xs, ys, strict=True)
    ]
    upper_left, upper_right, lower_left, lower_right = corners
    ImageDraw.Draw(piece).polygon(
        [upper_left, upper_right, lower_right, lower_left], outline=(220, 60, 0), width=2
    )
    return piece


def inside_share(pages: list[Image.Image], quad: dict[str, Any]) -> float:
    """Return the share of ink within 1.5 pt around a quad's height, over its width, that the quad covers."""
    page = np.asarray(pages[quad["page"] - 1].convert("L"))
    xs, ys = quad["points"][0::2], quad["points"][1::2]

    def ink(margin_pt: float) -> int:
        rows = slice(round((min(ys) - margin_pt) * SCALE), round((max(ys) + margin_pt) * SCALE))
        columns = slice(round(min(xs) * SCALE), round(max(xs) * SCALE))
        return int((page[rows, columns] < 128).sum())

    around = ink(1.5)
    return ink(0) / around if around else 0.0


def sheet_of(rows: list[tuple[str, list[Image.Image]]]) -> Image.Image:
    """Return all cuts under their queries, in one picture."""
    font = ImageFont.truetype("DejaVuSans.ttf", 22)
    width = max((sum(i.width + 12 for i in images[:4]) for _, images in rows), default=800) + 20
    places, y = [], 10
    for title, images in rows:
        places.append((10, y, title))
        y += 32
        for first in range(0, len(images), 4):
            x = 10
            for image in images[first : first + 4]:
                places.append((x, y, image))
                x += image.width + 12
            y += max(i.height for i in images[first : first + 4]) + 8
        y += 10
    sheet = Image.new("RGB", (width, y), "white")
    pen = ImageDraw.Draw(sheet)
    for x, top, thing in places:
        if isinstance(thing, str):
            pen.text((x, top), thing, fill="black", font=font)
        else:
            sheet.paste(thing, (x, top))
    return sheet


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("queries", nargs="+")
    parser.add_argument("--sheet", type=Path)
    chosen = parser.parse_args()
    pages = [page.render(scale=SCALE).to_pil() for page in pypdfium2.PdfDocument(chosen.file)]
    rows = []
    print(f"{'query':42} {'read as':44} docs matches pages")
    with tempfile.TemporaryDirectory() as folder:
        chitalnya("import", str(chosen.file), "--archive", folder)
        for query in chosen.queries:
            answer = chitalnya("search", "--archive", folder, "--", query)
            matches = [match for hit in answer["results"] for match in hit["matches"]]
            quads = [quad for match in matches for quad in match["quads"]]
            on_pages = sorted({quad["page"] for quad in quads})
            print(
                f"{query:42} {answer['read_as']:44} {answer['documents']:4} {answer['matches']:7} "
                f"{','.join(map(str, on_pages))}"
            )
            shares = [inside_share(pages, quad) for quad in quads]
            if shares:
                print(f"{'':42} ink inside the quads: least {min(shares):.3f}; {len(quads)} quads")
                print(f"{'':42} {', '.join(dict.fromkeys(m['text'] for m in matches))}")
            rows.append((f"{query}  →  {answer['read_as']}", [cut(pages, quad) for quad in quads]))
    if chosen.sheet:
        chosen.sheet.parent.mkdir(parents=True, exist_ok=True)
        sheet_of(rows).save(chosen.sheet)
        print(f"sheet: {chosen.sheet}")


if __name__ == "__main__":
    main()
