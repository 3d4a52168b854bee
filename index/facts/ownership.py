"""Who owns or founded which body: offices that say so, and what «belongs»; an ordered table of rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.facts import drafts, morph
from index.facts.names import Name
from index.facts.occupations import Held, named_slot
from index.facts.office_verbs import Told
from index.facts.owned_by import PREDICATES
from index.facts.passage import Passage
from index.model.fact import Entity, EntityType, Fact, FactType
from index.model.span import Span

OWNERS: Final = frozenset(
    {"владелец", "совладелец", "основатель", "основательница", "сооснователь", "создатель", "учредитель"}
    | {"учредительница", "соучредитель", "собственник", "собственница", "акционер"}
    | {"владелица", "совладелица", "создательница"}
)
"""Offices that are no office: whoever has one made the body or owns it."""


@dataclass(frozen=True, slots=True)
class Owned:
    """A body with its owner."""

    owner: Name
    body: Name
    rule: str
    confidence: float


def is_owner(office: str) -> bool:
    """Whether an office, in the nominative, says that its holder owns or founded a body."""
    return any(word in OWNERS for word in office.split())


def _by_office(held: Sequence[Held | Told]) -> Iterator[tuple[Name, Name]]:
    """«основатель Национального фронта Жан-Мари Ле Пен», «владельцем «Юга» является Иван Петров»."""
    for one in held:
        body = one.position.body
        if body is not None and body.type == EntityType.ORG and is_owner(one.position.value):
            yield one.person, body


def _by_belonging(passage: Passage, names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """«компания «Свет», принадлежащая Юрию Мильнеру и Алишеру Усманову»."""
    for token in passage.tokens:
        if "принадлежать" not in morph.lemmas(token.text.lower()):
            continue
        before = [name for name in names if name.type == EntityType.ORG and name.span.stop < token.start]
        body = max(before, key=lambda name: (name.span.stop, len(name.span)), default=None)
        if body is None or passage.text[body.span.stop : token.start] not in (", ", " "):
            continue
        stop = token.stop
        gaps: tuple[str, ...] = (" ",)
        for owner in sorted(names, key=lambda name: name.span):
            if owner.type in (EntityType.PERSON, EntityType.ORG) and owner.span.start > stop:
                if passage.text[stop : owner.span.start] not in gaps:
                    break
                yield owner, body
                stop, gaps = owner.span.stop, (", ", " и ")


def find_owned(passage: Passage, names: Sequence[Name], held: Sequence[Held | Told]) -> Iterator[Owned]:
    """Yield who owns which body in a sentence, once.

    Args:
        passage: The sentence; needs its grammar.
        names: Its names.
        held: Its offices with those who hold them, or are told by a verb to.
    """
    told = [Owned(owner, body, "owner_by_office", 0.8) for owner, body in _by_office(held)]
    told += [Owned(owner, body, "owner_by_belonging", 0.85) for owner, body in _by_belonging(passage, names)]
    told += [Owned(*pair, rule, 0.75) for rule, find in PREDICATES.items() for pair in find(passage, names)]
    yield from {(one.owner, one.body): one for one in reversed(told) if one.owner != one.body}.values()


def ownership(text: str, owned: Owned, passage: Passage, entity_at: dict[Span, Entity]) -> Fact:
    """Make the fact; names take the canonical names of their entities.

    Args:
        text: The document's text.
        owned: What was found.
        passage: Its sentence.
        entity_at: Entities by the spans of their mentions.
    """
    slots = (
        named_slot(text, "owner", owned.owner.span, entity_at),
        named_slot(text, "property", owned.body.span, entity_at, passage),
    )
    span = owned.owner.span.hull(owned.body.span)
    return drafts.fact(FactType.OWNERSHIP, slots, span, owned.rule, owned.confidence)
