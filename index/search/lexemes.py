"""Splits a query into brackets, operators and terms. Never fails: what cannot be meant is mended and told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from index.model.said import said
from index.model.span import Span
from index.search.query_fields import FIELDS, Field, read_value, wanted
from index.search.quotes import DOUBLE, Quotes, balanced
from index.search.runs import RUN, behind_blanks, operator, operator_at, read_bare
from index.search.terms import CHUNK, read_chunk, read_quoted
from index.search.tree import DEFAULT_DISTANCE, NEAR, Leaf, Phrase


class Kind(Enum):
    """What a lexeme does in the query."""

    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    NEAR = auto()
    TITLE = auto()
    """`название:`, which holds for the term or the bracket that follows."""
    TERM = auto()


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One piece of a query; `leaf` is there for terms only, `distance` for NEAR."""

    kind: Kind
    leaf: Leaf | None = None
    distance: int = 0


MOST_BETWEEN: Final = 100
"""Words that may stand between those of a phrase or of NEAR."""

_EMPTY: Final = re.compile(r"\(\s*(?:\)|\Z)")
_SLOP: Final = re.compile(r"~(\d*)")
_FIELD: Final = re.compile(r"(\w+):")
_DASHES: Final = "-−–—"
_MINUSES: Final = "-−"
_KINDS: Final = {"И": Kind.AND, "ИЛИ": Kind.OR, "НЕ": Kind.NOT}


