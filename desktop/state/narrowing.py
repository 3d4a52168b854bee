"""Adding a clause to a query without changing what the rest of it means."""

from __future__ import annotations

from typing import Final

from index.errors import QueryError
from index.model.hit import Answer
from index.model.study import FacetKind
from index.search.query import parse
from index.search.tree import And, Node, write

_DATE_CHIP: Final = "date"


def narrowed(query: str, clause: str) -> str:
    """Return a query for what answers both; the same query when it has the clause already.

    The clause is put behind the query as it was typed where that reads right. A query of alternatives, or one
    with an open quotation mark, is written out and put in brackets.
    """
    root, added = _tree(query), _tree(clause)
    if root is None or added is None:
        return clause if root is None else query
    parts = _parts(root)
    if added in parts:
        return query
    plain = f"{query.strip()} {clause}"
    return plain if _tree(plain) == And((*parts, *_parts(added))) else f"({write(root)}) {clause}"


def narrowed_answer(answer: Answer, kind: FacetKind, clause: str) -> str:
    """Return a query for the part of an answer that has a value; another time replaces the first one."""
    query = answer.query
    if kind is FacetKind.YEAR:
        times = (chip for chip in answer.chips if chip.kind == _DATE_CHIP and not chip.is_negative)
        query = next((chip.without for chip in times), query)
    return narrowed(query, clause)


def _tree(query: str) -> Node | None:
    try:
        return parse(query).root
    except QueryError:
        return None


def _parts(root: Node) -> tuple[Node, ...]:
    return root.parts if isinstance(root, And) else (root,)
