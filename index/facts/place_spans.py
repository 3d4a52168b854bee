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


@cache
def _town_names() -> WordList:
    """Towns of the lexicon whose names mean nothing else."""
    names = (name for name, place in listed_places().items() if place.type == EntityType.CITY)
    return WordList(filter(_is_town_only, names), folds_case=True)


_SHORTEST_TOWN = 5


def _is_town_only(form: str) -> bool:
    """Whether a form of a town's name means nothing else: «Владимир» and «Орлом» do."""
    if len(form) < _SHORTEST_TOWN or not morph.is_known(form):
        return False
    return all("Geox" in parse.tag for parse in morph.parses(form))


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
NO_NAME = (
    r"(?:Городск|Муниципальн|Автономн|Управленческ|Федеральн|Сельск|Избирательн|Военн|Друг|Весь|Кажд|Данн)"
)
_BY_KIND = re.compile(
    rf"(?<![\w«\"-])(?!{NO_NAME}){_ADJECTIVE}\s(?:(?:городск|муниципальн|управленческ|федеральн|сельск|автономн)[а-яё]+\s)?"
    rf"(?:обл\.|р-н[а-яё]*|област[ьию]\w?|кра[йяюе]м?|район(?:а|у|е|ом)?|округ(?:а|у|е|ом)?|"
    r"велаят(?:а|у|е|ом)?|вилоят(?:а|у|е|ом)?|уезд(?:а|у|е|ом)?|губерни[яиюе]й?|волост[ьи]|"
    r"(?:автономн[а-яё]+\s)?(?:ССР|АССР|республик[аиуе]й?)|автономн[а-яё]+\s(?:област[ьи]|округ[а-я]*))(?!\w)"
)


def add_by_kind(passage: Passage, names: list[Name]) -> list[Name]:
    """Add «Марыйский велаят», «Алтайского края», «Казахской ССР»."""
    found = list(names)
    for match in _BY_KIND.finditer(passage.text, passage.span.start, passage.span.stop):
        span = Span(*match.span())
        if listed(match.group()) is not None or _is_plain_adjective(passage, match):
            continue
        swallowed = [n for n in found if n.span.overlaps(span)]
        if any(n.type == EntityType.COUNTRY and n.span.covers(span) for n in swallowed):
            continue
        for name in swallowed:
            if name.type != EntityType.ORG or span.covers(name.span):
                found.remove(name)
        found.append(Name(span, EntityType.REGION, "places_by_kind"))
    return found


OF_A_REGION = re.compile(
    r".*[сц]к[а-яё]{2,3}|.*(?:северн|южн|восточн|западн|центральн)[а-яё]{2,3}", re.IGNORECASE
)


