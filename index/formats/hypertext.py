"""HTML: the structure of its text alone. Scripts, styles and forms are left out; nothing is ever loaded."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from index.formats import refusals
from index.formats.content import Content, plain
from index.formats.encodings import decoded
from index.formats.writing import Scribe

_UNSAID: Final = frozenset(
    {
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "title",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "applet",
        "canvas",
        "audio",
        "video",
        "select",
        "option",
        "datalist",
        "textarea",
        "button",
        "input",
        "map",
        "noframes",
        "frameset",
    }
)
_BLOCKS: Final = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "ul",
        "table",
        "tr",
    }
)
_HEADING: Final = re.compile(r"h([1-6])\Z")
_CELLS: Final = frozenset({"td", "th"})
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_AUTHORS: Final = frozenset({"author", "dc.creator"})
_DATES: Final = frozenset({"date", "dc.date", "article:published_time", "dcterms.created"})
_ISO: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)?)?")


def read_html(path: Path, name: str) -> Content:
    """Return what an HTML file says.

    Links are their words, pictures the words that stand for them; tables that hold other tables only arrange
    the page, and what stands in their cells is read as if there were none.

    Args:
        path: The file.
        name: As the reader knows it.

    Raises:
        HarmfulFile: If its elements are nested deeper than libxml2 goes.
    """
    from lxml import etree

    text = _CONTROL.sub(" ", decoded(path.read_bytes(), may_declare=True))
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    # Half of a surrogate pair has no UTF-8.
    root = etree.fromstring(text.encode("utf-8", "replace") or b"<html/>", parser)
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise refusals.nested(name)
    if root is None:
        return Content(())
    walk = _Walk()
    walk.through(root)
    return Content(
        tuple(walk.scribe.blocks),
        plain(" ".join(root.xpath("//head/title[1]//text()"))),
        _said(root, _AUTHORS),
        _date(_said(root, _DATES)),
    )


class _Walk:
    """One walk through the elements of a page, without recursion: pages nest as deep as they like."""

    def __init__(self) -> None:
        self.scribe = Scribe()
        self._words: list[str] = []
        self._heading = 0
        self._lists: list[int | None] = []
        """For each list around: the number of its last item; None where items have none."""
        self._quotes = 0
        self._mark: str | None = None
        """What the item under way begins with; None outside items."""
        self._rows: list[list[str]] = []
        self._table: Any = None

    def through(self, root: Any) -> None:  # noqa: ANN401 - lxml has no types
        """Take down everything below an element."""
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if tag in _UNSAID or _is_hidden(element):
                    walk.skip_subtree()
                    continue
                self._open(tag, element)
                self._words.append(element.text or "")
            else:
                if tag not in _UNSAID and not _is_hidden(element):
                    self._close(tag, element)
                self._words.append(element.tail or "")
        self._flush()

    def _open(self, tag: str, element: Any) -> None:  # noqa: ANN401 - lxml has no types
        if tag == "br":
            self._words.append("\n")
        elif tag == "sup" and element.find(".//a") is not None:
            # A note's number, not a power.
            self._words.append(" ")
        elif tag == "img":
            self._words.append(f" {element.get('alt') or ''} ")
        elif self._table is not None:
            self._open_in_table(tag)
        elif tag == "table" and not _arranges(element):
            self._flush()
            self._table, self._rows = element, []
        elif match := _HEADING.match(tag):
            self._flush()
            self._heading = int(match[1])
        elif tag in _BLOCKS or tag in _CELLS:
            self._flush()
            self._enter(tag, element)

    def _enter(self, tag: str, element: Any) -> None:  # noqa: ANN401 - lxml has no types
        if tag in ("ul", "menu", "dir"):
            self._lists.append(None)
        elif tag == "ol":
            self._lists.append(_number(element.get("start"), 1) - 1)
        elif tag == "li":
            self._mark = ""
            if self._lists and (last := self._lists[-1]) is not None:
                self._lists[-1] = _number(element.get("value"), last + 1)
                self._mark = f"{self._lists[-1]}."
        elif tag == "blockquote":
            self._quotes += 1

    def _close(self, tag: str, element: Any) -> None:  # noqa: ANN401 - lxml has no types
        if self._table is not None:
            if element is self._table:
                self._take_cell()
                self.scribe.table(self._rows)
                self._table = None
            elif tag in _BLOCKS:
                self._words.append(" ")
        elif _HEADING.match(tag) or tag in _BLOCKS or tag in _CELLS:
            self._flush()
            if tag in ("ul", "ol", "menu", "dir") and self._lists:
                self._lists.pop()
            elif tag == "li":
                self._mark = None
            elif tag == "blockquote":
                self._quotes -= 1

    def _open_in_table(self, tag: str) -> None:
        if tag == "tr":
            self._take_cell()
            self._rows.append([])
        elif tag in _CELLS:
            self._take_cell()
            if not self._rows:
                self._rows.append([])
            self._rows[-1].append("")
        elif tag in _BLOCKS or _HEADING.match(tag):
            self._words.append(" ")

    def _take_cell(self) -> None:
        words, self._words = "".join(self._words), []
        if self._rows and self._rows[-1]:
            self._rows[-1][-1] += words
        elif plain(words):
            # A caption, or text between the rows.
            self._rows.append([words])

    def _flush(self) -> None:
        words, self._words = "".join(self._words), []
        if not words.strip():
            return
        depth = max(0, len(self._lists) - 1) + self._quotes
        if self._heading:
            self.scribe.heading(words, self._heading)
        elif self._mark is not None:
            self.scribe.item(words, self._mark, depth)
            # What else stands in the item is a paragraph of its own.
            self._mark = None
        else:
            self.scribe.paragraph(words, depth if self._quotes or not self._lists else depth + 1)
        self._heading = 0


def _is_hidden(element: Any) -> bool:  # noqa: ANN401 - lxml has no types
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _arranges(table: Any) -> bool:  # noqa: ANN401 - lxml has no types
    """Whether a table only arranges the page: it holds others, headings or lists."""
    return next(table.iterdescendants("table", "h1", "h2", "h3", "ul", "ol"), None) is not None


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text.strip()) else otherwise


def _said(root: Any, names: frozenset[str]) -> str:  # noqa: ANN401 - lxml has no types
    for element in root.iter("meta"):
        if (element.get("name") or element.get("property") or "").lower() in names:
            return plain(element.get("content") or "")
    return ""


def _date(text: str) -> str:
    match = _ISO.match(text)
    return match.group() if match else ""
