"""One field of the card: its value, the way to its passage, and an editor in its place."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from desktop.panels.chips import wrapped
from desktop.panels.labels import PlainLabel
from desktop.state.card import CardLine, is_corrected
from desktop.state.counts import window_language
from desktop.theme import Palette, icon
from index.facts.card_wording import kinds, languages
from index.model.card import CardField, Origin

_ICON_PX: Final = 14
_PAD_PX: Final = 2
_LEAST_PX: Final = 24
_TITLE_LINES: Final = 3


class CardRow(QWidget):
    """One field: its value, a pencil, and in their place an editor while it is corrected.

    Args:
        field: Which field.
        palette: Colours.
        parent: Owner.

    Attributes:
        label: The name of the field.
        value: The button that shows its passage.
        pencil: The button that lets it be corrected.

    Signals:
        show_requested(CardField): Show its passage.
        corrected(CardField, str): It is to say this.
        take_back_requested(CardField): It is to say what was found.
    """

    show_requested = Signal(object)
    corrected = Signal(object, str)
    take_back_requested = Signal(object)

    def __init__(self, field: CardField, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._line: CardLine | None = None
        self._is_sent = False
        self.label = PlainLabel("", "muted")
        self.label.setFixedHeight(_LEAST_PX)
        self.value = _Value(_TITLE_LINES if field is CardField.TITLE else 1)
        self.pencil = QToolButton()
        self.pencil.setProperty("role", "small")
        self.pencil.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self._editor = _editor(field)
        self._editor.installEventFilter(self)
        self._editor.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (self.value, self._editor):
            row.addWidget(widget, 1)
        row.addWidget(self.pencil, 0, Qt.AlignmentFlag.AlignTop)
        self.value.clicked.connect(self._on_clicked)
        self.pencil.clicked.connect(self.edit)
        self.set_palette_roles(palette)

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self.pencil.setIcon(icon("pencil", palette.muted, _ICON_PX))

    def show_line(self, line: CardLine) -> None:
        """Show what stands in the field now."""
        self._line = line
        self.label.setText(line.name)
        self.value.show_words(self._words(line), is_muted=line.is_empty or line.entry.origin is Origin.FILE)
        self.value.setToolTip(self._tip(line))
        self.value.setAccessibleName(f"{line.name}: {line.words}")
        name = self.tr("Изменить: {field}").format(field=line.name)
        self.pencil.setToolTip(name)
        self.pencil.setAccessibleName(name)
        if self._is_sent:
            self._end_editing()

    def edit(self) -> None:
        """Let the reader type what the field is to say."""
        if self._line is None:
            return
        _write(self._editor, "" if self._line.is_empty else self._line.words)
        for widget in (self.value, self.pencil):
            widget.hide()
        self._editor.show()
        self._editor.setFocus()

    def go_on_editing(self) -> None:
        """Come back to what was typed: it could not be kept."""
        if self._is_sent:
            self._is_sent = False
            self._editor.setFocus()

    def menu(self) -> QMenu:
        """Return what can be done with the field."""
        menu, line = QMenu(self), self._line
        if line is not None and line.entry.span is not None:
            menu.addAction(self.tr("Показать место"), self._on_clicked)
        if line is not None and not line.is_empty:
            copy = menu.addAction(self.tr("Копировать"), self._copy)
            copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        change = menu.addAction(self.tr("Изменить…"), self.edit)
        change.setShortcut(QKeySequence(Qt.Key.Key_F2))
        if line is not None and is_corrected(line):
            menu.addAction(self.tr("Вернуть найденное"), lambda: self.take_back_requested.emit(self._field))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what can be done."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """F2 corrects, Ctrl+C copies."""
        if event.key() == Qt.Key.Key_F2:
            self.edit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter keeps what was typed, Escape drops it, and so does going away without a change."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._send()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._end_editing()
                self.value.setFocus()
                return True
        elif event.type() == QEvent.Type.FocusOut and not self._has_changed() and not self._is_sent:
            self._end_editing()
        return super().eventFilter(watched, event)

    def _send(self) -> None:
        if not self._has_changed():
            self._end_editing()
            self.value.setFocus()
            return
        self._is_sent = True
        self.corrected.emit(self._field, _typed(self._editor))

    def _has_changed(self) -> bool:
        was = "" if self._line is None or self._line.is_empty else self._line.words
        return _typed(self._editor).strip() != was.strip()

    def _end_editing(self) -> None:
        self._is_sent = False
        self._editor.hide()
        self.value.show()
        self.pencil.show()

    def _on_clicked(self) -> None:
        if self._line is not None and self._line.entry.span is not None:
            self.show_requested.emit(self._field)
        else:
            self.edit()

    def _copy(self) -> None:
        if self._line is not None and not self._line.is_empty:
            QGuiApplication.clipboard().setText(self._line.words)

    def _words(self, line: CardLine) -> str:
        if line.is_empty:
            return line.words
        if line.entry.origin is Origin.FILE:
            return self.tr("файл: {value}").format(value=line.words)
        return self.tr("{value} · ваше").format(value=line.words) if is_corrected(line) else line.words

    def _tip(self, line: CardLine) -> str:
        tips = {
            Origin.FILE: self.tr("Так говорит файл, не текст: это может быть неверно."),
            Origin.READER: self.tr("Исправлено вами."),
        }
        where = self.tr("Показать это место в тексте.") if line.entry.span is not None else ""
        return "\n".join(filter(None, (line.words, tips.get(line.entry.origin, ""), where)))


class _Value(QPushButton):
    """A value, cut with dots where it does not fit.

    Args:
        most_lines: Over how many lines it may go.
    """

    def __init__(self, most_lines: int) -> None:
        super().__init__()
        self.setProperty("role", "value")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words, self._most_lines = "", most_lines
        self._lines: list[str] = []

    def show_words(self, words: str, *, is_muted: bool) -> None:
        """Show another value."""
        self._words = words
        self.setProperty("muted", is_muted)
        self.style().unpolish(self)
        self.style().polish(self)
        self._wrap()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the words to the width there is."""
        super().resizeEvent(event)
        self._wrap()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw line by line: a button of Qt has one."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        top, height = (self.height() - len(self._lines) * self._line_px) // 2, self._line_px
        for number, line in enumerate(self._lines):
            option.rect = QRect(0, top + number * height, self.width(), height)
            option.text = line.replace("&", "&&")
            painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)

    @property
    def _line_px(self) -> int:
        return self.fontMetrics().lineSpacing()

    def _wrap(self) -> None:
        room = max(1, self.width() - 2 * _PAD_PX)
        self._lines = wrapped(self._words, self.font(), room, self._most_lines)
        self.setFixedHeight(max(_LEAST_PX, len(self._lines) * self._line_px + 2 * _PAD_PX))
        self.update()


def _editor(field: CardField) -> QLineEdit | QComboBox:
    """Return where a field is typed: with a list of what is known, if it is known."""
    known = {CardField.KIND: kinds, CardField.LANGUAGE: languages}.get(field)
    if known is None:
        return QLineEdit()
    box = QComboBox(editable=True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(list(known(window_language()).values()))
    return box


def _typed(editor: QLineEdit | QComboBox) -> str:
    return editor.currentText() if isinstance(editor, QComboBox) else editor.text()


def _write(editor: QLineEdit | QComboBox, words: str) -> None:
    line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
    if line is not None:
        line.setText(words)
        line.selectAll()
