"""Are hyphens at line ends resolved as a person would: `python -m benchmarks.hyphens [--list FILE]`.

Samples hyphens at line ends from the real files in Russian, says what our text makes of each, and compares
with what a person decided (`benchmarks/judgements/hyphens.tsv`). There are three verdicts:

- join: the hyphen only divides the word («офици-» / «альных»);
- keep: it is part of the word («Касым-» / «Жомарт»);
- apart: it divides nothing, the next line is another matter (a dash, a cell of a table).

`--list` writes the sample with its words, to be judged: fill in the first column, then `--take` keeps the
verdicts as positions, without the words. Positions do not depend on our reader: they are the number of a
line in pdfium's text of a page.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import JUDGEMENTS, REAL, judgements, need_data, read, russian_files
from benchmarks.places import Layer, layers
from index.model.document import Document

SAMPLE, SEED = 300, 20
GOAL_PERCENT = 1.0
_LINE_END = re.compile(r"(?P<left>\w+)(?:[\ufffe\x02\xad]|[-\u2010\u00ac] ?(?=[\r\n]))[\r\n]*(?P<right>\w+)")
_FIELDS = ("verdict", "file", "page", "line")
_WORDS = ("left", "right", "ours")


@dataclass(frozen=True, slots=True)
class Hyphen:
    """A hyphen at the end of a line.

    Attributes:
        file: Name of its file.
        page: Number of its page, from 1.
        line: Number of its line in pdfium's text of the page, from 1.
        left: What stands before it.
        right: What begins the next line.
        ours: What our text makes of it; "lost" when the word before it is not in our text.
    """

    file: str
    page: int
    line: int
    left: str
    right: str
    ours: str

    @property
    def key(self) -> tuple[str, int, int]:
        """Its place."""
        return self.file, self.page, self.line


def hyphens_of(path: Path) -> Iterator[Hyphen]:
    """Yield the hyphens at line ends of one file, with our decisions."""
    document = read(path)
    for layer in layers(path):
        for match in _LINE_END.finditer(layer.text):
            if not any(letter.isalpha() for letter in match["left"] + match["right"]):
                continue
            # pdfium writes no end of line after a hyphen that it takes for a dividing one.
            line = 1 + len(re.findall(r"\r\n|[\ufffe\x02]", layer.text[: match.start()]))
            ours = _decision(document, layer, match.end("left") - 1)
            yield Hyphen(path.name, layer.page_index + 1, line, match["left"], match["right"], ours)


def _decision(document: Document, layer: Layer, last_letter: int) -> str:
    """Return what our text makes of the hyphen after a letter of the page."""
    place = layer.centre(last_letter)
    span = place and document.text_map.at(layer.page_index, *place)
    if not span:
        return "lost"
    after = document.text[span.stop : span.stop + 2]
    if after[:1].isalnum():
        return "join"
    return "keep" if after[:1] == "-" and after[1:].isalnum() else "apart"


def all_hyphens() -> list[Hyphen]:
    """Return all of them, in order of files, pages and lines."""
    return [hyphen for path in russian_files() for hyphen in hyphens_of(path)]


def write_list(sample: list[Hyphen], path: Path) -> None:
    """Write a sample to be judged, with our decisions beside an empty column of verdicts."""
    known = _verdicts()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(_FIELDS + _WORDS)
        for one in sample:
            writer.writerow((known.get(one.key, ""), *one.key, one.left, one.right, one.ours))


def take_list(path: Path) -> None:
    """Keep the verdicts of a judged list, without its words."""
    known = _verdicts()
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["verdict"]:
                known[row["file"], int(row["page"]), int(row["line"])] = row["verdict"]
    JUDGEMENTS.mkdir(exist_ok=True)
    with (JUDGEMENTS / "hyphens.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(_FIELDS)
        writer.writerows((verdict, *key) for key, verdict in sorted(known.items(), key=lambda pair: pair[0]))


def _verdicts() -> dict[tuple[str, int, int], str]:
    rows = judgements("hyphens")
    return {(row["file"], int(row["page"]), int(row["line"])): row["verdict"] for row in rows}


def print_errors(found: list[Hyphen]) -> bool:
    """Compare our decisions with the verdicts; returns whether the goal is reached."""
    verdicts = _verdicts()
    judged = [one for one in found if one.key in verdicts]
    counts = Counter((verdicts[one.key], one.ours) for one in judged)
    print(f"{len(found)} hyphens at line ends, {len(judged)} of them judged")
    for (verdict, ours), count in sorted(counts.items()):
        print(f"{count:6}  {verdict:6} {'' if verdict == ours else f'but ours: {ours}'}")
    wrong = [one for one in judged if one.ours != verdicts[one.key]]
    for one in wrong:
        print(f"  {one.file} page {one.page}: {one.left}-|{one.right} {verdicts[one.key]}, ours {one.ours}")
    decided = [one for one in wrong if {one.ours, verdicts[one.key]} == {"join", "keep"}]
    percent = 100 * len(decided) / max(1, len(judged))
    share = f"{len(decided)} of {len(judged)}, {percent:.2f} %"
    print(f"false joins and false keeps: {share}; goal {GOAL_PERCENT} %")
    print(f"otherwise wrong (a paragraph ends there, a dash, a lost word): {len(wrong) - len(decided)}")
    return bool(judged) and percent <= GOAL_PERCENT


def main() -> None:
    """List a sample, take a judged one, or print our errors."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--list", type=Path, metavar="FILE", help="write a sample to be judged")
    parser.add_argument("--take", type=Path, metavar="FILE", help="keep the verdicts of a judged list")
    parser.add_argument("--count", type=int, default=SAMPLE, help="size of the sample")
    parser.add_argument("--unlike", action="store_true", help="sample only what our text does not join")
    arguments = parser.parse_args()
    need_data()
    assert REAL.exists()
    if arguments.take:
        take_list(arguments.take)
        return
    found = all_hyphens()
    if arguments.list:
        pool = [one for one in found if one.ours != "join"] if arguments.unlike else found
        sample = random.Random(SEED).sample(pool, min(arguments.count, len(pool)))  # noqa: S311 - no secret
        write_list(sorted(sample, key=lambda one: one.key), arguments.list)
    elif not print_errors(found):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
