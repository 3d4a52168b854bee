"""Where a person's name begins and ends: initials, surnames left out, several persons in one span."""

from __future__ import annotations

import re
from collections.abc import Iterator
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


def is_weak_surname(word: str) -> bool:
    """Whether the ending of a word, and nothing else, makes it a surname: «Кудеяров», «Ольховской»."""
    return _SURNAME.match(word.lower()) is not None and not morph.is_known(word)


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


_BEHIND_CODE = re.compile(rf"\S*\d\S*\s(?P<person>{_WORD}(?:\s{_WORD}){{1,2}})$")


def part_from_codes(passage: Passage, names: list[Name]) -> list[Name]:
    """Take a full name out of a body that is the number of a group: «ИУ7-61Б | Нитенко Михаил»."""
    found = []
    for name in names:
        match = _BEHIND_CODE.fullmatch(passage.of(name.span)) if name.type == EntityType.ORG else None
        if match is None or not any(morph.has(word, "Name") for word in match["person"].split()):
            found.append(name)
        else:
            span = Span(name.span.stop - len(match["person"]), name.span.stop)
            found.append(Name(span, EntityType.PERSON, "persons_behind_codes"))
    return found


def complete(passage: Passage, names: list[Name]) -> list[Name]:
    """Take in initials on either side, a surname before a name with patronymic, and leave titles out."""
    found = (_completed(passage, name, names) for name in names if name.type == EntityType.PERSON)
    persons = [person for person in found if person is not None]
    others = [name for name in names if name.type != EntityType.PERSON]
    kept = [rest for name in others if (rest := _without_persons(passage, name, persons)) is not None]
    return kept + [p for p in persons if not any(o.span != p.span and o.span.covers(p.span) for o in persons)]


def _without_persons(passage: Passage, name: Name, persons: list[Name]) -> Name | None:
    """Return what a completed person left of another name: «Общества | Аполлону Карловичу»; None: nothing."""
    stop = name.span.stop
    for person in persons:
        if person.span.covers(name.span):
            return None
        if name.span.start < person.span.start < stop < person.span.stop:
            stop = person.span.start
    while passage.text[stop - 1].isspace():
        stop -= 1
    return name if stop == name.span.stop else replace(name, span=Span(name.span.start, stop))


def _completed(passage: Passage, name: Name, names: list[Name]) -> Name | None:
    text = passage.text
    start, stop = name.span.start, name.span.stop
    if after_whom := _NAMED_AFTER.match(text, start, stop):
        start = after_whom.end()
    while (space := text.find(" ", start, stop)) > 0 and text[start:space].lower() in _titles():
        start = space + 1
    if text[start:stop].lower().rstrip(".") + "." in _titles() or text[start:stop].lower() in _titles():
        return None
    stop = _with_given(passage, names, start, stop)
    start = _without_office(text, start, stop)
    start = _without_noun(passage, start, stop)
    start = _without_patronymic_of_another(text, start, stop)
    start, stop = _with_initials_behind(passage, start, stop)
    line = max(passage.span.start, start - 14)
    if before := _INITIALS_BEFORE.search(text[line:start]):
        start = line + before.start()
    elif (first := passage.first_token(Span(start, stop))) > 0:
        start = _first_part_before(passage, names, start, stop, first)
    return replace(
        name, span=Span(start, stop), rule=name.rule if Span(start, stop) == name.span else "complete_persons"
    )


def _with_initials_behind(passage: Passage, start: int, stop: int) -> tuple[int, int]:
    """Return where a name with initials behind it begins and ends, without what the tagger took in."""
    text = passage.text
    if surname := _surname_of_initials(passage, start, stop):
        start, stop = surname
    if (whole := _SURNAME_FIRST.match(text, start, stop)) and not GIVEN_FIRST.fullmatch(text[start:stop]):
        stop = whole.end()
    if _LOST_POINT.search(text[start:stop]) and text[stop : stop + 1] == ".":
        stop += 1
    if after := _INITIALS_AFTER.match(text, stop, passage.span.stop):
        following = text[after.end() : after.end() + 2]
        is_next_person = re.match(r"\s?[А-ЯЁ]", following) and len(text[start:stop].split()) > 1
        stop = stop if is_next_person else after.end()
    if (town := _TOWN_OF_PUBLISHER.search(text[start:stop])) and text[stop : stop + 1] == ":":
        stop = start + town.start()
    return start, stop


_NAMED_AFTER = re.compile(r"(?:им\.|имени)\s")
_GIVEN_BEHIND = re.compile(r"\s(?P<given>[А-ЯЁ][а-яё]+)(?=[,;.\n]|$)")


def _with_given(passage: Passage, names: list[Name], start: int, stop: int) -> int:
    """Return where «Минеева | Юлия» ends, with a given name that a list has behind the surname."""
    match = _GIVEN_BEHIND.match(passage.text, stop, passage.span.stop)
    said = passage.text[start:stop]
    if match is None or not said.isalpha() or not looks_like_surname(said) or _is_given(said):
        return stop
    given = Span(*match.span("given"))
    is_free = all(name.span == given and name.type == EntityType.PERSON for name in overlapping(names, given))
    return match.end() if is_free and _is_given(match["given"]) else stop


def _is_given(word: str) -> bool:
    return morph.is_known(word) and "Name" in morph.parses(word)[0].tag


