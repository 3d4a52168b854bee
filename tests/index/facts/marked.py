"""Sentences with their expected names inside, as [TYPE words]; what the repairs make of a sentence."""

from __future__ import annotations

import re

from index.facts import reading, text_names
from index.facts.passage import Passage
from index.model.span import Span
from index.text.sentences import sentences

_MARK = re.compile(r"\[(?P<type>[A-Z_]+) |\]")


def unmarked(marked: str) -> tuple[str, set[tuple[str, Span]]]:
    """Return the sentence and its mentions from the bracketed form."""
    text, opened, expected, position = "", [], set(), 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        position = match.end()
        if match["type"]:
            opened.append((match["type"], len(text)))
        else:
            kind, start = opened.pop()
            expected.add((kind, Span(start, len(text))))
    return text + marked[position:], expected


def repaired(text: str) -> dict[str, str]:
    """Return the names of a text as written, each with the repair that made or last mended it."""
    found = text_names.named(text, sentences(text), lambda _done, _total: None)
    return {one.said: one.name.rule for one in found}


def passage(text: str) -> Passage:
    """Return the first sentence of a text, parsed."""
    sentence = reading.read(text)[0]
    return Passage.of_sentence(text, sentence, reading.parse([sentence])[0])
