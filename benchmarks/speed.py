"""Pages a second until their text is stored, beside other readers of PDF: `python -m benchmarks.speed`.

Ours is the import itself: two reader processes, until the last document is acknowledged (text, map and
original on the disk). The others are one process each that writes its text nowhere. All read the same
files, one after another within each round; the table has the median round and the ratio within it. --set
chooses files: press and law texts, the book of 614 pages, everything real.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.ingest import Watch
from index.archive import Archive
from index.model.report import ImportProgress

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
PRESS_AND_LAW = (
    *(f"gold/{name}.pdf" for name in ("seed", "dev1", "dev2", "dev3", "dev4")),
    *(
        f"typeset/{name}.pdf"
        for name in ("lo_plain", "lo_hyph", "rl_plain", "qt_plain", "chromium", "lo_2col")
    ),
    "pdfs/sgpro1991_FZ_326.pdf",
    "pdfs/sgpro1991_Ter-Program.pdf",
    "pdfs/sgpro1991_Ter-Program2.pdf",
    "pdfs/sgpro1991_post_20171221_1006-pp.pdf",
    "pdfs/sgpro1991_programma_gosgarantii_2018_kurgan.pdf",
)
WARMING = "typeset/rl_plain.pdf"


def files_of(name: str) -> list[Path]:
    """Return the files of a set."""
    if name == "book":
        return [DATA / "typeset/lo_book.pdf"]
    if name == "real":
        return sorted((DATA / "pdfs").glob("*.pdf"))
    return [path for path in (DATA / file for file in PRESS_AND_LAW) if path.exists()]


def page_count(paths: Sequence[Path]) -> int:
    """Return the pages of all files."""
    import pypdfium2

    total = 0
    for path in paths:
        with pypdfium2.PdfDocument(path) as pdf:
            total += len(pdf)
    return total


def ours(paths: Sequence[Path]) -> float:
    """Import the files into an empty archive; return the seconds until the last is acknowledged."""
    began = ended = 0.0

    def tell(progress: ImportProgress) -> None:
        nonlocal ended
        if progress.latest is not None:
            ended = time.perf_counter()

    with tempfile.TemporaryDirectory() as folder, Archive.open(Path(folder)) as archive:
        # The processes are there and have their libraries, as in a program that has been running.
        copies = [shutil.copy(DATA / WARMING, Path(folder) / f"{i}.pdf") for i in range(2)]
        with Path(copies[1]).open("ab") as file:
            file.write(b"\n")
        archive.ingest([Path(copy) for copy in copies])
        began = time.perf_counter()
        archive.ingest(paths, on_progress=tell)
    return ended - began


def program(*command: str) -> Callable[[Sequence[Path]], float]:
    """Return what times a program, one run a file."""

    def run(paths: Sequence[Path]) -> float:
        began = time.perf_counter()
        for path in paths:
            subprocess.run([*command, str(path), "/dev/null"], check=False, capture_output=True)
        return time.perf_counter() - began

    return run


def pdfplumber(paths: Sequence[Path]) -> float:
    """Find the words of all pages with pdfplumber."""
    import pdfplumber as plumber

    began = time.perf_counter()
    for path in paths:
        with plumber.open(path) as pdf:
            for page in pdf.pages:
                page.extract_words()
                page.close()
    return time.perf_counter() - began


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", choices=["press", "book", "real"], default="press")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pdfplumber", action="store_true", help="pdfplumber too (minutes), in one round")
    chosen = parser.parse_args()
    paths = files_of(chosen.set)
    pages = page_count(paths)
    readers: dict[str, Callable[[Sequence[Path]], float]] = {"ours, until stored": ours}
    if shutil.which("pdftotext"):
        readers |= {"pdftotext -bbox": program("pdftotext", "-bbox"), "pdftotext": program("pdftotext")}
    watch = Watch()
    watch.start()
    rounds = [{name: reader(paths) for name, reader in readers.items()} for _ in range(chosen.rounds)]
    peak = watch.end()
    if chosen.pdfplumber:
        rounds[-1]["pdfplumber"] = pdfplumber(paths)
    print(f"{len(paths)} files, {pages} pages, {chosen.rounds} rounds")
    print(f"{'':22}{'pages/s':>10}{'ours is so many times as fast':>32}")
    for name in rounds[-1]:
        seconds = [one[name] for one in rounds if name in one]
        ratios = [one[name] / one["ours, until stored"] for one in rounds if name in one]
        spread = f"{statistics.median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})"
        print(f"{name:22}{pages / statistics.median(seconds):10.0f}{spread:>32}")
    print(f"peak memory, MB: program {peak.program / 2**20:.0f}, largest worker {peak.worker / 2**20:.0f}")


if __name__ == "__main__":
    main()
