"""From files to answers, beside Recoll: `python -m benchmarks.until_searchable`.

Imported are 300 press releases of three pages, typeset here out of generated texts, and every real PDF
beside the project; by turns by `main.py import` into an empty archive and by `recollindex` into an empty
index: Russian stemming, no spelling aid, no recognition, the priority of any program. Both are fresh
programs, compiled beforehand and timed from their start until they end, when everything can be found; that it
can is looked at.
Then a folder of 10,000 small PDFs is looked at once more, unchanged.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from benchmarks.corpus import REAL
from benchmarks.generated import PAGES_A_DOCUMENT, documents
from index.search.requests import IndexDocument
from scripts.sample.looks import FONTS

ROOT: Final = Path(__file__).resolve().parents[1]
RELEASES: Final = 300
_FONT, _SIZE, _LEADING = "PT Serif", 11.0, 15.0
_MARGIN, _WIDTH, _HEIGHT = 72.0, 595.0, 842.0
_RECOLL: Final = """
topdirs = {folder}
indexstemminglanguages = russian
noaspell = 1
idxniceprio = 0
loglevel = 2
"""
_COUNTED: Final = re.compile(r"^(\d+) results", re.MULTILINE)


def typeset(document: IndexDocument, target: Path) -> None:
    """Print a document, page by page, as a press release is: title, paragraphs, page number."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(_FONT, FONTS[_FONT]))
    canvas = Canvas(str(target), pagesize=(_WIDTH, _HEIGHT), invariant=1)
    canvas.setTitle(document.title)
    bounds = pairwise([*document.page_starts, len(document.text)])
    for number, (start, stop) in enumerate(bounds, 1):
        text = canvas.beginText(_MARGIN, _HEIGHT - _MARGIN)
        text.setFont(_FONT, _SIZE, _LEADING)
        for paragraph in document.text[start:stop].strip().split("\n"):
            for line in _lines(paragraph):
                text.textLine(line)
        canvas.drawText(text)
        canvas.setFont(_FONT, _SIZE)
        canvas.drawCentredString(_WIDTH / 2, _MARGIN / 2, str(number))
        canvas.showPage()
    canvas.save()


def _lines(paragraph: str) -> Iterator[str]:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    line, width = "", 0.0
    for word in paragraph.split():
        needed = stringWidth(word + " ", _FONT, _SIZE)
        if line and width + needed > _WIDTH - 2 * _MARGIN:
            yield line.rstrip()
            line, width = "", 0.0
        line, width = line + word + " ", width + needed
    yield line.rstrip()


def make_releases(folder: Path, count: int) -> None:
    """Write so many press releases."""
    folder.mkdir()
    for number, document in enumerate(documents(count * PAGES_A_DOCUMENT)):
        typeset(document, folder / f"{number:04}.pdf")


def make_small(folder: Path, count: int) -> None:
    """Write so many PDFs of a line each."""
    from reportlab.pdfgen.canvas import Canvas

    folder.mkdir()
    for number in range(count):
        canvas = Canvas(str(folder / f"{number:05}.pdf"), pagesize=(_WIDTH, _HEIGHT), invariant=1)
        canvas.drawString(_MARGIN, _HEIGHT - _MARGIN, f"Minutes of the meeting number {number}")
        canvas.showPage()
        canvas.save()


@dataclass(frozen=True, slots=True)
class Run:
    """How an indexing program did.

    Attributes:
        seconds: From its start to its end.
        found: Documents that can be found afterwards.
    """

    seconds: float
    found: int


def ours(folder: Path, scratch: Path) -> Run:
    """Import a folder with the program's own command."""
    program = [sys.executable, str(ROOT / "main.py")]
    archive = ["--archive", str(scratch), "--json"]
    began = time.perf_counter()
    # 3: some files were refused, as some of the real ones are.
    done = subprocess.run([*program, "import", str(folder), *archive], capture_output=True, check=False)
    seconds = time.perf_counter() - began
    if done.returncode not in {0, 3}:
        sys.exit(done.stderr.decode("utf-8", "replace")[-2000:])
    asked = subprocess.run([*program, "info", *archive], capture_output=True, check=True)
    told = json.loads(asked.stdout.splitlines()[-1])
    return Run(seconds, told["documents"] - told["unindexed"])


