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
    for token in passage.tokens:
        match = _FOREIGN.match(passage.text, token.stop, passage.span.stop)
        if match is None or not morph.lemmas(token.text.lower()) & words("foreign_kinds.txt"):
            continue
        span = Span(token.start, match.end())
        if all(
            name.type != EntityType.PERSON and span.covers(name.span) for name in overlapping(found, span)
        ):
            found = [name for name in found if not span.covers(name.span)]
            found.append(Name(span, EntityType.ORG, "foreign_bodies"))
    return found
