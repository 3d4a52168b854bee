"""Passwords on the command line: from a file or the terminal, never an argument, which `ps` would show."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from index.cli.wording import FILES, counted
from index.errors import UnreadableFile
from index.keyring import Keyring


def told_passwords(arguments: Namespace, keyring: Keyring | None = None) -> Keyring:
    """Return the passwords of `--password-file`, one a line; `-` is standard input.

    Args:
        arguments: The command line.
        keyring: Where to put them; a new one by default.

    Raises:
        UnreadableFile: If the file cannot be read.
    """
    keyring, path = keyring or Keyring(), arguments.password_file
    if path is None:
        return keyring
    try:
        text = sys.stdin.read() if str(path) == "-" else Path(path).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            "Файл с паролями не читается. Ничего не импортировано.",
            "Проверьте путь; файл должен быть текстом в UTF-8, по паролю на строку.",
            str(path),
        ) from error
    for line in reversed(text.splitlines()):
        keyring.add(line)
    return keyring


def asked_password(locked: int) -> str:
    """Ask on the terminal, unseen, for the password of so many files; empty if nobody is there or answers."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return ""
    import getpass

    question = f"Открывается по паролю: {counted(locked, FILES)}. Пароль (пусто - пропустить): "
    try:
        return getpass.getpass(question, sys.stderr)
    except (EOFError, KeyboardInterrupt):
        return ""
