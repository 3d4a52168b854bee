"""Rules about the shape of the code that no linter knows."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted(path for top in ("index", "desktop", "resources") for path in (ROOT / top).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MAX_FILE_LINES = 400
MAX_CLASS_LINES = 200
HEAVY = {
    "PySide6",
    "shiboken6",
    "numpy",
    "whoosh",
    "pymorphy3",
    "razdel",
    "slovnet",
    "navec",
    "pypdfium2",
    "pdfplumber",
    "pdfminer",
    "psutil",
    "reportlab",
    "lxml",
    "PIL",
}


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def loaded_by(statement: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter has loaded after a statement."""
    code = f"import sys\n{statement}\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(out.stdout.split())


@pytest.mark.parametrize("path", SOURCES + TESTS, ids=short)
def test_file_is_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MAX_FILE_LINES


@pytest.mark.parametrize("path", SOURCES, ids=short)
def test_classes_are_short(path: Path) -> None:
    long = {
        node.name: lines
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > MAX_CLASS_LINES
    }
    assert not long


def test_importing_the_core_loads_nothing_heavy() -> None:
    assert not HEAVY & loaded_by("import index.archive, index.cli")


def test_our_index_is_the_one_imported() -> None:
    # Whoosh and Qt use the word too, and a stranger's index.py may lie in the folder of start.
    from index import errors

    assert Path(errors.__file__).parent == ROOT / "index"


def test_every_folder_of_tests_is_a_package() -> None:
    # Without tests/index/__init__.py under tests/__init__.py, `import index` would find the tests.
    missing = [path.parent for path in TESTS if not (path.parent / "__init__.py").exists()]
    assert not missing


def test_tests_mirror_the_source() -> None:
    for top in ("index", "desktop"):
        rooms = {
            path.parent.relative_to(ROOT / "tests")
            for path in TESTS
            if path.is_relative_to(ROOT / "tests" / top) and path.name.startswith("test_")
        }
        strangers = [room for room in rooms if not (ROOT / room).is_dir()]
        assert not strangers, f"tests of rooms that do not exist: {strangers}"


@pytest.mark.parametrize("path", SOURCES, ids=short)
def test_words_do_not_mix_alphabets(path: Path) -> None:
    # A Latin C in a Russian word looks right and is found by no search.
    mixed = re.findall(
        r"\b(?=\w*[a-zA-Z])(?=\w*[а-яёА-ЯЁ])[a-zA-Zа-яёА-ЯЁ]+\b", _without_escapes(path.read_text("utf-8"))
    )
    assert not mixed


def _without_escapes(source: str) -> str:
    r"""Drop what stands next to Russian letters by right: \n, prefixes as in r"…", classes like [А-Яa]."""
    return re.sub(r"""\\[a-zA-Z]|\b[rbfu]{1,2}(?=["'])|\[[^\]\n]*\]""", " ", source)


def test_no_path_of_a_machine_is_in_the_project() -> None:
    home = re.compile(r"(?<![\w.])/(?:home|Users|root|work)/\w")
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)  # noqa: S607 - whichever git there is
    if tracked.returncode:
        pytest.skip("not a git checkout: the files of the project are not known")
    texts = [
        ROOT / name
        for name in tracked.stdout.decode().split("\0")
        if name.endswith((".py", ".toml", ".md", ".sh", ".txt"))
    ]
    found = [short(path) for path in texts if path.exists() and home.search(path.read_text("utf-8"))]
    assert not found
