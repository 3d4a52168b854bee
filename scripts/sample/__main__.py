"""Print the sample archive into resources/sample."""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.sample.composition import compositions
from scripts.sample.looks import LOOKS
from scripts.sample.press import missing_fonts, print_document

TARGET = Path(__file__).parents[2] / "resources" / "sample"


def main() -> int:
    """Print every composition; return the exit code."""
    if missing := missing_fonts():
        print(
            "Fonts are missing; on Debian: apt-get install fonts-paratype fonts-liberation fonts-oldstandard"
        )
        print(*missing, sep="\n")
        return 1
    TARGET.mkdir(parents=True, exist_ok=True)
    for composition in compositions():
        target = TARGET / f"{composition.name}.pdf"
        print_document(composition, LOOKS[composition.name], target)
        print(f"{target.name:20} {target.stat().st_size / 1024:6.0f} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
