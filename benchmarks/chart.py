"""A contest as a picture: every kind of question on a line, every engine a dot at p50 with a tail to p95."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from html import escape
from typing import Final

from benchmarks.results import Contest, Result

_COLORS: Final = ("#b3261e", "#1f5fa8", "#3c7d3c", "#8a5a00", "#6a4c93", "#555555")
_WIDTH, _LEFT, _RIGHT, _TOP, _ROW = 1000, 190, 30, 90, 34
_BAR, _BAR_GAP = 16, 6
_INK, _FAINT = "#222222", "#dddddd"
_MB: Final = 1_000_000


def svg(contest: Contest) -> str:
    """Return the picture as SVG."""
    kinds = contest.kinds()
    times = [[contest.times(result, kind) for result in contest.results] for kind in kinds]
    values = [value for row in times for cell in row if cell for value in (cell.p50, cell.p95)]
    first, last = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def x(ms: float) -> float:
        share = (math.log10(ms) - first) / (last - first)
        return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)

    bottom = _TOP + _ROW * len(kinds)
    parts = [_text(_LEFT, 28, f"{contest.pages:,} pages: best 20 documents and exact count, ms", size=18)]
    parts += _legend(contest)
    for power in range(first, last + 1):
        at = x(10.0**power)
        parts.append(_line(at, _TOP - 8, at, bottom, _FAINT))
        parts.append(_text(at, bottom + 18, f"{10.0**power:g}", anchor="middle"))
    for number, (kind, row) in enumerate(zip(kinds, times, strict=True)):
        y = _TOP + _ROW * number + _ROW / 2
        parts.append(_text(_LEFT - 10, y + 4, kind, anchor="end"))
        parts.append(_line(_LEFT, y + _ROW / 2, _WIDTH - _RIGHT, y + _ROW / 2, _FAINT))
        for place, cell in enumerate(row):
            if cell is None:
                continue
            color, at = _COLORS[place], y + (place - (len(row) - 1) / 2) * 5
            parts.append(_line(x(cell.p50), at, x(max(cell.p95, cell.p50)), at, color, width=2))
            parts.append(f'<circle cx="{x(cell.p50):.1f}" cy="{at:.1f}" r="4" fill="{color}"/>')
    bars: list[tuple[str, Callable[[Result], float]]] = [
        ("pages indexed a second, analysis included", lambda r: contest.speed(r, with_analysis=True)),
        ("size of the index, MB", lambda r: r.built.bytes / _MB),
        ("peak memory of indexing, MB", lambda r: r.built.peak_bytes / _MB),
    ]
    y = bottom + 60
    for title, value in bars:
        parts += _bars(contest, title, value, y)
        y += 40 + len(contest.results) * (_BAR + _BAR_GAP)
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{y}" viewBox="0 0 {_WIDTH} {y}"'
        ' font-family="sans-serif" font-size="13">\n<rect width="100%" height="100%" fill="white"/>\n'
        f"{body}\n</svg>\n"
    )


def _legend(contest: Contest) -> Iterator[str]:
    at = float(_LEFT)
    for place, result in enumerate(contest.results):
        yield f'<circle cx="{at + 6:.0f}" cy="52" r="5" fill="{_COLORS[place]}"/>'
        yield _text(at + 18, 57, result.name)
        at += 40 + 9 * len(result.name)
    yield _text(at, 57, "dot: p50, tail: to p95")


def _bars(contest: Contest, title: str, value: Callable[[Result], float], top: float) -> Iterator[str]:
    yield _text(_LEFT, top, title, size=15)
    most = max(value(result) for result in contest.results)
    for place, result in enumerate(contest.results):
        y, found = top + 12 + place * (_BAR + _BAR_GAP), value(result)
        length = found / most * (_WIDTH - _LEFT - _RIGHT - 80)
        yield f'<rect x="{_LEFT}" y="{y}" width="{length:.1f}" height="{_BAR}" fill="{_COLORS[place]}"/>'
        yield _text(_LEFT - 10, y + 13, result.name, anchor="end")
        yield _text(_LEFT + length + 8, y + 13, f"{found:,.0f}")


def _line(x1: float, y1: float, x2: float, y2: float, color: str, width: int = 1) -> str:
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{color}"'
        f' stroke-width="{width}"/>'
    )


def _text(x: float, y: float, text: str, *, anchor: str = "start", size: int = 13) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{_INK}">'
        f"{escape(text)}</text>"
    )
