"""The grammar of the command line, and which function carries out which command."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from index.cli import (
    cards,
    citing,
    decisions,
    exporting,
    gaps,
    holdings,
    note_arguments,
    organising,
    overviewing,
    reading,
    recognition,
    studying,
    tables,
)
from index.cli.session import Session
from index.cli.values import count, day, day_month_or_year
from index.model.overview import Grain
from index.model.study import KwicOrder

Command = Callable[[Session], int]

if TYPE_CHECKING:
    _Subparsers = argparse._SubParsersAction["_Parser"]  # noqa: SLF001 - argparse has no public name for it

COMMANDS: Final = (
    *("import", "search", "text", "facts", "card", "cite", "tables"),
    *("kwic", "words", "collocations", "frequencies", "facets", "similar", "versions"),
    *("entity", "timeline", "meetings", "promises", "disagreements", "quotes"),
    *("export", "notes", "decisions", "collections", "mark"),
    *("gaps", "recognise", "check", "rebuild", "backup", "info"),
)

_AS_WHAT: Final = "в каком виде (по умолчанию для чтения)"

_EPILOG: Final = """\
Без команды открывается окно. Коды завершения: 0 - сделано, 1 - не удалось,
2 - неверный вызов, 3 - сделано, но часть файлов не принята.
"""


def names_command(arguments: Sequence[str]) -> bool:
    """Whether a command line asks for a command, or for help, and not for the window."""
    words = iter(arguments)
    for word in words:
        if word in {"-h", "--help"}:
            return True
        if word == "--archive":
            next(words, None)
        elif not word.startswith("-"):
            return word in COMMANDS
    return False


def parse(arguments: Sequence[str]) -> tuple[argparse.Namespace, Command]:
    """Return what the command line says, and the function that does it.

    Raises:
        SystemExit: With code 2 if it is wrong, with 0 after printing help.
    """
    parser = _Parser(
        prog="main.py",
        description="Читальня: читальный зал для архивов документов на русском языке, на вашем компьютере.",
        epilog=_EPILOG,
        parents=[_common(default=None)],
    )
    commands = parser.add_subparsers(title="команды", metavar="КОМАНДА", required=True, parser_class=_Parser)
    common = _common(default=argparse.SUPPRESS)

    def command(
        name: str, run: Command, help_: str, among: _Subparsers = commands
    ) -> argparse.ArgumentParser:
        made = among.add_parser(name, help=help_, description=help_, parents=[common])
        made.set_defaults(run=run)
        return made

    _add_holdings(command)
    _add_reading(command)
    _add_tables(command)
    _add_studying(command)
    _add_overviewing(command)
    exporting.add_arguments(command("export", exporting.export_facts, "записать факты для других программ"))
    _add_notes(command, commands, common)
    _add_decisions(command, commands, common)
    parser_of_collections = commands.add_parser(
        "collections",
        help="коллекции: list, add, rename, move, note, remove, put, take",
        description="Коллекции документов.",
        parents=[common],
    )
    actions = parser_of_collections.add_subparsers(
        title="действия", metavar="ДЕЙСТВИЕ", required=True, parser_class=_Parser
    )
    organising.add_collections(partial(command, among=actions))
    organising.add_mark(command)
    namespace = parser.parse_args(arguments)
    run: Command = namespace.run
    if missing := note_arguments.complaint(namespace):
        parser.error(missing)
    if run is holdings.import_files and not namespace.paths and not namespace.again:
        parser.error("укажите файлы и папки или --again")
    return namespace, run


_AddCommand = Callable[..., argparse.ArgumentParser]


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help in Russian, as wide as the terminal."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:  # noqa: ANN401 - argparse's own types are private
        super().add_usage(usage, actions, groups, "Вызов: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that speaks Russian."""

    def __init__(self, **arguments: Any) -> None:  # noqa: ANN401 - as argparse has them
        super().__init__(**{"formatter_class": _Formatter, "add_help": False, **arguments})
        self._positionals.title = "что указать"
        self._optionals.title = "ключи"

    def error(self, message: str) -> NoReturn:
        """End with code 2, saying what is wrong."""
        for english, russian in _COMPLAINTS:
            message = re.sub(english, russian, message)
        self.print_usage(sys.stderr)
        self.exit(2, f"Неверный вызов: {message}\nПодробнее: {self.prog} --help\n")


_COMPLAINTS: Final = (
    ("the following arguments are required:", "не указано:"),
    ("unrecognized arguments:", "непонятно:"),
    ("argument (.+?): invalid choice: (.+) \\(choose from (.+)\\)", r"\1: нет такого: \2 (есть \3)"),
    ("argument (.+?): invalid .+ value: (.+)", r"\1: не подходит \2"),
    ("argument (.+?): expected .+ argument", r"\1: не хватает значения"),
    ("ambiguous option: (.+) could match (.+)", r"\1 может значить \2"),
)


