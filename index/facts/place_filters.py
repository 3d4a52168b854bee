"""What the tagger calls a place and is none: an ordered table of named refusals. Precision comes first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from index.facts import morph
from index.facts.lexicon import words
from index.facts.names import Name
from index.facts.passage import Passage
from index.facts.place_spans import NO_NAME, OF_A_REGION, is_listed, kind_of, says_no_name
from index.model.fact import EntityType

_PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY, EntityType.CITY, EntityType.REGION})
_LINE = 12
_LINE_BEHIND = 60


@dataclass(frozen=True, slots=True)
class Claim:
    """A place with the line around it.

    Attributes:
        said: The name.
        type: What is known of its kind.
        is_guess: Whether only the tagger says that it is a place: no lexicon, no word of kind.
        stands_first: Whether a sentence begins with it.
        is_in_prose: Whether its sentence says something, and is no cell, heading or list.
        before: The end of the sentence before it.
        after: The text behind it, the next line too.
        next_word: The token behind it, '' at the end.
    """

    said: str
    type: EntityType
    is_guess: bool
    stands_first: bool
    is_in_prose: bool
    before: str
    after: str
    next_word: str

    @property
    def is_lone(self) -> bool:
        """Whether it is one word."""
        return " " not in self.said


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason why a claim is no place."""

    name: str
    holds: Callable[[Claim], bool]


_CURRENCY_BEFORE = re.compile(r"(?:долл\w*\.?|дол\.)\s$", re.IGNORECASE)


def _is_of_a_currency(claim: Claim) -> bool:
    """«долл. | США»."""
    return _CURRENCY_BEFORE.search(claim.before) is not None


def _is_no_word_for_a_place(claim: Claim) -> bool:
    """Too few letters, an adjective alone, a common word."""
    if claim.type not in (EntityType.PLACE, EntityType.REGION) or is_listed(claim.said):
        return False
    if len(re.sub(r"[^А-Яа-яЁёA-Za-z]", "", claim.said)) < 3:
        return True
    if re.match(NO_NAME, claim.said) and claim.said[1:].islower():
        return True
    readings = morph.parses(claim.said)
    is_adjective = claim.is_lone and all(parse.tag.POS in ("ADJF", "PRTF", "ADVB") for parse in readings)
    is_common = (
        morph.is_known(claim.said) and not morph.has(claim.said, "Geox") and not morph.has(claim.said, "Surn")
    )
    return claim.said.isalpha() and (is_adjective or is_common)


def _is_no_noun(claim: Claim) -> bool:
    """«родилась в 1879 г. | Из ее аттестата»: a sentence begins there, and no town."""
    return says_no_name(claim.said.split()[-1].rpartition(".")[2])


def _is_adjective_in_a_row(claim: Claim) -> bool:
    """«Богдановичское» is what the cells of a table left of a name."""
    if claim.is_in_prose or not claim.is_guess or not claim.is_lone:
        return False
    return bool(morph.parses(claim.said)[0].tag.POS == "ADJF")


def _is_adjective_of_noun(claim: Claim) -> bool:
    """Whether a lone adjective has its noun behind it: «на Верхнетальминской | гидроэлектростанции»."""
    following = claim.next_word
    if not claim.is_lone or is_listed(claim.said) or not following.isalpha():
        return False
    if not (following.islower() and len(following) > 2):
        return False
    readings = morph.parses(claim.said)
    return "ADJF" in readings[0].tag and any(
        p.tag.POS == "NOUN" and p.tag.case == r.tag.case and p.tag.number == r.tag.number
        for p in morph.parses(following)
        for r in readings
        if r.tag.POS == "ADJF"
    )


def _modifies_noun(claim: Claim) -> bool:
    """«Смарт | фильтр», «Шаттл | программа»: an unknown first word has its capital from the sentence."""
    if not (claim.is_guess and claim.is_lone and claim.stands_first) or not claim.next_word.islower():
        return False
    if morph.is_known(claim.said) and morph.has(claim.said, "Geox"):
        return False
    first = morph.parses(claim.next_word)[0].tag
    return bool(morph.is_known(claim.next_word) and first.POS == "NOUN" and first.case == "nomn")


_HYPHENED_TERM = re.compile(r"[А-ЯЁA-Z]{2,}-[а-яё]+")


def _is_hyphened_term(claim: Claim) -> bool:
    """«ПЦР-диагностика», «ВПЧ-инфекция»."""
    return _HYPHENED_TERM.fullmatch(claim.said) is not None


_OF_CAPITALS = re.compile(r"[А-ЯЁ]\w*[а-яё]\w*[А-ЯЁ]")


def _is_abbreviation(claim: Claim) -> bool:
    """«СПбГУТ» is a university; «СПб» ends small."""
    return claim.is_guess and _OF_CAPITALS.fullmatch(claim.said) is not None


def _is_common_phrase(claim: Claim) -> bool:
    """«Вычисление площади»: common words of the dictionary, and only the first has a capital."""
    parts = claim.said.split()
    if not claim.is_guess or len(parts) < 2 or any(part[:1].isupper() for part in parts[1:]):
        return False
    kinds = {kind_of(part) for part in parts} - {None}
    if kinds and (morph.has(parts[0], "ADJF") or morph.has(parts[0], "Surn")):
        # «Красная площадь» and «Воробьёвы горы» are none, «Прямоугольная область» is one.
        return EntityType.REGION in kinds and not OF_A_REGION.fullmatch(parts[0])
    return all(morph.is_known(part) and not morph.has(part, "Geox") for part in parts)


