"""Whoosh 2.7.4 as it comes: its own text fields, postings and BM25F. All lemmas of a word at its position."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import whoosh
from whoosh import fields, index, query
from whoosh.analysis import Analyzer, Token
from whoosh.scoring import BM25F

from benchmarks.engines.serving import TOP, Node, Words, serve_peer

_POOL_MEGABYTES: Final = 512


class _Blanks(Analyzer):  # type: ignore[misc]  # Whoosh has no types
    """Words are apart by blanks already, terms of one word by bars."""

    def __call__(self, value: str, **_: Any) -> Iterator[Token]:  # noqa: ANN401 - Whoosh's signature
        token = Token(positions=True)
        for position, terms in enumerate(value.split(" ")):
            token.pos = position
            for term in terms.split("|"):
                token.text = term
                yield token


class PlainWhoosh:
    """One index. It makes a single commit, a single segment: what it is fastest with when asked."""

    def __init__(self) -> None:
        self._writer: Any = None
        self._searcher: Any = None

    def create(self, folder: Path, *, is_lean: bool) -> None:
        """See `Engine.create`."""
        words = {"lemmas": fields.TEXT(_Blanks())}
        if not is_lean:
            words |= {name: fields.TEXT(_Blanks()) for name in ("forms", "title_lemmas", "title_forms")}
        schema = fields.Schema(id=fields.ID(stored=True), date=fields.NUMERIC(int), **words)
        self._writer = index.create_in(str(folder), schema).writer(limitmb=_POOL_MEGABYTES)

    def add(self, batch: Sequence[Words]) -> None:
        """See `Engine.add`."""
        for words in batch:
            self._writer.add_document(
                id=words.id,
                date=words.date,
                lemmas=words.lemmas,
                forms=words.forms,
                title_lemmas=words.title_lemmas,
                title_forms=words.title_forms,
            )

    def finish(self) -> None:
        """See `Engine.finish`."""
        self._writer.commit()

    def open(self, folder: Path) -> None:
        """See `Engine.open`."""
        self._searcher = index.open_dir(str(folder)).searcher(weighting=BM25F())

    def ask(self, node: Node) -> tuple[int, list[str]]:
        """See `Engine.ask`."""
        results = self._searcher.search(_query(node), limit=TOP)
        return len(results), [hit["id"] for hit in results]


def _query(node: Node) -> Any:  # noqa: ANN401 - Whoosh has no types
    kind, *rest = node
    if kind in {"and", "or"}:
        return (query.And if kind == "and" else query.Or)([_query(part) for part in rest])
    if kind == "not":
        return query.Not(_query(rest[0]))
    if kind == "phrase":
        words, slop, _ = rest
        # Its slop is the distance of neighbours, one for those that touch.
        return query.Phrase("lemmas", words, slop=slop + 1)
    if kind == "dates":
        return query.NumericRange("date", *rest)
    if kind == "fuzzy":
        return query.FuzzyTerm("forms", rest[0], maxdist=1, prefixlength=0)
    simple = {
        "word": (query.Term, "lemmas"),
        "title": (query.Term, "title_lemmas"),
        "exact": (query.Term, "forms"),
        "prefix": (query.Prefix, "forms"),
        "wildcard": (query.Wildcard, "forms"),
    }
    made, field = simple[kind]
    return made(field, rest[0])


if __name__ == "__main__":
    serve_peer(PlainWhoosh(), ".".join(map(str, whoosh.__version__)))
