"""How fast views over the archive open: `python -m benchmarks.overview [--documents 10000]`.

A generated archive (fixed seed) without files and index: as many documents of 35 sentences as asked for,
each sentence a statement: dates, sums, shares, offices, meetings, promises, quotes, of people who are named
as people are: a few in every second document, most in one. Told are the size of what is kept, the first
question, which reads it, and of each view the first time, when the documents that it shows are read too, and
the best of seven afterwards; in processor time, since other programs may run. Memory is what the columns
take.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.filled import fill
from benchmarks.profiles import NAMES
from index.model.document import DocumentId
from index.model.fact import DocumentFacts, Entity, EntityType, Fact, FactType, Slot, Value
from index.model.overview import Grain
from index.model.span import Span
from index.search.requests import IndexDocument
from index.search.tree import Node
from index.store import records
from index.store.columns import Columns, ProfileStore
from index.store.database import Database
from index.store.documents import DocumentStore
from index.store.library import Library
from index.store.names import ORGANISATION, PERSON
from index.store.profiles import profile_of, put_profile
from index.study.overview import Overview
from index.tasks import Task

DOCUMENTS, RUNS, SEED, PER_KIND = 10_000, 7, 1, 5
SUBJECTS: Final = [
    f"{what} {of} в Хорезме"
    for what in ("добыча", "вывоз", "ввоз", "перевозка", "выпуск", "хранение", "переработка", "строительство")
    for of in ("хлопка", "зерна", "газа", "угля", "меди", "воды", "леса", "дорог", "школ", "станков")
]
DEEDS: Final = ("построить мост", "открыть школу", "засеять поле", "убрать хлопок", "починить канал")


class _Some:
    """Answers every query with every tenth document, in no time: what is asked here are the views.

    Args:
        library: Of the archive.
        numbers: Of all its documents.
    """

    def __init__(self, library: Library, numbers: Sequence[int]) -> None:
        self.library, self._numbers = library, numbers[::10]

    def tree(self, _query: str) -> None:
        """Read nothing."""

    def matching(self, _root: Node | None, _task: Task) -> Sequence[int]:
        """Return every tenth document."""
        return self._numbers


class Writing:
    """A document that is being made up.

    Args:
        number: Its number, which decides on everything in it.
    """

    def __init__(self, number: int) -> None:
        self.number, self._chance = number, random.Random(SEED * number)  # noqa: S311 - a corpus
        self._text, self._facts = "", list[Fact]()
        self._places: dict[tuple[EntityType, str], list[Span]] = {}

    def written(self) -> tuple[IndexDocument, DocumentFacts]:
        """Return the document, and what it states."""
        chance = self._chance
        for _ in range(PER_KIND):
            year = str(chance.randrange(1960, 2030))
            self._state(FactType.DATE, f"Это было в {year} году.", ("date", year, year))
            amount = chance.randrange(1, 900) * 10**6
            subject = chance.choice(SUBJECTS)
            of = ("what", subject, None)
            sum_ = ("amount", f"{amount}", amount)
            self._state(FactType.MONEY, f"На {subject} ушло {amount} долл.", sum_, of)
            share, direction = chance.randrange(1, 99), ("direction", "", "share")
            slots = (("value", f"{share}", share), of, direction)
            self._state(FactType.PERCENT, f"Доля: {subject} {share} %.", *slots)
            anna, body = self._somebody(PERSON), self._somebody(ORGANISATION)
            office = (("person", anna, anna), ("position", "директор", None), ("org", body, body))
            self._state(FactType.OCCUPATION, f"{anna}, директор {body}.", *office)
            boris = self._somebody(PERSON)
            both = (("participants", anna, anna), ("participants", boris, boris))
            self._state(FactType.MEETING, f"{anna} и {boris} провели встречу.", *both)
            deed, until = chance.choice(DEEDS), f"{chance.randrange(2000, 2030)}-05-12"
            task = (("to_whom", anna, anna), ("what", deed, None), ("deadline", "в срок", until))
            self._state(FactType.INSTRUCTION, f"{anna} должен {deed} в срок.", *task)
            words = (("speaker", boris, boris), ("quote", "Так и будет", None))
            self._state(FactType.QUOTE, f"«Так и будет», — сказал {boris}.", *words)
        id_ = DocumentId(f"{self.number:064x}")
        date = f"{1990 + self.number % 35}-05-12"
        named = (
            Entity(f"{type_}{name}", type_, name, tuple(spans))
            for (type_, name), spans in self._places.items()
        )
        made = IndexDocument(id_, f"Документ {self.number}", "а.txt", date, self._text, self.number)
        return made, DocumentFacts(tuple(named), tuple(self._facts), "1")

    def _somebody(self, kind: str) -> str:
        names = NAMES[kind]
        return names[int(len(names) * self._chance.random() ** 4)]

    def _state(self, type_: FactType, sentence: str, *slots: tuple[str, str, Value]) -> None:
        start = len(self._text)
        self._text += f"{sentence} "
        made = []
        for name, said, value in slots:
            at = start + sentence.find(said)
            span, whose = Span(at, at + len(said)), ""
            if name in {"person", "participants", "to_whom", "speaker", "org"}:
                kind = EntityType.ORG if name == "org" else EntityType.PERSON
                self._places.setdefault((kind, said), []).append(span)
                whose = f"{kind}{said}"
            made.append(Slot(name, said, span, value, whose))
        place = Span(start, start + len(sentence))
        self._facts.append(Fact(f"f{len(self._facts)}", type_, tuple(made), place))


def main() -> None:
    """Generate, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    count = parser.parse_args().documents
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        facts = dict(written(root, count))
        database = Database(root / "archive.db", root / "backups")
        print(f"{count} documents, {sum(len(one.facts) for one in facts.values())} statements")
        put(database, facts)
        del facts
        _sizes(database)
        _ask(database)
        database.close()


