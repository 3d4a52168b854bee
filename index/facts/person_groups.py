"""Which mentions are one person: those that share a surname and contradict each other in nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.facts.declension import NameKind
from index.facts.persons import Person, PersonMention, folded


def grouped(mentions: Iterable[PersonMention]) -> list[Person]:
    """Gather the mentions of each person; fuller mentions first, so that bare surnames find their bearer."""
    ordered = sorted(mentions, key=lambda mention: (-mention.fullness, mention.span))
    people: list[Person] = []
    for mention in ordered:
        fitting = [person for person in people if _may_be(person, mention)] or _by_given(people, mention)
        if fitting:
            _nearest(fitting, mention).mentions.append(mention)
        else:
            people.append(Person([mention]))
    return people


def _by_given(people: Sequence[Person], mention: PersonMention) -> list[Person]:
    """Return the only person with the given name that a mention consists of: «Иса» of «Иса Ямадаев»."""
    if len(mention.words) != 1 or mention.initials or not _is_given_only(mention):
        return []
    wanted = {(reading.given, reading.gender) for reading in mention.readings}
    fitting = [
        person
        for person in people
        if wanted & {(reading.given, reading.gender) for reading in person.mentions[0].readings}
    ]
    return fitting if len(fitting) == 1 else []


def _nearest(people: Sequence[Person], mention: PersonMention) -> Person:
    """Of several bearers of a surname, the one named last before the mention."""

    def distance(person: Person) -> tuple[bool, int]:
        before = [m.span.start for m in person.mentions if m.span.start <= mention.span.start]
        return (not before, mention.span.start - max(before) if before else person.mentions[0].span.start)

    return min(people, key=distance)


def _may_be(person: Person, mention: PersonMention) -> bool:
    return all(_agree(known, mention) for known in person.mentions) and _share_reading(person, mention)


def _share_reading(person: Person, mention: PersonMention) -> bool:
    """Whether one surname (or given name, where a mention has no more) and gender explains everything."""
    first = person.mentions[0]
    if not first.readings or not mention.readings:
        return [folded(w) for w, _ in first.words] == [folded(w) for w, _ in mention.words]
    if _is_given_only(mention) and not _is_given_only(first):
        given = {(reading.given, reading.gender) for reading in mention.readings}
        return len(mention.words) > 1 and bool(given & {(r.given, r.gender) for r in first.readings})
    common = set.intersection(*({r.key for r in known.readings} for known in person.mentions))
    return bool(common & {reading.key for reading in mention.readings})


def _is_given_only(mention: PersonMention) -> bool:
    return all(kind != NameKind.SURNAME for _, kind in mention.words)


def _agree(one: PersonMention, other: PersonMention) -> bool:
    """Whether given names, patronymics and initials contradict each other in nothing."""
    for position, kind in enumerate((NameKind.GIVEN, NameKind.PATRONYMIC)):
        words = [{folded(w) for w, k in mention.words if k == kind} for mention in (one, other)]
        if all(words):
            values = [
                {getattr(reading, kind.value) for reading in mention.readings} for mention in (one, other)
            ]
            if not values[0] & values[1]:
                return False
            continue
        letters = [
            min(names)[:1]
            if names
            else folded(mention.initials[position])[:1]
            if len(mention.initials) > position
            else ""
            for names, mention in zip(words, (one, other), strict=True)
        ]
        if all(letters) and letters[0] != letters[1]:
            return False
    return True
