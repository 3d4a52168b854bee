"""Documents found by how the reader files them: collections, labels, stars, what was read."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Final

from index.model.catalogue import PATH_MARK, Catalogue, CollectionId, ReadState
from index.model.document import DocumentId
from index.search.engine import Told
from index.search.filed import Filed, InCollection, Labelled, Starred
from index.search.noted import NOWHERE
from index.search.quotes import DOUBLE, SINGLE
from index.store.catalogue import read_catalogue
from index.store.database import Database
from index.text.normalise import fold

_NUMBERS: Final = "SELECT number, id FROM documents ORDER BY number"

_NO_QUOTES: Final = str.maketrans(dict.fromkeys(DOUBLE + SINGLE))

Fits = Callable[[DocumentId], bool]


def filed(database: Database, leaf: Filed) -> Told:
    """Return the documents of a leaf, without places. Blocks for two questions to the database.

    Raises:
        StoreError: If the database cannot be read.
    """
    with database.reading() as connection:
        fits = fitting(leaf, read_catalogue(connection))
        found = connection.execute(_NUMBERS).fetchall()
    numbers = array("q", (number for number, id_ in found if fits(DocumentId(id_))))
    nowhere = array("q", [NOWHERE]) * len(numbers)
    return Told(numbers, nowhere, nowhere)


def fitting(leaf: Filed, catalogue: Catalogue) -> Fits:
    """Return what says of a document whether it is asked for."""
    marks = catalogue.marks
    if isinstance(leaf, InCollection):
        parts = map(catalogue.documents_of, named(catalogue, leaf.path))
        return frozenset[DocumentId]().union(*parts).__contains__
    if isinstance(leaf, Labelled):
        label = fold(without_quotes(leaf.label))
        found = {
            id_
            for id_, one in marks.items()
            if any(fold(without_quotes(name)) == label for name in one.labels)
        }
        return found.__contains__
    if isinstance(leaf, Starred):
        stars = {id_ for id_, one in marks.items() if one.is_starred}
        return lambda id_: (id_ in stars) == leaf.wanted
    states = {id_: one.state for id_, one in marks.items()}
    return lambda id_: states.get(id_, ReadState.UNREAD) is leaf.state


def named(catalogue: Catalogue, wanted: str) -> list[CollectionId]:
    """Return the collections that a name, or the end of a path, may mean."""
    return [one for one in catalogue.collections if _is_named(catalogue.path(one), wanted)]


def collection_clause(catalogue: Catalogue, path: str) -> str:
    """Return how a query names the collection of a path: as shortly as no other one answers to."""
    path = without_quotes(path)
    parts = path.split(PATH_MARK)
    endings = (PATH_MARK.join(parts[at:]) for at in range(len(parts) - 1, -1, -1) if parts[at].strip())
    paths = [catalogue.path(one) for one in catalogue.collections]
    return next(
        (ending for ending in endings if sum(_is_named(one, ending) for one in paths) == 1), PATH_MARK + path
    )


def without_quotes(name: str) -> str:
    """Return a name as a query can say it: what stands between quotation marks has none."""
    names = name.translate(_NO_QUOTES).split(PATH_MARK)
    return PATH_MARK.join(" ".join(one.split()) for one in names)


def _is_named(path: str, wanted: str) -> bool:
    """Whether a path ends with the one that is wanted, at the beginning of a name."""
    whole, end = PATH_MARK + fold(without_quotes(path)), fold(without_quotes(wanted))
    return whole == end if end.startswith(PATH_MARK) else whole.endswith(PATH_MARK + end)
