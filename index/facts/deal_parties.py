"""Who takes part in a deal: the words for a party by how they depend on the verb or noun that tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from index.facts import clauses, morph
from index.facts.names import Name
from index.facts.passage import Passage
from index.model.fact import EntityType

PARTIES: Final = (EntityType.ORG, EntityType.COUNTRY, EntityType.PERSON)
WITHIN: Final = ("appos", "flat:name", "flat", "flat:foreign", "nmod", "nummod", "nummod:gov", "conj", "obj")
"""How the name of a thing dealt in may depend on the words for it: «5 % акций компании «Свет»»."""
_OF_OTHERS: Final = frozenset(
    {"запретить", "запрещать", "разрешить", "разрешать", "позволить", "позволять", "предложить", "предлагать"}
    | {"поручить", "поручать", "обязать", "помешать", "мешать", "потребовать", "требовать", "рекомендовать"}
    | {"помочь", "помогать", "заставить", "отказаться", "отказываться"}
)
"""Verbs that say what another is to do, or that nobody does: «ФАС запретила холдингу купить банк»."""
OBJECT: Final = ("obj",)
_AGENTS: Final = ("obl:agent", "obl", "iobj", "nmod")
_SAME: Final = ("appos", "flat:name", "flat", "flat:foreign")
_SUBJECTS: Final = ("nsubj:pass", "nsubj")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words for a party may stand.

    Attributes:
        relations: How they depend on the verb, the noun, or the verb's object.
        preposition: The one that they stand behind, '' for none.
        case: The case they stand in, '' for any.
    """

    relations: tuple[str, ...]
    preposition: str = ""
    case: str = ""


def objects(passage: Passage, verb: int) -> list[int]:
    """Return what it is done to: the object, of a passive the subject or the word that it stands beside."""
    if not clauses.is_passive(passage, verb):
        # Of «приобрёл 49 % акций» the parser takes the sign for no object.
        shares = [i for i in clauses.children(passage, verb, ("obl",)) if passage.tokens[i].text == "%"]
        return clauses.children(passage, verb, OBJECT) + shares
    return clauses.children(passage, verb, _SUBJECTS) or _modified(passage, verb)


def maker(passage: Passage, names: Sequence[Name], verb: int) -> Name | None:
    """Return who does it: the subject, of a passive the agent, of a participle the word beside it."""
    parties = [name for name in names if name.type in PARTIES]
    if clauses.is_passive(passage, verb):
        return agent(passage, parties, verb)
    ruling = clauses.governor(passage, verb)
    if ruling != verb and morph.lemmas(passage.tokens[ruling].text.lower()) & _OF_OTHERS:
        return None
    found = clauses.maker_of(passage, parties, verb)
    if found is not None:
        return found
    subjects = clauses.children(passage, verb, _SUBJECTS)
    is_relative = bool(subjects) and clauses.is_relative(passage.tokens[subjects[0]].text)
    heads = [passage.nodes[verb].head] if is_relative else [] if subjects else _modified(passage, verb)
    found = clauses.named_within(passage, parties, heads, _SAME)
    return found or (None if subjects else _opening(passage, parties, verb))


def _opening(passage: Passage, names: Sequence[Name], verb: int) -> Name | None:
    """Return the name that a sentence begins with, for its first verb if the parser sees no subject."""
    first = next((name for name in names if passage.first_token(name.span) == 0), None)
    is_first = not any(clauses.is_finite(passage, number) for number in range(verb))
    is_subject = first is not None and clauses.stands_in(passage, first, ("Nom",))
    return first if is_subject and is_first and clauses.is_finite(passage, verb) else None


def agent(passage: Passage, names: Sequence[Name], head: int) -> Name | None:
    """Return the name in the instrumental that says by whom: «куплена холдингом «Юг»»."""
    place = Place(_AGENTS, case="Ins")
    heads = [i for i in clauses.children(passage, head, _AGENTS) if _fits(passage, i, place)]
    return clauses.named_within(passage, names, heads, _SAME)


def found_at(
    passage: Passage, names: Sequence[Name], heads: Iterable[int], places: Sequence[Place]
) -> Name | None:
    """Return the first name in one of the places by one of the words.

    Args:
        passage: The sentence.
        names: Those that may be the party.
        heads: Numbers of the words that the places depend on.
        places: Where to look, the likeliest first.
    """
    heads = tuple(heads)
    for place in places:
        words = [
            child
            for head in heads
            for child in clauses.children(passage, head, place.relations)
            if _fits(passage, child, place)
        ]
        found = clauses.named_within(passage, names, words, WITHIN)
        if found is not None:
            return found
    return next((name for place in places if (name := _in_clause(passage, names, heads, place))), None)


def _in_clause(passage: Passage, names: Sequence[Name], heads: Sequence[int], place: Place) -> Name | None:
    """Return the name behind a preposition with its case, where the parser hangs it on another word."""
    if not heads or not place.preposition or not place.case:
        return None
    clause = clauses.around(passage, heads[0])
    for name in names:
        first = passage.first_token(name.span)
        is_behind = first in clause and first - 1 in clause
        if (
            is_behind
            and passage.tokens[first - 1].text == place.preposition
            and _is_in(passage, first, place)
        ):
            return name
    return None


def _fits(passage: Passage, word: int, place: Place) -> bool:
    prepositions = clauses.children(passage, word, ("case",))
    preposition = passage.tokens[prepositions[0]].text.lower() if prepositions else ""
    return preposition == place.preposition and _is_in(passage, word, place)


def _is_in(passage: Passage, word: int, place: Place) -> bool:
    """Whether a word stands in the case of a place; of «ФАС» and «Intel» the tagger has to guess."""
    text = passage.tokens[word].text
    case = "" if text.isupper() or text.isascii() else passage.feature(word, "Case")
    return place.case in ("", case) or not case


def _modified(passage: Passage, verb: int) -> list[int]:
    """Return the word that a participle stands beside; nothing for other forms."""
    is_participle = passage.feature(verb, "VerbForm") == "Part" or any(
        parse.tag.POS == "PRTF" for parse in morph.parses(passage.tokens[verb].text.lower())
    )
    is_short = passage.feature(verb, "Variant") == "Short"
    return [passage.nodes[verb].head] if is_participle and not is_short else []
