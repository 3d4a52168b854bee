"""Who met whom: an ordered table of rules over verbs and nouns of meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

_MEET: Final = frozenset({"встретиться", "встречаться", "увидеться", "побеседовать"})
_TALK: Final = frozenset({"обсудить", "обсуждать"})
_RECEIVE: Final = frozenset({"принять", "принимать"})
_MEETINGS: Final = frozenset({"встреча", "переговоры", "беседа"})
_REACH: Final = 12
_NEAR: Final = 5
"""How many tokens may stand between the verb and who met, and between the verb and «с»."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Words of meeting, and what finds who met.

    Attributes:
        name: Its name.
        lemmas: Dictionary forms of the words.
        is_verb: Whether they are verbs.
        confidence: How sure such a fact is.
        pair: Returns the two persons, given the sentence, its persons and the number of the word.
    """

    name: str
    lemmas: frozenset[str]
    is_verb: bool
    confidence: float
    pair: Callable[[Passage, Sequence[Name], int], tuple[Name, Name] | None]


def find_meetings(
    text: str,
    passage: Passage,
    names: Sequence[Name],
    entity_at: dict[Span, Entity],
    dates: Sequence[DateMatch],
) -> list[Fact]:
    """Return the meetings of a sentence, «министр Иванов встретился с послом Петровым».

    Args:
        text: The document's text.
        passage: The sentence; needs its grammar.
        names: Its names.
        entity_at: Entities by the spans of their mentions.
        dates: The dates of the document.
    """
    persons = sorted((n for n in names if n.type == EntityType.PERSON), key=lambda n: n.span)
    if len(persons) < 2:
        return []
    found = []
    for number in range(len(passage.tokens)):
        rule, pair = _met(passage, persons, number)
        if rule is None or pair is None:
            continue
        slots = [named_slot(text, "participants", one.span, entity_at) for one in pair]
        place = _place(passage, names, number)
        if place is not None:
            slots.append(named_slot(text, "place", place.span, entity_at))
        slots += date_slots(text, passage, number, dates)
        span = drafts.passage(slots)
        verb = number if rule.is_verb else passage.nodes[number].head
        # «Встречу» is a form of a verb as well, and tells no time.
        is_verb = verb >= 0 and passage.part(verb) == "VERB"
        is_planned = is_verb and clauses.status(passage, verb) == "planned"
        status = "planned" if is_planned else "actual"
        found.append(Fact("", FactType.MEETING, tuple(slots), span, status, rule.confidence, rule.name))
    return found


def _met(
    passage: Passage, persons: Sequence[Name], number: int
) -> tuple[Rule | None, tuple[Name, Name] | None]:
    """Return the first rule that finds who met by the word at a token, and who did."""
    lemmas = morph.lemmas(passage.tokens[number].text.lower())
    for rule in RULES:
        is_fitting = bool(lemmas & rule.lemmas) and (passage.part(number) == "VERB") == rule.is_verb
        if is_fitting and not clauses.is_denied(passage, number):
            pair = rule.pair(passage, persons, number)
            if pair is not None:
                return rule, pair
    return None, None


def _with(passage: Passage, persons: Sequence[Name], verb: int) -> tuple[Name, Name] | None:
    """«министр Иванов встретился с послом Петровым»."""
    host, guest = _host(passage, persons, verb), _guest(passage, persons, verb)
    return (host, guest) if host is not None and guest is not None else None


def _both(passage: Passage, persons: Sequence[Name], verb: int) -> tuple[Name, Name] | None:
    """«Президент Иванов и министр Петров, которые сегодня встречаются»: both in the nominative."""
    if passage.feature(verb, "Number") != "Plur":
        return None
    start = passage.tokens[verb].start
    before = [one for one in persons if one.span.stop <= start][-2:]
    if len(before) < 2 or not all(clauses.stands_in(passage, one, ("Nom",)) for one in before):
        return None
    first, middle, second = passage.after_token(before[0].span), *_ends(passage, before[1])
    words = {token.text for token in passage.tokens[first:middle]}
    is_joined = "и" in words and middle - first <= _REACH and _is_plain(passage, first, middle)
    others = [i for i in range(second, verb) if clauses.is_finite(passage, i)]
    return (before[0], before[1]) if is_joined and not others else None


def _talks_of_both(passage: Passage, persons: Sequence[Name], noun: int) -> tuple[Name, Name] | None:
    """«Президент Иванов и президент Петров продолжили переговоры»."""
    verb = passage.nodes[noun].head
    if not 0 <= verb < noun or passage.part(verb) != "VERB":
        return None
    return _both(passage, persons, verb)


def _receives(passage: Passage, persons: Sequence[Name], verb: int) -> tuple[Name, Name] | None:
    """«Барак Обама принимает в Белом доме Николя Саркози»; «попросил принять участие» is another thing."""
    if not clauses.is_finite(passage, verb):
        return None
    host, guest = clauses.subject_of(passage, persons, verb), clauses.object_of(passage, persons, verb)
    if host is None or guest is None or host.name == guest.name or guest.said != guest.name.span:
        return None
    behind = passage.after_token(guest.said)
    is_hired = behind < len(passage.tokens) and passage.tokens[behind].text in ("в", "на")
    return None if is_hired else (host.name, guest.name)


def _noun_of(passage: Passage, persons: Sequence[Name], noun: int) -> tuple[Name, Name] | None:
    """«встреча Иванова с Петровым», «между Ивановым и Петровым», «переговоры Иванова и Петрова»."""
    clause = clauses.around(passage, noun)
    behind = [one for one in persons if noun < passage.first_token(one.span) < clause.stop][:2]
    if len(behind) < 2:
        return None
    first, second = behind
    between = range(passage.after_token(first.span), passage.first_token(second.span))
    words = {passage.tokens[i].text for i in between}
    is_near = passage.first_token(first.span) - noun <= _REACH and len(between) <= _REACH
    if not is_near or not _is_plain(passage, noun + 1, passage.first_token(second.span)):
        return None
    leads = {passage.tokens[i].text for i in range(noun + 1, passage.first_token(first.span))}
    if "между" in leads:
        return (first, second) if "и" in words else None
    if leads & {"с", "со"} or not clauses.stands_in(passage, first, ("Gen",)):
        return None
    is_with = bool(words & {"с", "со"}) and clauses.stands_in(passage, second, ("Ins",))
    is_joined = "и" in words and clauses.stands_in(passage, second, ("Gen",))
    return (first, second) if is_with or is_joined else None


def _noun_with(passage: Passage, persons: Sequence[Name], noun: int) -> tuple[Name, Name] | None:
    """«Иванов провёл встречу с Петровым», «на встрече с Петровым Иванов сказал»: who acts met."""
    guest = _guest(passage, persons, noun)
    if guest is None:
        return None
    clause = clauses.around(passage, noun)
    for verb in (clause.start - 1, clause.stop, *clause):
        if not 0 <= verb < len(passage.tokens) or not clauses.is_finite(passage, verb):
            continue
        host = clauses.subject_of(passage, persons, verb)
        if host is not None and host.name != guest and not clauses.is_denied(passage, verb):
            return host.name, guest
    return None


RULES: Sequence[Rule] = (
    Rule("met_with", _MEET, True, 0.85, _with),
    Rule("both_met", _MEET | _TALK, True, 0.8, _both),
    Rule("received", _RECEIVE, True, 0.7, _receives),
    Rule("meeting_of", _MEETINGS, False, 0.8, _noun_of),
    Rule("meeting_with", _MEETINGS, False, 0.75, _noun_with),
    Rule("talks_of_both", _MEETINGS, False, 0.8, _talks_of_both),
)
"""The first that finds two persons speaks."""


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


def _ends(passage: Passage, name: Name) -> tuple[int, int]:
    """Return the number of a name's first token and of the one behind it."""
    return passage.first_token(name.span), passage.after_token(name.span)


