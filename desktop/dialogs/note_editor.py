"""A small window beside a marked passage to write a note; whatever is typed is kept, however it is closed."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.mark_choice import MarkChoice
from desktop.dialogs.note_links import NoteLinks
from desktop.dialogs.tag_field import TagField
from desktop.state.note_changes import NoteChange
from desktop.state.notes import NotesPresenter
from desktop.theme import TEXT_PX, Palette, icon
from index.model.annotation import Annotation, AnnotationKind, HighlightColor, Link

_WIDTH: Final = 340
_GAP: Final = 8
_TEXT_HEIGHT: Final = 96
_AUTOSAVE_MS: Final = 1_500
_ICON_PX: Final = 16
_QUOTE_CHARACTERS: Final = 90


class NoteEditor(QFrame):
    """Writes the note, tags, colour, kind and links of one annotation.

    It saves when it is closed (by a click elsewhere, Escape, Ctrl+Enter, «Готово») and when typing pauses; it
    never asks whether to save. Only what changed is written.

    Args:
        notes: Writes them.
        palette: Colours.
        parent: The window it belongs to.

    Signals:
        closed(): It is gone.
        link_requested(Annotation): The reader wants the note to lead to another one.
    """

    closed = Signal()
    link_requested = Signal(object)

    def __init__(self, notes: NotesPresenter, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._notes = notes
        self._annotation: Annotation | None = None
        self._written: tuple[str, tuple[str, ...]] = ("", ())
        self._has_saved = False
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
        self._tags = TagField(self.tr("Метки через запятую"))
        self._tags.setAccessibleName(self.tr("Метки"))
        self._links, self._mark = NoteLinks(palette), MarkChoice(palette)
        self._delete = QToolButton()
        self._delete.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self._delete.setToolTip(self.tr("Удалить выделение и заметку"))
        self._delete.setAccessibleName(self._delete.toolTip())
        self._done = QPushButton(self.tr("Готово"))
        self._done.setToolTip(self.tr("Ctrl+Enter"))
        self._pause = QTimer(self, singleShot=True, interval=_AUTOSAVE_MS)
        self._lay_out()
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
        self._written, self._has_saved = (annotation.note, annotation.tags), False
        quote = " ".join(annotation.anchor.quote.split())
        self._quote.setText(f"«{_shortened(quote)}»" if quote else "")
        self._quote.setVisible(bool(quote))
        self._tags.know(self._notes.finding.known_tags())
        self._links.show_links(annotation.links, self._notes.linking.link)
        self._mark.show_mark(annotation.color, annotation.kind)
        self._text.setPlainText(annotation.note if unwritten.note is None else unwritten.note)
        self._tags.setText(", ".join(annotation.tags if unwritten.tags is None else unwritten.tags))
        self._pause.stop()
        self._fit()
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
        self._links.set_palette_roles(palette)
        self._mark.set_palette_roles(palette)

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

    def _lay_out(self) -> None:
        small = QFont(self.font())
        small.setPixelSize(TEXT_PX - 1)
        self._quote.setFont(small)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        for widget in (self._quote, self._text, self._tags, self._links, self._mark):
            column.addWidget(widget)
        foot = QHBoxLayout()
        foot.addWidget(self._delete)
        foot.addStretch()
        foot.addWidget(self._done)
        column.addLayout(foot)
        order = [self._text, self._tags, self._links, *self._mark.buttons(), self._delete, self._done]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self._text.textChanged.connect(self._pause.start)
        self._tags.textEdited.connect(self._pause.start)
        self._tags.returnPressed.connect(self.close)
        self._pause.timeout.connect(self._save)
        self._mark.color_chosen.connect(self._recolor)
        self._mark.kind_chosen.connect(self._mark_otherwise)
        self._links.changed.connect(self._lead)
        self._links.followed.connect(self._follow)
        self._links.wanted.connect(self._want_link)
        self._delete.clicked.connect(self._remove)
        self._done.clicked.connect(self.close)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.close)

    def _fit(self) -> None:
        """Be as high as what stands here by now."""
        for layout in (self._links.layout(), self.layout()):
            if layout is not None:
                layout.activate()
        self.adjustSize()

    def _save(self) -> None:
        self._pause.stop()
        if self._annotation is None:
            return
        note, tags = self._text.toPlainText().strip(), self._tags.tags()
        old_note, old_tags = self._written
        if (note, tags) == self._written:
            return
        self._written = (note, tags)
        self._notes.edit(
            self._annotation.id,
            note=note if note != old_note else None,
            tags=tags if tags != old_tags else None,
            joins=self._has_saved,
        )
        self._has_saved = True

    def _recolor(self, color: HighlightColor) -> None:
        if self._annotation is not None:
            self._notes.edit(self._annotation.id, color=color)

    def _mark_otherwise(self, kind: AnnotationKind) -> None:
        if self._annotation is not None:
            self._notes.edit(self._annotation.id, kind=kind)

    def _lead(self, links: tuple[Link, ...]) -> None:
        if self._annotation is not None:
            self._notes.changes.edit(self._annotation.id, NoteChange(links=links))
            self._fit()

    def _follow(self, link: Link) -> None:
        self.close()
        self._notes.linking.follow(link)

    def _want_link(self) -> None:
        annotation = self._annotation
        self.close()
        if annotation is not None:
            self.link_requested.emit(annotation)

    def _remove(self) -> None:
        annotation, self._annotation = self._annotation, None
        self.close()
        if annotation is not None:
            self._notes.delete(annotation.id)


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
