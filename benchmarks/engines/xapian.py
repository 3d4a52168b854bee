"""Xapian 1.4, by Debian's python3-xapian. All lemmas at a position; only prefixes, nothing fuzzy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import xapian

from benchmarks.engines.serving import TOP, Node, UnsupportedQuestionError, Words, serve_peer

_LEMMA, _FORM, _TITLE_LEMMA, _TITLE_FORM = "L", "F", "TL", "TF"
_DATE: Final = 0
_UNCOMPACTED, _COMPACT = "growing", "compact"


class Xapian:
    """One database, compacted when it is complete."""

    def __init__(self) -> None:
        self._database: Any = None
        self._folder = Path()
        self._is_lean = False

    def create(self, folder: Path, *, is_lean: bool) -> None:
        """See `Engine.create`."""
        self._folder, self._is_lean = folder, is_lean
        self._database = xapian.WritableDatabase(str(folder / _UNCOMPACTED), xapian.DB_CREATE_OR_OVERWRITE)

    def add(self, batch: Sequence[Words]) -> None:
        """See `Engine.add`."""
        for words in batch:
            document = xapian.Document()
            document.set_data(words.id)
            document.add_value(_DATE, xapian.sortable_serialise(words.date))
            fields = [(_LEMMA, words.lemmas)]
            if not self._is_lean:
                fields += [
                    (_FORM, words.forms),
                    (_TITLE_LEMMA, words.title_lemmas),
                    (_TITLE_FORM, words.title_forms),
                ]
            for prefix, text in fields:
                for position, terms in enumerate(text.split(" "), 1):
                    for term in terms.split("|"):
                        document.add_posting(prefix + term, position)
            self._database.add_document(document)

    def finish(self) -> None:
        """See `Engine.finish`."""
        self._database.commit()
        self._database.compact(str(self._folder / _COMPACT))
        self._database.close()
        for path in (self._folder / _UNCOMPACTED).iterdir():
            path.unlink()

    def open(self, folder: Path) -> None:
        """See `Engine.open`."""
        self._database = xapian.Database(str(folder / _COMPACT))

    def ask(self, node: Node) -> tuple[int, list[str]]:
        """See `Engine.ask`."""
        enquire = xapian.Enquire(self._database)
        enquire.set_query(_query(node))
        found = enquire.get_mset(0, TOP, self._database.get_doccount())
        return found.get_matches_estimated(), [match.document.get_data().decode() for match in found]


def _query(node: Node) -> Any:  # noqa: ANN401 - it has no types
    kind, *rest = node
    made = xapian.Query
    if kind == "or":
        return made(made.OP_OR, [_query(part) for part in rest])
    if kind == "and":
        wanted = made(made.OP_AND, [_query(part) for part in rest if part[0] != "not"])
        for part in rest:
            if part[0] == "not":
                wanted = made(made.OP_AND_NOT, wanted, _query(part[1]))
        return wanted
    if kind == "phrase":
        words, slop, _ = rest
        return made(made.OP_PHRASE, [_LEMMA + word for word in words], len(words) + slop)
    if kind == "dates":
        bounds = (xapian.sortable_serialise(bound) for bound in rest)
        return made(made.OP_VALUE_RANGE, _DATE, *bounds)
    if kind == "prefix":
        # The bindings need the arguments that have defaults.
        return made(made.OP_WILDCARD, _FORM + rest[0], 0, made.WILDCARD_LIMIT_ERROR)
    prefix = {"word": _LEMMA, "exact": _FORM, "title": _TITLE_LEMMA}.get(kind)
    if prefix is None:
        raise UnsupportedQuestionError(kind)
    return made(prefix + rest[0])


if __name__ == "__main__":
    serve_peer(Xapian(), xapian.version_string())
