"""Two names of one thing within a document: a foreign spelling in brackets, an abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from index.facts.abbreviated import is_short_for
from index.facts.body_judge import Group
from index.model.fact import EntityType
from index.model.span import Span

_FOREIGN = re.compile(r"[^А-Яа-яЁё]*[A-Za-z][^А-Яа-яЁё]*")
_SHORT = re.compile(r"[А-ЯЁ]{2,8}|[A-Z]{2,8}")
_OPENS: Final = " ("
_JOINED: Final = frozenset({EntityType.PERSON, EntityType.ORG, EntityType.PLACE, EntityType.CITY})


def joined(text: str, groups: Iterable[Group]) -> list[Group]:
    """Return the groups with those that are another's second name put to it.

    Args:
        text: The document's text.
        groups: All groups; each keeps its place.
    """
    found = list(groups)
    owners = _by_stop(found)
    kept: dict[int, Group] = dict(enumerate(found))
    into: dict[int, int] = {}
    for number, group in enumerate(found):
        owner = _owner_before(text, group, found, owners)
        if owner is None:
            owner = _spelt_out(group, found)
        if owner is not None and owner != number and owner not in into:
            into[number] = owner
    for number, owner in into.items():
        if owner in into:
            continue
        alias = kept.pop(number)
        kept[owner] = replace(kept[owner], mentions=tuple(sorted(kept[owner].mentions + alias.mentions)))
    return list(kept.values())


def _by_stop(groups: Sequence[Group]) -> dict[int, int]:
    """Return which group has a mention that ends at an offset."""
    return {span.stop: number for number, group in enumerate(groups) for span in group.mentions}


def _owner_before(text: str, group: Group, groups: Sequence[Group], by_stop: dict[int, int]) -> int | None:
    """Return the number of the group in whose brackets a second name stands: «Джоэл Саймон (Joel Simon)»."""
    if group.type not in _JOINED or not (_FOREIGN.fullmatch(group.name) or _SHORT.fullmatch(group.name)):
        return None
    for start in _bracketed(text, group.mentions):
        owner = by_stop.get(start - len(_OPENS))
        if owner is not None and groups[owner].type == group.type:
            return owner
    return None


def _bracketed(text: str, mentions: Iterable[Span]) -> Iterator[int]:
    """Yield where mentions begin that fill their brackets."""
    for span in mentions:
        if text.endswith(_OPENS, 0, span.start) and text.startswith(")", span.stop):
            yield span.start


def _spelt_out(group: Group, groups: Sequence[Group]) -> int | None:
    """Return the number of the only body whose words an abbreviation is made of: ОБСЕ, ДПНИ."""
    if group.type != EntityType.ORG or not _SHORT.fullmatch(group.name) or len(group.name) < len("РПЦ"):
        return None
    fitting = [
        number
        for number, other in enumerate(groups)
        if other.type == EntityType.ORG and is_short_for(group.name, other.name)
    ]
    return fitting[0] if len(fitting) == 1 else None
