"""What somebody says in reported speech: an ordered table of the ways it is told.

Иванов отметил, что …        Как сообщил Иванов, …        По словам Иванова, …
…, сообщил Иванов.           Иванов заметил: …            … Об этом сообщил Иванов.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.facts import drafts
from index.facts.actors import acting_at, acting_slot, with_whose
from index.facts.clause_words import WORD, is_verb_form
from index.facts.mentions import Mentions
from index.facts.speakers import SaidBy, last_person, speaker, verbs
from index.model.fact import EntityType, Fact, FactType, Slot
from index.model.span import Span

_THAT: Final = re.compile(r"(?:\s+[\w«»\"-]+){0,8},\s+что\s+")
_AS: Final = re.compile(r"[Кк]ак\s+(?:[а-яё]+\s+){0,3}$")
_NEXT_CLAUSE: Final = re.compile(r"[^,:;«»]{0,90},\s+")
_BY_WORDS: Final = re.compile(
    r"(?<!\w)(?:по\s+(?P<whose>е[её]|его|их)?\s*(?:словам|мнению|утверждению|признанию|данным|сведениям|информации|оценк[еи]|оценкам|прогноз[уа]м?|версии)"
    r"|с\s+точки\s+зрения)(?!\w)",
    re.IGNORECASE,
)
_COMMA: Final = re.compile(r"(?:\s\([^()]{2,60}\))?,\s+")
_SOURCE_BEHIND: Final = re.compile(r",\s(?:как\s)?(?:сообща|переда|пиш)[а-яё]+\s[^,]{2,60}$")
"""«…, сообщает «Лента.ру»»: who passes it on said none of it."""
_NOT_REPORTED: Final = re.compile(r"^котор")
"""«По словам Иванова, которого…» goes on to say who he is."""
_SPEECH_BEHIND: Final = re.compile(r":\s*[«\"“]")
"""Direct speech is a fact of its own."""
_ABOUT_THIS: Final = re.compile(r"(?:[Оо]б\s+этом|[Оо]\s+ч[её]м)\s+(?:[а-яё]+\s+){0,3}$")
_BEHIND: Final = re.compile(r",\s+(?:[–—-]\s+)?$|\s[–—-]\s+$")
_COLON: Final = re.compile(r"\s*:\s+(?![«\"“„–—])")
_SUBORDINATE: Final = re.compile(r"(?:Поскольку|Если|Хотя|Когда|После\sтого|Так\sкак)\s")
_ABOUT_WHAT: Final = re.compile(r"О\sтом,\sчто\s")
_EDGES: Final = " .;:,"
_DASHES: Final = ("–", "—", "- ")
_SHORTEST: Final = 15
_FEWEST: Final = 3
_LEAD: Final = 90
_HOLDER: Final = 120

Found = tuple[SaidBy, Span]


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence in which somebody may say something, and the one before it."""

    text: str
    mentions: Mentions
    sentence: Span
    before: Span | None


def _that(said: _Said) -> Iterator[Found]:
    """«Иванов отметил, что …»."""
    text, sentence = said.text, said.sentence
    if _SUBORDINATE.match(text, sentence.start, sentence.stop):
        return
    for verb in verbs(text, sentence.start, sentence.stop):
        that = _THAT.match(text, verb.stop, sentence.stop)
        if that is None:
            continue
        said_by = speaker(text, said.mentions, verb, Span(sentence.start, that.start() + len(that[0])))
        if said_by is not None and not _AS.search(text, sentence.start, verb.start):
            yield said_by, Span(that.end(), sentence.stop)
        return


def _as_said(said: _Said) -> Iterator[Found]:
    """«Как сообщил Иванов, …»."""
    text, sentence = said.text, said.sentence
    for verb in verbs(text, sentence.start, min(sentence.stop, sentence.start + _LEAD)):
        before = _AS.match(text, sentence.start, verb.start)
        said_by = speaker(text, said.mentions, verb, sentence) if before is not None else None
        if said_by is None or said_by.slot.span is None:
            continue
        clause = _NEXT_CLAUSE.match(text, max(verb.stop, said_by.slot.span.stop), sentence.stop)
        if clause is not None:
            yield said_by, Span(clause.end(), sentence.stop)
        return


def _by_words(said: _Said) -> Iterator[Found]:
    """«По словам министра Иванова, …», «по её словам, …», «…, по данным ВОЗ, …»."""
    text, sentence = said.text, said.sentence
    match = _BY_WORDS.search(text, sentence.start, sentence.stop)
    if match is None:
        return
    found = _whose(said, match)
    if found is None:
        return
    slot, stop = found
    comma = _COMMA.match(text, stop, sentence.stop)
    if match.start() == sentence.start and comma is not None:
        yield SaidBy(slot, "by_words_of"), Span(comma.end(), sentence.stop)
    elif text[match.start() - 2 : match.start()] == ", " and (comma is not None or stop >= sentence.stop - 1):
        what = sentence if comma is not None else Span(sentence.start, match.start() - 2)
        said_before = WORD.findall(text[sentence.start : match.start()])
        if comma is None or not any(is_verb_form(word) for word in said_before):
            yield SaidBy(slot, "by_words_of"), what


