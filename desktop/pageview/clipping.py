"""What is copied: the words as plain text, and as HTML for programs that keep paragraphs."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

from index.text.passages import hypertext, plain


def clip(passage: str) -> None:
    """Put a passage of a document's text on the clipboard; leave that alone when it holds no words."""
    if passage.strip():
        put(plain(passage), hypertext(passage))


def offer(passage: str) -> None:
    """Let the middle button paste what was just selected, on systems where it does."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.supportsSelection() and passage.strip():
        clipboard.setText(plain(passage), QClipboard.Mode.Selection)


def put(words: str, html: str) -> None:
    """Put words on the clipboard, in both forms; as plain text alone where there is no HTML."""
    made = QMimeData()
    made.setText(words)
    if html:
        made.setHtml(html)
    QGuiApplication.clipboard().setMimeData(made)
