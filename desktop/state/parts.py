"""The parts of the archive that the list of documents can show, and how a query is kept within one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.model.catalogue import Catalogue, CollectionId, ReadState
from index.search.filed import Filed, InCollection, InState, Labelled, Starred
from index.search.filing import collection_clause, without_quotes
from index.search.tree import write


class Section(StrEnum):
    """A part that is always there."""

    ALL = "all"
    RECENT = "recent"
    STARRED = "starred"
    UNREAD = "unread"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class CollectionPart:
    """The documents of a collection and of those in it."""

    id: CollectionId


@dataclass(frozen=True, slots=True)
class LabelPart:
    """The documents with a label."""

    label: str


Part = Section | CollectionPart | LabelPart


def clause_of(part: Part, catalogue: Catalogue) -> str:
    """Return what keeps a query within a part; nothing for those that a query cannot say."""
    leaf: Filed
    if isinstance(part, CollectionPart):
        leaf = InCollection(collection_clause(catalogue, catalogue.path(part.id)))
    elif isinstance(part, LabelPart):
        leaf = Labelled(without_quotes(part.label))
    elif part is Section.STARRED:
        leaf = Starred(wanted=True)
    elif part is Section.UNREAD:
        leaf = InState(ReadState.UNREAD)
    else:
        return ""
    return write(leaf)
