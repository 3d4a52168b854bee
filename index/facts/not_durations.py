"""What a number with a unit of time says when it is no length: an ordered table of named refusals."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from index.facts import morph
from index.facts.number_grammar import Number
from index.facts.numbered import is_numbered
from index.facts.time_units import Unit

_LATEST_CENTURY: Final = 21
_ADULT: Final = 14
_OLDEST: Final = 100
_HOURS_OF_DAY: Final = 24
_YEAR_WORDS: Final = frozenset({"лет", "год", "года", "годам", "годах"})
_ASKED_FOR: Final = re.compile(
    r"(?<!\w)(?:на|за|в\s+течение|срок\w*|ближайшие|последние|следующие|от|с|ещё|около|через)\s+$", re.I
)
_AND_OTHERS: Final = r"(?:\d{1,2}(?:\s+(?:год|года|лет))?(?:,\s+|\s+и\s+))*"
"""What stands before the last of several: «39, 45, 51 года»."""
_AGE_BEFORE: Final = re.compile(
    r"(?:(?:возраст\w*|старше|младше|моложе|исполни\w+|достиг(?!н)\w*|достиж\w+)\s+"
    rf"(?:до\s+|от\s+|более\s+|свыше\s+)?{_AND_OTHERS}|"
    r"(?<!\w)(?:дет(?:и|ей|ям|ьми|ях)|реб[её]н\w+|подрост\w+|мальчик\w*|девоч\w+|юнош\w+|девуш\w+|граждан\w*|"
    r"женщин\w*|мужчин\w*|пациент\w*|больны\w*|лиц\w?|люд(?:и|ей|ям|ьми|ях)|населени\w)\s+(?:(?:до|от|с)\s+)?)$",
    re.IGNORECASE,
)
_AGE_TOLD: Final = re.compile(
    r"(?<!\w)возраст\w*(?:\s+[а-яё]+){0,4}\s+(?:составля\w+|состави\w+|рав\w+|достиг\w*|[–—-])\s+$|"
    r"(?<!\w)(?:ему|ей|мне|нам|вам|тебе)\s+(?:уже\s+|тогда\s+|сейчас\s+)?(?:было\s+|будет\s+)?$",
    re.IGNORECASE,
)
_AGE_BEHIND: Final = re.compile(r"\s+(?:и\s+(?:старше|младше|моложе)|включительно|от\s+роду)(?!\w)")
_FIRST: Final = re.compile(r"(?<!\w)перв(?:ые|ых)\s+$", re.IGNORECASE)
_OF_LIFE: Final = re.compile(r"\s+жизни(?!\w)")
_SINCE_AGE: Final = re.compile(r"(?<!\w)(?:после|со?|ко?)\s+$", re.IGNORECASE)
_TO: Final = re.compile(r"(?<!\w)ко?\s+$", re.IGNORECASE)
_IN: Final = re.compile(rf"(?<!\w)во?\s+{_AND_OTHERS}$", re.IGNORECASE)
_AT_CLOCK: Final = re.compile(
    r"(?:(?<!\w)(?:в|к|с|до|от|около|,)|(?<!\w)начал[оа]\b[^.;\n]{0,25}[–—-]|"
    r"(?<!\w)(?:намечен|назначен|запланирован|перенес)\w*\s+(?:[а-яё]+\s+)?на)\s+$",
    re.IGNORECASE,
)
_CHANGE: Final = re.compile(
    r"(?<!\w)(?:увелич|сократ|сокращ|уменьш|сниз|возр|вырос|продл|повы)\w*", re.IGNORECASE
)
_ENDINGS_OF_COUNTS: Final = ("-х", "-ти", "-ми")
"""«До 4-х часов» counts them, «до 4 часов» may tell when."""
_HOURS: Final = re.compile(r"(?:\d{1,2}|[а-яё]+)\s+ч(?:ас[а-я]*|\.)?\s+$", re.IGNORECASE)
_ASIDE_BEFORE: Final = re.compile(r"(?:\((?:[^()\n]{0,30},\s)?|[А-ЯЁ][а-яё]+,\s)$")
_ASIDE_BEHIND: Final = re.compile(r"[,)]")
_OF_DAY: Final = re.compile(
    r"\s+(?:\d{1,2}\s+минут\w*\s+)?(?:утра|дня|вечера|ночи|пополудни|(?:по\s+)?московско|местного|по\s+местному)",
    re.IGNORECASE,
)
_MORE_TIME: Final = re.compile(r"\s+(?:и\s+)?(?:\d+|[а-яё]+)\s+(?:месяц|недел|дн[яе])", re.IGNORECASE)
_NEXT_WORD: Final = re.compile(r"\s+(?P<word>[а-яё]{3,})")


@dataclass(frozen=True, slots=True)
class Claim:
    """A number with a unit of time.

    Attributes:
        number: The number.
        unit: The unit.
        word: The unit as written, lower case.
        left: What stands before it on its line.
        right: What stands behind it.
        said: The number as written.
    """

    number: Number
    unit: Unit
    word: str
    left: str
    right: str
    said: str

    @property
    def lasts(self) -> bool:
        """Whether the word behind it is what lasts so long: «20 лет работы», «3 годам и 6 месяцам»."""
        if _MORE_TIME.match(self.right):
            return True
        following = _NEXT_WORD.match(self.right)
        return following is not None and morph.has(following["word"], "NOUN", "gent")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason why a claim is no duration."""

    name: str
    holds: Callable[[Claim], bool]


