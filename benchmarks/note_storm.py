"""Programs killed while they change notes: `python -m benchmarks.note_storm [--kills N] [--edits N]`.

A program changes notes one after another and says of each change when it is kept: the text of one, the tags
of all of them at once, a deletion, a return. After a chance number of its fifty changes it is killed with
-9. The archive is opened afresh as the window does it (`Archive.recover`). Every change that was told must
be there, the one that was under way must be there as a whole or not at all, and the sidecar must hold what
the database holds. Anything else is told, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from benchmarks.filled import fill
from benchmarks.generated import documents
from index.archive import Archive
from index.config import ArchivePaths
from index.model.annotation import HighlightColor, Pen
from index.model.span import Span
from index.notes.sidecar import ANNOTATIONS, Sidecars

ROOT: Final = Path(__file__).resolve().parents[1]
NOTES: Final = 12
_WORK: Final = """
import sys
from pathlib import Path
from benchmarks.note_storm import change, ids
from index.archive import Archive
with Archive(Path(sys.argv[1])) as archive:
    names = ids(archive)
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        change(archive, names, number)
        print(number, flush=True)
"""


@dataclass(frozen=True, slots=True)
class State:
    """What a note must say.

    Attributes:
        text: What is written.
        tag: Its only tag.
        is_there: Whether it is not deleted.
    """

    text: str = ""
    tag: str = ""
    is_there: bool = True


def make_archive(root: Path) -> None:
    """Make an archive of a document with notes."""
    fill(root, islice(documents(1), 1))
    with Archive(root) as archive:
        archive.recover()
        [summary] = archive.documents()
        for number in range(NOTES):
            span = Span(200 * number, 200 * number + 40)
            archive.notebook.annotate(summary.id, span, Pen(HighlightColor.YELLOW))


def ids(archive: Archive) -> list[str]:
    """Return the notes of the archive, deleted ones too, in an order that stays."""
    with archive._database.reading() as connection:  # noqa: SLF001 - tombstones are no business of a program
        rows = connection.execute("SELECT id FROM annotations ORDER BY start, id").fetchall()
    return [row[0] for row in rows]


def change(archive: Archive, names: list[str], number: int) -> None:
    """Make a change, each number another one; it is kept when this returns."""
    notebook, name = archive.notebook, names[number % len(names)]
    if number % 5 == 4:
        live, others = [note.id for note in notebook.all()], [tag for tag in _TAGS if tag != _tag(number)]
        notebook.edit_all(live, remove_tags=others, add_tags=[_tag(number)])
    elif number % 7 == 6:
        if any(note.id == name for note in notebook.all()):
            notebook.delete(name)
        else:
            notebook.restore(notebook.get(name))
    else:
        notebook.edit(name, note=f"правка {number}")


def changed(states: dict[str, State], names: list[str], number: int) -> dict[str, State]:
    """Return what the notes must say after a change."""
    name = names[number % len(names)]
    old = states[name]
    if number % 5 == 4:
        return {
            one: State(state.text, _tag(number) if state.is_there else state.tag, state.is_there)
            for one, state in states.items()
        }
    if number % 7 == 6:
        return {**states, name: State(old.text, old.tag, not old.is_there)}
    # A deleted note that is written to is there again.
    return {**states, name: State(f"правка {number}", old.tag)}


def found(archive: Archive, names: list[str]) -> dict[str, State]:
    """Return what the notes say."""
    live = {note.id for note in archive.notebook.all()}
    notes = {name: archive.notebook.get(name) for name in names}
    return {name: State(note.note, "".join(note.tags), name in live) for name, note in notes.items()}


def round_of(root: Path, begin: int, edits: int, after: int) -> tuple[int, list[str]]:
    """Let a program make changes, kill it after some; return how many were told, and what is wrong."""
    with Archive(root) as archive:
        names = ids(archive)
        states = found(archive, names)
    command = [sys.executable, "-c", _WORK, str(root), str(begin), str(begin + edits)]
    told = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as working:
        assert working.stdout is not None
        for line in working.stdout:
            told += line.endswith(b"\n")
            if told == after:
                working.kill()
    for number in range(begin, begin + told):
        states = changed(states, names, number)
    return told, wrong(root, names, states, changed(states, names, begin + told))


def wrong(root: Path, names: list[str], kept: dict[str, State], under_way: dict[str, State]) -> list[str]:
    """Return what is wrong in an archive that must hold one of two states; opens it as the window does."""
    with Archive(root) as archive:
        archive.recover()
        states = found(archive, names)
        said = [] if states in (kept, under_way) else [f"lost or half done: {_between(kept, states)}"]
        [summary] = archive.documents()
        sidecar = Sidecars(ArchivePaths(root).notes, ANNOTATIONS).read(summary.id)
        if sidecar != archive.notebook.all(summary.id):
            said.append("the sidecar is not what the database holds")
        said += [problem.message for problem in archive.notebook.problems()]
    return said


def main() -> int:
    """Run the rounds and print the table; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--edits", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    dice, bad, begin, in_all = random.Random(chosen.seed), 0, 0, 0  # noqa: S311 - chance, not secrets
    print("kill  changes told  wrong")
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "archive"
        make_archive(root)
        for number in range(1, chosen.kills + 1):
            told, said = round_of(root, begin, chosen.edits, dice.randrange(1, chosen.edits))
            begin, in_all, bad = begin + told + 1, in_all + told, bad + len(said)
            print(f"{number:4} {told:13} {len(said):6}", flush=True)
            for words in said:
                print("WRONG", words)
    print(f"{in_all} changes were told; {bad} wrong")
    return int(bad > 0)


_TAGS: Final = [f"метка {number}" for number in range(10)]


def _tag(number: int) -> str:
    return _TAGS[number // 5 % len(_TAGS)]


def _between(wanted: dict[str, State], states: dict[str, State]) -> str:
    return "; ".join(
        f"{wanted[name]} became {states[name]}" for name in wanted if wanted[name] != states[name]
    )


if __name__ == "__main__":
    sys.exit(main())
