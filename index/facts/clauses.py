"""Verbs with what belongs to them in their clause: who does it, whom it is done to, whether it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.facts import morph
from index.facts.names import Name
from index.facts.passage import Passage
from index.facts.places import TAGGER_CASES
from index.model.fact import EntityType
from index.model.span import Span

VERBAL: Final = frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"})
"""pymorphy3's parts of speech that are forms of a verb."""

_BORDERS: Final = frozenset({";", ":", "(", ")"})
_QUOTES: Final = {"«": "»", "„": "“", "“": "”", '"': '"'}
_SUBJECTS: Final = ("nsubj", "nsubj:pass")
_JOINED: Final = ("appos", "flat:name", "flat", "conj")
_ORDERS: Final = frozenset({"приказывать", "приказать", "постановить", "постановлять", "решить"})
_INITIAL: Final = 3
"""Shorter words tell no case."""
_PRONOUNS: Final = frozenset({"его", "ее", "её"})
_OBJECTS: Final = ("Acc", "Gen")
_OBLIQUE: Final = ("Acc", "Gen", "Dat", "Ins", "Loc")
_MAKERS: Final = (EntityType.PERSON, EntityType.ORG, EntityType.COUNTRY)


@dataclass(frozen=True, slots=True)
class Party:
    """A name that takes part, and the words for it in the clause: itself, or a pronoun."""

    name: Name
    said: Span


def around(passage: Passage, verb: int) -> range:
    """Return the numbers of the tokens of a verb's clause: up to other verbs, conjunctions, brackets."""
    first, stop = verb, verb + 1
    while first > 0 and not _is_border(passage, first - 1):
        first -= 1
    while stop < len(passage.tokens) and not _is_border(passage, stop):
        stop += 1
    return range(first, stop)


def _is_border(passage: Passage, position: int) -> bool:
    text = passage.tokens[position].text
    if text in _BORDERS or passage.part(position) == "SCONJ" or is_relative(text):
        return True
    if text in _QUOTES or text in _QUOTES.values():
        return not _quotes_a_name(passage, position)
    return is_finite(passage, position) or passage.feature(position, "VerbForm") == "Conv"


def _quotes_a_name(passage: Passage, position: int) -> bool:
    """Whether a quotation mark is one of two around words without a verb: a name, not somebody's speech."""
    opened = -1
    for number, token in enumerate(passage.tokens):
        if opened < 0 and token.text in _QUOTES:
            opened = number
        elif opened >= 0 and token.text == _QUOTES[passage.tokens[opened].text]:
            if position in (opened, number):
                return not any(is_finite(passage, inside) for inside in range(opened, number))
            opened = -1
    return False


def is_finite(passage: Passage, position: int) -> bool:
    """Whether a token is a verb that makes a clause («назначил», «назначен»)."""
    if passage.part(position) == "VERB" and passage.feature(position, "VerbForm") == "Fin":
        return True
    return passage.feature(position, "Variant") == "Short" and is_passive(passage, position)


def is_relative(word: str) -> bool:
    """Whether a word begins a clause about what stands before it («который»)."""
    return "который" in morph.lemmas(word.lower())


def is_passive(passage: Passage, verb: int) -> bool:
    """Whether a verb is a participle of what is done («назначен»)."""
    readings = morph.parses(passage.tokens[verb].text.lower())
    return any(p.tag.POS in ("PRTS", "PRTF") and "pssv" in p.tag for p in readings)


def is_denied(passage: Passage, verb: int) -> bool:
    """Whether «не» stands before a verb, or before the one that it depends on."""
    return any(
        one > 0 and passage.tokens[one - 1].text.lower() == "не" for one in (verb, governor(passage, verb))
    )


def governor(passage: Passage, verb: int) -> int:
    """Return the verb that an infinitive depends on («согласился занять»), or the verb itself."""
    # A parser of dependencies may let two words depend on each other.
    seen = {verb}
    while passage.feature(verb, "VerbForm") == "Inf":
        head = passage.nodes[verb].head
        if head < 0 or head in seen or passage.part(head) not in ("VERB", "ADJ"):
            break
        seen.add(head)
        verb = head
    return verb


def status(passage: Passage, verb: int) -> str:
    """Return actual, past or planned; an order («назначить», «приказываю назначить») counts as done."""
    ruling = governor(passage, verb)
    if ruling != verb and morph.lemmas(passage.tokens[ruling].text.lower()) & _ORDERS:
        return "actual"
    if ruling != verb or passage.feature(verb, "Tense") == "Fut":
        return "planned"
    readings = [p for p in morph.parses(passage.tokens[verb].text.lower()) if p.tag.POS in VERBAL]
    if readings and readings[0].tag.tense == "futr":
        return "planned"
    is_over = passage.feature(verb, "Tense") == "Past" and passage.feature(verb, "Aspect") == "Imp"
    return "past" if is_over else "actual"


def children(passage: Passage, head: int, relations: Sequence[str]) -> list[int]:
    """Return the numbers of the tokens that depend on another in one of the ways."""
    return [
        i for i, node in enumerate(passage.nodes) if node.head == head != i and node.relation in relations
    ]


