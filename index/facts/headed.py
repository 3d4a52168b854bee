"""Bodies that somebody heads by a verb: «совет, который возглавят…», «возглавлял Калбинскую партию»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.facts import clauses, morph
from index.facts.names import Name
from index.facts.passage import Passage
from index.model.fact import EntityType
from index.model.span import Span

_VERBS = {
    "возглавить": "глава", "возглавлять": "глава", "руководить": "глава",
    "председательствовать": "председатель",
}  # fmt: skip
"""The office of whoever does it, in the nominative."""
_PRESIDES = "председатель"
_CLAUSES = ("acl", "acl:relcl")
_OBJECTS = ("obj", "obl", "iobj")
_AGENTS = ("obl", "obl:agent", "iobj", "nmod")


@dataclass(frozen=True, slots=True)
class Headed:
    """A verb with the person and the body it joins.

    Attributes:
        verb: The verb.
        person: Who heads.
        office: As what, in the nominative.
        body: What; None where somebody presides and nobody says over whom.
        status: actual, past or planned.
    """

    verb: Span
    person: Name
    office: str
    body: Name | None
    status: str


def find_headed(passage: Passage, names: list[Name]) -> Iterator[Headed]:
    """Yield who heads which body by a verb of the sentence; needs its syntax."""
    for position, node in enumerate(passage.nodes):
        token = passage.tokens[position]
        office = next((_VERBS[one] for one in morph.lemmas(token.text.lower()) if one in _VERBS), "")
        if node.part != "VERB" or not office:
            continue
        bodies = [
            name for child in _children(passage, position, _OBJECTS) for name in _at(passage, names, child)
        ]
        if node.relation in _CLAUSES:
            bodies += _at(passage, names, node.head)
        body = next((name for name in bodies if name.type == EntityType.ORG), None)
        if body is None and office != _PRESIDES:
            continue
        for person in _subjects(passage, names, position):
            yield Headed(token.span, person, office, body, _status(passage, position))


def _subjects(passage: Passage, names: list[Name], verb: int) -> Iterator[Name]:
    """Yield the persons who are its subject (all that «и» joins), or whom a participle speaks of."""
    heads = _children(passage, verb, ("nsubj",))
    features = passage.nodes[verb].features
    if not heads and passage.nodes[verb].relation == "conj":
        # «Белов окончил институт и возглавлял партию»: one subject for both.
        heads = _children(passage, passage.nodes[verb].head, ("nsubj",))
    if not heads and features.get("VerbForm") == "Part":
        # «Партия, возглавляемая Беловым»: of what is headed, who heads it stands behind.
        heads = (
            _children(passage, verb, _AGENTS)
            if features.get("Voice") == "Pass"
            else [passage.nodes[verb].head]
        )
    if not heads and (party := clauses.subject_of(passage, names, verb)) is not None:
        yield party.name
    while heads:
        head = heads.pop(0)
        yield from (name for name in _at(passage, names, head) if name.type == EntityType.PERSON)
        heads += _children(passage, head, ("conj",))


def _children(passage: Passage, head: int, relations: tuple[str, ...]) -> list[int]:
    return [
        i
        for i, node in enumerate(passage.nodes)
        if node.head == head and node.relation in relations and i != head
    ]


def _at(passage: Passage, names: list[Name], position: int) -> list[Name]:
    if not 0 <= position < len(passage.tokens):
        return []
    span = passage.tokens[position].span
    return sorted((n for n in names if n.span.overlaps(span)), key=lambda n: -len(n.span))


def _status(passage: Passage, verb: int) -> str:
    features = passage.nodes[verb].features
    if features.get("Tense") == "Past" and features.get("VerbForm") != "Part":
        return "past" if features.get("Aspect") == "Imp" else "actual"
    is_future = features.get("Tense") == "Fut" or (
        features.get("Aspect") == "Perf" and features.get("Mood") == "Ind" and features.get("Tense") != "Past"
    )
    return "planned" if is_future else "actual"
