"""Asks which facts of which documents to write for which program, and shows how far it has got."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.kind_boxes import KindBoxes
from desktop.dialogs.labels import plain_label
from desktop.state.counts import Noun, counted, figure
from desktop.state.exporting import Exporting, ExportWish, Scope
from index.exchange.exporting import Exported, Format
from index.facts.wording import GroupKey

_NAMES: Final = {
    Format.XLSX: "Excel",
    Format.CSV: "CSV",
    Format.MARKDOWN: "Markdown",
    Format.JSON: "JSON",
    Format.FTM: "FollowTheMoney",
}
_WIDTH_PX: Final = 600
_MARGIN_PX: Final = 20
_INDICATOR_PX: Final = 24
_MOST_LEFT_OUT: Final = 3
_TITLE: Final = 60


class Offer(NamedTuple):
    """Documents among which the reader chooses.

    Attributes:
        words: What they are called.
        scope: Which ones.
    """

    words: str
    scope: Scope


class ExportFactsDialog(QDialog):
    """Format, documents, kinds of facts; then progress, and where the file is.

    It does not keep the reader from reading on; closing it stops an export that is not complete.

    Args:
        exporting: Writes the file.
        offers: The documents to choose from; there must be some. The first is chosen.
        groups: The names of all kinds of facts, in their order.
        parent: Owner.

    Signals:
        wished(ExportWish): The reader wants it so; a name for the file is still needed.
        folder_requested(Path): The reader wants to see where the file is.
    """

    wished = Signal(object)
    folder_requested = Signal(object)

    def __init__(
        self,
        exporting: Exporting,
        offers: Sequence[Offer],
        groups: Mapping[GroupKey, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Экспорт фактов"))
        self.setMinimumWidth(_WIDTH_PX)
        self._exporting, self._offers = exporting, offers
        self._made: Path | None = None
        self.hint = plain_label("", "muted", wraps=True)
        self._hints = self._format_hints()
        self.formats = {kind: QRadioButton(name) for kind, name in _NAMES.items()}
        self.scopes = [self._scope_button(offer.words) for offer in offers]
        for buttons in (list(self.formats.values()), self.scopes):
            group = QButtonGroup(self)
            for button in buttons:
                group.addButton(button)
            buttons[0].setChecked(True)
        self.kinds = KindBoxes(groups)
        self.bar = QProgressBar(textVisible=False)
        self.progress = plain_label("", "muted", wraps=True)
        self.folder = QPushButton(self.tr("Показать в папке"))
        self.stop = QPushButton(self.tr("Закрыть"))
        self.go = QPushButton(self.tr("Записать…"))
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self._connect()
        self._lay_out()
        self._show_hint()
        self._say("")

    def reject(self) -> None:
        """Close; an export that runs is stopped."""
        self._exporting.cancel()
        super().reject()

    def _format_hints(self) -> dict[Format, str]:
        return {
            Format.XLSX: self.tr("Книга Excel: лист на каждый вид фактов, числа и даты — числами и датами."),
            Format.CSV: self.tr("Одна таблица всех фактов, для любых программ."),
            Format.MARKDOWN: self.tr("Текст для чтения и заметок, например в Obsidian: с цитатами."),
            Format.JSON: self.tr("Для своих программ: всё, что известно, с местами в тексте."),
            Format.FTM: self.tr(
                "Для Aleph и OpenSanctions. Проценты, количества и даты в этот формат не входят."
            ),
        }

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
            button.toggled.connect(self._show_hint)
        self.kinds.changed.connect(self._on_kinds_changed)
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
        column.addWidget(plain_label(self.tr("Формат"), "heading"))
        formats = QHBoxLayout()
        formats.setSpacing(16)
        for radio in self.formats.values():
            formats.addWidget(radio)
        formats.addStretch()
        column.addLayout(formats)
        column.addWidget(self.hint)
        column.addSpacing(6)
        column.addWidget(plain_label(self.tr("Документы"), "heading"))
        for radio in self.scopes:
            column.addWidget(radio)
        column.addSpacing(6)
        column.addWidget(plain_label(self.tr("Что записать"), "heading"))
        column.addWidget(self.kinds)
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

    def _show_hint(self) -> None:
        self.hint.setText(self._hints[self._format])

    def _on_kinds_changed(self) -> None:
        self.go.setEnabled(bool(self.kinds.chosen))

    def _wish(self) -> None:
        chosen = next(number for number, radio in enumerate(self.scopes) if radio.isChecked())
        self.wished.emit(ExportWish(self._format, self._offers[chosen].scope, self.kinds.chosen))

    @property
    def _format(self) -> Format:
        return next(kind for kind, radio in self.formats.items() if radio.isChecked())

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

    def _on_ended(self, made: Exported) -> None:
        words = [
            self.tr("Записано: {name}. {documents}, фактов и имён: {facts}.").format(
                name=made.path.name,
                documents=counted(made.documents, Noun.DOCUMENT),
                facts=figure(made.facts),
            )
        ]
        if made.left_out:
            titles = [f"«{one.title[:_TITLE]}»" for one in made.left_out[:_MOST_LEFT_OUT]]
            more = "…" if len(made.left_out) > _MOST_LEFT_OUT else ""
            words.append(
                self.tr("Не вошли, потому что их факты извлечь не удалось: {titles}").format(
                    titles=", ".join(titles) + more
                )
            )
        self._say(" ".join(words))
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
