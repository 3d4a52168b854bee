"""Direct speech with its speaker: an ordered table of the ways it is written.

    «…», — сказал Иванов.        – …, — сказал Иванов.        Иванов сказал: «…»
    «…, — сказал Иванов, — …»    слова Иванова: «…»           …, сказал Иванов.

What paragraphs of minutes begin with is read by `transcripts`.

Speech that the speaker's name interrupts gives one fact a piece.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.facts import drafts
from index.facts.mentions import Mentions
from index.facts.speakers import SaidBy, speaker, verbs
from index.model.fact import EntityType, Fact, FactType
from index.model.span import Span

_PAIRS: Final = {"«": "»", "“": "”", "„": "“", '"': '"'}
_PARAGRAPH: Final = re.compile(r"[^\n]+")
_DASH_LINE: Final = re.compile(r"[–—-]\s+(?=[А-ЯЁA-Z«])")
_BEHIND: Final = re.compile(r"[»”“\"]?[,.!?…]*(?:\s*[–—-]\s+|(?<=,)\s+)(?=[а-яё])")
_INSIDE: Final = re.compile(r"[,!?…]\s+[–—-]\s+(?=[а-яё])")
_RESUMED: Final = re.compile(r"[,.]\s+[–—-]\s+")
_PLAIN_END: Final = re.compile(r",\s(?=[а-яё]+\s[^,«»:;]{3,60}$)")
_COLON: Final = re.compile(r":\s*(?:[–—-]\s*)?$")
_WORDS_OF: Final = re.compile(r"(?<!\w)слов(?:а|ам|ами|ах)\s+(?:[а-яё.]+\s+){0,4}$", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+")
_EDGES: Final = " ,\u00a0–—"
_FIRST_WORDS: Final = 45
_CLAUSE: Final = 200
_LEAD: Final = 70
_SHORTEST: Final = 3


@dataclass(frozen=True, slots=True)
class _Reader:
    """A text with what is needed to find who speaks."""

    text: str
    mentions: Mentions
    starts: Sequence[int]

    def by_clause(self, start: int, stop: int, before: int) -> SaidBy | None:
        """Return whom a clause right behind speech names: its verb is among its first words."""
        limit = Span(before, min(stop, start + _CLAUSE))
        verb = next(verbs(self.text, start, min(stop, start + _FIRST_WORDS)), None)
        return speaker(self.text, self.mentions, verb, limit) if verb is not None else None

    def sentence_start(self, position: int) -> int:
        """Return where the sentence that holds a place begins."""
        return self.starts[max(0, bisect_right(self.starts, position) - 1)]


Found = tuple[tuple[Span, ...], SaidBy]


def _interrupted(reader: _Reader, said: Span, _outer: Span, _paragraph: Span) -> Found | None:
    """«Башню можно поднять, – сказал он, – но дорога плоха»; a line after a dash as well."""
    for border in _INSIDE.finditer(reader.text, said.start, said.stop):
        found = reader.by_clause(border.end(), said.stop, said.start)
        if found is None:
            continue
        span = found.slot.span
        assert span is not None
        stop = border.start() + (reader.text[border.start()] != ",")
        resumed = _RESUMED.search(reader.text, max(border.end(), span.stop), said.stop)
        pieces = (Span(said.start, stop),)
        return (pieces if resumed is None else (*pieces, Span(resumed.end(), said.stop))), found
    return None


def _before_clause(reader: _Reader, said: Span, outer: Span, paragraph: Span) -> Found | None:
    """«…», – сказал Иванов."""
    border = _BEHIND.match(reader.text, outer.stop - 1, paragraph.stop)
    if border is None or outer == said:
        return None
    found = reader.by_clause(border.end(), paragraph.stop, said.start)
    return ((said,), found) if found is not None else None


def _behind_colon(reader: _Reader, said: Span, outer: Span, paragraph: Span) -> Found | None:
    """Иванов ответил: «…»."""
    start = max(paragraph.start, reader.sentence_start(outer.start))
    colon = _COLON.search(reader.text, start, outer.start)
    if colon is None or outer == said:
        return None
    near = max(start, colon.start() - _LEAD)
    for verb in reversed(list(verbs(reader.text, near, colon.start()))):
        found = speaker(reader.text, reader.mentions, verb, Span(start, colon.start()))
        if found is not None:
            return (said,), found
    return None


def _words_of(reader: _Reader, said: Span, outer: Span, paragraph: Span) -> Found | None:
    """слова академика Иванова: «…»."""
    colon = _COLON.search(reader.text, paragraph.start, outer.start)
    if colon is None or outer == said:
        return None
    for one in reader.mentions.within(max(paragraph.start, colon.start() - _LEAD), colon.start()):
        if one.entity.type != EntityType.PERSON or one.span.stop != colon.start():
            continue
        if _WORDS_OF.search(reader.text, max(paragraph.start, one.span.start - _LEAD), one.span.start):
            slot = drafts.slot(reader.text, "speaker", one.span, one.entity.name, one.entity.id)
            return (said,), SaidBy(slot, "words_of")
    return None


def _plain_end(reader: _Reader, said: Span, outer: Span, paragraph: Span) -> Found | None:
    """– Мы рады, сказал Иванов. Only a line after a dash, only at its end."""
    border = _PLAIN_END.search(reader.text, said.start, said.stop)
    if border is None or outer != said or said.stop != paragraph.stop:
        return None
    found = reader.by_clause(border.end(), said.stop, border.end())
    return ((Span(said.start, border.start()),), found) if found is not None else None


RULES: Sequence[tuple[str, Callable[[_Reader, Span, Span, Span], Found | None]]] = (
    ("interrupted_speech", _interrupted),
    ("speech_before_clause", _before_clause),
    ("words_of_somebody", _words_of),
    ("speech_behind_colon", _behind_colon),
    ("speech_to_the_end", _plain_end),
)
"""Name and rule: what may be said, the same with its marks, its paragraph."""


def find_quotes(text: str, mentions: Mentions, sentences: Sequence[Span]) -> Iterator[Fact]:
    """Yield the direct speech of a text whose speaker it names, in order."""
    reader = _Reader(text, mentions, [span.start for span in sentences] or [0])
    for paragraph in _PARAGRAPH.finditer(text):
        whole = Span(*paragraph.span())
        for outer, said in _candidates(text, whole):
            for rule, find in RULES:
                found = find(reader, said, outer, whole)
                if found is not None:
                    yield from _facts(text, *found, rule)
                    break


def _candidates(text: str, paragraph: Span) -> Iterator[tuple[Span, Span]]:
    """Yield what may be speech: a line after a dash, else whatever stands in quotation marks."""
    dash = _DASH_LINE.match(text, paragraph.start, paragraph.stop)
    if dash is not None:
        yield Span(dash.end(), paragraph.stop), Span(dash.end(), paragraph.stop)
        return
    position = paragraph.start
    while position < paragraph.stop:
        closing = _PAIRS.get(text[position])
        stop = _closed(text, position, closing, paragraph.stop) if closing else 0
        if stop:
            yield Span(position, stop), Span(position + 1, stop - 1)
        position = stop or position + 1


def _closed(text: str, start: int, closing: str, limit: int) -> int:
    """Return where the quotation that opens at `start` ends, 0 when it does not."""
    depth = 0
    for position in range(start, limit):
        if text[position] == closing and position > start:
            depth -= 1
            if depth == 0:
                return position + 1
        elif text[position] == text[start]:
            depth += 1
    return 0


def _facts(text: str, pieces: Sequence[Span], said_by: SaidBy, rule: str) -> Iterator[Fact]:
    if sum(len(_WORD.findall(piece.of(text))) for piece in pieces) < _SHORTEST:
        return
    for piece in pieces:
        start = piece.start + len(piece.of(text)) - len(piece.of(text).lstrip(_EDGES))
        span = Span(start, max(start, piece.start + len(piece.of(text).rstrip(_EDGES))))
        slots = (said_by.slot, drafts.slot(text, "quote", span))
        assert said_by.slot.span is not None
        yield drafts.fact(FactType.QUOTE, slots, span.hull(said_by.slot.span), rule, 0.9)