_OFFICE_FIRST = re.compile(rf"(?:(?!{_INITIAL})\S+\s){{2,}}(?={INITIALS}\s?{_WORD}$)")
_TITLE_FIRST = re.compile(rf"(?P<word>[А-ЯЁ][а-яё]+)\s(?={INITIALS}\s?{_WORD}$)")


def _without_office(text: str, start: int, stop: int) -> int:
    """Leave out what stands before the initials: «Ректор УрФУ | В. А. Белов», «Академик | Д. С. Лихачёв»."""
    said = text[start:stop]
    if several := _OFFICE_FIRST.match(said):
        return start + several.end()
    title = _TITLE_FIRST.match(said)
    is_title = title is not None and morph.is_known(title["word"]) and not _is_name(title["word"])
    return start + title.end() if title is not None and is_title else start


_TITLE_BEHIND_INITIALS = re.compile(rf"(?P<initials>{INITIALS})\s(?P<word>{_WORD})")
_SURNAME_BEFORE = re.compile(rf"(?<![\w-])(?P<surname>{_WORD}),?\s$")


def _surname_of_initials(passage: Passage, start: int, stop: int) -> tuple[int, int] | None:
    """Return «Толстой Л. Н.» where the tagger has «Л. Н. Война», the title of a book, for a name."""
    match = _TITLE_BEHIND_INITIALS.fullmatch(passage.text[start:stop])
    if match is None or not morph.is_known(match["word"]) or _is_name(match["word"]):
        return None
    line = max(passage.span.start, start - _LONGEST_SURNAME)
    before = _SURNAME_BEFORE.search(passage.text[line:start])
    if before is None or not looks_like_surname(before["surname"]):
        return None
    return line + before.start(), start + match.end("initials")


_LONGEST_SURNAME = 30
_SURNAME_FIRST = re.compile(rf"{_WORD}\s{INITIALS}(?=\s(?![А-ЯЁ]\.))")
"""«Магомедов М. Н. | Учебно-методическое…»: behind initials that follow the surname a name is over."""
GIVEN_FIRST = re.compile(rf"[А-ЯЁ][а-яё]{{1,5}}\s{_INITIAL}\s{_WORD}")
"""«Кей С. Хорстманн»: a short given name, one initial and one word."""
_TOWN_OF_PUBLISHER = re.compile(r"(?<=[А-ЯЁ]\.[А-ЯЁ]\.)\s[А-ЯЁ]\.$")
"""«Под ред. Белова С. А. | М.: Наука»"""
_LOST_POINT = re.compile(rf"^{_WORD}\s(?:[А-ЯЁ]\.\s?)?[А-ЯЁ]$")


def _without_patronymic_of_another(text: str, start: int, stop: int) -> int:
    """Leave out what a cell of a table lost: «Павловна | Захаров Илья Иванович»."""
    parts = text[start:stop].split(" ")
    is_lost = len(parts) > 2 and morph.has(parts[0], "Patr") and morph.has(parts[-1], "Patr")
    return start + len(parts[0]) + 1 if is_lost else start


def _without_noun(passage: Passage, start: int, stop: int) -> int:
    """Leave out a common word that has its capital from the sentence: «Определитель | Вронского».

    Behind other words a capital tells of a name, whatever else the word means: «перебежчик Хван Чжан Еп».
    """
    first, _, rest = passage.text[start:stop].partition(" ")
    is_first = not any(letter.isalpha() for letter in passage.text[passage.span.start : start])
    is_common = is_first and morph.is_known(first) and not _is_name(first)
    if not rest or re.match(INITIALS, rest) or not is_common or not rest[0].isupper():
        return start
    if _SURNAME.match(first.lower()) and morph.has(rest.split()[-1], "Patr"):
        # «Ксендзов Юрий Юрьевич» is no Catholic priest.
        return start
    return start if morph.parses(first)[0].tag.POS in ("ADJF", "ADJS", "PRTF") else stop - len(rest)


def _first_part_before(passage: Passage, names: list[Name], start: int, stop: int, first: int) -> int:
    """Return where a name begins with its first part: «Бейсенова | Марата Оразовича», «Фрол | Игнатьич»."""
    before = passage.tokens[first - 1]
    parts = passage.text[start:stop].split()
    is_given_missing = morph.has(parts[0], "Patr")
    fits = (
        before.is_capital
        and before.text.isalpha()
        and start - before.stop == 1
        and (is_given_missing or morph.has(parts[-1], "Patr"))
        and (morph.has(before.text, "Name") if is_given_missing else looks_like_surname(before.text))
        and all(name.span.stop == before.stop for name in overlapping(names, before.span))
    )
    return before.start if fits else start


def with_initials(passage: Passage, names: list[Name]) -> list[Name]:
    """Add persons written with initials, which nothing else looks like."""
    found = list(names)
    for match in _written_with_initials(passage):
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


def _written_with_initials(passage: Passage) -> Iterator[re.Match[str]]:
    """Yield initials with a word on either side; what is no surname gives them up to the next word."""
    position = passage.span.start
    while match := _FOUND.search(passage.text, position, passage.span.stop):
        # «Республики Г. А. | Верхоланцев»
        is_of_next = match["surname2"] and _SURNAME_FOLLOWS.match(passage.text, match.end("after"))
        if is_of_next and not _is_plain_surname(match["surname2"]):
            position = match.end("surname2")
            continue
        yield match
        position = match.end()


_SURNAME_FOLLOWS = re.compile(rf"\s?{_WORD}")

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


def _is_name(word: str) -> bool:
    return any(morph.has(word, tag) for tag in ("Name", "Surn", "Patr"))
