"""Lists of names or words, searched at once: one line, one query, one row of counts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from index.errors import QueryError
from index.model.said import said, together
from index.model.study import WordRow, WordTable
from index.search.engine import Asked
from index.search.tree import Node, write
from index.study.asking import Asking
from index.tasks import Task
from index.text.normalise import fold
from index.text.tokens import TOKEN

MOST_LINES: Final = 5000

_LINES: Final = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_NUMBER: Final = re.compile(r"\s*(?:\(?\d{1,4}[.)]+(?=\s|[^\W\d])|[•·●▪◦*‣–—-](?=\s))\s*")
_OPENING, _CLOSING = '«“„‟("', '»”)"'
_OPERATORS: Final = re.compile(
    r"""[«»“”„‟"()*?~=|&+]|(?:^|\s)[-−]\w|\w:\S|(?:^|\s)(?:И|ИЛИ|НЕ|AND|OR|NOT|NEAR|НЕПОДАЛ[ЕЁ]КУ)(?:[\s/]|$)"""
)


def entries(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the entries of a pasted list, in its order.

    Lines, tabs and semicolons part entries, and so do commas, those within a number apart. Within quotes and
    brackets nothing parts. Numbers and bullets in front are left out, and so are columns of bare numbers
    beside others.
    """
    found: list[str] = []
    for line in (piece for text in lines for piece in _LINES.split(text)):
        line_entries = [_bare(piece) for piece in _pieces(line.strip("\ufeff"))]
        line_entries = [entry for entry in line_entries if entry]
        worded = [entry for entry in line_entries if not entry.isdecimal()]
        found += worded or line_entries
    return tuple(found)


def as_query(entry: str) -> str:
    """Return how an entry is asked: as it is if it uses operators, several words as a phrase in any form."""
    if _OPERATORS.search(entry) or len(TOKEN.findall(entry)) < 2:
        return entry
    return f"«{entry}»"


def word_table(
    asking: Asking,
    lines: Iterable[str],
    within: str,
    dates: Mapping[int, str],
    task: Task | None = None,
) -> WordTable:
    """Count the documents and matches of every entry of a list. Blocks.

    Args:
        asking: The archive.
        lines: The list (`entries`).
        within: A query; only documents that answer it are counted. Empty for all.
        dates: The own date of every document of the archive, by its number; empty for those without.
        task: Cancels, and is told of the progress by entries.

    Raises:
        QueryError: If `within` cannot be answered, or the list is longer than `MOST_LINES`.
        SearchIndexError: If the index cannot be used.
        Cancelled: If `task` was.
    """
    task = task or Task()
    listed = entries(lines)
    if len(listed) > MOST_LINES:
        raise QueryError(
            said("words.many", "В списке больше {most} строк.", most=MOST_LINES),
            said("words.split", "Разделите его на части."),
        )
    numbers = frozenset(asking.matching(asking.tree(within), task)) if within.strip() else None
    rows: list[WordRow] = []
    first_lines: dict[str, int] = {}
    for number, entry in enumerate(listed, 1):
        task.checkpoint(number - 1, len(listed))
        row = WordRow(entry, as_query(entry), 0, 0)
        try:
            root = asking.tree(row.query)
        except QueryError as error:
            rows.append(replace(row, problem=together(error.user_message, error.hint)))
            continue
        first = first_lines.setdefault(fold(write(root)), number)
        if first < number:
            told = said("words.repeated", "Повтор строки {line}: сосчитана там.", line=first)
            rows.append(replace(row, problem=told))
        else:
            rows.append(_counted(row, asking, root, numbers, dates, task))
    return WordTable(tuple(rows), within.strip())


def _counted(
    row: WordRow,
    asking: Asking,
    root: Node,
    numbers: Collection[int] | None,
    dates: Mapping[int, str],
    task: Task,
) -> WordRow:
    if numbers is None:
        outcome = asking.answer(Asked(root, limit=0, has_spans=False), task)
        found, matches = [one.number for one in outcome.ranked], outcome.matches
    else:
        found, matches = [], 0
        for one in asking.occurrences(root, task, numbers):
            found.append(one.number)
            matches += len(one.spans)
    dated = [date for number in found if (date := dates.get(number, ""))]
    return replace(
        row, documents=len(found), matches=matches, first=min(dated, default=""), last=max(dated, default="")
    )


def _pieces(line: str) -> Iterator[str]:
    """Yield what tabs, semicolons and commas part outside of quotes and brackets."""
    start, depth = 0, 0
    for at, character in enumerate(line):
        if character == '"':
            depth = 0 if depth else 1
        elif character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        elif character == "\t" or (not depth and character in ";," and not _is_decimal(line, at)):
            yield line[start:at]
            start, depth = at + 1, 0
    yield line[start:]


def _is_decimal(line: str, at: int) -> bool:
    return line[at] == "," and line[at - 1 : at].isdigit() and line[at + 1 : at + 2].isdigit()


def _bare(piece: str) -> str:
    numbered = _NUMBER.match(piece)
    return " ".join(piece[numbered.end() if numbered else 0 :].split())
