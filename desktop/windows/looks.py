"""The look of the program: one of three, chosen by the reader or by the system."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.settings import THEME, Settings
from desktop.theme import PALETTES, Palette, ThemeName, choose_theme, icon, qt_palette, stylesheet


class Looks(QObject):
    """Paints the application in the chosen look and tells when it is another one.

    Args:
        application: What is painted.
        settings: Remembers the choice.
        parent: Owner.

    Signals:
        changed(Palette): The colours are others.
    """

    changed = Signal(object)

    def __init__(self, application: QApplication, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application, self._settings = application, settings
        self._theme = self._chosen()
        self._is_dressed = False
        self._paint()
        application.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def palette(self) -> Palette:
        """The colours that hold."""
        return PALETTES[self._theme]

    def dress(self) -> None:
        """Give the application its style sheet, which an empty window can do without."""
        self._is_dressed = True
        self._paint()

    def draw_window_icon(self) -> QIcon:
        """Return the icon of the program."""
        return icon("book-open", self.palette.accent, 64)

    def choose(self, setting: str) -> None:
        """Take a look by name, or the system's with `FOLLOW_SYSTEM`; remembered."""
        self._settings.set(THEME, setting)
        self._follow()

    def draw(self, name: str) -> QIcon:
        """Return an icon in the colours of commands."""
        return icon(name, self.palette.muted, 18, faded=self.palette.line, on=self.palette.accent)

    def _chosen(self) -> ThemeName:
        scheme = self._application.styleHints().colorScheme()
        return choose_theme(self._settings.get(THEME), is_system_dark=scheme == Qt.ColorScheme.Dark)

    def _follow(self) -> None:
        theme = self._chosen()
        if theme is not self._theme:
            self._theme = theme
            self._paint()
            self.changed.emit(self.palette)

    def _paint(self) -> None:
        self._application.setPalette(qt_palette(self.palette))
        if self._is_dressed:
            self._application.setStyleSheet(stylesheet(self.palette))
