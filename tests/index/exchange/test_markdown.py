from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from index.exchange.kinds import kinds_of
from index.exchange.markdown import MarkdownWriter, escaped
from index.exchange.portion import Portion
from index.exchange.writing import PLAIN, Form
from index.facts.wording import GroupKey
from index.model.fact import Mark
from index.text.wording import Language
from tests.index.exchange.samples import ANNA, everything, marked, nasty, told
from tests.index.study.stating import Text

MONEY = frozenset({GroupKey.MONEY})


def markdown(*portions: Portion, form: Form = PLAIN) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.md"
        writer = MarkdownWriter(path, form)
        for one in portions:
            writer.add(one)
        writer.close()
        return path.read_text("utf-8")


def test_statements_stand_under_their_kind_and_document_with_quote_and_page() -> None:
    one = told(marked(everything(), Mark.ACCEPTED), kinds=kinds_of(MONEY))
    assert markdown(one, form=Form(MONEY)) == (
        "# Отчёт\n\nФайл: a.pdf · Дата документа: 1 июня 2021\n\n## Суммы\n\n"
        "- **1,5–2 млн долл. — мост · достигнуто** · с. 1 · принято\n"
        "  > На мост ушло от 1,5 до 2 млн долл.\n"
        "  <!-- by_hand 1.00 achieved -->\n"
    )


def test_a_name_says_how_often_it_is_named() -> None:
    text = Text()
    text.name(ANNA, f"Здесь {ANNA}.", "Она там.")
    assert f"- **{ANNA}** · 2 упоминания · с. 1\n  > Здесь {ANNA}.\n" in markdown(told(text))
    assert f"- **{ANNA}** · 2 mentions · p. 1\n" in markdown(told(text), form=Form(language=Language.EN))


def test_each_document_has_a_heading() -> None:
    text = markdown(told(Text("а"), title="Один"), told(Text("а"), title="Два", date=""))
    assert text == "# Один\n\nФайл: a.pdf · Дата документа: 1 июня 2021\n\n# Два\n\nФайл: a.pdf\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. Назначить", r"1\. Назначить"),
        ("19.03.2017", "19.03.2017"),
        ("– тире", "– тире"),
        ("- дефис", r"\- дефис"),
        ("-5", "-5"),
        ("[[ссылка]] #метка", r"\[\[ссылка\]\] \#метка"),
        ("a_b*c _d_", r"a_b\*c \_d\_"),
        ("30 % и 5 %%", r"30 % и 5 \%%"),
        ("R&D &amp;", r"R&D \&amp;"),
        ("> цитата", r"\> цитата"),
        ("==важно== ~~нет~~ $x$", r"\==важно\== \~~нет\~~ \$x\$"),
        ("две\nстроки", "две строки"),
    ],
)
def test_what_means_something_in_markdown_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


@given(nasty)
def test_a_text_is_shown_as_it_is(text: str) -> None:
    line = " ".join(text.split())
    tokens = MarkdownIt().parse(f"- **x** {escaped(text)}\n  > {escaped(text)}")
    shown = [
        "".join(child.content for child in token.children or () if child.type != "html_inline")
        for token in tokens
        if token.type == "inline"
    ]
    plain = "".join(c for c in line if c == " " or not ("\x00" <= c < "\x20" or "\x7f" <= c <= "\x9f"))
    expected = " ".join(plain.split(" ")).strip()
    assert shown[0].removeprefix("x").strip() == expected
    assert (shown[1:] or [""])[0].strip() == expected
