"""Running headers, footers and page numbers: what is printed on the page but not part of the text.

A line at the edge of a page is furniture if it comes back, digits aside, at the same height of other pages,
or if it is a number that counts the pages. Nothing is judged by its words alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from index.pdf.layout import PrintedLine
from index.pdf.manner import declares_paragraphs

_EDGE_ROWS = 6
_HEIGHT_TOLERANCE_PT = 4.0
_BARE_SHARE = 0.3
_LEFT_SHARE = 0.2
_REPEATED_SHARE = 0.35  # headers of left and right pages differ
_COUNTING_SHARE = 0.2
_CLOSE_EM = 2.4  # furniture keeps more distance from the text than the head of a table does
_OTHER_SIZE, _OTHER_SIZE_WEIGHT = 0.08, 1.6  # in other type than the text, less distance will do
_ALONE_EM = 99.0
_LONG_TABLE = 5
_PLACE_PT = 8.0
_OUTER_ROWS, _NUMBER_ROWS = 2, 4
_WITHIN_SHARE = 1.5
_ZONE = 0.25  # furniture stands in the outer quarters of a page
_NUMBER = re.compile(
    r"[-–—\s|/·•.\[(]*(?:(?:страница|стр\.?|с\.|лист|page|p\.)\s*)?(?:№\s*)?"
    r"(?P<number>\d{1,4}|[ivxlc]{1,7})(?:\s*(?:из|of|/)\s*\d{1,4})?[-–—\s|/·•.\])]*",
    re.IGNORECASE,
)
_RULE = re.compile(r"(?P<sign>[_=—–-])(?P=sign){9,}")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_DIGITS = re.compile(r"\d+")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(slots=True)
class Furniture:
    """What was found.

    Attributes:
        lines: Page index and position among the page's lines, for each line of furniture.
        numbers: The page number printed on a page, as it is written.
    """

    lines: set[tuple[int, int]] = field(default_factory=set)
    numbers: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line at the edge of a page."""

    page: int
    position: int
    is_top: bool
    rank: int
    """0 for the outermost row."""
    height: float
    text: str
    left: float
    is_alone: bool
    """Whether nothing else stands on its row."""
    gap: float
    """Distance to the next row inwards, in heights of the line's own font."""


def find_furniture(pages: Sequence[tuple[float, float, Sequence[PrintedLine]]]) -> Furniture:
    """Find the furniture of a document.

    Args:
        pages: Width and height as displayed and the lines of each page, in order.
    """
    edges = [
        edge
        for page, (*size, lines) in enumerate(pages)
        for edge in _edges(page, size, lines)
        if not lines[edge.position].ends_paragraph
    ]
    page_count = sum(1 for _, _, lines in pages if lines)
    found = Furniture()
    _find_numbers(edges, page_count, found)
    numbers = set(found.lines)
    if declares_paragraphs(next((lines for _, _, lines in reversed(pages) if lines), ())):
        # The file says what its paragraphs are, and what else it prints are numbers of pages.
        return found
    _find_repeated(edges, page_count, found, [line.text for _, _, lines in pages for line in lines])
    bare = sum(
        _letters_left(page, lines, found) <= _LEFT_SHARE * _letters_left(page, lines, None)
        for page, (_, _, lines) in enumerate(pages)
        if lines
    )
    if bare > _BARE_SHARE * page_count:
        # Hardly anything would be left: forms, slides, cards. What comes back there is the text itself.
        found.lines = numbers
    return found


def _letters_left(page: int, lines: Sequence[PrintedLine], found: Furniture | None) -> int:
    return sum(
        len(line.text) for i, line in enumerate(lines) if found is None or (page, i) not in found.lines
    )


def _edges(page: int, size: Sequence[float], lines: Sequence[PrintedLine]) -> Iterable[_Edge]:
    """Yield the lines of the outermost rows of one page, turned so that most of its text is upright."""
    if not lines:
        return
    letters: Counter[int] = Counter()
    for line in lines:
        letters[line.direction] += len(line.text)
    direction = letters.most_common(1)[0][0]
    height = size[1 - direction % 2]
    origin = -height if direction in (1, 2) else 0.0
    upright = sorted((line.baseline, i) for i, line in enumerate(lines) if line.direction == direction)
    for is_top in (True, False):
        rows = _rows(upright if is_top else upright[::-1], lines)
        for rank, row in enumerate(rows[:_EDGE_ROWS]):
            baseline = lines[row[0]].baseline
            depth = baseline - origin if is_top else origin + height - baseline
            if depth > height * _ZONE:
                break
            inner = lines[rows[rank + 1][0]] if rank + 1 < len(rows) else None
            gap = _gap(lines[row[0]], inner)
            for i in row:
                text = lines[i].text.strip()
                yield _Edge(page, i, is_top, rank, depth, text, lines[i].left, len(row) == 1, gap)


