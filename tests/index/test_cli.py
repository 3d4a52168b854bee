"""The command line, as scripts use it: `main.py` in a process of its own, and its parts."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index.archive import Archive
from index.cli.arguments import names_command
from index.cli.main import main
from index.cli.output import Output
from index.cli.wording import DOCUMENTS, counted, duration, size
from index.model.decision import Act, Choice
from index.model.hit import Snippet
from index.model.span import Span
from index.notes.applying import statement_of
from index.notes.decision_files import decisions_from_json

ROOT = Path(__file__).parents[2]
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SAMPLE = ROOT / "resources" / "sample"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("cli") / "archive"
    code, lines = run("import", str(SAMPLE), "--archive", str(made), "--json")
    assert code == 0
    assert lines[-1]["summary"]["imported"] == len(lines) - 1 == len(list(SAMPLE.glob("*.pdf")))
    return made


def run(*arguments: str, **options: Any) -> tuple[int, list[dict[str, Any]]]:
    """Run main.py; return its exit code and the JSON objects it printed."""
    ran = execute(*arguments, **options)
    return ran.returncode, [json.loads(line) for line in ran.stdout.decode().splitlines()]


def execute(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, ROOT / "main.py", *arguments], capture_output=True, check=False, **options
    )


@pytest.fixture
def said(folder: Path, capfd: pytest.CaptureFixture[str]) -> Iterator[Any]:
    """Run a command in this process; return its exit code and what it said."""

    def say(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--archive", str(folder)])
        out, err = capfd.readouterr()
        return code, out, err

    return say


def test_search_answers_in_the_agreed_shape(folder: Path, said: Any) -> None:
    code, out, _err = said("search", "договору", "--json", "--limit", "0")
    answer = json.loads(out)
    assert code == 0
    assert answer["documents"] == len(answer["results"])
    assert answer["matches"] == sum(len(result["matches"]) for result in answer["results"])
    for result in answer["results"]:
        _code, text, _ = said("text", result["document"])
        for match in result["matches"]:
            assert text[match["start"] : match["stop"]] == match["text"]
            assert match["text"] in match["snippet"]
            assert match["page"] >= 1
            assert match["quads"][0]["page"] == match["page"]
            for quad in match["quads"]:
                assert len(quad["points"]) == 8
                assert all(round(number, 2) == number for number in quad["points"])


def test_search_speaks_to_people(said: Any) -> None:
    code, out, _err = said("search", "договору")
    assert code == 0
    assert "Запрос прочитан так: " in out
    assert "[договор" in out.lower()
    assert "с. 1" in out


def test_limit_leaves_the_counts_exact(said: Any) -> None:
    _, everything, _ = said("search", "год", "--json", "--limit", "0")
    _, one, _ = said("search", "год", "--json", "--limit", "1")
    assert json.loads(one)["documents"] == json.loads(everything)["documents"] > 1
    assert len(json.loads(one)["results"]) == 1


def test_archive_may_stand_before_the_command(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--archive", str(folder), "--json", "info"]) == 0
    assert json.loads(capfd.readouterr().out)["documents"] == len(list(SAMPLE.glob("*.pdf")))


def test_text_of_a_file_needs_no_archive(
    said: Any, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = SAMPLE / "03-ukaz.pdf"
    assert main(["text", str(path), "--archive", str(tmp_path / "none")]) == 0
    of_file = capfd.readouterr().out
    _code, of_archive, _ = said("text", "03-ukaz.pdf")
    assert of_file == of_archive
    assert not (tmp_path / "none").exists()


def test_facts_come_with_their_places(said: Any) -> None:
    code, out, _ = said("facts", "01-peregovory.pdf", "--json")
    facts = json.loads(out)
    assert code == 0
    assert facts["entities"]
    for entity in facts["entities"]:
        assert {"id", "type", "name", "mentions"} <= set(entity)
        for mention in entity["mentions"]:
            assert facts["text"][mention["start"] : mention["stop"]].strip()
            assert mention["page"] >= 1
    for fact in facts["facts"]:
        assert {"id", "type", "slots", "status", "confidence", "rule", "start", "stop", "page"} <= set(fact)


def test_facts_are_worded_for_people(said: Any) -> None:
    code, out, _ = said("facts", "01-peregovory.pdf")
    lines = [line.strip() for line in out.splitlines()]
    assert code == 0
    assert "940 млн долл. — достигнуто (с. 2)" in lines
    assert "Вера Стрешнева — Министр транспорта Нагорья (с. 1)" in lines
    assert "14 марта 2025 (с. 1)" in lines
    assert not [line for line in lines if "amount" in line or "currency:" in line or "direction" in line]


def test_note_is_added_by_its_words_and_listed(said: Any) -> None:
    _, text, _ = said("text", "02-zasedanie.pdf")
    words = " ".join(text.split()[3:8])
    code, out, _ = said(
        "notes", "add", "02-zasedanie.pdf", "--quote", words, "--note", "Да", "--tag", "х", "--json"
    )
    made = json.loads(out)
    assert code == 0
    assert " ".join(made["quote"].split()) == words
    assert text[made["start"] : made["stop"]] == made["quote"]
    _, listed, _ = said("notes", "list", "02-zasedanie.pdf", "--json")
    assert json.loads(listed)["annotations"] == [made]
    _, listed, _ = said("notes", "list", "01-peregovory.pdf", "--json")
    assert json.loads(listed)["annotations"] == []
    code, out, _ = said("notes", "restore", "--json")
    assert (code, json.loads(out)) == (0, {"annotations": [], "decisions": []})


def test_facts_follow_decisions_until_they_are_withdrawn(folder: Path, said: Any) -> None:
    raw = json.loads(said("facts", "01-peregovory.pdf", "--json")[1])
    with Archive.open(folder) as archive:
        document_id = archive.find("01-peregovory.pdf")
        wrong = archive.facts(document_id).facts[0]
        quote = wrong.span.of(archive.document(document_id).text)
        choice = Choice(Act.REJECT, wrong.span, quote, was=statement_of(wrong))
        made = archive.decisions.decide(document_id, choice)
    found = json.loads(said("facts", "01-peregovory.pdf", "--json")[1])
    assert found["facts"] == raw["facts"][1:]
    assert found["rejected"] == raw["facts"][:1]
    assert json.loads(said("facts", "01-peregovory.pdf", "--raw", "--json")[1]) == raw
    assert "Скрыто: 1" in said("facts", "01-peregovory.pdf")[1]
    [listed] = json.loads(said("decisions", "list", "--json")[1])["decisions"]
    assert (listed["id"], listed["act"], listed["has_place"]) == (made.id, "reject", True)
    assert decisions_from_json(said("decisions", "export", "01-peregovory.pdf")[1]) == (made,)
    assert "отклонено" in said("decisions", "list")[1]
    assert said("decisions", "withdraw", made.id)[0] == 0
    assert json.loads(said("facts", "01-peregovory.pdf", "--json")[1]) == raw


def test_check_rebuild_and_backup_agree(said: Any, tmp_path: Path) -> None:
    count = len(list(SAMPLE.glob("*.pdf")))
    code, out, _ = said("rebuild", "--json")
    assert (code, json.loads(out)["documents"]) == (0, count)
    code, out, _ = said("check", "--deep", "--json")
    assert (code, json.loads(out)["sound"], json.loads(out)["documents"]) == (0, True, count)
    code, out, _ = said("backup", str(tmp_path / "копия"))
    assert code == 0
    assert (tmp_path / "копия" / "archive.db").exists()


def test_check_tells_of_harm_with_code_1(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(SAMPLE / "03-ukaz.pdf"), "--archive", str(tmp_path)]) == 0
    [original] = (tmp_path / "originals").rglob("*.pdf")
    original.unlink()
    capfd.readouterr()
    assert main(["check", "--archive", str(tmp_path)]) == 1
    out = capfd.readouterr().out
    assert "исходного файла нет" in out
    assert "Замечаний: 1" in out


def test_refused_file_is_a_row_and_code_3(tmp_path: Path) -> None:
    bad = tmp_path / "old.doc"
    bad.write_bytes(OLD_WORD)
    code, lines = run(
        "import", str(bad), str(SAMPLE / "03-ukaz.pdf"), "--archive", str(tmp_path / "a"), "--json"
    )
    assert code == 3
    rows = {Path(line["path"]).name: line for line in lines[:-1]}
    assert (rows["old.doc"]["status"], rows["old.doc"]["reason"]) == ("refused", "old_format")
    assert rows["03-ukaz.pdf"]["status"] == "imported"
    assert rows["03-ukaz.pdf"]["seconds"] >= 0


def test_why_a_file_was_refused_is_a_line_of_its_own_for_people(tmp_path: Path) -> None:
    bad = tmp_path / "old.doc"
    bad.write_bytes(OLD_WORD)
    said = execute("import", str(bad), "--archive", str(tmp_path / "a")).stdout.decode().splitlines()
    assert said[0].endswith("old.doc")
    assert said[1].startswith("    Это документ Word прежних версий (DOC): такие файлы не читаются.")


def test_gaps_are_listed_and_refused_files_tried_again(tmp_path: Path) -> None:
    archive, bad = str(tmp_path / "archive"), tmp_path / "рано.pdf"
    good = next(iter(sorted(SAMPLE.glob("*.pdf"))))
    bad.write_bytes(b"%PDF-1.7 no more than that")
    assert run("import", str(bad), "--archive", archive, "--json")[0] == 3
    code, (listed,) = run("gaps", "--archive", archive, "--json")
    assert code == 0
    assert (listed["files_refused"], listed["pages"], listed["documents"]) == (1, 0, 0)
    (gap,) = listed["gaps"]
    assert (gap["kind"], gap["path"], gap["document"]) == ("damaged", str(bad), None)
    assert gap["retry"]
    people = execute("gaps", "--archive", archive).stdout.decode()
    assert "Повреждённые файлы: 1" in people
    assert "Не искали: 1 непринятый файл." in people.replace("\u00a0", " ")
    bad.write_bytes(good.read_bytes())
    code, lines = run("import", "--again", "--archive", archive, "--json")
    assert (code, lines[-1]["summary"]["imported"]) == (0, 1)
    assert run("gaps", "--archive", archive, "--json")[1][0]["gaps"] == []
    _code, (answer,) = run("search", "и", "--archive", archive, "--json")
    assert answer["unsearched"]["pages_searched"] == answer["unsearched"]["pages"] > 0


def test_odd_names_print_as_json(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\n") + "\u202e.pdf"
    (tmp_path / name).write_bytes((SAMPLE / "03-ukaz.pdf").read_bytes())
    code, lines = run(
        "import", str(tmp_path), "--archive", str(tmp_path / "a"), "--json", env=_plain_environment()
    )
    assert code == 0
    assert Path(lines[0]["path"]).name == name
    ran = execute("search", "указ", "--archive", str(tmp_path / "a"), env=_plain_environment())
    assert ran.returncode == 0
    assert "\u202e" not in ran.stdout.decode()


def test_wrong_usage_is_code_2(capfd: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        ["import"],
        ["search", "x", "--limit", "-1"],
        ["notes"],
        ["notes", "add", "x"],
        ["decisions"],
        ["info", "--no"],
    ):
        assert main(arguments) == 2
        assert "Неверный вызов" in capfd.readouterr().err


def test_missing_archive_and_document_are_code_1(
    said: Any, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "слово", "--archive", str(tmp_path / "none")]) == 1
    assert "нет архива" in capfd.readouterr().err
    assert not (tmp_path / "none").exists()
    code, out, err = said("text", "nowhere", "--json")
    assert code == 1
    assert json.loads(out)["error"]["code"] == "document_unknown"
    assert "nowhere" in err


def test_lost_index_is_built_again_by_the_search(said: Any, folder: Path) -> None:
    _, before, _ = said("search", "год", "--json")
    (folder / "index").rename(folder / "gone")
    code, after, _ = said("search", "год", "--json")
    assert code == 0
    assert json.loads(after)["matches"] == json.loads(before)["matches"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_interrupted_import_keeps_what_it_printed(tmp_path: Path) -> None:
    for number in range(60):
        content = (SAMPLE / "04-doklad.pdf").read_bytes() + f"\n% {number}\n".encode()
        (tmp_path / f"{number}.pdf").write_bytes(content)
    command = [sys.executable, ROOT / "main.py", "import", tmp_path, "--archive", tmp_path / "a", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as importing:
        assert importing.stdout is not None
        lines = [importing.stdout.readline() for _ in range(3)]
        importing.send_signal(signal.SIGINT)
        lines += importing.stdout.readlines()
    assert importing.returncode == 130
    *rows, summary = [json.loads(line) for line in lines]
    assert summary["summary"]["cancelled"]
    assert 3 <= len(rows) < 60
    code, [info] = run("info", "--archive", str(tmp_path / "a"), "--json")
    assert (code, info["documents"], info["unindexed"]) == (0, len(rows), 0)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_reader_that_goes_away_is_no_crash(folder: Path) -> None:
    command = [sys.executable, ROOT / "main.py", "text", "04-doklad.pdf", "--archive", folder]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as printing:
        assert printing.stdout is not None
        assert printing.stderr is not None
        printing.stdout.close()
        assert b"Traceback" not in printing.stderr.read()


def test_command_line_needs_no_qt(folder: Path) -> None:
    program = (
        "import sys\nfrom index.cli.main import main\n"
        f"assert main(['search', 'год', '--archive', {str(folder)!r}]) == 0\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="copies by links")
def test_program_refuses_an_index_of_somebody_else(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "__init__.py").touch()
    program = (
        f"import sys, runpy; sys.path.insert(0, {str(tmp_path)!r}); import index;"
        f"sys.argv = ['main.py', 'info']; runpy.run_path({str(ROOT / 'main.py')!r}, run_name='__main__')"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert ran.returncode == 1
    assert "чужой" in ran.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "is_command"),
    [
        ("search слово", True),
        ("--archive DIR search слово", True),
        ("--json --archive DIR info", True),
        ("--help", True),
        ("", False),
        ("--archive DIR", False),
        ("--archive search", False),
        ("--tour out", False),
        ("документ.pdf", False),
    ],
)
def test_window_opens_unless_a_command_is_named(arguments: str, is_command: bool) -> None:
    assert names_command(arguments.split()) is is_command


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1 документ"),
        (2, "2 документа"),
        (5, "5 документов"),
        (11, "11 документов"),
        (12, "12 документов"),
        (21, "21 документ"),
        (22, "22 документа"),
        (112, "112 документов"),
        (1000, "1\N{NO-BREAK SPACE}000 документов"),
    ],
)
def test_counts_take_the_right_noun(count: int, words: str) -> None:
    assert counted(count, DOCUMENTS) == words


def test_times_and_sizes_are_said_as_people_do() -> None:
    assert [duration(s) for s in (0, 4, 200, 7500)] == ["1 с", "4 с", "3 мин 20 с", "2 ч 5 мин"]
    assert [size(n) for n in (512, 3_400_000)] == ["512 байт", "3,4 МБ"]


def test_titles_cannot_steer_the_terminal() -> None:
    out = io.StringIO()
    output = Output(is_json=False, out=out, err=io.StringIO())
    snippet = Snippet("\x1b[2Jслово", (Span(4, 9),))
    output.line(f"{snippet.text[:4]}{output.marked('слово')}\r\n")
    assert out.getvalue() == "\\x1b[2J[слово]\\r\\n\n"


def _plain_environment() -> dict[str, str]:
    """A locale and streams in which Python would rather not print Russian."""
    return {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
