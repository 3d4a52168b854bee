"""Where a document was made: the town of its head, its date line, its title page or its signatures."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from index.facts.almanac import MONTH
from index.facts.place_spans import listed
from index.model.card import CardEntry, CardField, Origin
from index.model.fact import EntityType
from index.model.span import Span

_HEAD_LINES: Final = 14
_TITLE_PAGE_LINES: Final = 40
_TAIL_LINES: Final = 10
_BODY_CHARS: Final = 200
_BESIDE: Final = 2
"""Lines between a town and the date: the hour may stand there."""
_TOWN: Final = r"[А-ЯЁ][\w-]+(?:[\s-][А-ЯЁ][\w-]+){0,2}"
_KIND: Final = r"(?:(?P<kind>г|гор|город|пос|пос[её]лок|пгт|с|село|дер|ст)\.?\s*(?=[А-ЯЁ]))"
_DAY: Final = rf"[«\"]?\d{{1,2}}[»\"]?(?:\s+{MONTH.format('month')}|\.\d{{1,2}}\.|[./-](?:I|V|X)+[./-])"
_WHOLE_DAY: Final = rf"{_DAY}\s*(?:\d{{4}}|\d\d)\b"
_WITH_KIND: Final = re.compile(rf"\W*{_KIND}(?P<town>{_TOWN})(?:\W*\Z|,?\s*{_DAY}.*|\s*,?\s*(?:№|N)\s*\S+)")
_WITH_DAY: Final = re.compile(rf"\W*(?P<town>{_TOWN})(?:\s\([\w\s-]+\))?[,.]\s+{_DAY}.*")
_WITH_WHOLE_DAY: Final = re.compile(rf"\W*(?P<town>{_TOWN})(?:\s\([\w\s-]+\))?,\s+{_WHOLE_DAY}.*")
_BEHIND_DAY: Final = re.compile(rf"\W*{_WHOLE_DAY}(?:\s*(?:года|г\.?))?,?\s+{_KIND}(?P<town>{_TOWN})\W*")
_BARE_BEHIND_DAY: Final = re.compile(rf"\W*{_WHOLE_DAY}(?:\s*(?:года|г\.?))?,\s+(?P<town>{_TOWN})\W*")
_DATED: Final = re.compile(rf"\W*(?:от\s+)?{_WHOLE_DAY}.{{0,40}}\Z", re.IGNORECASE)
_KREMLIN: Final = re.compile(rf"\W*(?P<town>{_TOWN})(?:,\s+[А-ЯЁ][\w-]+)?\W*")
_WITH_YEAR: Final = re.compile(rf"(?P<town>{_TOWN}),?\s*[-–—]?\s*(?:19|20)\d\d(?:\s*(?:год|г\.?))?")
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:\s*(?:год|г\.?))?")
_SIGNED: Final = re.compile(
    rf"(?:совершен|подписан|составлен|заключ[её]н)\w*\s+в\s+(?:г(?:ор)?\.\s*|городе\s+)?(?-i:(?P<town>{_TOWN}))",
    re.IGNORECASE,
)

_Lines = list[tuple[int, str]]
Rule = Callable[[_Lines], tuple[str, Span] | None]


def find_place(text: str) -> CardEntry:
    """Return where a document was made, in the nominative; an empty entry when it does not say."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    for name, rule in RULES:
        if found := rule(lines):
            return CardEntry(CardField.PLACE, found[0], found[1], Origin.TEXT, name)
    return CardEntry(CardField.PLACE)


def _town_line(lines: _Lines) -> tuple[str, Span] | None:
    """«г. Курган», «пос. Горное Гнездо, 12/X-66 г.»: the word for its kind says that it is a place."""
    return _first(_head(lines), _WITH_KIND, is_sure=True)


def _dateline(lines: _Lines) -> tuple[str, Span] | None:
    """«Костанай, 17 октября 2022 года. …»; without a year only behind a town of the lexicon."""
    return _first(_head(lines), _WITH_WHOLE_DAY, is_sure=True) or _first(_head(lines), _WITH_DAY)


