"""Quads as strokes of a marker pen."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from index.model.geometry import Quad

_ROUNDING_PT: Final = 1.6
# A stroke begins a little before the first letter and ends a little after the last one.
_OVERHANG_PT: Final = 0.9
_OUTSET_PT: Final = 0.5
_LINE_PT: Final = 1.3


def strokes(
    quads: Iterable[Quad],
    overhang_pt: float = _OVERHANG_PT,
    outset_pt: float = _OUTSET_PT,
    rounding_pt: float = _ROUNDING_PT,
) -> QPainterPath:
    """Return one outline, in page space, for quads of one page.

    Filled at once, so that quads that overlap (lines set close) are not lit twice.

    Args:
        quads: The quads; corners may be rotated.
        overhang_pt: How far strokes reach beyond their quads along the line.
        outset_pt: How far they reach beyond them across the line.
        rounding_pt: Radius of the corners.
    """
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for quad in quads:
        corners = _corners(quad, overhang_pt, outset_pt)
        if corners is not None:
            _add_rounded(path, corners, rounding_pt)
    return path


def lined(quad: Quad, depth: float) -> Quad:
    """Return the thin quad of a line along a quad.

    Args:
        quad: A stretch of a line of text.
        depth: How far below its top, as a part of its height.
    """
    ul_x, ul_y, ur_x, ur_y, ll_x, ll_y, lr_x, lr_y = quad.points
    height = hypot(ll_x - ul_x, ll_y - ul_y)
    thick = min(1.0, _LINE_PT / height) if height else 0.0
    top, bottom = depth - thick / 2, depth + thick / 2

    def down(upper: float, lower: float, part: float) -> float:
        return upper + (lower - upper) * part

    return Quad(
        quad.page_index,
        (
            *(down(ul_x, ll_x, top), down(ul_y, ll_y, top)),
            *(down(ur_x, lr_x, top), down(ur_y, lr_y, top)),
            *(down(ul_x, ll_x, bottom), down(ul_y, ll_y, bottom)),
            *(down(ur_x, lr_x, bottom), down(ur_y, lr_y, bottom)),
        ),
    )


def _corners(quad: Quad, overhang_pt: float, outset_pt: float) -> list[QPointF] | None:
    """Return the corners clockwise, moved outwards; None for a quad without extent."""
    ul_x, ul_y, ur_x, ur_y, ll_x, ll_y, lr_x, lr_y = quad.points
    length, height = hypot(ur_x - ul_x, ur_y - ul_y), hypot(ll_x - ul_x, ll_y - ul_y)
    if not length or not height:
        return None
    along = QPointF(ur_x - ul_x, ur_y - ul_y) * (overhang_pt / length)
    across = QPointF(ll_x - ul_x, ll_y - ul_y) * (outset_pt / height)
    corners = [
        QPointF(ul_x, ul_y) - along - across,
        QPointF(ur_x, ur_y) + along - across,
        QPointF(lr_x, lr_y) + along + across,
        QPointF(ll_x, ll_y) - along + across,
    ]
    # With one sense of rotation for all, overlaps add up under the winding rule instead of cutting holes.
    turn = (ur_x - ul_x) * (lr_y - ur_y) - (ur_y - ul_y) * (lr_x - ur_x)
    return corners if turn >= 0 else corners[::-1]


def _add_rounded(path: QPainterPath, corners: list[QPointF], rounding_pt: float) -> None:
    for i, corner in enumerate(corners):
        before, after = corners[i - 1], corners[(i + 1) % 4]
        begin, end = _towards(corner, before, rounding_pt), _towards(corner, after, rounding_pt)
        if i == 0:
            path.moveTo(begin)
        else:
            path.lineTo(begin)
        path.quadTo(corner, end)
    path.closeSubpath()


def _towards(corner: QPointF, other: QPointF, distance: float) -> QPointF:
    length = hypot(other.x() - corner.x(), other.y() - corner.y())
    return corner + (other - corner) * min(0.5, distance / length)
