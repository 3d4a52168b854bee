"""From the words of the command line to an exit code."""

from __future__ import annotations

import logging
import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from index.cli.arguments import Command, parse
from index.cli.output import Output
from index.cli.session import FAILED, INTERRUPTED, Session
from index.errors import ArchiveError
from index.tasks import Cancelled, Task
from index.workers import WorkerDied


def main(arguments: Sequence[str]) -> int:
    """Carry out one command; return its exit code.

    0 done, 1 failed, 2 wrong usage, 3 done but some files refused, 130 stopped by Ctrl+C.

    Args:
        arguments: What stands after the name of the program.
    """
    logging.basicConfig(level=logging.ERROR, format="%(message)s")
    try:
        chosen, run = parse(arguments)
        return _carried_out(run, chosen)
    except SystemExit as asked:
        return asked.code if isinstance(asked.code, int) else FAILED
    except BrokenPipeError:
        # Whoever read us went away; what was acknowledged is safe. Python would complain once more at its
        # end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _carried_out(run: Command, chosen: Namespace) -> int:
    output = Output(is_json=chosen.json)
    try:
        return run(Session(chosen, output, Task(output.progress)))
    except ArchiveError as error:
        output.error(error)
        return FAILED
    except WorkerDied:
        output.error(ArchiveError("Вспомогательный процесс не выдержал этого документа. Архив цел."))
        return FAILED
    except (Cancelled, KeyboardInterrupt):
        return INTERRUPTED
    finally:
        output.clear_progress()
