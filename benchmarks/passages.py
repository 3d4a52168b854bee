"""Does the page say under a fact what the fact says: `python -m benchmarks.passages [FILE.pdf...]`.

Of every part of every fact and every mention of a name: the letters and digits whose middle lies inside its
quads, as pdfium tells them and not our reader, against those of its words. By default over all typeset and
real documents beside the project and the sample; `--list` shows what differs.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import REAL, TYPESET, read
from benchmarks.places import Layer, layers
from index.errors import ArchiveError
from index.facts.extract import extract
from index.model.geometry import Quad

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "sample"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a fact, and what the page says where they are shown.

    Attributes:
        role: Kind of the fact and name of the part; kind of the name.
        page_index: The first page that it stands on, counted from 0.
        said: Its words.
        letters: Its letters and digits, sorted; folded, so that a ligature is its letters.
        printed: Those inside its quads.
    """

    role: str
    page_index: int
    said: str
    letters: str
    printed: str

    @property
    def is_right(self) -> bool:
        """Whether the page says the same."""
        return self.letters == self.printed


def passages(path: Path) -> Iterator[Passage]:
    """Yield all words that facts and names of a document show. Blocks; loads the models on first use.

    Raises:
        ArchiveError: If nothing of the file can be read, or the models are not installed.
    """
    document = read(path)
    facts = extract(document.text)
    spans = [
        (entity.type.value, span, span.of(document.text))
        for entity in facts.entities
        for span in entity.mentions
    ]
    spans += [
        (f"{fact.type.value}.{slot.name}", slot.span, slot.text)
        for fact in facts.facts
        for slot in fact.slots
        if slot.span is not None
    ]
    printed = _printed(path, [quad for _, span, _ in spans for quad in document.text_map.quads(span)])
    for role, span, said in spans:
        quads = document.text_map.quads(span)
        letters = "".join(printed[quad] for quad in quads)
        yield Passage(role, quads[0].page_index if quads else 0, said, _folded(said), _folded(letters))


def spans_with_other_words(path: Path) -> list[str]:
    """Return the parts of facts whose words are not those of their span."""
    text = read(path).text
    return [
        slot.text
        for fact in extract(text).facts
        for slot in fact.slots
        if slot.span is not None and slot.span.of(text) != slot.text
    ]


def _folded(text: str) -> str:
    letters = "".join(sign for sign in text if sign.isalnum())
    return "".join(sorted(unicodedata.normalize("NFKC", letters)))


def _printed(path: Path, quads: list[Quad]) -> dict[Quad, str]:
    """Return the letters and digits inside each quad."""
    by_page: dict[int, set[Quad]] = {}
    for quad in quads:
        by_page.setdefault(quad.page_index, set()).add(quad)
    found: dict[Quad, str] = {}
    for layer in layers(path):
        wanted = by_page.get(layer.page_index, set())
        letters = list(_letters(layer)) if wanted else []
        for quad in wanted:
            box = quad.bounds
            found[quad] = "".join(
                sign for sign, x, y in letters if box.left <= x <= box.right and box.top <= y <= box.bottom
            )
    return found


def _letters(layer: Layer) -> Iterator[tuple[str, float, float]]:
    for i, sign in enumerate(layer.text):
        if sign.isalnum() and layer.is_real(i) and (box := layer.ink_box(i) or layer.box(i)):
            yield sign, *box.centre


def main() -> None:
    """Print a line for each file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--list", action="store_true", help="show what differs")
    arguments = parser.parse_args()
    folders = (SAMPLE, TYPESET, REAL)
    files = arguments.files or [path for folder in folders for path in sorted(folder.glob("*.pdf"))]
    total: Counter[bool] = Counter()
    print(f"{'file':58} {'passages':>9} {'right':>9} {'share':>7}")
    for path in files:
        try:
            found = list(passages(path))
        except ArchiveError as error:
            print(f"{path.name[:58]:58} {error.user_message}")
            continue
        counts = Counter(passage.is_right for passage in found)
        total += counts
        print(_row(path.name[:58], counts), flush=True)
        for one in found:
            if arguments.list and not one.is_right:
                print(f"    {one.role} p. {one.page_index + 1}: {one.said!r}: {one.letters} / {one.printed}")
    print(_row("all", total))


def _row(name: str, counts: Counter[bool]) -> str:
    count = counts.total()
    return f"{name:58} {count:9} {counts[True]:9} {counts[True] / max(1, count):7.4f}"


if __name__ == "__main__":
    main()
