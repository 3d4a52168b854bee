"""The generated archive as the peers take it in: found, folded and led back to lemmas by our own analysis.

So that engines are compared and not stemmers. Beside the words, what questions are drawn from is counted.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Final

from benchmarks.engines.serving import Words
from benchmarks.generated import kept, read_kept
from index.search.requests import IndexDocument
from index.text.morphology import form_terms, is_known, is_small_word, surface
from index.text.tokens import TOKEN

_PAIRED_DOCUMENTS: Final = 4_000
_PAIRS_KEPT: Final = 2_000
_FORMS_OF_A_LEMMA: Final = 8


@dataclass(frozen=True, slots=True)
class Files:
    """An archive in its folder.

    Attributes:
        texts: Documents, see `benchmarks.generated`.
        words: The same as `Words`, one JSON array a line.
        counts: What questions are drawn from.
    """

    texts: Path
    words: Path
    counts: Path


@dataclass(slots=True)
class Counts:
    """What is known of the words; only of those whose lemma is beyond doubt.

    Attributes:
        documents: Number of documents.
        lemmas: Lemma -> number of documents.
        titles: Lemma -> number of documents whose title has it.
        forms: Lemma -> its forms in the texts.
        form_documents: Form -> number of documents.
        pairs: Two neighbouring forms, apart by a blank -> number of documents among the first 4,000 in which
            their lemmas stand so; the most frequent, and as many that stand there once.
    """

    documents: int = 0
    lemmas: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    forms: dict[str, list[str]] = field(default_factory=dict)
    form_documents: Counter[str] = field(default_factory=Counter)
    pairs: dict[str, int] = field(default_factory=dict)


def prepare(folder: Path, pages: int) -> Files:
    """Return the files of an archive of so many pages, made unless they are there."""
    texts = kept(folder, pages)
    files = Files(texts, folder / f"words-{pages}.jsonl", folder / f"counts-{pages}.json")
    if not (files.words.exists() and files.counts.exists()):
        analysis = _Analysis()
        unfinished = files.words.with_suffix(".new")
        with unfinished.open("w", encoding="utf-8") as file:
            for document in read_kept(texts):
                words = analysis.take(document)
                row = [getattr(words, name) for name in Words.__slots__]
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        unfinished.replace(files.words)
        files.counts.write_text(json.dumps(analysis.counted(), ensure_ascii=False), "utf-8")
    return files


def read_counts(files: Files) -> Counts:
    """Return what was counted."""
    read = json.loads(files.counts.read_text("utf-8"))
    for name in ("lemmas", "titles", "form_documents"):
        read[name] = Counter(read[name])
    return Counts(**read)


class _Analysis:
    """Finds the words of one document after the other, and counts."""

    def __init__(self) -> None:
        self._forms: dict[str, str] = {}
        self._terms: dict[str, str] = {}
        self._certain: dict[str, str] = {}
        self._counts = Counts()
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._written: dict[tuple[str, str], str] = {}

    def take(self, document: IndexDocument) -> Words:
        """Return the words of a document."""
        forms, title_forms = self._analysed(document.text), self._analysed(document.title)
        self._count(forms, title_forms)
        return Words(
            str(document.id),
            int(document.date.replace("-", "")),
            self._lemmas(title_forms),
            " ".join(title_forms),
            self._lemmas(forms),
            " ".join(forms),
        )

    def counted(self) -> dict[str, object]:
        """Return the counts, without words that nobody would draw."""
        counts, of_lemma = self._counts, defaultdict[str, list[str]](list)
        for form, _ in counts.form_documents.most_common():
            lemma = self._certain.get(form, "")
            if lemma and len(of_lemma[lemma]) < _FORMS_OF_A_LEMMA:
                of_lemma[lemma].append(form)
        frequent = self._pairs.most_common(_PAIRS_KEPT)
        single = [pair for pair in self._pairs.items() if pair[1] == 1][:_PAIRS_KEPT]
        return {
            "documents": counts.documents,
            "lemmas": counts.lemmas,
            "titles": counts.titles,
            "forms": {lemma: forms for lemma, forms in of_lemma.items() if forms},
            "form_documents": {form: counts.form_documents[form] for fs in of_lemma.values() for form in fs},
            "pairs": {self._written[pair]: count for pair, count in [*frequent, *single]},
        }

    def _analysed(self, text: str) -> list[str]:
        known = self._forms
        words = TOKEN.findall(text)
        for word in words:
            if word not in known:
                form = known[word] = surface(word)
                if form not in self._terms:
                    self._learn(form)
        return [known[word] for word in words]

    def _learn(self, form: str) -> None:
        found = form_terms(form)
        self._terms[form] = "|".join(found)
        is_certain = len(found) == 1 and is_known(form) and len(form) > 3 and not is_small_word(form)
        self._certain[form] = found[0] if is_certain else ""

    def _lemmas(self, forms: Iterable[str]) -> str:
        return " ".join(map(self._terms.__getitem__, forms))

    def _count(self, forms: list[str], title_forms: list[str]) -> None:
        counts, certain = self._counts, self._certain
        counts.documents += 1
        different = set(forms)
        counts.form_documents.update(different)
        counts.lemmas.update({certain[form] for form in different} - {""})
        counts.titles.update({certain[form] for form in title_forms} - {""})
        if counts.documents <= _PAIRED_DOCUMENTS:
            pairs = {}
            for one, two in pairwise(forms):
                if certain[one] and certain[two]:
                    pairs[certain[one], certain[two]] = f"{one} {two}"
            self._pairs.update(pairs.keys())
            for pair, written in pairs.items():
                self._written.setdefault(pair, written)
