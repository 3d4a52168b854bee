"""Are notes found again in other versions of a text: `python -m benchmarks.reanchor [--notes N] [--seed N]`.

Notes of one to thirty words are made on real texts (the development half of factRuEval-2016 beside the
project, one document of all of them), and looked for in versions of it:

    reflow     other lines, hyphens at their ends, ё written as е
    edits      besides, paragraphs left out, put in, exchanged, and words changed
    2, 5, 10 % of the letters read otherwise, as by a recogniser

Right is a place that the truth overlaps, exact one whose ends are within three letters, wrong any other.
A note whose words were left out should be told lost. No wrong place may be called sure.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.annotated import SHARED
from index.model.annotation import Anchor
from index.model.document import Page
from index.model.span import Span
from index.notes.anchors import make_anchor
from index.notes.letters import course
from index.notes.reanchoring import Certainty, Found, Reanchoring

TEXTS: Final = SHARED / "data" / "factrueval-devset"
LENGTHS: Final = (1, 2, 4, 8, 15, 30)
_LIKE: Final = dict(zip("онелшьтбз", "0псдщъг63", strict=True))
_LINE: Final = 66
_CLOSE: Final = 3


@dataclass(frozen=True, slots=True)
class Version:
    """How a text is changed."""

    name: str
    is_edited: bool = False
    noise: float = 0.0


VERSIONS: Final = (
    Version("reflow"),
    Version("edits", is_edited=True),
    Version("2 % noise", noise=0.02),
    Version("5 % noise and edits", is_edited=True, noise=0.05),
    Version("10 % noise", noise=0.10),
)


class Changed:
    """A changed text, and where its letters come from.

    Attributes:
        text: The text.
        origin: Of each of its characters the offset in the old text; -1 of what is new.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.origin: list[int] = []
        self._column = 0

    @property
    def text(self) -> str:
        """The text."""
        return "".join(self._parts)

    def add(self, letters: str, origin: int = -1) -> None:
        """Write letters, all from one place of the old text or none."""
        self._parts.append(letters)
        self.origin += [origin] * len(letters)
        self._column = 0 if letters.endswith("\n") else self._column + len(letters)

    @property
    def is_full(self) -> bool:
        """Whether the line is long enough."""
        return self._column >= _LINE


def changed(text: str, version: Version, chance: random.Random) -> Changed:
    """Return another version of a text."""
    made = Changed()
    for start, paragraph in _ordered(text, version, chance):
        if start < 0:
            made.add(paragraph + "\n")
            continue
        _rewrite(made, start, paragraph, version, chance)
        made.add("\n", start + len(paragraph))
    return made


