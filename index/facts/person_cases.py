"""What the words around a person's name tell of its case, where its own form may be of he or of she."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from index.facts import morph
from index.facts.names import Name
from index.facts.passage import Passage
from index.facts.person_spans import INITIALS
from index.model.fact import EntityType
from index.model.span import Span

_CASES: Final = {"gent": "Gen", "datv": "Dat", "ablt": "Ins", "loct": "Loc"}
_STARTS_WITH_INITIALS = re.compile(rf"{INITIALS}\s?[А-ЯЁ]")


def told(passage: Passage, names: Sequence[Name]) -> dict[Span, str]:
    """Return the cases of persons («Gen») that stand as a subject or behind a noun of one case."""
    found: dict[Span, str] = {}
    for name in names:
        if name.type != EntityType.PERSON:
            continue
        first = passage.first_token(name.span)
        case = _by_subject(passage, name, first) or _by_noun(passage, name, first)
        if case:
            found[name.span] = case
    return found


_SUBJECT: Final = frozenset({"nsubj", "root", "parataxis"})


def _by_subject(passage: Passage, name: Name, first: int) -> str:
    """«Н. Ф. Аксёнова сообщила», «Присутствовали: Л. А. Сомова»: the first initial heads the name.

    The tagger takes «Сомова» for the genitive of a man's surname when it has only initials before it, but
    knows what the name as a whole is in the sentence.
    """
    if first >= len(passage.nodes) or not _STARTS_WITH_INITIALS.match(passage.of(name.span)):
        return ""
    is_subject = passage.nodes[first].relation in _SUBJECT and passage.feature(first, "Case") == "Nom"
    return "Nom" if is_subject else ""


def _by_noun(passage: Passage, name: Name, first: int) -> str:
    """«проводником | Мурзабеком»: a name agrees with the noun for a person right before it."""
    if not first:
        return ""
    noun = passage.tokens[first - 1]
    if not (noun.text.isalpha() and noun.text.islower()) or name.span.start - noun.stop != 1:
        return ""
    readings = morph.parses(noun.text)
    if not all({"NOUN", "sing"} <= parse.tag.grammemes for parse in readings):
        return ""
    if not any("anim" in parse.tag for parse in readings):
        return ""
    cases = {parse.tag.case for parse in readings}
    if cases == {"gent", "accs"}:
        return "Gen"
    return _CASES.get(cases.pop(), "") if len(cases) == 1 else ""
