"""Tesseract, the program that recognises text in pictures: where it is, what it knows, one run of it.

It is a program of its own (Apache-2.0, as is its language data) that may or may not be installed. It gets
pixels through a pipe and answers through a pipe: nothing is written, and it sees nothing of the document but
the picture.
"""

from __future__ import annotations

import math
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from index.model.recognition import Recogniser

PROGRAM_VARIABLE: Final = "CHITALNYA_TESSERACT"
"""Names the program where it stands in an unusual place."""

USUAL_LANGUAGES: Final = ("rus", "eng")
"""What pages are recognised in unless the reader chooses. Each further language costs time (decision 12)."""

DIRECTION_DATA: Final = "osd"
PATIENCE: Final = 5
"""Seconds on the clock for each second on a processor: on a busy computer a page takes its time."""

_ASK_S: Final = 5.0
_OLDEST: Final = 4
_PR_SET_PDEATHSIG: Final = 1
_CODE: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*(/[A-Za-z0-9_]+)?")


class TesseractFailed(Exception):  # noqa: N818 - the name says what happened
    """The program did not answer, or not with words."""


def find_tesseract() -> Recogniser | None:
    """Return the program with its version and languages; None when there is none that can be used.

    Asks the program itself: blocks for some 20 ms.
    """
    for program in _candidates():
        try:
            version = re.search(r"tesseract v?(\d+)[\d.]*", asked(program, ["--version"]))
            listed = asked(program, ["--list-langs"])
        except TesseractFailed:
            continue
        if version is None or int(version[1]) < _OLDEST:
            continue
        codes = [line.strip() for line in listed.splitlines()[1:]]
        found = sorted(code for code in codes if _CODE.fullmatch(code) and code != DIRECTION_DATA)
        number = version[0].removeprefix("tesseract ").removeprefix("v")
        return Recogniser(program, number, tuple(found), DIRECTION_DATA in codes)
    return None


def choose_languages(installed: Sequence[str], wanted: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the languages to recognise in: of those wanted, or else of the usual ones, what is installed."""
    return tuple(code for code in dict.fromkeys(wanted or USUAL_LANGUAGES) if code in installed)


def seen(
    recogniser: Recogniser, picture: bytes, languages: Sequence[str], dots_per_inch: int, timeout_s: float
) -> str:
    """Recognise a picture; return words with places and confidence as a table (TSV of Tesseract). Blocks.

    Args:
        recogniser: The program.
        picture: A whole PGM file.
        languages: Codes of its languages.
        dots_per_inch: Resolution of the picture.
        timeout_s: The program is ended after so long a time on a processor, or five times that on the clock.

    Raises:
        TesseractFailed: If it did not answer.
    """
    options = ["stdin", "stdout", "-l", "+".join(languages), "--dpi", str(dots_per_inch), "--psm", "3"]
    return asked(recogniser.program, [*options, "-c", "tessedit_create_tsv=1"], picture, timeout_s)


def quarter_turns(recogniser: Recogniser, picture: bytes, dots_per_inch: int, timeout_s: float) -> int | None:
    """Return the quarter turns clockwise in which the text of a picture lies; None if it cannot be told.

    Raises:
        TesseractFailed: If there is too little text to tell.
    """
    options = ["stdin", "stdout", "-l", DIRECTION_DATA, "--dpi", str(dots_per_inch), "--psm", "0"]
    few_letters = ["-c", "min_characters_to_try=20"]
    told = asked(recogniser.program, [*options, *few_letters], picture, timeout_s)
    found = re.search(r"Orientation in degrees: (\d+)", told)
    return None if found is None else int(found[1]) // 90 % 4


def asked(program: str, options: Sequence[str], given: bytes = b"", timeout_s: float = _ASK_S) -> str:
    """Run the program; return what it wrote.

    Raises:
        TesseractFailed: If it cannot be started, ended with an error, or took too long.
    """
    try:
        done: subprocess.CompletedProcess[bytes] = subprocess.run(
            [program, *options],
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE * timeout_s,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            **_how_to_start(timeout_s),
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise TesseractFailed(str(error)) from error
    return done.stdout.decode("utf-8", "replace")


def _candidates() -> list[str]:
    """Return where the program may be, the likeliest place first."""
    chosen = os.environ.get(PROGRAM_VARIABLE)
    if chosen:
        return [chosen]
    if sys.platform == "win32":
        roots = (os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"))
        folders = [
            Path(root, *between, "Tesseract-OCR") for root in roots if root for between in ((), ("Programs",))
        ]
        places = [os.fspath(folder / "tesseract.exe") for folder in folders]
    else:
        # Programs started from a desktop often do not have these in their PATH.
        places = [
            f"{folder}/tesseract" for folder in ("/opt/homebrew/bin", "/usr/local/bin", "/opt/local/bin")
        ]
    in_path = shutil.which("tesseract")
    return [*([in_path] if in_path else []), *(place for place in places if Path(place).is_file())]


def _how_to_start(timeout_s: float) -> dict[str, Any]:
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW}
    import ctypes
    import resource
    import signal

    processor_s = math.ceil(timeout_s)
    c_library = ctypes.CDLL(None) if sys.platform == "linux" else None

    def restrain() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (processor_s, processor_s))
        if c_library is not None:
            # The kernel ends the program with the process that started it: nobody waits for its answer then.
            c_library.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)

    return {"preexec_fn": restrain}
