"""By what an answer can be narrowed: its years, names, formats, folders and languages, with exact counts.

Each value comes with the clause that narrows to it, and its count is that of the clause: it tells how many
documents are left when it is chosen. So «Токаев» counts those that name Касым-Жомарт Токаев, too, and a
year those that speak of it and those that are dated in it, but only years in which some are dated are listed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from index.model.media import MediaType
from index.model.said import said
from index.model.study import Facet, FacetKind, Facets, FacetValue
from index.search.beyond import folded_path
from index.store.columns import KINDS, Columns, ProfileStore
from index.store.database import Database
from index.store.names import ORGANISATION, PERSON, PLACE, commonest, with_words

if TYPE_CHECKING:
    import sqlite3

    import numpy as np
    from numpy.typing import NDArray

MOST_VALUES: Final = 12
"""Of each kind but years."""

_CANDIDATES: Final = 2 * MOST_VALUES
"""Names whose clauses are counted: they find more documents than the name itself, so the order may change."""

_NAMES: Final = (
    (FacetKind.PERSON, PERSON, "лицо"),
    (FacetKind.ORGANISATION, ORGANISATION, "организация"),
    (FacetKind.PLACE, PLACE, "место"),
)
_LANGUAGES: Final[Mapping[str, str]] = {
    "ru": said("language.ru", "русский"),
    "en": said("language.en", "английский"),
    "uz": said("language.uz", "узбекский"),
    "kk": said("language.kk", "казахский"),
    "uk": said("language.uk", "украинский"),
    "tg": said("language.tg", "таджикский"),
}
_QUOTES: Final = re.compile(r"[«»“”„‟‹›\"]")


class FacetCounter:
    """Counts facets. Any thread may call it; it blocks for some queries of the database.

    Args:
        database: The archive's database.
        profiles: Its profiles; one for all who ask, since it keeps them in memory.
    """

    def __init__(self, database: Database, profiles: ProfileStore) -> None:
        self._database, self._profiles = database, profiles

    def count(self, query: str, numbers: Sequence[int]) -> Facets:
        """Return the facets of an answer.

        Args:
            query: What was asked, to be told again.
            numbers: The archive's numbers of all documents that answer, in any order.

        Raises:
            StoreError: If the database cannot be read.
        """
        columns = self._profiles.columns()
        chosen = columns.chosen(numbers)
        with self._database.reading() as connection:
            named = _NamesOf(columns, chosen, connection)
            names = [named.facet(kind, store_kind, field) for kind, store_kind, field in _NAMES]
        facets = (
            _years(columns, chosen),
            *names,
            _formats(columns, chosen),
            _folders(columns, chosen),
            _languages(columns, chosen),
        )
        return Facets(
            query,
            int(chosen.sum()),
            tuple(facet for facet in facets if facet.values),
            int((chosen & columns.without_facts).sum()),
        )


class _NamesOf:
    """What some documents name.

    Args:
        columns: All documents.
        chosen: Which of them.
        connection: For the words of names; within one transaction.
    """

    def __init__(self, columns: Columns, chosen: NDArray[np.bool_], connection: sqlite3.Connection) -> None:
        import numpy as np

        self._columns, self._connection = columns, connection
        rows, entities = columns.named["row"], columns.named["entity"]
        is_chosen = chosen[rows]
        self._rows, self._entities = rows[is_chosen], entities[is_chosen]
        self._counts = np.bincount(self._entities, minlength=len(columns.entities))
        times = columns.named["times"][is_chosen]
        self._mentions = np.bincount(self._entities, times, minlength=len(columns.entities))

    def facet(self, kind: FacetKind, store_kind: str, field: str) -> Facet:
        """Return the names of a kind that most of the documents have."""
        import numpy as np

        of_kind = np.flatnonzero((self._columns.kinds == KINDS.index(store_kind)) & (self._counts > 0))
        order = np.lexsort((-self._mentions[of_kind], -self._counts[of_kind]))
        candidates = of_kind[order[:_CANDIDATES]].tolist()
        labels = commonest(self._connection, candidates, self._columns.mention_counts)
        clauses = {entity: _QUOTES.sub("", label) for entity, label in labels.items()}
        answers = {
            entity: with_words(self._connection, store_kind, words) for entity, words in clauses.items()
        }
        counts = self._documents(answers)
        # Of those in equally many documents the one comes first of whom most is said.
        candidates.sort(key=lambda e: (-counts[e], -self._mentions[e], labels[e]))
        shown = tuple(
            FacetValue(labels[e], f'{field}:"{clauses[e]}"', counts[e]) for e in candidates[:MOST_VALUES]
        )
        return Facet(kind, shown, len(of_kind) - len(shown))

    def _documents(self, answers: Mapping[int, set[int]]) -> dict[int, int]:
        """Return how many documents name any of the entities that answer each clause."""
        import numpy as np

        among = np.zeros(len(self._counts), bool)
        for entities in answers.values():
            if len(entities) > 1:
                among[self._known(entities)] = True
        is_among = among[self._entities]
        rows, named = self._rows[is_among], self._entities[is_among]
        counts = {}
        for entity, entities in answers.items():
            if len(entities) == 1:
                counts[entity] = int(self._counts[entity])
                continue
            wanted = np.zeros(len(self._counts), bool)
            wanted[self._known(entities)] = True
            # Rows ascend: a document begins where they change.
            counts[entity] = int(np.count_nonzero(np.diff(rows[wanted[named]], prepend=-1)))
        return counts

    def _known(self, entities: Iterable[int]) -> list[int]:
        return [entity for entity in entities if entity < len(self._counts)]


def _years(columns: Columns, chosen: NDArray[np.bool_]) -> Facet:
    import numpy as np

    low, high = (days // 10_000 for days in columns.days)
    is_dated = chosen & (low > 0) & (low == high)
    years = np.unique(low[is_dated])
    place = np.full(10_000, -1)
    place[years] = np.arange(len(years))
    stated = columns.dates
    stated_low, stated_high = stated["low"] // 10_000, stated["high"] // 10_000
    is_stated = chosen[stated["row"]] & (stated_low == stated_high) & (place[stated_low] >= 0)
    # A document counts once a year, however often it speaks of it.
    has_year = np.zeros((len(chosen), len(years)), bool)
    has_year[np.flatnonzero(is_dated), place[low[is_dated]]] = True
    has_year[stated["row"][is_stated], place[stated_low[is_stated]]] = True
    counts = zip(years.tolist(), has_year.sum(axis=0).tolist(), strict=True)
    values = [FacetValue(f"{year}", f"дата:{year:04}", count) for year, count in counts]
    return Facet(FacetKind.YEAR, tuple(reversed(values)))


def _formats(columns: Columns, chosen: NDArray[np.bool_]) -> Facet:
    def value(media: str, documents: int) -> FacetValue:
        suffix = MediaType(media).suffix.removeprefix(".")
        return FacetValue(suffix.upper(), f"тип:{suffix}", documents)

    return _described(FacetKind.FORMAT, columns.media, chosen, value)


def _languages(columns: Columns, chosen: NDArray[np.bool_]) -> Facet:
    def value(code: str, documents: int) -> FacetValue:
        return FacetValue(_LANGUAGES[code], f"язык:{code}", documents)

    return _described(FacetKind.LANGUAGE, columns.languages, chosen, value)


def _described(
    kind: FacetKind,
    column: tuple[NDArray[Any], tuple[str, ...]],
    chosen: NDArray[np.bool_],
    value: Callable[[str, int], FacetValue],
) -> Facet:
    """Return the values of a column, the commonest first; documents without one are not told."""
    counts = _counts(column, chosen)
    values = [value(name, count) for name, count in counts.items() if name]
    values.sort(key=lambda one: (-one.documents, one.label))
    return Facet(kind, tuple(values[:MOST_VALUES]), max(0, len(values) - MOST_VALUES))


def _counts(column: tuple[NDArray[Any], tuple[str, ...]], chosen: NDArray[np.bool_]) -> dict[str, int]:
    """Return how many of the documents have each value that some of them have."""
    import numpy as np

    codes, values = column
    counts = np.bincount(codes[chosen], minlength=len(values)).tolist()
    return {value: count for value, count in zip(values, counts, strict=True) if count}


def _folders(columns: Columns, chosen: NDArray[np.bool_]) -> Facet:
    """Return the innermost folders by name, with what is in folders within them."""
    labels: dict[str, str] = {}
    documents: Counter[str] = Counter()
    for path, count in _counts(columns.folders, chosen).items():
        names = folded_path(path).strip("/").split("/")
        labels.setdefault(names[-1], re.split(r"[/\\]", path.rstrip("/\\"))[-1])
        documents.update(dict.fromkeys(names, count))
    values = [
        FacetValue(labels[name], f'папка:"/{labels[name]}/"', documents[name])
        for name in labels
        # A quotation mark cannot be said within quotation marks.
        if name and not _QUOTES.search(name)
    ]
    values.sort(key=lambda one: (-one.documents, one.label))
    return Facet(FacetKind.FOLDER, tuple(values[:MOST_VALUES]), max(0, len(values) - MOST_VALUES))
