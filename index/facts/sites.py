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


_ON_SITE = re.compile(
    r"(?:сообща|говорит|пиш|отмеча|опубликова|размещ)\w+\s(?:на|в)\s(?:сайте|портале|издании|блоге)\s$"
)
_LINE = 40


def _is_told_there(passage: Passage, span: Span) -> bool:
    """Whether something is told on the site: «как сообщается на сайте Roem.ru»."""
    return _ON_SITE.search(passage.text[max(0, span.start - _LINE) : span.start]) is not None


def find(passage: Passage, names: list[Name]) -> list[Name]:
    """Add addresses of sites, without a path, that a verb of saying or the like has for its subject."""
    found = list(names)
    for match in ADDRESS.finditer(passage.text, passage.span.start, passage.span.stop):
        span = Span(*match.span())
        is_told = is_in_company(passage, span) or _is_told_there(passage, span)
        if _BARE.fullmatch(match.group()) and is_told and not overlapping(found, span):
            found.append(Name(span, EntityType.ORG, "sites"))
    return found
