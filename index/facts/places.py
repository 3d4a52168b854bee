"""Places: country, town, region or another place, and the nominative name."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import product

from index.facts import morph, place_spans
from index.facts.declension import CASES, Gender, NameKind, nominatives
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
        name: Nominative.
        is_certain: Whether the lexicon or a word of kind says so, not the shape of the word.
    """

    type: EntityType
    name: str
    is_certain: bool


def read(
    said: str, told: EntityType, case: str, before: str, as_written: Collection[str] = ()
) -> PlaceReading:
    """Tell what a place is.

    Args:
        said: The name as written.
        told: What the repairs know of its kind; PLACE when nothing.
        case: The tagger's case of its first word («Loc»), '' when unknown.
        before: The text before it, for a preposition.
        as_written: Names of places that the document has in the nominative, folded.
    """
    listed = place_spans.listed(said)
    if listed is not None and told in (EntityType.PLACE, listed.type, EntityType.CITY):
        return PlaceReading(listed.type, listed.name, is_certain=True)
    bare, kind = _without_town_word(said)
    # Behind «г.» a name stays as it is: «в г. Курган».
    name = _in_nominative(bare, TAGGER_CASES.get(case, "") if bare == said else "nomn", before, as_written)
    if kind is not None:
        inner = place_spans.listed(bare)
        return PlaceReading(EntityType.CITY, inner.name if inner else name, is_certain=True)
    told_by_word = _kind_word(name)
    if told_by_word is not None:
        return PlaceReading(told_by_word, name, is_certain=True)
    if told != EntityType.PLACE or said[:1].islower():
        return PlaceReading(told, name, is_certain=True)
    return PlaceReading(_by_shape(said, name, before), name, is_certain=False)


_LOCATIVE = re.compile(r"(?<!\w)(?:в|во|на|при|о)\s+$", re.IGNORECASE)


def _in_nominative(said: str, case: str, before: str, as_written: Collection[str]) -> str:
    """Return the nominative: the dictionary's, else the one that the document has, or one by the ending."""
    if " " in said or morph.is_known(said) or not said.replace("-", "").isalpha():
        return nominative(said, case)
    lower = said.lower()
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
    return morph.cased((known or candidates)[0], said)


def _without_town_word(said: str) -> tuple[str, EntityType | None]:
    """Return «г. Усть-Каменогорск» without its «г.», and whether there was one."""
    match = _TOWN_WORD.match(said)
    if match and place_spans.kind_of(match["word"]) == EntityType.CITY and said[0].islower():
        return said[match.end() :], EntityType.CITY
    return said, None


_TOWN_WORD = re.compile(r"(?P<word>[а-яё]+(?:\.\s?[а-яё]+)?\.|[а-яё-]+(?=\s))\s?")


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
