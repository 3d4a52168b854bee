"""Pictures that are drawn here, as files: PNG in twice their size, as for print, and SVG."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton

from desktop.panels.buttons import chip_button

_SCALE: Final = 2.0


class Picture(Protocol):
    """What draws itself, and can be written to a file."""

    def picture(self) -> bytes:
        """Return it as PNG."""
        ...

    def drawing(self) -> bytes:
        """Return it as SVG."""
        ...


def as_png(size: QSize, ground: str, draw: Callable[[QPainter], None]) -> bytes:
    """Return a picture as PNG.

    Args:
        size: In pixels of the window.
        ground: Colour below everything.
        draw: Draws it.
    """
    made = QPixmap(size * _SCALE)
    made.setDevicePixelRatio(_SCALE)
    made.fill(QColor(ground))
    painter = QPainter(made)
    draw(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made.save(buffer, "PNG")
    return bytes(buffer.data().data())


def as_svg(size: QSize, ground: str, draw: Callable[[QPainter], None], title: str) -> bytes:
    """Return a picture as SVG; the arguments of `as_png`, and what it is called."""
    from PySide6.QtSvg import QSvgGenerator

    buffer, made = QBuffer(), QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setSize(size)
    made.setViewBox(QRect(0, 0, size.width(), size.height()))
    made.setTitle(title)
    painter = QPainter(made)
    painter.fillRect(QRect(0, 0, size.width(), size.height()), QColor(ground))
    draw(painter)
    painter.end()
    return bytes(buffer.data().data())


def picture_buttons(drawn: Picture, write: Callable[[bytes, str], None]) -> tuple[QPushButton, ...]:
    """Return the buttons that write a picture to a file.

    Args:
        drawn: The picture.
        write: Receives the file, and its suffix.
    """
    return tuple(
        _button(text, suffix, made, write)
        for text, suffix, made in (("PNG…", "png", drawn.picture), ("SVG…", "svg", drawn.drawing))
    )


def _button(
    text: str, suffix: str, made: Callable[[], bytes], write: Callable[[bytes, str], None]
) -> QPushButton:
    button = chip_button(text)
    button.setToolTip(QCoreApplication.translate("Study", "Записать картинкой"))
    button.setAccessibleName(f"{button.toolTip()}: {suffix.upper()}")
    button.clicked.connect(lambda: write(made(), suffix))
    return button
