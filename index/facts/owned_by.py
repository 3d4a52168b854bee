"""Who owns or founded a body by a predicate: an ordered table of rules over verbs and nouns.

«Петров владеет 30 % акций «Юга»», «основанная Петровым компания», «доля «Юга» в «Севере»».
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from index.facts import clauses, morph
from index.facts.deal_parties import PARTIES, WITHIN, Place, found_at, maker, objects
from index.facts.names import Name
from index.facts.passage import Passage
from index.model.fact import EntityType

Pairs = Iterator[tuple[Name, Name]]
_OWNS: Final = frozenset({"владеть"})
_BELONGS: Final = frozenset({"принадлежать"})
_FOUNDS: Final = frozenset({"основать", "основывать", "учредить", "учреждать", "создать"})
_SHARES: Final = frozenset({"доля", "пакет"})
_HELD_IN: Final = frozenset({"собственность", "владение"})
_DAUGHTERS: Final = frozenset({"дочерний"})
_SUBJECTS: Final = ("nsubj", "nsubj:pass")
_OF: Final = ("nmod", "obl")


def _verbs(passage: Passage, lemmas: frozenset[str]) -> Iterator[int]:
    """Yield the numbers of verbs that are not denied."""
    for number, token in enumerate(passage.tokens):
        is_verb = passage.part(number) in ("VERB", "ADJ") and bool(morph.lemmas(token.text.lower()) & lemmas)
        if is_verb and not clauses.is_denied(passage, number):
            yield number


def _nouns(passage: Passage, lemmas: frozenset[str]) -> Iterator[int]:
    for number, token in enumerate(passage.tokens):
        if passage.part(number) == "NOUN" and morph.lemmas(token.text.lower()) & lemmas:
            yield number


def _bodies(names: Sequence[Name]) -> list[Name]:
    return [name for name in names if name.type == EntityType.ORG]


def _parties(names: Sequence[Name]) -> list[Name]:
    return [name for name in names if name.type in PARTIES]


def _owns(passage: Passage, names: Sequence[Name]) -> Pairs:
    """«Иван Петров владеет 30 % акций компании «Вектор»», «владеющий»."""
    for verb in _verbs(passage, _OWNS):
        owner = maker(passage, names, verb)
        places = (Place(("obl", "obj", "iobj"), case="Ins"), Place(("obl", "obj", "iobj")))
        body = found_at(passage, _bodies(names), (verb,), places)
        if owner is not None and body is not None:
            yield owner, body


def _belongs(passage: Passage, names: Sequence[Name]) -> Pairs:
    """«Холдингу «Рубин» принадлежит 75 % акций АО «Алмаз»»."""
    for verb in _verbs(passage, _BELONGS):
        owner = found_at(passage, _parties(names), (verb,), (Place(("iobj", "obl", "nmod"), case="Dat"),))
        body = clauses.named_within(
            passage, _bodies(names), clauses.children(passage, verb, _SUBJECTS), WITHIN
        )
        if owner is not None and body is not None:
            yield from ((one, body) for one in clauses.joined_with(passage, names, owner))


def _founds(passage: Passage, names: Sequence[Name]) -> Pairs:
    """«Украина и Турция создали Стратегический совет», «компания, основанная Иваном Петровым»."""
    for verb in _verbs(passage, _FOUNDS):
        owner = maker(passage, names, verb)
        things = objects(passage, verb)
        body = next(
            (n for n in _bodies(names) for i in things if n.span.overlaps(passage.tokens[i].span)), None
        )
        if owner is not None and body is not None and clauses.status(passage, verb) != "planned":
            yield from ((one, body) for one in clauses.joined_with(passage, names, owner))


def _shares(passage: Passage, names: Sequence[Name]) -> Pairs:
    """«Доля холдинга «Рубин» в компании «Вектор» составляет 40 %»."""
    for noun in _nouns(passage, _SHARES):
        owner = found_at(passage, _parties(names), (noun,), (Place(("nmod",), case="Gen"),))
        of_owner = [passage.first_token(owner.span)] if owner is not None else []
        body = found_at(passage, _bodies(names), (noun, *of_owner), (Place(_OF, "в", "Loc"), Place(_OF, "в")))
        if owner is not None and body is not None:
            yield owner, body


def _held_in(passage: Passage, names: Sequence[Name]) -> Pairs:
    """«Пакет акций «Алмаза» находится в собственности Росимущества»."""
    for noun in _nouns(passage, _HELD_IN):
        verb = passage.nodes[noun].head
        if not 0 <= verb < len(passage.tokens):
            continue
        owner = found_at(passage, _parties(names), (noun,), (Place(("nmod",), case="Gen"),))
        body = clauses.named_within(
            passage, _bodies(names), clauses.children(passage, verb, _SUBJECTS), WITHIN
        )
        if owner is not None and body is not None and not clauses.is_denied(passage, verb):
            yield owner, body


def _daughter_of(passage: Passage, names: Sequence[Name]) -> Pairs:
    """«ООО «Лотос» — дочерняя компания ПАО «Северсталь»»."""
    for number, token in enumerate(passage.tokens[:-1]):
        if morph.lemmas(token.text.lower()).isdisjoint(_DAUGHTERS):
            continue
        before = [
            n for n in _bodies(names) if passage.text[n.span.stop : token.start] in (" — ", " – ", ", ")
        ]
        owner = found_at(passage, _bodies(names), (number + 1,), (Place(("nmod", "appos"), case="Gen"),))
        if before and owner is not None:
            yield owner, before[-1]


PREDICATES: Final[Mapping[str, Callable[[Passage, Sequence[Name]], Pairs]]] = {
    "owns": _owns,
    "belongs": _belongs,
    "founded": _founds,
    "share_in": _shares,
    "in_ownership": _held_in,
    "daughter_of": _daughter_of,
}
"""Rules by name; each yields owners with what they own."""
