"""Storms over the search index: its writers killed, its files damaged; never may it answer wrongly.

    python -m benchmarks.storms [--kills 100] [--damages 100] [--documents 60] [--seed 1]

An archive of generated texts is asked some questions of every kind. Then, so many times, the program that
brings the index up to date or builds it anew is killed with -9 at a random moment, or its indexer is; and
so many times files of a finished index are damaged: bits flipped, cut, emptied, deleted, lengthened,
swapped with each other, put back in an older state. Each time the archive is opened afresh as the program
does it. It may answer as before; or say that the index cannot be used, mend it by itself
(`Archive.recover`) and then answer as before. Anything else is told, and the exit code is 1.

A whole older state is sound in itself: that it is old shows when it is compared with the documents
(`Archive.is_behind`), which the command line does before it asks, and the window when it opens.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from benchmarks.filled import fill
from benchmarks.generated import PAGES_A_DOCUMENT, documents
from index.archive import Archive
from index.config import ArchivePaths
from index.errors import ArchiveError
from index.store.database import Database
from index.store.documents import DocumentStore
from index.text.tokens import tokens

ROOT: Final = Path(__file__).resolve().parents[1]
_WORK: Final = """
import sys
from pathlib import Path
from index.archive import Archive
with Archive(Path(sys.argv[1])) as archive:
    getattr(archive, sys.argv[2])()