def _is_plain_adjective(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a capital adjective may have its capital from the sentence: «Прямоугольная область»."""
    adjective = match.group().split()[0]
    before = passage.text[passage.span.start : match.start()].rstrip(" •*–-")
    begins = not before or before.endswith((":", ";", "."))
    return begins and not OF_A_REGION.fullmatch(adjective)


_TOWN = re.compile(
    r"(?<![\w.])(?:г|гор|пос|пгт|с|дер|аул|р\.\s?п)\.\s?"
    r"(?P<name>(?:[А-ЯЁ][а-яё]+(?:ый|ий|ой|ая|ое|ые|ие)\s)?[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*)(?!\w|\.)"
)


def add_towns(passage: Passage, names: list[Name]) -> list[Name]:
    """Add towns and villages written with an abbreviation: «с. Теректы», «пос. Лесной»."""
    found = list(names)
    for match in _TOWN.finditer(passage.text, passage.span.start, passage.span.stop):
        span = Span(*match.span())
        if not overlapping(found, span) and not says_no_name(match["name"].split()[0]):
            found.append(Name(span, EntityType.CITY, "towns"))
    return found


_NO_NAMES = frozenset({"ADVB", "CONJ", "PREP", "PRCL", "NPRO", "VERB", "INFN", "PRED", "COMP", "GRND"})


def says_no_name(word: str) -> bool:
    """Whether a word can be no name: «ограничена значением с. | Следовательно, …»."""
    if not morph.is_known(word) or morph.has(word, "Geox"):
        return False
    return morph.parses(word)[0].tag.POS in _NO_NAMES


def add_known_towns(passage: Passage, names: list[Name]) -> list[Name]:
    """Add towns of the lexicon that the tagger left out, where no other name has a part in them."""
    found = list(names)
    for span in _town_names().within(passage.text, passage.span.start, passage.span.stop):
        before = passage.text[max(0, span.start - 1) : span.start]
        is_free = before in _BEFORE_TOWN and not overlapping(found, span)
        if is_free and passage.text[span.start].isupper():
            found.append(Name(span, EntityType.CITY, "known_towns"))
    return found


_BEFORE_TOWN = " \n("


def extend_by_kind(passage: Passage, names: list[Name]) -> list[Name]:
    """Take in the word of kind right before a place («г. Усть-Каменогорск», «крепости Аяз-Кала»)."""
    regions = [name.span for name in names if name.rule == "places_by_kind"]
    return [
        _extended(passage, name) if name.type == EntityType.PLACE and not _ends_at(regions, name) else name
        for name in names
    ]


def _ends_at(regions: Sequence[Span], name: Name) -> bool:
    """Whether a region with its own word of kind stands right before: «Выборгского района | Петербурга»."""
    return any(name.span.start - region.stop == 1 for region in regions)


_BEFORE = re.compile(r"(?P<word>[а-яё-]+\.?|[а-яё]\.[а-яё]\.)\s?[«\"]?$")


def _extended(passage: Passage, name: Name) -> Name:
    line = max(passage.span.start, name.span.start - _LINE)
    match = _BEFORE.search(passage.text[line : name.span.start])
    kind = kind_of(match["word"]) if match else None
    if match is None or kind is None or (match["word"] == "с" or _is_plural(match["word"])):
        return name
    if _owns(passage, name, match["word"]):
        return name
    start = line + match.start("word")
    adjective = _ADJECTIVE_OF_KIND.search(passage.text[line:start])
    if kind == EntityType.REGION and adjective and listed(passage.text[start : name.span.stop]) is None:
        start = line + adjective.start()
    if start and passage.text[start - 1] not in " \n(«,":
        return name
    stop = name.span.stop
    if passage.text[name.span.start - 1] in '«"' and passage.text[stop : stop + 1] in ("»", '"'):
        stop += 1
    return replace(name, span=Span(start, stop), type=kind, rule="extend_places")


_LINE = 40
_ADJECTIVE_OF_KIND = re.compile(
    r"(?<![\w-])(?:[Гг]ородск|[Мм]униципальн|[Сс]ельск|[Аа]втономн|[Нн]ациональн)[а-яё]+\s$"
)
"""«городской | округ Рефтинский»: the kind of a region has two words."""


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


_HYPHENED = re.compile(
    r"(?:\s[-–]\s?|-\s)(?P<rest>[А-ЯЁ][а-яё]+[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое))(?![\w-])"
)


def join_hyphened(passage: Passage, names: list[Name]) -> list[Name]:
    """Take in the second part of a name with blanks about its hyphen: «город Каменск | - Уральский»."""
    return [_joined(passage, name, names) if name.type in _TOWNS else name for name in names]


_TOWNS = (EntityType.PLACE, EntityType.CITY, EntityType.REGION)


def _joined(passage: Passage, name: Name, names: list[Name]) -> Name:
    match = _HYPHENED.match(passage.text, name.span.stop, passage.span.stop)
    if match is None or listed(passage.of(name.span)) is not None:
        return name
    if any(other.type != EntityType.PLACE for other in overlapping(names, Span(*match.span("rest")))):
        return name
    return replace(name, span=Span(name.span.start, match.end()), rule="hyphened_places")