class Lexer:
    """One pass over one query.

    Args:
        text: The query.

    Attributes:
        problems: What was mended or left out, in Russian, for the reader.
    """

    def __init__(self, text: str) -> None:
        self.problems: list[str] = []
        self._text, self._at = text, 0
        self._quotes = Quotes(text)
        # The field of each open bracket: лицо:(Токаев ИЛИ Мирзиёев).
        self._scopes: list[Field | None] = []

    def lexemes(self) -> Iterator[Lexeme]:
        """Yield the lexemes; brackets come balanced."""
        while self._at < len(self._text):
            character = self._text[self._at]
            if character.isspace():
                self._at += 1
            elif character == "(":
                yield self._open(self._scope)
            elif character == ")":
                yield from self._close()
            elif self._quotes.opens_at(self._at):
                if self._quotes.is_stray(self._at):
                    self._at += 1
                    self._told(said("query.stray_quote", "Лишняя закрывающая кавычка пропущена."))
                elif self._scope is None:
                    yield from self._quoted(is_exact=False)
                else:
                    yield from self._value(self._scope)
            else:
                yield from self._run()
        if self._scopes:
            self._told(said("query.open_bracket", "Скобка не закрыта: считается закрытой в конце запроса."))
        yield from (Lexeme(Kind.CLOSE) for _ in self._scopes)

    @property
    def _scope(self) -> Field | None:
        return self._scopes[-1] if self._scopes else None

    def _open(self, scope: Field | None) -> Lexeme:
        self._at += 1
        self._scopes.append(scope)
        return Lexeme(Kind.OPEN)

    def _close(self) -> Iterator[Lexeme]:
        self._at += 1
        if self._scopes:
            self._scopes.pop()
            yield Lexeme(Kind.CLOSE)
        else:
            self._told(said("query.extra_bracket", "Лишняя закрывающая скобка пропущена."))

    def _told(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)

    def _run(self) -> Iterator[Lexeme]:
        match = RUN.match(self._text, self._at)
        assert match is not None
        run, start = match.group(), match.start()
        if lexeme := self._operator(run):
            self._at = match.end()
            yield lexeme
        elif run[0] in _DASHES:
            yield from self._minus(run)
        elif run[0] == "+":
            # Every word has to be there anyway.
            self._at += len(run) - len(run.lstrip("+"))
        elif (named := _FIELD.match(run)) and (name := named[1].lower()) in FIELDS:
            self._at = start + named.end()
            yield from self._field(FIELDS[name])
        elif self._scope is not None:
            yield from self._value(self._scope)
        elif run[0] == "=":
            self._at += 1
            if self._quotes.opens_at(self._at):
                yield from self._quoted(is_exact=True)
            else:
                yield from self._terms(run[1:], start + 1, is_exact=True)
        else:
            yield from self._terms(run, start, is_exact=False)

    def _operator(self, run: str) -> Lexeme | None:
        if near := NEAR.fullmatch(run):
            return Lexeme(Kind.NEAR, distance=self._between(near[1]) if near[1] else DEFAULT_DISTANCE)
        name = operator(run)
        return Lexeme(_KINDS[name]) if name else None

    def _between(self, digits: str) -> int:
        number = int(digits[:9])
        if number > MOST_BETWEEN:
            self._told(
                said(
                    "query.far",
                    "Между словами может быть не больше {most} других: ищется так.",
                    most=MOST_BETWEEN,
                )
            )
        return min(number, MOST_BETWEEN)

    def _minus(self, run: str) -> Iterator[Lexeme]:
        bare = run.lstrip(_DASHES)
        self._at += len(run) - len(bare)
        # A long dash opens direct speech, a lone hyphen is punctuation or half of «-слово».
        follows = bare or self._text[self._at : self._at + 1]
        if run[0] in _MINUSES and (bare or (follows and follows in f"({DOUBLE}")):
            yield Lexeme(Kind.NOT)

    def _field(self, field: Field) -> Iterator[Lexeme]:
        if field is Field.TITLE:
            yield Lexeme(Kind.TITLE)
            return
        colon, self._at = self._at, behind_blanks(self._text, self._at)
        if self._at > colon and operator_at(self._text, self._at):
            self._told(wanted(field))
        elif _EMPTY.match(self._text, self._at):
            self._told(wanted(field))
            yield self._open(field)
        elif self._text[self._at : self._at + 1] == "(":
            yield self._open(field)
        else:
            yield from self._value(field)

    def _value(self, field: Field) -> Iterator[Lexeme]:
        start = self._at
        if self._quotes.opens_at(start):
            leaf = read_value(field, balanced(self._inside_quotes()), Span(start, self._at))
        else:
            leaf, self._at = read_bare(field, self._text, start)
        if leaf is None:
            self._told(wanted(field))
        else:
            yield Lexeme(Kind.TERM, leaf)

    def _inside_quotes(self) -> str:
        """Return what stands in the quotation that begins here, and go behind it."""
        quoted = self._quotes.read(self._at)
        self._at = quoted.end
        if not quoted.is_closed and quoted.text.strip():
            self._told(said("query.open_quote", "Кавычка не закрыта: считается закрытой в конце запроса."))
        return quoted.text

    def _quoted(self, *, is_exact: bool) -> Iterator[Lexeme]:
        start = self._at
        parts = read_quoted(self._inside_quotes(), start + 1, self._told, is_exact=is_exact)
        slop = self._slop(len(parts))
        if len(parts) == 1:
            yield Lexeme(Kind.TERM, parts[0])
        elif parts:
            yield Lexeme(Kind.TERM, Phrase(tuple(parts), slop, Span(start, self._at)))

    def _slop(self, part_count: int) -> int:
        match = _SLOP.match(self._text, self._at)
        if match is None:
            return 0
        self._at = match.end()
        if part_count < 2 or not match[1]:
            self._told(
                said(
                    "query.slop",
                    '«~» после кавычек действует так: "два слова"~5 — не больше пяти слов между ними.',
                )
            )
            return 0
        return self._between(match[1])

    def _terms(self, run: str, start: int, *, is_exact: bool) -> Iterator[Lexeme]:
        self._at = start + len(run)
        for chunk in CHUNK.finditer(run):
            for leaf in read_chunk(chunk.group(), start + chunk.start(), self._told, is_exact=is_exact):
                yield Lexeme(Kind.TERM, leaf)
