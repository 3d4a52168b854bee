"""Who is told to do what, and by when: an ordered table of the ways it is told.

Главам регионов поручено …      поручить отделу …, обязать Иванова …, просить президиум …
7. Отделу механика провести …   6. Иванову: / а) … укомплектовать …
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.facts import drafts, morph
from index.facts.clause_words import WORD, actor, deadline, infinitive, is_verb_form, named, phrase, reach
from index.facts.clause_words import finite_verbs as forms
from index.facts.figure_phrases import beginning_at
from index.facts.lexicon import words
from index.facts.mentions import Mentions
from index.model.fact import EntityType, Fact, FactType, Slot
from index.model.span import Span

_VERBS: Final = {
    **dict.fromkeys(("поручить", "поручать", "предписать", "приказать"), ("datv", "instructed")),
    "обязать": ("accs", "instructed"),
    "рекомендовать": ("datv", "proposed"),
    **dict.fromkeys(("просить", "попросить", "призвать"), ("accs", "proposed")),
}
"""Verb: the case of whom it is told, and what it makes of the instruction."""
_KNOWN: Final = frozenset(_VERBS)
_POINT: Final = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*[.)]|[а-я]\))\s*|[–—-]\s+")
_HEADING: Final = re.compile(r":\s*$")
_ELLIPSIS: Final = re.compile(r",\s(?:а|и)\s(?=[^,;]{3,80}\s[–—]\s)")
_JOINED: Final = re.compile(r",?\s(?:и|совместно\sс|вместе\sс)\s|,\s")
_AND: Final = re.compile(r"\sи\s")
_AND_WORD: Final = " и "
_NOT: Final = re.compile(r"(?<!\w)не\s+$", re.IGNORECASE)
_ALLOWED_BETWEEN: Final = 120
_OFFICE: Final = 60
_LONGEST: Final = 600


@dataclass(frozen=True, slots=True)
class _Document:
    """A text with its names and values."""

    text: str
    mentions: Mentions
    values: Sequence[Fact]

    def recipients(self, start: int, stop: int, case: str) -> list[Slot]:
        """Return whom a stretch of text begins with: names, or the words for an office or a body."""
        found: list[Slot] = []
        at = start
        for one in self.mentions.within(start, stop):
            between = self.text[at : one.span.start]
            is_next = not between.strip() if not found else bool(_JOINED.fullmatch(between))
            if one.span.start < at or one.entity.type == EntityType.COUNTRY or not is_next:
                if found or one.span.start < at:
                    continue
                break
            found.append(named(self.text, "to_whom", one))
            at = one.span.stop
        return found or self._by_words(start, stop, case)

    def holder(self, start: int, stop: int) -> list[Slot]:
        """Return the person behind the words for his office: «Первому зам. директора И. С. Левченко»."""
        first = WORD.match(self.text, start)
        if first is None or not morph.has(first.group(), "datv") or morph.has(first.group(), "nomn"):
            return []
        persons = [one for one in self.mentions.within(start, stop) if one.entity.type == EntityType.PERSON]
        one = persons[0] if persons else None
        if one is None or one.span.start - start > _OFFICE or "," in self.text[start : one.span.start]:
            return []
        return [named(self.text, "to_whom", one)]

    def _by_words(self, start: int, stop: int, case: str) -> list[Slot]:
        first = start + len(self.text[start:stop]) - len(self.text[start:stop].lstrip())
        span = beginning_at(self.text, first, case)
        if span is None or span.stop > stop:
            return []
        head = next((w for w in WORD.findall(span.of(self.text)) if morph.has(w, "NOUN", case)), "")
        if not _may_act(head):
            return []
        inside = [m for m in self.mentions.within(span.stop, stop) if m.span.start - span.stop <= 1]
        person = next((m for m in inside if m.entity.type == EntityType.PERSON), None)
        return [named(self.text, "to_whom", person) if person else phrase(self.text, "to_whom", span, case)]


def _may_act(head: str) -> bool:
    """Whether a noun is of somebody or of a body."""
    lemmas = morph.lemmas(head.lower())
    return bool(lemmas & (words("bodies.txt") | words("positions.txt"))) or all(
        "anim" in parse.tag for parse in morph.parses(head.lower()) if parse.tag.POS == "NOUN"
    )


Told = tuple[list[Slot], Span, int, str, Slot | None]
"""Whom, the infinitive, where the sentence about it ends, the status, who says so."""


def _by_verb(document: _Document, sentence: Span, _heading: list[Slot]) -> Iterator[Told]:
    """«Поручить отделу подготовить…», «президент обязал министра…», «главам регионов поручено…»."""
    text = document.text
    for verb, part in forms(text, sentence.start, sentence.stop, _KNOWN):
        if _NOT.search(text, max(sentence.start, verb.start - 4), verb.start):
            continue
        what = infinitive(text, verb.stop, min(sentence.stop, verb.stop + _ALLOWED_BETWEEN))
        lemma = next(iter(morph.lemmas(verb.of(text).lower()) & _KNOWN))
        if what is None or any(is_verb_form(w) for w in WORD.findall(text[verb.stop : what.start])):
            continue
        case, status = _VERBS[lemma]
        to_whom = document.recipients(verb.stop, what.start, case)
        if not to_whom and part == "PRTS":
            start = sentence.start + _point(text, sentence)
            to_whom = document.recipients(start, verb.start, case)
        if to_whom:
            who = (
                actor(text, document.mentions, "who", sentence.start, verb.start) if part == "VERB" else None
            )
            yield to_whom, what, sentence.stop, status, who


def _by_naming(document: _Document, sentence: Span, _heading: list[Slot]) -> Iterator[Told]:
    """«7. Отделу главного механика до 20 апреля провести ревизию…»: no verb but the infinitive."""
    text = document.text
    start = sentence.start + _point(text, sentence)
    what = infinitive(text, start, min(sentence.stop, start + 2 * _ALLOWED_BETWEEN))
    if what is None or text[sentence.stop - 1] == "?":
        return
    if any(is_verb_form(word) for word in WORD.findall(text[start : what.start])):
        return
    to_whom = document.recipients(start, what.start, "datv")
    if not to_whom or not _is_dative(to_whom[0]):
        to_whom = document.holder(start, what.start)
    if to_whom:
        yield to_whom, what, sentence.stop, "instructed", None


def _under_heading(document: _Document, sentence: Span, heading: list[Slot]) -> Iterator[Told]:
    """«6. М. О. Бейсенову: / а) до 1 мая укомплектовать…»."""
    text = document.text
    length = _point(text, sentence)
    what = infinitive(text, sentence.start + length, sentence.stop)
    if not heading or not length or what is None:
        return
    if not any(is_verb_form(word) for word in WORD.findall(text[sentence.start + length : what.start])):
        yield heading, what, sentence.stop, "instructed", None


RULES: Sequence[tuple[str, Callable[[_Document, Span, list[Slot]], Iterator[Told]]]] = (
    ("told_by_verb", _by_verb),
    ("told_by_naming", _by_naming),
    ("told_under_heading", _under_heading),
)
"""Name and rule: the document, a sentence, whom the heading above it names."""


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
    document = _Document(text, mentions, values)
    heading: list[Slot] = []
    for sentence in sentences:
        if len(sentence) > _LONGEST:
            continue
        for rule, find in RULES:
            found = list(find(document, sentence, heading))
            if found:
                for told in found:
                    yield from _facts(document, sentence, told, rule)
                break
        heading = _heading(document, sentence) or (heading if _is_letter(text, sentence) else [])


def _heading(document: _Document, sentence: Span) -> list[Slot]:
    """Return whom a line like «6. М. О. Бейсенову:» names."""
    if not _HEADING.search(document.text, sentence.start, sentence.stop):
        return []
    start = sentence.start + _point(document.text, sentence)
    found = document.recipients(start, sentence.stop, "datv")
    is_whole = bool(found) and found[-1].span is not None and sentence.stop - found[-1].span.stop <= 2
    return found if is_whole and _is_dative(found[0]) else []


def _is_letter(text: str, sentence: Span) -> bool:
    return re.match(r"[а-я]\)|[–—-]\s", text[sentence.start : sentence.start + 3]) is not None


def _point(text: str, sentence: Span) -> int:
    match = _POINT.match(text, sentence.start, sentence.stop)
    return match.end() - sentence.start if match is not None else 0


def _is_dative(slot: Slot) -> bool:
    """Whether a recipient does not stand in the nominative, as whoever does something would."""
    return not set(WORD.findall(slot.text)) <= set(WORD.findall(str(slot.value)))


def _facts(document: _Document, sentence: Span, told: Told, rule: str) -> Iterator[Fact]:
    """Yield the instruction; a second one that leaves out its verb: «…, а агентству – обучить…»."""
    to_whom, what, stop, status, who = told
    other = _ELLIPSIS.search(document.text, what.stop, stop)
    task = _second_task(document, what.stop, stop) if other is None else None
    if task is not None:
        yield _fact(document, (to_whom, what, task.start, status, who), sentence, rule)
        yield _fact(document, (to_whom, task, stop, status, who), Span(task.start, stop), rule)
        return
    yield _fact(document, (to_whom, what, other.start() if other else stop, status, who), sentence, rule)
    if other is None:
        return
    second = infinitive(document.text, other.end(), stop)
    whom = document.recipients(other.end(), stop, "datv")
    if second is not None and whom:
        yield _fact(document, (whom, second, stop, status, who), Span(other.end(), stop), rule)


def _second_task(document: _Document, start: int, stop: int) -> Span | None:
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


def _fact(document: _Document, told: Told, sentence: Span, rule: str) -> Fact:
    to_whom, what, stop, status, who = told
    done = reach(document.text, what.start, len(document.text[:stop].removesuffix(_AND_WORD)))
    until = deadline(document.text, document.values, sentence.start, done.stop)
    slots = (*to_whom, drafts.slot(document.text, "what", done), *filter(None, (until, who)))
    span = done
    for slot in slots:
        span = span.hull(slot.span) if slot.span is not None else span
    return Fact("", FactType.INSTRUCTION, slots, span, status, 0.85, rule)
