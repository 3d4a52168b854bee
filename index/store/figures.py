"""When two figures of different documents may be held against each other, and when they then disagree.

Comparable are figures of one kind, in one currency or unit, of one status, that say of what they are in the
same words: the same lemmas in the same order, small words too («поставки в Китай» are not «поставки из
Китая»), and two or more of them, since «проект» alone is a different one in every document. So is
«товарооборот между странами»: words that hold for many must be told apart by a name. It stands among them
(«экспорт Узбекистана»); or else the bodies and places that the sentence names have to be the same; or the
words are so many that no two documents have them by chance. What is left out is missed, what is let in
wrongly accuses a document: precision comes before recall. Of which time they speak is compared beside that
(`index.study.disagreements`).

A figure stands for a range: «около 5 млрд» and «5,2 млрд» do not contradict each other, nor do «свыше 5 млрд»
and «7 млрд». Two figures disagree when their ranges have nothing in common.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable
from typing import Final, NamedTuple

from index.model.fact import Fact, FactType
from index.text.morphology import lemmas
from index.text.normalise import fold
from index.text.tokens import tokens
from index.text.values import ends

_AMOUNTS: Final = {FactType.MONEY: "amount", FactType.PERCENT: "value", FactType.QUANTITY: "value"}
_MEASURES: Final = {FactType.MONEY: "currency", FactType.PERCENT: "direction", FactType.QUANTITY: "unit"}
_SUBJECTS: Final = ("what", "what_for")
_FEWEST_WORDS: Final = 2
_TELLING_WORDS: Final = 5
"""From so many on, words tell of what a figure is without a name."""
_SMALL_WORD: Final = 3
"""Letters of a word that tells nothing by itself."""
_OF_MANY: Final = frozenset(
    (
        *("год", "день", "месяц", "период", "время", "этап", "половина", "квартал"),
        *("страна", "государство", "республика", "область", "регион", "район", "город", "край", "сторона"),
        *("компания", "предприятие", "организация", "общество", "проект", "договор", "работа", "программа"),
        *("наш", "этот", "данный", "свой", "весь", "другой", "между", "общий", "новый", "каждый", "один"),
    )
)
"""Lemmas of what every document has one of its own of."""

_ROUNDED_FROM: Final = 1000
"""Smaller numbers are counted, larger ones told round."""
_MOST_ROUNDING: Final = 0.05
_ABOUT: Final = 0.10
"""How far «около» may be off."""


class Figure(NamedTuple):
    """A figure that can be compared.

    Attributes:
        key: Equal for comparable ones: 64 bits of a hash, so that chance makes a pair of unlike ones among
            a million figures once in 30 million archives.
        least: The smallest number it stands for.
        most: The largest one; may be infinite.
    """

    key: int
    least: float
    most: float


def figure_of(fact: Fact, named: Iterable[str] = ()) -> Figure | None:
    """Return a statement as a figure; None if it is no number, or says not clearly enough of what.

    Args:
        fact: The statement.
        named: The bodies and places that its sentence names.
    """
    if fact.type not in _AMOUNTS or not (subject := _subject(fact, named)):
        return None
    amount = fact.slot(_AMOUNTS[fact.type])
    stood_for = None if amount is None else _ends(amount.value)
    if stood_for is None:
        return None
    modifier, measure = fact.slot("modifier"), fact.slot(_MEASURES[fact.type])
    named = "" if measure is None else fold(str(measure.value or measure.text))
    key = hashlib.blake2b(
        "\n".join((fact.type, named, fact.status, subject)).encode(), digest_size=8
    ).digest()
    said = "" if modifier is None else str(modifier.value or "")
    # 0 is for statements that are no figures.
    return Figure(int.from_bytes(key, "little", signed=True) or 1, *_range(*stood_for, said))


def _subject(fact: Fact, named: Iterable[str]) -> str:
    """Return in words that are equal for comparable figures of what this one is; empty if it is not clear."""
    slot = next((slot for name in _SUBJECTS if (slot := fact.slot(name))), None)
    # Of a table's figure the value names the column, too; else it has the lemmas of the words as written.
    said = "" if slot is None else slot.value if isinstance(slot.value, str) and slot.value else slot.text
    words = [token.text for token in tokens(said)]
    if len(words) < _FEWEST_WORDS:
        return ""
    lemmas_ = [_lemma(word) for word in words]
    subject = " ".join(lemmas_)
    # A sentence may begin with the first word: its capital is no sign of a name.
    if any(word[0].isupper() for word in words[1:]):
        return subject
    if names := sorted(map(fold, named)):
        return "\n".join((subject, *names))
    telling = [one for one in lemmas_ if len(one) > _SMALL_WORD and one not in _OF_MANY]
    return subject if len(telling) >= _TELLING_WORDS else ""


def _lemma(word: str) -> str:
    folded = fold(word)
    return next(iter(lemmas(folded)), folded)


def _ends(value: object) -> tuple[float, float] | None:
    try:
        found = ends(value)  # type: ignore[arg-type]  # whatever is no number is none
        numbers = None if found is None else (float(min(found)), float(max(found)))
    except OverflowError:
        return None
    return numbers if numbers and all(map(math.isfinite, numbers)) else None


def _range(low: float, high: float, modifier: str) -> tuple[float, float]:
    """Return the smallest and largest number that a number, or the ends of a range, stand for."""
    match modifier:
        case "over" | "at_least":
            return low, math.inf
        case "up_to" | "at_most" | "under":
            return -math.inf, high
        case "about":
            return low - abs(low) * _ABOUT, high + abs(high) * _ABOUT
        case _:
            return low - _rounding(low), high + _rounding(high)


def _rounding(number: float) -> float:
    """Return how far a number may be off that was told round: half of its last digit that is no zero.

    «5,2 млрд» may be anything from 5,15 to 5,25; but «30 млрд» is not 34, though its last digit counts tens.
    """
    if abs(number) < _ROUNDED_FROM or number != int(number):
        return 0.0
    digits = str(abs(int(number)))
    zeros = len(digits) - len(digits.rstrip("0"))
    return min(10**zeros / 2 if zeros else 0.0, abs(number) * _MOST_ROUNDING)
