"""Is furniture left out, and nothing else: `python -m benchmarks.furniture [--list FILE]`.

On the judged pages of real files a person said which printed lines are furniture: running headers and
footers, page numbers, stamps of reference systems and converters. Everything else is body. Printed lines
are taken from pdfium, cut at wide gaps; one is in our text if the map has words where it stands.

- removed: share of the furniture that is not in our text (goal: 98 % and more);
- wrongly removed: share of the body that is not in our text (goal: 0.1 % and less). Not counted: lines
  without a letter or digit, single letters (signs of formulas), and heads of tables that are printed again
  on each page, which a reader may leave out or not.

`--list` writes the lines of the judged pages that may be furniture, gathered by what they say, to be
judged: fill in the first column with "furniture", "repeat" (the head of a table again) or "body" (or
nothing: as before). `--take` keeps the verdicts as positions, in `benchmarks/judgements`: file, page,
baseline and left edge in points. `--sheets FOLDER` draws the judged pages.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import JUDGEMENTS, REAL, judgements, need_data, read
from benchmarks.places import PlacedLine, layers, placed_lines
from benchmarks.sheets import draw_edges

REMOVED_GOAL, WRONG_GOAL = 98.0, 0.1
_TOLERANCE_PT = 3.0
_PROBES = 5
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"\b[ivxlc]+\b")
_FIELDS = ("file", "page", "baseline", "left", "verdict")
_ZONE = 0.14


@dataclass(frozen=True, slots=True)
class Unit:
    """A printed line of a judged page.

    Attributes:
        file: Name of its file.
        page: Number of its page, from 1.
        line: What is printed, and where.
        is_in_text: Whether our text has it.
        verdict: What a person said: "furniture", "repeat" or "body".
        is_at_edge: Whether it stands in the outermost parts of its page.
    """

    file: str
    page: int
    line: PlacedLine
    is_in_text: bool
    verdict: str
    is_at_edge: bool

    @property
    def is_furniture(self) -> bool:
        """Whether a person said so."""
        return self.verdict == "furniture"

    @property
    def is_body(self) -> bool:
        """Whether it has to be in the text."""
        return self.verdict == "body" and (len(self.line.letters) > 1 or self.line.text.isdigit())


def judged_pages() -> dict[str, frozenset[int]]:
    """Return the numbers of the judged pages of each file."""
    return {row["file"]: frozenset(_numbers(row["pages"])) for row in judgements("furniture_pages")}


def _numbers(text: str) -> Iterator[int]:
    for part in text.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def units_of(file: str, pages: Iterable[int]) -> Iterator[Unit]:
    """Yield the printed lines of some pages of a file."""
    path = REAL / file
    judged: dict[int, list[tuple[float, float, str]]] = defaultdict(list)
    for row in judgements("furniture"):
        if row["file"] == file:
            place = float(row["baseline"]), float(row["left"])
            judged[int(row["page"])].append((*place, row["verdict"]))
    wanted = frozenset(pages)
    for layer in layers(path):
        page = layer.page_index + 1
        if page not in wanted:
            continue
        words = _words(path, layer.page_index)
        zone = _ZONE * layer.size[1]
        for line in placed_lines(layer):
            verdict = next((said for *place, said in judged[page] if _is_near(line, *place)), "body")
            is_at_edge = line.box.top < zone or line.box.bottom > layer.size[1] - zone
            yield Unit(file, page, line, _is_covered(line, words), verdict, is_at_edge)


def _words(path: Path, page_index: int) -> list[tuple[float, float, float, float, str]]:
    """Return left, top, right, bottom and letters of what our text has of a page."""
    document = read(path)
    found = []
    for piece in document.text_map.pieces(page_index):
        for quad in document.text_map.quads(piece.span):
            across, down = quad.points[::2], quad.points[1::2]
            text = document.text[piece.span.start : piece.span.stop]
            found.append((min(across), min(down), max(across), max(down), text))
    return found


def _is_near(line: PlacedLine, baseline: float, left: float) -> bool:
    return abs(line.baseline - baseline) < _TOLERANCE_PT and abs(line.box.left - left) < _TOLERANCE_PT


def _is_covered(line: PlacedLine, words: list[tuple[float, float, float, float, str]]) -> bool:
    """Whether most of some letters of a line are where our text has a word with such a letter."""
    step = max(1, len(line.letters) // _PROBES)
    probes = line.letters[step // 2 :: step]
    hits = 0
    for letter, (x, y) in probes:
        hits += any(
            left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1 and letter in text
            for left, top, right, bottom, text in words
        )
    return 2 * hits >= len(probes)


def all_units() -> list[Unit]:
    """Return the printed lines of all judged pages."""
    return [unit for file, pages in judged_pages().items() for unit in units_of(file, pages)]


def print_shares(units: list[Unit]) -> bool:
    """Print what is removed rightly and wrongly, by file and in all; returns whether both goals are met."""
    print(f"{'':46}{'pages':>6}{'furniture':>11}{'removed %':>11}{'body':>8}{'wrongly':>9}{'%':>8}")
    by_file: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        by_file[unit.file].append(unit)
    for file, own in by_file.items():
        _print_row(file[:44], own)
    removed, wrong = _print_row("all", units)
    for unit in units:
        if (unit.is_furniture and unit.is_in_text) or (unit.is_body and not unit.is_in_text):
            what = "kept furniture" if unit.is_furniture else "removed body"
            print(
                f"  {what}: {unit.file} page {unit.page} at {unit.line.baseline:.0f}: {unit.line.text[:70]}"
            )
    print(f"goals: removed {REMOVED_GOAL} % and more, wrongly {WRONG_GOAL} % and less")
    return removed >= REMOVED_GOAL and wrong <= WRONG_GOAL


def _print_row(title: str, units: list[Unit]) -> tuple[float, float]:
    pages = len({(unit.file, unit.page) for unit in units})
    furniture = [unit for unit in units if unit.is_furniture]
    body = [unit for unit in units if unit.is_body]
    removed = 100 * sum(not unit.is_in_text for unit in furniture) / max(1, len(furniture))
    wrong = sum(not unit.is_in_text for unit in body)
    share = 100 * wrong / max(1, len(body))
    percent = f"{removed:.2f}" if furniture else "-"
    cells = f"{pages:6}{len(furniture):11}{percent:>11}{len(body):8}{wrong:9}{share:8.3f}"
    print(f"{title:46}{cells}")
    return removed if furniture else 100.0, share


def _said(unit: Unit) -> tuple[str, str, str, int]:
    """What gathers lines: their words without numbers, and where they stand."""
    masked = _ROMAN.sub("#", _DIGITS.sub("#", unit.line.text.casefold()))
    return unit.file, masked, "edge" if unit.is_at_edge else "inside", round(unit.line.baseline / 12)


def _gathered(units: list[Unit]) -> dict[tuple[str, str, str, int], list[Unit]]:
    groups: dict[tuple[str, str, str, int], list[Unit]] = defaultdict(list)
    for unit in units:
        groups[_said(unit)].append(unit)
    return {
        said: group
        for said, group in groups.items()
        if len({unit.page for unit in group}) > 1 or any(not (u.is_in_text and u.is_body) for u in group)
    }


def write_list(units: list[Unit], path: Path) -> None:
    """Write the lines that may be furniture, with the verdicts there are."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("verdict", "file", "said", "where", "height", "lines", "removed", "was", "pages"))
        for said, group in sorted(_gathered(units).items()):
            removed = sum(not unit.is_in_text for unit in group)
            was = Counter(unit.verdict for unit in group).most_common(1)[0][0]
            pages = ",".join(str(unit.page) for unit in group[:12])
            writer.writerow(("", *said, len(group), removed, was, pages))


