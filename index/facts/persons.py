"""Persons: the parts of a name and their nominative.

A form alone seldom tells («Дилфузу Эргашходжаеву» may be he in the dative or she in the accusative), so each
mention keeps several readings with weights; mentions that can share a surname and contradict each other in
nothing are one person, and the reading that explains them all together wins.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import product

from index.facts import morph
from index.facts.declension import CASES, Gender, NameKind, nominatives
from index.facts.person_spans import GIVEN_FIRST, INITIALS, looks_like_surname
from index.model.span import Span

_INITIALS = re.compile(INITIALS)
_INITIAL = re.compile(r"[А-ЯЁ][а-яё]?(?=\.)")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'ʻ][^\W\d_]+)*")
_PATRONYMIC = re.compile(
    r"(?:[ое]вич|[ое]вн|инична|ьич|ич)(?:а|у|ем|ом|е|ы|ой|ою)?$|(?:оглы|кызы|углы|улы|угли|кизи)$"
)
_CASE_WEIGHTS = {"nomn": 0.5, "gent": 0.2, "datv": 0.1, "accs": 0.1, "ablt": 0.07, "loct": 0.03}
_TAGGER_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_TAGS = {NameKind.GIVEN: "Name", NameKind.PATRONYMIC: "Patr", NameKind.SURNAME: "Surn"}
_CASE_AGREES = 4.0
_CASE_IS_TOLD = 20.0
_GENDER_AGREES = 1.5
_IMPLAUSIBLE = 0.02
_UNEXPLAINED = 1e-4


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a mention: nominative parts in lower case (ё as е), and how likely that is."""

    given: str
    patronymic: str
    surname: str
    gender: Gender
    weight: float

    @property
    def key(self) -> tuple[str, Gender]:
        """What mentions of one person share: the surname, else the given name, and the gender."""
        return self.surname or self.given, self.gender


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A mention in its parts, as written.

    Attributes:
        span: Where it stands.
        words: Its words with their kinds, in order.
        initials: Capital letters of the initials, in order.
        readings: Ways to read it, likeliest first; empty for names in Latin letters.
    """

    span: Span
    words: tuple[tuple[str, NameKind], ...]
    initials: tuple[str, ...]
    readings: tuple[Reading, ...]

    @property
    def fullness(self) -> int:
        """How much of the name it says."""
        return 10 * len(self.words) + len(self.initials)


@dataclass(slots=True)
class Person:
    """Mentions of one person."""

    mentions: list[PersonMention] = field(default_factory=list)

    def weights(self) -> dict[tuple[str, Gender], float]:
        """Return how well each surname and gender explains all mentions (logarithms)."""
        # In order of appearance: of equals the first wins, and it has to be the same one every time.
        keys = dict.fromkeys(reading.key for mention in self.mentions for reading in mention.readings)
        return {key: sum(_explained(mention, key) for mention in self.mentions) for key in keys}


def _explained(mention: PersonMention, key: tuple[str, Gender]) -> float:
    weight = max((reading.weight for reading in mention.readings if reading.key == key), default=0.0)
    return math.log(max(weight, _UNEXPLAINED))


def mention_of(
    text: str, span: Span, case: str, gender: str = "", *, is_sure: bool = False, is_surname: bool = False
) -> PersonMention:
    """Read a mention.

    Args:
        text: The document's text.
        span: The name.
        case: The case the tagger sees in its first word («Gen»); '' when unknown.
        gender: The gender it sees («Masc»); '' when unknown.
        is_sure: Whether the words around the name tell the case, not the tagger's guess.
        is_surname: Whether a lone word is a surname, even one that dictionaries have for a given name.
    """
    told = _Told(_TAGGER_CASES.get(case, ""), gender.lower(), is_sure)
    words, initials, readings = _read(span.of(text), told, is_surname=is_surname)
    return PersonMention(span, words, initials, readings)


_Words = tuple[tuple[str, NameKind], ...]


@lru_cache(maxsize=10_000)
def _read(said: str, told: _Told, *, is_surname: bool) -> tuple[_Words, tuple[str, ...], tuple[Reading, ...]]:
    """Return the words of a name, its initials and its readings; a document says the same ones often."""
    initials = tuple(
        letter for match in _INITIALS.finditer(said) for letter in _INITIAL.findall(match.group())
    )
    bare = _INITIALS.sub(" ", said)
    said_words = [match.group() for match in _WORD.finditer(bare)]
    has_given = GIVEN_FIRST.fullmatch(said) is not None
    words = _kinds(said_words, has_initials=is_surname or (bool(initials) and not has_given))
    return words, initials, _readings(words, told)


def as_surname(mention: PersonMention) -> PersonMention:
    """Return a mention of one word read as a surname: «Уильямс», which dictionaries have for a given name."""
    words = tuple((word, NameKind.SURNAME) for word, _ in mention.words)
    return replace(mention, words=words, readings=_readings(words, _Told("", "", is_sure=False)))


def _kinds(words: list[str], *, has_initials: bool) -> tuple[tuple[str, NameKind], ...]:
    """Tell which word is the given name, the patronymic and the surname."""
    kinds = [NameKind.GIVEN] * len(words)
    patronymic = next((i for i, word in enumerate(words) if i and _is_patronymic(word)), None)
    if patronymic is not None:
        kinds[patronymic] = NameKind.PATRONYMIC
    if has_initials or len(words) == 1:
        only_given = not has_initials and words and _is_only_given(words[0])
        kinds = [NameKind.GIVEN if only_given else NameKind.SURNAME for _ in words]
    elif patronymic is not None:
        surname = 0 if patronymic == len(words) - 1 and len(words) > 2 else len(words) - 1
        if surname != patronymic:
            kinds[surname] = NameKind.SURNAME
    elif len(words) == 2 and _is_surname_first(*words):
        kinds[0] = NameKind.SURNAME
    else:
        kinds[-1] = NameKind.SURNAME
    return tuple(zip(words, kinds, strict=True))


def _is_patronymic(word: str) -> bool:
    return morph.has(word, "Patr") or (
        _PATRONYMIC.search(word.lower()) is not None and not morph.has(word, "Surn")
    )


def _is_only_given(word: str) -> bool:
    return _is_known(word, "Name") and not _is_known(word, "Surn")


_SURNAME_SHAPE = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий|енко)(?:а|у|ым|е|ой|ого|ому|им)?$|[сц]к(?:ая|ой|ую)$")


_STRONG_SHAPE = re.compile(r"[оеё]в(?:а|у|ым|е|ой)?$")


def looks_like_surname_by_shape(word: str) -> bool:
    """Whether a word, in any case, ends as Russian surnames do."""
    return _SURNAME_SHAPE.search(word.lower()) is not None


def _is_surname_first(first: str, second: str) -> bool:
    """Whether two words stand as «Сейлханов Мухтар»; without evidence the given name comes first."""
    if _is_known(first, "Name"):
        return False
    if _is_known(second, "Name") and not _SURNAME_SHAPE.search(second.lower()):
        return looks_like_surname(first)
    return _STRONG_SHAPE.search(first.lower()) is not None and not looks_like_surname_by_shape(second)


@lru_cache(maxsize=50_000)
def _is_known(word: str, tag: str) -> bool:
    return morph.is_known(word) and morph.has(word, tag)


def folded(word: str) -> str:
    """Return lower case with е for ё."""
    return word.lower().replace("ё", "е")


@dataclass(frozen=True, slots=True)
class _Told:
    """What the sentence says of a name's case (pymorphy3's) and gender; '' where nothing."""

    case: str
    gender: str
    is_sure: bool

    def weight(self, case: str, gender: Gender) -> float:
        """Return how much likelier a case and gender become."""
        agrees = _CASE_IS_TOLD if self.is_sure else _CASE_AGREES
        weight = (
            agrees if case == self.case or (self.is_sure and {case, self.case} == {"gent", "accs"}) else 1.0
        )
        return weight * (_GENDER_AGREES if self.gender and gender.value.startswith(self.gender) else 1.0)


def _readings(words: Sequence[tuple[str, NameKind]], told: _Told) -> tuple[Reading, ...]:
    found: dict[tuple[str, str, str, Gender], Reading] = {}
    for gender, tried in product(Gender, CASES):
        weight = _CASE_WEIGHTS[tried] * told.weight(tried, gender)
        parts = dict.fromkeys(NameKind, "")
        for word, kind in words:
            part, fit = _best(folded(word), kind, gender, tried)
            parts[kind] = f"{parts[kind]} {part}".strip()
            weight *= fit
        if weight <= 0:
            continue
        given, patronymic, surname = (
            parts[NameKind.GIVEN],
            parts[NameKind.PATRONYMIC],
            parts[NameKind.SURNAME],
        )
        key = (given, patronymic, surname, gender)
        if key not in found or found[key].weight < weight:
            found[key] = Reading(given, patronymic, surname, gender, weight)
    ordered = sorted(found.values(), key=lambda reading: -reading.weight)
    total = sum(reading.weight for reading in ordered)
    scaled = [
        Reading(r.given, r.patronymic, r.surname, r.gender, r.weight / total)
        for r in ordered
        if r.weight >= _IMPLAUSIBLE * ordered[0].weight
    ]
    return tuple(scaled)


@lru_cache(maxsize=50_000)
def _best(word: str, kind: NameKind, gender: Gender, case: str) -> tuple[str, float]:
    """Return the likeliest nominative of a word and its weight, 0 when the form has none."""
    known = _dictionary(word, kind, gender, case)
    if known is not None:
        return known, 1.0
    candidates = nominatives(word, kind, gender, case)
    if not candidates:
        return word, 0.0
    doubt = 0.1 if _is_known(word, _TAGS[kind]) else 1.0
    if kind == NameKind.GIVEN and gender == Gender.FEMININE and _HARD_HEAD.match(word):
        doubt *= _MAN_BEFORE_HYPHEN
    part = max(candidates, key=lambda candidate: _fitness(candidate, kind, gender))
    return part, doubt * _fitness(part, kind, gender)


_HARD_HEAD = re.compile(r"[^-]*[бвгджзклмнпрстфхцчшщй]-")
_MAN_BEFORE_HYPHEN = 0.2
"""«Касым-Жомарта», «Бек-Темира»: a first part that ends in a consonant is seldom a woman's."""


