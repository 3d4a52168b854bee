"""Who met whom: persons and bodies, and the statements that tell of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from index.model.fact import STATUSES, FactType
from index.model.overview import Edge, Meetings, Node, Stated
from index.store.columns import KINDS
from index.store.names import ORGANISATION, PERSON
from index.store.statements import role_number
from index.study.layout import layout
from index.study.moment import At, Moment, keys

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_NODES: Final = 60
"""More cannot be told apart in one picture."""

_WHO: Final = (PERSON, ORGANISATION)
_TO_COME: Final = ("proposed", "planned", "expected", "target")
"""Who is to meet has not met."""


def meetings(moment: Moment, query: str, most_nodes: int = MOST_NODES) -> Meetings:
    """Return who met whom, as a picture: those who met most often, and where to draw them.

    A statement about a meeting joins each two of its participants, unless it is only planned. Countries are
    not there: their leaders are.

    Args:
        moment: What is stated.
        query: What was asked, to be told again.
        most_nodes: How many persons and bodies the picture has at most.
    """
    import numpy as np

    told_by, entities = _participants(moment)
    times = np.bincount(entities, minlength=len(moment.columns.entities))
    found = np.flatnonzero(times)
    people = moment.named(found[np.lexsort((found, -times[found]))][:most_nodes].tolist())
    place = {entity: i for i, entity in enumerate(people)}
    is_shown = np.isin(entities, list(people))
    pairs: dict[tuple[int, int], list[At]] = defaultdict(list)
    for at, met in _statements(told_by[is_shown], entities[is_shown]):
        for pair in combinations(sorted(place[entity] for entity in met), 2):
            pairs[pair].append(at)
    points = layout(len(people), [(*pair, len(places)) for pair, places in pairs.items()])
    nodes = tuple(
        Node(who, int(times[entity]), x, y)
        for (entity, who), (x, y) in zip(people.items(), points, strict=True)
    )
    edges = tuple(_edges(moment, pairs))
    return Meetings(query, len(np.unique(told_by)), len(found), nodes, edges)


def meetings_of_two(moment: Moment, left: int, right: int, limit: int = 100) -> tuple[Stated, ...]:
    """Return the statements that tell of meetings of two entities, the latest first.

    Args:
        moment: What is stated.
        left: The archive's number of the one.
        right: Of the other.
        limit: How many, 0 for all.
    """
    import numpy as np

    told_by, entities = _participants(moment)
    is_either = np.isin(entities, [left, right])
    both = [at for at, met in _statements(told_by[is_either], entities[is_either]) if len(met) > 1]
    places = both[::-1][: limit or None]
    stated = moment.stated(places)
    return tuple(stated[at] for at in places if at in stated)


def _edges(moment: Moment, pairs: Mapping[tuple[int, int], list[At]]) -> Iterator[Edge]:
    stated = moment.stated({places[-1] for places in pairs.values()})
    for pair in sorted(pairs, key=lambda pair: (-len(pairs[pair]), pair)):
        places = pairs[pair]
        if places[-1] in stated:
            documents = {row for row, _ in places}
            yield Edge(*pair, len(places), len(documents), stated[places[-1]])


def _participants(moment: Moment) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return statement and participant, each two once, of all meetings of two or more.

    Statements stand together (`index.study.moment.keys`), those of the latest document last.
    """
    import numpy as np

    statements, roles = moment.columns.statements, moment.columns.roles
    is_who = np.isin(moment.columns.kinds, [KINDS.index(kind) for kind in _WHO])
    is_part = (roles["role"] == role_number("participants")) & is_who[roles["entity"]]
    told_by, entities = keys(roles)[is_part], roles["entity"][is_part].astype(np.int64)
    rows = moment.rows_of([FactType.MEETING])
    is_held = ~np.isin(statements["status"][rows], [STATUSES.index(status) for status in _TO_COME])
    is_told = np.isin(told_by, keys(statements)[rows[is_held]])
    told_by, entities = told_by[is_told], entities[is_told]
    order = np.lexsort((entities, told_by, moment.columns.days[0][told_by >> 32]))
    told_by, entities = told_by[order], entities[order]
    is_new = np.ones(len(order), bool)
    is_new[1:] = (told_by[1:] != told_by[:-1]) | (entities[1:] != entities[:-1])
    told_by, entities = told_by[is_new], entities[is_new]
    _, which, counts = np.unique(told_by, return_inverse=True, return_counts=True)
    is_meeting = counts[which] > 1
    return told_by[is_meeting], entities[is_meeting]


def _statements(
    told_by: NDArray[np.int64], entities: NDArray[np.int64]
) -> Iterator[tuple[At, tuple[int, ...]]]:
    """Yield each statement with its participants."""
    rows = zip(told_by.tolist(), entities.tolist(), strict=True)
    for key, of_one in groupby(rows, key=itemgetter(0)):
        yield (key >> 32, key & 0xFFFFFFFF), tuple(entity for _, entity in of_one)
