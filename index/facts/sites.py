"""Sites that act as bodies: «сообщает NEWSru.com» names who says it, «www.newsru.com/12» where."""

from __future__ import annotations

import re

from index.facts.body_company import is_in_company
from index.facts.names import Name, overlapping
from index.facts.passage import Passage
from index.facts.sources import ADDRESS
from index.model.fact import EntityType
from index.model.span import Span

_BARE = re.compile(r"(?!www\.)[\w-]+\.[A-Za-z]+", re.IGNORECASE)


def find(passage: Passage, names: list[Name]) -> list[Name]:
    """Add addresses of sites, without a path, that a verb of saying or the like has for its subject."""
    found = list(names)
    for match in ADDRESS.finditer(passage.text, passage.span.start, passage.span.stop):
        span = Span(*match.span())
        is_told = is_in_company(passage, span)
        if _BARE.fullmatch(match.group()) and is_told and not overlapping(found, span):
            found.append(Name(span, EntityType.ORG, "sites"))
    return found
