"""tantivy, by its Python package. One lemma at a position, the likeliest; one writing thread, as the others.

It takes several terms at one position only as an object of Python for each token.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import tantivy

from benchmarks.engines.serving import TOP, Node, Words, first_lemmas, serve_peer

_FIELDS: Final = ("lemmas", "forms", "title_lemmas", "title_forms")
_HEAP_BYTES: Final = 256 << 20


class Tantivy:
    """One index. Texts are not kept in it, only ids."""

    def __init__(self) -> None:
        self._writer: Any = None
        self._schema: Any = None
        self._searcher: Any = None
        self._is_lean = False

    def create(self, folder: Path, *, is_lean: bool) -> None:
        """See `Engine.create`."""
        self._is_lean = is_lean
        opened = self._opened(folder, is_lean=is_lean)
        self._writer = opened.writer(heap_size=_HEAP_BYTES, num_threads=1)

    def add(self, batch: Sequence[Words]) -> None:
        """See `Engine.add`."""
        for words in batch:
            document = tantivy.Document()
            document.add_text("id", words.id)
            document.add_integer("date", words.date)
            document.add_text("lemmas", first_lemmas(words.lemmas))
            if not self._is_lean:
                document.add_text("forms", words.forms)
                document.add_text("title_lemmas", first_lemmas(words.title_lemmas))
                document.add_text("title_forms", words.title_forms)
            self._writer.add_document(document)

    def finish(self) -> None:
        """See `Engine.finish`; it merges by its own policy, and cannot be asked for one segment."""
        self._writer.commit()
        self._writer.garbage_collect_files()
        self._writer.wait_merging_threads()

    def open(self, folder: Path) -> None:
        """See `Engine.open`."""
        opened = self._opened(folder, is_lean=False)
        self._searcher = opened.searcher()

    def ask(self, node: Node) -> tuple[int, list[str]]:
        """See `Engine.ask`."""
        found = self._searcher.search(self._query(node), TOP, count=True)
        return found.count, [self._searcher.doc(address)["id"][0] for _, address in found.hits]

    def _opened(self, folder: Path, *, is_lean: bool) -> Any:  # noqa: ANN401 - it has no types
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_integer_field("date", stored=False, indexed=True, fast=True)
        for field in _FIELDS[:1] if is_lean else _FIELDS:
            builder.add_text_field(field, stored=False, tokenizer_name="blanks", index_option="position")
        self._schema = builder.build()
        opened = tantivy.Index(self._schema, path=str(folder))
        blanks = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        opened.register_tokenizer("blanks", blanks)
        return opened

    def _query(self, node: Node) -> Any:  # noqa: ANN401, PLR0911 - it has no types; one line for each kind
        kind, *rest = node
        made, schema = tantivy.Query, self._schema
        if kind == "or":
            return made.boolean_query([(tantivy.Occur.Should, self._query(part)) for part in rest])
        if kind == "and":
            return made.boolean_query([self._part(part) for part in rest])
        if kind == "phrase":
            return made.phrase_query(schema, "lemmas", rest[0], rest[1])
        if kind == "dates":
            return made.range_query(schema, "date", tantivy.FieldType.Integer, *rest)
        if kind == "fuzzy":
            return made.fuzzy_term_query(schema, "forms", rest[0], distance=1, transposition_cost_one=True)
        if kind in {"prefix", "wildcard"}:
            return made.regex_query(schema, "forms", _expression(rest[0] + "*" * (kind == "prefix")))
        field = {"word": "lemmas", "exact": "forms", "title": "title_lemmas"}[kind]
        return made.term_query(schema, field, rest[0])

    def _part(self, node: Node) -> Any:  # noqa: ANN401 - it has no types
        if node[0] == "not":
            return tantivy.Occur.MustNot, self._query(node[1])
        return tantivy.Occur.Must, self._query(node)


def _expression(pattern: str) -> str:
    """Return a pattern with `?` and `*` as a regular expression."""
    return "".join({"?": ".", "*": ".*"}.get(letter, re.escape(letter)) for letter in pattern)


if __name__ == "__main__":
    serve_peer(Tantivy(), version("tantivy"))
