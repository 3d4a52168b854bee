"""What became of notes of other programs: taken, to be confirmed, without a place, there already."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.dialogs.labels import plain_label
from desktop.state.counts import Noun, counted, figure
from desktop.state.taking import TakingReport
from index.ingest.notes_files import Homeless
from index.model.foreign import Taken

_WIDTH_PX: Final = 520
_MARGIN_PX: Final = 20
_MOST_PX: Final = 420
_LONGEST: Final = 110


class NotesTakenDialog(QDialog):
    """The report on files whose notes were to be taken.

    Args:
        report: What became of them.
        here: Title of the open document; empty when there is none.
        parent: Owner.

    Signals:
        wanted_here(list[Path]): The notes without a document belong to the open one.
    """

    wanted_here = Signal(list)

    def __init__(self, report: TakingReport, here: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Заметки из файлов"))
        self.setFixedWidth(_WIDTH_PX)
        self._report = report
        self.lines = list(self._lines())
        self.here = QPushButton(self.tr("Взять их в открытый документ"))
        self.here.setToolTip(here.replace("<", "‹"))
        self.here.setVisible(bool(report.homeless and here))
        self.here.setAutoDefault(False)
        self.here.clicked.connect(self._want_here)
        self.close_button = QPushButton(self.tr("Закрыть"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._lay_out()

    def _lines(self) -> Iterable[tuple[str, str]]:
        """Yield headings and what stands below each."""
        for path, found in self._report.files:
            for summary, taken in found.taken:
                yield _short(summary.title), self._taken(taken)
            for one in found.homeless:
                yield _short(one.words or path.name), self._homeless(one)
        for refused in self._report.refused:
            yield _short(refused.path.name), refused.words

    def _taken(self, taken: Taken) -> str:
        count = len(taken.all)
        parts = [self.tr("Взято: {notes}.").format(notes=counted(count, Noun.NOTE))] if count else []
        if taken.likely:
            parts.append(
                self.tr("Место надо подтвердить: {count}; слова там немного другие.").format(
                    count=figure(len(taken.likely))
                )
            )
        if taken.lost:
            parts.append(
                self.tr("Без места: {count}; таких слов в документе нет или их несколько.").format(
                    count=figure(len(taken.lost))
                )
            )
        if taken.known:
            parts.append(self.tr("Уже брали раньше: {count}.").format(count=figure(taken.known)))
        return " ".join(parts)

    def _homeless(self, one: Homeless) -> str:
        return self.tr("Такого документа в архиве нет, не взято: {notes}.").format(
            notes=counted(one.count, Noun.NOTE)
        )

    def _lay_out(self) -> None:
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for number, (heading, words) in enumerate(self.lines):
            if number:
                rows.addSpacing(8)
            rows.addWidget(plain_label(heading, wraps=True))
            rows.addWidget(plain_label(words, "muted", wraps=True))
        rows.addStretch()
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        foot = QHBoxLayout()
        foot.addWidget(self.here)
        foot.addStretch()
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, 18, _MARGIN_PX, 16)
        column.setSpacing(14)
        column.addWidget(area)
        column.addLayout(foot)
        body.ensurePolished()
        height = rows.heightForWidth(_WIDTH_PX - 2 * _MARGIN_PX)
        area.setFixedHeight(min(_MOST_PX, max(48, height)))

    def _want_here(self) -> None:
        self.wanted_here.emit(list(self._report.homeless))
        self.accept()


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
