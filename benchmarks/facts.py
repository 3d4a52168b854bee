"""How right and how fast the facts are.

    python -m benchmarks.facts                      all tables, what mistakes cost, the worst of them
    python -m benchmarks.facts devset               factRuEval-2016's three tracks alone
    python -m benchmarks.facts --save FILE          keep the scores, for a later run with
    python -m benchmarks.facts --against FILE       how much each figure rose or fell since
    python -m benchmarks.facts --mistakes org       every mistake of one type, with its sentence

Right: the gold annotation of five documents by the scorer that belongs to it, and the development half of
factRuEval-2016 by our own scorer (docs/decisions/0022). Both annotations lie beside the project, in
../shared; what is not there is left out. Fast: words per second of each stage.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from benchmarks import annotated, stages
from benchmarks.factrueval import devset
from benchmarks.factrueval.mistakes import Outcome, of_kind, worst
from benchmarks.factrueval.tables import cause_rows, load, mistake_rows, rows, save, tables, worst_rows

DEVSET = annotated.SHARED / "data" / "factrueval-devset"
PARTS = ("gold", "devset", "speed")
_QUIET = (devset.HARD, devset.WHOLE)
"""Tables with the same mistakes as another; these are told once."""


def evaluated(parts: list[str], folder: Path) -> tuple[dict[str, Outcome], dict[str, str]]:
    """Return the outcomes by table, and the texts of all documents by name; says what is not there."""
    outcomes: dict[str, Outcome] = {}
    texts: dict[str, str] = {}
    if "gold" in parts:
        if annotated.SCORER.is_file():
            outcomes |= annotated.evaluated()
            texts |= annotated.texts()
        else:
            print(f"no gold annotation beside the project: {annotated.SCORER}")
    if "devset" in parts:
        if folder.is_dir():
            found, read = devset.evaluated(folder)
            outcomes |= found
            texts |= read
        else:
            print(f"no annotated folder there: {folder}")
    return outcomes, texts


def print_mistakes(outcomes: Mapping[str, Outcome], texts: Mapping[str, str], kind: str) -> None:
    """Print every mistake of a kind, table by table; without any, which kinds have some."""
    told = {title: outcome for title, outcome in outcomes.items() if title not in _QUIET}
    chosen = {title: of_kind(outcome.mistakes, kind) for title, outcome in told.items()}
    for title, mistakes in chosen.items():
        if mistakes:
            print(f"\n{title}: {len(mistakes)} mistakes")
            print(*mistake_rows(mistakes, texts), sep="\n")
    if not any(chosen.values()):
        kinds = sorted({mistake.kind for outcome in told.values() for mistake in outcome.mistakes})
        print(f"no mistakes of the type {kind}; there are some of {', '.join(kinds) or 'none'}")


def print_worst(outcomes: Mapping[str, Outcome], texts: Mapping[str, str], count: int) -> None:
    """Print for each table what its mistakes cost, by cause, and the worst of them."""
    for title, outcome in outcomes.items():
        if title in _QUIET or not outcome.mistakes:
            continue
        print(f"\n{title}: what mending would add to F1, mistakes, type and cause")
        print(*cause_rows(outcome), sep="\n")
        print(f"\n{title}: the worst")
        print(*worst_rows(worst(outcome, count), texts), sep="\n")


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all without")
    parser.add_argument("--devset", type=Path, default=DEVSET, metavar="DIR", help="another annotated folder")
    parser.add_argument("--worst", type=int, default=10, metavar="N", help="how many mistakes a table")
    parser.add_argument("--mistakes", default="", metavar="TYPE", help="print all mistakes of a type alone")
    parser.add_argument("--save", type=Path, metavar="FILE", help="keep the scores")
    parser.add_argument("--against", type=Path, metavar="FILE", help="compare with scores that were kept")
    arguments = parser.parse_args()
    parts = arguments.parts or list(PARTS)
    if not set(parts) <= set(PARTS):
        parser.error(f"not one of {', '.join(PARTS)}: {' '.join(parts)}")
    outcomes, texts = evaluated(parts, arguments.devset)
    found = tables(outcomes)
    if arguments.save:
        save(arguments.save, found)
    if arguments.mistakes:
        print_mistakes(outcomes, texts, arguments.mistakes)
        return
    print(*rows(found, load(arguments.against) if arguments.against else None), sep="\n")
    print_worst(outcomes, texts, arguments.worst)
    if "speed" in parts:
        stages.speed(annotated.texts().values())


if __name__ == "__main__":
    main()
