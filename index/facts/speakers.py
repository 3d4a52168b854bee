"""Who says it: verbs of speech, and the subject of one: a name, a pronoun, the words for an office.

An ordered table of rules; the first that finds a speaker is believed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from index.facts import drafts, morph
from index.facts.lexicon import words
from index.facts.mentions import Mention, Mentions
from index.model.fact import EntityType, Slot
from index.model.span import Span

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BORDER: Final = re.compile(r"[!?;:«»\n()]|[.](?=\s+[–—])|,\s[–—]\s|,\s(?:котор|что\b|чтобы\b|где\b|когда\b)")
_NOT: Final = re.compile(r"(?<!\w)не\s+$", re.IGNORECASE)
_REACH: Final = 120
_BEFORE: Final = 40
_BACK: Final = 900
_OPENING: Final = '\n –—-«"'
"""What stands between the paragraph before and the first word of this one."""
_PRONOUN: Final = re.compile(r"(?<!\w)(?:он|она)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SaidBy:
    """A speaker with the rule that found him."""

    slot: Slot
    rule: str


def verbs(text: str, start: int, stop: int, listed: str = "speech_verbs.txt") -> Iterator[Span]:
    """Yield the finite verbs of a list in a stretch of text, those denied left out."""
    known = words(listed)
    for match in _WORD.finditer(text, start, stop):
        if is_finite(match.group(), known) and not _NOT.search(
            text, max(0, match.start() - 6), match.start()
        ):
            yield Span(*match.span())


@lru_cache(maxsize=100_000)
def is_finite(word: str, known: frozenset[str]) -> bool:
    """Whether a word is a finite form of one of these verbs, «сказал» but not «сказав»."""
    return any(
        parse.tag.POS == "VERB" and parse.tag.mood == "indc" and parse.normal_form in known
        for parse in morph.parses(word.lower())[:2]
    )


def _behind(text: str, mentions: Mentions, verb: Span, limit: Span) -> Slot | None:
    """«заявил министр финансов Иван Петров»: the first name in the nominative behind the verb."""
    stop = min(limit.stop, verb.stop + _REACH)
    found = mentions.subjects(verb.stop, stop)
    person = next((one for one in found if one.entity.type == EntityType.PERSON), None)
    one = person or next((one for one in found if one.span.start - verb.stop <= 1), None)
    if one is None or _BORDER.search(text, verb.stop, one.span.start) or not _agrees(text, verb, one):
        return None
    return _slot(text, one)


def _before(text: str, mentions: Mentions, verb: Span, limit: Span) -> Slot | None:
    """«Иван Петров вчера заявил»: the nearest name in the nominative before the verb, near it."""
    found = mentions.subjects(max(limit.start, verb.start - _REACH), verb.start)
    if not found:
        return None
    one = found[-1]
    between = text[one.span.stop : verb.start]
    is_near = len(between) <= _BEFORE and not _BORDER.search(between)
    is_clause = between.count(",") in (0, 2) and not _verbs_in(between)
    return _slot(text, one) if is_near and is_clause and _agrees(text, verb, one) else None


def _pronoun(text: str, mentions: Mentions, verb: Span, limit: Span) -> Slot | None:
    """«заметил он»: the only person who was a subject in the paragraph before, or earlier in this one."""
    near = text[max(limit.start, verb.start - 4) : verb.stop + 5]
    match = _PRONOUN.search(near)
    if match is None:
        return None
    place = max(limit.start, verb.start - 4) + match.start()
    person = _last_person(text, mentions, limit.start)
    if person is None or not _agrees(text, verb, person):
        return None
    span = Span(place, place + len(match.group()))
    return drafts.slot(text, "speaker", span, person.entity.name, person.entity.id)


def _last_person(text: str, mentions: Mentions, position: int) -> Mention | None:
    """Return the person whom a pronoun means, if only one was a subject in the paragraph before it."""
    told = len(text[:position].rstrip(_OPENING))
    start = max(text.rfind("\n", 0, told) + 1, told - _BACK)
    persons = [one for one in mentions.subjects(start, position) if one.entity.type == EntityType.PERSON]
    return persons[-1] if persons and len({one.entity.id for one in persons}) == 1 else None


Find = Callable[[str, Mentions, Span, Span], Slot | None]
RULES: Sequence[tuple[str, Find]] = (
    ("name_behind_verb", _behind),
    ("name_before_verb", _before),
    ("pronoun_at_verb", _pronoun),
)
"""Name and rule: text, mentions, the verb, and the clause the speaker has to stand in."""


def speaker(text: str, mentions: Mentions, verb: Span, limit: Span) -> SaidBy | None:
    """Return who is the subject of a verb of speech.

    Args:
        text: The document's text.
        mentions: Its names.
        verb: The verb.
        limit: The words around the verb in which the speaker may stand.
    """
    for name, rule in RULES:
        slot = rule(text, mentions, verb, limit)
        if slot is not None:
            return SaidBy(slot, name)
    return None


def _slot(text: str, one: Mention) -> Slot:
    return drafts.slot(text, "speaker", one.span, one.entity.name, one.entity.id)


def _agrees(text: str, verb: Span, one: Mention) -> bool:
    """Whether verb and subject may agree: no plural for a person, no «сказала» for him."""
    tags = [parse.tag for parse in morph.parses(verb.of(text).lower()) if parse.tag.POS == "VERB"]
    if one.entity.type != EntityType.PERSON:
        return True
    gender = _gender(one.entity.name)
    return any(tag.number == "sing" and gender in ("", tag.gender or gender) for tag in tags)


def _gender(name: str) -> str:
    """Return the gender that a person's given name or patronymic tells, '' when none does."""
    genders = {
        str(parse.tag.gender)
        for word in _WORD.findall(name)
        for parse in morph.parses(word.lower())
        if {"nomn", "sing"} <= parse.tag.grammemes and ({"Name", "Patr"} & parse.tag.grammemes)
    }
    return genders.pop() if len(genders) == 1 else ""


def _verbs_in(between: str) -> bool:
    return any(
        all(parse.tag.POS in ("VERB", "INFN", "GRND") for parse in morph.parses(word))
        for word in _WORD.findall(between)
    )
