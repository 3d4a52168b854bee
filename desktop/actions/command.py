"""What a command is, when it makes sense, and how it is called."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

_CONTEXT = "Actions"


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark a text for translation where it stands; Qt's own function is typed as returning `object`."""
    return text


class When(Flag):
    """What must be so before a command makes sense."""

    ALWAYS = 0
    DOCUMENT = auto()
    """A document is open."""
    HITS = auto()
    """A search found something."""
    SELECTION = auto()
    """Text is selected on the page."""
    IDLE = auto()
    """No import is running."""
    IMPORTING = auto()
    REPORT = auto()
    """An import has ended since the start."""
    SCANS_HERE = auto()
    """The open document has scanned pages that wait to be recognised."""
    SCANS = auto()
    """Some document has."""
    RECOGNISING = auto()
    UNDO = auto()
    """A change of a note can be taken back."""
    REDO = auto()
    """What was taken back can be done again."""
    BACK = auto()
    """There is a place to go back to."""
    FORWARD = auto()
    """The reader came back from somewhere."""


@dataclass(frozen=True, slots=True)
class Command:
    """One row of the table.

    Attributes:
        id: Stable name.
        text: What the menu says, Russian source text; `&` marks the key of the menu.
        icon: Drawing in `resources/icons`; empty for none.
        keys: Shortcuts, the first of which is shown.
        when: What must be so; all of it.
        group: Name of the set of commands of which exactly one is checked; empty for none.
        is_switch: Whether it is on or off.
    """

    id: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    when: When = When.ALWAYS
    group: str = ""
    is_switch: bool = False


def translated(text: str) -> str:
    """Return a text of the table in the language of the window."""
    return QCoreApplication.translate(_CONTEXT, text)


def plain(text: str) -> str:
    """Return the text of a command without the marks of menu keys and dots: for tooltips and lists."""
    return translated(text).replace("&", "").removesuffix("…")


def tip(command: Command) -> str:
    """Return what a tooltip says: the command and its key."""
    if not command.keys:
        return plain(command.text)
    keys = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{plain(command.text)} ({keys})"
