"""How exactly typeset files become text: `python -m benchmarks.text [FILE...]`.

Character error against the truth: edits (insertions, deletions, replacements of a character) per character
of the truth, in percent, for our reader and the others that are installed (`benchmarks.peers`). Runs of
blanks count as one blank, and so do line ends; captions of pictures, which the truth does not have, are
left out. Nothing else is forgiven: headers, page numbers, hyphens at line ends and the order of columns all
count.

The last column is ours alone: how many of the true paragraphs are not exactly a paragraph of our text.
"""

from __future__ import annotations

import argparse
from collections import Counter

from benchmarks.corpus import CAPTION, need_data, truths
from benchmarks.peers import ours, peers

GOAL_PERCENT = 0.05


def error_percent(found: str, truth: str) -> float:
    """Return edits per hundred characters of the truth; both are one line."""
    from rapidfuzz.distance import Levenshtein

    found = " ".join(found.replace(CAPTION, " ").split())
    # The hint lets nearly equal texts of a million characters be compared in a second.
    return 100 * Levenshtein.distance(truth, found, score_hint=len(truth) // 1000) / len(truth)


def wrong_paragraphs(found: str, truth: list[str]) -> int:
    """Return how many true paragraphs are not a paragraph, a line, of the text that was found."""
    lines = Counter(" ".join(line.split()) for line in found.split("\n"))
    return (Counter(truth) - lines).total()


def main() -> None:
    """Print the table of errors; fail if ours is above the goal on any file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", help="only these, by name")
    parser.add_argument("--ours", action="store_true", help="without the other readers")
    arguments = parser.parse_args()
    need_data()
    readers = {"ours": ours} | ({} if arguments.ours else peers())
    print(f"{'character error, %':24}" + "".join(f"{name:>12}" for name in (*readers, "paragraphs")))
    missed = []
    for path, paragraphs in truths():
        if arguments.files and path.name not in arguments.files:
            continue
        truth = " ".join(paragraphs)
        errors = [error_percent(reader(path), truth) for reader in readers.values()]
        wrong = f"{wrong_paragraphs(ours(path), paragraphs)} of {len(paragraphs)}"
        print(f"{path.name:24}" + "".join(f"{value:12.3f}" for value in errors) + f"{wrong:>12}", flush=True)
        if errors[0] > GOAL_PERCENT:
            missed.append(path.name)
    print(f"\nours is above {GOAL_PERCENT} % on: {', '.join(missed) or 'none'}")
    raise SystemExit(bool(missed))


if __name__ == "__main__":
    main()
