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
from typing import Any

from benchmarks.factrueval.mistakes import Mistake, Outcome
from benchmarks.factrueval.scores import EXTRA, MISSED, Score
from index.exchange.fact_values import facts_value
from index.facts.extract import extract
from index.model.document import Document, DocumentId
from index.model.span import Span
from index.model.textmap import TextMap

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD, SCORER = SHARED / "data" / "gold", SHARED / "tools" / "score_facts.py"
DOCUMENTS = ("seed", "dev1", "dev2", "dev3", "dev4")

SECTIONS = ("mention exact", "mention overlap", "canonical name", "fact span", "fact span+value")
_SHARES = {"status": "status", "extra": "other slots"}
"""What the scorer counts among the facts that were found, as shares, under which title here."""
_OF_MISTAKES = {"mention": "mention overlap", "name": "canonical name", "fact": "fact span+value"}
"""Which scores belong to the mistakes of which first word."""
_LINE = re.compile(r"  (?P<sign>[-+]) (?P<section>mention|name|fact) (?P<kind>[A-Z_]+) (?P<what>.+)")


def texts() -> dict[str, str]:
    """Return the texts of the documents by name; those that are not there are left out."""
    paths = {name: GOLD / f"{name}.txt" for name in DOCUMENTS}
    return {name: path.read_text(encoding="utf-8") for name, path in paths.items() if path.is_file()}


def printed_facts(name: str, text: str) -> dict[str, Any]:
    """Return what `facts FILE --json` prints of a text, all of it on one page."""
    document = Document(DocumentId(name), name, name, name, text, TextMap((), ()), ())
    return facts_value(document, extract(text))


def evaluated() -> dict[str, Outcome]:
    """Return the outcome of every section, all documents pooled; blocks.

    Raises:
        subprocess.CalledProcessError: If the scorer fails.
    """
    of_documents = texts()
    with tempfile.TemporaryDirectory() as folder:
        pairs: dict[str, list[str]] = {}
        for name, text in of_documents.items():
            out = Path(folder) / f"{name}.json"
            out.write_text(json.dumps(printed_facts(name, text), ensure_ascii=False), encoding="utf-8")
            pairs[name] = [str(GOLD / f"{name}.gold.json"), str(out)]
        outcomes = pooled(json.loads(_scored([path for pair in pairs.values() for path in pair], "--json")))
        for name, pair in pairs.items():
            for title, mistake in mistakes(_scored(pair, "--errors"), name, of_documents):
                outcomes[title].mistakes.append(mistake)
    return outcomes


def pooled(printed: Mapping[str, Any]) -> dict[str, Outcome]:
    """Return the scores that the scorer prints as JSON, without mistakes."""
    outcomes = {_title(name): Outcome() for name in (*SECTIONS, *_SHARES.values())}
    for key, numbers in printed["scores"].items():
        section, _, kind = key.partition(" / ")
        if not kind.startswith("ALL") and numbers["pred"] + numbers["gold"]:
            hits = numbers["tp"]
            outcomes[_title(section)].add(kind, Score(hits, hits, numbers["gold"], numbers["pred"]))
    for key, name in _SHARES.items():
        for kind, (right, count) in printed[key].items():
            outcomes[_title(name)].add(kind, Score(right, right, count, count))
    return outcomes


def _title(section: str) -> str:
    return f"gold: {section}"


def _scored(paths: list[str], option: str) -> str:
    command = [sys.executable, str(SCORER), *paths, option]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def mistakes(printed: str, document: str, of_documents: Mapping[str, str]) -> Iterator[tuple[str, Mistake]]:
    """Yield the mistakes that the scorer prints for one document, each with the title of its table.

    It prints words without their places; the first place where they stand as printed is taken, if any.
    """
    for line in printed.splitlines():
        match = _LINE.fullmatch(line)
        if match is None:
            continue
        is_missed, said = match["sign"] == "-", match["what"]
        words = _words(said)
        start = of_documents[document].find(words)
        yield (
            _title(_OF_MISTAKES[match["section"]]),
            Mistake(
                match["kind"],
                "missed" if is_missed else "extra",
                document,
                Span(start, start + len(words)) if start >= 0 else Span(0, 0),
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
