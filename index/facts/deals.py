"""Deals between bodies, states and people: an ordered table of verbs and what they govern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.facts import clauses, drafts, morph
from index.facts.clause_dates import date_slots
from index.facts.deal_nouns import find_told_by_nouns
from index.facts.deal_parties import PARTIES, WITHIN, Place, found_at, maker, objects
from index.facts.deal_words import BOUGHT, CONTRACT, FINE, GIFTS, INVESTED, LENT, MONEY, PAID, Dealt
from index.facts.names import Name
from index.facts.occupations import named_slot
from index.facts.passage import Passage
from index.facts.scene import Scene
from index.model.fact import EntityType, Fact, FactType

_BODIES: Final = (EntityType.ORG,)
_COUNTRIES: Final = (EntityType.COUNTRY,)
_DATIVE: Final = (Place(("iobj", "obl", "nmod", "obj"), case="Dat"),)


@dataclass(frozen=True, slots=True)
class Deal:
    """Verbs of one kind of deal.

    Attributes:
        name: The rule's.
        kind: What the deal is.
        lemmas: Dictionary forms of the verbs.
        places: Where the words for the other party stand; none when it is what the deal is done to.
        others: What the other party may be.
        needs: Words of which one must be the verb's object; none for any.
    """

    name: str
    kind: str
    lemmas: frozenset[str]
    places: tuple[Place, ...] = ()
    others: tuple[EntityType, ...] = PARTIES
    needs: frozenset[str] = frozenset()


DEALS: Sequence[Deal] = (
    Deal(
        "bought",
        BOUGHT,
        frozenset({"купить", "покупать", "приобрести", "приобретать", "прикупить", "выкупить", "поглотить"}),
        others=_BODIES,
    ),
    Deal("sold", BOUGHT, frozenset({"продать", "продавать"}), _DATIVE),
    Deal(
        "supplied",
        BOUGHT,
        frozenset({"поставлять", "экспортировать"}),
        (Place(("obl",), "в", "Acc"), *_DATIVE),
        others=_COUNTRIES,
    ),
    Deal(
        "invested",
        INVESTED,
        frozenset({"вложить", "вкладывать", "инвестировать"}),
        (Place(("obl", "nmod"), "в"),),
    ),
    Deal("fined", FINE, frozenset({"оштрафовать", "штрафовать"})),
    Deal(
        "laid_fine",
        FINE,
        frozenset({"наложить", "налагать"}),
        (Place(("obl", "nmod"), "на", "Acc"),),
        needs=frozenset({"штраф"}),
    ),
    Deal(
        "lent",
        LENT,
        frozenset({"дать", "давать", "выдать", "предоставить", "предоставлять", "выделить", "вернуть"})
        | {"выделять", "выплатить", "выплачивать", "погасить"},
        _DATIVE,
        needs=GIFTS,
    ),
    Deal(
        "borrowed",
        LENT,
        frozenset({"получить", "получать", "взять", "привлечь"}),
        (Place(("obl", "nmod"), "от"), Place(("obl", "nmod"), "у"), Place(("nmod",), case="Gen")),
        others=(EntityType.ORG, EntityType.COUNTRY),
        needs=GIFTS,
    ),
    Deal(
        "paid",
        PAID,
        frozenset({"заплатить", "выплатить", "выплачивать", "перечислить", "уплатить"}),
        _DATIVE,
        needs=MONEY,
    ),
    Deal(
        "contracted",
        CONTRACT,
        frozenset({"подписать", "подписывать", "заключить", "заключать"}),
        (Place(("obl", "nmod"), "с", "Ins"), Place(("obl", "nmod"), "со", "Ins")),
        needs=frozenset({"контракт", "сделка"}),
    ),
)
"""The first that knows a verb and finds both parties speaks."""


def find_deals(scene: Scene) -> Iterator[Fact]:
    """Yield the deals of a sentence, «Sun приобрела MySQL»."""
    text, passage, names = scene.text, scene.passage, scene.names
    for dealt in (*_told_by_verbs(passage, names), *find_told_by_nouns(passage, names)):
        slots = [
            named_slot(text, "participants", name.span, scene.entity_at, passage)
            for name in (dealt.maker, dealt.other)
        ]
        slots.append(drafts.slot(text, "kind", passage.tokens[dealt.word].span, dealt.kind))
        slots += date_slots(scene, dealt.word)
        span = drafts.passage(slots)
        yield Fact("", FactType.DEAL, tuple(slots), span, dealt.status, dealt.confidence, dealt.rule)


def _told_by_verbs(passage: Passage, names: Sequence[Name]) -> Iterator[Dealt]:
    for verb, token in enumerate(passage.tokens):
        lemmas = morph.lemmas(token.text.lower())
        fitting = [deal for deal in DEALS if lemmas & deal.lemmas]
        if not fitting or passage.part(verb) not in ("VERB", "ADJ"):
            continue
        if clauses.is_denied(passage, verb) or clauses.is_supposed(passage, verb):
            continue
        one = maker(passage, names, verb)
        told = ((deal, _other(passage, names, verb, deal)) for deal in fitting)
        deal, other = next(((deal, other) for deal, other in told if other is not None), (fitting[0], None))
        if one is None or other is None:
            continue
        status = "planned" if clauses.status(passage, verb) == "planned" else "actual"
        for party in clauses.joined_with(passage, names, other):
            if not one.span.overlaps(party.span):
                yield Dealt(verb, one, party, deal.kind, status, 0.75, deal.name)


def _other(passage: Passage, names: Sequence[Name], verb: int, deal: Deal) -> Name | None:
    """Return the other party of a deal told by a verb."""
    dealt_in = objects(passage, verb)
    if deal.needs and not any(morph.lemmas(passage.tokens[i].text.lower()) & deal.needs for i in dealt_in):
        return None
    parties = [name for name in names if name.type in deal.others]
    if not deal.places:
        return clauses.named_within(passage, parties, dealt_in, WITHIN)
    # «Продала завод холдингу»: the parser takes a dative for the object's at times.
    return found_at(passage, parties, (verb, *dealt_in), deal.places)
