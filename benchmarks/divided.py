"""Would words divided anywhere be put together rightly: `python -m benchmarks.divided [FOLDER]`.

A check of the rules for hyphens on text that nobody judged them by: news of the factRuEval development set,
or the .txt files of a folder. Each word is divided at each place where it may be hyphenated, and each
compound at its own hyphens, one at a time, with the rest of the document as its vocabulary; then the rules
decide.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import DATA, need_data
from index.text.hyphens import Vocabulary, keeps_hyphen
from index.text.morphology import is_known

_WORD = re.compile(r"[^\W\d_]+(?:-\w+)*|\w+(?:-\w+)+")
_SHORTEST = 4


def divisions(word: str) -> Iterator[tuple[str, str, bool]]:
    """Yield how a word may be divided over two lines: left part, right part, is the hyphen its own."""
    import pyphen

    parts = word.split("-")
    for i in range(1, len(parts)):
        yield "-".join(parts[:i]), "-".join(parts[i:]), True
    if len(parts) == 1 and len(word) >= _SHORTEST:
        for place in pyphen.Pyphen(lang="ru_RU").positions(word):
            yield word[:place], word[place:], False


def main() -> None:
    """Print shares of false joins and false keeps, and the commonest of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DATA / "factrueval-devset")
    need_data()
    total: Counter[bool] = Counter()
    wrong: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for path in sorted(parser.parse_args().folder.glob("*.txt")):
        text = path.read_text("utf-8")
        counts = Counter(_WORD.findall(text))
        for word, count in counts.items():
            vocabulary = Vocabulary([" ".join((counts - Counter({word: 1})).elements())])
            for left, right, is_own in divisions(word):
                total[is_own] += count
                if keeps_hyphen(left, right, vocabulary, is_known) is not is_own:
                    wrong[is_own][f"{left}-|{right}"] += count
    for is_own, title in (
        (False, "words kept apart (false keeps)"),
        (True, "compounds joined (false joins)"),
    ):
        share = 100 * wrong[is_own].total() / max(1, total[is_own])
        print(f"{title}: {wrong[is_own].total()} of {total[is_own]}, {share:.2f} %")
        print("  " + ", ".join(f"{what} {count}" for what, count in wrong[is_own].most_common(60)))


if __name__ == "__main__":
    main()
