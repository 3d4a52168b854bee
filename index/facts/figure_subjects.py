"""What a figure is of or for: a sum's purpose, what a share is of, what has grown, in a slot of its own.

What stands beside the figure speaks first (`figure_neighbours`), then the verb of its sentence
(`figure_verbs`), whose syntax is read only where one of the listed verbs stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from index.facts import drafts, morph, reading
from index.facts.figure_neighbours import BESIDE, Whose, lemmas_of
from index.facts.figure_verbs import BY_VERB
from index.facts.lexicon import words
from index.facts.noun_phrases import nominative
from index.facts.passage import Passage
from index.model.fact import Fact, FactType
from index.model.span import Span

_SLOTS: Final = {FactType.MONEY: "what_for", FactType.PERCENT: "what", FactType.QUANTITY: "what"}
_AND: Final = re.compile(r"\s(?:и|или)\s")
_AND_OF_IT: Final = re.compile(
    r"\s[^.;:!?\n–—]{3,60},\s(?:а\s)?(?:на|в|у|к)\s[^.,;:!?\n\d–—]{2,40}\s[–—-]\s+"
)
_OWN: Final = re.compile(r"^(?:его|е[её]|их)\s+", re.IGNORECASE)
"""Says nothing where nobody stands before: «его объём» is the volume."""
_LONGEST_SENTENCE: Final = 700


def with_subjects(text: str, facts: Sequence[Fact], sentences: Sequence[Span]) -> Iterator[Fact]:
    """Yield the facts, figures with a slot for what they are of or for, in the same order.

    Args:
        text: The document's text.
        facts: Facts about values.
        sentences: The text's sentences.
    """
    starts = [span.start for span in sentences]
    read: dict[Span, Passage] = {}
    shared: tuple[Fact, Whose] | None = None
    for fact in facts:
        slot = _SLOTS.get(fact.type)
        if slot is None or not sentences:
            yield fact
            continue
        whose = next((found for _, rule in BESIDE if (found := rule(text, fact))), None)
        if whose is None and shared is not None and _shares_with(text, shared[0], fact):
            whose = shared[1]
        if whose is None:
            sentence = sentences[max(0, bisect_right(starts, fact.span.start) - 1)]
            whose = _by_verb(text, sentence, fact, read)
        if fact.type in (FactType.PERCENT, FactType.MONEY):
            shared = (fact, whose) if whose is not None else None
        yield _with_slot(text, fact, slot, whose) if whose is not None else fact


def _shares_with(text: str, first: Fact, second: Fact) -> bool:
    """Whether two figures are of one thing.

    Shares are of one whole: «52 процента поставок, на соседей – 28 процентов»; sums are told together: «иск о
    взыскании 1 млн тенге и 8 тыс. долларов».
    """
    if first.type == second.type == FactType.MONEY:
        return _AND.fullmatch(text, first.span.stop, second.span.start) is not None
    if first.type != second.type or _direction(first) != "share" or _direction(second) != "share":
        return False
    return _AND_OF_IT.fullmatch(text, first.span.stop, second.span.start) is not None


def _direction(fact: Fact) -> str:
    slot = fact.slot("direction")
    return str(slot.value) if slot is not None else ""


def _by_verb(text: str, sentence: Span, fact: Fact, read: dict[Span, Passage]) -> Whose | None:
    if len(sentence) > _LONGEST_SENTENCE:
        return None
    said = lemmas_of(sentence.of(text))
    for _, listed, rule in BY_VERB:
        if said & words(listed):
            if sentence not in read:
                read[sentence] = _parsed(text, sentence)
            found = rule(read[sentence], fact)
            if found is not None:
                return found
    return None


def _parsed(text: str, span: Span) -> Passage:
    sentence = reading.of_span(text, span)
    return Passage.of_sentence(text, sentence, reading.parse([sentence])[0])


def _with_slot(text: str, fact: Fact, name: str, whose: Whose) -> Fact:
    said = _OWN.sub("", whose.span.of(text))
    value = _inside(said if whose.case == "nomn" else nominative(said, whose.case))
    slot = drafts.slot(text, name, whose.span, value)
    return replace(fact, slots=(*fact.slots, slot), span=fact.span.hull(whose.span))


def _inside(said: str) -> str:
    """Return a phrase as it is written within a sentence: «выручка мельниц»."""
    first = said.split(maxsplit=1)[0]
    is_name = (
        first[1:] != first[1:].lower() or not morph.is_known(first) or morph.parses(first)[0].tag.case is None
    )
    return said if is_name else said[:1].lower() + said[1:]
