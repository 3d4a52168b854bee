"""How surely versions of documents are found: `python -m benchmarks.versions [DOCUMENTS]`.

Nine tenths of the documents have nothing in common; the others are copies of some of these in which 2, 5 or
10 % of the words are changed. Told are the copies found, by how much of the wording they truly share, the
groups in which strangers are, and the times. The same seed gives the same documents everywhere.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Final

from index.model.document import Document, DocumentId, Page
from index.model.span import Span
from index.model.textmap import TextMap
from index.store.database import Database
from index.store.documents import Arrival, DocumentStore, document_writer
from index.store.library import Library
from index.store.sketches import SketchStore
from index.study.sketching import RUN
from index.study.versions import Versions

WORDS: Final = 900
CHANGED: Final = (0.02, 0.05, 0.1)
CLASSES: Final = (0.9, 0.7, 0.6, 0.55, 0.5, 0.45, 0.0)
SYLLABLES: Final = [consonant + vowel for consonant in "бвгдзклмнпрст" for vowel in "аоуи"]
VOCABULARY: Final = ["".join(pair) for pair in product(SYLLABLES, repeat=2)]

Text = Sequence[str]


def generated(count: int) -> tuple[list[Text], list[int]]:
    """Return documents, and for each the number of that which it copies, or its own."""
    chance = random.Random(20_240_917)  # noqa: S311 - documents, not secrets
    weights = [1 / (rank + 3) for rank in range(len(VOCABULARY))]
    texts: list[Text] = [chance.choices(VOCABULARY, weights, k=WORDS) for _ in range(count * 9 // 10)]
    origins = list(range(len(texts)))
    for _ in range(count - len(texts)):
        origin, share = chance.randrange(count * 9 // 10), chance.choice(CHANGED)
        changed = [chance.choice(VOCABULARY) if chance.random() < share else w for w in texts[origin]]
        texts.append(changed)
        origins.append(origin)
    return texts, origins


def likeness(one: Text, other: Text) -> float:
    """Return the true share of common runs (Jaccard)."""
    ours, theirs = ({tuple(text[i : i + RUN]) for i in range(len(text) - RUN + 1)} for text in (one, other))
    return len(ours & theirs) / len(ours | theirs)


def measure(count: int, folder: Path) -> None:
    """Find the versions among generated documents, print what was found."""
    texts, origins = generated(count)
    database = Database(folder / "archive.db", folder / "backups")
    documents = DocumentStore(database)
    with database.writing() as connection:
        for number, words in enumerate(texts):
            text = " ".join(words)
            page = Page(0, 595, 842, Span(0, len(text)))
            document_id = DocumentId(f"{number:064x}")
            made = Document(document_id, str(number), f"{number}.pdf", "", text, TextMap((), ()), (page,))
            document_writer(made, Arrival("", 1, None, b"", 0))(connection)
    finder = Versions(documents, SketchStore(database), Library(documents))
    for kind in ("first question", "second question"):
        started = time.perf_counter()
        groups = finder.groups()
        print(f"{kind}: {time.perf_counter() - started:.1f} s, {len(groups)} groups")
    group_of = {int(one.title): place for place, group in enumerate(groups) for one in group.documents}
    copies, found = Counter[float](), Counter[float]()
    for number, origin in enumerate(origins):
        if number != origin:
            true = likeness(texts[number], texts[origin])
            bound = next(bound for bound in CLASSES if true >= bound)
            copies[bound] += 1
            found[bound] += group_of.get(number, -1) == group_of.get(origin, -2)
    for bound in CLASSES:
        print(f"likeness from {bound:.2f}: {found[bound]} of {copies[bound]} copies found")
    mixed = sum(len({origins[int(one.title)] for one in group.documents}) > 1 for group in groups)
    print(f"groups with strangers: {mixed}")
    database.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made_folder:
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, Path(made_folder))
