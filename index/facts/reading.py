"""Sentences with tokens, and what the taggers say about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Final, TypeVar

from index.facts import models
from index.facts.inference import Tree, Words
from index.facts.names import Name
from index.model.fact import EntityType
from index.model.span import Span
from index.text.sentences import sentences

T = TypeVar("T")

_BATCH: Final = 32
_LONGEST: Final = 200
"""Tokens of a sentence; longer ones are tables, and are read in pieces."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token as the taggers know it; offsets into the document's text."""

    start: int
    stop: int
    text: str

    @property
    def span(self) -> Span:
        """Its place in the document's text."""
        return Span(self.start, self.stop)

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Node:
    """Grammar of a token: universal part of speech, features, head (its number, -1: root), relation."""

    part: str
    features: Mapping[str, str]
    head: int
    relation: str


@dataclass(slots=True)
class Sentence:
    """One sentence; `names` is filled by the tagger and the repairs."""

    span: Span
    tokens: tuple[Token, ...]
    names: list[Name] = field(default_factory=list)


def read(text: str, spans: Sequence[Span] | None = None) -> list[Sentence]:
    """Return the sentences of a text with tokens (razdel's), very long ones in pieces.

    Args:
        text: The text.
        spans: Its sentences, if they are known already.
    """
    found = []
    for span in sentences(text) if spans is None else spans:
        tokens = of_span(text, span).tokens
        for first in range(0, len(tokens), _LONGEST):
            piece = tokens[first : first + _LONGEST]
            found.append(Sentence(Span(piece[0].start, piece[-1].stop), piece))
    return found


def of_span(text: str, span: Span) -> Sentence:
    """Return one sentence of a text with its tokens, however long it is."""
    from razdel import tokenize

    tokens = (
        Token(span.start + token.start, span.start + token.stop, token.text)
        for token in tokenize(span.of(text))
    )
    return Sentence(span, tuple(tokens))


_KINDS: Final = {"PER": EntityType.PERSON, "LOC": EntityType.PLACE, "ORG": EntityType.ORG}


def tag_names(read_sentences: Sequence[Sentence]) -> None:
    """Let the tagger find persons, places and organisations; fills `names` of each sentence.

    Raises:
        ArchiveError: If the models are not installed.
    """
    for sentence, tags in _tagged(models.load().names, read_sentences):
        sentence.names = list(_names(sentence, tags))


def parse(read_sentences: Sequence[Sentence]) -> list[tuple[Node, ...]]:
    """Return grammar and syntax of each sentence, one node a token.

    Raises:
        ArchiveError: If the models are not installed.
    """
    loaded = models.load()
    grammar = {id(sentence): tags for sentence, tags in _tagged(loaded.grammar, read_sentences)}
    trees = {id(sentence): tree for sentence, tree in _tagged(loaded.trees, read_sentences)}
    return [_nodes(grammar[id(sentence)], trees[id(sentence)]) for sentence in read_sentences]


def _tagged(
    tagger: Callable[[Sequence[Words]], Iterator[T]], read_sentences: Sequence[Sentence]
) -> Iterator[tuple[Sentence, T]]:
    """Run a tagger in batches of sentences of similar length: some heads pad them to the longest."""
    ordered = sorted(read_sentences, key=lambda sentence: len(sentence.tokens))
    for first in range(0, len(ordered), _BATCH):
        batch = ordered[first : first + _BATCH]
        words = [[token.text for token in sentence.tokens] for sentence in batch]
        yield from zip(batch, tagger(words), strict=True)


def _names(sentence: Sentence, tags: Iterable[str]) -> Iterator[Name]:
    current: Name | None = None
    for token, tag in zip(sentence.tokens, tags, strict=True):
        place, _, kind = tag.partition("-")
        entity_type = _KINDS.get(kind)
        if current is not None and place == "I" and entity_type == current.type:
            current = Name(current.span.hull(token.span), current.type, current.rule)
            continue
        if current is not None:
            yield current
        current = Name(token.span, entity_type, "tagger") if entity_type else None
    if current is not None:
        yield current


def _nodes(tags: Sequence[str], tree: Tree) -> tuple[Node, ...]:
    return tuple(
        Node(*_read_tag(tag), head, relation) for tag, head, relation in zip(tags, *tree, strict=True)
    )


@lru_cache(maxsize=1024)  # there are 753
def _read_tag(tag: str) -> tuple[str, Mapping[str, str]]:
    """Return part of speech and features of a tag, «NOUN|Case=Nom»."""
    part, *features = tag.split("|")
    return part, MappingProxyType(dict(pair.split("=", 1) for pair in features if "=" in pair))
