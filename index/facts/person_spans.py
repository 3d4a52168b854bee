"""Where a person's name begins and ends: initials, surnames left out, several persons in one span."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from index.facts import morph
from index.facts.lexicon import words
from index.facts.names import Name, overlapping
from index.facts.passage import Passage
from index.model.fact import EntityType
from index.model.span import Span

_INITIAL = r"(?:[А-ЯЁ]|Дж|Дз|Ю[рл]|Ст|Ив)\."
INITIALS = rf"{_INITIAL}(?:\s?-?\s?{_INITIAL}){{0,2}}"
"""«Д. И.», «Г.-А. С.», «Дж. К.»"""

_WORD = r"[А-ЯЁ][а-яёқғҳўә’'ʻ]+(?:-[А-ЯЁ]?[а-яёқғҳўә’'ʻ]+)*"
_INITIALS_AFTER = re.compile(rf"\s{INITIALS}(?![а-яё])")
_INITIALS_BEFORE = re.compile(rf"(?<![\w.]){INITIALS}\s?$")
_JOINT = re.compile(r",\s+|\s+и\s+|;\s+")
_FOUND = re.compile(
    rf"(?<![\w.])(?P<before>{INITIALS}\s?(?P<surname1>{_WORD}))(?!\w)"
    rf"|(?<!\w)(?P<after>(?P<surname2>{_WORD})\s{INITIALS})(?![а-яё])"
)
_SURNAME = re.compile(
    r".{2,}(?:[оеё]в|[иы]н|[сц]кий|ко|ук|юк|як|ян|янц|дзе|швили|[иы]х|ман|берг|штейн|[оеё]ва|[иы]на|[сц]кая|ец|ич|ли|ия|бек|баев)"
    r"(?:а|у|ым|ом|е|ой|ого|ому|ую)?$"
)


@cache
def _titles() -> frozenset[str]:
    return words("titles.txt")


def looks_like_surname(word: str) -> bool:
    """Whether a capitalised word may be a surname: by the dictionary, or unknown to it, or by its shape."""
    if morph.has(word, "Surn"):
        return True
    return not morph.is_known(word) or _SURNAME.match(word.lower()) is not None


def part_joined(passage: Passage, names: list[Name]) -> list[Name]:
    """Part «Чубарь Н., И.-Б. Ю. Штейн» into two persons."""
    found: list[Name] = []
    for name in names:
        if name.type != EntityType.PERSON:
            found.append(name)
            continue
        start = name.span.start
        for joint in _JOINT.finditer(passage.text, name.span.start, name.span.stop):
            found.append(replace(name, span=Span(start, joint.start()), rule="part_persons"))
            start = joint.end()
        found.append(replace(name, span=Span(start, name.span.stop)))
    return [name for name in found if len(name.span)]


def complete(passage: Passage, names: list[Name]) -> list[Name]:
    """Take in initials on either side, a surname before a name with patronymic, and leave titles out."""
    others = [name for name in names if name.type != EntityType.PERSON]
    persons = [_completed(passage, name, names) for name in names if name.type == EntityType.PERSON]
    return others + [person for person in persons if person is not None]


def _completed(passage: Passage, name: Name, names: list[Name]) -> Name | None:
    text = passage.text
    start, stop = name.span.start, name.span.stop
    while (space := text.find(" ", start, stop)) > 0 and text[start:space].lower() in _titles():
        start = space + 1
    if text[start:stop].lower().rstrip(".") + "." in _titles() or text[start:stop].lower() in _titles():
        return None
    start = _without_noun(text, start, stop)
    if after := _INITIALS_AFTER.match(text, stop, passage.span.stop):
        following = text[after.end() : after.end() + 2]
        is_next_person = re.match(r"\s?[А-ЯЁ]", following) and len(text[start:stop].split()) > 1
        stop = stop if is_next_person else after.end()
    line = max(passage.span.start, start - 14)
    if before := _INITIALS_BEFORE.search(text[line:start]):
        start = line + before.start()
    elif (first := passage.first_token(Span(start, stop))) > 0:
        start = _surname_before(passage, names, start, stop, first)
    return replace(
        name, span=Span(start, stop), rule=name.rule if Span(start, stop) == name.span else "complete_persons"
    )


def _without_noun(text: str, start: int, stop: int) -> int:
    """Leave a common noun before a name out: «Определитель | Вронского»."""
    first, _, rest = text[start:stop].partition(" ")
    is_common = first.isalpha() and morph.is_known(first) and not _is_name(first)
    if not rest or re.match(INITIALS, rest) or not is_common:
        return start
    return stop - len(rest) if morph.parses(first)[0].tag.POS == "NOUN" and rest[0].isupper() else start


def _surname_before(passage: Passage, names: list[Name], start: int, stop: int, first: int) -> int:
    """Return where the name begins with its surname: «Бейсенова» before «Марата Оразовича»."""
    before = passage.tokens[first - 1]
    last = passage.text[start:stop].split()[-1]
    fits = (
        before.is_capital
        and before.text.isalpha()
        and start - before.stop == 1
        and morph.has(last, "Patr")
        and looks_like_surname(before.text)
        and not overlapping(names, before.span)
    )
    return before.start if fits else start


def with_initials(passage: Passage, names: list[Name]) -> list[Name]:
    """Add persons written with initials, which nothing else looks like."""
    found = list(names)
    for match in _FOUND.finditer(passage.text, passage.span.start, passage.span.stop):
        group = "before" if match["before"] else "after"
        surname = match["surname1"] or match["surname2"]
        span = Span(*match.span(group))
        is_single = passage.of(span).count(".") == 1
        if any(name.type == EntityType.PERSON for name in overlapping(found, span)):
            continue
        if not looks_like_surname(surname) or (is_single and not _is_plain_surname(surname)):
            continue
        found = [name for name in found if not name.span.overlaps(span)]
        found.append(Name(span, EntityType.PERSON, "persons_with_initials"))
    return found


_TITLED = re.compile(rf"(?<!\w)(?:[Тт]ов|[Аа]кад|[Пп]роф|[Дд]оц|[Гг]р)\.\s(?P<name>{_WORD})(?!\w|\.)")


def after_titles(passage: Passage, names: list[Name]) -> list[Name]:
    """Add a surname behind a title: «акад. Туманяна»."""
    found = list(names)
    for match in _TITLED.finditer(passage.text, passage.span.start, passage.span.stop):
        span = Span(*match.span("name"))
        if not overlapping(found, span) and looks_like_surname(match["name"]):
            found.append(Name(span, EntityType.PERSON, "persons_after_titles"))
    return found


def _is_plain_surname(word: str) -> bool:
    return morph.has(word, "Surn") or (not morph.is_known(word) and _SURNAME.match(word.lower()) is not None)


_LATIN_WORDS = re.compile(r"[A-Za-z]")


def drop_false(passage: Passage, names: list[Name]) -> list[Name]:
    """Drop persons that are a route's stop, hold digits, or are offices and bodies by their words."""
    return [name for name in names if name.type != EntityType.PERSON or _is_person(passage, name, names)]


