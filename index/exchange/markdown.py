"""Facts as Markdown to read and to keep among notes: by document and kind, each with its quote and page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from index.exchange.cells import WEB, in_words
from index.exchange.kinds import kinds_of
from index.exchange.portion import Portion
from index.exchange.words import Kind, code_name, column_name, kind_name
from index.exchange.writing import Form, text_stream
from index.model.fact import Entity, Fact, FactType
from index.model.span import Span
from index.text import values
from index.text.wording import Language, number, plural_en, plural_ru

_MEANT: Final = re.compile(r"[\\`*\[\]<#$^]|^>|(?<![^\W_])_|_(?![^\W_])|%(?=%)|~(?=~)|=(?==)|&(?=#?\w+;)")
"""What means something in Markdown, or in what Obsidian adds to it."""
_LIST: Final = re.compile(r"^(\d*)([-+.)])(?=\s|$)")
"""What would begin a list within a list: a dash or a number, and a blank."""
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f]")


class MarkdownWriter:
    """A heading for each document, one for each kind below it, and a list of statements with quotes.

    Rule, confidence and status are in comments, which are not shown.

    Args:
        path: The file.
        form: How it is to be written.
    """

    def __init__(self, path: Path, form: Form) -> None:
        self._form, self._language = form, form.language
        self._stream = text_stream(path)
        self._parting = ""

    def add(self, told: Portion) -> None:
        """Write what a document names and states."""
        self._stream.write(f"{self._parting}# {escaped(told.summary.title)}\n\n{self._about(told)}\n")
        self._parting = "\n"
        for kind in kinds_of(self._form.groups):
            lines = list(self._lines(told, kind))
            if lines:
                name = kind_name(kind, self._language)
                self._stream.write(f"\n## {name}\n\n" + "\n".join(lines) + "\n")

    def close(self) -> None:
        """Finish the file."""
        self._stream.close()

    def abandon(self) -> None:
        """Let go of the file."""
        self._stream.close()

    def _about(self, told: Portion) -> str:
        """Return the line below the title: file, date."""
        summary = told.summary
        parts = [f"{column_name('file', self._language)}: {escaped(summary.file_name)}"]
        if summary.date:
            day = values.day(summary.date, self._language) or summary.date
            parts.append(f"{column_name('document_date', self._language)}: {escaped(day)}")
        return " · ".join(parts)

    def _lines(self, told: Portion, kind: Kind) -> Iterator[str]:
        for one in told.entities(kind):
            yield from self._entry(told, one, one.mentions[0], escaped(one.name), self._times(one))
        for fact in told.stated(kind):
            yield from self._entry(told, fact, fact.span, self._words(fact), self._status(fact))
            yield f"  <!-- {fact.rule or '-'} {fact.confidence:.2f} {fact.status} -->"

    def _entry(self, told: Portion, one: Fact | Entity, span: Span, words: str, remark: str) -> Iterator[str]:
        page = ("с. {}" if self._language is Language.RU else "p. {}").format(told.page_number(span))
        mark = code_name(one.mark.value, self._language) if one.mark else ""
        yield "- " + " · ".join(filter(None, (words and f"**{words}**", remark, page, mark)))
        yield f"  > {escaped(told.quote(span))}"

    def _status(self, fact: Fact) -> str:
        """Return the status of a statement, unless its words say it or it is the usual one."""
        status = code_name(fact.status, self._language)
        return "" if fact.status == "actual" or status in in_words(fact, self._language) else status

    def _words(self, fact: Fact) -> str:
        words = in_words(fact, self._language)
        if fact.type is FactType.SOURCE and WEB.fullmatch(words):
            return f"<{words}>"
        return escaped(words)

    def _times(self, one: Entity) -> str:
        count = len(one.mentions)
        if self._language is Language.RU:
            word = plural_ru(count, "упоминание", "упоминания", "упоминаний")
        else:
            word = plural_en(count, "mention", "mentions")
        return f"{number(count, self._language)} {word}"


def escaped(text: str) -> str:
    """Return a text on one line, so that Markdown shows it as it is; controls are left out."""
    line = _CONTROL.sub("", " ".join(text.split()))
    return _LIST.sub(r"\1\\\2", _MEANT.sub(r"\\\g<0>", line))
