"""The first page a newcomer sees: where to put files, and how to see the whole program work at once."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.panels.labels import PlainLabel
from desktop.theme import Palette, icon

_WIDTH_PX: Final = 620


class WelcomePage(QWidget):
    """What the window shows while the archive is empty.

    Args:
        has_sample: Whether the sample archive is there to be offered.
        parent: Owner.

    Signals:
        add_requested(): The reader wants to choose files.
        sample_requested(): The reader wants the sample archive.
    """

    add_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, has_sample: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._drawings: list[tuple[QLabel, str, int]] = []
        self._add = QPushButton(self.tr("Добавить документы…"))
        self._add.setProperty("role", "primary")
        self._add.clicked.connect(self.add_requested)
        self._sample = QPushButton(self.tr("Открыть образец архива"))
        self._sample.clicked.connect(self.sample_requested)
        self._sample.setVisible(has_sample)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(2)
        self._add_greeting(column)
        column.addSpacing(26)
        column.addWidget(self._drop_zone())
        column.addSpacing(26)
        column.addLayout(self._promises())
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.addStretch()
        row.addLayout(column)
        row.addStretch()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        for label, name, size in self._drawings:
            label.setPixmap(icon(name, palette.accent, size).pixmap(size, size))

    def _add_greeting(self, column: QVBoxLayout) -> None:
        title = PlainLabel(self.tr("Читальня"), "title")
        lead = PlainLabel(
            self.tr(
                "Читает документы и находит слово в любой его форме,\nпоказывает факты и хранит ваши заметки."
            ),
            "lead",
            wraps=True,
        )
        for label in (title, lead):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        lead.setFixedWidth(_WIDTH_PX)
        column.addWidget(title)
        column.addSpacing(8)
        column.addWidget(lead)

    def _drop_zone(self) -> QWidget:
        zone = QFrame()
        zone.setObjectName("dropZone")
        zone.setFixedWidth(_WIDTH_PX)
        words = PlainLabel(self.tr("Перетащите сюда файлы или папки"), "lead")
        kinds = PlainLabel(self.tr("PDF, DOCX, ODT, HTML, TXT, DjVu и снимки страниц"), "muted")
        note = PlainLabel(self.tr("Оригиналы не меняются: архив хранит их копии."), "muted")
        for label in (words, kinds, note):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch()
        for button in (self._add, self._sample):
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setMinimumHeight(34)
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(zone)
        column.setContentsMargins(24, 30, 24, 28)
        column.setSpacing(6)
        column.addWidget(self._drawing("import", 40))
        column.addSpacing(8)
        column.addWidget(words)
        column.addWidget(kinds)
        column.addWidget(note)
        column.addSpacing(16)
        column.addLayout(buttons)
        return zone

    def _promises(self) -> QHBoxLayout:
        promises = (
            ("search", self.tr("Все формы слова"), self.tr("«сотрудничество» находит и «сотрудничеством»")),
            ("highlighter", self.tr("На самой странице"), self.tr("каждое место подсвечено там, где стоит")),
            ("archive", self.tr("Только у вас"), self.tr("ничто не покидает этот компьютер")),
        )
        row = QHBoxLayout()
        row.setSpacing(20)
        for drawing, title, words in promises:
            column = QVBoxLayout()
            column.setSpacing(4)
            name, text = PlainLabel(title), PlainLabel(words, "muted", wraps=True)
            for label in (name, text):
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            column.addWidget(self._drawing(drawing, 22))
            column.addSpacing(4)
            column.addWidget(name)
            column.addWidget(text)
            column.addStretch()
            row.addLayout(column, 1)
        return row

    def _drawing(self, name: str, size: int) -> QLabel:
        label = QLabel()
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._drawings.append((label, name, size))
        return label
