"""What a repair sees: a sentence in its document, with grammar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.facts.reading import Node, Sentence, Token
from index.model.span import Span

_PROSE_WORDS: Final = 4
_WORDS_OF_A_WHOLE: Final = 1
_ENDS: Final = (".", "!", "?", "…")
_PREDICATES: Final = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its grammar.

    Attributes:
        text: The whole document's text, which all offsets count in.
        span: The sentence.
        tokens: Its tokens.
        nodes: Their grammar, one a token; empty when the sentence was not worth parsing.
    """

    text: str
    span: Span
    tokens: tuple[Token, ...]
    nodes: tuple[Node, ...] = ()

    @classmethod
    def of_sentence(cls, text: str, sentence: Sentence, nodes: tuple[Node, ...]) -> Passage:
        """Make one."""
        return cls(text, sentence.span, sentence.tokens, nodes)

    @property
    def words(self) -> str:
        """The sentence's text."""
        return self.text[self.span.start : self.span.stop]

    @property
    def is_prose(self) -> bool:
        """Whether it says something: it has a predicate, and small words enough; no cell, heading or list.

        A short sentence says something if its predicate and its end are there: «Лофнер предстал перед судом.»
        """
        small = sum(token.text.isalpha() and token.text.islower() for token in self.tokens)
        is_whole = self.words.endswith(_ENDS)
        if small < (_WORDS_OF_A_WHOLE if is_whole else _PROSE_WORDS):
            return False
        return any(_is_predicate(node) for node in self.nodes)

    def of(self, span: Span) -> str:
        """Return the words of a span."""
        return self.text[span.start : span.stop]

    def first_token(self, span: Span) -> int:
        """Return the number of the token where a span begins."""
        return next((i for i, token in enumerate(self.tokens) if token.stop > span.start), len(self.tokens))

    def after_token(self, span: Span) -> int:
        """Return the number of the first token behind a span."""
        return next((i for i, token in enumerate(self.tokens) if token.start >= span.stop), len(self.tokens))

    def feature(self, position: int, name: str) -> str:
        """Return a grammatical feature of a token («Case»: «Gen»), '' when unknown."""
        return self.nodes[position].features.get(name, "") if position < len(self.nodes) else ""

    def part(self, position: int) -> str:
        """Return the universal part of speech of a token, '' when unknown."""
        return self.nodes[position].part if position < len(self.nodes) else ""


def _is_predicate(node: Node) -> bool:
    """Whether a word tells what happens: a finite verb, an infinitive, «предъявлено»."""
    is_participle = node.features.get("VerbForm") == "Part"
    return node.part in _PREDICATES and (not is_participle or node.features.get("Variant") == "Short")
