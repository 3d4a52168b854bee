"""Clauses about what is to be done: where the infinitive stands, how far its words reach, by when."""

from __future__ import annotations

import re
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
    r";|\n|[.!?](?=\s+[–—])|,\s(?:котор\w+|чтобы|так\s+как|поскольку|причём|сообща\w+|переда[ёе]т|пишет|заявил\w?|сказал\w?)(?!\w)"
    r"|\s[–—]\s(?:сообща\w+|заявил\w?|сказал\w?)"
)
_AND: Final = re.compile(r"\sи\s(?:затем\s|также\s)?(?=(?P<verb>[а-яё]+))")
_UNTIL: Final = re.compile(
    r"(?:(?:не\s+позднее|в\s+срок\s+до|до|к|в\s+течение|в)\s+(?:конца\s+|начала\s+)?)?$", re.IGNORECASE
)
_OPENINGS: Final = ("до ", "к ", "не позднее", "в срок", "в течение")
_TERM: Final = re.compile(r"(?:\s+срок)(?!\w)")
_VERB_FORMS: Final = frozenset({"VERB", "PRTS", "PRED", "ADJS"})
_EDGES: Final = " .,;:–—\u00a0"
_CACHED_WORDS: Final = 100_000
_BEFORE_DATE: Final = 24


def infinitive(text: str, start: int, stop: int) -> Span | None:
    """Return the first infinitive of a stretch of text, with the adverb before it."""
    adverb: Span | None = None
    for match in WORD.finditer(text, start, stop):
        span = Span(*match.span())
        part = part_of(match.group())
        if part == "INFN":
            is_beside = adverb is not None and span.start - adverb.stop == 1
            return adverb.hull(span) if adverb is not None and is_beside else span
        adverb = span if part == "ADVB" else None
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


def deadline(text: str, values: Sequence[Fact], start: int, stop: int) -> Slot | None:
    """Return by when something is to be done: the first date or length of time that says so.

    Args:
        text: The document's text.
        values: Facts about values, dates and lengths of time among them.
        start: Where to look from.
        stop: Where to look to.
    """
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
    return None


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
    """Yield the forms of these verbs, gerunds and long participles left out, with their part of speech."""
    for match in WORD.finditer(text, start, stop):
        part = _form_of(match.group().lower(), lemmas)
        if part:
            yield Span(*match.span()), part


@lru_cache(maxsize=_CACHED_WORDS)
def _form_of(word: str, lemmas: frozenset[str]) -> str:
    """Return the part of speech of a form of these verbs, '' of any other word."""
    return next(
        (
            str(parse.tag.POS)
            for parse in morph.parses(word)[:2]
            if parse.tag.POS in ("VERB", "PRTS", "INFN") and parse.normal_form in lemmas
        ),
        "",
    )
