"""Countries told by an adjective before an office: «российский президент» is a president, and Russia."""

from __future__ import annotations

from functools import cache
from typing import Final

from index.facts import morph
from index.facts.lexicon import table
from index.facts.names import Name
from index.facts.passage import Passage
from index.model.fact import EntityType

RULE: Final = "country_adjective"
"""The rule of such names; they are no mentions of the country."""


@cache
def _countries() -> dict[str, str]:
    return {row[0]: row[1] for row in table("country_adjectives.tsv")}


@cache
def _offices_of_state() -> dict[str, bool]:
    """Return each office of a state, and whether it tells the only country of a document without a word."""
    return {row[0]: row[1] == "alone" for row in table("state_offices.tsv")}


def is_alone(lemma: str) -> bool:
    """Whether an office is of the only country that a document names: «премьер-министр Иванов»."""
    return _offices_of_state().get(lemma, False)


def country_of(adjective: str) -> str:
    """Return the short name of an adjective's country, '' of another word."""
    return next((_countries()[one] for one in morph.lemmas(adjective.lower()) if one in _countries()), "")


def country_before(passage: Passage, first: int, head: int, lemma: str) -> Name | None:
    """Return the country that the first adjective of an office of state tells.

    Args:
        passage: The sentence.
        first: Number of the first token of the office.
        head: Number of the word of office.
        lemma: Its dictionary form.
    """
    # A «немецкий режиссёр» holds no office of Germany.
    token = passage.tokens[first]
    if first == head or lemma not in _offices_of_state() or not country_of(token.text):
        return None
    return Name(token.span, EntityType.COUNTRY, RULE)
