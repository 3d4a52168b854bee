"""How right and how fast the facts are: `python -m benchmarks.facts [--errors]`.

Right: the gold annotation beside the project (../shared/data/gold), by the scorer that belongs to it
(../shared/tools/score_facts.py). Fast: words per second of each stage, on the same documents repeated.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from index.facts import reading
from index.facts.dates import find_dates
from index.facts.extract import extract
from index.facts.linking import link
from index.facts.named import Named
from index.facts.numbers import find_numbers
from index.facts.passage import Passage
from index.facts.repairs import repaired
from index.model.fact import DocumentFacts, Slot

SHARED = Path(__file__).resolve().parents[2] / "shared"
DOCUMENTS = ("seed", "dev1", "dev2", "dev3", "dev4")
REPEATS = 20


def _slot(slot: Slot) -> dict[str, object]:
    said: dict[str, object] = {
        "text": slot.text,
        "value": slot.value if slot.value is not None else slot.text,
    }
    if slot.span is not None:
        said |= {"start": slot.span.start, "stop": slot.span.stop}
    return said


def as_json(text: str, facts: DocumentFacts) -> dict[str, object]:
    """Return what `facts FILE --json` prints, pages left out."""
    return {
        "text": text,
        "entities": [
            {
                "id": entity.id,
                "type": entity.type.value,
                "name": entity.name,
                "mentions": [{"start": mention.start, "stop": mention.stop} for mention in entity.mentions],
            }
            for entity in facts.entities
        ],
        "facts": [
            {
                "id": fact.id,
                "type": fact.type.value,
                "slots": {slot.name: _slot(slot) for slot in fact.slots},
                "status": fact.status,
                "confidence": fact.confidence,
                "rule": fact.rule,
                "start": fact.span.start,
                "stop": fact.span.stop,
            }
            for fact in facts.facts
        ],
    }


def score(options: list[str]) -> None:
    """Print the scores of the gold documents, pooled."""
    gold, scorer = SHARED / "data" / "gold", SHARED / "tools" / "score_facts.py"
    if not scorer.is_file():
        print("no gold annotation beside the project (../shared): only speed is measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        pairs: list[str] = []
        for name in DOCUMENTS:
            text = (gold / f"{name}.txt").read_text(encoding="utf-8")
            out = Path(folder) / f"{name}.json"
            out.write_text(json.dumps(as_json(text, extract(text)), ensure_ascii=False), encoding="utf-8")
            pairs += [str(gold / f"{name}.gold.json"), str(out)]
        subprocess.run([sys.executable, str(scorer), *pairs, *options], check=True)


def speed() -> None:
    """Print words per second of each stage and of the whole."""
    folder = SHARED / "data" / "gold"
    paths = [folder / f"{name}.txt" for name in DOCUMENTS]
    texts = [path.read_text(encoding="utf-8") for path in paths if path.is_file()]
    text = "\n".join(texts or ["Президент Республики Узбекистан Шавкат Мирзиёев прибыл в Ташкент."]) + "\n"
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


if __name__ == "__main__":
    score(sys.argv[1:])
    speed()
