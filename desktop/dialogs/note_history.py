"""How a note was before each change, compared with how it is now; an older state comes back from here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from desktop.dialogs.compared_box import ComparedBox
from desktop.dialogs.labels import plain_label
from desktop.state.counts import window_language
from desktop.state.differences import differing
from desktop.state.markers import kind_name, marker_name
from desktop.theme import Palette
from index.model.annotation import Annotation, Change, PastState
from index.text.wording import moment

_SIZE: Final = (680, 400)
_LIST_PX: Final = 210


class NoteHistoryDialog(QDialog):
    """States of a note at the left, what was different then at the right.

    Args:
        note: How it is now.
        past: How it was before each change, the latest first.
        palette: Colours.
        parent: The window it belongs to.

    Signals:
        wanted(Annotation): This state is to hold again.
    """

    wanted = Signal(object)

    def __init__(
        self, note: Annotation, past: Sequence[PastState], palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Прежние состояния заметки"))
        self.resize(*_SIZE)
        self._note, self._past = note, tuple(past)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Прежние состояния"))
        self.list.setObjectName("names")
        self.list.setFixedWidth(_LIST_PX)
        self.list.addItems([state_words(state) for state in self._past])
        self._text = ComparedBox(self.tr("Текст заметки тогда"), palette)
        self._details = plain_label("", "muted", wraps=True)
        self._restore = QPushButton(self.tr("Вернуть это состояние"))
        self._restore.setProperty("role", "primary")
        self._restore.setDefault(True)
        self._restore.setEnabled(bool(past))
        close = QPushButton(self.tr("Закрыть"))
        close.setAutoDefault(False)
        self._lay_out(close)
        close.clicked.connect(self.close)
        self._restore.clicked.connect(self._want)
        self.list.itemActivated.connect(self._want)
        self.list.currentRowChanged.connect(self._show)
        if past:
            self.list.setCurrentRow(0)
            self.list.setFocus()
        else:
            self._text.say(self.tr("Эту заметку ещё не меняли."))

    def _lay_out(self, close: QPushButton) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._text, 1)
        right.addWidget(self._details)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        foot.addWidget(self._restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        lead = self.tr("Выделено то, чего в заметке сейчас нет.")
        column.addWidget(plain_label(lead, "muted", wraps=True))
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._past):
            return
        then = self._past[row].annotation
        if then.note:
            self._text.show_passage(then.note, differing(then.note, self._note.note)[0])
        else:
            self._text.say(self.tr("Тогда ничего не было написано."))
        self._details.setText("\n".join(differences(then, self._note)))

    def _want(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._past):
            self.wanted.emit(self._past[row].annotation)
            self.close()


def state_words(state: PastState) -> str:
    """Return what ended a state, and when: «до правки, 14:05»."""
    translate = QCoreApplication.translate
    what = {
        Change.EDITED: translate("NoteHistory", "до правки"),
        Change.MOVED: translate("NoteHistory", "до переноса на другое место"),
        Change.DELETED: translate("NoteHistory", "до удаления"),
        Change.RESTORED: translate("NoteHistory", "до возврата"),
    }[state.changed]
    when = moment(state.at, date.today(), window_language())  # noqa: DTZ011 - the day of the reader
    return f"{when} · {what}"


def differences(then: Annotation, now: Annotation) -> list[str]:
    """Return in which ways besides its text a note was different: «Цвет: жёлтый, сейчас зелёный»."""
    translate = QCoreApplication.translate
    nothing = translate("NoteHistory", "нет")

    def tags(note: Annotation) -> str:
        return ", ".join(f"#{tag}" for tag in note.tags) or nothing

    def links(note: Annotation) -> str:
        return ", ".join(f"«{link.label}»" for link in note.links) or nothing

    compared = (
        (translate("NoteHistory", "Цвет"), marker_name(then.color).lower(), marker_name(now.color).lower()),
        (translate("NoteHistory", "Вид"), kind_name(then.kind), kind_name(now.kind)),
        (translate("NoteHistory", "Метки"), tags(then), tags(now)),
        (translate("NoteHistory", "Ссылки"), links(then), links(now)),
        (translate("NoteHistory", "Место"), _quote(then), _quote(now)),
    )
    template = translate("NoteHistory", "{what}: {then}, сейчас {now}")
    return [template.format(what=what, then=old, now=new) for what, old, new in compared if old != new]


def _quote(note: Annotation) -> str:
    joined = " ".join(note.anchor.quote.split())
    return f"«{joined if len(joined) <= 60 else joined[:59] + '…'}»"
