"""ODT (OASIS OpenDocument): the text of the document in reading order, with its notes at the end.

Headers and footers, comments and tracked changes are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from index.formats import refusals
from index.formats.content import Content, plain
from index.formats.packages import Package
from index.formats.writing import Scribe

_URN: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _OFFICE, _DRAW, _STYLE, _MANIFEST, _META = (
    f"{{{_URN}{name}:1.0}}" for name in ("text", "table", "office", "drawing", "style", "manifest", "meta")
)
_HREF: Final = "{http://www.w3.org/1999/xlink}href"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_UNSAID: Final = frozenset(
    {
        f"{_TEXT}tracked-changes",
        f"{_OFFICE}annotation",
        f"{_OFFICE}forms",
        f"{_TEXT}sequence-decls",
        f"{_TEXT}note-citation",
        f"{_TEXT}index-title-template",
        f"{_DRAW}object",
        f"{_DRAW}object-ole",
        f"{_TEXT}table-of-content-source",
        f"{_TEXT}ruby-text",
        f"{_TEXT}variable-decls",
        "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title",
        "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc",
    }
)
_MOST_REPEATED: Final = 60


def read_odt(path: Path, name: str) -> Content:
    """Return what a document says.

    Args:
        path: The file.
        name: As the reader knows it.

    Raises:
        ImportFailed: If it is broken, encrypted or made to do harm.
    """
    with Package(path, name, refusals.document("ODT")) as package:
        manifest = package.optional_xml("META-INF/manifest.xml")
        if manifest is not None and next(manifest.iter(f"{_MANIFEST}encryption-data"), None) is not None:
            raise refusals.encrypted(name)
        root = package.xml("content.xml")
        reader = _Reader(package, _numbered_lists(root, package.optional_xml("styles.xml")))
        body = root.find(f"{_OFFICE}body/{_OFFICE}text")
        if body is None:
            raise refusals.damaged(name, refusals.document("ODT"))
        reader.body(body)
        reader.notes()
        meta = package.optional_xml("meta.xml")

        def declared(tag: str) -> str:
            return plain(meta.findtext(f".//{tag}") or "") if meta is not None else ""

        return Content(
            tuple(reader.scribe.blocks),
            declared(f"{_DC}title"),
            declared(f"{_META}initial-creator") or declared(f"{_DC}creator"),
            declared(f"{_META}creation-date"),
        )


class _Reader:
    """Reads the parts of one document."""

    def __init__(self, package: Package, numbered: frozenset[str]) -> None:
        self.scribe = Scribe()
        self._package = package
        self._numbered = numbered
        self._notes: list[str] = []

    def body(self, root: Any, depth: int = 0, mark: str | None = None) -> None:  # noqa: ANN401 - lxml has no types
        """Take down headings, paragraphs, lists and tables.

        Args:
            root: What holds them.
            depth: Of lists around.
            mark: What the first paragraph begins with, as an item; None if it is none.
        """
        for element in root:
            tag = element.tag
            if tag == f"{_TEXT}h":
                level = element.get(f"{_TEXT}outline-level") or "1"
                self.scribe.heading(self._words(element), int(level) if level.isdigit() else 1)
                self._pictures(element)
            elif tag == f"{_TEXT}p":
                words = self._words(element)
                if mark is not None and plain(words):
                    self.scribe.item(words, mark, depth)
                    mark = None
                else:
                    self.scribe.paragraph(words, depth + 1 if mark is None and depth else 0)
                self._pictures(element)
            elif tag == f"{_TEXT}list":
                self._list(element, depth + 1 if mark is not None or depth else 0, "")
            elif tag == f"{_TABLE}table":
                self._table(element)
            elif tag not in _UNSAID and isinstance(tag, str):
                self.body(element, depth, mark)

    def notes(self) -> None:
        """Take down footnotes and endnotes under a heading of their own."""
        if self._notes:
            self.scribe.heading("Примечания", 2)
        for number, words in enumerate(self._notes, 1):
            self.scribe.item(words, f"[{number}]")

    def _list(self, element: Any, depth: int, inherited: str) -> None:  # noqa: ANN401 - lxml has no types
        style = element.get(f"{_TEXT}style-name") or inherited
        number = 0
        for item in element:
            if item.tag not in (f"{_TEXT}list-item", f"{_TEXT}list-header"):
                continue
            start = item.get(f"{_TEXT}start-value") or ""
            number = int(start) if start.isdigit() else number + 1
            if item.tag == f"{_TEXT}list-header":
                number -= 1
                self.body(item, depth)
                continue
            mark: str | None = f"{number}." if f"{style}/{depth + 1}" in self._numbered else ""
            for child in item:
                if child.tag == f"{_TEXT}list":
                    self._list(child, depth + 1, style)
                else:
                    self._item_part(child, depth, mark)
                    mark = None

    def _item_part(self, child: Any, depth: int, mark: str | None) -> None:  # noqa: ANN401 - lxml has no types
        if child.tag == f"{_TEXT}p" and mark is not None:
            self.scribe.item(self._words(child), mark, depth)
            self._pictures(child)
        elif child.tag == f"{_TEXT}p":
            self.scribe.paragraph(self._words(child), depth + 1)
            self._pictures(child)
        elif child.tag == f"{_TEXT}h":
            level = child.get(f"{_TEXT}outline-level") or "1"
            self.scribe.heading(f"{mark or ''} {self._words(child)}", int(level) if level.isdigit() else 1)

    def _table(self, element: Any) -> None:  # noqa: ANN401 - lxml has no types
        rows: list[list[str]] = []
        for row in element.iter(f"{_TABLE}table-row"):
            if next(row.iterancestors(f"{_TABLE}table")) is not element:
                continue
            cells: list[str] = []
            for cell in row:
                if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                    continue
                words = " ".join(self._words(p) for p in cell.iter(f"{_TEXT}p", f"{_TEXT}h"))
                repeated = cell.get(f"{_TABLE}number-columns-repeated") or "1"
                times = min(int(repeated), _MOST_REPEATED) if repeated.isdigit() else 1
                cells += [words, *[""] * (times - 1)]
            rows.append(cells)
        self.scribe.table(rows)
        self._pictures(element)

    def _words(self, paragraph: Any) -> str:  # noqa: ANN401 - lxml has no types
        words = [paragraph.text or ""]
        for element, is_start in _spoken(paragraph):
            if not is_start:
                words.append(element.tail or "")
                continue
            if element.tag == f"{_TEXT}note":
                body = element.find(f"{_TEXT}note-body")
                self._notes.append(
                    "" if body is None else " ".join(self._words(p) for p in body.iter(f"{_TEXT}p"))
                )
                words.append(f"[{len(self._notes)}]")
            elif element.tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
                words.append(" ")
            elif element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                # Of a text box anchored here.
                words.append(f" {element.text or ''}")
            else:
                words.append(element.text or "")
        return "".join(words)

    def _pictures(self, element: Any) -> None:  # noqa: ANN401 - lxml has no types
        for image in element.iter(f"{_DRAW}image"):
            part = (image.get(_HREF) or "").removeprefix("./")
            if part.startswith("Pictures/"):
                self.scribe.picture(self._package.picture(part), part)


def _spoken(paragraph: Any) -> Iterator[tuple[Any, bool]]:  # noqa: ANN401 - lxml has no types
    """Yield each element within a paragraph at its start (True) and its end, without what is not said."""
    waiting = [(paragraph, iter(paragraph))]
    while waiting:
        holder, children = waiting[-1]
        child = next(children, None)
        if child is None:
            waiting.pop()
            if holder is not paragraph:
                yield holder, False
        elif child.tag in _UNSAID or not isinstance(child.tag, str):
            yield child, False
        elif child.tag == f"{_TEXT}note":
            yield child, True
            yield child, False
        else:
            yield child, True
            waiting.append((child, iter(child)))


def _numbered_lists(*roots: Any | None) -> frozenset[str]:  # noqa: ANN401 - lxml has no types
    """Return the lists with numbers: name of the style, a stroke, the level from 1."""
    found: set[str] = set()
    for root in roots:
        for style in root.iter(f"{_TEXT}list-style") if root is not None else ():
            name = style.get(f"{_STYLE}name") or ""
            for level in style.iter(f"{_TEXT}list-level-style-number"):
                if level.get(f"{_STYLE}num-format"):
                    found.add(f"{name}/{level.get(f'{_TEXT}level') or '1'}")
    return frozenset(found)
