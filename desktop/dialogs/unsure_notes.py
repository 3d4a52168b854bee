"""Notes whose place is not sure: what was marked beside what stands there now, and what to make of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.compared_box import ComparedBox
from desktop.dialogs.labels import plain_label
from desktop.state.counts import window_language
from desktop.state.differences import differing
from desktop.state.unsure import Likeness, Place, UnsureNotes, marked_passage
from desktop.theme import Palette, icon
from index.model.annotation import Annotation
from index.model.span import Span
from index.text.wording import position, sentence_case

_SIZE: Final = (760, 330)
_ICON_PX: Final = 16


class UnsureDialog(QDialog):
    """Goes through the notes, beside the window, so that a place can be selected on the page.

    Args:
        unsure: The notes, and what can be done about them.
        palette: Colours.
        actions: Commands of the window that hold here as well, as those that take back.
        parent: The window.
    """

    def __init__(
        self,
        unsure: UnsureNotes,
        palette: Palette,
        actions: tuple[QAction, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Места заметок"))
        self.resize(*_SIZE)
        self._unsure, self._selected = unsure, Span(0, 0)
        self.addActions(list(actions))
        self._lead = plain_label("", "lead", wraps=True)
        self._hint = plain_label("", "muted", wraps=True)
        self._was = ComparedBox(self.tr("Что было отмечено"), palette)
        self._now = ComparedBox(self.tr("Что стоит в тексте теперь"), palette)
        self._place = plain_label("", "muted")
        self._earlier = self._arrow("chevron-up", self.tr("Предыдущее место (←)"), palette)
        self._later = self._arrow("chevron-down", self.tr("Следующее место (→)"), palette)
        self._confirm = QPushButton(self.tr("Да, это место"))
        self._confirm.setProperty("role", "primary")
        self._confirm.setDefault(True)
        self._take = QPushButton(self.tr("Взять выделенное на странице"))
        self._skip = QPushButton(self.tr("Оставить как есть"))
        self._close = QPushButton(self.tr("Закрыть"))
        self._lay_out()
        self._connect()
        self._show()

    def follow_selection(self, span: Span | None) -> None:
        """Know what is selected on the page."""
        self._selected = span or Span(0, 0)
        self._show_buttons()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows go to other places and other notes."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        notes = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self._unsure.step_place(steps[key])
        elif key in notes:
            self._unsure.step(notes[key])
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Listen no longer."""
        self._unsure.changed.disconnect(self._show)
        super().closeEvent(event)

    def _arrow(self, drawing: str, tip: str, palette: Palette) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(drawing, palette.muted, _ICON_PX))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self._lead)
        column.addWidget(self._hint)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addWidget(plain_label(self.tr("Было отмечено"), "muted"), 0, 0)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._place, 1)
        head.addWidget(self._earlier)
        head.addWidget(self._later)
        grid.addLayout(head, 0, 1)
        grid.addWidget(self._was, 1, 0)
        grid.addWidget(self._now, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._take)
        foot.addStretch()
        for button in (self._close, self._skip, self._confirm):
            foot.addWidget(button)
        column.addLayout(foot)

    def _connect(self) -> None:
        unsure = self._unsure
        self._earlier.clicked.connect(lambda: unsure.step_place(-1))
        self._later.clicked.connect(lambda: unsure.step_place(1))
        self._confirm.clicked.connect(unsure.confirm)
        self._take.clicked.connect(lambda: unsure.take(self._selected))
        self._skip.clicked.connect(lambda: unsure.step(1))
        self._close.clicked.connect(self.close)
        for box in (self._was, self._now):
            box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for button in (self._earlier, self._later, self._take, self._skip, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for button in (self._take, self._skip, self._close):
            button.setAutoDefault(False)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self._take.click)
        self._take.setToolTip("Ctrl+Enter")
        self._skip.setToolTip("↓")
        unsure.changed.connect(self._show)

    def _show(self) -> None:
        note, place = self._unsure.note, self._unsure.place
        if note is None:
            self._lead.setText(self.tr("Разобрано: у всех заметок есть место."))
            self._hint.clear()
            self._was.clear()
            self._now.clear()
            self._place.clear()
        else:
            self._lead.setText(
                self.tr("Заметка {number}").format(
                    number=position(self._unsure.number, len(self._unsure.notes), window_language())
                )
                + (f" — «{_shortened(note.note)}»" if note.note.strip() else "")
            )
            self._show_passages(note, place)
        self._show_buttons()

    def _show_passages(self, note: Annotation, place: Place | None) -> None:
        was = marked_passage(note)
        if place is None:
            self._was.show_passage(was.words, (), was.before, was.after)
            self._place.setText(self.tr("Сейчас в тексте"))
            self._now.say(
                self.tr("Ищу…")
                if self._unsure.is_looking
                else self.tr(
                    "Похожих слов в тексте нет. Выделите место на странице или оставьте заметку как есть: "
                    "она сохранится со всеми словами."
                )
            )
            self._hint.clear()
            return
        self._hint.setText(
            self.tr("Текст документа изменился. Это место нашла программа — посмотрите, то ли оно.")
        )
        first, second = differing(was.words, place.passage.words)
        self._was.show_passage(was.words, first, was.before, was.after)
        self._now.show_passage(place.passage.words, second, place.passage.before, place.passage.after)
        parts = [
            sentence_case(likeness_words(place.likeness)),
            self.tr("стр. {number}").format(number=place.page_index + 1),
        ]
        if len(self._unsure.places) > 1:
            number = position(self._unsure.place_number, len(self._unsure.places), window_language())
            parts.insert(0, self.tr("Место {number}").format(number=number))
        self._place.setText(" · ".join(parts))

    def _show_buttons(self) -> None:
        has_note, several = self._unsure.note is not None, len(self._unsure.places) > 1
        self._take.setEnabled(bool(self._selected) and self._unsure.is_here)
        self._take.setVisible(has_note)
        self._skip.setVisible(has_note)
        self._confirm.setVisible(self._unsure.place is not None)
        self._skip.setEnabled(len(self._unsure.notes) > 1)
        for arrow in (self._earlier, self._later):
            arrow.setVisible(several)
        # Enter does what is most likely wanted.
        wanted = self._confirm if self._unsure.place is not None else self._skip if has_note else self._close
        if not self._confirm.hasFocus() and not self._take.hasFocus():
            wanted.setFocus()


def likeness_words(likeness: Likeness) -> str:
    """Return how alike a place is, in words."""
    translate = QCoreApplication.translate
    return {
        Likeness.NEARLY_SAME: translate("UnsureDialog", "почти то же"),
        Likeness.ALIKE: translate("UnsureDialog", "похоже"),
        Likeness.A_LITTLE: translate("UnsureDialog", "похоже немного"),
    }[likeness]


def _shortened(note: str) -> str:
    joined = " ".join(note.split())
    return joined if len(joined) <= 70 else f"{joined[:70].rsplit(' ', 1)[0]}…"
