"""The leaves of a query that ask how the reader files the documents, and how their values are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from index.model.catalogue import ReadState
from index.model.span import Span

YES: Final = "да"
NO: Final = "нет"
STATES: Final = {ReadState.READ: YES, ReadState.UNREAD: NO, ReadState.READING: "начато"}
"""What stands after «прочитано:»."""

_NOWHERE: Final = Span(0, 0)


@dataclass(frozen=True, slots=True)
class InCollection:
    """Documents of a collection and of those in it, by its name or the end of its path, case and ё aside.

    With a slash in front the path begins at the top.
    """

    path: str
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Labelled:
    """Documents that the reader gave this label, case and ё aside."""

    label: str
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Starred:
    """Documents with a star, or without one."""

    wanted: bool
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class InState:
    """Documents that the reader has read, is reading, or has not opened yet."""

    state: ReadState
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


Filed = InCollection | Labelled | Starred | InState
"""Leaves that ask how the reader orders the documents."""


def filed_value(leaf: Filed) -> tuple[str, str]:
    """Return the name of the field of a leaf, and its value without quotation marks."""
    if isinstance(leaf, InCollection):
        return "коллекция", leaf.path
    if isinstance(leaf, Labelled):
        return "метка", leaf.label
    if isinstance(leaf, Starred):
        return "звезда", YES if leaf.wanted else NO
    return "прочитано", STATES[leaf.state]
