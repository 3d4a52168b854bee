"""Which mentions are one person: those that share a surname and contradict each other in nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from index.facts.declension import NameKind
from index.facts.persons import Person, PersonMention, as_surname, folded


def grouped(mentions: Iterable[PersonMention]) -> list[Person]:
    """Gather the mentions of each person; fuller mentions first, so that bare surnames find their bearer."""
    ordered = sorted(mentions, key=lambda mention: (-mention.fullness, mention.span))
    bearers: list[_Bearer] = []
    for mention in ordered:
        fitting = [one for one in bearers if one.may_be(mention)] or _by_given(bearers, mention)
        if fitting:
            _nearest(fitting, mention).add(mention)
        elif not (_is_one_given(mention) and _joins_by_surname(bearers, as_surname(mention))):
            bearers.append(_Bearer(mention))
    return [one.person for one in bearers]


class _Bearer:
    """A person with what further mentions have to agree with."""

    def __init__(self, mention: PersonMention) -> None:
        self.first = mention
        self.person = Person()
        self._common = {reading.key for reading in mention.readings}
        """What all mentions can be read as."""
        self._different: dict[object, PersonMention] = {}
        """One mention of each wording: a hundred bare surnames contradict no more than one."""
        self.add(mention)

    def add(self, mention: PersonMention) -> None:
        """Take in a mention."""
        self.person.mentions.append(mention)
        self._common &= {reading.key for reading in mention.readings}
        self._different.setdefault((mention.words, mention.initials, mention.readings), mention)

    def may_be(self, mention: PersonMention) -> bool:
        """Whether a mention may be of this person."""
        return self._shares_reading(mention) and all(
            _agree(known, mention) for known in self._different.values()
        )

    def _shares_reading(self, mention: PersonMention) -> bool:
        """Whether one surname (or given name, where a mention has no more) and gender explains everything."""
        first = self.first
        if not first.readings or not mention.readings:
            return [folded(w) for w, _ in first.words] == [folded(w) for w, _ in mention.words]
        if _is_given_only(mention) and not _is_given_only(first):
            given = {(reading.given, reading.gender) for reading in mention.readings}
            return len(mention.words) > 1 and bool(given & {(r.given, r.gender) for r in first.readings})
        return any(reading.key in self._common for reading in mention.readings)


def _joins_by_surname(bearers: Sequence[_Bearer], surname: PersonMention) -> bool:
    """Give a word that dictionaries have for a given name to who is named in full with it for a surname."""
    fitting = [one for one in bearers if len(one.first.words) > 1 and one.may_be(surname)]
    if fitting:
        _nearest(fitting, surname).add(surname)
    return bool(fitting)


def _is_one_given(mention: PersonMention) -> bool:
    return len(mention.words) == 1 and not mention.initials and _is_given_only(mention)


def _by_given(bearers: Sequence[_Bearer], mention: PersonMention) -> list[_Bearer]:
    """Return the only person with the given name that a mention consists of: «Иса» of «Иса Ямадаев»."""
    if not _is_one_given(mention):
        return []
    wanted = {(reading.given, reading.gender) for reading in mention.readings}
    fitting = [one for one in bearers if any((r.given, r.gender) in wanted for r in one.first.readings)]
    return fitting if len(fitting) == 1 else []


def _nearest(bearers: Sequence[_Bearer], mention: PersonMention) -> _Bearer:
    """Of several bearers of a surname, the one named last before the mention."""
    if len(bearers) == 1:
        return bearers[0]

    def distance(one: _Bearer) -> tuple[bool, int]:
        before = [m.span.start for m in one.person.mentions if m.span.start <= mention.span.start]
        return (not before, mention.span.start - max(before) if before else one.first.span.start)

    return min(bearers, key=distance)


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
            if not values[0] & values[1] and not _begin_alike(*values):
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


def _begin_alike(some: Collection[str], others: Collection[str]) -> bool:
    """Whether of two given names the second is left out: «Реджеп Тайип» is «Реджеп»."""
    return any(one.startswith(f"{other} ") or other.startswith(f"{one} ") for one in some for other in others)
