"""Our search beside tantivy, SQLite FTS5, Xapian and plain Whoosh.

    python -m benchmarks.search [PAGES ...] [--folder DIR] [--out DIR]

One generated archive (`benchmarks.generated`), one analysis for all (`benchmarks.analysed`), the same
questions (`benchmarks.questions`), each engine in a process of its own, by turns (`benchmarks.contest` says
where the peers come from). Everybody does the same work: the ids of the best twenty documents, and the
exact number of all.

Peers index what our analysis found, as lemmas and as forms with positions, of texts and titles; ours
analyses the texts itself, so speeds are shown with and without the analysis. Plain Whoosh and Xapian keep
every lemma of a word, tantivy and FTS5 only the likeliest: they miss the others. FTS5 and tantivy find
words near each other in any order. Each question is asked once in each round, in a fresh process, in an
order drawn by lot; its time is the median of the rounds. A peer that used up `--longest` seconds for a kind
of question is not asked the rest of it.

    --folder DIR   texts, and peers' indexes, which are not built again: made there once
    --out DIR      the table and the pictures are written there, too
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.analysed import Files, prepare, read_counts
from benchmarks.chart import svg
from benchmarks.contest import OURS, Contestant, analysis_seconds, ask, build, contestants
from benchmarks.questions import Drawer
from benchmarks.report import tables
from benchmarks.results import Contest, Result

_TEXTS = Path(tempfile.gettempdir()) / "chitalnya-archives"


@dataclass(frozen=True, slots=True)
class Measurement:
    """What is measured where.

    Attributes:
        files: The archive.
        pages: Its pages.
        scratch: Folder of our own index, which is always built: it is what changes.
        kept: Folder of the peers' indexes; those that are there are not built again.
    """

    files: Files
    pages: int
    scratch: Path
    kept: Path

    def run(self, rounds: int, longest_s: float) -> Contest:
        """Build what is not there, ask, and return everything that was measured."""
        drawer = Drawer(read_counts(self.files))
        opening, questions = drawer.opening(), drawer.questions()
        present = [contestant for contestant in contestants() if contestant.interpreter]
        contest = Contest(self.pages, questions, analysis_seconds(self.files))
        for contestant in present:
            contest.results.append(self._built(contestant))
        chance = random.Random(self.pages)  # noqa: S311 - chance, not secrets
        for number in range(rounds):
            order = chance.sample(questions, len(questions))
            for contestant, result in zip(present, contest.results, strict=True):
                folder = self._folder(contestant)
                result.rounds.append(ask(contestant, folder, opening, order, longest_s))
            print(f"round {number + 1} of {rounds} asked", file=sys.stderr)
        return contest

    def _built(self, contestant: Contestant) -> Result:
        result = Result(contestant.name, build(contestant, self.files, self._folder(contestant)))
        if contestant.has_lean:
            folder = self._folder(contestant, "-lean")
            result.lean = build(contestant, self.files, folder, is_lean=True)
        print(f"{contestant.name}: {result.built.seconds:.1f} s to index", file=sys.stderr)
        return result

    def _folder(self, contestant: Contestant, suffix: str = "") -> Path:
        parent = self.scratch if contestant.name == OURS else self.kept
        folder = parent / f"{contestant.name}{suffix}-{self.pages}"
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def main() -> int:
    """Measure, print, save."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--folder", type=Path, help="keep texts and peers' indexes here")
    parser.add_argument("--out", type=Path, help="write table and pictures here")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--longest", type=float, default=2.0, help="seconds for one kind of question")
    chosen = parser.parse_args()
    for one in contestants():
        if not one.interpreter:
            print(f"{one.name}: not there; benchmarks/contest.py says how to name it", file=sys.stderr)
    for pages in chosen.pages:
        files = prepare(chosen.folder or _TEXTS, pages)
        with tempfile.TemporaryDirectory() as scratch:
            measurement = Measurement(files, pages, Path(scratch), chosen.folder or Path(scratch))
            contest = measurement.run(chosen.rounds, chosen.longest)
        lines = "\n".join(tables(contest))
        print(lines, flush=True)
        if chosen.out is not None:
            chosen.out.mkdir(parents=True, exist_ok=True)
            (chosen.out / f"search-{pages}.txt").write_text(lines + "\n", "utf-8")
            (chosen.out / f"search-{pages}.svg").write_text(svg(contest), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
