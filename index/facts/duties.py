"""Duties that are laid on somebody: by «возложить на», by «обязан», by «должен» with a deadline.

Контроль … возложить на заместителя Белова     на министерство возложена ответственность за …
Учредитель обязан обеспечить …                 до середины лета совет должен составить …
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from index.facts.actors import acting_before, acting_slot
from index.facts.clause_words import WORD, deadline, finite_verbs, infinitive, is_verb_form, named, reach
from index.facts.figure_phrases import beginning_at
from index.facts.points import Point, bearer
from index.facts.told import Document, Told
from index.model.fact import EntityType, Slot
from index.model.span import Span

_LAY: Final = frozenset({"возложить", "возлагать", "возлагаться"})
_ON: Final = re.compile(r"\s+на\s+", re.IGNORECASE)
_ON_FIRST: Final = re.compile(r"на\s+", re.IGNORECASE)
_OFFICE: Final = re.compile(r"исполнени\w+\s+обязанност|обязанност\w+\s+(?!по\s)", re.IGNORECASE)
"""Laid on somebody, an office is no task but an appointment."""
_BOUND: Final = frozenset({"обязать"})
_MUST: Final = re.compile(r"(?<!\w)(?:должен|должна|должно|должны)\s+(?!быть\b)", re.IGNORECASE)
_NOT: Final = re.compile(r"(?<!\w)не\s+$", re.IGNORECASE)
_SUBORDINATE: Final = re.compile(r"(?<!\w)(?:если|когда|котор\w+|что|чтобы|как)\s", re.IGNORECASE)
_EDGES: Final = " .,;:–—"
_NEAR: Final = 40
_FAR: Final = 250


def laid_on(document: Document, point: Point) -> Iterator[Told]:
    """«Контроль за исполнением возложить на Белова», «на министерство возложена ответственность за …»."""
    text, stop = document.text, point.span.stop
    for verb, _ in finite_verbs(text, point.start, stop, _LAY):
        behind = _ON.match(text, verb.stop, stop)
        first = _ON_FIRST.match(text, point.start, verb.start)
        if behind is not None:
            whom = document.whom(behind.end(), stop, "accs")
            before = text[point.start : verb.start].rstrip(_EDGES)
            thing = Span(point.start, point.start + len(before))
            if whom.slots and not before:
                thing = _thing(text, whom.stop, stop)
        elif first is not None:
            whom = document.whom(first.end(), verb.start, "accs")
            thing = _thing(text, verb.stop, stop) if whom.stop == verb.start - 1 else Span(stop, stop)
        else:
            yield from _laying(document, point, verb)
            continue
        said = thing.of(text)
        if whom.slots and said and not _OFFICE.search(said) and _is_named_thing(text, thing):
            yield Told(whom.slots, thing, thing.stop, case="accs")


def _laying(document: Document, point: Point, verb: Span) -> Iterator[Told]:
    """«Возложить контроль за исполнением решения на комиссию»."""
    text, stop = document.text, point.span.stop
    for match in _ON.finditer(text, verb.stop, stop):
        whom = document.whom(match.end(), stop, "accs")
        thing = Span(verb.stop + 1, match.start())
        if whom.slots and match.start() > thing.start and not _OFFICE.search(thing.of(text)):
            if _is_named_thing(text, thing):
                yield Told(whom.slots, thing, thing.stop, case="accs")
            return


def _thing(text: str, start: int, stop: int) -> Span:
    """Return what stands behind the verb or the recipient: all that depends on it."""
    first = start + len(text[start:stop]) - len(text[start:stop].lstrip())
    return reach(text, first, stop)


def _is_named_thing(text: str, span: Span) -> bool:
    """Whether words begin with a thing in the nominative or accusative, and tell of no other verb."""
    begins = beginning_at(text, span.start, "accs") or beginning_at(text, span.start, "nomn")
    return begins is not None and not any(is_verb_form(word) for word in WORD.findall(span.of(text)))


def bound_to(document: Document, point: Point) -> Iterator[Told]:
    """«Учредитель обязан обеспечить сохранность фонда»."""
    text = document.text
    for verb, part in finite_verbs(text, point.start, point.span.stop, _BOUND):
        if part == "PRTS":
            yield from _bound(document, point, verb)


def must_by(document: Document, point: Point) -> Iterator[Told]:
    """«До середины лета совет должен составить опись»: what has a deadline is no mere opinion."""
    text, sentence = document.text, point.span
    for match in _MUST.finditer(text, point.start, sentence.stop):
        before = text[sentence.start : match.start()]
        if before.count("«") > before.count("»") or text[sentence.start] in "–—":
            continue
        if deadline(text, document.values, sentence.start, sentence.stop) is not None:
            yield from _bound(document, point, Span(match.start(), match.start() + len(match[0].rstrip())))


def _bound(document: Document, point: Point, verb: Span) -> Iterator[Told]:
    text = document.text
    before = text[point.start : verb.start]
    what = infinitive(text, verb.stop, min(point.span.stop, verb.stop + _FAR))
    if what is None or _NOT.search(before[-4:]) or _SUBORDINATE.match(before):
        return
    if any(is_verb_form(word) for word in WORD.findall(text[verb.stop : what.start])):
        return
    whom = _subject(document, point, verb)
    if whom:
        yield Told(whom, what, point.span.stop)


def _subject(document: Document, point: Point, verb: Span) -> tuple[Slot, ...]:
    """Return who is bound: the subject right before the verb, or the one that the sentence begins with."""
    text, mentions = document.text, document.mentions
    near = mentions.subjects(max(point.start, verb.start - _FAR), verb.start)
    if near and near[-1].entity.type != EntityType.COUNTRY:
        between = text[near[-1].span.stop : verb.start]
        if len(between) <= _NEAR and not re.search(r"[,;:«»()]", between):
            return (named(text, "to_whom", near[-1]),)
    span = acting_before(text, point.start, verb)
    if span is not None:
        return (acting_slot(text, mentions, "to_whom", span, "nomn"),)
    return bearer(text, mentions, point.start, verb.start)
