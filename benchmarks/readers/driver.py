"""Drives a page view as a reader does, and looks at what it paints. Knows nothing of whose view it is.

Everything is judged by the pixels that are on the (offscreen) screen: a place is sharp from the last paint on
that changed anything; a frame is blank when the lines of a page that must be seen show nothing but paper.
"""

from __future__ import annotations

import json
import random
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Final, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPixmap, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget  # noqa: TID251 - a program of its own

SIZE: Final = (1000, 1000)
STEP_PX: Final = 48
"""Of an arrow; a notch of the wheel is three."""
FRAMES: Final = 420
NOTCHES: Final = (1, 4)
JUMPS: Final = 40
ZOOMS: Final = (1.5, 1.0, 2.0, 1.0, 3.0, 1.0, 4.0, 2.5, 0.5, 1.0, 5.0, 1.0)

T = TypeVar("T")
_FRAME_S: Final = 1 / 60
_PATCH: Final = 60, 60
_STILL_S: Final = 0.25
"""Whatever has not changed for so long is ready."""
_PATIENCE_S: Final = 15.0
# Where lines of text stand on the pages of the book, as parts of a page.
_LINES: Final = QRectF(0.12, 0.085, 0.55, 0.75)
# A part of a page that high, in parts of it, shows a line.
_LEAST_HEIGHT: Final = 0.045
_LEAST_CONTRAST: Final = 10


class View(Protocol):
    """A page view to be measured."""

    area: QAbstractScrollArea
    page_count: int

    def go_to(self, page_index: int) -> None:
        """Show the top of a page."""

    def zoom(self, factor: float) -> None:
        """Show pages in that size; 1 is 96 pixels to an inch."""

    def pages(self) -> Iterator[tuple[int, QRectF]]:
        """Yield the pages that must be seen now, and where they lie in the viewport."""

    def close(self) -> None:
        """End what was started."""


@dataclass(slots=True)
class Measured:
    """What was seen; times in milliseconds.

    Attributes:
        opened: From the order to open the book until its first page is sharp.
        paints: Time of each paint while scrolling, by notches of the wheel a frame.
        gaps: Time from one paint to the next meanwhile; a frame is asked for every 16.7 ms.
        jumps: From the order to go to a page until it is sharp.
        zooms: From the order to zoom until it is sharp.
        blank: Frames with a blank page, and all frames: while scrolling, after jumps, after zooms.
        memory_mb: What window and helping processes take, at its highest.
    """

    opened: float = 0.0
    paints: dict[str, list[float]] = field(default_factory=dict)
    gaps: dict[str, list[float]] = field(default_factory=dict)
    jumps: list[float] = field(default_factory=list)
    zooms: list[float] = field(default_factory=list)
    blank: dict[str, tuple[int, int]] = field(default_factory=dict)
    memory_mb: float = 0.0

    def write(self) -> str:
        """Return it as JSON."""
        return json.dumps(asdict(self))


class Eye(QObject):
    """Sees every paint of a viewport."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self.ended: list[float] = []
        self.took: list[float] = []
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Measure a paint."""
        if event.type() is not QEvent.Type.Paint:
            return super().eventFilter(watched, event)
        self._viewport.removeEventFilter(self)
        began = time.perf_counter()
        QApplication.sendEvent(watched, event)
        self.ended.append(time.perf_counter())
        self.took.append(self.ended[-1] - began)
        self._viewport.installEventFilter(self)
        return True


