"""What the words around a name say of a body: people, shares, a verb that a thing does not do.

A Latin word or an abbreviation that no lexicon knows may be a company or a term: «рабочие Vestas»,
«Vestas увольняет» tell the one from the other.
"""

from __future__ import annotations

import re
from typing import Final

from index.facts import morph
from index.facts.lexicon import words
from index.facts.passage import Passage
from index.model.span import Span

_SUBJECTS = ("nsubj", "nsubj:pass")
_SKIPPED = frozenset({"«", '"', "“", "„"})


def is_in_company(passage: Passage, span: Span) -> bool:
    """Whether the words around a name are those around a body: «акции DST», «сообщает Vestas»."""
    first, after = passage.first_token(span), passage.after_token(span)
    return (
        _follows_company(passage, first)
        or _is_source(passage, span)
        or any(_acts(passage, place) for place in range(first, after))
    )


_SOURCE = re.compile(
    r"(?<!\w)(?:по\s(?:данным|сведениям|информации|сообщени\w+|мнению|оценк\w+)|согласно|со\sссылкой\sна"
    r"|(?:сообща|говорит|пиш|отмеча|опубликова)\w+\s(?:на|в)\s(?:сайте|портале|издании))"
    r"\s[«\"“]?$",
    re.IGNORECASE,
)
_LINE: Final = 40


def _is_source(passage: Passage, span: Span) -> bool:
    """Whether a name is that of who says something: «по сведениям Associated Press», «передаёт Lenta.ru»."""
    before = passage.text[max(passage.span.start, span.start - _LINE) : span.start]
    if _SOURCE.search(before):
        return True
    *_, verb = before.split() or [""]
    return bool(morph.lemmas(verb.lower()) & words("speech_verbs.txt")) if verb.isalpha() else False


def _follows_company(passage: Passage, first: int) -> bool:
    """Whether the word right before tells of a body."""
    before = first - 1
    while before >= 0 and passage.tokens[before].text in _SKIPPED:
        before -= 1
    if before < 0:
        return False
    lemmas = morph.lemmas(passage.tokens[before].text.lower())
    is_kind = bool(lemmas & words("foreign_kinds.txt")) and passage.feature(before, "Number") != "Plur"
    return is_kind or bool(lemmas & words("body_company.txt"))


def _acts(passage: Passage, position: int) -> bool:
    """Whether a word is the subject of a verb that bodies are subjects of."""
    if position >= len(passage.nodes):
        return False
    if passage.nodes[position].relation == "conj":
        # «МТС, «Билайн» и «Мегафон» установили»: what is said of the first is said of each.
        first = passage.nodes[position].head
        return 0 <= first < position and _acts(passage, first)
    if passage.nodes[position].relation not in _SUBJECTS:
        return False
    head = passage.nodes[position].head
    return (
        0 <= head < len(passage.tokens)
        and passage.nodes[head].part == "VERB"
        and bool(morph.lemmas(passage.tokens[head].text.lower()) & words("body_verbs.txt"))
    )
