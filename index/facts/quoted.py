"""Names in quotes: what they name is said by the word before them."""

from __future__ import annotations

import re
from functools import cache

from index.facts import morph, place_spans
from index.facts.lexicon import words
from index.facts.names import Name
from index.facts.passage import Passage
from index.model.fact import EntityType
from index.model.span import Span

_QUOTED = re.compile(
    r"«(?P<inside>[^«»\n]{2,160}(?:«[^«»\n]{2,60}»)?)»|\"(?P<plain>[^\"\n]{2,160})\"|“(?P<round>[^”\n]{2,80})”"
)
_LONGEST_INNER = 300
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)\s$")
_FORM_OF_TWO_WORDS = re.compile(r"(?<![\w-])(?P<form>[А-ЯЁ]{2,6})\s[А-ЯЁ]{2,6}\s$")
"""«ГБУЗ СО «…»», «ФГБОУ ВО «…»»: a legal form with whose or what kind of establishment it is."""
_GROUP = re.compile(r"(?<![\w-])[Гг]рупп\w{1,3}\s(?:компаний|предприятий)\s$")
_ABOUT = re.compile(r"Об?\s[а-яёА-ЯЁ]")
_ROADMAP = re.compile(r"[Дд]орожн\w+ карт\w+$")


@cache
def _kinds() -> dict[str, EntityType]:
    kinds = dict.fromkeys(words("document_words.txt"), EntityType.DOCUMENT)
    kinds |= dict.fromkeys(words("event_words.txt"), EntityType.EVENT_NAME)
    return kinds | dict.fromkeys(words("bodies.txt") | words("quoted_bodies.txt"), EntityType.ORG)


def kind_of(word: str) -> EntityType | None:
    """Return what a name in quotes after this word names, None when the word does not tell."""
    if word in words("legal_forms.txt"):
        return EntityType.ORG
    kinds = _kinds()
    lemmas = [parse.normal_form for parse in morph.parses(word) if parse.tag.POS == "NOUN"]
    found = next((kinds[lemma] for lemma in lemmas if lemma in kinds), None)
    place = place_spans.kind_of(word)
    return found or (place if place == EntityType.PLACE else None)


def find(passage: Passage, names: list[Name]) -> list[Name]:
    """Type the names in quotes by the word before them, and take that word in.

    Without such a word a name in quotes stays what the tagger made of it, its quotes included.
    """
    found = list(names)
    for match in _QUOTED.finditer(passage.text, passage.span.start, passage.span.stop):
        quoted = _with_nested(passage, Span(*match.span()))
        if any(name.type == EntityType.ROUTE and name.span.overlaps(quoted) for name in found):
            continue
        if any(name.type == EntityType.DOCUMENT and name.span.covers(quoted) for name in found):
            continue
        inside = passage.text[quoted.start + 1 : quoted.stop - 1]
        if not inside[:1].isupper() and not inside[:1].isdigit():
            continue
        kind, start = _named_by_itself(inside), quoted.start
        if kind is None:
            kind, start = _kind_before(passage, quoted)
        if kind is None:
            found = [_with_quotes(passage, name, quoted) for name in found]
            continue
        span = Span(start, quoted.stop)
        if kind == EntityType.DOCUMENT:
            span = quoted
            found = [_before(passage, name, quoted) for name in found]
        # The tagger's name may hold more: «Ассоциация предприятий «Ромашка»».
        if any(name.type == kind and name.span.covers(span) for name in found):
            continue
        found = [name for name in found if not name.span.overlaps(span) or name.span.start < span.start]
        found = [name for name in found if not (name.span.overlaps(span) and not name.span.covers(span))]
        found.append(Name(span, kind, "quoted"))
    return found


def _with_nested(passage: Passage, quoted: Span) -> Span:
    """Stretch straight quotes that hold others: between a blank and a word a mark opens, one closes all."""
    text, stop = passage.text, quoted.stop
    if text[quoted.start] != '"':
        return quoted
    while text[stop - 2] == " " and text[stop : stop + 1].isalnum():
        end = text.find('"', stop, min(passage.span.stop, stop + _LONGEST_INNER))
        if end < 0:
            return quoted
        stop = end + 1
    return Span(quoted.start, stop)


def _before(passage: Passage, name: Name, quoted: Span) -> Name:
    """Cut a name that runs into the title of a document: «Правительства России «О мерах…»»."""
    if not name.span.start < quoted.start < name.span.stop:
        return name
    stop = name.span.start + len(passage.text[name.span.start : quoted.start].rstrip(" ,"))
    return Name(Span(name.span.start, stop), name.type, name.rule)


def _kind_before(passage: Passage, quoted: Span) -> tuple[EntityType | None, int]:
    line = max(passage.span.start, quoted.start - 40)
    match = _WORD_BEFORE.search(passage.text[line : quoted.start])
    if match is None:
        return None, quoted.start
    two = _FORM_OF_TWO_WORDS.search(passage.text[line : quoted.start])
    if two is not None and two["form"] in words("legal_forms.txt"):
        return EntityType.ORG, line + two.start()
    if group := _GROUP.search(passage.text[line : quoted.start]):
        return EntityType.ORG, line + group.start()
    kind = kind_of(match["word"])
    return kind, _with_adjectives(passage, line + match.start("word"), kind)


def _with_adjectives(passage: Passage, start: int, kind: EntityType | None) -> int:
    """Take in capitalised adjectives before the word of kind: «Международной ярмарке «Караван»»."""
    if kind not in (EntityType.ORG, EntityType.EVENT_NAME):
        return start
    position = passage.first_token(Span(start, start + 1)) - 1
    while position >= 0 and passage.tokens[position].is_capital:
        token = passage.tokens[position]
        if not morph.has(token.text, "ADJF") or not passage.text[token.stop : start].isspace():
            break
        start = token.start
        position -= 1
    return start


def _named_by_itself(inside: str) -> EntityType | None:
    return EntityType.DOCUMENT if _ROADMAP.match(inside) or _ABOUT.match(inside) else None


def _with_quotes(passage: Passage, name: Name, quoted: Span) -> Name:
    """Widen a name that fills the quotes to the quotes themselves; so a body whose kind begins them."""
    if not (name.span.start <= quoted.start + 1 and quoted.covers(name.span)):
        return name
    says_kind = name.type == EntityType.ORG and any(
        kind_of(word) == EntityType.ORG for word in passage.of(name.span).split()
    )
    fills = name.span.stop >= quoted.stop - 1 or says_kind
    return Name(quoted, name.type, name.rule) if fills and name.type != EntityType.PLACE else name