def _host(passage: Passage, persons: Sequence[Name], verb: int) -> Name | None:
    """Return the person before the verb, or right behind it: «встретился Иванов с Петровым»."""
    before = [one for one in persons if one.span.stop <= passage.tokens[verb].start]
    if before:
        first = passage.after_token(before[-1].span)
        is_near = verb - first <= _NEAR and _is_plain(passage, first, verb)
        return before[-1] if is_near and passage.feature(first - 1, "Case") in ("Nom", "") else None
    return next((one for one in persons if passage.first_token(one.span) == verb + 1), None)


def _guest(passage: Passage, persons: Sequence[Name], verb: int) -> Name | None:
    """Return the first person behind the «с» of the verb, if it stands in the instrumental."""
    near = range(verb + 1, min(len(passage.tokens), verb + 1 + _NEAR))
    preposition = next((i for i in near if passage.tokens[i].text in ("с", "со")), None)
    if preposition is None:
        return None
    for one in persons:
        first = passage.first_token(one.span)
        if first <= preposition:
            continue
        is_near = first - preposition <= _REACH and _is_plain(passage, preposition, first)
        return one if is_near and passage.feature(first, "Case") == "Ins" else None
    return None


def _is_plain(passage: Passage, first: int, stop: int) -> bool:
    """Whether no other verb and no border of a clause stands between."""
    return not any(
        passage.part(i) in ("VERB", "SCONJ") or passage.tokens[i].text in (",", ";", ":", "»")
        for i in range(first, stop)
    )