def _rows(ordered: Sequence[tuple[float, int]], lines: Sequence[PrintedLine]) -> list[list[int]]:
    """Gather lines by baseline, from the edge inwards, one row more than is looked at."""
    rows: list[list[int]] = []
    last = None
    for baseline, i in ordered:
        if last is None or abs(baseline - last) > 0.5 * lines[i].size:
            if len(rows) > _EDGE_ROWS:
                break
            rows.append([])
            last = baseline
        rows[-1].append(i)
    return rows


def _gap(own: PrintedLine, inner: PrintedLine | None) -> float:
    if inner is None:
        return _ALONE_EM
    gap = abs(inner.baseline - own.baseline) / (own.size or 1)
    return gap * _OTHER_SIZE_WEIGHT if abs(inner.size - own.size) > _OTHER_SIZE * own.size else gap


def _find_numbers(edges: Sequence[_Edge], page_count: int, found: Furniture) -> None:
    """Numbers alone on an outermost row that grow with the pages."""
    numbers: dict[tuple[bool, int], list[tuple[_Edge, str]]] = defaultdict(list)
    for edge in edges:
        match = _NUMBER.fullmatch(edge.text)
        if match and edge.rank < _NUMBER_ROWS:
            printed = match["number"]
            numbers[edge.is_top, _value(printed) - edge.page].append((edge, printed))
    for (_, shift), candidates in numbers.items():
        group = _alone_or_steady(candidates)
        pages = sorted({edge.page for edge, _ in group})
        is_counting = _longest_run(pages) >= 3 or len(pages) >= max(2, _COUNTING_SHARE * page_count)
        for edge, printed in group:
            is_own = shift == 1 and edge.rank == 0 and edge.gap >= _CLOSE_EM and printed.isdigit()
            if is_own or (is_counting and (printed.isdigit() or len(pages) >= 3)):
                found.lines.add((edge.page, edge.position))
                found.numbers.setdefault(edge.page, printed)


def _alone_or_steady(group: Sequence[tuple[_Edge, str]]) -> list[tuple[_Edge, str]]:
    """Return the numbers that stand alone at the edge.

    All that stand in one place of many pages, if there are such: then also those that rows of a table come
    close to.
    """
    alone = [(edge, printed) for edge, printed in group if edge.is_alone and edge.rank < _OUTER_ROWS]
    if len(alone) == len(group):
        return alone
    middle = len(group) // 2
    left = sorted(edge.left for edge, _ in group)[middle]
    height = sorted(edge.height for edge, _ in group)[middle]
    steady = [
        (edge, printed)
        for edge, printed in group
        if abs(edge.left - left) < _PLACE_PT and abs(edge.height - height) < _HEIGHT_TOLERANCE_PT
    ]
    is_counting = _longest_run(sorted({edge.page for edge, _ in steady})) >= _LONG_TABLE
    return steady if is_counting else alone


def _longest_run(ascending: Sequence[int]) -> int:
    longest = run = 0
    last = None
    for number in ascending:
        run = run + 1 if last is not None and number == last + 1 else 1
        longest, last = max(longest, run), number
    return longest