def _is_person(passage: Passage, name: Name, names: list[Name]) -> bool:
    said = passage.of(name.span)
    if any(letter.isdigit() for letter in said) or len(said.split()) > 6:
        return False
    if any(o.type == EntityType.ROUTE and o.span.covers(name.span) for o in names):
        return False
    if re.search(INITIALS, said):
        return True
    alone = [word for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", said) if len(word) > 1]
    if not alone or said.isupper():
        return False
    if len(alone) == 1:
        return _single_word_is_person(passage, name, alone[0])
    return not all(morph.is_known(word) and not _is_name(word) for word in alone) or bool(
        _LATIN_WORDS.search(said)
    )


def _is_name(word: str) -> bool:
    return any(morph.has(word, tag) for tag in ("Name", "Surn", "Patr"))


def _single_word_is_person(passage: Passage, name: Name, word: str) -> bool:
    """One word alone: a known name, or unknown and not glued to quotes or the like."""
    if _LATIN_WORDS.search(word) or len(word) < 3:
        return False
    before = passage.text[max(passage.span.start, name.span.start - 1) : name.span.start]
    if before and before in '«"“':
        return False
    return _is_name(word) or (not morph.is_known(word) and not word.isupper())


def is_weak(said: str, *, stands_first: bool) -> bool:
    """Whether nothing but the tagger says that a single word is a person.

    A dictionary's name says so, and so does a capital within prose; where a sentence or a cell of a table
    begins, any word has a capital, and the name has to be what the dictionary thinks of first.

    Args:
        said: The name.
        stands_first: Whether a sentence begins with it, or it stands in no prose at all.
    """
    if re.search(r"[\s.]", said):
        return False
    if morph.is_known(said):
        first = morph.parses(said)[0].tag
        likely = "Name" in first or "Surn" in first
        return not likely if stands_first else not (morph.has(said, "Name") or morph.has(said, "Surn"))
    return stands_first
