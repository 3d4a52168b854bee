"""Where a sentence seems to be cut in two: `python -m benchmarks.splits [--list]`.

Counts, over the real files in Russian, paragraphs that begin with a small letter although the paragraph
before them does not end like a sentence or an item of a list: it ends with a word, a comma, an opening
bracket or a dash. Cells of tables, items of lists without punctuation and formulas are among them, so that
the figure is not an error, but a change of the reader that raises it has to be looked at. `--list` prints
them.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.corpus import need_data, read, russian_files
from index.model.document import Document

_OPEN = re.compile(r"(?:\w{2}|[,(«–—-])\Z")
_SMALL_WORD = re.compile(r"[а-яё]{2}|[авикосуя]\s")


def cuts(document: Document) -> Iterator[tuple[int, str, str]]:
    """Yield page number, end of a paragraph and beginning of the next, where they seem to be one."""
    offset = 0
    lines = document.text.split("\n")
    for line, following in pairwise(lines):
        offset += len(line) + 1
        if _OPEN.search(line) and _SMALL_WORD.match(following):
            yield document.text_map.page_at(offset) + 1, line[-50:], following[:40]


def main() -> None:
    """Print how many there are in each file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--list", action="store_true", help="print each of them")
    arguments = parser.parse_args()
    need_data()
    total = paragraphs = 0
    print(f"{'sentences that seem cut':60}{'cuts':>8}{'paragraphs':>12}")
    for path in russian_files():
        document = read(path)
        found = list(cuts(document))
        count = document.text.count("\n") + 1
        total, paragraphs = total + len(found), paragraphs + count
        print(f"{path.stem[:58]:60}{len(found):8}{count:12}")
        if arguments.list:
            for page, end, begin in found:
                print(f"    p{page}: …{end} | {begin}")
    print(f"{'all':60}{total:8}{paragraphs:12}")


if __name__ == "__main__":
    main()
