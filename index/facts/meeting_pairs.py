"""Pairs of persons who met, by where they stand beside the verb or noun of meeting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from index.facts import clauses, morph
from index.facts.names import Name
from index.facts.passage import Passage

Pair = tuple[Name, Name] | None
_REACH: Final = 12
_NEAR: Final = 5
"""How many tokens may stand between the verb and who met, and between the verb and «с»."""
_NEVER_MET: Final = frozenset({"участие", "решение", "мера", "закон", "присяга"})
"""What is «принято» where nobody is received."""


def met_with(passage: Passage, persons: Sequence[Name], verb: int) -> Pair:
    """«министр Иванов встретился с послом Петровым»."""
    host, guest = _host(passage, persons, verb), _guest(passage, persons, verb)
    return (host, guest) if host is not None and guest is not None else None


def both(passage: Passage, persons: Sequence[Name], verb: int) -> Pair:
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


def both_behind(passage: Passage, persons: Sequence[Name], verb: int) -> Pair:
    """«В Кремле встретились Иванов и министр Петров»: both in the nominative, right behind the verb."""
    behind = [one for one in persons if one.span.start >= passage.tokens[verb].stop][:2]
    if passage.feature(verb, "Number") != "Plur" or len(behind) < 2:
        return None
    first, middle = _ends(passage, behind[0])
    second = passage.first_token(behind[1].span)
    words = {token.text for token in passage.tokens[middle:second]}
    is_near = first - verb <= _NEAR and second - middle <= _REACH
    is_joined = bool(words & {"и", ","}) and not words & {"с", "со"}
    are_subjects = all(clauses.stands_in(passage, one, ("Nom",)) for one in behind)
    is_plain = not any(passage.part(i) in ("VERB", "SCONJ") for i in range(verb + 1, second))
    return (behind[0], behind[1]) if is_near and is_joined and are_subjects and is_plain else None


def talks_of_both(passage: Passage, persons: Sequence[Name], noun: int) -> Pair:
    """«Президент Иванов и президент Петров продолжили переговоры»."""
    verb = passage.nodes[noun].head
    if not 0 <= verb < noun or passage.part(verb) != "VERB":
        return None
    return both(passage, persons, verb)


def receives(passage: Passage, persons: Sequence[Name], verb: int) -> Pair:
    """«Барак Обама принимает в Белом доме Николя Саркози»; «попросил принять участие» is another thing."""
    if not clauses.is_finite(passage, verb):
        return None
    host, guest = clauses.subject_of(passage, persons, verb), clauses.object_of(passage, persons, verb)
    if host is None or guest is None or host.name == guest.name or guest.said != guest.name.span:
        return None
    objects = clauses.children(passage, verb, ("obj",))
    if any(morph.lemmas(passage.tokens[number].text.lower()) & _NEVER_MET for number in objects):
        return None
    behind = passage.after_token(guest.said)
    is_hired = behind < len(passage.tokens) and passage.tokens[behind].text in ("в", "на")
    return None if is_hired else (host.name, guest.name)


def noun_of(passage: Passage, persons: Sequence[Name], noun: int) -> Pair:
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


def noun_with(passage: Passage, persons: Sequence[Name], noun: int) -> Pair:
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


def _ends(passage: Passage, name: Name) -> tuple[int, int]:
    """Return the number of a name's first token and of the one behind it."""
    return passage.first_token(name.span), passage.after_token(name.span)


def _host(passage: Passage, persons: Sequence[Name], verb: int) -> Name | None:
    """Return the person before the verb, or right behind it: «встретился Иванов с Петровым»."""
    before = [one for one in persons if one.span.stop <= passage.tokens[verb].start]
    if before:
        first = passage.after_token(before[-1].span)
        is_near = verb - first <= _NEAR and _is_plain(passage, first, verb)
        # Of «директор завода» the first word tells the case, of «И. Петров» the last.
        ends = (passage.first_token(before[-1].span), first - 1)
        is_subject = any(passage.feature(number, "Case") in ("Nom", "") for number in ends)
        if is_near and is_subject:
            return before[-1]
        subjects = clauses.children(passage, verb, ("nsubj",))
        far = clauses.named_within(passage, before, subjects, ("appos", "flat:name"))
        if far is not None:
            return far if clauses.stands_in(passage, far, ("Nom",)) else None
        party = clauses.only_before(passage, before, verb)
        return party.name if party is not None else None
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


def listed_before(passage: Passage, persons: Sequence[Name], last: Name) -> list[Name]:
    """Return those whom a list names before a person: «[Иванов, Петров], Сидоров и Белов встретились»."""
    found: list[Name] = []
    for person in sorted(persons, key=lambda one: one.span, reverse=True):
        following = found[0] if found else last
        if passage.text[person.span.stop : following.span.start] == ", ":
            found.insert(0, person)
    return found


def listed(passage: Passage, persons: Sequence[Name], first: Name) -> list[Name]:
    """Return a person with those whom a list goes on with, their offices aside, all in one case.

    «Встретился с послом Беловым, министром Петровым и Олегом Ли».
    """
    found = [first]
    case = passage.feature(passage.first_token(first.span), "Case")
    for person in persons:
        start, stop = passage.after_token(found[-1].span), passage.first_token(person.span)
        between = [token.text for token in passage.tokens[start:stop]]
        if person.span < found[-1].span or person == first:
            continue
        is_joined = bool(between) and between[0] in (",", "и") and len(between) <= _NEAR
        is_bare = not any(passage.part(i) in ("VERB", "ADP", "SCONJ", "PRON") for i in range(start, stop))
        if not is_joined or not is_bare or not case or passage.feature(stop, "Case") != case:
            break
        found.append(person)
    return found
