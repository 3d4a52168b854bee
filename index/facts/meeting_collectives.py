"""Those who met told by one word: «министры встретятся», «переговоры глав государств».

The word is found in its sentence; whom it means is known when all facts are: who met as told before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from index.facts import clauses, morph
from index.facts.names import Name
from index.facts.office_words import position_lemma
from index.facts.passage import Passage
from index.model.fact import EntityType, Fact, FactType, Slot
from index.model.span import Span

_RULE: Final = "collective"
_LEADERS: Final = frozenset({"лидер", "глава", "руководитель", "сторона", "собеседник", "политик"})
"""Words that any two of whom a meeting is told may be called by."""
_OFFICES: Final = frozenset({"министр", "президент", "премьер", "премьер-министр", "посол"})
"""Words for those who hold the office."""


def subject_of(passage: Passage, names: Sequence[Name], verb: int) -> tuple[Name, ...]:
    """Return the collective that is the subject of a verb: «Лидеры двух стран встретятся»."""
    return _collective(passage, names, clauses.children(passage, verb, ("nsubj",)))


def genitive_of(passage: Passage, names: Sequence[Name], noun: int) -> tuple[Name, ...]:
    """Return the collective that depends on a noun: «переговоры глав государств»."""
    heads = [i for i in clauses.children(passage, noun, ("nmod",)) if passage.feature(i, "Case") == "Gen"]
    return _collective(passage, names, heads)


def _collective(passage: Passage, names: Sequence[Name], heads: Sequence[int]) -> tuple[Name, ...]:
    for head in heads:
        token = passage.tokens[head]
        is_plural = passage.feature(head, "Number") == "Plur"
        if not is_plural or morph.lemmas(token.text.lower()).isdisjoint(_LEADERS | _OFFICES):
            continue
        span = Span(token.start, _after(passage, head))
        if not any(name.span.overlaps(span) for name in names):
            return (Name(token.span, EntityType.PERSON, _RULE),)
    return ()


def _after(passage: Passage, head: int) -> int:
    """Return where the words that depend on a collective end: «Лидеры двух стран»."""
    behind = [i for i in clauses.children(passage, head, ("nmod",)) if i > head]
    return passage.tokens[max(behind, default=head)].stop


def resolved(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield facts in order, names for the collectives in them; no meetings of whom nobody could name."""
    told = list(facts)
    offices = _offices(told)
    last: Sequence[Slot] = ()
    for fact in told:
        met = [slot for slot in fact.slots if slot.name == "participants"]
        if fact.type != FactType.MEETING or (len(met) == 1 and met[0].entity_id):
            yield fact
        elif len(met) > 1:
            last = met
            yield fact
        elif last and all(_may_be(met[0].text, offices.get(one.entity_id, frozenset())) for one in last):
            others = [slot for slot in fact.slots if slot.name != "participants"]
            yield replace(fact, slots=(replace(met[0], value=[str(one.value) for one in last]), *others))


def _offices(facts: Iterable[Fact]) -> dict[str, frozenset[str]]:
    """Return the words of office that are said of each person."""
    found: dict[str, frozenset[str]] = {}
    for fact in facts:
        person, position = fact.slot("person"), fact.slot("position")
        if person is not None and position is not None:
            lemmas = {position_lemma(word) for word in str(position.value).split()[:1]}
            found[person.entity_id] = found.get(person.entity_id, frozenset()) | lemmas
    return found


def _may_be(said: str, offices: frozenset[str]) -> bool:
    """Whether somebody who holds some offices may be called by a collective word."""
    lemmas = morph.lemmas(said.lower())
    return bool(lemmas & _LEADERS) or not lemmas.isdisjoint(offices)
