"""Words beside an amount that bend it: «свыше», «не более», «достигнет отметки в», «и более», «с лишним»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.facts import drafts
from index.facts.number_grammar import Number
from index.model.fact import Slot
from index.model.span import Span

_WINDOW_CHARS: Final = 70


@dataclass(frozen=True, slots=True)
class Modifier:
    """A way to bend an amount.

    Attributes:
        value: The value of the slot.
        pattern: Ends where the amount begins, or begins where it ends, and holds the group `word`.
    """

    value: str
    pattern: re.Pattern[str]


def _before(value: str, words: str, between: str = "", led_by: str = "") -> Modifier:
    return Modifier(value, re.compile(rf"(?<!\w){led_by}(?P<word>{words}){between}\s*$", re.IGNORECASE))


def _behind(value: str, words: str) -> Modifier:
    return Modifier(value, re.compile(rf"\s+(?P<word>{words})(?=\s*(?:[,.;:)\n–—-]|$))", re.IGNORECASE))


_AT: Final = r"(?:\s+(?:в|на|за|с|через))?"
_MAY_NOT: Final = r"не\s+(?:мо(?:жет|гут)|долж[её]?н\w*)\s+(?:быть\s+)?"
"""What turns the words behind it around, as norms have it: «не может быть менее»."""
_MORE: Final = r"(?:более|больше|дольше|долее|позднее|позже|свыше|выше|дороже|чаще)(?:,?\s+чем)?"
_LESS: Final = r"(?:менее|меньше|ниже|реже)(?:,?\s+чем)?"
_LEVEL: Final = r"(?:\s+(?:отмет|уров|сумм|показател|рубеж|планк|порог|велич)\w+)?(?:\s+в)?"

BEFORE: Final = (
    _before("up_to", _MORE, _AT, led_by=_MAY_NOT),
    _before("up_to", r"превы(?:ша|с)\w+", _LEVEL, led_by=_MAY_NOT),
    _before("at_least", _LESS, _AT, led_by=_MAY_NOT),
    _before("up_to", rf"не\s+{_MORE}", _AT),
    _before(
        "up_to", r"не\s+превы(?:ша|с)\w+|максимум|в\s+пределах|самое\s+большее", rf"{_LEVEL}(?:\s+лимита)?"
    ),
    _before("at_least", rf"не\s+{_LESS}|как\s+минимум|минимум|по\s+(?:меньшей|крайней)\s+мере", _AT),
    _before(
        "over", r"(?:(?:чуть|немного|немногим|значительно|гораздо)\s+)?(?:свыше|более|больше)(?:\s+чем)?", _AT
    ),
    _before("over", r"превы(?:с|ш)\w+", _LEVEL),
    _before("up_to", r"(?:(?:чуть|немного|немногим)\s+)?(?:менее|меньше)(?:\s+чем)?", _AT),
    _before(
        "about",
        r"около|порядка|примерно|почти|приблизительно|ориентировочно|без\s+малого|едва\s+не|где-то|в\s+районе|~|≈",
        rf"{_AT}",
    ),
    _before("reaches", r"достиг\w*", r"(?:\s+[а-яё]+){0,2}(?:\s+в)?"),
    _before("up_to", r"до", _LEVEL),
)
"""The first that fits speaks; «не более» is asked before «более»."""

BEHIND: Final = (
    _behind("at_least", r"(?:и|или)\s+(?:более|больше|выше|свыше)"),
    _behind("up_to", r"(?:и|или)\s+(?:менее|меньше|ниже)"),
)
"""The same right behind an amount; asked when nothing stands before it."""

_DIFFERENCE: Final = re.compile(r"(?<!\w)(?:больше|меньше|выше|ниже)\s+на\s+$", re.IGNORECASE)


def modifier_of(text: str, amount: Span, number: Number) -> Slot | None:
    """Return the slot `modifier` of an amount, if anything bends it.

    Args:
        text: The text.
        amount: The number with its currency, unit or sign.
        number: The number in it; a range bends itself.
    """
    if number.high is not None:
        return drafts.slot(text, "modifier", number.span, "range")
    line = text.rfind("\n", 0, amount.start) + 1
    if line == amount.start:
        # What bends a number may end the line above it: «может быть до / 1 месяца».
        line = text.rfind("\n", 0, max(line - 1, 0)) + 1
    window = max(0, amount.start - _WINDOW_CHARS, line)
    left = text[window : amount.start]
    if _DIFFERENCE.search(left):
        # «Больше на 5 млрд» says by how much, not that it is more than that.
        return None
    found = next(((rule, match) for rule in BEFORE if (match := rule.pattern.search(left))), None)
    if found is not None:
        span = Span(window + found[1].start("word"), window + found[1].end("word"))
        return drafts.slot(text, "modifier", span, found[0].value)
    if number.more is not None:
        return drafts.slot(text, "modifier", number.more, "over")
    for rule in BEHIND:
        if match := rule.pattern.match(text, amount.stop):
            return drafts.slot(text, "modifier", Span(*match.span("word")), rule.value)
    return None