def _dictionary(word: str, kind: NameKind, gender: Gender, case: str) -> str | None:
    if not morph.is_known(word):
        return None
    wanted = {_TAGS[kind], case, "sing"}
    # «Анне» is a foreign name that does not decline, too.
    for parse in sorted(morph.parses(word), key=lambda parse: "Fixd" in parse.tag):
        fits_gender = parse.tag.gender == gender or "Ms-f" in parse.tag or "GNdr" in parse.tag
        if wanted <= parse.tag.grammemes and fits_gender:
            nominative = parse.inflect({"nomn", "sing", gender.value}) or parse.inflect({"nomn", "sing"})
            return folded(str(nominative.word)) if nominative is not None else word
    return None


def _fitness(nominative: str, kind: NameKind, gender: Gender) -> float:
    """How usual it is for a name that no dictionary has to end so."""
    is_masculine = gender == Gender.MASCULINE
    bonus = (
        1.0
        if _is_known(nominative, _TAGS[kind]) and morph.has(nominative, _TAGS[kind], gender.value)
        else 0.6
    )
    if kind == NameKind.PATRONYMIC:
        return bonus
    if kind == NameKind.GIVEN:
        if nominative.endswith(("а", "я")):
            return bonus * (0.12 if is_masculine else 0.6)
        if nominative[-1] in "уюые":
            return bonus * 0.1
        if nominative[-1] in "иоэ":
            return bonus * 0.4
        return bonus * (0.6 if is_masculine else 0.2) * (0.3 if nominative.endswith("ь") else 1)
    return bonus * _surname_fitness(nominative, is_masculine=is_masculine)


