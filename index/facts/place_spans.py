"""Where the name of a place begins and ends: the lexicon's countries and regions, and words of kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from index.facts import morph
from index.facts.lexicon import entries, table, words
from index.facts.names import Name, overlapping
from index.facts.noun_phrases import phrase_forms
from index.facts.passage import Passage
from index.facts.person_spans import INITIALS
from index.facts.word_lists import WordList
from index.model.fact import EntityType
from index.model.span import Span


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """A place of the lexicon.

    Attributes:
        type: Its kind.
        name: What it is called when nothing else is known of it.
        code: ISO 3166 code of a country.
        spelt: The one of its names that was looked up, in the nominative: «Российская Федерация».
    """

    type: EntityType
    name: str
    code: str = ""
    spelt: str = ""


@cache
def listed_places() -> dict[str, ListedPlace]:
    """Return the lexicon's places by every form of their names, lower case, with and without ё."""
    found: dict[str, ListedPlace] = {}
    for row in entries("regions.txt"):
        names = row.split("|")
        _add(found, names, ListedPlace(EntityType.REGION, names[0]))
    for code, name, others in table("countries.tsv"):
        names = [name, *filter(None, others.split("|"))]
        _add(found, names, ListedPlace(EntityType.COUNTRY, name, code))
    for name in entries("places.txt"):
        _add(found, [name], ListedPlace(EntityType.PLACE, name), is_weak=True)
    for name in (word.replace("_", " ") for word in words("cities.txt")):
        _add(found, [name], ListedPlace(EntityType.CITY, name), is_weak=True)
    return found


def _add(
    found: dict[str, ListedPlace], names: Sequence[str], place: ListedPlace, *, is_weak: bool = False
) -> None:
    for name in names:
        named = replace(place, spelt=name)
        for form in phrase_forms(name):
            if is_weak:
                found.setdefault(form, named)
            else:
                found[form] = named


def listed(name: str) -> ListedPlace | None:
    """Return the lexicon's place of that name in any form; quotes and ё aside."""
    return listed_places().get(re.sub(r"\s+", " ", name.strip('«»"')).lower())


def is_listed(name: str) -> bool:
    """Whether the lexicon has the place."""
    return listed(name) is not None


@cache
def _listed_names() -> WordList:
    """Countries and wide places of the lexicon, added wherever they stand with a capital letter."""
    kinds = (EntityType.COUNTRY, EntityType.PLACE, EntityType.REGION)
    names = (name for name, place in listed_places().items() if place.type in kinds and len(name) > 2)
    return WordList(names, folds_case=True)


_COMMON = frozenset(
    {"чад", "мали", "чили", "гана", "перу", "катар", "тунис", "оман", "куба", "нигер", "того", "доминика"}
    | {"доминики", "доминику", "сальвадор", "сальвадора", "сальвадору"}
)


def add_listed(passage: Passage, names: list[Name]) -> list[Name]:
    """Add countries and wide places that the tagger left out; stretch spans to the whole official name."""
    found = list(names)
    for span in _listed_names().within(passage.text, passage.span.start, passage.span.stop):
        said = passage.of(span)
        place = listed_places()[said.lower()]
        if not said[0].isupper() or said.lower() in _COMMON:
            continue
        if place.type != EntityType.COUNTRY and _is_doubtful(passage, span, place):
            continue
        crossing = [name for name in overlapping(found, span) if not span.covers(name.span)]
        if any(name.type == EntityType.PERSON for name in crossing):
            continue
        found = [name for name in found if not span.covers(name.span)]
        found.append(Name(span, place.type, "known_places"))
    return found


def _is_doubtful(passage: Passage, span: Span, place: ListedPlace) -> bool:
    """Whether a place may be something else: «Земля оттаяла» is a common word, «Урал» in quotes a lorry."""
    said = passage.of(span)
    if said.isupper() != place.name.isupper() or passage.text[max(0, span.start - 1)] in '«"“„':
        return True
    is_first = not any(token.text.isalpha() for token in passage.tokens[: passage.first_token(span)])
    return is_first and morph.is_known(said) and not morph.has(said, "Geox")


@cache
def _kind_words() -> dict[str, EntityType]:
    return {word: EntityType(kind) for kind, word in table("place_words.tsv")}


def kind_of(word: str) -> EntityType | None:
    """Return the kind of place that a word in any form means («области»: REGION)."""
    kinds = _kind_words()
    lower = word.lower()
    if lower in kinds:
        return kinds[lower]
    return next((kinds[lemma] for lemma in morph.lemmas(lower) if lemma in kinds), None)


