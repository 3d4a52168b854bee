"""Annotation and answers written inside the sentence.

«[ORG <движение> «Левый фронт»]» names a body; words in angle brackets describe it. Marks may lie in marks.
"""

import re

from benchmarks.factrueval import answers, gold
from benchmarks.factrueval.gold import Document, Kind
from index.model.span import Span

_MARK = re.compile(r"\[(?P<kind>[A-Z]+) |(?P<end>\])|(?P<left><)|(?P<right>>)")
_WORD = re.compile(r"[\w-]+")


def _read(marked: str) -> tuple[str, list[tuple[Kind | None, Span]], list[Span]]:
    """Return the text, what is marked in it, outer marks before inner ones, and which parts only describe."""
    text = ""
    found: list[tuple[Kind | None, Span]] = []
    described: list[Span] = []
    open_marks: list[tuple[str, int]] = []
    last = 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if match["kind"] or match["left"]:
            open_marks.append((match["kind"] or "", len(text)))
        else:
            name, start = open_marks.pop()
            span = Span(start, len(text))
            if name:
                found.append((None if name == "PRJ" else Kind(name), span))
            else:
                described.append(span)
    found.sort(key=lambda one: (one[1].start, -one[1].stop))
    return text + marked[last:], found, described


def document(marked: str) -> Document:
    """Return an annotated document; a mention that only describes does not count."""
    text, found, described = _read(marked)
    words = tuple(Span(*match.span()) for match in _WORD.finditer(text))
    mentions = []
    for kind, span in found:
        inside = frozenset(n for n, word in enumerate(words) if word.overlaps(span))
        rest = frozenset(n for n in inside if any(word.overlaps(words[n]) for word in described))
        naming = inside - rest
        mentions.append(gold.Mention(kind, span, naming, rest, is_counted=kind is not None and bool(naming)))
    return Document("doc", text, words, tuple(mentions), (), ())


def answered(marked: str) -> answers.Answers:
    """Return answers; every mention is an entity of its own, named as it is written."""
    text, found, _ = _read(marked)
    plain = document(re.sub(r"\[[A-Z]+ |\]", "", marked))
    entities = []
    for kind, span in found:
        assert kind is not None
        mention = answers.Mention(kind, span, plain.words_in(span))
        entities.append(answers.Entity(kind, span.of(text), (mention,)))
    return answers.Answers(tuple(entities), ())
