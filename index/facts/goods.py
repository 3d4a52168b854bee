"""Goods that the tagger takes for persons, places and bodies: «препарат Актемра», «таблетки Конкор»."""

from __future__ import annotations

import re

from index.facts import morph
from index.facts.lexicon import words
from index.facts.names import Name
from index.facts.passage import Passage

_LINE = 80
_CHAIN = r"(?:[«\"]?[А-ЯЁA-Z][\w-]*[»\"]?(?:,\s|\sи\s|\sили\s|\s))*[«\"]?"
_BEHIND_KIND = re.compile(rf"(?<![\w-])(?P<kind>[^\W\d_]+)\s{_CHAIN}$")


def drop(passage: Passage, names: list[Name]) -> list[Name]:
    """Drop what only the tagger has for a name and stands behind a word for goods, or begins with one."""
    return [name for name in names if name.rule != "tagger" or not _is_goods(passage, name)]


def _is_goods(passage: Passage, name: Name) -> bool:
    first, _, rest = passage.of(name.span).partition(" ")
    line = max(passage.span.start, name.span.start - _LINE)
    behind = _BEHIND_KIND.search(passage.text[line : name.span.start])
    return (bool(rest) and _is_kind(first)) or (behind is not None and _is_kind(behind["kind"]))


def _is_kind(word: str) -> bool:
    return bool(morph.lemmas(word.lower()) & words("goods.txt"))