_ADJECTIVE = (
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*(?:[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)|н(?:ый|ого|ому|ым|ом|ая|ой|ую))"
)
_NO_NAME = (
    r"(?:Городск|Муниципальн|Автономн|Управленческ|Федеральн|Сельск|Избирательн|Военн|Друг|Весь|Кажд|Данн)"
)
_BY_KIND = re.compile(
    rf"(?<![\w«\"-])(?!{_NO_NAME}){_ADJECTIVE}\s(?:(?:городск|муниципальн|управленческ|федеральн|сельск|автономн)[а-яё]+\s)?"
    rf"(?:обл\.|р-н[а-яё]*|област[ьию]\w?|кра[йяюе]м?|район(?:а|у|е|ом)?|округ(?:а|у|е|ом)?|"
    r"велаят(?:а|у|е|ом)?|вилоят(?:а|у|е|ом)?|уезд(?:а|у|е|ом)?|губерни[яиюе]й?|волост[ьи]|"
    r"(?:автономн[а-яё]+\s)?(?:ССР|АССР|республик[аиуе]й?)|автономн[а-яё]+\s(?:област[ьи]|округ[а-я]*))(?!\w)"
)


def add_by_kind(passage: Passage, names: list[Name]) -> list[Name]:
    """Add «Марыйский велаят», «Алтайского края», «Казахской ССР»."""
    found = list(names)
    for match in _BY_KIND.finditer(passage.text, passage.span.start, passage.span.stop):
        span = Span(*match.span())
        if listed(match.group()) is not None:
            continue
        swallowed = [n for n in found if n.span.overlaps(span)]
        if any(n.type == EntityType.COUNTRY and n.span.covers(span) for n in swallowed):
            continue
        for name in swallowed:
            if name.type != EntityType.ORG or span.covers(name.span):
                found.remove(name)
        found.append(Name(span, EntityType.REGION, "places_by_kind"))
    return found


_TOWN = re.compile(
    r"(?<![\w.])(?:г|гор|пос|пгт|с|дер|аул|р\.\s?п)\.\s?[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*(?!\w|\.)"
)


def add_towns(passage: Passage, names: list[Name]) -> list[Name]:
    """Add towns and villages written with an abbreviation: «с. Теректы», «пос. Лесной»."""
    found = list(names)
    for match in _TOWN.finditer(passage.text, passage.span.start, passage.span.stop):
        span = Span(*match.span())
        if not overlapping(found, span):
            found.append(Name(span, EntityType.CITY, "towns"))
    return found


def extend_by_kind(passage: Passage, names: list[Name]) -> list[Name]:
    """Take in the word of kind right before a place («г. Усть-Каменогорск», «крепости Аяз-Кала»)."""
    return [_extended(passage, name) if name.type == EntityType.PLACE else name for name in names]


_BEFORE = re.compile(r"(?P<word>[а-яё-]+\.?|[а-яё]\.[а-яё]\.)\s?[«\"]?$")


def _extended(passage: Passage, name: Name) -> Name:
    line = max(passage.span.start, name.span.start - 20)
    match = _BEFORE.search(passage.text[line : name.span.start])
    kind = kind_of(match["word"]) if match else None
    if match is None or kind is None or (match["word"] == "с" or _is_plural(match["word"])):
        return name
    if _owns(passage, name, match["word"]):
        return name
    start = line + match.start("word")
    if start and passage.text[start - 1] not in " \n(«,":
        return name
    stop = name.span.stop
    if passage.text[name.span.start - 1] in '«"' and passage.text[stop : stop + 1] in ("»", '"'):
        stop += 1
    return replace(name, span=Span(start, stop), type=kind, rule="extend_places")


def _owns(passage: Passage, name: Name, word: str) -> bool:
    """Whether a place is what the word's place belongs to: «столица Калмыкии», «улицы Лондона»."""
    place = listed(passage.of(name.span))
    if word.endswith(".") or place is None:
        return False
    if morph.lemma(word) == "столица":
        return place.type != EntityType.CITY
    first = passage.first_token(name.span)
    return passage.feature(first, "Case") == "Gen" and passage.feature(first - 1, "Case") not in ("", "Gen")


def _is_plural(word: str) -> bool:
    return "." not in word and morph.parses(word)[0].tag.number == "plur"


