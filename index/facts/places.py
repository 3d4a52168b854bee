"""Places: country, town, region or another place, and the nominative name."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from index.facts import morph, place_spans
from index.facts.declension import CASES, Gender, NameKind, decline, nominatives
from index.facts.noun_phrases import nominative
from index.model.fact import EntityType

TAGGER_CASES: Mapping[str, str] = {
    "Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct",
}  # fmt: skip

_TOWN_ENDINGS = (
    "град",
    "бург",
    "город",
    "абад",
    "кент",
    "поль",
    "шахр",
    "ск",
    "ово",
    "ево",
    "ино",
    "ург",
    "горск",
)
_REGION_ENDINGS = ("ье", "стан", "щина", "ия")
_WATER_ENDINGS = ("дарья", "озеро", "море", "кум", "тау", "куль", "коль")
_TOWN_PREPOSITION = re.compile(r"(?<!\w)(?:в|во|из|под|близ|около|через|до|от|г\.|между)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """What a mention of a place names.

    Attributes:
        type: Its kind.
        name: Nominative; of a place of the lexicon the one that all its names share.
        is_certain: Whether the lexicon or a word of kind says so, not the shape of the word.
        spelt: The name that was said, in the nominative, where the lexicon has several; '' elsewhere.
    """

    type: EntityType
    name: str
    is_certain: bool
    spelt: str = ""


def read(
    said: str,
    told: EntityType,
    case: str,
    before: str,
    as_written: Collection[str] = (),
    words: Collection[str] = (),
) -> PlaceReading:
    """Tell what a place is.

    Args:
        said: The name as written.
        told: What the repairs know of its kind; PLACE when nothing.
        case: The tagger's case of its first word («Loc»), '' when unknown.
        before: The text before it, for a preposition.
        as_written: Names of places that the document has in the nominative, folded.
        words: The words of the document that begin with a capital letter, folded.
    """
    said = _BLANKS_AT_HYPHEN.sub("-", said)
    listed = place_spans.listed(said)
    if listed is not None and told in (EntityType.PLACE, listed.type, EntityType.CITY):
        return PlaceReading(listed.type, listed.name, is_certain=True, spelt=listed.spelt)
    said = _DISTRICT.sub(r"\g<stem>ий р-н", said)
    bare, kind = _without_town_word(said)
    if bare != said and said[: len(said) - len(bare)].rstrip().endswith("."):
        name = _behind_abbreviation(bare)
    else:
        bare = _agreeing(said[: len(said) - len(bare)], bare)
        told_case = TAGGER_CASES.get(case, "") if bare == said else "nomn"
        name = _with_river(said, _in_nominative(bare, told_case, before, as_written, words), words)
    if kind is not None:
        inner = place_spans.listed(bare)
        return PlaceReading(EntityType.CITY, inner.name if inner else name, is_certain=True)
    name = _of_several(name)
    if _STATE.fullmatch(name):
        return PlaceReading(EntityType.COUNTRY, name, is_certain=True)
    told_by_word = _kind_word(name)
    if told_by_word is not None:
        return PlaceReading(told_by_word, name, is_certain=True)
    if told != EntityType.PLACE or said[:1].islower():
        return PlaceReading(told, name, is_certain=True)
    return PlaceReading(_by_shape(said, name, before), name, is_certain=False)


_TOWN_IN_A_CASE = re.compile(r"(?P<town>[А-ЯЁ][а-яё-]+(?:ск|бург|град|дар))(?:а|у|ом|е)")


def _behind_abbreviation(name: str) -> str:
    """Return a town behind «г.» as it is, «в г. Курган», unless its ending is of a case: «г. Шадринска»."""
    match = _TOWN_IN_A_CASE.fullmatch(name)
    return match["town"] if match is not None else name


_DISTRICT = re.compile(r"(?P<stem>[А-ЯЁ][а-яё-]+[сц]к)(?:ого|ому|им|ом)\sр-н[а-я]*")
_BLANKS_AT_HYPHEN = re.compile(r"(?<=[а-яё])(?:\s[-–]\s?|-\s)(?=[А-ЯЁ][а-яё]+[сц]к[а-яё]{2,3}(?!\w))")


_LOCATIVE = re.compile(r"(?<!\w)(?:в|во|на|при|о)\s+$", re.IGNORECASE)


_LIKE_REGION = re.compile(r"(?:При|По|За|На|Под|Меж|Пред|Суб|Верхне|Нижне|Средне)[а-яё]{3,}ь(?:е|я|ю|ем)")
"""Приморье, Поволжье, Забайкалье, Подмосковье: a way to make names of regions, and of nothing else."""


def is_like_region(word: str) -> bool:
    """Whether an unknown word, in any case, is made like the name of a region: «Приозёрья»."""
    return _LIKE_REGION.fullmatch(word) is not None and not morph.is_known(word)


def _with_river(said: str, name: str, words: Collection[str]) -> str:
    """Let the name of a river agree with «река»: «реке Тальме» is «река Тальма», «реки Амур» stays."""
    match = _RIVER.fullmatch(said)
    if match is None:
        return name
    river = match["name"]
    if morph.is_known(river) and morph.has(river, "Geox"):
        cases = {parse.tag.case for parse in morph.parses(match["word"])}
        fitting = [
            p
            for p in morph.parses(river)
            if {"NOUN", "sing"} <= p.tag.grammemes and p.tag.case in cases and "Geox" in p.tag
        ]
        river = morph.in_nominative(fitting[0], river) if fitting else river
    elif river[-1:] in "еыиуй":
        lower = river.lower()
        found = [
            c
            for case in CASES[1:]
            for c in nominatives(lower, NameKind.GIVEN, Gender.FEMININE, case)
            if c.endswith(("а", "я")) and (c[:-1] == lower[: len(c) - 1])
        ]
        river = morph.cased(_supported(found, words), river) if found else river
    return f"река {river}"


_RIVER = re.compile(r"(?P<word>рек(?:а|и|е|у|ой))\s(?P<name>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)")


def _supported(candidates: Sequence[str], words: Collection[str]) -> str:
    """Return the nominative whose other forms the document has most of; the first of equals.

    «Усть-Тальме» may be of «Усть-Тальм» or «Усть-Тальма»; where the text has «Тальмы» it is the latter.
    """
    return max(dict.fromkeys(candidates), key=lambda one: _support(one, words))


def _support(candidate: str, words: Collection[str]) -> int:
    parts = {candidate, candidate.rpartition("-")[2]}
    return sum(form.replace("ё", "е") in words for part in parts for form in _forms(part))


def _forms(nominative_form: str) -> set[str]:
    gender = Gender.FEMININE if nominative_form.endswith(("а", "я")) else Gender.MASCULINE
    return {decline(nominative_form, NameKind.GIVEN, gender, case) for case in CASES}


def _in_nominative(
    said: str, case: str, before: str, as_written: Collection[str], words: Collection[str]
) -> str:
    """Return the nominative: the dictionary's, else the one that the document has, or one by the ending."""
    if " " in said or morph.is_known(said) or not said.replace("-", "").isalpha():
        return nominative(said, case)
    lower = said.lower()
    if made := _made_like_others(said, case) or _plural(said, words):
        return made
    is_locative = _LOCATIVE.search(before) is not None and lower.endswith("е")
    if not is_locative and (case == "nomn" or lower.replace("ё", "е") in as_written):
        return said
    cases = ("loct",) if is_locative else (case,) if case else CASES
    candidates = [
        candidate
        for gender, one in product(Gender, cases)
        for candidate in nominatives(lower, NameKind.GIVEN, gender, one)
    ]
    if not candidates:
        return said
    known = [c for c in candidates if c.replace("ё", "е") in as_written or place_spans.is_listed(c)]
    if case != "nomn" or is_locative:
        candidates = [c for c in candidates if c != lower] or candidates
    return morph.cased(known[0] if known else _supported(candidates, words), said)


