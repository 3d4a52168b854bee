"""Converting in a process of its own, which may not write a single file: the edition comes back in pieces."""

from __future__ import annotations

from index.config import ReadLimits
from index.errors import ImportFailed
from index.formats import refusals
from index.formats.convert import ConvertRequest as ConvertRequest  # noqa: PLC0414 - part of this module's interface
from index.sandbox import Sandbox
from index.workers import Tell, Worker, WorkerLimits

_PIECE_BYTES = 1 << 20
_RECYCLE_AFTER = 100


def convert_handler(request: ConvertRequest, tell: Tell) -> tuple[str, ...]:
    """Run in the worker: tell the edition piece by piece (bytes; None for a sign of life); return notices.

    Raises:
        ImportFailed: If the file cannot become a document.
    """
    from index.formats.convert import convert

    try:
        edition = convert(request, lambda: tell(None))
    except (ImportFailed, MemoryError):
        raise
    except Exception as error:  # whatever libraries raise on files that nobody foresaw
        raise refusals.damaged(request.file_name) from error
    for begin in range(0, len(edition.pdf), _PIECE_BYTES):
        tell(edition.pdf[begin : begin + _PIECE_BYTES])
    return edition.notices


def make_converter(limits: ReadLimits, sandbox: Sandbox | None = None) -> Worker:
    """Return a worker that makes editions; its process starts with the first request.

    Args:
        limits: What a file may cost.
        sandbox: Which files it can see; None for all that the user can.
    """
    return Worker(
        convert_handler,
        WorkerLimits(
            silence_s=2 * limits.seconds_per_page,
            request_s=limits.seconds_per_file,
            memory_bytes=limits.memory_bytes,
            recycle_after=_RECYCLE_AFTER,
            sandbox=sandbox,
            stands_back=True,
        ),
        "chitalnya-converter",
    )