def _behind_date(lines: _Lines) -> tuple[str, Span] | None:
    """«15 мая 2023 года, г. Астана»; without a word for its kind only a town of the lexicon."""
    return _first(_head(lines), _BEHIND_DAY, is_sure=True) or _first(_head(lines), _BARE_BEHIND_DAY)


def _known_town(lines: _Lines) -> tuple[str, Span] | None:
    """«МОСКВА», «Москва, Кремль» beside a line with the date, in the head of an act or below it."""
    return _first(_dated(_head(lines)), _KREMLIN) or _first(_dated(lines[-_TAIL_LINES:]), _KREMLIN)


def _title_page(lines: _Lines) -> tuple[str, Span] | None:
    """«Москва 2018», in one line or in two."""
    for (start, line), (_, after) in zip(lines[:_TITLE_PAGE_LINES], [*lines[1:], (0, "")], strict=False):
        match = _WITH_YEAR.fullmatch(line) or (_YEAR.fullmatch(after) and _KREMLIN.fullmatch(line))
        if match and "town" in match.groupdict() and (found := _told(match, start)):
            return found
        if len(line) > _BODY_CHARS:
            break
    return None


def _closing(lines: _Lines) -> tuple[str, Span] | None:
    """«Светлояр, 21 апреля 2025 года, № 118», «город Ташкент» below the text."""
    closing = [one for one in lines[-_TAIL_LINES:] if len(one[1]) <= _BODY_CHARS]
    return _first(closing, _WITH_WHOLE_DAY, is_sure=True) or _first(_dated(closing), _WITH_KIND, is_sure=True)


def _signed(lines: _Lines) -> tuple[str, Span] | None:
    """«Совершено в городе Ташкенте…»: the lexicon knows how the town is called."""
    for start, line in lines[-_TAIL_LINES:]:
        if (match := _SIGNED.search(line)) and (found := _told(match, start)):
            return found
    return None


RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("town_line", _town_line),
    ("behind_date", _behind_date),
    ("dateline", _dateline),
    ("title_page", _title_page),
    ("known_town", _known_town),
    ("closing", _closing),
    ("signed", _signed),
)
"""Earlier rules win."""


def _dated(lines: _Lines) -> _Lines:
    """Return the lines beside one that has little but a date."""
    return [
        lines[i]
        for i in range(len(lines))
        if any(_DATED.match(line) for _, line in lines[max(0, i - _BESIDE) : i + _BESIDE + 1])
    ]


def _head(lines: _Lines) -> _Lines:
    head = lines[:_HEAD_LINES]
    body = next((i for i, (_, line) in enumerate(head) if len(line) > _BODY_CHARS), len(head))
    return head[: body + 1]


def _first(lines: _Lines, pattern: re.Pattern[str], *, is_sure: bool = False) -> tuple[str, Span] | None:
    """Return the place of the first line that is like this.

    Args:
        lines: Lines to look at.
        pattern: The whole line.
        is_sure: Whether the pattern alone says that it is a place.
    """
    for start, line in lines:
        match = pattern.fullmatch(line)
        if match and (found := _told(match, start, is_sure=is_sure)):
            return found
    return None


def _told(match: re.Match[str], start: int, *, is_sure: bool = False) -> tuple[str, Span] | None:
    """Return the name of a town in the nominative, and its place; None if it may be something else."""
    town = match["town"]
    known = listed(town)
    span = Span(start + match.start("town"), start + match.end("town"))
    if known is not None and known.type == EntityType.CITY:
        return known.name, span
    if not is_sure or known is not None:
        return None
    kind = match.groupdict().get("kind") or ""
    name = town.title() if town.isupper() else town
    if not kind or kind.startswith("г"):
        return name, span
    first = start + match.start("kind")
    return f"{kind}. {name}" if len(kind) < 4 else f"{kind} {name}", Span(first, span.stop)
