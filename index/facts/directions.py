"""Which way a figure moves something: «вырос на 5 %», «на 5 млрд больше», «подешевела». A table of words."""

from __future__ import annotations

import re
from typing import Final

from index.facts import drafts
from index.model.fact import Slot
from index.model.span import Span

_UP: Final = re.compile(
    r"(?<!\w)(?:увелич|выро[сщ]|возро[сщ]|возраст(?:а[елнтю]|ет|ёт|ут|и(?!\w))|вырас|повы[сш]|подорожа|прибав|прирос|превы[сш]|рост\b|"
    r"роста\b|поднял|удорож|дороже|подскоч)\w*",
    re.IGNORECASE,
)
_DOWN: Final = re.compile(
    r"(?<!\w)(?:сниз|сниж|упал|упад|падени|сократ|сокращ|уменьш|подешев|дешев|потеря|опусти|спад)\w*",
    re.IGNORECASE,
)
_BEHIND: Final = (
    ("up", re.compile(r"\s+(?P<word>больше|выше|дороже|быстрее)(?!\w)", re.IGNORECASE)),
    ("down", re.compile(r"\s+(?P<word>меньше|ниже|дешевле|медленнее)(?!\w)", re.IGNORECASE)),
)
_BEFORE: Final = (
    ("up", re.compile(r"(?<!\w)(?P<word>больше|выше|дороже)\s+на\s+$", re.IGNORECASE)),
    ("down", re.compile(r"(?<!\w)(?P<word>меньше|ниже|дешевле)\s+на\s+$", re.IGNORECASE)),
)
_BY: Final = re.compile(r"(?<!\w)на\s+$", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[.;:!?\n]|,\s(?:а|но|и|тогда|при|что|чтобы)\s|\sпротив\s")
_LEVEL: Final = re.compile(r"превы", re.IGNORECASE)
_PACE: Final = re.compile(r"темп[а-яё]{0,3}\s+$", re.IGNORECASE)
_WHOLE: Final = re.compile(r"[1-9]\d\d(?!\d)")
_WINDOW_CHARS: Final = 90
_NEAR_CHARS: Final = 16
_BEHIND_CHARS: Final = 30
_END_OF_CLAUSE: Final = re.compile(r"[.,;:!?\n]")


def moved(text: str, span: Span) -> Slot | None:
    """Return the slot `direction` of a figure that something moves, by the verb of its clause."""
    window = max(0, span.start - _WINDOW_CHARS)
    left = _CLAUSE.split(text[window : span.start])[-1]
    base = span.start - len(left)
    is_by = _BY.search(left) is not None
    # «Превысил 60 %» tells how much there is, «превысил план на 5 %» by how much.
    moves = [
        (match, name)
        for name, rule in (("up", _UP), ("down", _DOWN))
        for match in rule.finditer(left)
        if is_by or not (_LEVEL.match(match.group()) or _is_level(left[: match.start()], span.of(text)))
    ]
    if not moves:
        return compared(text, span) or _moved_behind(text, span)
    match, name = max(moves, key=lambda move: move[0].start())
    return drafts.slot(text, "direction", Span(base + match.start(), base + match.end()), name)


def _is_level(before: str, said: str) -> bool:
    """Whether a pace of growth of a hundred and more tells of all there is: «темпы роста составили 131 %»."""
    return _PACE.search(before) is not None and _WHOLE.match(said) is not None


def _moved_behind(text: str, span: Span) -> Slot | None:
    """Return the slot of a verb behind the figure: «на 10 процентов сократились»."""
    if _BY.search(text, max(0, span.start - _NEAR_CHARS), span.start) is None:
        return None
    right = text[span.stop : span.stop + _BEHIND_CHARS]
    right = right[: end.start()] if (end := _END_OF_CLAUSE.search(right)) else right
    moves = [(match, name) for name, rule in (("up", _UP), ("down", _DOWN)) if (match := rule.search(right))]
    if not moves:
        return None
    match, name = min(moves, key=lambda move: move[0].start())
    return drafts.slot(text, "direction", Span(span.stop + match.start(), span.stop + match.end()), name)


def compared(text: str, span: Span) -> Slot | None:
    """Return the slot `direction` of a difference: «на 5 млрд больше», «больше на 5 млрд»."""
    near = max(0, span.start - _NEAR_CHARS)
    is_difference = _BY.search(text, near, span.start)
    found = [(name, rule.match(text, span.stop)) for name, rule in _BEHIND if is_difference]
    found += [(name, rule.search(text, near, span.start)) for name, rule in _BEFORE]
    for name, match in found:
        if match is not None:
            return drafts.slot(text, "direction", Span(*match.span("word")), name)
    return None