def subject_of(passage: Passage, names: Sequence[Name], verb: int) -> Party | None:
    """Return the person who does it; the one that a participle or a clause with «который» speaks of."""
    persons = [name for name in names if name.type == EntityType.PERSON]
    ruling = governor(passage, verb)
    heads = children(passage, ruling, _SUBJECTS)
    if not heads and passage.nodes[ruling].relation == "conj" and is_finite(passage, ruling):
        # «Он уходит с поста директора, но остаётся советником»: one subject for both.
        heads = children(passage, passage.nodes[ruling].head, _SUBJECTS)
    if not heads and passage.part(ruling) == "AUX":
        # Of «была директором» the parser takes the office for the word that rules.
        heads = children(passage, passage.nodes[ruling].head, _SUBJECTS)
    node = passage.nodes[ruling]
    if node.features.get("VerbForm") == "Part" and node.features.get("Variant") != "Short" and not heads:
        return _party(passage, persons, [node.head])
    if heads and is_relative(passage.tokens[heads[0]].text):
        return _party(passage, persons, [node.head])
    if heads:
        party = _party(passage, persons, heads)
        # «Мать Ивана Петрова была директором»: the parser may take the genitive for a name beside a word.
        is_oblique = party is not None and stands_in(passage, party.name, _OBLIQUE)
        return (
            None if party is None or (is_oblique and not stands_in(passage, party.name, ("Nom",))) else party
        )
    return _nearest(passage, persons, ruling, ("Nom",))


def object_of(passage: Passage, names: Sequence[Name], verb: int) -> Party | None:
    """Return the person whom it is done to; of «его» the last person named before in the sentence."""
    persons = [name for name in names if name.type == EntityType.PERSON]
    party = _party(passage, persons, children(passage, verb, ("obj", "iobj")))
    if party is not None and stands_in(passage, party.name, _OBJECTS):
        return party
    behind = verb + 1
    if behind < len(passage.tokens) and passage.tokens[behind].text.lower() in _PRONOUNS:
        before = [p for p in persons if p.span.stop <= passage.tokens[verb].start]
        if passage.part(behind) == "PRON" and before:
            return Party(max(before, key=lambda p: p.span), passage.tokens[behind].span)
    return _nearest(passage, persons, verb, _OBJECTS)


def behind(passage: Passage, names: Sequence[Name], verb: int, preposition: str) -> Party | None:
    """Return the person of a clause behind a preposition, his office aside: «возложить на Белова»."""
    clause = around(passage, verb)
    for name in sorted(names, key=lambda one: one.span):
        first = passage.first_token(name.span)
        if name.type != EntityType.PERSON or first not in clause:
            continue
        before = first - 1
        while before in clause and passage.part(before) in ("NOUN", "ADJ", "PROPN"):
            before -= 1
        if before in clause and passage.tokens[before].text.lower() == preposition:
            return Party(name, name.span)
    return None


def maker_of(passage: Passage, names: Sequence[Name], verb: int) -> Name | None:
    """Return who does what is done to another: «президент назначил»; a person, body or country."""
    makers = [name for name in names if name.type in _MAKERS]
    party = _party(passage, makers, children(passage, governor(passage, verb), _SUBJECTS))
    return party.name if party else None


def _party(passage: Passage, names: Sequence[Name], heads: Sequence[int]) -> Party | None:
    """Return the first name at some tokens or beside them («республиканец Джон Бенер»)."""
    name = named_within(passage, names, heads, _JOINED)
    return Party(name, name.span) if name is not None else None


def named_within(
    passage: Passage, names: Sequence[Name], heads: Sequence[int], relations: Sequence[str]
) -> Name | None:
    """Return the widest first name at some tokens, or at what depends on them in one of the ways."""
    waiting = list(heads)
    seen: set[int] = set()
    while waiting:
        head = waiting.pop(0)
        if head in seen or not 0 <= head < len(passage.tokens):
            continue
        seen.add(head)
        found = [name for name in names if name.span.overlaps(passage.tokens[head].span)]
        if found:
            return max(found, key=lambda name: len(name.span))
        waiting += children(passage, head, relations)
    return None


def stands_in(passage: Passage, name: Name, cases: Sequence[str]) -> bool:
    """Whether a word of a name stands in one of the cases, or may if it cannot be what the tagger says."""
    for position in range(passage.first_token(name.span), passage.after_token(name.span)):
        word, case = passage.tokens[position].text, passage.feature(position, "Case")
        wanted = TAGGER_CASES.get(case, "")
        if not wanted or (len(word) < _INITIAL and passage.part(position) != "PRON"):
            continue
        possible = (
            [case] if morph.has(word, wanted) else [c for c in cases if morph.has(word, TAGGER_CASES[c])]
        )
        if any(one in cases for one in possible):
            return True
    return False


def joined_with(passage: Passage, names: Sequence[Name], first: Name) -> list[Name]:
    """Return a name with those of its kind that a list goes on with: «назначены Иванов, Петров и Сидоров»."""
    found = [first]
    for name in sorted(names, key=lambda one: one.span):
        gap = passage.text[found[-1].span.stop : name.span.start] if name.span > found[-1].span else ""
        if name.type == first.type and gap in (", ", " и "):
            found.append(name)
    return found


def _nearest(passage: Passage, names: Sequence[Name], verb: int, cases: Sequence[str]) -> Party | None:
    """Return the nearest name of a clause that stands in one of the cases, and behind no preposition."""
    clause = around(passage, verb)
    fitting = [
        (abs(first - verb), name)
        for name in names
        if (first := passage.first_token(name.span)) in clause
        and stands_in(passage, name, cases)
        and not (first > 0 and passage.part(first - 1) == "ADP")
    ]
    nearest = min(fitting, key=lambda one: one[0], default=None)
    return Party(nearest[1], nearest[1].span) if nearest else None
