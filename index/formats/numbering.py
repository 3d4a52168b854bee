"""Numbers of items in DOCX: the file holds the rules, not the numbers."""

from __future__ import annotations

import re
from typing import Any, Final

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE: Final = re.compile(r"%([1-9])")
_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
_ROMAN: Final = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_LEVELS: Final = 9


class Numbering:
    """Counts the items of all lists of one document, in reading order.

    Args:
        root: `word/numbering.xml`; None if the document has none.
    """

    def __init__(self, root: Any | None) -> None:  # noqa: ANN401 - lxml has no types
        self._abstract: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[str] = set()
        for element in root.iter(f"{_W}abstractNum") if root is not None else ():
            levels = {_index(level): _rule(level) for level in element.iter(f"{_W}lvl")}
            self._abstract[element.get(f"{_W}abstractNumId") or ""] = levels
        for element in root.iter(f"{_W}num") if root is not None else ():
            abstract = element.find(f"{_W}abstractNumId")
            starts = {
                _index(one): _start(one)
                for one in element.iter(f"{_W}lvlOverride")
                if _start(one) is not None
            }
            name = "" if abstract is None else abstract.get(f"{_W}val") or ""
            self._lists[element.get(f"{_W}numId") or ""] = (
                name,
                {k: v for k, v in starts.items() if v is not None},
            )

    def mark(self, list_id: str, level: int) -> str:
        """Return what the next item of a list begins with («2.1.»); empty for a bullet."""
        abstract, starts = self._lists.get(list_id, ("", {}))
        rules = self._abstract.get(abstract, {})
        counts = self._counts.setdefault(abstract or list_id, [0] * _LEVELS)
        if list_id not in self._begun:
            # A list that says where it begins does not go on counting the one before.
            self._begun.add(list_id)
            for i, start in starts.items():
                counts[i] = start - rules.get(i, ("", "", 1))[2]
        level = min(max(level, 0), _LEVELS - 1)
        counts[level] += 1
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        form, pattern, _ = rules.get(level, ("bullet", "", 1))
        if form in ("bullet", "none") or not _PLACE.search(pattern):
            return ""

        def number(match: re.Match[str]) -> str:
            i = int(match[1]) - 1
            own_form, _, start = rules.get(i, ("decimal", "", 1))
            return written(start + max(counts[i], 1) - 1, own_form)

        return _PLACE.sub(number, pattern)


def written(number: int, form: str) -> str:
    """Return a number as a list of some form writes it."""
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        roman = ""
        for value, letters in _ROMAN:
            roman += letters * (number // value)
            number %= value
        return roman.upper() if form == "upperRoman" else roman
    letters = {"lowerLetter": "abcdefghijklmnopqrstuvwxyz", "russianLower": _RUSSIAN}.get(_lowered(form), "")
    if letters and number > 0:
        letter = letters[(number - 1) % len(letters)] * min(10, (number - 1) // len(letters) + 1)
        return letter.upper() if form.startswith("upper") or form.endswith("Upper") else letter
    return f"{number:02}" if form == "decimalZero" else str(number)


def _lowered(form: str) -> str:
    return {"upperLetter": "lowerLetter", "russianUpper": "russianLower"}.get(form, form)


def _index(element: Any) -> int:  # noqa: ANN401 - lxml has no types
    level = element.get(f"{_W}ilvl") or "0"
    return min(int(level), _LEVELS - 1) if level.isdigit() else 0


def _rule(level: Any) -> tuple[str, str, int]:  # noqa: ANN401 - lxml has no types
    def value(tag: str) -> str:
        found = level.find(f"{_W}{tag}")
        return "" if found is None else found.get(f"{_W}val") or ""

    start = value("start")
    return (
        value("numFmt") or "decimal",
        value("lvlText"),
        int(start) if re.fullmatch(r"\d{1,6}", start) else 1,
    )


def _start(override: Any) -> int | None:  # noqa: ANN401 - lxml has no types
    found = override.find(f"{_W}startOverride")
    value = "" if found is None else found.get(f"{_W}val") or ""
    return int(value) if re.fullmatch(r"\d{1,6}", value) else None
