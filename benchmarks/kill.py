"""Kill storm: kill -9 the import at random moments; nothing that was acknowledged may be missing afterwards.

    python -m benchmarks.kill [--kills 20] [--copies 40] [--seed 1] [FOLDER]

Each round starts `main.py import --json` on a folder of distinct copies of the PDFs of FOLDER (the sample
archive by default), and kills the program after a random time; its workers become orphans. Every line that
it printed is an acknowledgement. Then, in fresh processes: `search`, which finishes what was left; `check`
must find nothing wrong; every acknowledged document must be there, findable, with its original; and notes
added between the rounds must still be there. Prints a table; exit code 1 if anything is missing.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
KEPT = frozenset({"imported", "partial", "new_version"})


@dataclass
class Storm:
    """The archive under fire, and what it has promised so far.

    Attributes:
        archive: Its folder.
        acknowledged: Documents it said it had.
        notes: Annotations it said it had.
        losses: What turned out to be missing or wrong, in words.
    """

    archive: Path
    acknowledged: set[str] = field(default_factory=set)
    notes: set[str] = field(default_factory=set)
    losses: list[str] = field(default_factory=list)

    def import_and_kill(self, folder: Path, after_s: float) -> tuple[int, bool]:
        """Import, kill after a time; return the number of acknowledgements and whether it was running."""
        command = [sys.executable, ROOT / "main.py", "import", folder, "--archive", self.archive, "--json"]
        # To a file: a pipe that nobody empties would hold the import up.
        with tempfile.TemporaryFile() as printed:
            with subprocess.Popen(command, stdout=printed, stderr=subprocess.DEVNULL) as importing:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    importing.wait(after_s)
                was_running = importing.poll() is None
                # Only the program: its workers become orphans, as when the system kills the largest process.
                importing.kill()
            printed.seek(0)
            received = printed.read()
        # A line cut short by the kill acknowledges nothing.
        lines = [json.loads(line) for line in received.splitlines(keepends=True) if line.endswith(b"\n")]
        new = {line["document"] for line in lines if line.get("status") in KEPT}
        self.acknowledged |= new
        return len(new), was_running

    def inspect(self) -> int:
        """Look at the archive from fresh processes; return how many documents were left to index."""
        if not (self.archive / "archive.db").exists():
            self.losses += ["no archive"] * bool(self.acknowledged)
            return 0
        waiting = int(self.run("info").get("unindexed", -1))
        # Finishes what the killed import left.
        self.run("search", "слово", "--limit", "1")
        checked = self.run("check", "--deep")
        for problem in checked.get("problems", [{"message": "check did not answer"}]):
            self.losses.append(problem["message"])
        # Every page of the samples has one of these words; a document in the index answers to its text.
        answered = self.run("search", "и OR в OR на OR с OR по OR год OR a", "--limit", "0")
        held = {result["document"] for result in answered.get("results", [])}
        self.losses += [f"not in the index: {missing}" for missing in sorted(self.acknowledged - held)]
        listed = self.run("notes", "list")
        notes = {note["id"] for note in listed.get("annotations", [])}
        self.losses += [f"note lost: {missing}" for missing in sorted(self.notes - notes)]
        for document in sorted(self.acknowledged):
            original = self.archive / "originals" / document[:2] / f"{document}.pdf"
            if not original.exists():
                self.losses.append(f"original lost: {document}")
        return waiting

    def add_note(self) -> None:
        """Mark the beginning of a document that was acknowledged."""
        if self.acknowledged:
            document = sorted(self.acknowledged)[0]
            made = self.run("notes", "add", document, "--start", "0", "--stop", "12", "--note", "заметка")
            self.notes.add(made["id"])

    def run(self, *arguments: str) -> dict[str, Any]:
        """Run a command; return the JSON object it printed."""
        command = [sys.executable, ROOT / "main.py", *arguments, "--archive", self.archive, "--json"]
        ran = subprocess.run(command, capture_output=True, check=False)
        lines = ran.stdout.splitlines()
        if not lines:
            self.losses.append(f"{arguments[0]}: exit {ran.returncode} {ran.stderr.decode()[-300:]}")
            return {}
        answer: dict[str, Any] = json.loads(lines[-1])
        return answer


def make_copies(source: Path, target: Path, copies: int) -> int:
    """Write distinct copies of the PDFs of a folder; return their number."""
    target.mkdir()
    count = 0
    for path in sorted(source.glob("*.pdf")):
        for copy in range(copies):
            # Readers ignore what follows the end of a PDF; the content hash does not.
            (target / f"{copy:03}-{path.name}").write_bytes(path.read_bytes() + f"\n% {copy}\n".encode())
            count += 1
    return count


def storm(scratch: Path, source: Path, kills: int, copies: int, seed: int, longest_s: float = 10.0) -> int:
    """Run the rounds and print the table; return the number of losses."""
    dice = random.Random(seed)  # noqa: S311 - chance, not secrets
    folder = scratch / "copies"
    total = make_copies(source, folder, copies)
    under_fire = Storm(scratch / "archive")
    losses: list[str] = []
    print(f"{total} files, {kills} kills, seed {seed}")
    print("kill     after  acknowledged  in all  left to index  check  lost")
    number = 0
    while number < kills:
        after_s = dice.uniform(0.3, longest_s)
        new, was_running = under_fire.import_and_kill(folder, after_s)
        number += was_running
        waiting = under_fire.inspect()
        lost, known = len(under_fire.losses), len(under_fire.acknowledged)
        moment = f"{after_s:6.2f} s" if was_running else "  ended "
        row = f"{number:4}  {moment} {new:13} {known:7} {waiting:14} {'bad' if lost else 'sound':>6} {lost:5}"
        print(row, flush=True)
        losses += under_fire.losses
        under_fire.losses.clear()
        if was_running:
            under_fire.add_note()
        else:
            # All files are in: begin again with an empty archive.
            shutil.rmtree(under_fire.archive)
            under_fire = Storm(scratch / "archive")
    for loss in losses:
        print("LOST", loss)
    return len(losses)


def main() -> int:
    """Run the storm; return 1 if anything was lost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "resources" / "sample")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--copies", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="chitalnya-kill-") as scratch:
        losses = storm(Path(scratch), chosen.folder, chosen.kills, chosen.copies, chosen.seed)
    print(f"{losses} lost in {time.monotonic() - began:.0f} s")
    return 1 if losses else 0


if __name__ == "__main__":
    sys.exit(main())
