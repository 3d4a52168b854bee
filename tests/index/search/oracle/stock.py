"""The same questions put to Whoosh's own query classes, as far as these can ask them: documents alone."""

from __future__ import annotations

from typing import Any

from whoosh import query
from whoosh.searching import Searcher

from index.search.tree import (
    And,
    Exact,
    Fuzzy,
    InTitle,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Wildcard,
    Word,
)
from index.text.morphology import surface
from index.text.normalise import fold
from index.text.tokens import tokens
from tests.index.search.oracle.plain import Kind, Zone
from tests.index.search.oracle.words import terms


class BeyondWhooshError(Exception):
    """Whoosh has no query for this."""


def documents(node: Node, searcher: Searcher) -> set[str]:
    """Return the ids of the documents that answer, found by Whoosh alone.

    Raises:
        BeyondWhooshError: If Whoosh has no query for something in it.
    """
    wanted = whoosh_query(node, Zone.TEXT)
    return {searcher.stored_fields(number)["id"] for number in searcher.docs_for_query(wanted)}


def whoosh_query(node: Node, zone: Zone) -> Any:
    """Return a tree as Whoosh's own; raises BeyondWhooshError."""
    if isinstance(node, And):
        return query.And([whoosh_query(part, zone) for part in node.parts])
    if isinstance(node, Or):
        return query.Or([whoosh_query(part, zone) for part in node.parts])
    if isinstance(node, Not):
        # A lone Not gives Whoosh nothing to take away from.
        return query.And([query.Every(), query.Not(whoosh_query(node.part, zone))])
    if isinstance(node, InTitle):
        return whoosh_query(node.part, Zone.TITLE)
    return _leaf(node, f"{zone}_{Kind.FORMS}", zone)


def _leaf(leaf: Node, forms: str, zone: Zone) -> Any:
    if isinstance(leaf, Prefix):
        return query.Prefix(forms, surface(leaf.text))
    if isinstance(leaf, Wildcard):
        return query.Wildcard(forms, fold(leaf.pattern))
    if isinstance(leaf, Fuzzy):
        # Whoosh counts letters that changed places as two.
        form = surface(leaf.text)
        swapped = [form[:i] + form[i + 1] + form[i] + form[i + 2 :] for i in range(len(form) - 1)]
        near = query.FuzzyTerm(forms, form, maxdist=1, prefixlength=0)
        return query.Or([near, *(query.Term(forms, word) for word in swapped)])
    if isinstance(leaf, Phrase) and leaf.slop == 0 and all(isinstance(part, Exact) for part in leaf.parts):
        texts = [part.text for part in leaf.parts if isinstance(part, Exact)]
        return query.Phrase(forms, [_one_form(text) for text in texts])
    if isinstance(leaf, Exact):
        return query.Term(forms, _one_form(leaf.text))
    if isinstance(leaf, Word):
        form = _one_form(leaf.text)
        kinds = {Kind.TERMS: terms(form), Kind.JOINED: (form,), Kind.FORMS: (form,)}
        return query.Or(
            [query.Term(f"{zone}_{kind}", word) for kind, words in kinds.items() for word in words]
        )
    raise BeyondWhooshError(type(leaf).__name__)


def _one_form(text: str) -> str:
    """Return the form of a text that is one word, and no number that may also stand in groups of digits."""
    found = [surface(token.text) for token in tokens(text)]
    if len(found) != 1 or (text.isdecimal() and len(text) >= 5):
        raise BeyondWhooshError(text)
    return found[0]
