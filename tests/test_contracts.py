"""Each rule of pyproject.toml about who may import whom is seen to catch a violation of it.

A rule that never fires looks like a rule that holds. So a copy of the tree gets one forbidden line, and
the linter must say so; and the tree itself must pass.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]


@dataclass(frozen=True)
class Violation:
    """One forbidden line."""

    contract: str
    path: str
    line: str

    @property
    def module(self) -> str:
        """Last part of the name of the module, which the linter's message holds in any case."""
        return Path(self.path.removesuffix("/__init__.py")).stem


IN_FUNCTION = "def _forbidden() -> None:\n    {}\n"

VIOLATIONS = [
    Violation("top", "resources/__init__.py", "from index.errors import ArchiveError"),
    Violation("core-without-qt", "index/model/span.py", IN_FUNCTION.format("from PySide6 import QtCore")),
    Violation("core-without-qt", "index/text/forbidden.py", "from desktop.jobs import Jobs"),
    Violation("core-without-qt", "tests/helpers/forbidden.py", "from PySide6 import QtCore"),
    Violation("index-layers", "index/facts/forbidden.py", "import index.search"),
    Violation("index-layers", "index/pdf/forbidden.py", "import index.store"),
    Violation("index-layers", "index/formats/forbidden.py", "import index.pdf.reader"),
    Violation("index-layers", "index/model/forbidden.py", "from index.text import normalise"),
    Violation("index-layers", "index/undeclared.py", ""),
    Violation("desktop-layers", "desktop/state/forbidden.py", "import desktop.panels"),
    Violation("desktop-layers", "desktop/panels/forbidden.py", "import desktop.dialogs"),
    Violation("desktop-layers", "desktop/undeclared.py", ""),
    Violation("pdf-libraries", "desktop/pageview/forbidden.py", IN_FUNCTION.format("import pypdfium2")),
    Violation("pdf-libraries", "index/text/forbidden.py", "from pdfminer import layout"),
    Violation("pdf-libraries", "index/formats/forbidden.py", "import pypdfium2"),
    Violation("whoosh", "index/facts/forbidden.py", IN_FUNCTION.format("from whoosh import fields")),
    Violation("carrier", "index/facts/forbidden.py", "import natasha"),
    Violation("carrier", "index/text/forbidden.py", "import pymorphy2"),
    Violation("no-cycles", "index/search/forbidden.py", "import index.search.allowed"),
]

# What a violation needs to be one: a module to import, or the other half of a cycle.
COMPANIONS = {
    "index/text/normalise.py": "",
    "index/search/allowed.py": "from index.search import forbidden",
}


def lint(tree: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    chosen = [word for contract in contracts for word in ("--contract", contract)]
    return subprocess.run(
        [sys.executable, "-P", "-c", code, "--no-cache", "--no-logo", *chosen],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a copy of the source."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for top in ("desktop", "index", "resources", "tests"):
        for source in (ROOT / top).rglob("*.py"):
            target = tmp_path / source.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    return tmp_path


def plant(tree: Path, path: str, line: str) -> None:
    file = tree / path
    before = file.read_text("utf-8") if file.exists() else '"""Planted by a test."""\n'
    file.write_text(f"{before}\n{line}\n", "utf-8")


def test_the_tree_keeps_every_contract() -> None:
    run = lint(ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("violation", VIOLATIONS, ids=lambda v: f"{v.contract}-{v.path}")
def test_violation_is_caught(violation: Violation, tree: Path) -> None:
    for path, line in COMPANIONS.items():
        if not (tree / path).exists():
            plant(tree, path, line)
    plant(tree, violation.path, violation.line)
    run = lint(tree, violation.contract)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "BROKEN" in run.stdout
    assert violation.module in run.stdout


def test_every_contract_has_a_violation() -> None:
    assert {contract["id"] for contract in CONTRACTS} == {violation.contract for violation in VIOLATIONS}


RUFF_VIOLATIONS = {
    "widgets in a presenter": (
        "desktop/state/x.py",
        "from PySide6.QtWidgets import QLabel\n\nQLabel()\n",
        "TID251",
    ),
    "widgets in a model": (
        "desktop/models/x.py",
        "from PySide6.QtWidgets import QLabel\n\nQLabel()\n",
        "TID251",
    ),
    "a thread outside jobs": ("index/ingest/x.py", "import threading\n\nthreading.Thread()\n", "TID251"),
    "a heavy library at start": ("index/text/x.py", "import numpy\n\nnumpy.zeros(1)\n", "TID253"),
    "a relative import": ("index/text/x.py", "from . import normalise\n\nnormalise\n", "TID252"),
    "a function too long": ("index/text/x.py", "def f() -> None:\n" + "    print(1)\n" * 41, "PLR0915"),
}


@pytest.mark.parametrize("name", RUFF_VIOLATIONS)
def test_linter_refuses(name: str) -> None:
    path, source, rule = RUFF_VIOLATIONS[name]
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "ruff",
            "check",
            "--no-cache",
            "--output-format=concise",
            "--stdin-filename",
            path,
            "-",
        ],
        input=source,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1, run.stderr
    assert f" {rule} " in run.stdout


@pytest.mark.parametrize(("contract", "line"), [("index-layers", "index:"), ("desktop-layers", "desktop:")])
def test_architecture_page_shows_the_layers(contract: str, line: str) -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    [shown] = [text.split(":")[1] for text in page.splitlines() if text.strip().startswith(line)]
    [layers] = [one["layers"] for one in CONTRACTS if one["id"] == contract]
    assert [part.strip(" ()") for part in shown.split(">")] == layers
