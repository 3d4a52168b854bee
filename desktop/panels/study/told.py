"""The line that says how a question goes on: its progress, with a way out, or what came of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from desktop.panels.labels import ElidedLabel
from desktop.state.counts import figure
from desktop.state.inquiry import Inquiry

_BAR_PX = 160


class ToldLine(QWidget):
    """Words, a bar while there is work, and a button to stop it.

    Args:
        parent: Owner.

    Signals:
        stopped(): The reader does not want to wait.
    """

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ElidedLabel("", "muted")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(_BAR_PX)
        self._bar.setAccessibleName(self.tr("Сколько сделано"))
        self._stop = QPushButton(self.tr("Остановить"))
        self._stop.setProperty("role", "link")
        self._stop.clicked.connect(self.stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.words, 1)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
        self.setMinimumHeight(self._stop.sizeHint().height())
        self._show_work(shown=False)

    def tell(self, inquiry: Inquiry, summary: str) -> None:
        """Show how a question goes on; the summary when it is answered."""
        self._show_work(shown=inquiry.is_running)
        if not inquiry.is_running:
            self.words.setText(summary)
            return
        if inquiry.progress is None:
            self._bar.setRange(0, 0)
            self.words.setText(self.tr("Считаю…"))
            return
        done, total = inquiry.progress
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        words = self.tr("Считаю: {done} из {total}")
        self.words.setText(words.format(done=figure(done), total=figure(total)))

    def _show_work(self, *, shown: bool) -> None:
        self._bar.setVisible(shown)
        self._stop.setVisible(shown)