def _ordered(text: str, version: Version, chance: random.Random) -> list[tuple[int, str]]:
    """Return the paragraphs of a version with their places; -1 for what is put in."""
    found = [(match.start(), match.group()) for match in re.finditer(r"[^\n]+", text)]
    if not version.is_edited:
        return found
    words = re.findall(r"\w+", text)
    kept = []
    for one in found:
        if chance.random() > 0.05:
            kept.append(one)
        if chance.random() < 0.15:
            kept.append((-1, " ".join(chance.sample(words, 25))))
    for _ in range(len(kept) // 20):
        i = chance.randrange(len(kept) - 3)
        kept[i], kept[i + 2] = kept[i + 2], kept[i]
    return kept


def _rewrite(made: Changed, start: int, paragraph: str, version: Version, chance: random.Random) -> None:
    is_dropped = False
    for i, letter in enumerate(paragraph):
        if letter == " ":
            # One word in thirty is left out, one put in.
            is_dropped = version.is_edited and chance.random() < 1 / 30
            if version.is_edited and chance.random() < 1 / 30:
                made.add(" также")
            made.add("\n" if made.is_full else " ", start + i)
            continue
        if is_dropped:
            continue
        made.add(_read(letter.replace("ё", "е"), version.noise, chance), start + i)
        if made.is_full and paragraph[i : i + 4].isalpha() and paragraph[max(0, i - 2) : i].isalpha():
            made.add(chance.choice(("-\n", "\u00ad\n")))


def _read(letter: str, noise: float, chance: random.Random) -> str:
    if chance.random() >= noise:
        return letter
    kind = chance.random()
    if kind < 0.2:
        return ""
    return _LIKE.get(letter.lower(), letter) + (" " if kind > 0.9 else "")


def noted(text: str, count: int, chance: random.Random) -> list[Anchor]:
    """Return notes on a text, of whole words within paragraphs."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    pages = (Page(0, 595, 842, Span(0, len(text))),)
    found: list[Anchor] = []
    while len(found) < count:
        first = chance.randrange(len(words) - max(LENGTHS))
        span = Span(words[first][0], words[first + chance.choice(LENGTHS) - 1][1])
        if "\n" not in span.of(text) and re.search(r"\w", span.of(text)):
            found.append(make_anchor(text, pages, span))
    return found


def judge(old: str, version: Version, anchors: list[Anchor], chance: random.Random) -> str:
    """Return a row of the table."""
    made = changed(old, version, chance)
    new, origin = made.text, made.origin
    began = time.process_time()
    expected, finder = course(old, new), Reanchoring(new)
    setup = time.process_time() - began
    counts: Counter[str] = Counter()
    began = time.process_time()
    answers = [finder.find(anchor, expected(anchor.span.start)) for anchor in anchors]
    took = (time.process_time() - began) / len(anchors)
    for anchor, found in zip(anchors, answers, strict=True):
        counts.update(_verdicts(anchor, found, origin))
    there = max(1, counts["there"])
    return (
        f"{version.name:22} {counts['right'] / there:7.3f} {counts['exact'] / there:7.3f} {counts['sure']:6} "
        f"{counts['wrong']:6} {counts['wrong and sure']:10} {counts['missed']:7} "
        f"{counts['told lost']:4} of {counts['gone']:3} {took * 1e3:8.2f} {setup * 1e3:9.0f}"
    )


def _verdicts(anchor: Anchor, found: Found, origin: list[int]) -> list[str]:
    """Return what is to be counted for one note."""
    covered = range(anchor.span.start, anchor.span.stop)
    there = {offset for offset in origin if offset in covered}
    is_there = len(there) >= len(covered) / 2
    verdicts = ["there" if is_there else "gone"]
    if found.span is None:
        return [*verdicts, "missed" if is_there else "told lost"]
    is_sure = found.certainty is Certainty.SURE
    shown = [offset for offset in origin[found.span.start : found.span.stop] if offset >= 0]
    if not there.intersection(shown):
        return [*verdicts, "wrong", *["wrong and sure"] * is_sure]
    if is_there:
        is_exact = max(abs(shown[0] - min(there)), abs(shown[-1] - max(there))) <= _CLOSE
        verdicts += ["right", *["sure"] * is_sure, *["exact"] * is_exact]
    return verdicts


def text_of(folder: Path) -> str:
    """Return all texts of a folder as one document."""
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.txt")))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--notes", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    old = text_of(TEXTS)
    if not old:
        raise SystemExit(f"The texts to measure on are not there: {TEXTS}")
    chance = random.Random(arguments.seed)  # noqa: S311 - a trial that can be repeated
    anchors = noted(old, arguments.notes, chance)
    print(f"{len(old)} characters, {len(anchors)} notes")
    print(
        f"{'version':22} {'right':>7} {'exact':>7} {'sure':>6} {'wrong':>6} {'wrong+sure':>10} {'missed':>7} "
        f"{'told lost':>11} {'ms/note':>8} {'ms/text':>9}"
    )
    for version in VERSIONS:
        chance = random.Random(arguments.seed + 1)  # noqa: S311 - a trial that can be repeated
        print(judge(old, version, anchors, chance), flush=True)


if __name__ == "__main__":
    main()