def _made_like_others(said: str, case: str) -> str:
    """Return the nominative of a name that is made in a way that tells it, '' for any other."""
    if hyphened := _HYPHENED.fullmatch(said):
        return _of_two_parts(hyphened["first"], hyphened["stem"], hyphened["ending"])
    if is_like_region(said):
        return said[: said.rindex("ь")] + "ье"
    if case == "nomn":
        return ""
    found = ((pattern.fullmatch(said), ending) for pattern, ending in _BY_ENDING)
    return next((match["stem"] + ending for match, ending in found if match is not None), "")


_IN_PLURAL = re.compile(r"(?P<stem>[А-ЯЁ][а-яё-]+[бвгджзйклмнпрстфхчшщ])(?:ах|ами|ам)")


def _plural(said: str, words: Collection[str]) -> str:
    """Return the nominative of a plural name that the document has elsewhere: «в Ходарах» is of «Ходары»."""
    match = _IN_PLURAL.fullmatch(said)
    forms = (match["stem"] + ending for ending in "ыиа") if match is not None else ()
    return next((form for form in forms if form.lower().replace("ё", "е") in words), "")


_BY_ENDING = (
    (re.compile(r"(?P<stem>[А-ЯЁ][а-яё-]+[бвгджзкмнпрстфхчш])ц(?:а|у|ем|е)"), "ец"),
    (re.compile(r"(?P<stem>[А-ЯЁ][а-яё-]+[бвгджзйлмнпртфхчшщ]к)(?:е|и|у|ой)"), "а"),
    (re.compile(r"(?P<stem>[А-ЯЁ][а-яё-]+[юулоа][лнрт])ей"), "и"),
)
"""«из Подосиновца», «в Смеловке», «от Дюртюлей»."""
_HYPHENED = re.compile(r"(?P<first>[А-ЯЁ][а-яё]+)-(?P<stem>[А-ЯЁ][а-яё]+[сц]к)(?P<ending>ого|ому|им|ом)")


