"""Asks what of which documents to write, and as what; then shows how far it has got."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.labels import plain_label
from desktop.state.counts import figure
from desktop.state.exporting import AnyWish, Exporting, Scope

_WIDTH_PX: Final = 600
_MARGIN_PX: Final = 20
_INDICATOR_PX: Final = 24
_IN_A_ROW: Final = 5
_IN_ROWS: Final = 4


class Offer(NamedTuple):
    """Documents among which the reader chooses.

    Attributes:
        words: What they are called.
        scope: Which ones.
    """

    words: str
    scope: Scope


class ExportDialog(QDialog):
    """Format, documents, what of them; then progress, and where the file is.

    It does not keep the reader from reading on; closing it stops an export that is not complete.

    Args:
        exporting: Writes the file.
        offers: The documents to choose from; there must be some. The first is chosen.
        options: What of the documents is written.
        parent: Owner.

    Signals:
        wished(AnyWish): The reader wants it so; a name for the file is still needed.
        folder_requested(Path): The reader wants to see where the file is.
    """

    wished = Signal(object)
    folder_requested = Signal(object)

    def __init__(
        self,
        exporting: Exporting,
        offers: Sequence[Offer],
        options: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_WIDTH_PX)
        self._exporting, self._offers = exporting, offers
        self._made: Path | None = None
        self.hint = plain_label("", "muted", wraps=True)
        formats = self.offered_formats()
        self._hints = {kind: hint for kind, (_name, hint) in formats.items()}
        self.formats = {kind: QRadioButton(name) for kind, (name, _hint) in formats.items()}
        self.scopes = [self._scope_button(offer.words) for offer in offers]
        for buttons in (list(self.formats.values()), self.scopes):
            group = QButtonGroup(self)
            for button in buttons:
                group.addButton(button)
            buttons[0].setChecked(True)
        self.options = options
        self.bar = QProgressBar(textVisible=False)
        self.progress = plain_label("", "muted", wraps=True)
        self.folder = QPushButton(self.tr("Показать в папке"))
        self.stop = QPushButton(self.tr("Закрыть"))
        self.go = QPushButton(self.tr("Записать…"))
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self._connect()
        self._lay_out()
        self.show_format()
        self._say("")

    def reject(self) -> None:
        """Close; an export that runs is stopped."""
        self._exporting.cancel()
        super().reject()

    def offered_formats(self) -> Mapping[Any, tuple[str, str]]:
        """Return names of the formats, and what each is for; the first is chosen at first."""
        raise NotImplementedError

    def wish(self, scope: Scope) -> AnyWish:
        """Return what the reader wants, of these documents."""
        raise NotImplementedError

    def told(self, made: Any) -> str:  # noqa: ANN401 - what the export of the subclass returns
        """Return what to say of a file that is there."""
        raise NotImplementedError

    def show_format(self) -> None:
        """Show what the chosen format is for."""
        self.hint.setText(self._hints[self.format])

    @property
    def format(self) -> Any:  # noqa: ANN401 - the formats of the subclass
        """The chosen format."""
        return next(kind for kind, radio in self.formats.items() if radio.isChecked())

    def _scope_button(self, words: str) -> QRadioButton:
        button = QRadioButton(self)
        button.setAccessibleName(words)
        # Its font is that of the style sheet only then.
        button.ensurePolished()
        room = _WIDTH_PX - 2 * _MARGIN_PX - _INDICATOR_PX
        fitting = button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        button.setText(fitting.replace("&", "&&"))
        if fitting != words:
            button.setToolTip(words.replace("<", "&lt;"))
        return button

    def _connect(self) -> None:
        for button in self.formats.values():
            button.toggled.connect(self.show_format)
        self.go.clicked.connect(self._wish)
        self.stop.clicked.connect(self._stop)
        self.folder.clicked.connect(self._show_folder)
        exporting = self._exporting
        exporting.started.connect(self._on_started)
        exporting.progressed.connect(self._show_progress)
        exporting.ended.connect(self._on_ended)
        exporting.failed.connect(self._say)
        exporting.cancelled.connect(self._on_cancelled)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, 18, _MARGIN_PX, 16)
        column.setSpacing(8)
        if len(self.formats) > 1:
            column.addWidget(plain_label(self.tr("Формат"), "heading"))
            column.addLayout(self._formats_in_rows())
        column.addWidget(self.hint)
        column.addSpacing(6)
        column.addWidget(plain_label(self.tr("Документы"), "heading"))
        for radio in self.scopes:
            column.addWidget(radio)
        column.addSpacing(6)
        column.addWidget(plain_label(self.tr("Что записать"), "heading"))
        column.addWidget(self.options)
        column.addSpacing(6)
        column.addWidget(self.bar)
        column.addWidget(self.progress)
        column.addStretch()
        foot = QHBoxLayout()
        foot.addWidget(self.folder)
        foot.addStretch()
        foot.addWidget(self.stop)
        foot.addWidget(self.go)
        column.addLayout(foot)
        for button in (self.folder, self.stop):
            button.setAutoDefault(False)

    def _formats_in_rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        columns = _IN_A_ROW if len(self.formats) <= _IN_A_ROW else _IN_ROWS
        for number, radio in enumerate(self.formats.values()):
            grid.addWidget(radio, *divmod(number, columns))
        grid.setColumnStretch(columns, 1)
        return grid

    def _wish(self) -> None:
        chosen = next(number for number, radio in enumerate(self.scopes) if radio.isChecked())
        self.wished.emit(self.wish(self._offers[chosen].scope))

    def _stop(self) -> None:
        if self._exporting.is_running:
            self._exporting.cancel()
        else:
            self.reject()

    def _show_folder(self) -> None:
        self.folder_requested.emit(self._made)

    def _on_started(self) -> None:
        self._show_progress(0, 0)

    def _on_cancelled(self) -> None:
        self._say(self.tr("Остановлено. Файл не записан."))

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        words = self.tr("Читаю документы: {done} из {total}").format(done=figure(done), total=figure(total))
        self._say(words if total else self.tr("Готовлюсь…"), is_running=True)

    def _on_ended(self, made: Any) -> None:  # noqa: ANN401 - see `told`
        self._say(self.told(made))
        self._made = made.path
        self.folder.show()

    def _say(self, words: str, *, is_running: bool = False) -> None:
        """Say how it stands, and offer what makes sense then."""
        self.progress.setText(words)
        self.progress.setVisible(bool(words))
        self.bar.setVisible(is_running)
        self.folder.hide()
        self.stop.setText(self.tr("Остановить") if is_running else self.tr("Закрыть"))
        self.go.setVisible(not is_running)