def _common(default: object) -> _Parser:
    """Return the options that stand before or after the command."""
    parser = _Parser()
    group = parser.add_argument_group("общие ключи")
    group.add_argument("-h", "--help", action="help", help="показать эту справку")
    group.add_argument(
        "--archive", type=Path, metavar="DIR", default=default, help="папка архива (по умолчанию ваш)"
    )
    group.add_argument(
        "--json",
        action="store_true",
        default=default or False,
        help="ответ для программ: JSON, по объекту на строку",
    )
    return parser


def _add_holdings(command: _AddCommand) -> None:
    made = command(
        "import",
        holdings.import_files,
        "принять в архив документы и папки с ними: PDF, DOCX, ODT, HTML, TXT, DjVu, снимки страниц",
    )
    made.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="файл или папка")
    made.add_argument(
        "--again",
        action="store_true",
        help="ещё раз то, что не прочиталось: страницы документов, непринятые файлы, карантин",
    )
    _add_passwords(made)
    made = command("gaps", gaps.show_gaps, "что не ищется и почему")
    made.add_argument("documents", nargs="*", metavar="DOC", help="документы архива (по умолчанию все)")
    made = command("recognise", recognition.recognise, "распознать страницы-изображения (нужен Tesseract)")
    made.add_argument("documents", nargs="*", metavar="DOC", help="документы архива (по умолчанию все)")
    made.add_argument(
        "--languages", metavar="rus+eng", default="", help="языки; распознанное на других распознаётся заново"
    )
    made.add_argument("--again", action="store_true", help="и те страницы, которые раньше не удались")
    _add_passwords(made)
    made = command("check", holdings.check, "проверить, всё ли в архиве цело; ничего не меняет")
    made.add_argument("--deep", action="store_true", help="перечитать и все исходные файлы")
    command("rebuild", holdings.rebuild, "построить поисковый указатель заново; документы не меняются")
    made = command("backup", holdings.backup, "записать копию базы данных и заметок")
    made.add_argument(
        "target", nargs="?", type=Path, metavar="DIR", help="новая папка (по умолчанию backups в архиве)"
    )
    command("info", holdings.info, "сколько чего в архиве")


def _add_reading(command: _AddCommand) -> None:
    made = command("search", reading.search, "найти слова в любой форме")
    _add_query(made)
    _add_limit(made, 20, "сколько документов показать, 0 - все (20)")
    said = command("text", reading.text, "текст документа")
    stated = command("facts", reading.facts, "что документ называет и утверждает")
    stated.add_argument("--raw", action="store_true", help="как нашла программа, без решений читателя")
    for made in (said, stated, cards.add_card(command), citing.add_cite(command)):
        made.add_argument("document", metavar="FILE|DOC", help="файл или документ архива")
        _add_passwords(made)


def _add_passwords(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help="пароли к зашифрованным файлам, по одному на строку; - читает их со стандартного ввода",
    )


def _add_tables(command: _AddCommand) -> None:
    made = command("tables", tables.tables, "таблицы документа: показать, записать в CSV или Excel")
    made.add_argument("document", metavar="FILE|DOC", help="файл PDF или документ архива")
    made.add_argument("--page", type=count, metavar="N", help="номер страницы (по умолчанию все)")
    _add_formats(made, "в каком виде (по умолчанию список таблиц)")
    _add_passwords(made)


def _add_formats(made: argparse.ArgumentParser, help_: str) -> None:
    made.add_argument("--format", choices=tables.FORMATS, help=help_)
    made.add_argument("--out", type=Path, metavar="PATH", help="куда записать")
    made.add_argument("--delimiter", choices=(";", ","), default=";", help="чем делить столбцы в CSV (;)")


