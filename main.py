"""Читальня: the window, or the command line when the arguments name a command."""

import sys
from pathlib import Path


def main() -> int:
    """Run the program; return its exit code."""
    import index

    # A package called `index` of somebody else's, found first, would fail later and less clearly.
    beside = Path(__file__).resolve().parent / "index" / "__init__.py"
    if index.__file__ is None or Path(index.__file__).resolve() != beside:
        sys.stderr.write(f"Читальня: вместо своего пакета index загружен чужой: {index.__file__}\n")
        return 1
    # Without arguments nothing of the command line is loaded: the window is to be there at once.
    if sys.argv[1:] and _names_command():
        from index.cli.main import main as command_line

        return command_line(sys.argv[1:])
    from desktop.app import main as window

    return window(sys.argv[1:])


def _names_command() -> bool:
    from index.cli.arguments import names_command

    return names_command(sys.argv[1:])


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main())
