"""Drawn, not photographed: a landscape in place of a press photograph, and two emblems."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reportlab.lib.colors import HexColor, linearlyInterpolatedColor
from reportlab.pdfgen.canvas import Canvas

_SKY = ("#f3e3c8", "#9fb9cf")
_RANGES = (
    ("#8fa3b8", 0.62, 0.20, 5.1, 0.3),
    ("#6d859d", 0.50, 0.17, 7.7, 1.9),
    ("#4c657c", 0.36, 0.13, 4.3, 4.0),
)
_WATER = "#7fa3ba"


def draw_landscape(canvas: Canvas, width: float, height: float) -> None:
    """Draw mountains, a river and two flags in the rectangle from the origin."""
    canvas.saveState()
    frame = canvas.beginPath()
    frame.roundRect(0, 0, width, height, 3)
    canvas.clipPath(frame, stroke=0)
    canvas.linearGradient(0, 0, 0, height, [HexColor(color) for color in _SKY])
    canvas.setFillColor(HexColor("#fbf3df"))
    canvas.circle(width * 0.70, height * 0.74, height * 0.085, stroke=0, fill=1)
    for color, base, swing, waves, phase in _RANGES:
        _fill(canvas, color, _ridge(width, height, base, swing, waves, phase))
    _fill(canvas, "#3c5165", [(0, 0), (0, height * 0.24), (width, height * 0.17), (width, 0)])
    _river(canvas, width, height)
    _flag(canvas, width * 0.12, height * 0.20, height * 0.46, ("#c9a24a", "#f6f2e7", "#3f6f8f"))
    _flag(canvas, width * 0.19, height * 0.20, height * 0.46, ("#8f3b36", "#e9d9b0", "#2f5b46"))
    canvas.restoreState()


def draw_emblem(canvas: Canvas, name: str, width: float, height: float, color: str) -> None:
    """Draw an emblem: `arms` in the middle, `waves` at the left edge."""
    canvas.saveState()
    radius = height * 0.42
    canvas.translate(width / 2 if name == "arms" else radius + 1, height - radius - 1)
    canvas.setStrokeColor(HexColor(color))
    canvas.setFillColor(HexColor(color))
    canvas.setLineWidth(1.1)
    canvas.circle(0, 0, radius)
    if name == "arms":
        canvas.setLineWidth(0.5)
        canvas.circle(0, 0, radius * 0.88)
        _fill(canvas, color, _star(radius * 0.26, 0, radius * 0.42))
    for row in range(3):
        _wave(canvas, radius * 0.62, -radius * (0.05 + 0.22 * row) + (0 if name == "arms" else radius * 0.3))
    canvas.restoreState()


def _ridge(
    width: float, height: float, base: float, swing: float, waves: float, phase: float
) -> list[tuple[float, float]]:
    points = [(0.0, 0.0)]
    for step in range(81):
        x = step / 80
        jag = math.sin(waves * x * math.tau / 2 + phase) + 0.45 * math.sin(
            waves * 2.7 * x * math.tau / 2 + phase * 3
        )
        points.append((x * width, height * (base + swing * 0.6 * jag + 0.012 * ((step * 7) % 5 - 2))))
    return [*points, (width, 0.0)]


def _fill(canvas: Canvas, color: str, points: Sequence[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.setFillColor(HexColor(color))
    canvas.drawPath(path, stroke=0, fill=1)


def _river(canvas: Canvas, width: float, height: float) -> None:
    path = canvas.beginPath()
    path.moveTo(width * 0.475, height * 0.22)
    path.curveTo(width * 0.60, height * 0.16, width * 0.40, height * 0.12, width * 0.44, 0)
    path.lineTo(width * 0.86, 0)
    path.curveTo(width * 0.62, height * 0.10, width * 0.66, height * 0.17, width * 0.495, height * 0.22)
    path.close()
    canvas.setFillColor(HexColor(_WATER))
    canvas.drawPath(path, stroke=0, fill=1)
    for step in range(5):
        y = height * (0.03 + 0.03 * step)
        canvas.setStrokeColor(linearlyInterpolatedColor(HexColor("#d7e4ec"), HexColor(_WATER), 0, 5, step))
        canvas.setLineWidth(0.7)
        canvas.line(width * (0.52 - 0.01 * step), y, width * (0.62 - 0.015 * step), y)


def _flag(canvas: Canvas, x: float, y: float, pole: float, stripes: Sequence[str]) -> None:
    canvas.setStrokeColor(HexColor("#26313c"))
    canvas.setLineWidth(1.4)
    canvas.line(x, 0, x, y + pole)
    tall = pole * 0.30 / len(stripes)
    for row, color in enumerate(stripes):
        top = y + pole - row * tall
        path = canvas.beginPath()
        path.moveTo(x, top)
        path.curveTo(x + pole * 0.15, top + 4, x + pole * 0.27, top - 4, x + pole * 0.42, top)
        path.lineTo(x + pole * 0.42, top - tall)
        path.curveTo(x + pole * 0.27, top - tall - 4, x + pole * 0.15, top - tall + 4, x, top - tall)
        path.close()
        canvas.setFillColor(HexColor(color))
        canvas.drawPath(path, stroke=0, fill=1)


def _star(y: float, x: float, radius: float) -> list[tuple[float, float]]:
    corners = []
    for corner in range(10):
        length = radius if corner % 2 == 0 else radius * 0.42
        angle = math.pi / 2 + corner * math.pi / 5
        corners.append((x + length * math.cos(angle), y + length * math.sin(angle)))
    return corners


def _wave(canvas: Canvas, half: float, y: float) -> None:
    path = canvas.beginPath()
    path.moveTo(-half, y)
    step = half / 2
    for part in range(4):
        x, lift = -half + part * step, step * (0.5 if part % 2 == 0 else -0.5)
        path.curveTo(x + step * 0.35, y + lift, x + step * 0.65, y + lift, x + step, y)
    canvas.setLineWidth(1.1)
    canvas.drawPath(path)