def recoll(folder: Path, scratch: Path) -> Run:
    """Index a folder with Recoll."""
    scratch.mkdir(exist_ok=True)
    (scratch / "recoll.conf").write_text(_RECOLL.format(folder=folder.resolve()), "utf-8")
    environment = {**os.environ, "RECOLL_CONFDIR": str(scratch), "LC_ALL": "C.UTF-8"}
    began = time.perf_counter()
    subprocess.run(["recollindex"], env=environment, capture_output=True, check=False)
    seconds = time.perf_counter() - began
    # Pages, archives within PDFs and the like would be documents of their own.
    asked = ["recollq", "-Q", "-n", "0", "mime:application/pdf"]
    told = subprocess.run(asked, env=environment, capture_output=True, text=True, check=False)
    counted = _COUNTED.search(told.stdout)
    return Run(seconds, int(counted[1]) if counted else 0)


def compare(name: str, folder: Path, rounds: int, scratch: Path) -> None:
    """Index a folder by turns, and print a line."""
    programs = {"ours": ours} | ({"Recoll": recoll} if shutil.which("recollindex") else {})
    runs: dict[str, list[Run]] = {program: [] for program in programs}
    for number in range(rounds):
        for program, run in programs.items():
            place = scratch / f"{program}-{folder.name}-{number}"
            runs[program].append(run(folder, place))
            shutil.rmtree(place)
    count = sum(1 for _ in folder.rglob("*.pdf"))
    print(f"{name}: {count} PDFs, {rounds} rounds")
    for program, done in runs.items():
        print(f"  {program:8}{_spread([one.seconds for one in done])} s   {done[-1].found} documents found")
    if "Recoll" not in runs:
        print("  recollindex is not there")
        return
    ratios = [theirs.seconds / own.seconds for theirs, own in zip(runs["Recoll"], runs["ours"], strict=True)]
    print(f"  ours is so many times as fast: {_spread(ratios)}")


def rescan(folder: Path, rounds: int, scratch: Path) -> None:
    """Import a folder, then look at it again and again, and print a line."""
    programs = {"ours": ours} | ({"Recoll": recoll} if shutil.which("recollindex") else {})
    count = sum(1 for _ in folder.rglob("*.pdf"))
    print(f"looking again at {count} unchanged PDFs")
    for program, run in programs.items():
        place = scratch / f"{program}-{folder.name}"
        first = run(folder, place)
        again = [run(folder, place).seconds for _ in range(rounds)]
        print(f"  {program:8}{_spread(again)} s   first {first.seconds:.1f} s, {first.found} documents found")
    seconds = [_seconds_within(folder, scratch / f"ours-{folder.name}") for _ in range(rounds)]
    print(f"  {'ours':8}{_spread(seconds)} s   within a program that is running")


def _seconds_within(folder: Path, root: Path) -> float:
    from index.archive import Archive

    with Archive(root) as archive:
        archive.search("meeting")
        began = time.perf_counter()
        archive.ingest([folder])
        return time.perf_counter() - began


def _spread(values: Sequence[float]) -> str:
    return f"{statistics.median(values):8.2f} ({min(values):.2f}-{max(values):.2f})"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--releases", type=int, default=RELEASES)
    parser.add_argument("--rescanned", type=int, default=10_000, help="small PDFs to look at again")
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    # As where it is installed: processes behind the wall may not write what they compile.
    for package in ("index", "resources"):
        compileall.compile_dir(ROOT / package, quiet=1)
    with tempfile.TemporaryDirectory(prefix="chitalnya-until-") as made:
        scratch = Path(made)
        make_releases(scratch / "releases", chosen.releases)
        compare("press releases of three pages", scratch / "releases", chosen.rounds, scratch)
        if REAL.exists():
            compare("real files", REAL, chosen.rounds, scratch)
        if chosen.rescanned:
            make_small(scratch / "small", chosen.rescanned)
            rescan(scratch / "small", chosen.rounds, scratch)


if __name__ == "__main__":
    main()
