import contextlib
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.errors import QueryError
from index.search.query import LONGEST_QUERY, MOST_PATTERNS, parse
from index.search.tree import (
    And,
    Exact,
    Fuzzy,
    InDates,
    InFileName,
    InTitle,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Wildcard,
    Word,
    write,
)


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("водосберегающие технологии", "водосберегающие И технологии"),
        ("президент -Казахстан", "президент И НЕ Казахстан"),
        ("(снег ИЛИ паводок) И дорога -ГДР", "(снег ИЛИ паводок) И дорога И НЕ ГДР"),
        ("снег OR паводок AND дорога", "снег ИЛИ паводок И дорога"),
        ("и или не", "и И или И не"),
        ("«совместную рабочую группу»", "«совместную рабочую группу»"),
        ("“совместную группу” „два слова“", "«совместную группу» И «два слова»"),
        ("«АО «Ромашка»»", "«АО Ромашка»"),
        ("Касым-Жомартом", "Касым-Жомартом"),
        ("газ,нефть", "газ И нефть"),
        ("сотруднич* пол?гоне", "сотруднич* И пол?гоне"),
        ("=министры", "=министры"),
        ('="Дорожную карту"', "=«Дорожную карту»"),
        ('"шлифовка зеркала"~2', "«шлифовка зеркала»~2"),
        ("Эргашходжаэва~", "Эргашходжаэва~1"),
        ("файл:seed Токаев", "файл:seed И Токаев"),
        ('file:"мой отчёт.pdf"', "файл:«мой отчёт.pdf»"),
        ("название:дешевеет", "название:дешевеет"),
        ("title:(мука OR зерно)", "название:(мука ИЛИ зерно)"),
        ("дата:2021", "дата:2021"),
        ("дата:12.05.2021", "дата:2021-05-12"),
        ("date:2021..2022", "дата:2021..2022"),
        ("дата:2021-2022", "дата:2021..2022"),
        ("дата:..2021-05", "дата:..2021-05"),
        ("дата:2022..2021", "дата:2021..2022"),
        ("НЕ НЕ снег", "снег"),
        ('"И"', "«И»"),
        ("– Сегодня", "Сегодня"),
        ("-(снег дождь)", "НЕ (снег И дождь)"),
        ('-"два слова"', "НЕ «два слова»"),
        ("", ""),
        ('""', ""),
        ("« ", ""),
        ("…", ""),
    ],
)
def test_a_query_is_read_as(typed: str, read_as: str) -> None:
    query = parse(typed)
    assert query.read_as == read_as
    assert query.problems == ()


@pytest.mark.parametrize(
    ("typed", "read_as", "problem"),
    [
        ('"два слова', "«два слова»", "Кавычка не закрыта"),
        ("(снег ИЛИ (дождь", "снег ИЛИ дождь", "Скобка не закрыта"),
        ("снег) дождь", "снег И дождь", "Лишняя закрывающая скобка"),
        ("снег ИЛИ", "снег", "Оператору ИЛИ"),
        ("ИЛИ снег", "снег", "Оператору ИЛИ"),
        ("И снег", "снег", "Оператору И "),
        ("снег И", "снег", "Оператору И "),
        ("НЕ", "", "Оператору НЕ"),
        ("*", "", "хотя бы две буквы"),
        ("с* снег", "снег", "хотя бы две буквы"),
        ("?*?*?*?*о?*", "", "хотя бы две буквы"),
        ("дата:20 снег", "снег", "После «дата:»"),
        ("дата:2021-13", "", "После «дата:»"),
        ("название:", "", "После «название:»"),
        ("файл:", "", "После «файл:»"),
        ("лицо:Токаев", "Токаев", "Поля «лицо:» пока нет"),
        ("слово~2", "слово~1", "одну ошибку"),
        ("ab~1", "ab", "от 3 букв"),
        ('"слово"~3', "слово", "«~» после кавычек"),
        ("название:(файл:x)", "файл:x", "Поля внутри"),
    ],
)
def test_what_is_mended_is_told(typed: str, read_as: str, problem: str) -> None:
    query = parse(typed)
    assert query.read_as == read_as
    assert any(problem in told for told in query.problems)


@pytest.mark.parametrize(
    "hostile", ["(" * 1000, "НЕ " * 333, "-" * 1000, '"' * 999, "а* " * 333, "((" * 30 + "а"]
)
def test_hostile_queries_are_read_or_refused_at_once(hostile: str) -> None:
    started = time.perf_counter()
    with contextlib.suppress(QueryError):
        parse(hostile)
    assert time.perf_counter() - started < 0.5


def test_a_long_query_is_refused_where_it_becomes_too_long() -> None:
    with pytest.raises(QueryError) as caught:
        parse("слово " * 300)
    assert (caught.value.start, caught.value.stop) == (LONGEST_QUERY, 1800)


@pytest.mark.parametrize("typed", ["аб* " * 11, '"' + "аб* " * 11 + '"', "абв~1 " * 11])
def test_too_many_patterns_are_refused(typed: str) -> None:
    with pytest.raises(QueryError, match="больше 10 слов"):
        parse(typed)


def test_leaves_know_their_place_in_the_query() -> None:
    query = parse("снег =Дождь сотруд*")
    assert isinstance(query.root, And)
    spans = [part.span for part in query.root.parts if isinstance(part, Word | Exact | Prefix)]
    assert [query.text[span.start : span.stop] for span in spans] == ["снег", "Дождь", "сотруд*"]


@given(st.text("абИЛНЕ ()-\"«»“”=*?~:.1файлдатаназвание\n'ʻё", max_size=60) | st.text(max_size=60))
def test_the_reading_of_anything_reads_as_itself(typed: str) -> None:
    query = parse(typed)
    again = parse(query.read_as)
    assert again.root == query.root
    assert again.problems == ()


_WORDS = st.text("абвгдеё", min_size=2, max_size=6)
_PARTS = _WORDS.map(Word) | _WORDS.map(Prefix) | _WORDS.map(lambda w: Wildcard(f"{w}?{w}"))
_LEAVES = (
    _PARTS
    | _WORDS.map(lambda w: Exact(f"{w}-{w}"))
    | st.text("абвгдеё", min_size=3, max_size=6).map(Fuzzy)
    | st.builds(
        lambda parts, slop: Phrase(tuple(parts), slop),
        st.lists(_PARTS, min_size=2, max_size=4),
        st.integers(0, 9),
    )
    | _WORDS.map(lambda w: InFileName(f"{w} (1).pdf"))
    | st.sampled_from([InDates("2021", "2021"), InDates("", "2022-05"), InDates("2021-05-12", "")])
)


def _grown(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(children, min_size=2, max_size=3)
    return (
        several.map(lambda parts: _flat(And, parts))
        | several.map(lambda parts: _flat(Or, parts))
        | children.map(lambda part: part.part if isinstance(part, Not) else Not(part))
    )


def _flat(kind: type[And] | type[Or], parts: list[Node]) -> Node:
    return kind(tuple(leaf for part in parts for leaf in (part.parts if isinstance(part, kind) else (part,))))


_WORD_TREES = st.recursive(_PARTS, _grown, max_leaves=4)


@given(st.recursive(_LEAVES | _WORD_TREES.map(InTitle), _grown, max_leaves=8))
def test_a_written_tree_is_read_back(tree: Node) -> None:
    written = write(tree)
    assume(sum(map(written.count, "*?~")) <= MOST_PATTERNS and len(written) <= LONGEST_QUERY)
    assert parse(written).root == tree
