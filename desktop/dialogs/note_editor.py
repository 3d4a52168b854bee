"""A small window beside a marked passage to write a note; whatever is typed is kept, however it is closed."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.swatch import Swatch
from desktop.state.notes import NotesPresenter
from desktop.theme import TEXT_PX, Palette, icon
from index.model.annotation import Annotation, HighlightColor

_WIDTH: Final = 340
_GAP: Final = 8
_TEXT_HEIGHT: Final = 96
_AUTOSAVE_MS: Final = 1_500
_ICON_PX: Final = 16
_QUOTE_CHARACTERS: Final = 90


class NoteEditor(QFrame):
    """Writes the note, tags and colour of one annotation.

    It saves when it is closed (by a click elsewhere, Escape, Ctrl+Enter, «Готово») and when typing pauses; it
    never asks whether to save. Only what changed is written.

    Args:
        notes: Writes them.
        palette: Colours.
        parent: The window it belongs to.

    Signals:
        closed(): It is gone.
    """

    closed = Signal()

    def __init__(self, notes: NotesPresenter, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._notes = notes
        self._annotation: Annotation | None = None
        self._written: tuple[str, tuple[str, ...]] = ("", ())
        self.setObjectName("noteEditor")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("Заметка"))
        self._quote = QLabel()
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.setWordWrap(True)
        self._quote.setProperty("role", "muted")
        self._text = QPlainTextEdit(tabChangesFocus=True)
        self._text.setPlaceholderText(self.tr("Что об этом думаете?"))
        self._text.setAccessibleName(self.tr("Текст заметки"))
        self._text.setFixedHeight(_TEXT_HEIGHT)
        self._text.document().setDocumentMargin(7)
        self._tags = QLineEdit(placeholderText=self.tr("Метки через запятую"))
        self._tags.setAccessibleName(self.tr("Метки"))
        self._swatches = QButtonGroup(self)
        self._delete = QToolButton()
        self._delete.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self._delete.setToolTip(self.tr("Удалить выделение и заметку"))
        self._delete.setAccessibleName(self._delete.toolTip())
        self._done = QPushButton(self.tr("Готово"))
        self._done.setToolTip(self.tr("Ctrl+Enter"))
        self._pause = QTimer(self, singleShot=True, interval=_AUTOSAVE_MS)
        self._lay_out(palette)
        self._connect()
        self.set_palette_roles(palette)

    @property
    def annotation(self) -> Annotation | None:
        """The annotation that is being edited."""
        return self._annotation

    def open_on(self, annotation: Annotation, beside: QRect) -> None:
        """Show the editor for an annotation.

        Args:
            annotation: What to edit.
            beside: The marked passage (or the row of a list) on the screen; it stays in sight.
        """
        self._save()
        unwritten = self._notes.unwritten(annotation.id)
        self._annotation = annotation
        self._written = (annotation.note, annotation.tags)
        quote = " ".join(annotation.anchor.quote.split())
        self._quote.setText(f"«{_shortened(quote)}»")
        self._text.setPlainText(annotation.note if unwritten.note is None else unwritten.note)
        self._tags.setText(", ".join(annotation.tags if unwritten.tags is None else unwritten.tags))
        for button in self._swatches.buttons():
            if isinstance(button, Swatch):
                button.setChecked(button.color is annotation.color)
        self._pause.stop()
        self.adjustSize()
        self.move(place_beside(self.size(), beside))
        self.show()
        self._text.moveCursor(self._text.textCursor().MoveOperation.End)
        self._text.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self.setStyleSheet(
            f"#noteEditor {{ background: {palette.panel}; border: 1px solid {palette.line}; }}"
            f"#noteEditor QLabel {{ color: {palette.muted}; }}"
        )
        self._delete.setIcon(icon("trash", palette.muted, _ICON_PX))
        for button in self._swatches.buttons():
            if isinstance(button, Swatch):
                button.set_palette_roles(palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape closes, and keeps."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what was typed, whatever closed the editor."""
        super().hideEvent(event)
        self._save()
        self._annotation = None
        self.closed.emit()

    def _lay_out(self, palette: Palette) -> None:
        small = QFont(self.font())
        small.setPixelSize(TEXT_PX - 1)
        self._quote.setFont(small)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        for widget in (self._quote, self._text, self._tags):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(4)
        for color in HighlightColor:
            swatch = Swatch(color, palette, self)
            self._swatches.addButton(swatch)
            row.addWidget(swatch)
        row.addStretch()
        row.addWidget(self._delete)
        row.addSpacing(4)
        row.addWidget(self._done)
        column.addLayout(row)
        order = [self._text, self._tags, *self._swatches.buttons(), self._delete, self._done]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self._text.textChanged.connect(self._pause.start)
        self._tags.textEdited.connect(self._pause.start)
        self._tags.returnPressed.connect(self.close)
        self._pause.timeout.connect(self._save)
        self._swatches.buttonClicked.connect(self._recolor)
        self._delete.clicked.connect(self._remove)
        self._done.clicked.connect(self.close)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.close)

    def _save(self) -> None:
        self._pause.stop()
        if self._annotation is None:
            return
        note, tags = self._text.toPlainText().strip(), split_tags(self._tags.text())
        old_note, old_tags = self._written
        if (note, tags) == self._written:
            return
        self._written = (note, tags)
        self._notes.edit(
            self._annotation.id,
            note=note if note != old_note else None,
            tags=tags if tags != old_tags else None,
        )

    def _recolor(self, button: QWidget) -> None:
        if self._annotation is not None and isinstance(button, Swatch):
            self._notes.edit(self._annotation.id, color=button.color)

    def _remove(self) -> None:
        annotation, self._annotation = self._annotation, None
        self.close()
        if annotation is not None:
            self._notes.delete(annotation.id)


def split_tags(text: str) -> tuple[str, ...]:
    """Return the tags of a line: parted by commas or semicolons, without # and without repetitions."""
    tags: dict[str, str] = {}
    for part in re.split(r"[,;]", text):
        tag = " ".join(part.strip().lstrip("#").split())
        if tag:
            tags.setdefault(tag.casefold(), tag)
    return tuple(tags.values())


def place_beside(size: QSize, beside: QRect) -> QPoint:
    """Return where a window of that size goes: below the rectangle, else above it, inside its screen."""
    screen = QGuiApplication.screenAt(beside.center()) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    below = beside.bottom() + _GAP
    above = beside.top() - _GAP - size.height()
    fits_below = below + size.height() <= room.bottom()
    y = below if fits_below or above < room.top() else above
    return QPoint(
        min(max(beside.left(), room.left()), room.right() - size.width()),
        min(max(y, room.top()), room.bottom() - size.height()),
    )


def _shortened(quote: str) -> str:
    if len(quote) <= _QUOTE_CHARACTERS:
        return quote
    return quote[:_QUOTE_CHARACTERS].rsplit(" ", 1)[0] + "…"
