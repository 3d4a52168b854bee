"""Reads a query: words, "phrases", -words, operators, brackets, prefixes, wildcards, fields.

| written | finds |
|---|---|
| `два слова` | documents with both, in any form |
| `"два слова"`, any quotation marks | the phrase in any form; `"два слова"~5` with up to five words between |
| `-слово`, `НЕ слово`, `NOT слово` | documents without it |
| `ИЛИ`, `OR`; `И`, `AND`; brackets | operators are in capitals; НЕ binds closest, then И, then ИЛИ |
| `слов*`, `сл?во` | words as written that begin so, or fit |
| `слово~1` | the word as written with one wrong letter |
| `=слово`, `="два слова"` | this very form, case and ё aside |
| `название:`, `файл:`, `дата:` (`title:`, `file:`, `date:`) | by title, part of the file name, date |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.errors import QueryError
from index.model.said import said
from index.search.lexemes import Kind, Lexeme, Lexer
from index.search.tree import (
    And,
    Fuzzy,
    InDates,
    InFileName,
    InTitle,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Wildcard,
    leaves,
    write,
)

LONGEST_QUERY: Final = 1000
"""Characters."""

DEEPEST_QUERY: Final = 20
"""Brackets within brackets."""


MOST_PATTERNS: Final = 10
"""Words with `*`, `?` or `~`, each of which stands for many words of the index."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was read.

    Attributes:
        text: What was typed.
        root: The tree; None when nothing in it can be searched.
        problems: What was mended or left out, in Russian.
    """

    text: str
    root: Node | None
    problems: tuple[str, ...] = ()

    @property
    def read_as(self) -> str:
        """The query in its own language, every operator written out; empty when nothing can be searched."""
        return "" if self.root is None else write(self.root)


def parse(text: str) -> Query:
    """Read a query. Half-typed ones are read as far as they go, and `problems` says what was mended.

    Raises:
        QueryError: If it is longer than `LONGEST_QUERY`, nested deeper than `DEEPEST_QUERY`, or has more
            than `MOST_PATTERNS` patterns.
    """
    if len(text) > LONGEST_QUERY:
        raise QueryError(
            said("query.long", "Запрос длиннее {most} знаков.", most=LONGEST_QUERY),
            said("query.shorten", "Сократите его: достаточно нескольких слов."),
            LONGEST_QUERY,
            len(text),
        )
    lexer = Lexer(text)
    lexemes = list(lexer.lexemes())
    words = (part for x in lexemes for part in (x.leaf.parts if isinstance(x.leaf, Phrase) else (x.leaf,)))
    patterns = [word for word in words if isinstance(word, Prefix | Wildcard | Fuzzy)]
    if len(patterns) > MOST_PATTERNS:
        raise QueryError(
            said(
                "query.many_patterns", "В запросе больше {most} слов с «*», «?» или «~».", most=MOST_PATTERNS
            ),
            said("query.keep_few", "Оставьте самые нужные."),
            patterns[MOST_PATTERNS].span.start,
            len(text),
        )
    parser = _Parser(lexemes, lexer.problems, len(text))
    root = parser.disjunction(0)
    return Query(text, root, tuple(lexer.problems))


class _Parser:
    """Recursive descent; an operator without an operand is left out and told."""

    def __init__(self, lexemes: Sequence[Lexeme], problems: list[str], length: int) -> None:
        self._lexemes, self._problems, self._length = lexemes, problems, length
        self._at = 0

    def disjunction(self, depth: int) -> Node | None:
        """Read up to the closing bracket or the end."""
        if depth > DEEPEST_QUERY:
            raise QueryError(
                said("query.deep", "В запросе больше {most} вложенных скобок.", most=DEEPEST_QUERY),
                said("query.fewer_brackets", "Уберите лишние скобки."),
                0,
                self._length,
            )
        parts: list[Node] = []
        while True:
            part = self._conjunction(depth)
            if part is not None:
                parts.extend(part.parts if isinstance(part, Or) else (part,))
            elif self._peek() is Kind.OR or self._behind() is Kind.OR:
                self._lost("ИЛИ")
            if self._peek() is not Kind.OR:
                return _joined(Or, parts)
            self._at += 1

    def _conjunction(self, depth: int) -> Node | None:
        parts: list[Node] = []
        while (kind := self._peek()) not in {None, Kind.CLOSE, Kind.OR}:
            if kind is Kind.AND:
                self._at += 1
                if not parts or self._peek() in {None, Kind.CLOSE, Kind.OR, Kind.AND}:
                    self._lost("И")
                continue
            part = self._operand(depth)
            if part is not None:
                parts.extend(part.parts if isinstance(part, And) else (part,))
        return _joined(And, parts)

    def _operand(self, depth: int) -> Node | None:
        is_negative = False
        while self._peek() is Kind.NOT:
            is_negative = not is_negative
            self._at += 1
        kind = self._peek()
        if kind in {None, Kind.CLOSE, Kind.OR, Kind.AND}:
            self._lost("НЕ")
            return None
        lexeme = self._lexemes[self._at]
        self._at += 1
        node: Node | None
        if kind is Kind.OPEN:
            node = self.disjunction(depth + 1)
            self._at += 1
        elif kind is Kind.TITLE:
            node = self._in_title(depth)
        else:
            node = lexeme.leaf
        if node is None or not is_negative:
            return node
        return node.part if isinstance(node, Not) else Not(node)

    def _in_title(self, depth: int) -> Node | None:
        while self._peek() is Kind.TITLE:
            self._at += 1
        if self._peek() not in {Kind.OPEN, Kind.TERM}:
            self._problem(said("query.title_word", "После «название:» нужно слово."))
            return None
        node = self._operand(depth)
        if node is None:
            return None
        if any(isinstance(leaf, InFileName | InDates) for leaf in leaves(node)) or _has_title(node):
            self._problem(said("query.title_fields", "Поля внутри «название:(…)» пропущены вместе с ним."))
            return node
        return InTitle(node)

    def _peek(self) -> Kind | None:
        return self._lexemes[self._at].kind if self._at < len(self._lexemes) else None

    def _behind(self) -> Kind | None:
        return self._lexemes[self._at - 1].kind if self._at else None

    def _lost(self, operator: str) -> None:
        self._problem(
            said(
                "query.lone_operator",
                "Оператору {operator} не хватает слова: он пропущен.",
                operator=operator,
            )
        )

    def _problem(self, problem: str) -> None:
        if problem not in self._problems:
            self._problems.append(problem)


def _has_title(node: Node) -> bool:
    if isinstance(node, And | Or):
        return any(_has_title(part) for part in node.parts)
    return isinstance(node, InTitle) or (isinstance(node, Not) and _has_title(node.part))


def _joined(kind: type[And] | type[Or], parts: list[Node]) -> Node | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    return kind(tuple(parts))
