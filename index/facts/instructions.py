"""Who is told to do what, and by when: an ordered table of the ways it is told.

Главам регионов поручено …      поручить отделу …, обязать Иванова …, просить президиум …
Беловой дано поручение …        контроль возложить на Белова; учредитель обязан …
7. Отделу механика провести …   6. Иванову: / а) … укомплектовать …
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from typing import Final

from index.facts import drafts, morph
from index.facts.actors import acting_before, acting_slot
from index.facts.clause_words import (
    WORD,
    actor,
    deadline,
    finite_verbs,
    first_verb,
    infinitive,
    is_verb_form,
    reach,
)
from index.facts.duties import bound_to, laid_on, must_by
from index.facts.mentions import Mentions
from index.facts.noun_phrases import nominative
from index.facts.points import Point, points
from index.facts.recipients import NOBODY, Recipients
from index.facts.told import Document, Rule, Told
from index.model.fact import Fact, FactType, Slot
from index.model.span import Span

_VERBS: Final = {
    **dict.fromkeys(("поручить", "поручать", "предписать", "приказать"), ("datv", "instructed")),
    **dict.fromkeys(("обязать", "уполномочить"), ("accs", "instructed")),
    **dict.fromkeys(("потребовать", "требовать"), ("gent", "instructed")),
    **dict.fromkeys(("рекомендовать", "предложить", "предлагать"), ("datv", "proposed")),
    **dict.fromkeys(("просить", "попросить", "призвать"), ("accs", "proposed")),
}
"""Verb: the case of whom it is told, and what it makes of the instruction."""
_KNOWN: Final = frozenset(_VERBS)
_COMMANDS: Final = frozenset({"поручить", "предписать", "приказать"})
"""What these tell is an instruction even if nobody is named."""
_GIVE: Final = re.compile(
    r"(?<!\w)(?:(?P<passive>дан[оаы]|поставлен[аыо])|да(?:л|ла|ли|ёт|ет|ть)|постави(?:л|ла|ли|ть)|ставит)\s+",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(r"перед\s+")
_TASK: Final = re.compile(r"\s*(?:поручени[ея]|указани[ея]|задани[ея]|задач[ауи])\s+(?=\w)")
_BARE: Final = re.compile(r"\s(?:(?:до|к|не\sпозднее|в\sсрок\sдо)\s[^,;:()]{2,30}\s)?")
_FROM: Final = re.compile(r"\s+от\s+")
_ELLIPSIS: Final = re.compile(r",\s(?:а|и)\s(?=[^,;]{3,80}\s[–—]\s)")
_AND: Final = re.compile(r"\sи\s")
_AND_WORD: Final = " и "
_NOT: Final = re.compile(r"(?<!\w)не\s+$", re.IGNORECASE)
_PARTED: Final = re.compile(r"[,;:]|(?<!\w)с\sсобой\s")
_CHARGE: Final = re.compile(
    r"(?:Ответственн(?:ый|ая|ые)|Отв\.|Исполнител[ьи])(?:\s(?:исполнител[ьи]|за\sисполнение))?\s*[–—:-]\s*"
)
_TERM: Final = re.compile(
    r"\s*[(]?Срок(?:\s(?:исполнения|выполнения))?\s*[–—:-]\s*(?=[\wа-яё])", re.IGNORECASE
)
_REACH: Final = 200
_LONGEST: Final = 900


def _by_verb(document: Document, point: Point) -> Iterator[Told]:
    """«Поручить отделу подготовить…», «президент обязал министра…», «главам регионов поручено…»."""
    text, stop = document.text, point.span.stop
    for verb, part in finite_verbs(text, point.start, stop, _KNOWN):
        what = infinitive(text, verb.stop, min(stop, verb.stop + _REACH))
        if what is None or _NOT.search(text, max(point.start, verb.start - 4), verb.start):
            continue
        if any(is_verb_form(w) for w in WORD.findall(text[verb.stop : what.start])):
            continue
        lemma = next(iter(morph.lemmas(verb.of(text).lower()) & _KNOWN))
        if lemma == "предлагать" and not morph.has(verb.of(text).lower(), "1per"):
            continue  # «Предлагает клиентам купить» asks nobody to do anything.
        case, status = _VERBS[lemma]
        whom = _whom(document, point, verb, what.start, case, is_active=part == "VERB")
        who = _teller(document, point, verb, part)
        is_bare = _BARE.fullmatch(text, verb.stop, what.start) is not None and lemma in _COMMANDS
        if whom.slots or (is_bare and (part == "PRTS" or (part == "VERB" and who is not None))):
            yield Told(whom.slots, what, stop, status, who)


def _whom(
    document: Document, point: Point, verb: Span, task: int, case: str, *, is_active: bool
) -> Recipients:
    """Return whom it is told: behind the verb, else before it if no one does the telling there."""
    if case == "gent":
        match = _FROM.match(document.text, verb.stop, task)
        return document.whom(match.end(), task, case) if match is not None else NOBODY
    colon = 1 if document.text[verb.stop] == ":" else 0
    found = document.whom(verb.stop + colon, task, case)
    if found.slots or is_active or case != "datv":
        return found
    return document.whom(point.start, verb.start, case, is_strict=True)


def _teller(document: Document, point: Point, verb: Span, part: str) -> Slot | None:
    """Return who tells it: the subject of the verb, or who resolves all that stands under a heading."""
    if part == "PRTS":
        return None
    before = actor(document.text, document.mentions, "who", point.start, verb.start)
    if part == "INFN" or before is not None:
        return before or point.who
    span = acting_before(document.text, point.start, verb)
    return acting_slot(document.text, document.mentions, "who", span, "nomn") if span is not None else None


def _by_noun(document: Document, point: Point) -> Iterator[Told]:
    """«Министру дано поручение построить…», «президент поставил министру задачу построить…»."""
    text, stop = document.text, point.span.stop
    for give in _GIVE.finditer(text, point.start, stop):
        is_passive = give["passive"] is not None
        whom, end = _given(document, give.end(), stop)
        if not whom and is_passive:
            whom = document.whom(point.start, give.start(), "datv", is_strict=True).slots
        what = infinitive(text, end, min(stop, end + _REACH)) if end else None
        if what is None or not whom or _PARTED.search(text, end, what.start):
            continue
        who = None if is_passive else actor(text, document.mentions, "who", point.start, give.start())
        yield Told(whom, what, stop, who=who)


def _given(document: Document, start: int, stop: int) -> tuple[tuple[Slot, ...], int]:
    """Return to whom a task is given, before or behind the word for it, and where these words end."""
    text = document.text
    before = _BEFORE.match(text, start, stop)
    at, case = (before.end(), "ablt") if before is not None else (start, "datv")
    whom = document.whom(at, stop, case, is_strict=True)
    task = _TASK.match(text, whom.stop if whom.slots else start, stop)
    if task is None:
        return (), 0
    behind = NOBODY if whom.slots else document.whom(task.end() - 1, stop, "datv", is_strict=True)
    return whom.slots or behind.slots, behind.stop if behind.slots else task.end()


def _by_naming(document: Document, point: Point) -> Iterator[Told]:
    """«7. Отделу главного механика до 20 апреля провести ревизию…»: no verb but the infinitive."""
    text, stop = document.text, point.span.stop
    found = first_verb(text, point.start, min(stop, point.start + 2 * _REACH))
    if found is None or found[1] != "INFN" or text[stop - 1] == "?":
        return
    what = infinitive(text, point.start, found[0].stop)
    whom = document.whom(point.start, found[0].start, "datv", is_strict=True)
    if what is not None and whom.slots and not _PARTED.search(text, whom.stop, what.start):
        yield Told(whom.slots, what, stop, who=point.who)


def _under_heading(document: Document, point: Point) -> Iterator[Told]:
    """«6. М. О. Бейсенову: / а) до 1 мая укомплектовать…»."""
    found = first_verb(document.text, point.start, point.span.stop) if point.whom else None
    if found is not None and found[1] == "INFN":
        what = infinitive(document.text, point.start, found[0].stop) or found[0]
        yield Told(point.whom, what, point.span.stop, who=point.who)


def _by_charge(document: Document, point: Point) -> Iterator[Told]:
    """«Провести ревизию до 1 мая. Ответственный – Белов А. П.»."""
    text = document.text
    found = first_verb(text, point.start, point.span.stop) if point.is_resolved or point.is_listed else None
    if found is None or found[1] != "INFN":
        return
    start = point.span.stop + len(text[point.span.stop :][:4]) - len(text[point.span.stop :][:4].lstrip())
    charge = _CHARGE.match(text, start)
    line = text.find("\n", start)
    if charge is not None:
        whom = document.whom(charge.end(), line if line >= 0 else len(text), "nomn")
        yield from [Told(whom.slots, found[0], point.span.stop, who=point.who)] if whom.slots else []


RULES: Sequence[tuple[str, Rule]] = (
    ("told_by_verb", _by_verb),
    ("told_by_noun", _by_noun),
    ("laid_on", laid_on),
    ("bound_to", bound_to),
    ("must_by", must_by),
    ("told_by_naming", _by_naming),
    ("told_under_heading", _under_heading),
    ("told_by_charge", _by_charge),
)
"""Name and rule: the document, a sentence with what stands over it."""


def find_instructions(
    text: str, mentions: Mentions, sentences: Sequence[Span], values: Sequence[Fact]
) -> Iterator[Fact]:
    """Yield what the text tells somebody to do, in order.

    Args:
        text: The document's text.
        mentions: Its names.
        sentences: Its sentences.
        values: Its facts about values: dates and lengths of time say by when.
    """
    document = Document(text, mentions, values)
    for point in points(text, mentions, sentences):
        if len(point.span) > _LONGEST:
            continue
        for rule, find in RULES:
            found = list(find(document, point))
            if found:
                for told in found:
                    yield from _facts(document, point.span, told, rule)
                break


def _facts(document: Document, sentence: Span, told: Told, rule: str) -> Iterator[Fact]:
    """Yield the instruction; a second one that leaves out its verb: «…, а агентству – обучить…»."""
    text = document.text
    other = _ELLIPSIS.search(text, told.what.stop, told.stop)
    task = _second_task(document, told.what.stop, told.stop) if other is None and not told.case else None
    if task is not None:
        yield _fact(document, replace(told, stop=task.start), sentence, rule)
        yield _fact(document, replace(told, what=task), Span(task.start, told.stop), rule)
        return
    yield _fact(document, replace(told, stop=other.start() if other else told.stop), sentence, rule)
    if other is None:
        return
    second = infinitive(text, other.end(), told.stop)
    whom = document.whom(other.end(), told.stop, "datv")
    if second is not None and whom.slots:
        then = replace(told, to_whom=whom.slots, what=second)
        yield _fact(document, then, Span(other.end(), told.stop), rule)


def _second_task(document: Document, start: int, stop: int) -> Span | None:
    """Return the second of two tasks when each has its date: «сдать к 1 мая и доложить 3 мая»."""
    dates = [fact.span.start for fact in document.values if fact.type in (FactType.DATE, FactType.DURATION)]
    for match in _AND.finditer(document.text, start, stop):
        task = infinitive(document.text, match.end(), stop)
        if task is None or task.start != match.end():
            continue
        if any(start <= date < task.start for date in dates) and any(
            task.stop < date < stop for date in dates
        ):
            return task
    return None


def _fact(document: Document, told: Told, sentence: Span, rule: str) -> Fact:
    text = document.text
    done = told.what
    if not told.case:
        done = reach(text, told.what.start, len(text[: told.stop].removesuffix(_AND_WORD)))
    until = deadline(text, document.values, sentence.start, done.stop) or _term(document, sentence)
    value = nominative(done.of(text), told.case) if told.case else None
    slots = (*told.to_whom, drafts.slot(text, "what", done, value), *filter(None, (until, told.who)))
    # The heading may stand pages above: the passage is that of the task.
    near = [s.span for s in slots if s.span is not None and s.span.start >= sentence.start]
    return Fact("", FactType.INSTRUCTION, slots, reduce(Span.hull, near, done), told.status, 0.85, rule)


def _term(document: Document, sentence: Span) -> Slot | None:
    """Return the deadline that a sentence of its own tells: «Срок – до 5 марта»."""
    match = _TERM.match(document.text, sentence.stop)
    if match is None:
        return None
    for fact in document.values:
        if fact.type in (FactType.DATE, FactType.DURATION) and 0 <= fact.span.start - match.end() <= len(
            "до "
        ):
            span = Span(match.end(), fact.span.stop)
            return drafts.slot(document.text, "deadline", span, fact.slots[0].value)
    return None
