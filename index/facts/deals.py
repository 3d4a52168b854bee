"""Deals between bodies, states and people: an ordered table of verbs and what they govern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.facts import clauses, drafts, morph
from index.facts.clause_dates import date_slots
from index.facts.dates import DateMatch
from index.facts.names import Name
from index.facts.occupations import named_slot
from index.facts.passage import Passage
from index.model.fact import Entity, EntityType, Fact, FactType
from index.model.span import Span

_WITHIN: Final = ("appos", "flat:name", "flat", "flat:foreign", "nmod", "nummod", "nummod:gov", "conj")
"""How the name of a thing dealt in may depend on the words for it: «5 % акций компании «Свет»»."""

_BODIES: Final = (EntityType.ORG,)
_PARTIES: Final = (EntityType.ORG, EntityType.COUNTRY, EntityType.PERSON)


@dataclass(frozen=True, slots=True)
class Deal:
    """Verbs of one kind of deal.

    Attributes:
        name: The rule's.
        kind: What the deal is.
        lemmas: Dictionary forms of the verbs.
        relations: How the words for the other party depend on the verb.
        preposition: The one that these stand behind, '' for none.
        case: The case they stand in, '' for any.
        others: What the other party may be.
        needs: Words of which one must be the verb's object; none for any.
    """

    name: str
    kind: str
    lemmas: frozenset[str]
    relations: tuple[str, ...]
    preposition: str = ""
    case: str = ""
    others: tuple[EntityType, ...] = _PARTIES
    needs: frozenset[str] = frozenset()


DEALS: Sequence[Deal] = (
    Deal(
        "bought",
        "купля/продажа",
        frozenset({"купить", "покупать", "приобрести", "приобретать", "прикупить", "выкупить"}),
        ("obj",),
        others=_BODIES,
    ),
    Deal("sold", "купля/продажа", frozenset({"продать", "продавать"}), ("iobj", "obl"), case="Dat"),
    Deal("invested", "инвестиции", frozenset({"вложить", "вкладывать", "инвестировать"}), ("obl",), "в"),
    Deal(
        "fined",
        "наложение/выплата штрафа",
        frozenset({"оштрафовать", "штрафовать"}),
        ("obj",),
    ),
    Deal(
        "lent",
        "займ/возвращение займа",
        frozenset({"дать", "давать", "выдать", "предоставить", "предоставлять", "выделить", "вернуть"})
        | {"выплатить", "выплачивать", "погасить"},
        ("iobj", "obl"),
        case="Dat",
        needs=frozenset({"кредит", "заём", "заем", "ссуда", "грант", "долг"}),
    ),
)
"""The first that knows a verb speaks."""


def find_deals(
    text: str,
    passage: Passage,
    names: Sequence[Name],
    entity_at: dict[Span, Entity],
    dates: Sequence[DateMatch],
) -> Iterator[Fact]:
    """Yield the deals of a sentence, «Sun приобрела MySQL».

    Args:
        text: The document's text.
        passage: The sentence; needs its grammar.
        names: Its names.
        entity_at: Entities by the spans of their mentions.
        dates: The dates of the document.
    """
    for verb, token in enumerate(passage.tokens):
        lemmas = morph.lemmas(token.text.lower())
        deal = next((deal for deal in DEALS if lemmas & deal.lemmas), None)
        if deal is None or passage.part(verb) != "VERB" or clauses.is_denied(passage, verb):
            continue
        one, other = clauses.maker_of(passage, names, verb), _other(passage, names, verb, deal)
        if one is None or other is None or one.span.overlaps(other.span):
            continue
        slots = [named_slot(text, "participants", name.span, entity_at) for name in (one, other)]
        slots.append(drafts.slot(text, "kind", token.span, deal.kind))
        slots += date_slots(text, passage, verb, dates)
        span = drafts.passage(slots)
        status = "planned" if clauses.status(passage, verb) == "planned" else "actual"
        yield Fact("", FactType.DEAL, tuple(slots), span, status, 0.75, deal.name)


def _other(passage: Passage, names: Sequence[Name], verb: int, deal: Deal) -> Name | None:
    """Return the other party of a deal told by a verb."""
    objects = clauses.children(passage, verb, ("obj",))
    if deal.needs and not any(morph.lemmas(passage.tokens[i].text.lower()) & deal.needs for i in objects):
        return None
    # «Продала завод холдингу»: the parser takes a dative for the object's at times.
    datives = [
        child for i in objects for child in clauses.children(passage, i, ("nmod", "iobj")) if deal.case
    ]
    heads = [
        head
        for head in (*clauses.children(passage, verb, deal.relations), *datives)
        if _preposition(passage, head) == deal.preposition
        and deal.case in ("", passage.feature(head, "Case"))
    ]
    return clauses.named_within(passage, [n for n in names if n.type in deal.others], heads, _WITHIN)


def _preposition(passage: Passage, head: int) -> str:
    """Return the preposition of a noun, '' when it has none."""
    found = clauses.children(passage, head, ("case",))
    return passage.tokens[found[0]].text.lower() if found else ""