_NOMINATIVE_SHAPE = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий|енко|ко|ян|дзе|швили|[иы]х|ич)$")
_FEMININE_SHAPE = re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая|енко|ко|ян|дзе|швили|[иы]х)$")


def _surname_fitness(nominative: str, *, is_masculine: bool) -> float:
    if (_NOMINATIVE_SHAPE if is_masculine else _FEMININE_SHAPE).search(nominative):
        return 1.0
    if nominative.endswith(("у", "ю", "ы", "ича", "иной", "ыной", "овой", "евой")):
        return 0.05
    if nominative.endswith(("а", "я", "ь", "о", "е", "и", "э")):
        return 0.15
    return 0.4 if is_masculine else 0.25


def canonical_name(text: str, person: Person) -> str:
    """Return the nominative: «Given Patronymic Surname», initials where nothing fuller is known."""
    weights = person.weights()
    if not weights:
        return max((mention.span.of(text) for mention in person.mentions), key=len)
    best = max(weights, key=lambda key: weights[key])
    fullest = max(person.mentions, key=lambda mention: (mention.fullness, -mention.span.start))
    given, patronymic, surname = (_part(person, best, kind) for kind in NameKind)
    initials = max((mention.initials for mention in person.mentions), key=len)
    fore = [part for part in (given, patronymic) if part]
    if not given and initials:
        fore = [" ".join(f"{letter}." for letter in initials)]
        if match := _INITIALS.search(fullest.span.of(text)):
            fore = [match.group().strip()]
    return " ".join([*fore, surname]).strip()


def _part(person: Person, best: tuple[str, Gender], kind: NameKind) -> str:
    """Return one part of the name, spelt as the fullest mention that has it; ё where any has it."""
    spelt = ""
    for mention in sorted(person.mentions, key=lambda m: (-m.fullness, m.span)):
        words = [word for word, k in mention.words if k == kind]
        reading = next((r for r in mention.readings if r.key == best), None) or next(
            (r for r in mention.readings if r.gender == best[1]), None
        )
        if not words or reading is None:
            continue
        nominative = getattr(reading, kind.value)
        candidate = " ".join(
            _respelt(part, word) for part, word in zip(nominative.split(), words, strict=False)
        )
        if not spelt or ("ё" in candidate.lower() and folded(candidate) == folded(spelt)):
            spelt = candidate
    return spelt


_ROMAN = re.compile(r"[IVX]+")
"""«Елизавета II»"""


def _respelt(nominative: str, word: str) -> str:
    """Give a folded nominative the capitals and the ё of the word as written."""
    common = 0
    lower = word.lower()
    while common < min(len(nominative), len(lower)) and folded(lower[common]) == nominative[common]:
        common += 1
    if _ROMAN.fullmatch(word):
        return word
    return morph.cased(lower[:common] + nominative[common:], word if not word.isupper() else word.title())
