"""Pages with many marks: what is lit is put onto the picture once, not at every step of scrolling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QPainter, QPixmap

from desktop.pageview.lights import Lit

# Elements of outlines, seventeen to a mark: one mark is painted faster than it is kept.
_MANY: Final = 20
# Pages that may be on screen together.
_MOST_KEPT: Final = 4


@dataclass(frozen=True, slots=True)
class _Baked:
    picture_key: int
    lit: tuple[Lit, ...]
    result: QPixmap


class Baking:
    """The pictures of the pages on screen with their marks."""

    def __init__(self) -> None:
        self._kept: dict[int, _Baked] = {}

    def baked(
        self,
        page_index: int,
        picture: QPixmap,
        lit: tuple[Lit, ...],
        paint: Callable[[QPainter], None],
    ) -> QPixmap | None:
        """Return the picture with the marks on it; None when they are so few that it is not worth it.

        Args:
            page_index: The page.
            picture: Its picture, in the size in which it is shown.
            lit: What is lit on it; the same object as long as nothing changes.
            paint: Paints the marks on the picture.
        """
        if sum(outline.elementCount() for _role, outline in lit) < _MANY:
            self._kept.pop(page_index, None)
            return None
        kept = self._kept.pop(page_index, None)
        if kept is None or kept.picture_key != picture.cacheKey() or kept.lit is not lit:
            result = picture.copy()
            painter = QPainter(result)
            paint(painter)
            painter.end()
            kept = _Baked(picture.cacheKey(), lit, result)
        self._kept[page_index] = kept
        while len(self._kept) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return kept.result

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()
