"""The engines that are there, each in its own process, and what they answered.

Two of the peers need interpreters that have them, named by environment variables; nothing is installed
here:

    CHITALNYA_PEERS     an interpreter (3.11 or newer) with the package tantivy
    CHITALNYA_XAPIAN    one with Xapian's bindings; on Debian /usr/bin/python3 with python3-xapian

Plain Whoosh and SQLite FTS5 run in the project's own interpreter. Who is not there is told and left out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from benchmarks.analysed import Files
from benchmarks.questions import Question

ROOT: Final = Path(__file__).resolve().parents[1]
OURS: Final = "ours"
_BUILT: Final = "built.json"


@dataclass(frozen=True, slots=True)
class Contestant:
    """An engine that can be started.

    Attributes:
        name: As the table calls it.
        module: Where its process begins, in `benchmarks.engines`.
        interpreter: What runs it; empty if it is not there.
        has_lean: Whether an index of the texts' lemmas alone is built as well.
    """

    name: str
    module: str
    interpreter: str
    has_lean: bool = False


def contestants() -> list[Contestant]:
    """Return all, ours first; those that are not there have no interpreter."""
    peers, with_xapian = (os.environ.get(name, "") for name in ("CHITALNYA_PEERS", "CHITALNYA_XAPIAN"))
    return [
        Contestant(OURS, "ours", sys.executable),
        Contestant("tantivy", "tantivy", peers, has_lean=True),
        Contestant("FTS5", "fts5", sys.executable, has_lean=True),
        Contestant("Xapian", "xapian", with_xapian),
        Contestant("Whoosh", "plain_whoosh", sys.executable),
    ]


@dataclass(slots=True)
class Built:
    """What building an index took.

    Attributes:
        seconds: Without reading the input; with our analysis for ours, without it for the peers.
        peak_bytes: Peak memory of the process that wrote.
        bytes: Size of the finished index.
        documents: Documents in it.
        version: Of the engine.
    """

    seconds: float
    peak_bytes: int
    bytes: int
    documents: int
    version: str = ""


@dataclass(slots=True)
class Asked:
    """What one round of questions brought.

    Attributes:
        ms: Milliseconds of each question by number.
        counts: Documents that answer.
        best: Ids of the best.
        opening_ms: To open and answer a rare word.
        resident_bytes: Memory of the process in the end, mapped files included.
        own_bytes: The same without mapped files.
    """

    ms: dict[int, float] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    best: dict[int, list[str]] = field(default_factory=dict)
    opening_ms: float = 0.0
    resident_bytes: int = 0
    own_bytes: int = 0


def build(contestant: Contestant, files: Files, folder: Path, *, is_lean: bool = False) -> Built:
    """Have an index built, unless one that was completed is in the folder."""
    kept = folder / _BUILT
    if kept.exists():
        return Built(**json.loads(kept.read_text("utf-8")))
    request = {
        "do": "build",
        "folder": str(folder / "index"),
        "is_lean": is_lean,
        "source": str(files.words),
        "texts": str(files.texts),
    }
    with _Process(contestant) as process:
        [answer] = process.answers(request)
        built = Built(**answer, version=process.version)
    kept.write_text(json.dumps({name: getattr(built, name) for name in Built.__slots__}), "utf-8")
    return built


def analysis_seconds(files: Files) -> float:
    """Return what our analysis of the texts costs by itself."""
    with _Process(contestants()[0]) as process:
        [answer] = process.answers({"do": "analyse", "texts": str(files.texts)})
    return float(answer["seconds"])


def ask(
    contestant: Contestant, folder: Path, opening: Question, questions: Sequence[Question], longest_s: float
) -> Asked:
    """Have each question answered once, by a fresh process; no answer is there from an earlier one."""
    asked = Asked()
    rows = [{"number": one.number, "kind": one.kind, "node": one.node} for one in [opening, *questions]]
    request = {"do": "ask", "folder": str(folder / "index"), "questions": rows, "longest_s": longest_s}
    with _Process(contestant) as process:
        for answer in process.answers(request):
            if "opening_ms" in answer:
                asked.opening_ms = answer["opening_ms"]
                asked.resident_bytes, asked.own_bytes = answer["resident_bytes"], answer["own_bytes"]
                continue
            number = answer["number"]
            asked.ms[number], asked.counts[number] = answer["ms"], answer["count"]
            asked.best[number] = answer["best"]
    return asked


class _Process:
    """The process of a contestant; a context manager."""

    def __init__(self, contestant: Contestant) -> None:
        command = [contestant.interpreter, "-W", "ignore", "-m", f"benchmarks.engines.{contestant.module}"]
        self._name = contestant.name
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self.version = str(self._read()["version"])

    def __enter__(self) -> _Process:
        return self

    def __exit__(self, *_error: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    def answers(self, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield what it says to a request."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        while not (answer := self._read()).get("is_end"):
            yield answer

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"{self._name} ended with exit code {self._process.wait()}")
        answer: dict[str, Any] = json.loads(line)
        return answer