def _add_studying(command: _AddCommand) -> None:
    made = command("kwic", studying.kwic, "конкорданс: совпадения одно под другим, с окружением")
    _add_query(made)
    made.add_argument(
        "--sort",
        choices=[order.value for order in KwicOrder],
        default=KwicOrder.DOCUMENT.value,
        help="порядок: по документам, датам, найденному слову, соседям слева или справа (document)",
    )
    _add_limit(made, None, "сколько строк показать, 0 - все (200, в CSV и Excel все)")
    _add_formats(made, _AS_WHAT)
    made = command("words", studying.words, "сосчитать список слов или имён, по строке на каждое")
    made.add_argument("list", metavar="FILE", help="файл со списком; - читает его со стандартного ввода")
    made.add_argument("--within", default="", metavar="QUERY", help="только в документах по этому запросу")
    _add_formats(made, _AS_WHAT)
    made = command("collocations", studying.collocations, "какие слова стоят рядом чаще, чем случайно")
    _add_query(made)
    _add_limit(made, 40, "сколько слов показать, 0 - все (40)")
    made.add_argument("--small-words", action="store_true", help="и предлоги, союзы, местоимения, числа")
    _add_formats(made, _AS_WHAT)
    made = command("frequencies", studying.frequencies, "сколько документов и совпадений по месяцам и годам")
    _add_query(made)
    _add_formats(made, _AS_WHAT)
    made = command("facets", studying.facets, "чем можно уточнить запрос: годы, лица, места, с числами")
    _add_query(made)
    made = command("similar", studying.similar, "документы, похожие на данный")
    made.add_argument("document", metavar="DOC", help="документ архива")
    _add_limit(made, 10, "сколько документов показать (10)")
    made = command("versions", studying.versions, "документы с почти одинаковым текстом: версии, копии")
    made.add_argument("document", nargs="?", metavar="DOC", help="документ архива (по умолчанию все)")


def _add_overviewing(command: _AddCommand) -> None:
    made = command(
        "entity", overviewing.entity, "лицо, организация или место: должности, с кем, деньги, слова"
    )
    made.add_argument("name", nargs="+", metavar="NAME", help="имя или часть имени, в любой форме")
    made.add_argument("--within", default="", metavar="QUERY", help="только в документах по этому запросу")
    _add_lines(made)
    for name, run, help_ in (
        ("timeline", overviewing.timeline, "даты документов и даты в документах, по порядку"),
        ("meetings", overviewing.meetings, "кто с кем встречался"),
        ("promises", overviewing.promises, "намерения, поручения, договорённости, решения - по срокам"),
        ("disagreements", overviewing.disagreements, "числа, которые в разных документах не сходятся"),
        ("quotes", overviewing.quotes, "прямая речь по говорящим"),
    ):
        made = command(name, run, help_)
        made.add_argument("query", nargs="*", metavar="QUERY", help="только в документах по этому запросу")
        _add_lines(made)
        if name == "timeline":
            made.add_argument(
                "--by",
                choices=[grain.value for grain in Grain],
                default=Grain.YEAR.value,
                help="считать по годам, месяцам или дням (year)",
            )
            made.add_argument(
                "--from",
                dest="since",
                type=day_month_or_year,
                metavar="DATE",
                help="не раньше: 2021, 2021-05 или 2021-05-12",
            )
            made.add_argument("--to", dest="until", type=day_month_or_year, metavar="DATE", help="не позже")
        if name == "promises":
            made.add_argument(
                "--today",
                type=day,
                metavar="DATE",
                help="на какой день смотреть (сегодня): 2021-05-12",
            )


def _add_lines(made: argparse.ArgumentParser) -> None:
    _add_limit(made, None, "сколько строк показать, 0 - все (100, в CSV и Excel все)")
    _add_formats(made, _AS_WHAT)


def _add_query(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "query", nargs="+", metavar="QUERY", help="запрос; с пробелами и кавычками - в кавычках"
    )


def _add_limit(made: argparse.ArgumentParser, default: int | None, help_: str) -> None:
    made.add_argument("--limit", type=count, default=default, metavar="N", help=help_)


def _add_notes(command: _AddCommand, commands: _Subparsers, common: _Parser) -> None:
    parser = commands.add_parser(
        "notes", help=f"заметки: {note_arguments.ACTIONS}", description="Заметки.", parents=[common]
    )
    actions = parser.add_subparsers(title="действия", metavar="ДЕЙСТВИЕ", required=True, parser_class=_Parser)
    note_arguments.add_actions(lambda name, run, help_: command(name, run, help_, actions))


def _add_decisions(command: _AddCommand, commands: _Subparsers, common: _Parser) -> None:
    parser = commands.add_parser(
        "decisions",
        help="решения о фактах: list, export, withdraw",
        description="Что читатель решил о фактах.",
        parents=[common],
    )
    actions = parser.add_subparsers(title="действия", metavar="ДЕЙСТВИЕ", required=True, parser_class=_Parser)
    for name, run, help_ in (
        ("list", decisions.list_decisions, "показать решения о документе или все"),
        ("export", decisions.export_decisions, "то же в JSON, как в папке notes"),
    ):
        made = command(name, run, help_, actions)
        made.add_argument("document", nargs="?", metavar="DOC", help="документ архива")
    made = command("withdraw", decisions.withdraw_decision, "отменить решение", actions)
    made.add_argument("decision", metavar="ID", help="решение, как его называет list")
