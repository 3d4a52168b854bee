"""What somebody says in reported speech: an ordered table of the ways it is told.

Иванов отметил, что …        Как сообщил Иванов, …        По словам Иванова, …
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from index.facts import drafts
from index.facts.mentions import Mentions
from index.facts.speakers import SaidBy, speaker, verbs
from index.model.fact import EntityType, Fact, FactType
from index.model.span import Span

_THAT: Final = re.compile(r"(?:\s+[а-яё-]+){0,4},\s+что\s+")
_AS: Final = re.compile(r"[Кк]ак\s+(?:[а-яё]+\s+){0,3}$")
_NEXT_CLAUSE: Final = re.compile(r"[^,:;«»]{0,90},\s+")
_BY_WORDS: Final = re.compile(
    r"(?<!\w)(?:по\s+(?:словам|мнению|утверждению|признанию|данным|оценкам?)|с\s+точки\s+зрения)\s+"
    r"(?:[а-яё.-]+\s+){0,6}$",
    re.IGNORECASE,
)
_COMMA: Final = re.compile(r",\s+")
_SOURCE_BEHIND: Final = re.compile(r",\s(?:как\s)?(?:сообща|переда|пиш)[а-яё]+\s[^,]{2,60}$")
"""«…, сообщает «Лента.ру»»: who passes it on said none of it."""
_NOT_REPORTED: Final = re.compile(r":\s*[«\"“]|^котор")
"""Direct speech is a fact of its own; «по словам Иванова, которого…» goes on to say who he is."""
_EDGES: Final = " .;:,"
_SHORTEST: Final = 15
_LEAD: Final = 90

Found = tuple[SaidBy, Span]


def _that(text: str, mentions: Mentions, sentence: Span) -> Iterator[Found]:
    """«Иванов отметил, что …»."""
    for verb in verbs(text, sentence.start, sentence.stop):
        that = _THAT.match(text, verb.stop, sentence.stop)
        if that is None:
            continue
        said_by = speaker(text, mentions, verb, Span(sentence.start, that.start() + 1))
        if said_by is not None and not _AS.search(text, sentence.start, verb.start):
            yield said_by, Span(that.end(), sentence.stop)
        return


def _as_said(text: str, mentions: Mentions, sentence: Span) -> Iterator[Found]:
    """«Как сообщил Иванов, …»."""
    for verb in verbs(text, sentence.start, min(sentence.stop, sentence.start + _LEAD)):
        before = _AS.match(text, sentence.start, verb.start)
        said_by = speaker(text, mentions, verb, sentence) if before is not None else None
        if said_by is None or said_by.slot.span is None:
            continue
        clause = _NEXT_CLAUSE.match(text, max(verb.stop, said_by.slot.span.stop), sentence.stop)
        if clause is not None:
            yield said_by, Span(clause.end(), sentence.stop)
        return


def _by_words(text: str, mentions: Mentions, sentence: Span) -> Iterator[Found]:
    """«По словам министра Иванова, …»."""
    for one in mentions.within(sentence.start, min(sentence.stop, sentence.start + _LEAD)):
        before = text[sentence.start : one.span.start]
        comma = _COMMA.match(text, one.span.stop, sentence.stop)
        match = _BY_WORDS.match(before)
        if one.entity.type != EntityType.PERSON or comma is None or match is None:
            continue
        slot = drafts.slot(text, "speaker", one.span, one.entity.name, one.entity.id)
        yield SaidBy(slot, "by_words_of"), Span(comma.end(), sentence.stop)
        return


RULES: Sequence[tuple[str, Callable[[str, Mentions, Span], Iterator[Found]]]] = (
    ("said_that", _that),
    ("as_somebody_said", _as_said),
    ("by_words_of", _by_words),
)
"""Name and rule: the text, its names, a sentence; yields speakers with what they say."""


def find_statements(text: str, mentions: Mentions, sentences: Sequence[Span]) -> Iterator[Fact]:
    """Yield the reported speech of a text whose speaker it names, in order."""
    for sentence in sentences:
        for rule, find in RULES:
            for said_by, said in find(text, mentions, sentence):
                words = _SOURCE_BEHIND.sub("", said.of(text).rstrip(_EDGES))
                span = Span(said.start, said.start + len(words))
                assert said_by.slot.span is not None
                if len(words) < _SHORTEST or _NOT_REPORTED.search(words):
                    continue
                slots = (said_by.slot, drafts.slot(text, "what", span))
                yield drafts.fact(FactType.STATEMENT, slots, span.hull(said_by.slot.span), rule, 0.85)
