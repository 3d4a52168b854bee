"""Which body a bare word for its kind means: «банк», «комбинат», «государство».

The nearest body named before with that word in its name is meant; of a state, the only one that is named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from index.facts import clauses, morph
from index.facts.lexicon import words
from index.facts.names import Name, overlapping
from index.facts.passage import Passage
from index.facts.stand_ins import StandIn
from index.model.fact import Entity, EntityType

_STATES: Final = frozenset({"государство", "страна"})
_REGIONS: Final = frozenset({"область", "край", "район", "округ", "республика"})
_OF_ENTERPRISES: Final = frozenset({"компания", "фирма", "предприятие", "общество"})
"""What a name with a legal form may be called: «ООО «Лотос»» is a company."""
_OF_DEALERS: Final = (
    _OF_ENTERPRISES
    | {"банк", "корпорация", "холдинг", "концерн", "фонд", "агентство", "совет", "комиссия", "комитет"}
    | {"коллегия", "правление", "завод", "комбинат"}
)
"""Words of kind that stand for a body where they stand alone."""
_SAYS_WHICH: Final = ("amod", "nmod", "appos", "det", "nummod", "acl", "acl:relcl")
_RULE: Final = "word_of_kind"
_REACH: Final = 200
"""How many mentions back a body is looked for."""
_STEM: Final = 5
"""Letters that an adjective and its region have in common at least."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_CACHED_NAMES: Final = 10_000


class BodiesMeant:
    """The bodies and places of a document, asked for by a word of kind."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Sort the mentions of all bodies and regions; look for the only country."""
        entities = tuple(entities)
        named = [one for one in entities if one.type in (EntityType.ORG, EntityType.REGION)]
        self._regions = tuple(one for one in entities if one.type == EntityType.REGION)
        countries = [one for one in entities if one.type == EntityType.COUNTRY]
        self.only_country = countries[0] if len(countries) == 1 else None
        mentions = [(span.start, entity) for entity in named for span in entity.mentions]
        self._mentions = sorted(mentions, key=lambda one: one[0])
        self._starts = [start for start, _ in self._mentions]

    def meant(self, word: str, before: int) -> Entity | None:
        """Return what a word of kind means where it stands; None when nobody could tell."""
        for kind in sorted(morph.lemmas(word.lower())):
            if kind in _STATES:
                return self.only_country
            if kind in _REGIONS or kind in words("bodies.txt"):
                return self._nearest(kind, before)
        return None

    def region_of(self, adjective: str) -> Entity | None:
        """Return the region that an adjective is made from: «свердловский» of «Свердловская область»."""
        stems = {lemma.removesuffix("ий").removesuffix("ый") for lemma in morph.lemmas(adjective.lower())}
        found = [
            one
            for one in self._regions
            if any(len(stem) >= _STEM and one.name.lower().startswith(stem) for stem in stems)
        ]
        return found[0] if len(found) == 1 else None

    def read(self, passage: Passage, names: Sequence[Name]) -> Iterator[StandIn]:
        """Yield the bare words of kind in a sentence that stand for a body: «банк заплатит»."""
        for number, token in enumerate(passage.tokens):
            if not _is_bare(passage, number) or overlapping(names, token.span):
                continue
            entity = self.meant(token.text, token.start)
            if entity is not None and entity.type == EntityType.ORG:
                yield StandIn(Name(token.span, entity.type, _RULE), entity)

    def _nearest(self, kind: str, before: int) -> Entity | None:
        last = bisect_left(self._starts, before)
        for _, entity in reversed(self._mentions[max(0, last - _REACH) : last]):
            if _is_of_kind(entity.name, kind):
                return entity
        return None


def _is_bare(passage: Passage, number: int) -> bool:
    """Whether a word of kind says nothing more of the body: not in «новая компания», «банк Казахстана»."""
    word = passage.tokens[number].text
    # At the beginning of a sentence the tagger takes «Совет» for a name.
    parts = ("NOUN", "PROPN") if number == 0 else ("NOUN",)
    is_noun = passage.part(number) in parts and passage.feature(number, "Number") == "Sing"
    if not is_noun or not (word.islower() or number == 0) or morph.lemmas(word).isdisjoint(_OF_DEALERS):
        return False
    return not clauses.children(passage, number, _SAYS_WHICH)


@lru_cache(maxsize=_CACHED_NAMES)
def _is_of_kind(name: str, kind: str) -> bool:
    """Whether a name holds the word of kind, at the end of a word as well («Чирчикмелькомбинат»)."""
    parts = _WORD.findall(name)
    if kind in _OF_ENTERPRISES and parts and parts[0] in words("legal_forms.txt"):
        return True
    return any(kind == part.lower() or part.lower().endswith(kind) for part in parts)
