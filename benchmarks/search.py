"""Indexing speed and query times over a generated corpus. Run: `python -m benchmarks.search [PAGES ...]`.

The corpus is made of declined Russian words with a Zipf distribution and a tail of invented ones; three pages
of 300 words make a document. The same seed gives the same corpus everywhere.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Final

import pymorphy3

from index.model.document import DocumentId, DocumentSummary, Page
from index.model.span import Span
from index.search.requests import AddDocuments, IndexDocument
from index.search.searcher import SearchIndex
from index.search.writer import make_indexer

BASES: Final = """
сотрудничество президент республика страна развитие вопрос проект соглашение министр совет
технология вода энергетика транспорт логистика промышленность кооперация торговля товарооборот
доллар регион центр форум договорённость строительство образование наука культура искусство спорт
туризм здравоохранение партнёрство дружба доверие отношение народ встреча переговоры делегация
участие укрепление расширение реализация меры стабильность мир безопасность граница область город
район завод комбинат хозяйство посев урожай хлопок зерно дорога мост канал водохранилище станция
линия поставка контракт инвестиция предприятие отрасль комплекс подписать обсудить отметить
подчеркнуть договориться создать построить увеличить обеспечить развивать новый большой совместный
стратегический региональный промышленный водный сельский торговый экономический
"""
WORDS_A_PAGE: Final = 300
PAGES_A_DOCUMENT: Final = 3
BATCH: Final = 64
QUERIES: Final = {
    "rare word": ["бакавудо", "хлопком", "урожаю"],
    "common word": ["сотрудничеством", "президенту", "республики"],
    "two words": ["сотрудничество вода", "президент канал"],
    "phrase": ['"совет министров"', '"вода энергетика"'],
    "prefix": ["сотруднич*", "водо*"],
    "exact": ["=сотрудничества"],
    "fuzzy": ["сотруднечество~1"],
    "exclusion": ["президент -республика"],
}


class Corpus:
    """Documents that are the same for the same number of pages; a library for the searcher."""

    def __init__(self, pages: int) -> None:
        choice = random.Random(20240917)  # noqa: S311 - a corpus, not a secret
        morphology = pymorphy3.MorphAnalyzer()
        forms = [form.word for base in BASES.split() for form in morphology.parse(base)[0].lexeme]
        choice.shuffle(forms)
        vocabulary = forms + ["".join(choice.choices(SYLLABLES, k=4)) for _ in range(20_000)]
        weights = list(accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))
        self.documents: dict[DocumentId, IndexDocument] = {}
        for number in range(max(1, pages // PAGES_A_DOCUMENT)):
            words = choice.choices(vocabulary, cum_weights=weights, k=WORDS_A_PAGE * PAGES_A_DOCUMENT)
            sentences = (" ".join(sentence).capitalize() + "." for sentence in _runs(words, 15))
            text = " ".join(sentences)
            document_id = DocumentId(f"{number:064x}")
            title = text.partition(".")[0]
            self.documents[document_id] = IndexDocument(document_id, title, f"{number}.pdf", "2024", text)

    def summary(self, document_id: DocumentId, /) -> DocumentSummary:
        """Return what lists show of a document."""
        document = self.documents[document_id]
        return DocumentSummary(document_id, document.title, document.file_name, "", PAGES_A_DOCUMENT, "")

    def text(self, document_id: DocumentId, /) -> str:
        """Return its text."""
        return self.documents[document_id].text

    def pages(self, document_id: DocumentId, /) -> tuple[Page, ...]:
        """Return its pages, all of one length."""
        length = len(self.text(document_id)) // PAGES_A_DOCUMENT
        return tuple(Page(i, 595, 842, Span(i * length, (i + 1) * length)) for i in range(PAGES_A_DOCUMENT))


SYLLABLES: Final = [consonant + vowel for consonant in "бвгдзклмнпрст" for vowel in "аоуи"]


def _runs(words: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Yield the words in runs of `size`."""
    for start in range(0, len(words), size):
        yield words[start : start + size]


def measure(pages: int) -> None:
    """Index a corpus, ask the queries, print a table."""
    corpus = Corpus(pages)
    with tempfile.TemporaryDirectory() as folder:
        worker = make_indexer(Path(folder))
        started = time.perf_counter()
        documents = list(corpus.documents.values())
        for batch in range(0, len(documents), BATCH):
            worker.call(AddDocuments(tuple(documents[batch : batch + BATCH])))
        seconds = time.perf_counter() - started
        memory_mib = worker.peak_memory_bytes >> 20
        worker.close()
        size_mib = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / (1 << 20)
        print(f"{pages:,} pages: {pages / seconds:,.0f} pages/s, {size_mib:,.1f} MiB, peak {memory_mib} MiB")
        index = SearchIndex(Path(folder), corpus)
        started = time.perf_counter()
        index.search("вода")
        print(f"{'opening and first query':24} {(time.perf_counter() - started) * 1000:9.1f} ms")
        print(f"{'query class':24} {'p50 ms':>9} {'p95 ms':>9} {'documents':>10} {'matches':>9}")
        for kind, queries in QUERIES.items():
            answers = [index.search(query) for query in queries for _ in range(15)]
            times = sorted(answer.elapsed_ms for answer in answers)
            p95 = times[min(len(times) - 1, round(len(times) * 0.95))]
            most = max(answers, key=lambda answer: answer.matches)
            print(
                f"{kind:24} {statistics.median(times):9.1f} {p95:9.1f} {most.documents:10,} {most.matches:9,}"
            )
        index.close()


if __name__ == "__main__":
    for argument in sys.argv[1:] or ["1000", "10000"]:
        measure(int(argument))
