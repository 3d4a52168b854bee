"""A line of tags, parted by commas; each is completed by those that there are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget


class TagField(QLineEdit):
    """Takes tags. While one is typed, tags that hold it are offered; Tab and Enter take the chosen one."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self._known = QStringListModel(self)
        self._completer = QCompleter(self._known, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setWidget(self)
        self._list = QListView()
        self._completer.setPopup(self._list)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    def know(self, tags: Iterable[str]) -> None:
        """Offer these tags from now on."""
        self._known.setStringList(list(tags))

    def tags(self) -> tuple[str, ...]:
        """Return the tags of the line."""
        return split_tags(self.text())

    def offered(self) -> list[str]:
        """Return the tags that go with the one that is typed, less those that stand in the line."""
        typed = self._typed().strip().lstrip("#").casefold()
        there = {tag.casefold() for tag in self.tags()}
        known = self._known.stringList()
        return [tag for tag in known if typed and typed in tag.casefold() and tag.casefold() not in there]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the keys that choose a tag to the list of tags."""
        if self._list.isVisible() and event.key() in {
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Escape,
            Qt.Key.Key_Tab,
        }:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _typed(self) -> str:
        """Return the tag at the cursor, as far as it is typed."""
        return re.split(r"[,;]", self.text()[: self.cursorPosition()])[-1]

    def _offer(self) -> None:
        offered = self.offered()
        if not offered:
            self._list.hide()
            return
        self._completer.setCompletionPrefix(self._typed().strip().lstrip("#"))
        self._completer.complete()

    def _take(self, tag: str) -> None:
        """Put a whole tag in place of what is typed."""
        at = self.cursorPosition()
        begin = at - len(self._typed())
        before = self.text()[:begin]
        blank = " " if before else ""
        behind = self.text()[at:].lstrip()
        self.setText(f"{before}{blank}{tag}{behind if behind else ', '}")
        self.setCursorPosition(len(before) + len(blank) + len(tag) + (0 if behind else 2))
        self.textEdited.emit(self.text())


def split_tags(text: str) -> tuple[str, ...]:
    """Return the tags of a line: parted by commas or semicolons, without # and without repetitions."""
    tags: dict[str, str] = {}
    for part in re.split(r"[,;]", text):
        tag = " ".join(part.strip().lstrip("#").split())
        if tag:
            tags.setdefault(tag.casefold(), tag)
    return tuple(tags.values())
