"""What the tagger calls a person and is none: an ordered table of named refusals; what a lone word needs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from index.facts import eponyms, morph
from index.facts.names import Name
from index.facts.passage import Passage
from index.facts.person_spans import INITIALS, is_weak_surname
from index.model.fact import EntityType
from index.model.span import Span

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-z]")
_HAS_INITIALS = re.compile(rf"(?<!\w){INITIALS}")
_LONGEST = 6
_LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Claim:
    """A person as the tagger has it.

    Attributes:
        said: The name.
        words: Its words of two letters and more.
        before: The line before it.
        is_in_prose: Whether its sentence says something, and is no cell, heading or list.
        is_of_route: Whether it stands in the name of a route.
        is_among_persons: Whether its row names another person, by a name that names are known for.
        after: The text behind it, the next line too.
    """

    said: str
    words: tuple[str, ...]
    before: str
    is_in_prose: bool
    is_of_route: bool
    is_among_persons: bool = False
    after: str = ""

    @property
    def has_initials(self) -> bool:
        """Whether it has initials."""
        return _HAS_INITIALS.search(self.said) is not None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason why a claim is no person."""

    name: str
    holds: Callable[[Claim], bool]


def _has_digits(claim: Claim) -> bool:
    return any(letter.isdigit() for letter in claim.said)


def _is_publisher(claim: Claim) -> bool:
    """«М.: КноРус» of a list of books."""
    return ":" in claim.said


def _is_long(claim: Claim) -> bool:
    return len(claim.said.split()) > _LONGEST


def _is_stop(claim: Claim) -> bool:
    return claim.is_of_route


_STREET = re.compile(
    r"(?:(?<!\w)(?:ул|пр|пер|пл|наб|просп|бул|мкр|туп|пр-т|пр-кт|б-р|ш)\.|"
    r"(?<!\w)(?:улиц|проспект|переул(?:ок|к)|площад|набережн|бульвар|шоссе|проезд|микрорайон|тупик)\w*)"
    r"\s*(?:(?:им\.|имени|братьев|бр\.)\s*|[А-ЯЁ][а-яё]+\s+)?$",
    re.IGNORECASE,
)


def _is_of_a_street(claim: Claim) -> bool:
    """«ул. Малышева», «ул. Начдива | Васильева», «проспект | Юрия Гагарина»."""
    return _STREET.search(claim.before) is not None


def _is_of_code(claim: Claim) -> bool:
    """«indexWithMax * transferCoeff»: a name in Latin letters begins with a capital one."""
    return _LATIN.match(claim.said) is not None and (
        claim.said[0].islower() or re.search(r"[*=_/+<>]", claim.said) is not None
    )


_COMPOUND = re.compile(r"[А-ЯЁа-яё]{3,}о-[а-яё]{5,}(?:ая|ий|ый|ое|ой|ого|ую|ие|ые|их|ых)$")


def _has_compound_adjective(claim: Claim) -> bool:
    """«Код АТХ Анатомо-терапевтическая»: names have a capital behind their hyphen."""
    return any(_COMPOUND.search(word) for word in claim.words)


def _has_no_word(claim: Claim) -> bool:
    return not claim.words or (claim.said.isupper() and not claim.has_initials)


def _is_all_common(claim: Claim) -> bool:
    if claim.has_initials or len(claim.words) < 2 or _LATIN.search(claim.said):
        return False
    return all(morph.is_known(word) and not is_name(word) for word in claim.words)


def _is_no_name_in_a_row(claim: Claim) -> bool:
    """«Онкомаркер Альфафетопротеин»: a row of a table names persons by names that names are known for."""
    if claim.is_in_prose or claim.is_among_persons or claim.has_initials or len(claim.words) < 2:
        return False
    if _LATIN.search(claim.said) and re.search(r"[А-Яа-яЁё]", claim.said):
        return True
    return not _LATIN.search(claim.said) and not any(
        _is_dictionary_name(word) or (is_weak_surname(word) and not _is_thing(word)) for word in claim.words
    )


def _is_adjective(claim: Claim) -> bool:
    """«Антиспермальные», «Интерфероновый»: adjectives that no surname ends like, and any plural one."""
    if len(claim.words) != 1 or claim.has_initials or is_name(claim.words[0]):
        return False
    readings = morph.parses(claim.words[0])
    if sum(parse.score for parse in readings if parse.tag.POS in ("ADJF", "PRTF")) <= _LIKELY:
        return False
    likeliest = readings[0]
    if claim.words[0].endswith(("ское", "цкое")):
        return True
    return likeliest.tag.number == "plur" or re.search(r"[сц]к\w+$|ой$", claim.words[0]) is None


_KIND_BEHIND = re.compile(r"[\s\n]+(?:городск|муниципальн|сельск|район|округ|област|кра[йя]|уезд|с/[сп])")


_ABBREVIATION_AT_END = re.compile(r"\s[А-ЯЁ]{2,3}$")


def _ends_in_abbreviation(claim: Claim) -> bool:
    """«Гагарский СК»: a club."""
    return len(claim.words) > 1 and _ABBREVIATION_AT_END.search(claim.said) is not None


