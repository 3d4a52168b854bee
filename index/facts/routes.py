"""Routes: «Нукус-Куня-Ургенч-Дашогуз», «Мары – Туркменабад – Каган», and the places they stop at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.facts import morph, place_spans
from index.facts.lexicon import words
from index.facts.names import Name
from index.facts.passage import Passage
from index.model.fact import EntityType
from index.model.span import Span

_STOP = r"[А-ЯЁ][а-яё]+(?:[ ][А-ЯЁ][а-яё]+)?"
_DASHED = re.compile(rf"(?<![\w–—-]){_STOP}(?:-{_STOP})*(?:\s[–—-]\s{_STOP}(?:-{_STOP})*)+(?![\w-])")
_HYPHENED = re.compile(r"(?<=[«\"“])[А-ЯЁ][а-яё]+(?:[-–—][А-ЯЁ][а-яё]+)+(?=[»\"”])")

_WORDS_BEFORE = 3


def find(passage: Passage, names: list[Name]) -> list[Name]:
    """Add routes and their stops; names that a route is made of are replaced by them."""
    found = list(names)
    for span in _routes(passage, names):
        stops = list(_stops(passage, span))
        found = [name for name in found if not name.span.overlaps(span)]
        found.append(Name(span, EntityType.ROUTE, "routes"))
        found.extend(Name(stop, EntityType.CITY, "route_stop") for stop in stops)
    return found


def _routes(passage: Passage, names: list[Name]) -> Iterator[Span]:
    text, base = passage.text, passage.span
    for match in _HYPHENED.finditer(text, base.start, base.stop):
        span = Span(*match.span())
        if not place_spans.is_listed(match.group()) and _leads(passage, span):
            yield span
    for match in _DASHED.finditer(text, base.start, base.stop):
        span = _without_way(passage, Span(*match.span()))
        stops = list(_stops(passage, span))
        places = sum(_is_place(passage, names, stop) for stop in stops)
        if (len(stops) > 2 and places >= 2) or (len(stops) == 2 and _leads(passage, span) and places):
            yield span


def _without_way(passage: Passage, span: Span) -> Span:
    """Leave the word for a way out that a sentence begins with: «Дорога | Талгар – Ассы»."""
    first, _, rest = passage.of(span).partition(" ")
    return Span(span.stop - len(rest), span.stop) if morph.lemmas(first) & words("way_words.txt") else span


def _leads(passage: Passage, span: Span) -> bool:
    """Whether a word for a way stands before the name."""
    before = passage.text[passage.span.start : span.start].split()[-_WORDS_BEFORE:]
    return any(
        morph.lemmas(word.strip('«»"(),')) & words("way_words.txt") for word in before if word.strip('«»"(),')
    )


def _is_place(passage: Passage, names: list[Name], stop: Span) -> bool:
    if place_spans.is_listed(passage.of(stop)):
        return True
    return any(name.span.covers(stop) and name.type == EntityType.PLACE for name in names)


def _stops(passage: Passage, span: Span) -> Iterator[Span]:
    """Yield the stops: parted by dashes with blanks, else by hyphens, save within the lexicon's names."""
    said = passage.of(span)
    joint = re.compile(r"\s[–—-]\s") if re.search(r"\s[–—-]\s", said) else re.compile(r"[-–—]")
    edges = [(m.start(), m.end()) for m in joint.finditer(said)]
    start = 0
    for number, (left, right) in enumerate(edges):
        following = edges[number + 1][0] if number + 1 < len(edges) else len(said)
        if place_spans.is_listed(said[start:following]) and start < left:
            continue
        yield Span(span.start + start, span.start + left)
        start = right
    yield Span(span.start + start, span.stop)
