"""Time until the window is on the screen, against a bare PySide6 window: `python -m benchmarks.startup`.

Both are measured from the start of a fresh interpreter until after the first paint, by turns, in one run; the
median of five counts. Ours is started as a person starts it, with an archive of 1,000 documents made from the
sample (every copy has a comment of its own behind its end, and hence another identity). Also told: when the
window is complete, with its list of documents painted.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from index.config import ARCHIVE_VARIABLE

ROOT = Path(__file__).resolve().parents[1]

_BARE = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.shown)
    def shown(self):
        print(time.time(), flush=True)
        QApplication.quit()
application = QApplication([])
window = Window()
window.setCentralWidget(QLabel("text"))
window.resize(1366, 768)
window.show()
application.exec()
"""
_OURS = """
import sys, time
import desktop.app as app
class Timed(app.Desktop):
    def _furnish(self):
        print(time.time(), flush=True)
        super()._furnish()
        self.presenters.library.changed.connect(lambda: app.QTimer.singleShot(0, self.note_list))
    def note_list(self):
        self.window.repaint()
        print(time.time(), len(self.presenters.library.documents()), flush=True)
        app.QApplication.quit()
app.Desktop = Timed
sys.argv = ["main.py"]
import main
sys.exit(main.main())
"""


def make_archive(root: Path, documents: int) -> None:
    """Fill an archive with copies of the sample documents."""
    from index.archive import Archive

    sample = [path.read_bytes() for path in sorted((ROOT / "resources" / "sample").glob("*.pdf"))]
    with tempfile.TemporaryDirectory() as folder:
        for i in range(documents):
            copy = sample[i % len(sample)] + f"\n% copy {i}\n".encode()
            (Path(folder) / f"{i:05}.pdf").write_bytes(copy)
        with Archive.open(root) as archive:
            archive.ingest([Path(folder)])


def seconds_to_paint(script: str, home: Path) -> list[float]:
    """Return the seconds from the start of an interpreter until each of its printed moments."""
    environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home), "PYTHONPATH": str(ROOT)}
    environment[ARCHIVE_VARIABLE] = str(home / "archive")
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return [float(line.split()[0]) - began for line in done.stdout.splitlines()]


def main() -> int:
    """Measure and print; exit code 1 when ours takes more than 1.5 times as long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        make_archive(home / "archive", chosen.documents)
        bare, ours = [], []
        for _ in range(chosen.runs + 1):
            bare.append(seconds_to_paint(_BARE, home))
            ours.append(seconds_to_paint(_OURS, home))
    # The first of each fills the caches of the disk.
    bare_s = statistics.median(moments[0] for moments in bare[1:])
    ours_s, complete_s = (statistics.median(moments[i] for moments in ours[1:]) for i in range(2))
    print(f"bare PySide6 window   {bare_s * 1000:6.0f} ms   {[round(one[0] * 1000) for one in bare[1:]]}")
    print(f"our window            {ours_s * 1000:6.0f} ms   {[round(one[0] * 1000) for one in ours[1:]]}")
    print(f"complete, with list   {complete_s * 1000:6.0f} ms   {[round(one[1] * 1000) for one in ours[1:]]}")
    print(f"ratio                 {ours_s / bare_s:6.2f}      ({chosen.documents} documents in the archive)")
    return int(ours_s > 1.5 * bare_s)


if __name__ == "__main__":
    sys.exit(main())
