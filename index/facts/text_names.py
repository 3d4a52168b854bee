"""The names of a whole text with their sentences: those the tagger sees, then those the text says again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.facts import person_cases, reading, repairs, repeated
from index.facts.named import Named
from index.facts.names import Name
from index.facts.occupations import cases_told
from index.facts.passage import Passage
from index.model.span import Span

Progress = Callable[[int, int], None]
"""Told how many of how many sentences are done."""

_CHUNK: Final = 256


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence, parsed, with its names."""

    sentence: reading.Sentence
    passage: Passage
    names: list[Named]


def named(text: str, spans: Sequence[Span], progress: Progress) -> list[Named]:
    """Return the names of a text, in text order.

    Args:
        text: The document's text.
        spans: Its sentences.
        progress: Called after every few hundred sentences.

    Raises:
        ArchiveError: If the models are not installed.
    """
    sentences = reading.read(text, spans)
    found: list[_Read] = []
    idle: list[reading.Sentence] = []
    for first in range(0, len(sentences), _CHUNK):
        chunk = sentences[first : first + _CHUNK]
        reading.tag_names(chunk)
        found += _parsed(text, [sentence for sentence in chunk if _may_hold_names(sentence)])
        idle += [sentence for sentence in chunk if not _may_hold_names(sentence)]
        progress(min(first + _CHUNK, len(sentences)), len(sentences))
    sought = repeated.known(text, [name for one in found for name in one.names])
    again = {sentence.span: repeated.names_again(text, sentence, sought) for sentence in sentences}
    found += _parsed(text, [sentence for sentence in idle if again[sentence.span]])
    found.sort(key=lambda one: one.sentence.span)
    return [name for one in found for name in _with_again(text, one, again[one.sentence.span])]


def _parsed(text: str, sentences: Sequence[reading.Sentence]) -> Iterator[_Read]:
    for sentence, nodes in zip(sentences, reading.parse(sentences), strict=True):
        passage = Passage.of_sentence(text, sentence, nodes)
        yield _Read(sentence, passage, _told(passage, repairs.repaired(passage, sentence.names)))


def _with_again(text: str, one: _Read, again: Sequence[Name]) -> list[Named]:
    """Return the names of a sentence with those that the document says elsewhere."""
    if not again:
        return one.names
    before = [name.name for name in one.names]
    names = repeated.joined(text, before, again)
    return one.names if names == before else _told(one.passage, names)


def _told(passage: Passage, names: Sequence[Name]) -> list[Named]:
    by_office = {
        span: case
        for span, case in cases_told(passage, names).items()
        if person_cases.may_stand_in(passage.of(span), case)
    }
    told = person_cases.told(passage, names) | by_office
    return [Named(name, passage, told.get(name.span, "")) for name in names]


def _may_hold_names(sentence: reading.Sentence) -> bool:
    """Whether a sentence is worth parsing: it has names, or signs of some behind its first word."""
    return bool(sentence.names) or any(
        token.is_capital or token.text in ("«", "№") for token in sentence.tokens[1:]
    )