_CURRENCY_BEFORE = re.compile(r"(?:долл\w*\.?|дол\.)\s$", re.IGNORECASE)


def _is_place(said: str) -> bool:
    """Whether what the tagger calls a place can be one: letters enough, and more than an adjective alone."""
    if is_listed(said):
        return True
    if len(re.sub(r"[^А-Яа-яЁёA-Za-z]", "", said)) < 3:
        return False
    if re.match(_NO_NAME, said) and said[1:].islower():
        return False
    readings = morph.parses(said)
    is_adjective = " " not in said and all(parse.tag.POS in ("ADJF", "PRTF", "ADVB") for parse in readings)
    is_common = morph.is_known(said) and not morph.has(said, "Geox") and not morph.has(said, "Surn")
    return not (said.isalpha() and (is_adjective or is_common))


def _is_common_phrase(said: str) -> bool:
    """Whether several words are all common ones of the dictionary, and only the first has a capital."""
    parts = said.split()
    if len(parts) < 2 or is_listed(said) or any(kind_of(part) for part in parts):
        return False
    if any(part[:1].isupper() for part in parts[1:]):
        return False
    return all(morph.is_known(part) and not morph.has(part, "Geox") for part in parts)


_SIGNED = re.compile(rf"\s{INITIALS}\s?[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?$")


def cut_before_initials(passage: Passage, names: list[Name]) -> list[Name]:
    """Cut what is no person before a signature: «Президент Приозёрной Республики | Г. А. Верхоланцев»."""
    found = []
    for name in names:
        match = _SIGNED.search(passage.of(name.span)) if name.type != EntityType.PERSON else None
        span = Span(name.span.start, name.span.start + match.start()) if match else name.span
        found.append(name if match is None else replace(name, span=span, rule="cut_before_initials"))
    return [name for name in found if len(name.span)]


def cut(passage: Passage, names: list[Name]) -> list[Name]:
    """Cut a place before a legal form or a quote: «Нижний Тагил ГБУЗ «Городская…»»."""
    return [_cut(passage, name) if name.type == EntityType.PLACE else name for name in names]


_NO_PLACE_INSIDE = re.compile(r"\s+[«\"“(]")


def _cut(passage: Passage, name: Name) -> Name:
    said = passage.of(name.span)
    stops = [match.start() for match in _NO_PLACE_INSIDE.finditer(said) if said[0].isupper()]
    stops += [
        match.start()
        for match in re.finditer(r"\s([А-Я]{2,6})\b", said)
        if match[1] in words("legal_forms.txt")
    ]
    return replace(name, span=Span(name.span.start, name.span.start + min(stops))) if stops else name


_HYPHENED_TERM = re.compile(r"[А-ЯЁA-Z]{2,}-[а-яё]+")
"""«ПЦР-диагностика», «ВПЧ-инфекция»"""


def _is_adjective_of_noun(passage: Passage, span: Span) -> bool:
    """Whether a lone adjective has its noun behind it: «на Верхнетальминской | гидроэлектростанции»."""
    said = passage.of(span)
    after = passage.after_token(span)
    if " " in said or is_listed(said) or after >= len(passage.tokens):
        return False
    following = passage.tokens[after].text
    if not (following.isalpha() and following.islower() and len(following) > 2):
        return False
    readings = morph.parses(said)
    return "ADJF" in readings[0].tag and any(
        p.tag.POS == "NOUN" and p.tag.case == r.tag.case and p.tag.number == r.tag.number
        for p in morph.parses(following)
        for r in readings
        if r.tag.POS == "ADJF"
    )


def drop_false(passage: Passage, names: list[Name]) -> list[Name]:
    """Drop the country of a currency («долл. США») and places that are one letter or a number."""
    found = []
    for name in names:
        if name.type in (EntityType.PLACE, EntityType.COUNTRY, EntityType.CITY, EntityType.REGION):
            line = max(passage.span.start, name.span.start - 12)
            if _CURRENCY_BEFORE.search(passage.text[line : name.span.start]):
                continue
            if name.type in (EntityType.PLACE, EntityType.REGION) and not _is_place(passage.of(name.span)):
                continue
            if _is_adjective_of_noun(passage, name.span) or _HYPHENED_TERM.fullmatch(passage.of(name.span)):
                continue
            if name.rule == "tagger" and _is_common_phrase(passage.of(name.span)):
                continue
        found.append(name)
    return found
