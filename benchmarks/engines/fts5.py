"""SQLite FTS5, contentless. One lemma at a position, the likeliest; only prefixes, nothing fuzzy."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from benchmarks.engines.serving import (
    TOP,
    Node,
    UnsupportedQuestionError,
    Words,
    first_lemmas,
    serve_peer,
)

_FILE: Final = "words.db"
_FIELDS: Final = ("lemmas", "forms", "title_lemmas", "title_forms")
_COUNT_DATED: Final = """
SELECT count(*) FROM words JOIN documents ON number = words.rowid WHERE words MATCH ? AND date BETWEEN ? AND ?
"""
_BEST_DATED: Final = """
SELECT number FROM words JOIN documents ON number = words.rowid WHERE words MATCH ? AND date BETWEEN ? AND ?
ORDER BY rank LIMIT ?
"""


class Fts5:
    """One table of words, contentless, and one of documents."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect(":memory:")
        self._is_lean = False

    def create(self, folder: Path, *, is_lean: bool) -> None:
        """See `Engine.create`."""
        self._is_lean = is_lean
        self._connection = sqlite3.connect(folder / _FILE)
        columns = _FIELDS[:1] if is_lean else _FIELDS
        self._connection.execute("CREATE TABLE documents (number INTEGER PRIMARY KEY, id TEXT, date INTEGER)")
        # Only ASCII separators: the words are apart by blanks, and folded already.
        self._connection.execute(
            f"CREATE VIRTUAL TABLE words USING fts5({', '.join(columns)}, content='',"
            " tokenize=\"ascii tokenchars '.'''\")"
        )

    def add(self, batch: Sequence[Words]) -> None:
        """See `Engine.add`."""
        [[number]] = self._connection.execute("SELECT coalesce(max(number), 0) FROM documents")
        for i, one in enumerate(batch, number + 1):
            self._connection.execute("INSERT INTO documents VALUES (?, ?, ?)", (i, one.id, one.date))
            if self._is_lean:
                self._connection.execute(
                    "INSERT INTO words (rowid, lemmas) VALUES (?, ?)", (i, first_lemmas(one.lemmas))
                )
                continue
            lemmas, title_lemmas = first_lemmas(one.lemmas), first_lemmas(one.title_lemmas)
            self._connection.execute(
                "INSERT INTO words (rowid, lemmas, forms, title_lemmas, title_forms) VALUES (?, ?, ?, ?, ?)",
                (i, lemmas, one.forms, title_lemmas, one.title_forms),
            )

    def finish(self) -> None:
        """See `Engine.finish`."""
        self._connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        self._connection.commit()
        self._connection.execute("VACUUM")
        self._connection.close()

    def open(self, folder: Path) -> None:
        """See `Engine.open`."""
        self._connection = sqlite3.connect(folder / _FILE)

    def ask(self, node: Node) -> tuple[int, list[str]]:
        """See `Engine.ask`."""
        dates = next((part for part in node[1:] if part[0] == "dates"), None) if node[0] == "and" else None
        if dates is not None:
            return self._ask_dated([part for part in node[1:] if part is not dates], dates[1:])
        match = _match(node)
        [[count]] = self._connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (match,))
        found = self._connection.execute(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?", (match, TOP)
        )
        return count, self._ids([number for (number,) in found])

    def _ask_dated(self, parts: list[Node], dates: Sequence[int]) -> tuple[int, list[str]]:
        asked = (_match(parts[0] if len(parts) == 1 else ["and", *parts]), *dates)
        [[count]] = self._connection.execute(_COUNT_DATED, asked)
        found = self._connection.execute(_BEST_DATED, (*asked, TOP))
        return count, self._ids([number for (number,) in found])

    def _ids(self, numbers: Sequence[int]) -> list[str]:
        question = "SELECT id FROM documents WHERE number = ?"
        return [self._connection.execute(question, (number,)).fetchone()[0] for number in numbers]


def _match(node: Node) -> str:
    kind, *rest = node
    if kind == "or":
        return "(" + " OR ".join(map(_match, rest)) + ")"
    if kind == "and":
        wanted = " AND ".join(_match(part) for part in rest if part[0] != "not")
        unwanted = "".join(f" NOT {_match(part[1])}" for part in rest if part[0] == "not")
        return f"({wanted}){unwanted}"
    if kind == "phrase":
        words, slop, _ = rest
        quoted = " ".join(f'"{word}"' for word in words)
        return f"lemmas : NEAR({quoted}, {slop})" if slop else f'lemmas : "{" ".join(words)}"'
    if kind == "prefix":
        return f'forms : "{rest[0]}" *'
    field = {"word": "lemmas", "exact": "forms", "title": "title_lemmas"}.get(kind)
    if field is None:
        raise UnsupportedQuestionError(kind)
    return f'{field} : "{rest[0]}"'


if __name__ == "__main__":
    serve_peer(Fts5(), sqlite3.sqlite_version)
