"""Words per second of each stage of the extraction, on the annotated documents repeated."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from index.facts import reading
from index.facts.dates import find_dates
from index.facts.extract import extract
from index.facts.linking import link
from index.facts.named import Named
from index.facts.numbers import find_numbers
from index.facts.passage import Passage
from index.facts.repairs import repaired

REPEATS = 20
_STAND_IN = "Президент Республики Узбекистан Шавкат Мирзиёев прибыл в Ташкент."


def speed(texts: Iterable[str]) -> None:
    """Print words per second of each stage and of the whole."""
    text = "\n".join(list(texts) or [_STAND_IN]) + "\n"
    extract(text)
    text *= REPEATS
    words = len(text.split())
    sentences = reading.read(text)
    reading.tag_names(sentences)
    nodes = reading.parse(sentences)
    passages = [Passage.of_sentence(text, s, n) for s, n in zip(sentences, nodes, strict=True)]
    named = [
        Named(name, passage)
        for sentence, passage in zip(sentences, passages, strict=True)
        for name in repaired(passage, sentence.names)
    ]
    stages: dict[str, Callable[[], object]] = {
        "sentences and tokens": lambda: reading.read(text),
        "names (tagger)": lambda: reading.tag_names(sentences),
        "grammar and syntax": lambda: reading.parse(sentences),
        "names (repairs)": lambda: [repaired(p, s.names) for p, s in zip(passages, sentences, strict=True)],
        "linking": lambda: link(text, named),
        "numbers": lambda: list(find_numbers(text)),
        "dates": lambda: list(find_dates(text)),
        "everything": lambda: extract(text),
    }
    print(f"\n{words} words")
    for name, run in stages.items():
        start = time.perf_counter()
        run()
        print(f"  {name:24s} {words / (time.perf_counter() - start):10.0f} words/s")
