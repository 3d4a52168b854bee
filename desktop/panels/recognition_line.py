"""How a recognition is getting on, in the line at the bottom; nothing while there is none."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.panels.buttons import chip_button
from desktop.panels.labels import PlainLabel
from desktop.state.recognition import RecognitionPresenter, RecognitionState, progress_words

_BAR_PX: Final = 110


class RecognitionLine(QWidget):
    """Progress of the recognition with a button to pause it and to go on.

    Args:
        recognition: What is shown.
        parent: Owner.
    """

    def __init__(self, recognition: RecognitionPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recognition = recognition
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_PX)
        self._bar.setAccessibleName(self.tr("Ход распознавания"))
        self._words = PlainLabel("", "muted")
        self.pause = chip_button(self.tr("Приостановить"))
        self.resume = chip_button(self.tr("Продолжить"))
        self._later = chip_button(self.tr("Потом"))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 2, 3)
        row.setSpacing(10)
        for part in (self._bar, self._words, self.pause, self.resume, self._later):
            row.addWidget(part)
        self.pause.clicked.connect(recognition.pause)
        self.resume.clicked.connect(recognition.resume)
        self._later.clicked.connect(recognition.forget)
        recognition.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        state, progress = self._recognition.state, self._recognition.progress
        self.setVisible(state is not RecognitionState.IDLE)
        is_paused = state is RecognitionState.PAUSED
        total = progress.total if progress is not None else 0
        self._bar.setRange(0, total)
        self._bar.setValue(progress.done if progress is not None else 0)
        if state is RecognitionState.PAUSING:
            self._words.setText(self.tr("Сохраняю распознанное…"))
        elif is_paused:
            self._words.setText(self.tr("Распознавание приостановлено"))
        else:
            self._words.setText(progress_words(progress))
            self._words.setToolTip(progress.title if progress is not None else "")
        self.pause.setVisible(not is_paused)
        self.pause.setEnabled(state is RecognitionState.RUNNING)
        self.resume.setVisible(is_paused)
        self._later.setVisible(is_paused)
