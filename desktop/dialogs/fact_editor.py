"""The form in which a fact or a name is corrected or added, beside the page it stands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.dialogs.fact_field import FactField
from desktop.dialogs.labels import plain_label
from desktop.dialogs.passage_box import PassageBox
from desktop.state.fact_fields import NAME_KINDS, FieldKind, fields, kind_name, label, status_name
from desktop.state.fact_form import Filled, Form, Ground, around, changed_kind
from desktop.state.fact_reading import FormProblem
from desktop.theme import Palette
from index.model.fact import STATUSES
from index.model.span import Span

_WIDTH_PX: Final = 440
_LABEL_PX: Final = 110


class FactDialog(QDialog):
    """A form. The page stays within reach: words that are selected there can be taken into a field.

    Args:
        title: What is being done.
        form: What it is filled in with.
        kinds: What the reader may choose from, `FactType` and `EntityType` values.
        ground: The document.
        palette: Colours.
        parent: The window it belongs to.

    Signals:
        submitted(Form): The reader wants this kept; `accept` or `complain` is the answer.
        words_requested(FactField, Span): These words are to go into this field.
    """

    submitted = Signal(object)
    words_requested = Signal(object, object)

    def __init__(
        self,
        title: str,
        form: Form,
        kinds: Sequence[str],
        ground: Ground,
        palette: Palette,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setFixedWidth(_WIDTH_PX)
        self._form, self._palette = form, palette
        self._names = sorted({entity.name for entity in ground.entities})
        self._words: Span | None = None
        self._fields: list[FactField] = []
        self.passage = PassageBox(ground.text, around(ground.text, form.passage), form.passage, palette)
        self.kind = _combo(self.tr("Вид"), [(kind, kind_name(kind)) for kind in kinds], form.kind)
        self.status = _combo(self.tr("Состояние"), [(one, status_name(one)) for one in STATUSES], form.status)
        self._grid = QGridLayout()
        self._lay_out()
        self.passage.words_selected.connect(self.offer)
        self.kind.currentIndexChanged.connect(self._change_kind)
        self._show(form)

    @property
    def shown_fields(self) -> tuple[FactField, ...]:
        """The fields of the kind that is chosen, in order."""
        return tuple(self._fields)

    def form(self) -> Form:
        """Return the form as it is filled in now."""
        filled = {one.field.name: one.filled() for one in self._fields}
        return Form(
            str(self.kind.currentData()),
            self._form.passage,
            {name: held for name, held in filled.items() if held != Filled()},
            str(self.status.currentData()),
            self._form.was,
        )

    def offer(self, words: Span | None) -> None:
        """Let these words be taken into a field; None: there are none to take."""
        self._words = words
        for one in self._fields:
            one.take.setEnabled(words is not None)

    def submit(self) -> None:
        """Ask for the form to be kept."""
        if self._save.isEnabled():
            self._save.setEnabled(False)
            self.submitted.emit(self.form())

    def complain(self, problem: FormProblem) -> None:
        """Say what is the matter with a field, and go there."""
        for one in self._fields:
            one.complain(problem.words if one.field.name == problem.field else "")
            if one.field.name == problem.field:
                one.editor.setFocus()
        self._save.setEnabled(True)
        self._fit()

    def _lay_out(self) -> None:
        self._save = QPushButton(self.tr("Сохранить"))
        self._save.setProperty("role", "primary")
        self._save.setDefault(True)
        self._save.setToolTip(self.tr("Ctrl+Enter"))
        self._save.clicked.connect(self.submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.submit)
        cancel = QPushButton(self.tr("Отмена"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self._save)
        self._grid.setColumnMinimumWidth(0, _LABEL_PX)
        self._grid.setColumnStretch(1, 1)
        self._grid.setVerticalSpacing(8)
        self._grid.setHorizontalSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self.passage)
        hint = self.tr("Слова, выделенные здесь или на странице, берёт в поле кнопка справа от него.")
        column.addWidget(plain_label(hint, "muted", wraps=True))
        column.addLayout(self._grid)
        column.addSpacing(6)
        column.addLayout(foot)

    def _change_kind(self) -> None:
        self._show(changed_kind(replace(self.form(), kind=self._form.kind), str(self.kind.currentData())))

    def _show(self, form: Form) -> None:
        self._form = form
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in {self.kind, self.status}:
                widget.hide()
                widget.deleteLater()
        self._fields = [FactField(one, self._names, self._palette) for one in fields(form.kind)]
        self._add(self.tr("Вид"), self.kind)
        for one in self._fields:
            one.fill(form.filled.get(one.field.name, Filled()))
            one.words_requested.connect(lambda one=one: self._request(one))
            self._add(label(one.field.name), one, is_high=_is_high(one.field.kind))
        order: list[QWidget] = [self.passage, self.kind, *(one.editor for one in self._fields)]
        self.status.setVisible(form.kind not in NAME_KINDS)
        if form.kind not in NAME_KINDS:
            self._add(self.tr("Состояние"), self.status)
            order.append(self.status)
        self.offer(self._words)
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)
        self._fields[0].editor.setFocus()
        self._fit()

    def _fit(self) -> None:
        """Take as much height as the words need at this width, no more."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(_WIDTH_PX))

    def _add(self, words: str, widget: QWidget, *, is_high: bool = False) -> None:
        row = self._grid.rowCount()
        name = plain_label(words, "muted")
        name.setBuddy(widget)
        align = Qt.AlignmentFlag.AlignTop if is_high else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(name, row, 0, align)
        self._grid.addWidget(widget, row, 1)

    def _request(self, one: FactField) -> None:
        if self._words is not None:
            self.words_requested.emit(one, self._words)


def _is_high(kind: FieldKind) -> bool:
    return kind in {FieldKind.CLAUSE, FieldKind.NAMES}


def _combo(name: str, choices: Sequence[tuple[str, str]], chosen: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, words in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
