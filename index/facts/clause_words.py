"""Clauses about what is to be done: where the infinitive stands, how far its words reach, by when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from index.facts import drafts, morph
from index.facts.mentions import Mention, Mentions
from index.facts.noun_phrases import nominative
from index.model.fact import Fact, FactType, Slot
from index.model.span import Span

WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TAIL: Final = re.compile(
    r";|\n|[.!?](?=\s+[–—])|(?:\s(?:ради|для|вместо)\sтого|\sс\sтем)?,\s(?:котор\w+|чтобы|так\s+как|поскольку|причём|сообща\w+|переда[ёе]т|пишет|заявил\w?|сказал\w?)(?!\w)"
    r"|\s[–—]\s(?:сообща\w+|заявил\w?|сказал\w?)"
)
_AND: Final = re.compile(r"\sи\s(?:затем\s|также\s)?(?=(?P<verb>[а-яё]+))")
_COMMA: Final = re.compile(r",\s(?P<clause>[^,;.]+)(?=[,;.]|$)")
_BELONGS: Final = re.compile(
    r"(?<!\w)(?:котор\w+|где|когда|куда|откуда|чтобы|что|как\w*|если|чем|пока|ли)(?!\w)|[«»()]",
    re.IGNORECASE,
)
"""A clause with such a word still says what is to be done; any other one with a verb of its own does not."""
_UNTIL: Final = re.compile(
    r"(?:(?<!\w)(?:не\s+позднее|в\s+срок\s+до|до|к|в\s+течение|в)\s+(?:конца\s+|начала\s+)?)?$", re.IGNORECASE
)
_DAY: Final = re.compile(r"-\d\d-\d\d$")
_PREPOSITION: Final = re.compile(r"(?<!\w)(?:от|с|со|по|за|на|после|об?|и|,)\s$", re.IGNORECASE)
"""«Приказ от 3 марта», «с 1 мая по 3 мая» tell no deadline."""
_OPENINGS: Final = ("до ", "к ", "не позднее", "в срок", "в течение")
_TERM: Final = re.compile(r"(?:\s+срок)(?!\w)")
_VERB_FORMS: Final = frozenset({"VERB", "PRTS", "PRED", "ADJS"})
_EDGES: Final = " .,;:–—\u00a0"
_CACHED_WORDS: Final = 100_000
_BEFORE_DATE: Final = 24


def infinitive(text: str, start: int, stop: int) -> Span | None:
    """Return the first infinitive of a stretch of text, with the adverb or the «не» before it."""
    adverb: Span | None = None
    for match in WORD.finditer(text, start, stop):
        span = Span(*match.span())
        part = part_of(match.group())
        if part == "INFN":
            is_beside = adverb is not None and span.start - adverb.stop == 1
            return adverb.hull(span) if adverb is not None and is_beside else span
        adverb = span if part == "ADVB" or match.group() == "не" else None
    return None


def first_verb(text: str, start: int, stop: int) -> tuple[Span, str] | None:
    """Return the first verb form of a stretch of text, with its part of speech; gerunds are none."""
    for match in WORD.finditer(text, start, stop):
        part = part_of(match.group())
        if part in _VERB_FORMS or part == "INFN":
            return Span(*match.span()), part
    return None


@lru_cache(maxsize=_CACHED_WORDS)
def part_of(word: str) -> str:
    """Return the likeliest part of speech of a word (pymorphy3's name), '' of an initial."""
    if len(word) == 1 and word.isupper():
        return ""
    return str(morph.parses(word.lower())[0].tag.POS or "")


def is_verb_form(word: str) -> bool:
    """Whether a word is likely a finite verb, a short participle or a predicative."""
    return part_of(word) in _VERB_FORMS


def reach(text: str, start: int, stop: int) -> Span:
    """Return what depends on the word at `start`: to the end of its clause or of the sentence."""
    tail = _TAIL.search(text, start, stop)
    end = tail.start() if tail is not None else stop
    for comma in _COMMA.finditer(text, start, end):
        behind = WORD.findall(comma["clause"])
        if not _BELONGS.search(comma["clause"]) and any(is_verb_form(word) for word in behind):
            end = comma.start()
            break
    for match in _AND.finditer(text, start, end):
        if part_of(match["verb"]) in ("VERB", "PRTS"):
            end = match.start()
            break
    end = _within_quotes(text, start, end)
    return Span(start, start + len(text[start:end].rstrip(_EDGES)))


def _within_quotes(text: str, start: int, stop: int) -> int:
    """Return where quotation marks close that were open before `start`, `stop` when none do."""
    depth = 0
    for position in range(start, stop):
        depth += {"«": 1, "»": -1}.get(text[position], 0)
        if depth < 0:
            return position
    return stop


def deadline(text: str, values: Sequence[Fact], start: int, task: int, stop: int) -> Slot | None:
    """Return by when something is to be done: the first date or length of time that says so, or else a day.

    Args:
        text: The document's text.
        values: Facts about values, dates and lengths of time among them.
        start: Where to look from.
        task: Where the words for the task begin: a day alone is looked for behind it.
        stop: Where to look to.
    """
    on_day: Slot | None = None
    for fact in values:
        if fact.type not in (FactType.DATE, FactType.DURATION) or not start <= fact.span.start < stop:
            continue
        slot = fact.slots[0]
        left = max(start, fact.span.start - _BEFORE_DATE)
        before = _UNTIL.search(text, left, fact.span.start)
        behind = _TERM.match(text, fact.span.stop)
        first = before.start() if before is not None else fact.span.start
        span = Span(first, behind.end() if behind is not None else fact.span.stop)
        if behind is not None or span.of(text).lower().startswith(_OPENINGS):
            return drafts.slot(text, "deadline", span, slot.value)
        is_day = isinstance(slot.value, str) and _DAY.search(slot.value) is not None
        is_day = is_day and fact.span.start >= task
        if on_day is None and is_day and not _PREPOSITION.search(text, left, fact.span.start):
            on_day = drafts.slot(text, "deadline", fact.span, slot.value)
    return on_day


def named(text: str, name: str, mention: Mention) -> Slot:
    """Make a slot that a name fills."""
    return drafts.slot(text, name, mention.span, mention.entity.name, mention.entity.id)


def phrase(text: str, name: str, span: Span, case: str) -> Slot:
    """Make a slot that a noun phrase fills, in the nominative."""
    return drafts.slot(text, name, span, nominative(span.of(text), case))


def actor(text: str, mentions: Mentions, name: str, start: int, verb: int) -> Slot | None:
    """Return the slot for the subject before a verb: the last name in the nominative near it."""
    found = mentions.subjects(start, verb)
    if not found or any(is_verb_form(word) for word in WORD.findall(text[found[-1].span.stop : verb])):
        return None
    return named(text, name, found[-1])


def finite_verbs(text: str, start: int, stop: int, lemmas: frozenset[str]) -> Iterator[tuple[Span, str]]:
    """Yield the forms of these verbs, gerunds and long participles left out, with their part of speech.

    Args:
        text: The document's text.
        start: Where to look from.
        stop: Where to look to.
        lemmas: The verbs, as the dictionary has them.
    """
    starts, verbs = _verbs_of(text)
    for span, readings in verbs[bisect_left(starts, start) : bisect_left(starts, stop)]:
        part = next((part for part, lemma in readings if lemma in lemmas), "")
        if part and span.stop <= stop:
            yield span, part


_Readings = tuple[tuple[str, str], ...]
"""Part of speech and dictionary form, likeliest first."""


@lru_cache(maxsize=1)
def _verbs_of(text: str) -> tuple[list[int], list[tuple[Span, _Readings]]]:
    """Return all verbs of a text with where they begin: many rules ask for some of them."""
    found = [
        (Span(*match.span()), readings)
        for match in WORD.finditer(text)
        if (readings := _readings(match.group().lower()))
    ]
    return [span.start for span, _ in found], found


@lru_cache(maxsize=_CACHED_WORDS)
def _readings(word: str) -> _Readings:
    """Return what verbs a word may be a form of."""
    return tuple(
        (str(parse.tag.POS), str(parse.normal_form))
        for parse in morph.parses(word)[:2]
        if parse.tag.POS in ("VERB", "PRTS", "INFN")
    )
