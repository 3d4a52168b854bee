"""Who met whom: persons and bodies, and the statements that tell of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from index.model.fact import FactType
from index.model.overview import Edge, Meetings, Node, Stated
from index.store.columns import KINDS
from index.store.names import ORGANISATION, PERSON
from index.store.statements import role_number
from index.study.layout import layout
from index.study.moment import At, Moment, keys

MOST_NODES: Final = 60
"""More cannot be told apart in one picture."""

_WHO: Final = (PERSON, ORGANISATION)


def meetings(moment: Moment, query: str, most_nodes: int = MOST_NODES) -> Meetings:
    """Return who met whom, as a picture: those who met most often, and where to draw them.

    A statement about a meeting joins each two of its participants. Countries are not there: their leaders
    are.

    Args:
        moment: What is stated.
        query: What was asked, to be told again.
        most_nodes: How many persons and bodies the picture has at most.
    """
    together = dict(_together(moment))
    times = Counter(entity for entities in together.values() for entity in entities)
    people = moment.named(sorted(times, key=lambda entity: (-times[entity], entity))[:most_nodes])
    place = {entity: i for i, entity in enumerate(people)}
    told: dict[tuple[int, int], list[At]] = defaultdict(list)
    for at, entities in together.items():
        for pair in combinations(sorted(place[entity] for entity in entities if entity in place), 2):
            told[pair].append(at)
    points = layout(len(people), [(*pair, len(places)) for pair, places in told.items()])
    nodes = tuple(
        Node(who, times[entity], x, y) for (entity, who), (x, y) in zip(people.items(), points, strict=True)
    )
    return Meetings(query, len(together), len(times), nodes, tuple(_edges(moment, told)))


def meetings_of_two(moment: Moment, left: int, right: int, limit: int = 100) -> tuple[Stated, ...]:
    """Return the statements that tell of meetings of two entities, the latest first.

    Args:
        moment: What is stated.
        left: The archive's number of the one.
        right: Of the other.
        limit: How many, 0 for all.
    """
    places = [at for at, entities in _together(moment) if {left, right} <= entities]
    places.sort(key=lambda at: _age(moment, at), reverse=True)
    stated = moment.stated(places[: limit or None])
    return tuple(stated[at] for at in places if at in stated)


def _edges(moment: Moment, told: Mapping[tuple[int, int], list[At]]) -> Iterator[Edge]:
    latest = {pair: max(places, key=lambda at: _age(moment, at)) for pair, places in told.items()}
    stated = moment.stated(set(latest.values()))
    for pair in sorted(told, key=lambda pair: (-len(told[pair]), pair)):
        if latest[pair] in stated:
            documents = {row for row, _ in told[pair]}
            yield Edge(*pair, len(told[pair]), len(documents), stated[latest[pair]])


def _together(moment: Moment) -> Iterator[tuple[At, frozenset[int]]]:
    """Yield each statement about a meeting of two or more with those who took part."""
    import numpy as np

    statements, roles = moment.columns.statements, moment.columns.roles
    is_who = np.isin(moment.columns.kinds, [KINDS.index(kind) for kind in _WHO])
    is_part = (roles["role"] == role_number("participants")) & is_who[roles["entity"]]
    told = keys(statements)[moment.rows_of([FactType.MEETING])]
    of_parts, entities = keys(roles)[is_part], roles["entity"][is_part]
    is_told = np.isin(of_parts, told)
    found: dict[int, set[int]] = defaultdict(set)
    for key, entity in zip(of_parts[is_told].tolist(), entities[is_told].tolist(), strict=True):
        found[key].add(entity)
    for key, met in found.items():
        if len(met) > 1:
            yield (key >> 32, key & 0xFFFFFFFF), frozenset(met)


def _age(moment: Moment, at: At) -> tuple[int, At]:
    return int(moment.columns.days[0][at[0]]), at
