"""A name with the sentence it stands in: what linking works on."""

from __future__ import annotations

from dataclasses import dataclass

from index.facts.names import Name
from index.facts.passage import Passage


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its sentence; `told_case` is what the words around it say for sure, '' when nothing."""

    name: Name
    passage: Passage
    told_case: str = ""

    @property
    def said(self) -> str:
        """The words."""
        return self.passage.of(self.name.span)

    @property
    def is_stop(self) -> bool:
        """Whether it is a stop of a route, which stands in the nominative."""
        return self.name.rule == "route_stop"

    @property
    def case(self) -> str:
        """The case the tagger sees in it («Gen»), '' when unknown."""
        return self.passage.feature(self._telling_token, "Case")

    @property
    def gender(self) -> str:
        """The gender the tagger sees in it («Masc»), '' when unknown."""
        return self.passage.feature(self._telling_token, "Gender")

    @property
    def _telling_token(self) -> int:
        """The number of its first word that is no initial."""
        first = self.passage.first_token(self.name.span)
        after = self.passage.after_token(self.name.span)
        return next((i for i in range(first, after) if len(self.passage.tokens[i].text) > 2), first)

    @property
    def before(self) -> str:
        """The sentence up to the name."""
        return self.passage.text[self.passage.span.start : self.name.span.start]
