"""Who met whom: an ordered table of rules over verbs and nouns of meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from index.facts import clauses, drafts, meeting_collectives, meeting_pairs, morph, sessions
from index.facts.clause_dates import date_slots
from index.facts.meeting_pairs import Pair
from index.facts.names import Name
from index.facts.occupations import named_slot
from index.facts.passage import Passage
from index.facts.scene import Scene
from index.model.fact import EntityType, Fact, FactType

_MEET: Final = frozenset({"встретиться", "встречаться", "увидеться", "побеседовать", "беседовать"})
_TALK: Final = frozenset({"обсудить", "обсуждать", "переговорить"})
_RECEIVE: Final = frozenset({"принять", "принимать"})
_MEETINGS: Final = frozenset({"встреча", "переговоры", "беседа"})


Who = Callable[[Passage, Sequence[Name], int], tuple[Name, ...]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Words of meeting, and what finds who met.

    Attributes:
        name: Its name.
        lemmas: Dictionary forms of the words.
        is_verb: Whether they are verbs.
        confidence: How sure such a fact is.
        who: Returns those who met, given the sentence, its names and the number of the word; else none.
    """

    name: str
    lemmas: frozenset[str]
    is_verb: bool
    confidence: float
    who: Who


def find_meetings(scene: Scene) -> list[Fact]:
    """Return the meetings of a sentence, «министр Иванов встретился с послом Петровым»."""
    text, passage, names, entity_at = scene.text, scene.passage, scene.names, scene.entity_at
    found = []
    for number in range(len(passage.tokens)):
        rule, met = _met(passage, names, number)
        if rule is None:
            continue
        slots = [named_slot(text, "participants", one.span, entity_at) for one in met]
        place = _place(passage, names, number)
        if place is not None:
            slots.append(named_slot(text, "place", place.span, entity_at))
        slots += date_slots(scene, number)
        span = drafts.passage(slots)
        # «Встречу» is a form of a verb as well, and tells no time.
        verb = number if rule.is_verb else clauses.ruling_verb(passage, number)
        is_planned = verb is not None and clauses.status(passage, verb) == "planned"
        status = "planned" if is_planned else "actual"
        found.append(Fact("", FactType.MEETING, tuple(slots), span, status, rule.confidence, rule.name))
    return found


def _met(passage: Passage, names: Sequence[Name], number: int) -> tuple[Rule | None, tuple[Name, ...]]:
    """Return the first rule that finds who met by the word at a token, and who did."""
    lemmas = morph.lemmas(passage.tokens[number].text.lower())
    for rule in RULES:
        is_fitting = bool(lemmas & rule.lemmas) and (passage.part(number) == "VERB") == rule.is_verb
        if is_fitting and not clauses.is_denied(passage, number):
            met = rule.who(passage, names, number)
            if met:
                return rule, met
    return None, ()


def _people(find: Callable[[Passage, Sequence[Name], int], Pair]) -> Who:
    """Return what finds persons by where two of them stand, and those whom a list goes on with."""

    def who(passage: Passage, names: Sequence[Name], number: int) -> tuple[Name, ...]:
        persons = sorted((n for n in names if n.type == EntityType.PERSON), key=lambda n: n.span)
        pair = find(passage, persons, number) if len(persons) > 1 else None
        if pair is None:
            return ()
        before = meeting_pairs.listed_before(passage, persons, pair[0])
        return (*before, pair[0], *meeting_pairs.listed(passage, persons, pair[1]))

    return who


RULES: Sequence[Rule] = (
    Rule("met_with", _MEET, True, 0.85, _people(meeting_pairs.met_with)),
    Rule("both_met", _MEET | _TALK, True, 0.8, _people(meeting_pairs.both)),
    Rule("both_met_behind", _MEET, True, 0.8, _people(meeting_pairs.both_behind)),
    Rule("discussed_with", _TALK, True, 0.75, _people(meeting_pairs.met_with)),
    Rule("received", _RECEIVE, True, 0.7, _people(meeting_pairs.receives)),
    Rule("meeting_of", _MEETINGS, False, 0.8, _people(meeting_pairs.noun_of)),
    Rule("meeting_with", _MEETINGS, False, 0.75, _people(meeting_pairs.noun_with)),
    Rule("talks_of_both", _MEETINGS, False, 0.8, _people(meeting_pairs.talks_of_both)),
    Rule("collective_met", _MEET, True, 0.7, meeting_collectives.subject_of),
    Rule("meeting_of_collective", _MEETINGS, False, 0.7, meeting_collectives.genitive_of),
    Rule("session_recorded", sessions.SESSIONS, False, 0.8, sessions.recorded),
    Rule("body_gathers", sessions.GATHER, True, 0.8, sessions.gathering),
)
"""The first that finds who met speaks."""


def _place(passage: Passage, names: Sequence[Name], number: int) -> Name | None:
    """Return the place behind «в» or «на» that the verb or noun asks for: none of «посол в Грузии»."""
    clause = clauses.around(passage, number)
    for name in names:
        first = passage.first_token(name.span)
        is_behind = first > 0 and passage.tokens[first - 1].text in ("в", "во", "на")
        is_place = name.type in (EntityType.PLACE, EntityType.CITY, EntityType.REGION, EntityType.COUNTRY)
        if not is_place or not is_behind or first not in clause:
            continue
        head = passage.nodes[first].head
        is_asked_for = head == number or (head >= 0 and passage.part(head) == "VERB")
        if is_asked_for and clauses.stands_in(passage, name, ("Loc",)):
            return name
    return None