def _value(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    values = [_ROMAN[letter] for letter in printed.lower()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _find_repeated(edges: Sequence[_Edge], page_count: int, found: Furniture, texts: Sequence[str]) -> None:
    """Lines that come back at the same height of several pages, digits aside."""
    candidates = _outside(_candidates(edges, page_count, found), texts)
    gaps = _band_gaps(edges, found, candidates)
    for level in candidates:
        band = [edge for edge in level if edge in gaps]
        if not band:
            continue
        gap = sorted(gaps[edge] for edge in band)[len(band) // 2]
        if gap >= _CLOSE_EM and _is_steady(band):
            found.lines.update((edge.page, edge.position) for edge in band)
        elif (
            len({edge.text for edge in band}) == 1
            and _longest_run(sorted(e.page for e in band)) >= _LONG_TABLE
        ):
            # The head of a long table, repeated on its pages: the first one belongs to the text.
            found.lines.update((edge.page, edge.position) for edge in band[1:])


def _outside(levels: list[list[_Edge]], texts: Iterable[str]) -> list[list[_Edge]]:
    """Return the levels whose text does not come back within the pages as well: labels of cards, say."""
    masks = {_masked(level[0].text) for level in levels}
    lengths = {len(edge.text) for level in levels for edge in level}
    counts = Counter(mask for text in texts if len(text) in lengths and (mask := _masked(text)) in masks)
    at_edges = Counter[str]()
    for level in levels:
        at_edges[_masked(level[0].text)] += len(level)
    return [
        level
        for level in levels
        if counts[mask := _masked(level[0].text)] <= _WITHIN_SHARE * at_edges[mask]
        or not _LETTERS.search(mask)
    ]


def _is_steady(level: Sequence[_Edge]) -> bool:
    """Whether lines of a level say the same, or are numbers that grow: of sheets, not sums."""
    if _LETTERS.search(level[0].text):
        return True
    numbers = [[int(number) for number in _DIGITS.findall(edge.text)[:3]] for edge in level]
    return all(a <= b for a, b in pairwise(numbers))


def _candidates(edges: Sequence[_Edge], page_count: int, found: Furniture) -> list[list[_Edge]]:
    groups: dict[tuple[bool, str], list[_Edge]] = defaultdict(list)
    for edge in edges:
        if (edge.page, edge.position) not in found.lines:
            groups[edge.is_top, _masked(edge.text)].append(edge)
    heights: set[tuple[bool, int]] = set()
    sure: list[list[_Edge]] = []
    doubtful: list[list[_Edge]] = []
    for group in groups.values():
        for level in _levels(group):
            count = len({edge.page for edge in level})
            if count >= _enough(page_count):
                sure.append(level)
                heights.update((edge.is_top, round(edge.height / _HEIGHT_TOLERANCE_PT)) for edge in level)
            elif count >= 2:
                doubtful.append(level)
    # Titles of chapters change, but they stand at the height where furniture stands.
    for level in doubtful:
        band = round(level[0].height / _HEIGHT_TOLERANCE_PT)
        if level[0].rank == 0 and any((level[0].is_top, band + near) in heights for near in (-1, 0, 1)):
            sure.append(level)
    return [sorted(level, key=lambda edge: edge.page) for level in sure]


def _band_gaps(
    edges: Sequence[_Edge], found: Furniture, levels: Sequence[Sequence[_Edge]]
) -> dict[_Edge, float]:
    """Return the gap between furniture and text for the candidates that touch the edge of their page.

    A band is the rows from the edge inwards that are nothing but candidates and page numbers. After a gap at
    the top only what says the same on all pages belongs to it: «Задача 2» below a header is a heading.
    """
    candidates = {edge for level in levels for edge in level}
    same = {edge for level in levels if len({edge.text for edge in level}) == 1 for edge in level}
    rows: dict[tuple[int, bool, int], list[_Edge]] = defaultdict(list)
    for edge in edges:
        rows[edge.page, edge.is_top, edge.rank].append(edge)
    gaps: dict[_Edge, float] = {}
    for page, is_top in {(edge.page, edge.is_top) for edge in candidates}:
        band: list[_Edge] = []
        gap = 0.0
        for rank in range(_EDGE_ROWS):
            row = rows.get((page, is_top, rank), [])
            if not row or not all(e in candidates or (e.page, e.position) in found.lines for e in row):
                break
            if is_top and band and gap >= _CLOSE_EM and not same.issuperset(row):
                break
            band += row
            # A drawn line parts like room.
            gap = row[0].gap * (2 if _RULE.fullmatch(row[0].text) else 1)
        gaps.update((edge, gap) for edge in band)
    return gaps


def _enough(page_count: int) -> int:
    """Return on how many pages a line must come back."""
    return max(2, page_count) if page_count <= 3 else max(3, round(_REPEATED_SHARE * page_count))


def _levels(group: Sequence[_Edge]) -> Iterable[list[_Edge]]:
    """Part edges of one text by height."""
    level: list[_Edge] = []
    for edge in sorted(group, key=lambda edge: edge.height):
        if level and edge.height - level[-1].height > _HEIGHT_TOLERANCE_PT:
            yield level
            level = []
        level.append(edge)
    if level:
        yield level


def _masked(text: str) -> str:
    return _DIGITS.sub("#", text.casefold())
