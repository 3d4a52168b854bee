"""The line at the bottom: how an import is getting on, how it ended, and short messages."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.panels.buttons import chip_button
from desktop.panels.labels import ElidedLabel, PlainLabel
from desktop.state.counts import figure
from desktop.state.imports import Imports, summary, time_left
from desktop.state.wording import worded_error
from index.errors import ArchiveError
from index.model.report import ImportProgress, ImportReport

_MESSAGE_MS: Final = 6_000


class StatusLine(QWidget):
    """The line at the bottom.

    Signals:
        report_requested(): The reader wants the report of the import.
        unsearched_requested(): The reader wants to know what is not searched.
    """

    report_requested = Signal()
    unsearched_requested = Signal()

    def __init__(self, imports: Imports, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._imports = imports
        self._words = ElidedLabel("", "muted", hugs=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(170)
        self._bar.setAccessibleName(self.tr("Ход импорта"))
        self._names = ElidedLabel("", "muted")
        self._cancel = chip_button(self.tr("Остановить"))
        self._report = chip_button(self.tr("Отчёт"))
        self._close = chip_button(self.tr("Скрыть"))
        self._unsearched = chip_button("")
        self._unsearched.hide()
        self._hint = self.tr("F1 — клавиши и язык запросов")
        self._message = PlainLabel(self._hint, "muted")
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(_MESSAGE_MS)
        self._fade.timeout.connect(lambda: self._message.setText(self._hint))
        self._lay_out()
        self._cancel.clicked.connect(self._stop)
        self._report.clicked.connect(self.report_requested)
        self._close.clicked.connect(self._rest)
        self._unsearched.clicked.connect(self.unsearched_requested)
        imports.started.connect(self._on_started)
        imports.postponed.connect(self._on_postponed)
        imports.catching_up.connect(self._on_catching_up)
        imports.caught_up.connect(self._rest)
        imports.progressed.connect(self._on_progressed)
        imports.ended.connect(self._on_ended)
        imports.failed.connect(self._on_failed)
        self._rest()
        if imports.is_running:
            self._on_started()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 12, 3)
        row.setSpacing(10)
        row.addWidget(self._bar)
        row.addWidget(self._words)
        row.addWidget(self._names, 1)
        for button in (self._cancel, self._report, self._close):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self._message)
        row.addWidget(self._unsearched)

    def say(self, message: str) -> None:
        """Show a short message for a few seconds."""
        self._message.setText(message)
        self._fade.start()

    def show_unsearched(self, words: str) -> None:
        """Show what is not searched, in one line; nothing when everything is."""
        self._unsearched.setText(words)
        self._unsearched.setToolTip(self.tr("Что не ищется и почему"))
        self._unsearched.setVisible(bool(words))

    def _rest(self) -> None:
        for part in (self._bar, self._words, self._names, self._cancel, self._report, self._close):
            part.hide()

    def _on_started(self) -> None:
        self._rest()
        self._bar.setRange(0, 0)
        self._words.setText(self.tr("Ищу документы…"))
        self._names.setText("")
        self._cancel.setEnabled(True)
        self._cancel.setText(self.tr("Остановить"))
        for part in (self._bar, self._words, self._names, self._cancel):
            part.show()

    def _on_postponed(self) -> None:
        self.say(self.tr("Эти файлы добавятся следом."))

    @Slot(int, int)
    def _on_catching_up(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._words.setText(
            self.tr("Обновляю поиск: {done} из {total}").format(done=figure(done), total=figure(total))
        )
        self._bar.show()
        self._words.show()

    def _on_progressed(self, progress: ImportProgress) -> None:
        self._bar.setRange(0, max(1, progress.total))
        self._bar.setValue(progress.done)
        words = self.tr("Импорт: {done} из {total}").format(
            done=figure(progress.done), total=figure(progress.total)
        )
        if progress.seconds_left is not None and progress.done < progress.total:
            words += f" · {time_left(progress.seconds_left)}"
        self._words.setText(words)
        self._names.setText(", ".join(progress.names))

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self._cancel.setText(self.tr("Останавливаю…"))
        self._imports.cancel()

    def _on_ended(self, report: ImportReport) -> None:
        self._rest()
        self._words.setText(summary(report))
        self._words.show()
        self._report.setVisible(bool(report.files))
        self._close.show()

    def _on_failed(self, error: ArchiveError) -> None:
        self._rest()
        self._words.setText(worded_error(error))
        self._words.show()
        self._close.show()