_WITH_ONE_INITIAL = re.compile(r"[СНВ]\.\s?-?(?P<town>[А-ЯЁ][а-яё]+)")


def _is_town(claim: Claim) -> bool:
    """«С. Петербург», «Н. Новгород»."""
    match = _WITH_ONE_INITIAL.fullmatch(claim.said)
    return match is not None and morph.has(match["town"], "Geox") and not morph.has(match["town"], "Surn")


def _is_of_a_region(claim: Claim) -> bool:
    """«Березовский | городской округ» with a line feed between them."""
    is_adjective = len(claim.words) == 1 and re.search(r"[сц]к\w+$", claim.words[0]) is not None
    return is_adjective and not claim.has_initials and _KIND_BEHIND.match(claim.after) is not None


def _is_no_single_name(claim: Claim) -> bool:
    """One word alone: a known name, or unknown and not glued to quotes or the like."""
    if len(claim.words) != 1 or claim.has_initials:
        return False
    word = claim.words[0]
    if _LATIN.search(word) or len(word) < 3 or claim.before[-1:] in ("«", '"', "“"):
        return True
    return not is_name(word) and (morph.is_known(word) or word.isupper() or _is_of_things(word))


REFUSALS: tuple[Refusal, ...] = (
    Refusal("digits", _has_digits),
    Refusal("publisher", _is_publisher),
    Refusal("long", _is_long),
    Refusal("stop_of_route", _is_stop),
    Refusal("street", _is_of_a_street),
    Refusal("code", _is_of_code),
    Refusal("compound_adjective", _has_compound_adjective),
    Refusal("no_word", _has_no_word),
    Refusal("all_common", _is_all_common),
    Refusal("no_name_in_a_row", _is_no_name_in_a_row),
    Refusal("adjective", _is_adjective),
    Refusal("abbreviation", _ends_in_abbreviation),
    Refusal("town", _is_town),
    Refusal("region", _is_of_a_region),
    Refusal("no_single_name", _is_no_single_name),
)


def refusal(claim: Claim) -> str:
    """Return the name of the first reason why a claim is no person, '' when there is none."""
    return next((rule.name for rule in REFUSALS if rule.holds(claim)), "")


_LINE_BEFORE = 40


def drop_false(passage: Passage, names: list[Name]) -> list[Name]:
    """Drop persons that are none."""
    routes = [name.span for name in names if name.type == EntityType.ROUTE]
    persons = [name.span for name in names if name.type == EntityType.PERSON]
    surely = [span for span in persons if _is_full_name(_WORD.findall(passage.of(span)))]
    return [
        name
        for name in names
        if name.type != EntityType.PERSON
        or name.rule == eponyms.RULE
        or not refusal(_claim(passage, name.span, routes, is_among_persons=surely not in ([], [name.span])))
    ]


def _is_full_name(words: list[str]) -> bool:
    """Whether words are a given name of the dictionary and another word: «Маркус Мерк»."""
    return len(words) > 1 and morph.is_known(words[0]) and morph.has(words[0], "Name")


def _claim(passage: Passage, span: Span, routes: list[Span], *, is_among_persons: bool) -> Claim:
    said = passage.of(span)
    words = tuple(word for word in _WORD.findall(said) if len(word) > 1)
    # An address may break over a line, and sentences never do.
    before = passage.text[max(0, span.start - _LINE_BEFORE) : span.start]
    is_of_route = any(route.covers(span) for route in routes)
    after = passage.text[span.stop : span.stop + _LINE_BEFORE]
    return Claim(said, words, before, passage.is_prose, is_of_route, is_among_persons, after)


def is_name(word: str) -> bool:
    """Whether a reading of the word is a part of a person's name; guesses about unknown words count."""
    return any(morph.has(word, tag, "sing") for tag in ("Name", "Surn", "Patr"))


def _is_dictionary_name(word: str) -> bool:
    return morph.is_known(word) and is_name(word)


def is_weak(said: str, *, stands_first: bool, is_in_prose: bool = True) -> bool:
    """Whether nothing but the tagger says that a single word is a person.

    A dictionary's name says so, and so does a capital within prose; where a sentence or a cell of a table
    begins, any word has a capital, and the name has to be what the dictionary thinks of first. In a row of a
    table a given name alone is what the cells left of a name.

    Args:
        said: The name.
        stands_first: Whether a sentence begins with it.
        is_in_prose: Whether it stands in a sentence that says something.
    """
    if re.search(r"[\s.]", said):
        return False
    if morph.is_known(said):
        first = morph.parses(said)[0].tag
        if not is_in_prose:
            return "Surn" not in first
        likely = "Name" in first or "Surn" in first
        return not likely if stands_first else not (morph.has(said, "Name") or morph.has(said, "Surn"))
    return stands_first or not is_in_prose


def _is_of_things(word: str) -> bool:
    """Whether a word can only mean several things: «предсказанный Гидрометслужбами»."""
    return all("inan" in parse.tag and "plur" in parse.tag for parse in morph.parses(word))


def _is_thing(word: str) -> bool:
    """Whether the ending of an unknown word can be of things only: «Макропролактин», «Гидрометслужба»."""
    return all("inan" in parse.tag for parse in morph.parses(word))