def written(root: Path, count: int) -> Iterator[tuple[DocumentId, DocumentFacts]]:
    """Write the documents; yield what each states."""
    stated: dict[DocumentId, DocumentFacts] = {}

    def documents() -> Iterator[IndexDocument]:
        for number in range(1, count + 1):
            made, stated[made.id] = Writing(number).written()
            yield made

    fill(root, documents())
    yield from stated.items()


def put(database: Database, facts: dict[DocumentId, DocumentFacts], version: str = "1") -> None:
    """Write what documents state, as rules of a version find it; print how long a profile takes."""
    facts = {id_: replace(one, version=version) for id_, one in facts.items()}
    documents = DocumentStore(database)
    started = time.process_time()
    made = {id_: profile_of(documents.text(id_), one) for id_, one in facts.items()}
    print(f"{'making a profile':<34}{(time.process_time() - started) / len(facts) * 1e3:8.2f} ms")
    with database.writing() as connection:
        for id_, one in facts.items():
            connection.execute(
                "INSERT INTO facts VALUES (?, ?, ?)", (id_, version, records.packed_facts(one))
            )
            put_profile(connection, id_, made[id_])


def _sizes(database: Database) -> None:
    with database.bare() as connection:
        for column in ("statements", "roles", "mentions"):
            question = f"SELECT sum(length({column})) FROM profiles"  # noqa: S608 - the names are ours
            (size,) = connection.execute(question).fetchone()
            print(f"  {column:<32}{size / 1e6:8.1f} MB")


def _ask(database: Database) -> None:
    documents = DocumentStore(database)
    library, profiles = Library(documents), ProfileStore(database)
    asking = _Some(library, sorted(documents.roll()))
    overview = Overview(asking, profiles)  # type: ignore[arg-type]  # it has what is asked of it
    name = NAMES[PERSON][0]
    started = time.process_time()
    overview.find(name)
    print(f"{'the first question':<34}{(time.process_time() - started) * 1e3:8.1f} ms")
    for query, of in (("", ""), ("some", " of a tenth")):
        views: Sequence[tuple[str, Callable[[], object]]] = (
            ("the most named person", partial(overview.entity, name, query)),
            ("a person named once in a while", partial(overview.entity, NAMES[PERSON][500], query)),
            ("the most named body", partial(overview.entity, NAMES[ORGANISATION][0], query)),
            ("timeline by years", partial(overview.timeline, query)),
            ("timeline by days", partial(overview.timeline, query, Grain.DAY)),
            ("meetings, 60 in the picture", partial(overview.meetings, query)),
            ("promises", partial(overview.promises, query, "2026-01-15")),
            ("disagreements", partial(overview.disagreements, query)),
            ("quotes", partial(overview.quotes, query)),
        )
        for said, view in views:
            library.forget()
            print(f"{said + of:<46}{_took(view):8.1f} ms{min(_took(view) for _ in range(RUNS)):8.1f} ms")
    columns = profiles.columns()
    print(f"{'columns in memory':<34}{_bytes(columns) / 1e6:8.1f} MB")


def _took(call: Callable[[], object]) -> float:
    started = time.process_time()
    call()
    return (time.process_time() - started) * 1e3


def _bytes(columns: Columns) -> int:
    packed = sum(len(one.statements) + len(one.roles) for one in columns.records)
    tables = (columns.statements, columns.roles)
    return packed + sum(column.nbytes for table in tables for column in table.values())


if __name__ == "__main__":
    main()