_LATIN_AND_CYRILLIC = re.compile(r"[A-Za-z].*[А-Яа-яЁё]|[А-Яа-яЁё].*[A-Za-z]")


def _is_trade_name(claim: Claim) -> bool:
    """«Эмбриоглю / EmbryoGlue»."""
    return claim.is_guess and ("/" in claim.said or _LATIN_AND_CYRILLIC.search(claim.said) is not None)


_LOST_ENDING = re.compile(r"\s(?:ая|ое|ие|ой|ую|ий|ого|ому|им|ом|ские|ских)\s")
_LOST_HALF = re.compile(r"\s?-[ \t]*(?:\n|$)")


def _is_half_a_word(claim: Claim) -> bool:
    """«Свердловск | ой области», «округ Верх | -» and the rest in the next line."""
    if _LOST_ENDING.match(claim.after) is not None or (claim.is_guess and "- " in claim.said):
        return True
    return not is_listed(claim.said) and _LOST_HALF.match(claim.after) is not None


_OTHERS_OF_KIND = re.compile(
    r"(?:,\s[А-ЯЁ][а-яё-]+[сц]кий)*\sи\s[А-ЯЁ][а-яё-]+[сц]кий\s(?:[а-яё]+\s)?(?:район|округ|кра[йя])"
)


def _is_one_of_several(claim: Claim) -> bool:
    """«через | Бураевский | и Татышлинский районы»: the adjective has its noun behind the last of several."""
    return claim.is_guess and claim.is_lone and _OTHERS_OF_KIND.match(claim.after) is not None


_ABBREVIATED = re.compile(r"\.\s[а-яё]")


def _is_abbreviated_word(claim: Claim) -> bool:
    """«Инд. аллергены» of a price list."""
    is_cut = claim.is_lone and _ABBREVIATED.match(claim.after) is not None
    return claim.is_guess and is_cut and not claim.is_in_prose


_HOUSE = re.compile(r",\s(?:д\.\s?|дом\s)?\d+")


def _is_street(claim: Claim) -> bool:
    """«г. Екатеринбург, Начдива Васильева, 1/3»: a street without its word is named in the genitive."""
    return claim.is_guess and claim.before.endswith(", ") and _HOUSE.match(claim.after) is not None


_SURNAME = re.compile(r".{3,}(?:[оеё]в|[иы]н)(?:а|у|ым)")
_PREPOSITION = re.compile(r"(?<!\w)(?:в|во|из|до|под|к|от|через|на|между|близ|около|за|и)\s$", re.IGNORECASE)


def _is_surname(claim: Claim) -> bool:
    """«под статьёю | Чеусова»: an unknown word in a case, as surnames have it, and nothing leads there."""
    if not claim.is_guess or not claim.is_lone or _SURNAME.fullmatch(claim.said) is None:
        return False
    return not morph.has(claim.said, "Geox") and _PREPOSITION.search(claim.before) is None


REFUSALS: tuple[Refusal, ...] = (
    Refusal("currency", _is_of_a_currency),
    Refusal("no_word_for_a_place", _is_no_word_for_a_place),
    Refusal("no_noun", _is_no_noun),
    Refusal("adjective_in_a_row", _is_adjective_in_a_row),
    Refusal("adjective_of_noun", _is_adjective_of_noun),
    Refusal("modifies_noun", _modifies_noun),
    Refusal("hyphened_term", _is_hyphened_term),
    Refusal("abbreviation", _is_abbreviation),
    Refusal("common_phrase", _is_common_phrase),
    Refusal("trade_name", _is_trade_name),
    Refusal("half_a_word", _is_half_a_word),
    Refusal("one_of_several", _is_one_of_several),
    Refusal("abbreviated_word", _is_abbreviated_word),
    Refusal("street", _is_street),
    Refusal("surname", _is_surname),
)


def refusal(claim: Claim) -> str:
    """Return the name of the first reason why a claim is no place, '' when there is none."""
    return next((rule.name for rule in REFUSALS if rule.holds(claim)), "")


def drop_false(passage: Passage, names: list[Name]) -> list[Name]:
    """Drop places that are none; who is told by his calling is a person."""
    kept = [name for name in names if name.type not in _PLACES or not refusal(_claim(passage, name))]
    return [_by_calling(passage, name) for name in kept]


def _by_calling(passage: Passage, name: Name) -> Name:
    """Take «Маричелли» of «об архитекторе Маричелли» for a person, not for a place."""
    before = passage.first_token(name.span) - 1
    said = passage.of(name.span)
    if before < 0 or name.type != EntityType.PLACE or name.rule != "tagger" or is_listed(said):
        return name
    noun = passage.tokens[before]
    is_calling = noun.text.islower() and bool(morph.lemmas(noun.text) & words("callings.txt"))
    is_beside = (
        name.span.start - noun.stop == 1
        and " " not in said
        and not (morph.is_known(said) and morph.has(said, "Geox"))
    )
    return replace(name, type=EntityType.PERSON, rule="callings") if is_calling and is_beside else name


def _claim(passage: Passage, name: Name) -> Claim:
    said = passage.of(name.span)
    first, after = passage.first_token(name.span), passage.after_token(name.span)
    return Claim(
        said=said,
        type=name.type,
        is_guess=name.rule == "tagger" and name.type == EntityType.PLACE and not is_listed(said),
        stands_first=not any(token.text.isalpha() for token in passage.tokens[:first]),
        is_in_prose=passage.is_prose,
        before=passage.text[max(passage.span.start, name.span.start - _LINE) : name.span.start],
        after=passage.text[name.span.stop : name.span.stop + _LINE_BEHIND],
        next_word=passage.tokens[after].text if after < len(passage.tokens) else "",
    )
