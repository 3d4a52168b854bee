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
from index.facts.actors import acting_at, acting_before, acting_slot, agrees, with_whose
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
_JOINED_VERB: Final = re.compile(r"\sи\s(?:[а-яё]+\s)?$")
_BEFORE_JOINED: Final = 100
"""«Белова поддержала предложение и сказала»: so far may a name stand before the second verb."""
_IN: Final = re.compile(
    r"\s(?:в|во)\s(?:(?P<words>(?:сообщени|заявлени|пресс-релиз|обращени|письм|послани|доклад|отч[её]т)\w+)\s)?"
)
_IN_FIRST: Final = re.compile(r"(?:в|во)\s", re.IGNORECASE)
_BY_WORDS: Final = re.compile(r"(?<!\w)по\s(?:словам|мнению)\s[^,;:.]{0,120}$", re.IGNORECASE)
_GENDERS: Final = {"он": "masc", "его": "masc", "она": "femn", "её": "femn", "ее": "femn"}
_WORD_BEFORE: Final = re.compile(r"([а-яё-]+)\s$", re.IGNORECASE)
_WHOSE: Final = frozenset(
    {"служба", "пресс-служба", "правительство", "кабинет", "штаб", "команда", "адвокат"}
)
_QUOTED: Final = re.compile(r"«[^«»]*»")
_LONGEST_OFFICE: Final = 90
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
    if one is None or not _agrees(text, verb, one):
        return None
    # «координатор движения «Архнадзор» Константин Михайлов».
    if _BORDER.search(_QUOTED.sub("", text[verb.stop : one.span.start])):
        return None
    return _slot(text, one)


def _before(text: str, mentions: Mentions, verb: Span, limit: Span) -> Slot | None:
    """«Иван Петров вчера заявил»: the nearest name in the nominative before the verb, near it."""
    found = mentions.subjects(max(limit.start, verb.start - _REACH), verb.start)
    if not found:
        return None
    one = found[-1]
    if _is_of_body(text, one):
        return None
    between = text[one.span.stop : verb.start]
    is_joined = _JOINED_VERB.search(between) is not None and "," not in between
    is_near = len(between) <= (_BEFORE_JOINED if is_joined else _BEFORE) and not _BORDER.search(between)
    is_clause = is_joined or (between.count(",") in (0, 2) and not _verbs_in(between))
    return _slot(text, one) if is_near and is_clause and _agrees(text, verb, one) else None


def _is_of_body(text: str, one: Mention) -> bool:
    """Whether a person's name says whose a body is: «пресс-служба Кадырова», which may look nominative."""
    before = _WORD_BEFORE.search(text, max(0, one.span.start - _BEFORE), one.span.start)
    is_body = before is not None and bool(morph.lemmas(before[1].lower()) & _WHOSE)
    return is_body and one.entity.type == EntityType.PERSON


def _pronoun(text: str, mentions: Mentions, verb: Span, limit: Span) -> Slot | None:
    """«заметил он»: the only person who was a subject in the paragraph before, or earlier in this one."""
    near = text[max(limit.start, verb.start - 4) : verb.stop + 5]
    match = _PRONOUN.search(near)
    if match is None:
        return None
    place = max(limit.start, verb.start - 4) + match.start()
    person = last_person(text, mentions, limit.start, match.group().lower())
    if person is None or not _agrees(text, verb, person):
        return None
    span = Span(place, place + len(match.group()))
    return drafts.slot(text, "speaker", span, person.entity.name, person.entity.id)


def last_person(text: str, mentions: Mentions, position: int, pronoun: str) -> Mention | None:
    """Return the person whom a pronoun means, if only one was a subject in the paragraph before it.

    Args:
        text: The document's text.
        mentions: Its names.
        position: Where the sentence with the pronoun begins.
        pronoun: «он», «она», «его», «её»: whom it cannot mean is left out.
    """
    told = len(text[:position].rstrip(_OPENING))
    start = max(text.rfind("\n", 0, told) + 1, told - _BACK)
    persons = [
        one
        for one in mentions.within(start, position)
        if one.entity.type == EntityType.PERSON
        and (one.is_nominative or _BY_WORDS.search(text, start, one.span.start))
        and _gender(one.entity.name) in ("", _GENDERS.get(pronoun, ""))
    ]
    return persons[-1] if persons and len({one.entity.id for one in persons}) == 1 else None


def _office(text: str, mentions: Mentions, verb: Span, limit: Span) -> Slot | None:
    """«сказал президент», «сообщает компания»: the words for an office or a body at the verb."""
    span = acting_at(text, verb.stop + 1, "nomn") if text[verb.stop : verb.stop + 1] == " " else None
    if span is None or span.stop > limit.stop or not agrees(span.of(text), verb.of(text)):
        span = acting_before(text, limit.start, verb)
    if span is None or any(m.entity.type == EntityType.PERSON for m in mentions.touching(span)):
        return None
    span = with_whose(mentions, span)
    return acting_slot(text, mentions, "speaker", span, "nomn") if len(span) <= _LONGEST_OFFICE else None


def _in_body(text: str, mentions: Mentions, verb: Span, limit: Span) -> Slot | None:
    """«заверили в ведомстве», «говорится в сообщении компании», «в пресс-службе «Зари» сообщили»."""
    tags = [parse.tag for parse in morph.parses(verb.of(text).lower()) if parse.tag.POS == "VERB"]
    if not any(tag.number == "plur" or verb.of(text).endswith("ся") for tag in tags):
        return None
    inside = _IN.match(text, verb.stop, limit.stop)
    if inside is not None:
        case = "gent" if inside["words"] else "loct"
        return _body_at(text, mentions, inside.end(), limit.stop, case)
    first = _IN_FIRST.match(text, limit.start, verb.start)
    slot = _body_at(text, mentions, first.end(), verb.start, "loct") if first is not None else None
    is_near = slot is not None and slot.span is not None and verb.start - slot.span.stop <= _BEFORE
    return slot if is_near else None


def _body_at(text: str, mentions: Mentions, start: int, stop: int, case: str) -> Slot | None:
    """Return the body that stands at a place: named, or told by the word for its kind."""
    one = next(iter(mentions.within(start, stop)), None)
    if one is not None and one.span.start == start and one.entity.type != EntityType.PERSON:
        return _slot(text, one)
    span = acting_at(text, start, case)
    if span is None or span.stop > stop:
        return None
    return acting_slot(text, mentions, "speaker", with_whose(mentions, span), case)


Find = Callable[[str, Mentions, Span, Span], Slot | None]
RULES: Sequence[tuple[str, Find]] = (
    ("name_behind_verb", _behind),
    ("name_before_verb", _before),
    ("pronoun_at_verb", _pronoun),
    ("body_at_verb", _in_body),
    ("office_at_verb", _office),
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
