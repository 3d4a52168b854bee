"""What every engine's process does: take requests as lines of JSON, carry them out, answer in lines of JSON.

Runs in the interpreters of the peers, too: only the standard library is imported here.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol

TOP = 20
"""Documents asked for."""


@dataclass(frozen=True, slots=True)
class Words:
    """A document as the peers take it in: analysed by us, the same for all.

    Attributes:
        id: The document.
        date: Its date as a number, 20240131.
        title_lemmas: Words apart by blanks; lemmas of one word apart by bars, the likeliest first.
        title_forms: Words as they are written, one for each word.
        lemmas: Those of the text.
        forms: Those of the text.
    """

    id: str
    date: int
    title_lemmas: str
    title_forms: str
    lemmas: str
    forms: str


Node = list[Any]
"""A question in lists: `benchmarks.questions` says which there are."""


class UnsupportedQuestionError(Exception):
    """The engine has no such kind of question."""


class Asking(Protocol):
    """An index that can be asked."""

    def open(self, folder: Path) -> None:
        """Open an index to be asked."""
        ...

    def ask(self, node: Node) -> tuple[int, list[str]]:
        """Return the exact number of documents that answer, and the best of them.

        Raises:
            UnsupportedQuestionError: If it cannot be asked so.
        """
        ...


class Engine(Asking, Protocol):
    """What is measured."""

    def create(self, folder: Path, *, is_lean: bool) -> None:
        """Begin an index; a lean one takes the lemmas of texts only."""
        ...

    def add(self, batch: Sequence[Words]) -> None:
        """Take documents in."""
        ...

    def finish(self) -> None:
        """Make everything durable, and as compact as the engine can."""
        ...


_BATCH = 200
_MORE_LEMMAS = re.compile(r"\|[^ ]+")


def first_lemmas(lemmas: str) -> str:
    """Leave one lemma for each word, for engines with one term at a position."""
    return _MORE_LEMMAS.sub("", lemmas)


def read_words(path: Path) -> Iterator[Words]:
    """Yield the documents of a file that `benchmarks.analysed` wrote."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield Words(*json.loads(line))


def build(engine: Engine, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Index a file of words; what reading the file costs is not counted."""
    folder = Path(request["folder"])
    folder.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    engine.create(folder, is_lean=request["is_lean"])
    seconds = time.perf_counter() - began
    count = 0
    batch: list[Words] = []

    def take() -> float:
        began = time.perf_counter()
        engine.add(batch)
        batch.clear()
        return time.perf_counter() - began

    for count, words in enumerate(read_words(Path(request["source"])), 1):  # noqa: B007 - the last one is told
        batch.append(words)
        if len(batch) == _BATCH:
            seconds += take()
    seconds += take()
    began = time.perf_counter()
    engine.finish()
    seconds += time.perf_counter() - began
    peak_bytes = memory("VmHWM")
    yield {"seconds": seconds, "peak_bytes": peak_bytes, "bytes": size_of(folder), "documents": count}


def interview(engine: Asking, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Ask every question once; the first of them is counted with the opening.

    A kind of question that has used up its time is left; its other questions are not answered.
    """
    first, *rest = request["questions"]
    began = time.perf_counter()
    engine.open(Path(request["folder"]))
    engine.ask(first["node"])
    opening_ms = (time.perf_counter() - began) * 1000
    spent: dict[str, float] = {}
    for question in rest:
        kind = question["kind"]
        if spent.get(kind, 0.0) > request["longest_s"]:
            continue
        began = time.perf_counter()
        try:
            count, best = engine.ask(question["node"])
        except UnsupportedQuestionError:
            continue
        seconds = time.perf_counter() - began
        spent[kind] = spent.get(kind, 0.0) + seconds
        yield {"number": question["number"], "ms": seconds * 1000, "count": count, "best": best}
    yield {
        "opening_ms": opening_ms,
        "resident_bytes": memory("VmRSS"),
        "own_bytes": memory("RssAnon"),
    }


def size_of(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def memory(kind: str) -> int:
    """Return memory of this process in bytes: Linux's VmHWM (peak), VmRSS, or RssAnon (no mapped files).

    What `getrusage` tells would be no less than what the parent had when it made this process.
    """
    lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(lines[kind].split()[0]) * 1024


Handler = Callable[[dict[str, Any]], Iterator[dict[str, Any]]]


def serve_peer(engine: Engine, version: str) -> None:
    """Answer requests to build and to ask until there are no more."""
    serve({"build": partial(build, engine), "ask": partial(interview, engine)}, version)


def serve(handlers: Mapping[str, Handler], version: str) -> None:
    """Answer requests until there are no more. What libraries print goes to the errors."""
    answers, sys.stdout = sys.stdout, sys.stderr

    def say(answer: dict[str, Any]) -> None:
        answers.write(json.dumps(answer) + "\n")
        answers.flush()

    say({"version": version})
    for line in sys.stdin:
        request = json.loads(line)
        for answer in handlers[request["do"]](request):
            say(answer)
        say({"is_end": True})
