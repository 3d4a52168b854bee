"""Compares the engine of the program with the oracle on random questions and corpora, and prints how many.

    python -m tests.index.search.oracle --corpora 200 --queries 20 --seed 1

Every corpus is a history of commits; so many questions are asked after each. Exit 1 if anything differs.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.index.search.oracle.running import Tally, run
from tests.index.search.subjects import IndexSubject

_MOST_SHOWN = 20


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.index.search.oracle", description=__doc__)
    parser.add_argument("--corpora", type=int, default=50)
    parser.add_argument("--queries", type=int, default=10, help="asked after each commit of a corpus")
    parser.add_argument("--seed", type=int, default=1, help="of the first corpus; the next has the next")
    options = parser.parse_args()
    tally, started = Tally(), time.perf_counter()
    for seed in range(options.seed, options.seed + options.corpora):
        before = len(tally.differences)
        with tempfile.TemporaryDirectory() as folder:
            random = Random(seed)  # noqa: S311 - repeatable
            run(random, options.queries, IndexSubject, Path(folder), tally)
        tally.differences[before:] = [f"seed {seed}: {told}" for told in tally.differences[before:]]
    print(
        f"{tally.questions} questions after {tally.commits} commits of {tally.corpora} corpora "
        f"({time.perf_counter() - started:.0f} s); {tally.selective} told documents apart, "
        f"{tally.by_whoosh} put to Whoosh's own searcher too: {len(tally.differences)} differences"
    )
    for told in tally.differences[:_MOST_SHOWN]:
        print(told)
    return 1 if tally.differences else 0


if __name__ == "__main__":
    sys.exit(main())
