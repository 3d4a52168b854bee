"""The same questions put to Whoosh's own query classes, as far as these can ask them: documents alone."""

from __future__ import annotations

from collections.abc import Callable
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


Names = Callable[[Zone, Kind], str]
"""Names the field of an index that has a kind of words."""


def plain_name(zone: Zone, kind: Kind) -> str:
    """Name the fields of the oracle's index."""
    return f"{zone}_{kind}"


def documents(node: Node, searcher: Searcher, names: Names = plain_name) -> set[str]:
    """Return the ids of the documents that answer, found by Whoosh alone.

    Raises:
        BeyondWhooshError: If Whoosh has no query for something in it.
    """
    wanted = _Translation(names).query(node, Zone.TEXT)
    return {id_of(searcher.reader(), number) for number in searcher.docs_for_query(wanted)}


def id_of(reader: Any, number: int) -> str:
    """Return the id of a document of an opened index; Whoosh itself tells only what its schema has."""
    leaf, first = next((leaf, first) for leaf, first in reversed(reader.leaf_readers()) if first <= number)
    return str(leaf._perdoc.stored_fields(number - first)["id"])


class _Translation:
    def __init__(self, names: Names) -> None:
        self._names = names

    def query(self, node: Node, zone: Zone) -> Any:
        """Return a tree as Whoosh's own."""
        if isinstance(node, And):
            return query.And([self.query(part, zone) for part in node.parts])
        if isinstance(node, Or):
            return query.Or([self.query(part, zone) for part in node.parts])
        if isinstance(node, Not):
            # A lone Not gives Whoosh nothing to take away from.
            return query.And([query.Every(), query.Not(self.query(node.part, zone))])
        if isinstance(node, InTitle):
            return self.query(node.part, Zone.TITLE)
        if isinstance(node, Word):
            return self._word(_one_form(node.text), zone)
        return self._written(node, self._names(zone, Kind.FORMS))

    def _word(self, form: str, zone: Zone) -> Any:
        kinds = {Kind.TERMS: terms(form), Kind.JOINED: (form,), Kind.FORMS: (form,)}
        return query.Or(
            [query.Term(self._names(zone, kind), word) for kind, words in kinds.items() for word in words]
        )

    @staticmethod
    def _written(leaf: Node, forms: str) -> Any:
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
        if isinstance(leaf, Exact):
            return query.Term(forms, _one_form(leaf.text))
        if isinstance(leaf, Phrase) and not leaf.slop and all(isinstance(part, Exact) for part in leaf.parts):
            texts = [part.text for part in leaf.parts if isinstance(part, Exact)]
            return query.Phrase(forms, [_one_form(text) for text in texts])
        raise BeyondWhooshError(type(leaf).__name__)


def _one_form(text: str) -> str:
    """Return the form of a text that is one word, and no number that may also stand in groups of digits."""
    found = [surface(token.text) for token in tokens(text)]
    if len(found) != 1 or (text.isdecimal() and len(text) >= 5):
        raise BeyondWhooshError(text)
    return found[0]