"""
_LONGEST_S: Final = 300.0

Answers = dict[str, object]
"""What each query found: the counts, and every document with its matches, best first."""


def queries(root: Path) -> list[str]:
    """Return queries of every kind whose words are in the archive."""
    with Archive(root) as archive:
        text = archive.document(archive.documents()[0].id).text
    words = [token.text.lower() for token in tokens(text) if len(token.text) > 5]
    one, two, three, four = (words[len(words) * part // 5] for part in range(1, 5))
    at = text.lower().find(three)
    phrase = " ".join(token.text for token in list(tokens(text[at:]))[:2])
    return [
        one,
        f"{one} {two}",
        f"{one} ИЛИ {two} ИЛИ {three}",
        f"{one} НЕ {two}",
        f'"{phrase}"',
        f'"{one} {two}"~8',
        f"={three}",
        f"{four[:4]}*",
        f"{four[:3]}*{four[-1]}",
        f"{three[:-1]}ю~1",
        f"название:{words[0]}",
        f"год НЕ {one}",
    ]


def answers(archive: Archive, asked: Sequence[str]) -> Answers:
    """Ask everything.

    Raises:
        ArchiveError: If the index cannot be used.
    """
    found: Answers = {}
    for query in asked:
        answer = archive.search(query, 0)
        hits = [(hit.document.id, *(match.span for match in hit.matches)) for hit in answer.hits]
        found[query] = (answer.documents, answer.matches, hits)
    return found


class Storm:
    """An archive, and what it answers in fair weather.

    Args:
        root: Folder of the archive, which has an index.
        asked: Queries.

    Attributes:
        endings: How often each ending came.
        wrongs: What should never have happened, in words.
    """

    def __init__(self, root: Path, asked: Sequence[str]) -> None:
        self._root, self._asked = root, asked
        self.endings: Counter[str] = Counter()
        self.wrongs: list[str] = []
        with Archive(root) as archive:
            self._expected = answers(archive, asked)

    def inspect(self, what: str) -> None:
        """Open the archive afresh and ask as the command line does; have it mended where it has to be."""
        with Archive(self._root) as archive:
            try:
                ending = "answered as before"
                if archive.is_behind():
                    archive.recover()
                    ending = "noticed, then mended"
                found = answers(archive, self._asked)
            except ArchiveError as error:
                ending = f"{error.code}, then mended"
                found = self._mended(archive, what)
            if found == self._expected:
                self.endings[ending] += 1
                return
            apart = [query for query in self._asked if found.get(query) != self._expected[query]]
            self.wrongs.append(f"{what}: answered otherwise: {', '.join(apart)}")
            archive.rebuild()

    def _mended(self, archive: Archive, what: str) -> Answers:
        try:
            archive.recover()
            return answers(archive, self._asked)
        except ArchiveError as error:
            self.wrongs.append(f"{what}: not mended: {error}")
            return {}


def kill(root: Path, chance: random.Random, within_s: float) -> str:
    """Have the archive work at its index and kill it; return what was done, in words."""
    import psutil

    work = chance.choice(("recover", "rebuild"))
    if work == "recover":
        _forget_some(root, chance)
    after_s = chance.uniform(0.0, within_s)
    command = [sys.executable, "-c", _WORK, str(root), work]
    # What it says when its indexer is killed, or another's orphan still writes, is not asked for here.
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as program:
        victim, name = psutil.Process(program.pid), "program"
        with contextlib.suppress(subprocess.TimeoutExpired):
            program.wait(after_s)
        with contextlib.suppress(psutil.Error):
            workers = [child for child in victim.children() if "spawn_main" in " ".join(child.cmdline())]
            if workers and chance.random() < 0.5:
                victim, name = workers[0], "indexer"
            victim.kill()
        if name == "indexer":
            # The program copes, and goes on.
            program.wait(_LONGEST_S)
    return f"{name} killed {after_s:.2f} s into {work}"


def _forget_some(root: Path, chance: random.Random) -> None:
    """Have the database believe that the index lacks half of the documents."""
    paths = ArchivePaths(root)
    database = Database(paths.database, paths.backups)
    store = DocumentStore(database)
    store.mark_only_indexed([one for one in store.ids() if chance.random() < 0.5])
    database.close()


def _seconds_to_rebuild(root: Path) -> float:
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", _WORK, str(root), "rebuild"], cwd=ROOT, check=True)
    return time.monotonic() - began


Damaging = Callable[[list[Path], random.Random], str]


def _flip(files: list[Path], chance: random.Random) -> str:
    path = chance.choice([path for path in files if path.stat().st_size])
    content = bytearray(path.read_bytes())
    count = chance.choice((1, 4, 64))
    for _ in range(count):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    return f"{count} bits of {path.name} flipped"


def _cut(files: list[Path], chance: random.Random) -> str:
    path = chance.choice([path for path in files if path.stat().st_size])
    content = path.read_bytes()
    path.write_bytes(content[: chance.randrange(len(content))])
    return f"{path.name} cut"


def _lengthen(files: list[Path], chance: random.Random) -> str:
    path = chance.choice(files)
    path.write_bytes(path.read_bytes() + chance.randbytes(chance.choice((1, 64, 5_000))))
    return f"{path.name} lengthened"


def _blank(files: list[Path], chance: random.Random) -> str:
    path = chance.choice(files)
    path.write_bytes(bytes(path.stat().st_size))
    return f"{path.name} filled with zeros"


def _delete(files: list[Path], chance: random.Random) -> str:
    path = chance.choice(files)
    path.unlink()
    return f"{path.name} deleted"


def _swap(files: list[Path], chance: random.Random) -> str:
    one, two = chance.sample(files, 2)
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)
    return f"{one.name} and {two.name} swapped"


_DAMAGES: Final[dict[str, Damaging]] = {
    "flip": _flip,
    "cut": _cut,
    "lengthen": _lengthen,
    "blank": _blank,
    "delete": _delete,
    "swap": _swap,
}


class Damages:
    """Two states of an index, and ways to damage the newer one.

    Args:
        folder: The index.
        older: An older state of it, of the same archive.
        newer: What it is when nothing is damaged.
        chance: Where the lots come from.
    """

    def __init__(self, folder: Path, older: Path, newer: Path, chance: random.Random) -> None:
        self._folder, self._older, self._newer, self._chance = folder, older, newer, chance

    def damage(self) -> str:
        """Lay out the newer state and damage it; return what was done, in words."""
        self._lay(self._newer)
        kind = self._chance.choice([*_DAMAGES, "older files", "older state"])
        if kind == "older state":
            self._lay(self._older)
            return "all of an older state put back"
        if kind == "older files":
            return self._mix()
        files = sorted(path for path in self._folder.rglob("*") if path.is_file() and "LOCK" not in path.name)
        return _DAMAGES[kind](files, self._chance)

    def _lay(self, state: Path) -> None:
        shutil.rmtree(self._folder)
        shutil.copytree(state, self._folder)

    def _mix(self) -> str:
        """Put some files of the older state, as an old table of contents, beside the newer ones."""
        files = [path for path in self._older.rglob("*") if path.is_file() and "LOCK" not in path.name]
        chosen = self._chance.sample(files, self._chance.randint(1, len(files)))
        for path in chosen:
            target = self._folder / path.relative_to(self._older)
            target.parent.mkdir(exist_ok=True)
            shutil.copy(path, target)
        return f"{', '.join(sorted(path.name for path in chosen))} of an older state put back"


def kill_storm(root: Path, asked: Sequence[str], kills: int, seed: int) -> Storm:
    """Kill, and look, so many times."""
    storm, chance = Storm(root, asked), random.Random(seed)  # noqa: S311 - chance, not secrets
    within_s = _seconds_to_rebuild(root) * 1.1
    for _ in range(kills):
        storm.inspect(kill(root, chance, within_s))
    return storm


def damage_storm(root: Path, asked: Sequence[str], damages: int, seed: int, older: Path) -> Storm:
    """Damage, and look, so many times.

    Args:
        root: Folder of the archive.
        asked: Queries.
        damages: How many times.
        seed: Of the lots.
        older: What the index was when half of the documents were in the archive.
    """
    storm, chance = Storm(root, asked), random.Random(seed)  # noqa: S311 - chance, not secrets
    folder, newer = ArchivePaths(root).search_index, older.with_name("newer")
    shutil.copytree(folder, newer)
    damaged = Damages(folder, older, newer, chance)
    for _ in range(damages):
        storm.inspect(damaged.damage())
    return storm


def _tell(name: str, count: int, storm: Storm, began: float) -> int:
    endings = ", ".join(f"{ending} {times}" for ending, times in storm.endings.most_common())
    print(f"{count} {name} in {time.monotonic() - began:.0f} s: {endings}; wrong {len(storm.wrongs)}")
    for wrong in storm.wrongs:
        print("WRONG", wrong)
    return len(storm.wrongs)


def make(root: Path, count: int, older: Path) -> None:
    """Make an archive of so many documents; keep what its index was when half of them were there."""
    made = list(documents(count * PAGES_A_DOCUMENT))
    for part in (made[: count // 2], made[count // 2 :]):
        if root.exists():
            shutil.copytree(ArchivePaths(root).search_index, older)
        fill(root, part)
        with Archive(root) as archive:
            archive.recover()


def main() -> int:
    """Let both storms blow; return 1 if anything was wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--damages", type=int, default=100)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="chitalnya-storms-") as folder:
        scratch = Path(folder)
        root = scratch / "archive"
        older = scratch / "older"
        make(root, chosen.documents, older)
        asked = queries(root)
        began = time.monotonic()
        killed = kill_storm(root, asked, chosen.kills, chosen.seed)
        wrongs = _tell("kills", chosen.kills, killed, began)
        began = time.monotonic()
        damaged = damage_storm(root, asked, chosen.damages, chosen.seed, older)
        wrongs += _tell("damages", chosen.damages, damaged, began)
    return 1 if wrongs else 0


if __name__ == "__main__":
    sys.exit(main())
