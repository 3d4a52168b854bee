"""Import every PDF of some folders: how they end, how long it takes, how much memory it needs.

    python -m benchmarks.ingest FOLDER... [--list]

Prints one row a folder: files by status, pages, seconds, pages a second until acknowledged and until
searchable, peak resident memory of the program and of its largest worker. --list adds every file that was
not simply taken in. Exit code 1 if anything ended without a status and a reason.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from index.archive import Archive
from index.model.report import FileReport, ImportProgress, ImportReport, ImportStatus

_STATUSES = tuple(ImportStatus)


@dataclass
class Peak:
    """The largest resident memory seen, in bytes.

    Attributes:
        program: Of this process.
        worker: Of any of its child processes.
    """

    program: int = 0
    worker: int = 0


class Watch(threading.Thread):  # noqa: TID251 - no window here
    """Looks at the memory of this process and its children ten times a second."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = Peak()
        self._ended = threading.Event()

    def run(self) -> None:
        """Look until `end`."""
        import psutil

        this = psutil.Process()
        while not self._ended.wait(0.1):
            self.peak.program = max(self.peak.program, this.memory_info().rss)
            for child in this.children(recursive=True):
                try:
                    self.peak.worker = max(self.peak.worker, child.memory_info().rss)
                except psutil.Error:
                    continue

    def end(self) -> Peak:
        """Stop looking; return the peak."""
        self._ended.set()
        self.join()
        return self.peak


def measure(folder: Path) -> tuple[ImportReport, float, Peak]:
    """Import a folder into a fresh archive.

    Returns:
        The report, the seconds until the last file was acknowledged, the peak memory.
    """
    watch = Watch()
    watch.start()
    acknowledged_s = 0.0
    began = time.monotonic()

    def tell(progress: ImportProgress) -> None:
        nonlocal acknowledged_s
        if progress.latest is not None:
            acknowledged_s = time.monotonic() - began

    with (
        tempfile.TemporaryDirectory(prefix="chitalnya-ingest-") as scratch,
        Archive.open(Path(scratch)) as archive,
    ):
        report = archive.ingest([folder], on_progress=tell)
        checked = archive.check(is_deep=True)
        for problem in checked.problems:
            print("PROBLEM", problem.message)
    return report, acknowledged_s, watch.end()


def row(folder: Path, report: ImportReport, acknowledged_s: float, peak: Peak) -> str:
    """Return one row of the table."""
    pages = sum(file.pages for file in report.files if file.status is not ImportStatus.DUPLICATE)
    counts = "".join(f"{report.count(status):>12}" for status in _STATUSES)
    speeds = f"{pages / max(acknowledged_s, 0.001):9.0f} {pages / max(report.seconds, 0.001):9.0f}"
    memory = f"{peak.program / 2**20:8.0f} {peak.worker / 2**20:8.0f}"
    return (
        f"{folder.name:<14}{len(report.files):>6}{counts}{pages:>8} {report.seconds:8.1f} {speeds} {memory}"
    )


def is_explained(file: FileReport) -> bool:
    """Whether a file that was not simply taken in says why."""
    return file.status is ImportStatus.IMPORTED or bool(file.reason and file.message)


def main() -> int:
    """Measure every folder; return 1 if a file ended without a reason."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--list", action="store_true", help="every file that was not simply taken in")
    chosen = parser.parse_args()
    names = "".join(f"{status.value:>12}" for status in _STATUSES)
    print(f"{'folder':<14}{'files':>6}{names}{'pages':>8}  seconds  p/s ackn  p/s srch   MB own   MB wrk")
    unexplained: list[FileReport] = []
    for folder in chosen.folders:
        report, acknowledged_s, peak = measure(folder)
        print(row(folder, report, acknowledged_s, peak), flush=True)
        unexplained += [file for file in report.files if not is_explained(file)]
        for file in report.files if chosen.list else ():
            if file.status is not ImportStatus.IMPORTED:
                print(
                    f"  {file.status.value:<10} {file.seconds:6.1f} s {Path(file.path).name}: {file.message}"
                )
    for file in unexplained:
        print("UNEXPLAINED", file)
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