def _whose(said: _Said, match: re.Match[str]) -> tuple[Slot, int] | None:
    """Return whose words they are, and where the words for him end: named, told by his office, «её»."""
    text, start = said.text, match.end() + 1
    if match["whose"]:
        person = last_person(text, said.mentions, match.start(), match["whose"].lower())
        if person is None:
            return None
        span = Span(*match.span("whose"))
        return drafts.slot(text, "speaker", span, person.entity.name, person.entity.id), match.end()
    for one in said.mentions.within(start, min(said.sentence.stop, start + _HOLDER)):
        if re.search(r"[,;:(]", text[start : one.span.start]):
            break
        is_first = one.span.start == start and one.entity.type != EntityType.COUNTRY
        if is_first or one.entity.type == EntityType.PERSON:
            return drafts.slot(text, "speaker", one.span, one.entity.name, one.entity.id), one.span.stop
    span_ = acting_at(text, start, "gent")
    if span_ is None:
        return None
    span_ = with_whose(said.mentions, span_)
    return acting_slot(text, said.mentions, "speaker", span_, "gent"), span_.stop


def _about_this(said: _Said) -> Iterator[Found]:
    """«Мост построят летом. Об этом сообщил Иванов.»."""
    text, sentence = said.text, said.sentence
    for verb in verbs(text, sentence.start, min(sentence.stop, sentence.start + _LEAD)):
        if said.before is None or _ABOUT_THIS.match(text, sentence.start, verb.start) is None:
            continue
        said_by = speaker(text, said.mentions, verb, sentence)
        if said_by is not None:
            yield said_by, said.before
        return


def _behind(said: _Said) -> Iterator[Found]:
    """«Мост построят летом, сообщил Иванов.»; nothing stands behind the speaker."""
    text, sentence = said.text, said.sentence
    for verb in verbs(text, max(sentence.start, sentence.stop - 2 * _LEAD), sentence.stop):
        border = _BEHIND.search(text, sentence.start, verb.start)
        if border is None:
            continue
        said_by = speaker(text, said.mentions, verb, Span(border.end(), sentence.stop))
        span = said_by.slot.span if said_by is not None else None
        if said_by is None or span is None or re.search(r"[,:;–—]", text[span.stop : sentence.stop]):
            continue
        words = WORD.findall(text[sentence.start : border.start()])
        if any(is_verb_form(word) for word in words):
            yield said_by, Span(sentence.start, border.start())
        return


def _behind_colon(said: _Said) -> Iterator[Found]:
    """«Иванов заметил: мост построят летом»; without quotation marks it may not be word for word."""
    text, sentence = said.text, said.sentence
    for verb in verbs(text, sentence.start, sentence.stop):
        colon = _COLON.match(text, verb.stop, sentence.stop)
        said_by = speaker(text, said.mentions, verb, Span(sentence.start, verb.stop)) if colon else None
        if said_by is None or colon is None:
            continue
        words = WORD.findall(text[colon.end() : sentence.stop])
        if len(words) >= _FEWEST and any(is_verb_form(word) for word in words):
            yield said_by, Span(colon.end(), sentence.stop)
        return


RULES: Sequence[tuple[str, Callable[[_Said], Iterator[Found]]]] = (
    ("said_that", _that),
    ("as_somebody_said", _as_said),
    ("by_words_of", _by_words),
    ("about_this", _about_this),
    ("said_behind", _behind),
    ("said_behind_colon", _behind_colon),
)
"""Name and rule: a sentence; yields speakers with what they say; the first to find some is believed."""


def find_statements(
    text: str, mentions: Mentions, sentences: Sequence[Span], quotes: Sequence[Fact] = ()
) -> Iterator[Fact]:
    """Yield the reported speech of a text whose speaker it names, in order.

    Args:
        text: The document's text.
        mentions: Its names.
        sentences: Its sentences.
        quotes: Its direct speech, which is not told twice.
    """
    quoted = [slot.span for fact in quotes for slot in fact.slots if slot.name == "quote" and slot.span]
    before: Span | None = None
    for sentence in sentences:
        said = _Said(text, mentions, sentence, before)
        found = (
            fact for rule, find in RULES for one in find(said) if (fact := _fact(text, one, rule)) is not None
        )
        first = next(found, None)
        if first is not None and not _is_quoted(first, quoted):
            yield first
        before = sentence


def _is_quoted(fact: Fact, quoted: Sequence[Span]) -> bool:
    """Whether what is said lies within direct speech; `quoted` is in order."""
    what = fact.slots[1].span
    assert what is not None
    first = max(0, bisect_left(quoted, what) - 1)
    return any(what.overlaps(span) for span in quoted[first : first + 2])


def _fact(text: str, found: Found, rule: str) -> Fact | None:
    said_by, what = found
    words = _SPEECH_BEHIND.split(_SOURCE_BEHIND.sub("", what.of(text)), maxsplit=1)[0].rstrip(_EDGES)
    about = _ABOUT_WHAT.match(words)
    span = Span(what.start + (about.end() if about is not None else 0), what.start + len(words))
    if words.count("«") != words.count("»") or words.startswith(_DASHES):
        return None
    if len(words) < _SHORTEST or _NOT_REPORTED.search(words):
        return None
    slots = (said_by.slot, drafts.slot(text, "what", span))
    return drafts.fact(FactType.STATEMENT, slots, drafts.passage(slots), rule, 0.85)
