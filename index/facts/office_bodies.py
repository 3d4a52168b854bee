"""Bodies told within the words of an office: «депутат муниципального собрания района Отрадное»."""

from __future__ import annotations

from index.facts import morph
from index.facts.lexicon import words
from index.facts.names import Name
from index.facts.passage import Passage
from index.model.fact import EntityType
from index.model.span import Span

_QUOTES = '«"„“'


def split(
    passage: Passage, head: int, last: int, body: Name | None, after: int
) -> tuple[int, Name | None, int]:
    """Part the words of an office from those of the body they end with.

    Args:
        passage: The sentence.
        head: Number of the word of office.
        last: Number of the last token of the office.
        body: The name behind it, if any.
        after: Number of the token behind both.

    Returns:
        The same three, with the body's words taken from the office.
    """
    kind = next((i for i in range(head + 1, last + 1) if _is_kind(passage, i)), None)
    if kind is None:
        return last, body, after
    first = kind
    while first - 1 > head and passage.part(first - 1) == "ADJ":
        first -= 1
    if body is None and first == kind:
        # «начальник отдела снабжения»: nobody could tell which one.
        return last, body, after
    if body is not None and _is_apposed(passage, body):
        return first - 1, body, after
    stop = body.span.stop if body is not None else passage.tokens[last].stop
    return first - 1, Name(Span(passage.tokens[first].start, stop), EntityType.ORG, "body_in_office"), after


def _is_kind(passage: Passage, position: int) -> bool:
    lemmas = morph.lemmas(passage.tokens[position].text.lower().rsplit("-", 1)[-1])
    return passage.part(position) in ("NOUN", "PROPN") and bool(
        lemmas & (words("bodies.txt") | words("office_bodies.txt"))
    )


def _is_apposed(passage: Passage, body: Name) -> bool:
    """Whether the name stands beside the word of its kind: «газеты «Труд»», «компании Oracle»."""
    said = passage.of(body.span)
    return said[0] in _QUOTES or said[0].isascii() or passage.text[body.span.start - 1] in _QUOTES