def _of_two_parts(first: str, stem: str, ending: str) -> str:
    """Return «Каменск-Уральский» of «Каменска-Уральского»: both parts of such a name decline."""
    lower = first.lower()
    found = nominatives(lower, NameKind.GIVEN, Gender.MASCULINE, _CASES_OF_ENDINGS[ending])
    town = next((one for one in found if one != lower and not one.endswith(("а", "я", "ь"))), lower)
    return f"{morph.cased(town, first)}-{stem}ий"


_CASES_OF_ENDINGS = {"ого": "gent", "ому": "datv", "им": "ablt", "ом": "loct"}


def _without_town_word(said: str) -> tuple[str, EntityType | None]:
    """Return «г. Усть-Каменогорск» without its «г.», and whether there was one."""
    match = _TOWN_WORD.match(said)
    if match and place_spans.kind_of(match["word"]) == EntityType.CITY:
        return said[match.end() :], EntityType.CITY
    return said, None


_ADJECTIVE_IN_A_CASE = re.compile(r"(?P<stem>[А-ЯЁ][а-яё]+[сц]к)(?:ого|ому|им|ом|ой|ую)")
_ENDINGS = {"neut": "ое", "masc": "ий", "femn": "ая"}


def _agreeing(kind: str, name: str) -> str:
    """Return the name behind a word of kind as it agrees with it: «села Семьинского» is «Семьинское»."""
    match = _ADJECTIVE_IN_A_CASE.fullmatch(name)
    word = morph.parses(kind.strip())[0].tag if match is not None and kind.strip().isalpha() else None
    if match is None or word is None or word.case == "nomn" or word.gender is None:
        return name
    return match["stem"] + _ENDINGS[word.gender]


_TOWN_WORD = re.compile(
    r"(?P<word>[а-яё]+(?:\.\s?[а-яё]+)?\.|[а-яё-]+(?=\s)|(?:Село|Деревня|Пос[её]лок|Город|Хутор)(?=\s))\s?"
)


_STATE = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?ая Республика")
"""«Нагорная Республика»: with both capitals the official name of a state; those within Russia are listed."""


def _of_several(name: str) -> str:
    """Give «Заозёрный районах», of «Калиновском и Заозёрном районах», its word of kind in the singular."""
    first, _, last = name.rpartition(" ")
    if several := _OF_SEVERAL.fullmatch(first):
        # «Ачитский городские округа»
        return f"{several['name']} {several['kind']}{_KINDS[several['kind']]} {morph.lemma(last)}"
    if not first.endswith(("ий", "ый", "ой", "ая", "ое")) or not last.islower():
        return name
    if place_spans.kind_of(last) is None or any(p.tag.number != "plur" for p in morph.parses(last)):
        return name
    return f"{first} {morph.lemma(last)}"


_KINDS = {"городск": "ой", "сельск": "ий", "муниципальн": "ый"}
_OF_SEVERAL = re.compile(r"(?P<name>[А-ЯЁ][а-яё-]+[сц]кий)\s(?P<kind>городск|сельск|муниципальн)[иы]е")


def _kind_word(name: str) -> EntityType | None:
    """Return REGION for «Южный управленческий округ», «Республика Крым»; None when no word tells."""
    parts = name.split()
    if len(parts) < 2:
        return None
    kinds = [place_spans.kind_of(part) for part in parts if part.islower() or part == parts[0]]
    return EntityType.REGION if EntityType.REGION in kinds else None


def _by_shape(said: str, name: str, before: str) -> EntityType:
    lower = name.lower()
    if lower.endswith(_WATER_ENDINGS):
        return EntityType.PLACE
    if lower.endswith(_REGION_ENDINGS):
        return EntityType.REGION
    if lower.endswith(_TOWN_ENDINGS):
        return EntityType.CITY
    if " " not in said and _TOWN_PREPOSITION.search(before):
        return EntityType.CITY
    return EntityType.PLACE
