"""What one document contributes to an export, and the words that prove each line of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from index.exchange.kinds import chosen
from index.exchange.words import Kind
from index.model.document import Document, DocumentSummary
from index.model.fact import DocumentFacts, Entity, Fact
from index.model.span import Span
from index.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Portion:
    """A document with what it names and states, as the reader decided.

    Attributes:
        summary: What lists show of it.
        document: Its text and map.
        facts: What it names and states; spans count in its text.
        kinds: What was asked for: `facts` may hold other things that fill parts of statements.
    """

    summary: DocumentSummary
    document: Document
    facts: DocumentFacts
    kinds: frozenset[Kind]
    _sentences: list[Span] = field(default_factory=list, compare=False)

    def entities(self, kind: Kind) -> Iterator[Entity]:
        """Yield the things of a kind that were asked for, the one named most often first."""
        if kind in self.kinds:
            found = [one for one in self.facts.entities if one.type == kind and one.mentions]
            yield from sorted(found, key=lambda one: (-len(one.mentions), one.mentions[0]))

    def stated(self, kind: Kind) -> Iterator[Fact]:
        """Yield the statements of a kind, in text order."""
        yield from (fact for fact in self.facts.facts if fact.type == kind)

    @property
    def count(self) -> int:
        """How many things and statements were asked for."""
        named = sum(1 for one in self.facts.entities if one.type in self.kinds and one.mentions)
        return named + len(self.facts.facts)

    def page_number(self, span: Span) -> int:
        """Return the page on which a place begins, as a person counts."""
        return self.document.text_map.page_at(span.start) + 1

    def quote(self, span: Span) -> str:
        """Return the sentences in which a place is, on one line."""
        if not self._sentences:
            self._sentences.extend(sentences(self.document.text))
        text = self.document.text
        return " ".join(Span(self._start(span.start), self._stop(span)).of(text).split())

    def _start(self, offset: int) -> int:
        at = bisect_right(self._sentences, offset, key=lambda one: one.start) - 1
        return min(self._sentences[at].start, offset) if at >= 0 else offset

    def _stop(self, span: Span) -> int:
        last = max(span.stop - 1, span.start)
        at = bisect_right(self._sentences, last, key=lambda one: one.start) - 1
        return max(self._sentences[at].stop, span.stop) if at >= 0 else span.stop


def portion(
    summary: DocumentSummary, document: Document, facts: DocumentFacts, kinds: Collection[Kind]
) -> Portion:
    """Return the share of a document, of these kinds alone."""
    return Portion(summary, document, chosen(facts, kinds), frozenset(kinds))
