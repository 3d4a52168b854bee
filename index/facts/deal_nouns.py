"""Deals told by nouns: «объявила о покупке банка», «покупка банка холдингом», «выделение гранта школе»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.facts import clauses, morph
from index.facts.deal_parties import PARTIES, Place, agent, found_at, maker
from index.facts.deal_words import BOUGHT, CONTRACT, GIFTS, LENT, MERGER, Dealt
from index.facts.names import Name
from index.facts.passage import Passage
from index.model.fact import EntityType

_OWN_DEEDS: Final = frozenset(
    {"объявить", "объявлять", "завершить", "завершать", "закрыть", "подписать", "подписывать", "заключить"}
    | {"осуществить", "провести", "договориться", "планировать", "намереваться", "согласиться", "готовить"}
    | {"финансировать", "оплатить"}
)
"""Verbs whose subject makes the deal; who informs of one or allows it does not."""
_PLANS: Final = frozenset({"планировать", "намереваться", "договориться", "согласиться", "готовить"})
_CONFIDENCE: Final = 0.7


@dataclass(frozen=True, slots=True)
class DealNoun:
    """Nouns of one kind of deal.

    Attributes:
        name: The rule's.
        kind: What the deal is.
        lemmas: Their dictionary forms.
        places: Where the words for the other party stand by them.
        others: What the other party may be.
        needs: Words of which one must depend on the noun; none for any.
        is_of_two: Whether the parties may stand together: «слияние Sun и Oracle», «контракт между ними».
    """

    name: str
    kind: str
    lemmas: frozenset[str]
    places: tuple[Place, ...]
    others: tuple[EntityType, ...]
    needs: frozenset[str] = frozenset()
    is_of_two: bool = False


_OF: Final = ("nmod", "obj", "nummod", "nummod:gov")
NOUNS: Sequence[DealNoun] = (
    DealNoun(
        "bought_by_noun",
        BOUGHT,
        frozenset({"покупка", "приобретение", "выкуп", "поглощение"}),
        (Place(_OF, case="Gen"), Place(_OF, case="Nom")),
        (EntityType.ORG,),
    ),
    DealNoun(
        "lent_by_noun",
        LENT,
        frozenset({"выделение", "предоставление", "выдача"}),
        (Place(("iobj", "nmod", "obl"), case="Dat"),),
        PARTIES,
        GIFTS,
    ),
    DealNoun(
        "merged_by_noun",
        MERGER,
        frozenset({"слияние", "объединение"}),
        (Place(("nmod", "obl"), "с", "Ins"), Place(_OF, case="Gen")),
        (EntityType.ORG,),
        is_of_two=True,
    ),
    DealNoun("contract_between", CONTRACT, frozenset({"контракт", "сделка"}), (), (), is_of_two=True),
)
"""The first that knows a noun speaks."""


def find_told_by_nouns(passage: Passage, names: Sequence[Name]) -> Iterator[Dealt]:
    """Yield the deals that nouns of a sentence tell of; the sentence needs its grammar."""
    parties = [name for name in names if name.type in PARTIES]
    for number, token in enumerate(passage.tokens):
        lemmas = morph.lemmas(token.text.lower())
        noun = next((noun for noun in NOUNS if lemmas & noun.lemmas), None)
        if noun is None or passage.part(number) != "NOUN" or not _has(passage, number, noun.needs):
            continue
        others = [name for name in names if name.type in noun.others]
        pair = _between(passage, parties, number) if noun.is_of_two else None
        if pair is not None:
            yield Dealt(number, *pair, noun.kind, "actual", _CONFIDENCE, noun.name)
            continue
        verb = _ruling(passage, number)
        one = agent(passage, parties, number) or (maker(passage, parties, verb) if verb is not None else None)
        other = found_at(passage, others, (number,), noun.places)
        if noun.is_of_two:
            one, other = _both(passage, others, one, other)
        is_denied = verb is not None and clauses.is_denied(passage, verb)
        if one is None or other is None or is_denied or one.span.overlaps(other.span):
            continue
        yield Dealt(number, one, other, noun.kind, _status(passage, verb), _CONFIDENCE, noun.name)


def _between(passage: Passage, parties: Sequence[Name], noun: int) -> tuple[Name, Name] | None:
    """Return the two names behind the «между» of a noun: «контракт подписан между ними»."""
    behind = range(noun + 1, len(passage.tokens) - 1)
    between = next((i for i in behind if passage.tokens[i].text == "между"), len(passage.tokens))
    first = next((n for n in parties if passage.first_token(n.span) == between + 1), None)
    if first is None or any(passage.part(i) in ("NOUN", "PROPN") for i in range(noun + 1, between)):
        return None
    second = next((n for n in parties if _gap(passage, first, n) == " и "), None)
    return (first, second) if second is not None else None


def _gap(passage: Passage, left: Name, right: Name) -> str:
    return passage.text[left.span.stop : right.span.start]


def _both(
    passage: Passage, names: Sequence[Name], one: Name | None, other: Name | None
) -> tuple[Name | None, Name | None]:
    """Return two who do something together: «Sun и Oracle подписали соглашение», «слияние Sun и Oracle»."""
    if one is not None and other is not None:
        return one, other
    listed = [name for first in (one, other) if first for name in clauses.joined_with(passage, names, first)]
    return (listed[0], listed[1]) if len(listed) > 1 else (one, other)


def _has(passage: Passage, noun: int, needs: frozenset[str]) -> bool:
    children = clauses.children(passage, noun, _OF)
    return not needs or any(morph.lemmas(passage.tokens[i].text.lower()) & needs for i in children)


def _ruling(passage: Passage, noun: int) -> int | None:
    """Return the verb that a noun depends on, if its subject makes the deal."""
    verb = clauses.ruling_verb(passage, noun)
    is_own = verb is not None and bool(morph.lemmas(passage.tokens[verb].text.lower()) & _OWN_DEEDS)
    return verb if is_own else None


def _status(passage: Passage, verb: int | None) -> str:
    if verb is None:
        return "actual"
    is_plan = bool(morph.lemmas(passage.tokens[verb].text.lower()) & _PLANS)
    return "planned" if is_plan or clauses.status(passage, verb) == "planned" else "actual"
