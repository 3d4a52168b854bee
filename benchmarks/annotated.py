"""Our facts beside the gold annotation of five documents, by the scorer that belongs to it.

Both lie beside the project (../shared/data/gold, ../shared/tools/score_facts.py). The scorer is a program of
its own; what it prints becomes the same scores and mistakes as those of the other tracks.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.factrueval.mistakes import Mistake, Outcome
from benchmarks.factrueval.scores import EXTRA, MISSED, Score
from index.facts.extract import extract
from index.model.fact import DocumentFacts, Slot
from index.model.span import Span

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD, SCORER = SHARED / "data" / "gold", SHARED / "tools" / "score_facts.py"
DOCUMENTS = ("seed", "dev1", "dev2", "dev3", "dev4")

_SECTIONS = {"mention": "mention overlap", "name": "canonical name", "fact": "fact span+value"}
"""Which scores belong to the mistakes of which first word."""
_LINE = re.compile(r"  (?P<sign>[-+]) (?P<section>mention|name|fact) (?P<kind>[A-Z_]+) (?P<what>.+)")


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


def texts() -> dict[str, str]:
    """Return the texts of the documents by name; those that are not there are left out."""
    paths = {name: GOLD / f"{name}.txt" for name in DOCUMENTS}
    return {name: path.read_text(encoding="utf-8") for name, path in paths.items() if path.is_file()}


def evaluated() -> dict[str, Outcome]:
    """Return the outcome of every section, all documents pooled; blocks.

    Raises:
        subprocess.CalledProcessError: If the scorer fails.
    """
    of_documents = texts()
    outcomes = {f"gold: {title}": Outcome() for title in _SECTIONS.values()}
    with tempfile.TemporaryDirectory() as folder:
        pairs: dict[str, list[str]] = {}
        for name, text in of_documents.items():
            out = Path(folder) / f"{name}.json"
            out.write_text(json.dumps(as_json(text, extract(text)), ensure_ascii=False), encoding="utf-8")
            pairs[name] = [str(GOLD / f"{name}.gold.json"), str(out)]
        scores = json.loads(_scored([path for pair in pairs.values() for path in pair], "--json"))["scores"]
        for key, numbers in scores.items():
            title, _, kind = key.partition(" / ")
            if (
                title in _SECTIONS.values()
                and not kind.startswith("ALL")
                and numbers["pred"] + numbers["gold"]
            ):
                hits = numbers["tp"]
                outcomes[f"gold: {title}"].add(kind, Score(hits, hits, numbers["gold"], numbers["pred"]))
        for name, pair in pairs.items():
            for title, mistake in mistakes(_scored(pair, "--errors"), name, of_documents):
                outcomes[f"gold: {title}"].mistakes.append(mistake)
    return outcomes


def _scored(paths: list[str], option: str) -> str:
    command = [sys.executable, str(SCORER), *paths, option]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def mistakes(printed: str, document: str, of_documents: Mapping[str, str]) -> Iterator[tuple[str, Mistake]]:
    """Yield the mistakes that the scorer prints for one document, each with the title of its section.

    It prints words without their places; the first place where they stand is taken.
    """
    for line in printed.splitlines():
        match = _LINE.fullmatch(line)
        if match is None:
            continue
        is_missed, said = match["sign"] == "-", match["what"]
        words = _words(said)
        start = max(of_documents[document].find(words), 0)
        yield (
            _SECTIONS[match["section"]],
            Mistake(
                match["kind"],
                "missed" if is_missed else "extra",
                document,
                Span(start, start + max(len(words), 1)),
                said if is_missed else "",
                "" if is_missed else said,
                MISSED if is_missed else EXTRA,
            ),
        )


def _words(said: str) -> str:
    """Return words of the text in what the scorer prints: a name, or slots with «words = value» in them."""
    try:
        value = ast.literal_eval(said)
    except (SyntaxError, ValueError):
        return said
    if isinstance(value, dict):
        fillers = next((list_ for list_ in value.values() if list_), [""])
        return str(fillers[0]).split(" = ")[0]
    return str(value)
