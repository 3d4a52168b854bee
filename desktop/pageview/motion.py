"""Short movements that end by themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QAbstractSlider, QStyle, QWidget

from index.model.span import Span

_GLIDE_MS: Final = 220
_PULSE_MS: Final = 700


class Motion(QObject):
    """Runs one movement at a time from 0 to 1.

    Nothing moves when the style says that the user wants no animations, or while the widget is hidden.

    Args:
        owner: The widget that moves.
        duration_ms: How long a movement takes.
        step: Called with the progress, at last with exactly 1.
    """

    def __init__(self, owner: QWidget, duration_ms: int, step: Callable[[float], None]) -> None:
        super().__init__(owner)
        self._owner, self._step = owner, step
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(duration_ms)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._on_value)

    @property
    def is_running(self) -> bool:
        """Whether something moves."""
        return self._animation.state() is QAbstractAnimation.State.Running

    def start(self) -> None:
        """Begin the movement anew."""
        self._animation.stop()
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        if self._owner.isVisible() and self._owner.style().styleHint(hint, None, self._owner) > 0:
            self._animation.start()
        else:
            self._step(1.0)

    def stop(self) -> None:
        """End the movement where it is."""
        self._animation.stop()

    def _on_value(self, value: float) -> None:
        self._step(value)


class Glide(Motion):
    """Moves a scroll bar smoothly."""

    def __init__(self, owner: QWidget, bar: QAbstractSlider) -> None:
        super().__init__(owner, _GLIDE_MS, self._move)
        self._bar = bar
        self._from = self._to = 0

    def to(self, value: int) -> None:
        """Move the bar to a value."""
        self._from, self._to = self._bar.value(), value
        self.start()

    def _move(self, progress: float) -> None:
        self._bar.setValue(round(self._from + (self._to - self._from) * progress))


@dataclass(frozen=True, slots=True)
class Pulse:
    """A passage to which attention is drawn.

    Attributes:
        span: The passage.
        progress: 0 at the beginning, 1 when it is over.
    """

    span: Span
    progress: float


class Attention(Motion):
    """Draws attention to a passage for a moment.

    Args:
        owner: The view on which it is painted.
        repaint: Paints the view again.
    """

    def __init__(self, owner: QWidget, repaint: Callable[[], None]) -> None:
        super().__init__(owner, _PULSE_MS, self._advance)
        self._repaint = repaint
        self.pulse: Pulse | None = None

    def draw_to(self, span: Span) -> None:
        """Begin anew with a passage."""
        self.pulse = Pulse(span, 0.0)
        self.start()

    def stop(self) -> None:
        """End at once."""
        super().stop()
        self.pulse = None

    def _advance(self, progress: float) -> None:
        if self.pulse is not None:
            self.pulse = Pulse(self.pulse.span, progress) if progress < 1 else None
            self._repaint()