class Driver:
    """Measures one view.

    Args:
        application: Runs the events.
        open_view: Opens the book in a shown view.
    """

    def __init__(self, application: QApplication, open_view: Callable[[], View]) -> None:
        self._application = application
        self.measured = Measured()
        began = time.perf_counter()
        self._view = open_view()
        self._area = self._view.area
        self._eye = Eye(self._area.viewport())
        self._area.verticalScrollBar().setSingleStep(STEP_PX)
        self.measured.opened = self._settle(began)

    def run(self) -> Measured:
        """Scroll, jump, zoom."""
        for notches in NOTCHES:
            self._scroll(notches)
        self._look_while_scrolling()
        self._jump()
        self._zoom()
        self._view.close()
        return self.measured

    def _scroll(self, notches: int) -> None:
        """Turn the wheel at every frame; nothing but time is looked at."""
        self._view.go_to(0)
        self._settle(time.perf_counter())
        self._eye.took.clear()
        self._eye.ended.clear()
        for _ in self._frames(FRAMES, notches):
            pass
        ended = self._eye.ended
        self.measured.paints[str(notches)] = [seconds * 1e3 for seconds in self._eye.took]
        self.measured.gaps[str(notches)] = [(ended[i] - ended[i - 1]) * 1e3 for i in range(1, len(ended))]
        self._weigh()

    def _look_while_scrolling(self) -> None:
        blank = frames = 0
        self._view.go_to(self._view.page_count // 3)
        self._settle(time.perf_counter())
        for _ in self._frames(FRAMES // 2, NOTCHES[-1]):
            blank += self._is_blank(self._screen())
            frames += 1
        self.measured.blank["scroll"] = blank, frames

    def _jump(self) -> None:
        chance = random.Random(7)  # noqa: S311 - only a choice of pages
        pages = [chance.randrange(self._view.page_count) for _ in range(JUMPS)]
        self.measured.jumps = [self._time(self._view.go_to, page_index) for page_index in pages]
        self.measured.blank["jump"] = self._count_blank(self._view.go_to, reversed(pages))
        self._weigh()

    def _zoom(self) -> None:
        self._view.go_to(self._view.page_count // 2)
        self._settle(time.perf_counter())
        self.measured.zooms = [self._time(self._view.zoom, factor) for factor in ZOOMS]
        self._weigh()
        self.measured.blank["zoom"] = self._count_blank(self._view.zoom, ZOOMS)
        self._weigh()

    def _time(self, act: Callable[[T], None], what: T) -> float:
        began = time.perf_counter()
        act(what)
        return self._settle(began)

    def _count_blank(self, act: Callable[[T], None], all_: Iterable[T]) -> tuple[int, int]:
        """Do all once more, and look at every paint: that takes too long to measure time meanwhile."""
        blank = frames = 0
        for what in all_:
            act(what)
            for _at in self._changes():
                blank += self._is_blank(self._screen())
                frames += 1
        return blank, frames

    def _frames(self, count: int, notches: int) -> Iterator[int]:
        for number in range(count):
            began = time.perf_counter()
            self._turn_wheel(notches)
            while time.perf_counter() - began < _FRAME_S:
                self._application.processEvents()
                time.sleep(0.0005)
            yield number

    def _turn_wheel(self, notches: int) -> None:
        viewport = self._area.viewport()
        at = QPointF(viewport.rect().center())
        event = QWheelEvent(
            at,
            QPointF(viewport.mapToGlobal(at)),
            QPoint(),
            QPoint(0, -120 * notches),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, event)

    def _settle(self, began: float) -> float:
        """Return the milliseconds from then until the last paint that changed anything, when all is still."""
        last = began
        for at in self._changes():
            last = at
        return (last - began) * 1e3

    def _changes(self) -> Iterator[float]:
        """Yield when each paint that changed the screen ended, until all is still."""
        seen, painted = None, len(self._eye.ended)
        began = last = time.perf_counter()
        while time.perf_counter() - last < _STILL_S:
            self._application.processEvents()
            if len(self._eye.ended) > painted:
                painted = len(self._eye.ended)
                mark = self._mark()
                if mark != seen:
                    seen, last = mark, time.perf_counter()
                    yield self._eye.ended[-1]
            time.sleep(0.0005)
            if time.perf_counter() - began > _PATIENCE_S:
                raise TimeoutError

    def _mark(self) -> tuple[int, ...]:
        """Return what tells one picture on the screen from another: nine patches of it."""
        viewport = self._area.viewport()
        across, down = viewport.width() // 4, viewport.height() // 4
        patches = (self._grab(QRect(x * across, y * down, *_PATCH)) for x in (1, 2, 3) for y in (1, 2, 3))
        return tuple(zlib.adler32(patch.toImage().constBits()) for patch in patches)

    def _grab(self, part: QRect) -> QPixmap:
        """Return a part of the viewport as it is on the screen: nothing is painted for it."""
        window = self._area.window()
        corner = self._area.viewport().mapTo(window, part.topLeft())
        return window.screen().grabWindow(window.winId(), corner.x(), corner.y(), part.width(), part.height())

    def _screen(self) -> QImage:
        grabbed = self._grab(self._area.viewport().rect())
        return grabbed.toImage().convertToFormat(QImage.Format.Format_Grayscale8)

    def _is_blank(self, image: QImage) -> bool:
        import numpy as np

        grey = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        for _page_index, page in self._view.pages():
            lines = QRectF(
                page.left() + _LINES.left() * page.width(),
                page.top() + _LINES.top() * page.height(),
                _LINES.width() * page.width(),
                _LINES.height() * page.height(),
            )
            seen = lines.toRect().intersected(QRect(0, 0, image.width(), image.height()))
            if seen.height() < _LEAST_HEIGHT * page.height() or seen.width() < 1:
                continue
            part = grey[seen.top() : seen.bottom() + 1, seen.left() : seen.right() + 1]
            if int(part.max()) - int(part.min()) < _LEAST_CONTRAST:
                return True
        return False

    def _weigh(self) -> None:
        import psutil

        own = psutil.Process()
        processes: Sequence[psutil.Process] = (own, *own.children(recursive=True))
        # What processes share is counted once.
        shares = sum(process.memory_full_info().pss for process in processes)
        self.measured.memory_mb = max(self.measured.memory_mb, shares / 1e6)
