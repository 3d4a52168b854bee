"""What worker processes are asked to do in tests. Importable by name, as spawned processes need it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from index.errors import DamagedPdf
from index.pdf.request import PageRead, ReadRequest
from index.workers import Tell


class Stubborn(Exception):  # noqa: N818 - a name is enough
    """An error that cannot be rebuilt in another process."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


def answer(request: Any, tell: Tell) -> Any:
    """Do what the request names; return the process id or what was asked for."""
    name, *rest = request if isinstance(request, tuple) else (request,)
    return _DEEDS[name](tell, *rest)


def _silence(tell: Tell) -> None:
    threading.Event().wait()


def _chatter(tell: Tell) -> None:
    while True:
        tell("still here")
        threading.Event().wait(0.02)


def _fail(tell: Tell) -> None:
    raise DamagedPdf("сломан", "почините", "файл.pdf")


def _stubborn(tell: Tell) -> None:
    raise Stubborn("not", "portable")


def _print(tell: Tell) -> None:
    print("noise")  # noqa: T201 - it must not reach the terminal


def _write(tell: Tell, path: str) -> None:
    Path(path).write_bytes(b"secret")


def _say(tell: Tell, *words: str) -> None:
    for word in words:
        tell(word)


_DEEDS: dict[str, Callable[..., Any]] = {
    "pid": lambda _: os.getpid(),
    "crash": lambda _: os._exit(7),
    "abort": lambda _: os.abort(),
    "silence": _silence,
    "chatter": _chatter,
    "memory": lambda _, size: len(bytearray(size)),
    "fail": _fail,
    "stubborn": _stubborn,
    "print": _print,
    "write": _write,
    "tell": _say,
}


def read_with_traps(request: ReadRequest, tell: Tell) -> list[int]:
    """Pretend to read ten pages; those that the file name lists kill the process ("3,5.pdf")."""
    if request.file_name == "endless.pdf":
        while True:
            tell(PageRead(0, 10))
            threading.Event().wait(0.02)
    deadly = {int(page) for page in request.file_name.removesuffix(".pdf").split(",") if page}
    pages = []
    for page_index in range(10):
        if page_index in request.skip_pages:
            continue
        tell(PageRead(page_index, 10))
        if page_index in deadly:
            os._exit(7)
        pages.append(page_index)
    return pages
