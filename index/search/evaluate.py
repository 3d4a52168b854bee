"""Answers a query tree from a snapshot of the index: which documents, where in them, and how well.

The numbers of documents and matches are exact: every document is looked at, whatever part of the answer is
shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

import numpy as np  # noqa: TID253 - this module is arrays

from index.search.engine import Beyond
from index.search.found import (
    NO_INTERVALS,
    Found,
    Intervals,
    at_places,
    common,
    either,
    joined,
    leaning,
    nothing,
    without_places,
)
from index.search.keys import POSITION_BITS, Bools, Ints, intersection, is_member, merged, unique
from index.search.leaves import Leaves
from index.search.phrases import shifted
from index.search.snapshot import Snapshot, expression
from index.search.tree import (
    And,
    InFileName,
    InTitle,
    Leaf,
    Near,
    Node,
    Not,
    OnPages,
    Or,
    Outside,
    Phrase,
    Word,
    leaves,
)
from index.tasks import Task
from index.text.morphology import is_small_word
from index.text.normalise import fold


class Evaluation:
    """Answers one query.

    Args:
        snapshot: The state of the index.
        beyond: Answers what is no word of a document.
        task: Asked between parts whether to stop.
    """

    def __init__(self, snapshot: Snapshot, beyond: Beyond, task: Task) -> None:
        self._snapshot, self._beyond, self._task = snapshot, beyond, task
        titles = Leaves(snapshot, snapshot.title)
        self.words = Leaves(snapshot, snapshot.text, titles)
        self._titles = titles

    def of(self, node: Node, among: Ints | None = None, *, in_title: bool = False) -> Found:
        """Answer a tree, from texts or from titles.

        Args:
            node: What is asked.
            among: The documents that matter, ascending: what is said of others means nothing. None for all.
            in_title: Whether titles are asked.

        Raises:
            QueryError: If a wildcard stands for too many words; points at it.
            Cancelled: If the task was.
        """
        self._task.checkpoint()
        if isinstance(node, And):
            return self._conjunction(node.parts, among, in_title=in_title)
        if isinstance(node, Or):
            return either([self.of(part, among, in_title=in_title) for part in node.parts])
        if isinstance(node, Not):
            excluded = self.of(node.part, among, in_title=in_title).documents
            others = self._snapshot.living if among is None else among
            return without_places(others[~is_member(others, excluded)])
        if isinstance(node, InTitle):
            found = self.of(node.part, among, in_title=True)
            return found if in_title else self._moved(found)
        return self._leaf(node, among, in_title=in_title)

    def _leaf(self, leaf: Leaf, among: Ints | None, *, in_title: bool) -> Found:
        if isinstance(leaf, InFileName):
            return self._in_file_names(leaf.pattern)
        if isinstance(leaf, OnPages):
            return without_places(self._snapshot.page_range(leaf.first, leaf.last)[0])
        if isinstance(leaf, Outside):
            return self._told(leaf, in_title=in_title)
        return (self._titles if in_title else self.words).found(leaf, among)

    def _conjunction(self, nodes: Sequence[Node], among: Ints | None, *, in_title: bool) -> Found:
        """Answer И: small words are lit only beside others, pages keep what begins on them."""
        pages = [node for node in nodes if isinstance(node, OnPages)]
        parts: dict[Node, Found] = {}
        # Phrases take longest: they are looked for where all the rest is found.
        for node in sorted(nodes, key=_has_phrase):
            parts[node] = self.of(node, among, in_title=in_title)
            documents = parts[node].documents
            among = documents if among is None else intersection(among, documents)
            if not len(among):
                return nothing()
        firm = [parts[node] for node in nodes if not is_small(node)]
        small = [parts[node] for node in nodes if is_small(node)]
        found = common([*firm, *small])
        if small and firm:
            found = _with_small_ones(found, firm, small)
        return reduce(self._on_pages, pages, found)

    def _moved(self, found: Found) -> Found:
        """Have the matches of titles where the titles stand in the texts."""
        places = self._snapshot.title_places
        intervals = shifted(found.places(found.documents), places)
        return at_places(found.documents, found.scores, intervals)

    def _in_file_names(self, pattern: str) -> Found:
        fits, names = _file_name_test(pattern), self._snapshot.file_names
        chosen = [document for document in self._snapshot.living.tolist() if fits(names[document])]
        return without_places(np.array(chosen, np.int64))

    def _told(self, leaf: Outside, *, in_title: bool) -> Found:
        told = self._beyond.find(leaf, self._task)
        documents, is_there = self._snapshot.documents_numbered(np.asarray(told.numbers, np.int64))
        answering = unique(np.sort(documents))
        firsts, lasts = (np.asarray(column, np.int64)[is_there] for column in (told.firsts, told.lasts))
        # Places are places of the text.
        has_place = firsts >= 0 if not in_title else np.zeros(len(firsts), np.bool_)
        if not has_place.any():
            return without_places(answering)
        order = np.argsort(documents[has_place], kind="stable")
        keys = documents[has_place][order] << POSITION_BITS
        starts, stops = keys | firsts[has_place][order], keys | lasts[has_place][order]
        by_start = np.argsort(starts, kind="stable")
        return at_places(answering, np.zeros(len(answering)), merged(starts[by_start], stops[by_start]))

    def _on_pages(self, found: Found, pages: OnPages) -> Found:
        """Keep the matches that begin on some pages, and the documents that had none or have one left."""
        having, begins, ends = self._snapshot.page_range(pages.first, pages.last)
        starts, stops = found.places(found.documents)
        at = np.searchsorted(having, starts >> POSITION_BITS)
        kept: Bools = (begins[at] <= starts) & (starts < ends[at]) if len(having) else starts < 0
        had, left = (unique(keys >> POSITION_BITS) for keys in (starts, starts[kept]))
        stays = is_member(found.documents, left) | ~is_member(found.documents, had)
        return at_places(found.documents[stays], found.scores[stays], (starts[kept], stops[kept]))


def _has_phrase(node: Node) -> bool:
    return any(isinstance(leaf, Phrase | Near) for leaf in leaves(node))


def is_small(node: Node) -> bool:
    """Whether a part is a preposition or the like: it is lit only where it stands with other words."""
    return isinstance(node, Word) and is_small_word(node.text)


def _with_small_ones(found: Found, firm: Sequence[Found], small: Sequence[Found]) -> Found:
    """Light small words only where they lean on other matches, unless there are none at all."""
    everywhere = joined([part.places(found.documents) for part in firm])
    if not len(everywhere[0]):
        return found

    def places(wanted: Ints) -> Intervals:
        lit = joined([part.places(wanted) for part in firm])
        dim = joined([part.places(wanted) for part in small])
        return joined([lit, leaning(dim, lit) if len(dim[0]) else NO_INTERVALS])

    return Found(found.documents, found.scores, None, places, None)


def _file_name_test(pattern: str) -> Callable[[str], bool]:
    folded = fold(pattern)
    if "*" in folded or "?" in folded:
        fits = expression(folded)
        return lambda name: fits.match(fold(name)) is not None
    return lambda name: folded in fold(name)
