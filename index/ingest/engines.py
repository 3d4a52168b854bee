"""The processes and the index an archive works with, as functions that make them; tests use others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.config import ReadLimits
from index.model.recognition import Recogniser
from index.sandbox import Sandbox
from index.search.engine import Beyond
from index.search.hits import Library
from index.search.searcher import SearchIndex
from index.workers import Worker


def _make_reader(limits: ReadLimits, sandbox: Sandbox) -> Worker:
    from index.pdf.worker import make_reader

    return make_reader(limits, sandbox)


def _make_converter(limits: ReadLimits, sandbox: Sandbox) -> Worker:
    from index.formats.worker import make_converter

    return make_converter(limits, sandbox)


def _make_indexer(folder: Path) -> Worker:
    from index.search.writer import make_indexer

    return make_indexer(folder)


def _make_extractor() -> Worker:
    from index.facts.worker import make_extractor

    return make_extractor()


def _make_recogniser(sandbox: Sandbox) -> Worker:
    from index.pdf.recogniser import make_recogniser

    return make_recogniser(sandbox)


def _find_recogniser() -> Recogniser | None:
    from index.pdf.tesseract import find_tesseract

    return find_tesseract()


def _make_table_finder(sandbox: Sandbox) -> Worker:
    from index.pdf.table_worker import make_table_finder

    return make_table_finder(sandbox)


def _make_markup_worker(sandbox: Sandbox) -> Worker:
    from index.pdf.markup_worker import make_markup_worker

    return make_markup_worker(sandbox)


def _facts_version() -> str:
    from index.facts.extract import FACTS_VERSION

    return FACTS_VERSION


@dataclass(frozen=True, slots=True)
class Engines:
    """How an archive gets what it works with. Nothing is made before it is needed.

    Attributes:
        make_reader: A process that reads PDF files, those that it may see.
        make_converter: A process that makes PDFs of other formats.
        make_indexer: The process that writes the index in a folder.
        make_extractor: A process that extracts facts from texts.
        make_table_finder: A process that finds tables.
        make_markup_worker: A process that reads marks out of PDFs and writes them into copies.
        open_index: The index in a folder, to be searched.
        facts_version: Version of the rules of the extractor.
        make_recogniser: A process that recognises scanned pages.
        find_recogniser: The program it does so with; None when there is none.
    """

    make_reader: Callable[[ReadLimits, Sandbox], Worker] = _make_reader
    make_converter: Callable[[ReadLimits, Sandbox], Worker] = _make_converter
    make_indexer: Callable[[Path], Worker] = _make_indexer
    make_extractor: Callable[[], Worker] = _make_extractor
    make_table_finder: Callable[[Sandbox], Worker] = _make_table_finder
    make_markup_worker: Callable[[Sandbox], Worker] = _make_markup_worker
    open_index: Callable[[Path, Library, Beyond], SearchIndex] = SearchIndex
    facts_version: Callable[[], str] = _facts_version
    make_recogniser: Callable[[Sandbox], Worker] = _make_recogniser
    find_recogniser: Callable[[], Recogniser | None] = _find_recogniser
