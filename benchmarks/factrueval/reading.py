"""Reads an annotated folder: six files a document, described in the data's own notes.

A line's fields are parted by one blank; what follows `#` repeats them for people. Records of `.coref` and
`.facts` are parted by empty lines.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from benchmarks.factrueval.gold import Argument, Document, Entity, Fact, Kind, Mention
from index.model.span import Span

TYPES = ("Occupation", "Meeting", "Deal", "Ownership")
"""The types of facts that the published track has; the files also know `isPartOf`."""

_KINDS = {"Person": Kind.PERSON, "Location": Kind.PLACE, "LocOrg": Kind.PLACE, "Org": Kind.BODY}
_NAMING = {
    Kind.PERSON: frozenset({"name", "surname", "patronymic", "nickname"}),
    Kind.PLACE: frozenset({"loc_name"}),
    Kind.BODY: frozenset({"org_name"}),
}
_PARTS_OF_A_PERSON = ("firstname", "lastname", "patronymic", "nickname")
_REMARKS = frozenset({"Сложность", "Модальность", "Фаза"})
_HARD = ("Сложность", "повышенная")
_REFERENCE = re.compile(r"(obj|span)(\d+)\s*")
_SUFFIX = re.compile(r"\d*$")


@dataclass(frozen=True, slots=True)
class _Part:
    """A marked piece of text: a line of `.spans`."""

    type: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Record:
    """A record of `.coref` or `.facts`: the fields of its first line, then keys with values."""

    head: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]


def read_folder(folder: Path) -> list[Document]:
    """Return the documents of a folder in the order of their names."""
    return [read_document(path) for path in sorted(folder.glob("*.txt"))]


def read_document(path: Path) -> Document:
    """Return a document with its annotation.

    Args:
        path: Its text; the other files lie beside it under the same name.
    """
    text = path.read_text(encoding="utf-8")
    tokens = tuple(_tokens(path))
    parts = {
        fields[0]: _Part(fields[1], Span(int(fields[2]), int(fields[2]) + int(fields[3])))
        for fields in _lines(path.with_suffix(".spans"))
    }
    marked = {
        fields[0]: (fields[1], [parts[number] for number in fields[2:]])
        for fields in _lines(path.with_suffix(".objects"))
    }
    numbers = {name: number for number, name in enumerate(marked)}
    mentions = tuple(_mention(tokens, type_, of) for type_, of in marked.values())
    entities: dict[str, Entity] = {}
    for record in _records(path.with_suffix(".coref")):
        own = tuple(numbers[name] for name in record.head[1:])
        entities[record.head[0]] = _entity(record, own, mentions)
    known = _Known(text, parts, mentions, entities)
    facts = known.facts(_records(path.with_suffix(".facts")))
    return Document(path.stem, text, tokens, mentions, tuple(entities.values()), facts)


def _lines(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.partition("#")[0].split()
        if fields:
            yield fields


def _tokens(path: Path) -> Iterator[Span]:
    """Yield the tokens that have a letter or a digit."""
    for line in path.with_suffix(".tokens").read_text(encoding="utf-8").splitlines():
        fields = line.split(" ", 3)
        if len(fields) == 4 and any(char.isalnum() for char in fields[3]):
            yield Span(int(fields[1]), int(fields[1]) + int(fields[2]))


def _records(path: Path) -> Iterator[_Record]:
    if not path.is_file():
        return
    for block in re.split(r"\n[ \t]*\n", path.read_text(encoding="utf-8").strip()):
        first, *rest = block.strip().splitlines() or [""]
        pairs = [line.strip().partition(" ") for line in rest]
        if first:
            yield _Record(
                tuple(first.split()), tuple((key, value.strip()) for key, _, value in pairs if value.strip())
            )


def _mention(tokens: tuple[Span, ...], type_: str, parts: list[_Part]) -> Mention:
    kind = _KINDS.get(type_)
    hull = reduce(Span.hull, (part.span for part in parts))
    own = _NAMING[kind] if kind is not None else frozenset()
    naming = _touched(tokens, [part.span for part in parts if part.type in own])
    rest = _touched(tokens, [part.span for part in parts]) - naming
    return Mention(kind, hull, naming, rest, is_counted=bool(naming))


def _touched(tokens: tuple[Span, ...], spans: list[Span]) -> frozenset[int]:
    return frozenset(n for n, token in enumerate(tokens) if any(token.overlaps(span) for span in spans))


def _entity(record: _Record, own: tuple[int, ...], mentions: tuple[Mention, ...]) -> Entity:
    kind = mentions[own[0]].kind if own else None
    parts = _parts(record) if kind == Kind.PERSON else ()
    names = [" ".join(spelling) for spelling in itertools.product(*parts)] if parts else []
    said = [value for key, value in record.pairs if key == "name"]
    described = [value for key, value in record.pairs if key == "descriptor"]
    names += said
    names += [f"{word} {name}" for name in said for word in described if not _begins(name, word)]
    counts = bool(names) and any(mentions[number].is_counted for number in own)
    return Entity(kind, own, parts, tuple(dict.fromkeys(names or described)), counts)


def _begins(name: str, description: str) -> bool:
    """Whether a name begins with its description as it is: «партия зелёных» is no «партия партия зелёных»."""
    return f"{name} ".lower().startswith(f"{description} ".lower())


def _parts(record: _Record) -> tuple[tuple[str, ...], ...]:
    """Return the parts of a person's name: `firstname1` is another part, a second `firstname` a spelling."""
    spellings: dict[str, list[str]] = {}
    for key, value in record.pairs:
        if _SUFFIX.sub("", key) in _PARTS_OF_A_PERSON:
            spellings.setdefault(key, []).append(value)
    return tuple(tuple(values) for values in spellings.values())


