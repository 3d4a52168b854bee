"""Commands that study results: kwic, words, collocations, frequencies, facets, similar, versions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from index.cli import study_shapes as shapes
from index.cli.listed import query_of, write_listings, writes_json
from index.cli.output import Output
from index.cli.session import DONE, Session, interruptible, searched
from index.cli.wording import DOCUMENTS, FACETS, MATCHES, counted, grouped
from index.errors import StoreError
from index.model.document import DocumentSummary
from index.model.study import (
    Collocations,
    Concordance,
    Facets,
    Frequencies,
    KwicLine,
    KwicOrder,
    Period,
    WordTable,
)
from index.search.query import asks_for_facts, parse
from index.study.listings import (
    collocations_listing,
    concordance_listing,
    frequencies_listings,
    word_table_listing,
)

_SHOWN_LINES: Final = 200
_SIDE: Final = 45
_TITLE: Final = 40
_WORD: Final = 40
_BAR: Final = 40
_ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"


def kwic(session: Session) -> int:
    """`kwic QUERY`: the matches one under the other."""
    chosen, order = session.arguments, KwicOrder(session.arguments.sort)
    # Whoever writes a file wants all of it; whoever reads, a beginning.
    usual = 0 if chosen.format in {"csv", "xlsx"} else _SHOWN_LINES
    limit = usual if chosen.limit is None else chosen.limit
    with session.archive() as archive, interruptible(session.task):
        found = searched(
            archive,
            session.task,
            lambda: archive.desk.concordance(query_of(session), order, limit, session.task),
            needs_facts=asks_for_facts(parse(query_of(session))),
        )
    if writes_json(session):
        session.output.json(shapes.concordance(found))
    elif chosen.format:
        write_listings(session, (concordance_listing(found),), found.query)
    else:
        _print_concordance(session.output, found)
    return DONE


def words(session: Session) -> int:
    """`words FILE|-`: counts for a list of words or names."""
    listed = _listed(session.arguments.list)
    with session.archive() as archive, interruptible(session.task):
        found = searched(
            archive,
            session.task,
            lambda: archive.desk.word_table(listed, session.arguments.within, session.task),
            needs_facts=asks_for_facts(parse(session.arguments.within)),
        )
    if writes_json(session):
        session.output.json(shapes.word_table(found))
    elif session.arguments.format:
        write_listings(session, (word_table_listing(found),), found.within)
    else:
        _print_words(session.output, found)
    return DONE


def collocations(session: Session) -> int:
    """`collocations QUERY`: the words around matches."""
    chosen = session.arguments
    with session.archive() as archive, interruptible(session.task):
        found = searched(
            archive,
            session.task,
            lambda: archive.desk.collocations(
                query_of(session), session.task, with_small_words=chosen.small_words
            ),
            needs_facts=asks_for_facts(parse(query_of(session))),
        )
    if writes_json(session):
        session.output.json(shapes.collocations(found, session.arguments.limit))
    elif session.arguments.format:
        write_listings(session, (collocations_listing(found),), found.query)
    else:
        _print_collocations(session.output, found, session.arguments.limit)
    return DONE


def frequencies(session: Session) -> int:
    """`frequencies QUERY`: documents and matches in the course of time."""
    with session.archive() as archive, interruptible(session.task):
        found = searched(
            archive,
            session.task,
            lambda: archive.desk.frequencies(query_of(session), session.task),
            needs_facts=asks_for_facts(parse(query_of(session))),
        )
    if writes_json(session):
        session.output.json(shapes.frequencies(found))
    elif session.arguments.format:
        write_listings(session, frequencies_listings(found), found.query)
    else:
        _print_frequencies(session.output, found)
    return DONE


def facets(session: Session) -> int:
    """`facets QUERY`: by what the answer can be narrowed."""
    with session.archive() as archive, interruptible(session.task):
        found = searched(
            archive,
            session.task,
            lambda: archive.desk.facets(query_of(session), session.task),
            needs_facts=True,
        )
    if session.output.is_json:
        session.output.json(shapes.facets(found))
    else:
        _print_facets(session.output, found)
    return DONE


def similar(session: Session) -> int:
    """`similar DOC`: the documents most like another one."""
    chosen, output = session.arguments, session.output
    with session.archive() as archive, interruptible(session.task):
        document = archive.find(chosen.document)
        found = searched(
            archive, session.task, lambda: archive.desk.similar(document, chosen.limit, session.task)
        )
    if output.is_json:
        output.json({"document": document, "similar": [shapes.similar(one) for one in found]})
        return DONE
    for one in found:
        output.line(f"{one.likeness:>5.0%}  {_named(one.document)}")
        output.line(f"       {', '.join(one.words)}")
    if not found:
        output.line("Похожих документов нет.")
    return DONE


def versions(session: Session) -> int:
    """`versions [DOC]`: documents that are nearly the same, in groups."""
    reference, output = session.arguments.document, session.output
    with session.archive() as archive, interruptible(session.task):
        if reference is None:
            found = archive.desk.versions(session.task)
        else:
            group = archive.desk.versions_of(archive.find(reference), session.task)
            found = () if group is None else (group,)
    if output.is_json:
        output.json({"groups": [shapes.version_group(group) for group in found]})
        return DONE
    for number, group in enumerate(found, 1):
        documents = counted(len(group.documents), DOCUMENTS)
        output.line(f"{number}. {documents}, общего текста {group.likeness:.0%}")
        for document in group.documents:
            output.line(f"   {document.date or '—':<10}  {_named(document)}")
    if not found:
        output.line("Повторов и версий нет.")
    return DONE


def _listed(path: str) -> tuple[str, ...]:
    """Return the lines of a file, or of standard input."""
    try:
        content = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise StoreError(f"Список {path} не читается: {error.strerror or error}.") from error
    try:
        return tuple(content.decode("utf-8-sig").splitlines())
    except UnicodeDecodeError:
        # What is no UTF-8 is, in a Russian list, hardly ever anything else.
        return tuple(content.decode("cp1251", "replace").splitlines())


def _print_concordance(output: Output, found: Concordance) -> None:
    for line in found.lines:
        output.line(_kwic_line(output, line))
    output.line(f"{counted(found.documents, DOCUMENTS)}, {counted(found.matches, MATCHES)}")
    if len(found.lines) < found.matches:
        output.line(f"Показано {grouped(len(found.lines))}; все: --limit 0")


def _kwic_line(output: Output, line: KwicLine) -> str:
    left, right = line.left[-_SIDE:], line.right[:_SIDE]
    if len(left) < len(line.left):
        left = left.partition(" ")[2]
    if len(right) < len(line.right):
        right = right.rpartition(" ")[0]
    place = f"{_shortened(line.title, _TITLE)}, с. {line.page_index + 1}"
    return f"{left:>{_SIDE}}{output.marked(line.keyword)}{right:<{_SIDE}}  {place}"


def _print_words(output: Output, found: WordTable) -> None:
    output.line(f"{'':<{_WORD}} {'документов':>10} {'совпадений':>10}  время")
    for row in found.rows:
        name = f"{_shortened(row.text, _WORD):<{_WORD}}"
        if row.problem:
            output.line(f"{name} {row.problem}")
        else:
            time = row.first if row.first == row.last else f"{row.first} – {row.last}"
            counts = f"{grouped(row.documents):>10} {grouped(row.matches):>10}"
            output.line(f"{name} {counts}  {time}".rstrip())


def _print_collocations(output: Output, found: Collocations, limit: int) -> None:
    output.line(f"{'':<{_WORD}} {'рядом':>7} {'слева':>7} {'справа':>7} {'всего':>7} {'сила':>9}")
    for one in found.words[: limit or None]:
        counts = " ".join(f"{grouped(count):>7}" for count in (one.count, one.left, one.right, one.total))
        output.line(f"{_shortened(one.word, _WORD):<{_WORD}} {counts} {one.score:>9.1f}")
    output.line(counted(found.matches, MATCHES))


def _print_frequencies(output: Output, found: Frequencies) -> None:
    for periods in (found.years, found.months):
        most = max((one.matches for one in periods), default=0)
        for one in periods:
            if one.matches or periods is found.years:
                output.line(_period(one, most))
        if periods:
            output.line()
    if found.undated_documents:
        counts = f"{counted(found.undated_documents, DOCUMENTS)}, {counted(found.undated_matches, MATCHES)}"
        output.line(f"Без даты: {counts}")


def _period(one: Period, most: int) -> str:
    bar = "█" * round(_BAR * one.matches / most) if most else ""
    documents = f"{grouped(one.documents)} из {grouped(one.all_documents)}"
    return f"{one.name:<8} {grouped(one.matches):>7}  {documents:<14} {bar}".rstrip()


def _print_facets(output: Output, found: Facets) -> None:
    """Print the clauses: each says its value, and can be added to the query as it is."""
    output.line(counted(found.documents, DOCUMENTS))
    for facet in found.facets:
        output.line()
        output.line(FACETS[facet.kind])
        for value in facet.values:
            output.line(f"{grouped(value.documents):>7}  {value.clause}")
        if facet.others:
            output.line(f"{'':>7}  {_ELLIPSIS}и ещё {grouped(facet.others)}")
    if found.without_facts:
        output.line()
        output.line(f"Имена ещё не извлечены: {counted(found.without_facts, DOCUMENTS)}.")


def _named(document: DocumentSummary) -> str:
    return f"{document.title} ({document.file_name}, {document.id[:12]})"


def _shortened(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + _ELLIPSIS
