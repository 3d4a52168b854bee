"""How much of the text of real files is words: `python -m benchmarks.words [--unknown N] [--below]`.

The share of dictionary words among the words of three and more Cyrillic letters, over the real files in
Russian, for our reader and the others that are installed (`benchmarks.peers`). A wrong join, a lost blank,
a spaced-out word or a wrong encoding makes words that no dictionary has; names and terms do so too, but for
all readers alike.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import need_data, russian_files
from benchmarks.peers import ours, peers
from index.text.morphology import is_known

_SHORTEST = 3
# A hyphen within a word, also one at the end of a line, parts two words for all readers alike.
_WORD = re.compile(rf"[\u0400-\u04ff]{{{_SHORTEST},}}")
_LEAST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text.

    Attributes:
        counts: How often each stands there, as it is written.
        unknown: Those that the dictionary lacks.
    """

    counts: Counter[str]
    unknown: frozenset[str]

    @property
    def total(self) -> int:
        """All words."""
        return self.counts.total()

    @property
    def missed(self) -> int:
        """The words that are not in the dictionary."""
        return sum(self.counts[word] for word in self.unknown)

    @property
    def share(self) -> float:
        """Share of dictionary words; 0 without words."""
        return 1 - self.missed / self.total if self.total else 0.0


def words_of(text: str) -> Words:
    """Count the words of a text."""
    counts = Counter(_WORD.findall(text))
    return Words(counts, frozenset(word for word in counts if not is_known(word)))


def joined(parts: list[Words]) -> Words:
    """Return the words of several texts together."""
    counts: Counter[str] = Counter()
    for part in parts:
        counts.update(part.counts)
    return Words(counts, frozenset().union(*(part.unknown for part in parts)))


def print_table(found: dict[Path, dict[str, Words]], names: list[str]) -> None:
    """Print share of dictionary words and number of words, for each file and in all."""
    print(f"{'known words, %':44}{'words':>8}" + "".join(f"{name:>12}" for name in names))
    for path, by_reader in found.items():
        if by_reader["ours"].total >= _LEAST_WORDS:
            _print_row(path.stem[:42], by_reader, names)
    _print_row("all", {name: joined([one[name] for one in found.values()]) for name in names}, names)


def _print_row(title: str, by_reader: dict[str, Words], names: list[str]) -> None:
    cells = (f"{100 * by_reader[name].share:12.2f}" for name in names)
    print(f"{title:44}{by_reader['ours'].total:8}" + "".join(cells))


def print_unknown(found: dict[Path, dict[str, Words]], count: int) -> None:
    """Print our most frequent unknown words, with the file that has most of each."""
    total = joined([one["ours"] for one in found.values()])
    print(f"\nunknown to the dictionary, most frequent first ({total.missed} of {total.total} words)")
    ranked = sorted(total.unknown, key=lambda word: (-total.counts[word], word))
    for word in ranked[:count]:
        home = max(found, key=lambda path: found[path]["ours"].counts[word])
        print(f"{total.counts[word]:6}  {word:32} {home.stem}")


def print_below(found: dict[Path, dict[str, Words]], names: list[str]) -> None:
    """Print the files where another reader has a larger share, and the words that make the difference."""
    for path, by_reader in found.items():
        own = by_reader["ours"]
        for name in names:
            other = by_reader[name]
            if own.total < _LEAST_WORDS or other.share <= own.share:
                continue
            print(f"\n{path.stem}: ours {100 * own.share:.2f}, {name} {100 * other.share:.2f}")
            _print_surplus("unknown, more often in ours", own, other, known=False)
            _print_surplus(f"unknown, more often in {name}", other, own, known=False)
            _print_surplus(f"known, more often in {name}", other, own, known=True)


def _print_surplus(title: str, one: Words, other: Words, *, known: bool) -> None:
    surplus = one.counts - other.counts
    chosen = {word: count for word, count in surplus.items() if (word not in one.unknown) is known}
    ranked = sorted(chosen, key=lambda word: (-chosen[word], word))[:30]
    print(f"  {title}: " + ", ".join(f"{word} {chosen[word]}" for word in ranked))


def main() -> None:
    """Print the table, the unknown words, and where we are below."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--unknown", type=int, default=60, metavar="N", help="how many unknown words to list")
    parser.add_argument("--below", action="store_true", help="say where and by which words others are ahead")
    arguments = parser.parse_args()
    need_data()
    readers = {"ours": ours} | peers()
    found = {
        path: {name: words_of(reader(path)) for name, reader in readers.items()} for path in russian_files()
    }
    names = list(readers)
    print_table(found, names)
    print_unknown(found, arguments.unknown)
    if arguments.below:
        print_below(found, names[1:])


if __name__ == "__main__":
    main()
