"""How fast PDF files become text: `python -m benchmarks.speed`.

Pages per CPU second on real files, for our reader, bare pdfium and, where it is installed, `pdftotext`,
which runs in a process of its own and is timed by the clock.
"""

from __future__ import annotations

import shutil
import time

from benchmarks.corpus import DATA, need_data, page_count, read
from benchmarks.peers import ours, pdfium, pdftotext

FILES = (
    "pdfs/sgpro1991_FZ_326.pdf",
    "pdfs/sgpro1991_post_20171221_1006-pp.pdf",
    "pdfs/thallkeer_Лекции.pdf",
    "pdfs/sgpro1991_price_ekb.pdf",
    "pdfs/sgpro1991_Ter-Program2.pdf",
    "pdfs/jokerva1010123_integral_Лекции.pdf",
    "gold/seed.pdf",
)


def main() -> None:
    """Print the table."""
    need_data()
    readers = [ours, pdfium, *([pdftotext] if shutil.which("pdftotext") else [])]
    print(f"{'pages per second':44}" + "".join(f"{reader.__name__:>12}" for reader in readers))
    ours(DATA / "gold/seed.pdf")  # loads the libraries
    for name in FILES:
        path = DATA / name
        read.cache_clear()
        speeds = []
        for reader in readers:
            clock = time.perf_counter if reader is pdftotext else time.process_time
            begin = clock()
            reader(path)
            speeds.append(page_count(path) / (clock() - begin))
        print(f"{path.name[:42]:44}" + "".join(f"{speed:12.0f}" for speed in speeds))


if __name__ == "__main__":
    main()
