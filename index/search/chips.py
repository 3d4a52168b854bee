"""The reading of a query as parts that can be taken out one by one."""

from __future__ import annotations

from typing import Final

from index.model.hit import Chip
from index.search.filed import InCollection, InState, Labelled, Starred
from index.search.query import LONGEST_QUERY, Query
from index.search.tree import (
    And,
    Exact,
    Family,
    Fuzzy,
    InAmounts,
    InDates,
    InFileName,
    InFolder,
    InLanguage,
    InNames,
    InNotes,
    InTags,
    InTitle,
    Near,
    Node,
    Not,
    OfKind,
    OnPages,
    Or,
    Phrase,
    Prefix,
    Wildcard,
    Word,
    write,
)

_KINDS: Final[dict[type[Node], str]] = {
    Word: "word",
    Exact: "exact",
    Prefix: "pattern",
    Wildcard: "pattern",
    Fuzzy: "pattern",
    Phrase: "phrase",
    Near: "near",
    Family: "family",
    InNames: "name",
    InDates: "date",
    InAmounts: "sum",
    InNotes: "note",
    InTags: "tag",
    InCollection: "collection",
    Labelled: "label",
    Starred: "star",
    InState: "state",
    InLanguage: "language",
    InFolder: "folder",
    OfKind: "format",
    OnPages: "pages",
    InTitle: "title",
    InFileName: "file",
}


def chips(query: Query) -> tuple[Chip, ...]:
    """Return the parts of a query, each with the query that is left without it.

    What И joins is a part each, what ИЛИ joins an alternative each. None for a query that would be too long
    when every operator is written out: what is left of it could not be asked.
    """
    root = query.root
    if root is None:
        return ()
    joining = type(root) if isinstance(root, And | Or) else And
    parts = root.parts if isinstance(root, And | Or) else (root,)
    made = []
    for at, part in enumerate(parts):
        is_negative = joining is And and isinstance(part, Not)
        shown = part.part if is_negative and isinstance(part, Not) else part
        before = "ИЛИ " if joining is Or and at else ""
        kind = "group" if joining is Or else _KINDS.get(type(shown), "group")
        rest = (*parts[:at], *parts[at + 1 :])
        left = "" if not rest else write(rest[0] if len(rest) == 1 else joining(rest))
        if len(left) > LONGEST_QUERY:
            return ()
        made.append(Chip(before + write(shown), kind, is_negative, left))
    return tuple(made)
