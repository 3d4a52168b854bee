"""Bodies with a Latin name behind the word for their kind: «корпорация Philips», «портал SeeSaw»."""

from __future__ import annotations

import re

from index.facts import morph
from index.facts.lexicon import words
from index.facts.names import Name, overlapping
from index.facts.passage import Passage
from index.model.fact import EntityType
from index.model.span import Span

_FOREIGN = re.compile(
    r" (?P<name>\d?[A-Z][\w&’'-]+(?: (?:(?:of|and|the|&) )?[A-Z][\w&’'-]*)*)(?![\w.]*[_(=])"
)


def find(passage: Passage, names: list[Name]) -> list[Name]:
    """Add them, the word of kind included; a name that the tagger saw a part of gives way."""
    found = list(names)
    for number, token in enumerate(passage.tokens):
        match = _FOREIGN.match(passage.text, token.stop, passage.span.stop)
        if match is None or not morph.lemmas(token.text.lower()) & words("foreign_kinds.txt"):
            continue
        # «Компании Oracle и Sun» are two: neither has the word for its own.
        is_plural = passage.feature(number, "Number") == "Plur"
        head = next((name for name in found if _ends_with(name, token.stop)), None)
        start = token.start if head is None else head.span.start
        span = Span(match.start("name") if is_plural else start, match.end())
        if all(
            name.type != EntityType.PERSON and span.covers(name.span) for name in overlapping(found, span)
        ):
            found = [name for name in found if not span.covers(name.span)]
            found.append(Name(span, EntityType.ORG, "foreign_bodies"))
    return found


def _ends_with(name: Name, stop: int) -> bool:
    """Whether a body ends with the word of kind: «Петербургской компанией | JetBrains»."""
    return name.type == EntityType.ORG and name.span.stop == stop