def take_list(units: list[Unit], path: Path) -> None:
    """Keep the verdicts of a judged list as positions."""
    groups = _gathered(units)
    verdicts = {id(unit): unit.verdict for unit in units}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            group = groups.get((row["file"], row["said"], row["where"], int(row["height"])), [])
            verdicts.update((id(unit), row["verdict"]) for unit in group if row["verdict"])
    chosen = [unit for unit in units if verdicts[id(unit)] != "body"]
    with (JUDGEMENTS / "furniture.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(_FIELDS)
        for unit in sorted(chosen, key=lambda u: (u.file, u.page, u.line.baseline, u.line.box.left)):
            place = f"{unit.line.baseline:.1f}", f"{unit.line.box.left:.1f}"
            writer.writerow((unit.file, unit.page, *place, verdicts[id(unit)]))


def draw(units: list[Unit], folder: Path) -> None:
    """Draw head and foot of all judged pages, with what is furniture and what is not in our text."""
    by_file: dict[str, dict[int, list[tuple[PlacedLine, str]]]] = defaultdict(lambda: defaultdict(list))
    for unit in units:
        marks = by_file[unit.file][unit.page]
        if unit.is_furniture:
            marks.append((unit.line, "kept" if unit.is_in_text else "removed"))
        elif not unit.is_in_text:
            marks.append((unit.line, "lost" if unit.is_body else "repeat"))
    folder.mkdir(parents=True, exist_ok=True)
    for file, pages in by_file.items():
        for name in draw_edges(REAL / file, pages, _ZONE, folder):
            print(name)


def main() -> None:
    """Print the two shares, or judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--list", type=Path, metavar="FILE", help="write what may be furniture, to be judged")
    parser.add_argument("--take", type=Path, metavar="FILE", help="keep the verdicts of a judged list")
    parser.add_argument("--sheets", type=Path, metavar="FOLDER", help="draw the judged pages")
    arguments = parser.parse_args()
    need_data()
    units = all_units()
    if arguments.list:
        write_list(units, arguments.list)
    elif arguments.take:
        take_list(units, arguments.take)
    elif arguments.sheets:
        draw(units, arguments.sheets)
    elif not print_shares(units):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
