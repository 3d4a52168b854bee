"""Names broken over lines: a register has «Абрамов Андрей» in one line and «Николаевич» in the next.

Sentences never cross a line feed, so this looks at the text: a patronymic with its given name before it, at
least one line feed among them. Whatever the tagger saw of the parts gives way to the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from index.facts import morph
from index.facts.named import Named
from index.facts.names import Name
from index.facts.person_spans import looks_like_surname
from index.model.fact import EntityType
from index.model.span import Span

_CAPITAL: Final = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_BROKEN = re.compile(
    rf"(?<![\w-])(?:(?P<surname>{_CAPITAL})(?P<gap>[ \n]))?(?P<given>{_CAPITAL})(?P<break>[ \n])"
    r"(?P<patronymic>[А-ЯЁ][а-яё]*(?:[ое]вич|ьич|[кт]ич|мич|[ое]вн|и?ничн)(?:а|у|ем|ом|е|ы|ой)?)"
    rf"(?![\w-])(?:(?P<after> )(?P<last>{_CAPITAL})(?![\w-]))?"
)


def joined(text: str, named: Sequence[Named]) -> list[Named]:
    """Return the names with those that lines broke made whole.

    Args:
        text: The document's text.
        named: All names, in text order.
    """
    whole = list(_broken(text))
    if not whole:
        return list(named)
    found: list[Named] = []
    for one in named:
        over = next((span for span in whole if span.overlaps(one.name.span)), None)
        if over is None or not (one.name.type == EntityType.PERSON or over.covers(one.name.span)):
            found.append(one)
        elif not found or found[-1].name.span != over:
            name = Name(over, EntityType.PERSON, "person_over_lines")
            found.append(replace(one, name=name, told_case=""))
    return found


def _broken(text: str) -> Iterator[Span]:
    """Yield the names with a patronymic that have a line feed in them."""
    for match in _BROKEN.finditer(text):
        start, stop = match.start("given"), match.end("patronymic")
        if not morph.has(match["given"], "Name"):
            continue
        surname, last = match["surname"], match["last"]
        if last and looks_like_surname(last) and not morph.has(last, "Name") and not _leads(surname):
            stop = match.end("last")
        elif surname and _leads(surname):
            start = match.start("surname")
        if "\n" in text[start:stop]:
            yield Span(start, stop)


def _leads(word: str | None) -> bool:
    """Whether a word before a given name is its surname."""
    return bool(word) and looks_like_surname(str(word))
