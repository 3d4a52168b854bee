"""How fast the archive answers for names, sums, dates: `python -m benchmarks.profiles [--documents 33000]`.

A generated archive (fixed seed) without files and index: as many documents as asked for, thirty mentions each
of names that are distributed as names are, six sums and six dates. Told are the size of the tables, the time
of the first question, and of each kind of question and of facets afterwards: the best of seven, in processor
time, since other programs may run.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import product
from pathlib import Path

from index.model.document import DocumentId
from index.search.beyond import ArchiveBeyond
from index.search.tree import InAmounts, InDates, InFolder, InLanguage, InNames, NameKind, Outside
from index.store.columns import ProfileStore
from index.store.database import Database
from index.store.names import ORGANISATION, PERSON, PLACE
from index.store.profiles import AMOUNT, DATE, Profile, currency_number, profile_version, put_profile
from index.study.facets import FacetCounter
from index.tasks import Task

DOCUMENTS, RUNS, SEED = 33_000, 7, 1


def _words(text: str) -> list[str]:
    return text.split()


ROOTS = _words(
    "Ток Вертогр Сейлх Мирзи Бейс Эргаш Пчел Мерид Ораз Жусуп Беспал Щерб Налив Лытк Юнус Левч Туман"
)
MIDDLES = ["", *_words("ад ен ин ар ул им ат ек ид ом ан иль ур аб")]
ENDINGS = _words("ов ев ин ович енко аев анов баев")
SURNAMES = [a + b + c for a, b, c in product(ROOTS, MIDDLES, ENDINGS)]
FIRST_NAMES = _words(
    "Шавкат Марат Дилфуза Серик Игнат Лола Фёдор Анна Пётр Иван Мария Глеб Зинаида Касым-Жомарт"
)
TOWNS = [a + b for a, b in product(ROOTS, _words("ск град кент абад поль ово ино ата"))]
FORMS = _words("АО ООО ТОО Министерство Комитет Фонд Институт Управление")
TRADES = _words("мет строй газ нефть пром агро банк хим")
NAMES = {
    PERSON: [f"{first} {surname}" for first, surname in product(FIRST_NAMES, SURNAMES)] + SURNAMES,
    PLACE: [*TOWNS, *(f"{town}ая область" for town in TOWNS), *(f"{town}ий район" for town in TOWNS)],
    ORGANISATION: [f"{form} «{a}{b}{c}»" for form, a, b, c in product(FORMS, ROOTS, MIDDLES, TRADES)],
}
QUESTIONS: Sequence[tuple[str, Outside]] = (
    ("a person", InNames(NameKind.PERSON, "Токаевым")),
    ("a first name", InNames(NameKind.PERSON, "Касым-Жомарту")),
    ("a common word of places", InNames(NameKind.PLACE, "области")),
    ("a common word of bodies", InNames(NameKind.ORGANISATION, "АО")),
    ("a day", InDates("2019-01-15", "2019-01-15")),
    ("three years", InDates("2019", "2021")),
    ("sums above a bound", InAmounts(Decimal(100_000_000), None, "USD")),
    ("a folder", InFolder("папка 17")),
    ("a language", InLanguage("uz")),
)


def main() -> None:
    """Generate, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    count = parser.parse_args().documents
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "archive.db", Path(folder) / "backups")
        with database.writing() as connection:
            mentions = sum(_write(connection, number) for number in range(1, count + 1))
        print(f"{count} documents, {mentions} mentions")
        for table, size in _sizes(database):
            print(f"  {table:<24}{size / 1e6:8.1f} MB")
        _ask(database, count)
        database.close()


def _write(connection: sqlite3.Connection, number: int) -> int:
    """Write a document; return how many mentions it has."""
    chance, document_id = random.Random(SEED * number), DocumentId(f"{number:064x}")  # noqa: S311
    connection.execute(
        "INSERT INTO documents VALUES (?, ?, '', '', ?, ?, '{}', '[]', '[]', 3, 1, '', 1, '', '', ?)",
        (
            number,
            document_id,
            f"/архив/папка {number % 400}/{number}.pdf",
            f"{1990 + number % 35}-05-12",
            "application/pdf" if number % 9 else "text/plain",
        ),
    )
    mentions = sorted(_mentions(chance), key=lambda mention: mention[2])
    amounts = (float(chance.randrange(10**9)) for _ in range(6))
    days = (chance.randrange(1960, 2030) * 10_000 + 101 + chance.randrange(28) for _ in range(6))
    profile = Profile(
        profile_version("1"),
        chance.choice(["ru"] * 9 + ["uz", "kk"]),
        tuple(mentions),
        (),
        b"".join(AMOUNT.pack(amount, amount, currency_number("USD"), 5, 7) for amount in amounts),
        b"".join(DATE.pack(day, day, 5, 7) for day in days),
    )
    put_profile(connection, document_id, profile)
    return len(mentions)


def _mentions(chance: random.Random) -> Iterator[tuple[str, str, tuple[int, int]]]:
    for kind, names in NAMES.items():
        # A few names are in every second document, most in one.
        for name in {names[int(len(names) * chance.random() ** 4)] for _ in range(7)}:
            for _ in range(chance.choice((1, 1, 1, 2, 3))):
                first = chance.randrange(1000)
                yield kind, name, (first, first + 2)


def _sizes(database: Database) -> Iterator[tuple[str, int]]:
    with database.bare() as connection:
        yield from connection.execute(
            "SELECT name, sum(pgsize) FROM dbstat"
            " WHERE name GLOB 'name*' OR name GLOB 'profiles*' GROUP BY name"
        )


def _ask(database: Database, count: int) -> None:
    profiles = ProfileStore(database)
    beyond, facets = ArchiveBeyond(database, profiles), FacetCounter(database, profiles)
    started = time.process_time()
    beyond.find(QUESTIONS[0][1], Task())
    print(f"{'the first question':<28}{(time.process_time() - started) * 1e3:8.1f} ms")
    for name, leaf in QUESTIONS:
        found, best = set(beyond.find(leaf, Task()).numbers), _best(partial(beyond.find, leaf, Task()))
        print(f"{name:<28}{best:8.1f} ms{len(found):8} found")
    for numbers in (range(1, count + 1), range(1, count + 1, 10), range(1, min(count, 100) + 1)):
        print(f"facets of {len(numbers):<18}{_best(partial(facets.count, '', numbers)):8.1f} ms")


def _best(call: Callable[[], object]) -> float:
    """Return the shortest time of a call, in milliseconds of the processor."""
    call()
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        call()
        times.append(time.process_time() - started)
    return min(times) * 1e3


if __name__ == "__main__":
    main()
