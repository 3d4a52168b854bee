"""Reads what DjVuLibre's programs print: lists in brackets, of names, numbers and texts in quotes."""

from __future__ import annotations

import re
from typing import Any, Final

Symbols = list[Any]
"""Nested lists of int and str."""

_TOKEN: Final = re.compile(r'\(|\)|"((?:[^"\\]|\\.)*)"|([^\s()"]+)', re.DOTALL)
_ESCAPE: Final = re.compile(r"\\(?:([0-7]{1,3})|(.))", re.DOTALL)
_OCTETS: Final = re.compile(r"(?:\\[0-7]{3})+")
_PLAIN_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "b": "\b", "v": "\v", "a": "\a"}
_NUMBER: Final = re.compile(r"-?\d{1,9}\Z")


def parsed(text: str) -> Symbols:
    """Return the lists of a text; brackets that are never closed are closed at its end."""
    top: Symbols = []
    open_lists = [top]
    for match in _TOKEN.finditer(text):
        piece = match.group()
        if piece == "(":
            inner: Symbols = []
            open_lists[-1].append(inner)
            open_lists.append(inner)
        elif piece == ")":
            if len(open_lists) > 1:
                open_lists.pop()
        elif match[1] is not None:
            open_lists[-1].append(_unescaped(match[1]))
        else:
            open_lists[-1].append(int(piece) if _NUMBER.match(piece) else piece)
    return top


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    # Letters beyond ASCII come as the octets of their UTF-8.
    text = _OCTETS.sub(lambda run: _letters(run.group()), text)
    return _ESCAPE.sub(
        lambda match: chr(int(match[1], 8)) if match[1] else _PLAIN_ESCAPES.get(match[2], match[2]), text
    )


def _letters(octets: str) -> str:
    return bytes(int(part, 8) & 0xFF for part in octets.split("\\")[1:]).decode("utf-8", "replace")