def _is_century(claim: Claim) -> bool:
    number = claim.number
    return claim.unit.size == 100 and not number.has_words and 1 < number.low <= _LATEST_CENTURY


def _is_span_of_ages(claim: Claim) -> bool:
    return (
        claim.word in _YEAR_WORDS
        and claim.number.high is not None
        and claim.number.low >= _ADULT
        and claim.said[0].isdigit()
        and not _ASKED_FOR.search(claim.left)
    )


def _is_age_since(claim: Claim) -> bool:
    return (
        claim.word in _YEAR_WORDS
        and _ADULT <= claim.number.low < _OLDEST
        and _SINCE_AGE.search(claim.left) is not None
        and not claim.lasts
    )


def _is_first_of_life(claim: Claim) -> bool:
    return _FIRST.search(claim.left) is not None and _OF_LIFE.match(claim.right) is not None


def _is_year_of_life(claim: Claim) -> bool:
    return claim.word in _YEAR_WORDS and not claim.lasts and _TO.search(claim.left) is not None


def _is_hour(claim: Claim) -> bool:
    """Whether «в 10 часов», «начало – 13 часов 30 минут» tells when; minutes do so behind hours only."""
    is_count = claim.said.lower().endswith(_ENDINGS_OF_COUNTS)
    hours = _HOURS.search(claim.left)
    if not claim.unit.is_clock or is_count or (hours is None and not claim.word.startswith("ч")):
        return False
    left = claim.left[: hours.start()] if hours is not None else claim.left
    return _AT_CLOCK.search(left) is not None


def _is_opening_time(claim: Claim) -> bool:
    """Whether «с 8 до 11 часов» tells when; what falls or is said to change is a length."""
    low, high = claim.number.low, claim.number.high
    return (
        claim.word.startswith("час")
        and high is not None
        and low < high <= _HOURS_OF_DAY
        and claim.said.lower().startswith(("с ", "со "))
        and _CHANGE.search(claim.left) is None
    )


def _is_age_aside(claim: Claim) -> bool:
    return (
        claim.word in _YEAR_WORDS
        and _ADULT <= claim.number.low < _OLDEST
        and _ASIDE_BEFORE.search(claim.left) is not None
        and _ASIDE_BEHIND.match(claim.right) is not None
    )


def _is_part_of_law(claim: Claim) -> bool:
    """Whether «п. 5 ч. 2 ст. 8» names a part: hours have no article."""
    return claim.word == "ч" and is_numbered(f"{claim.left}5", len(claim.left))


REFUSALS: Final = (
    Refusal("part_of_law", _is_part_of_law),
    Refusal("century", _is_century),
    Refusal("span_of_ages", _is_span_of_ages),
    Refusal("age", lambda claim: _AGE_BEFORE.search(claim.left) is not None),
    Refusal("age_told", lambda claim: claim.word in _YEAR_WORDS and _AGE_TOLD.search(claim.left) is not None),
    Refusal("age_behind", lambda claim: _AGE_BEHIND.match(claim.right) is not None),
    Refusal("years_of_life", _is_first_of_life),
    Refusal("age_since", _is_age_since),
    Refusal("age_aside", _is_age_aside),
    Refusal("age_by", _is_year_of_life),
    Refusal("point_in_time", lambda claim: _IN.search(claim.left) is not None),
    Refusal("hour_of_day", lambda claim: claim.unit.is_clock and _OF_DAY.match(claim.right) is not None),
    Refusal("opening_time", _is_opening_time),
    Refusal("hour", _is_hour),
)
"""The first that holds gives the reason: «16 века», «24-29 лет», «в возрасте 45 лет», «ей 45 лет»,
«45 лет и старше», «первых трёх лет жизни», «после 45 лет»,
«(30 лет)», «к 40 годам», «в 10 минутах», «15 часов дня», «с 8 до 11
часов», «в 10 часов»."""


def refusal(claim: Claim) -> str:
    """Return the name of the first refusal that holds, '' when the claim is a length of time."""
    return next((one.name for one in REFUSALS if one.holds(claim)), "")
