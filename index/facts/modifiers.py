"""Words before an amount that bend it: «свыше», «не более», «около», «достигнет отметки в»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.facts import drafts
from index.model.fact import Slot
from index.model.span import Span

_WINDOW_CHARS = 70


@dataclass(frozen=True, slots=True)
class Modifier:
    """A way to bend an amount; `pattern` ends where the amount begins and holds the group `word`."""

    value: str
    pattern: re.Pattern[str]


def _modifier(value: str, words: str, between: str = "") -> Modifier:
    return Modifier(value, re.compile(rf"(?<!\w)(?P<word>{words}){between}\s*$", re.IGNORECASE))


MODIFIERS = (
    _modifier("up_to", r"не\s+(?:более|больше|свыше|выше|дороже)(?:\s+чем)?", r"(?:\s+(?:в|на|за))?"),
    _modifier("up_to", r"не\s+превы(?:ша|с)\w+|максимум|в\s+пределах", r"(?:\s+лимита)?"),
    _modifier(
        "at_least", r"не\s+(?:менее|меньше|ниже)(?:\s+чем)?|минимум|как\s+минимум", r"(?:\s+(?:в|на|за))?"
    ),
    _modifier("over", r"свыше|более(?:\s+чем)?|больше(?:\s+чем)?", r"(?:\s+(?:в|на|за))?"),
    _modifier("over", r"превы(?:с|ш)\w+", r"(?:\s+(?:отметку|сумму|уровень))?(?:\s+в)?"),
    _modifier("up_to", r"менее(?:\s+чем)?|меньше(?:\s+чем)?"),
    _modifier(
        "about",
        r"около|порядка|примерно|почти|приблизительно|ориентировочно|без\s+малого|~|≈",
        r"(?:\s+(?:в|на|за))?",
    ),
    _modifier("reaches", r"достиг\w*", r"(?:\s+[а-яё]+){0,2}(?:\s+в)?"),
    _modifier("up_to", r"до"),
)
"""The first that fits speaks; «не более» is asked before «более»."""


def modifier_before(text: str, start: int) -> Slot | None:
    """Return the slot `modifier` of the amount that begins at `start`, if anything bends it."""
    window = max(0, start - _WINDOW_CHARS, text.rfind("\n", 0, start) + 1)
    left = text[window:start]
    for rule in MODIFIERS:
        match = rule.pattern.search(left)
        if match is not None:
            span = Span(window + match.start("word"), window + match.end("word"))
            return drafts.slot(text, "modifier", span, rule.value)
    return None