@dataclass(frozen=True, slots=True)
class _Known:
    """What the records of facts refer to."""

    text: str
    parts: Mapping[str, _Part]
    mentions: tuple[Mention, ...]
    entities: Mapping[str, Entity]

    def facts(self, records: Iterator[_Record]) -> tuple[Fact, ...]:
        """Return the facts of the four types; what two records state alike is one fact, easy if either is."""
        found: list[Fact] = []
        for record in records:
            if record.head[1] not in TYPES:
                continue
            fact = self._fact(record)
            same = next((number for number, known in enumerate(found) if known.is_same(fact)), None)
            if same is None:
                found.append(fact)
            elif not fact.is_hard:
                found[same] = fact
        return tuple(found)

    def _fact(self, record: _Record) -> Fact:
        pairs = [(slot, value) for slot, value in record.pairs if slot not in _REMARKS]
        arguments = tuple(Argument(slot, self._options(value)) for slot, value in pairs)
        places = [spans for _, value in pairs if (spans := self._places(value))]
        return Fact(record.head[1], arguments, _HARD in record.pairs, _nearest(places))

    def _options(self, value: str) -> tuple[str, ...]:
        """Return all that is accepted: what the record says itself, and what it refers to."""
        options: list[str] = []
        for piece in value.split(" | "):
            kind, name, said = _reference(piece)
            options.append(said)
            if kind == "span" and name in self.parts:
                options.append(self.parts[name].span.of(self.text))
            elif kind == "obj" and name in self.entities:
                options += self.entities[name].names
                options += [span.of(self.text) for span in self._mentioned(name)]
        return tuple(dict.fromkeys(option for option in options if option))

    def _places(self, value: str) -> list[Span]:
        places: list[Span] = []
        for piece in value.split(" | "):
            kind, name, _ = _reference(piece)
            if kind == "span" and name in self.parts:
                places.append(self.parts[name].span)
            elif kind == "obj" and name in self.entities:
                places += self._mentioned(name)
        return places

    def _mentioned(self, entity: str) -> list[Span]:
        return [self.mentions[number].span for number in self.entities[entity].mentions]


def _reference(piece: str) -> tuple[str, str, str]:
    """Return kind and number of what a piece refers to, both empty without one, and what else it says."""
    match = _REFERENCE.match(piece)
    return ("", "", piece) if match is None else (match[1], match[2], piece[match.end() :])


def _nearest(places: list[list[Span]]) -> Span:
    """Return the shortest passage with a place of each of the first two arguments."""
    pairs = itertools.product(*places[:2])
    hulls = [reduce(Span.hull, pair) for pair in pairs if pair]
    return min(hulls, key=len, default=Span(0, 0))
