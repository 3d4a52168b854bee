"""Break PDFs in many ways, import them all and draw their pages: nothing may die, hang or go unexplained.

    python -m benchmarks.broken FOLDER... [--count 500] [--drawn 200] [--seed 1] [--list]

Makes `--count` broken copies of the PDFs in the folders (cut off, bytes flipped, inserted, repeated, lost,
numbers made absurd), imports them with the originals through an archive, and draws the first pages of
every original and of `--drawn` broken ones in the real render process, at screen size and as thumbnails.
Prints what became of them, the slowest files, peak memory and how often processes died. Exit code 1 if a file
ended without a status and a reason, or a limit of time was exceeded.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Final

from benchmarks.ingest import Watch, is_explained
from index.archive import Archive
from index.config import IndexConfig, ReadLimits
from index.errors import EncryptedPdf
from index.ingest.engines import Engines
from index.model.report import FileReport, ImportStatus
from index.pdf.render import RENDER_LIMITS, RenderedPage, RenderRequest, make_renderer
from index.pdf.worker import make_reader
from index.sandbox import Sandbox
from index.workers import Event, Failed, Worker, WorkerDied

_LARGEST_BYTES: Final = 4 << 20
_ABSURD: Final = (
    b"0",
    b"-1",
    b"99999999999",
    b"1e30",
    b"-1e30",
    b"nan",
    b"0.0000001",
    b"2147483648",
    b"65535",
)
_NUMBER: Final = re.compile(rb"(?<=[\s\[/])-?\d+(?:\.\d+)?(?=[\s\]])")
_SCREEN_PX, _THUMBNAIL_PX = 1100, 120
_PAGES: Final = 3
_DEATHS_IN_A_ROW: Final = 3
_SLOW_FILES: Final = 5
# A file may take its limit, and a death its reader's start; more is a hang.
_GRACE_S: Final = 20.0

Breaking = Callable[[bytes, random.Random], bytes]


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def _flipped(content: bytes, chance: random.Random) -> bytes:
    broken = bytearray(content)
    for _ in range(chance.choice((1, 4, 16, 64, 256))):
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    return bytes(broken)


def _inserted(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + chance.randbytes(chance.choice((1, 3, 50, 2000))) + content[at:]


def _repeated(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    stop = min(len(content), start + chance.choice((10, 500, 20_000)))
    return content[:stop] + content[start:stop] * chance.choice((1, 3)) + content[stop:]


def _lost(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.choice((1, 20, 500, 20_000)) :]


def _blanked(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    stop = min(len(content), start + chance.choice((4, 512, 4096)))
    return content[:start] + bytes(stop - start) + content[stop:]


def _absurd(content: bytes, chance: random.Random) -> bytes:
    found = list(_NUMBER.finditer(content))
    for match in sorted(chance.sample(found, min(len(found), 5)), key=lambda m: -m.start()):
        content = content[: match.start()] + chance.choice(_ABSURD) + content[match.end() :]
    return content


BREAKINGS: Final[dict[str, Breaking]] = {
    "cut": _cut,
    "flipped": _flipped,
    "inserted": _inserted,
    "repeated": _repeated,
    "lost": _lost,
    "blanked": _blanked,
    "absurd": _absurd,
}


def break_files(sources: Sequence[Path], target: Path, count: int, seed: int) -> list[Path]:
    """Write broken copies of files into a folder; return them. The same seed makes the same copies."""
    chance = random.Random(seed)  # noqa: S311 - to be repeatable, not secret
    kinds = sorted(BREAKINGS)
    made = []
    for number in range(count):
        source, kind = sources[number % len(sources)], kinds[number % len(kinds)]
        if number >= len(sources):
            source, kind = chance.choice(sources), chance.choice(kinds)
        path = target / f"{number:05}-{kind}-{source.stem[:60]}.pdf"
        path.write_bytes(BREAKINGS[kind](source.read_bytes(), chance))
        made.append(path)
    return made


class CountedWorker(Worker):
    """A worker whose deaths are counted."""

    deaths: ClassVar[Counter[str]] = Counter()

    def events(self) -> list[Event]:
        """See `Worker.events`."""
        events = super().events()
        for event in events:
            if isinstance(event, Failed) and isinstance(event.error, WorkerDied):
                self.deaths[event.error.why.value] += 1
        return events


def _counted_reader(limits: ReadLimits, sandbox: Sandbox) -> Worker:
    made = make_reader(limits, sandbox)
    return CountedWorker(made._handler, made._limits, "counted-reader")  # noqa: SLF001 - the same, counted


@dataclass
class Drawn:
    """What became of the pages drawn.

    Attributes:
        endings: How often each ending came.
        slowest: Seconds and file of each picture.
        unexplained: What ended in no way foreseen.
    """

    endings: Counter[str] = field(default_factory=Counter)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    unexplained: list[str] = field(default_factory=list)


def draw(files: Iterable[Path], folders: Sequence[Path]) -> Drawn:
    """Draw the first pages of files in the render process."""
    drawn = Drawn()
    worker = make_renderer(Sandbox(tuple(folders)))
    try:
        for path in files:
            _draw_file(worker, path, drawn)
    finally:
        worker.close()
    return drawn


def _draw_file(worker: Worker, path: Path, drawn: Drawn) -> None:
    deaths = 0
    for page_index in range(_PAGES):
        for side in (_SCREEN_PX, _THUMBNAIL_PX):
            request = RenderRequest(str(path), page_index, side, int(side * 1.41))
            began = time.monotonic()
            try:
                page = worker.call(request)
                assert isinstance(page, RenderedPage)
                assert len(page.pixels) == request.byte_count
                ending = "drawn"
            except WorkerDied as death:
                deaths += 1
                ending = f"died of {death.why.value}"
            except IndexError:
                return
            except EncryptedPdf:
                drawn.endings["refused: a password is needed"] += 1
                return
            except (RuntimeError, ValueError, OSError) as error:
                ending = f"refused: {error}"
            except Exception as error:  # noqa: BLE001 - this is what is looked for
                drawn.unexplained.append(f"{path.name} page {page_index + 1}: {error!r}")
                ending = "unexplained"
            seconds = time.monotonic() - began
            drawn.endings[ending[:60]] += 1
            drawn.slowest.append((seconds, f"{path.name} page {page_index + 1} at {side} px: {ending[:40]}"))
            if seconds > RENDER_LIMITS.request_s + _GRACE_S:
                drawn.unexplained.append(f"{path.name} page {page_index + 1} took {seconds:.0f} s")
            if deaths == _DEATHS_IN_A_ROW or ending.startswith("refused: Failed to load document"):
                return


def _print_import(files: Sequence[FileReport], *, lists: bool) -> list[str]:
    """Print what became of the files; return what has no explanation."""
    statuses = Counter(file.status.value for file in files)
    reasons = Counter(file.reason for file in files if file.status is ImportStatus.REFUSED)
    print("  statuses  ", ", ".join(f"{name} {count}" for name, count in statuses.most_common()))
    print("  refused as", ", ".join(f"{name} {count}" for name, count in reasons.most_common()) or "none")
    for file in sorted(files, key=lambda file: -file.seconds)[:_SLOW_FILES]:
        print(f"  {file.seconds:6.1f} s  {file.status.value:<9} {Path(file.path).name}: {file.message[:90]}")
    for file in files if lists else ():
        print(f"    {file.status.value:<10} {file.seconds:6.1f} s {Path(file.path).name}: {file.message}")
    limit = ReadLimits().seconds_per_file + _GRACE_S
    return [str(file) for file in files if not is_explained(file) or file.seconds > limit]


def torture(folders: Sequence[Path], scratch: Path, count: int, drawn: int, seed: int, *, lists: bool) -> int:
    """Break, import and draw; print what became of it all and return the number of things unexplained."""
    originals = sorted(path for folder in folders for path in folder.rglob("*.pdf"))
    fit = [path for path in originals if 1 < path.stat().st_size <= _LARGEST_BYTES]
    target = scratch / "broken"
    target.mkdir()
    broken = break_files(fit, target, count, seed)
    watch = Watch()
    watch.start()
    began = time.monotonic()
    with Archive(scratch / "archive", IndexConfig(), Engines(make_reader=_counted_reader)) as archive:
        report = archive.ingest([*folders, target])
        problems = [problem.message for problem in archive.check().problems]
    seconds = time.monotonic() - began
    print(f"imported {len(originals)} files and {len(broken)} broken copies in {seconds:.0f} s")
    unexplained = [*_print_import(report.files, lists=lists), *problems]
    # There may be more: texts beside the PDFs are read as well.
    if (missing := len(originals) + len(broken) - len(report.files)) > 0:
        unexplained.append(f"{missing} files are not in the report")
    print(f"  readers died: {dict(CountedWorker.deaths) or 'never'}")
    began = time.monotonic()
    chance = random.Random(seed)  # noqa: S311 - to be repeatable, not secret
    chosen = [*originals, *chance.sample(broken, min(drawn, len(broken)))]
    pictures = draw(chosen, [*folders, target])
    peak = watch.end()
    print(
        f"drew {pictures.endings.total()} pictures of {len(chosen)} files in {time.monotonic() - began:.0f} s"
    )
    for ending, times in pictures.endings.most_common():
        print(f"  {times:6}  {ending}")
    for slow, what in sorted(pictures.slowest, reverse=True)[:_SLOW_FILES]:
        print(f"  {slow:6.1f} s  {what}")
    print(f"peak memory: program {peak.program / 2**20:.0f} MB, largest worker {peak.worker / 2**20:.0f} MB")
    unexplained += pictures.unexplained
    for one in unexplained:
        print("UNEXPLAINED", one)
    print(f"unexplained: {len(unexplained)}")
    return len(unexplained)


def main() -> int:
    """Break files; return 1 if anything ended without an explanation."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=500, help="broken copies to make")
    parser.add_argument("--drawn", type=int, default=200, help="broken copies to draw")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="every file and what became of it")
    chosen = parser.parse_args()
    folders = [folder.absolute() for folder in chosen.folders]
    with tempfile.TemporaryDirectory(prefix="chitalnya-broken-") as scratch:
        counts = (chosen.count, chosen.drawn, chosen.seed)
        return 1 if torture(folders, Path(scratch), *counts, lists=chosen.list) else 0


if __name__ == "__main__":
    sys.exit(main())
