"""Documents like another one, by the words that tell it from the rest of the archive."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from index.errors import DocumentUnknown
from index.model.document import DocumentId
from index.model.study import Similar
from index.search.engine import Vocabulary
from index.search.tree import Word
from index.study.asking import Asking
from index.study.wordforms import dictionary_form, headwords, inner_words, is_telling, shown
from index.tasks import Task
from index.text.tokens import TOKEN

TELLING_WORDS: Final = 40
"""Words by which documents are compared."""

_WEIGHED_WORDS: Final = 120
"""The most frequent words of a document, of which those are chosen."""
_SHORTEST_WORD: Final = 3
_CANDIDATES: Final = 40
_SHOWN_WORDS: Final = 8
_LEAST_LIKENESS: Final = 0.1

Vector = Mapping[str, float]
"""Weight of each telling word."""


def similar(
    asking: Asking,
    document_id: DocumentId,
    ids: Mapping[int, DocumentId],
    limit: int,
    task: Task | None = None,
) -> tuple[Similar, ...]:
    """Return the documents most like another one, the likest first. Blocks.

    The telling words of a document are, of its 120 most frequent dictionary forms (small words, numbers, and
    what has less than three letters left out), the 40 with the greatest weight tf-idf, where
    tf = 1 + ln(count in the document) and idf = ln(1 + (N - n + .5) / (n + .5)) for a word that n of the N
    documents have; a word of one document alone tells nothing of others. The 40 documents that have the
    heaviest share of them are looked at. The likeness of two documents is the cosine of the angle between the
    weights of their telling words: 1 for the same words equally often, 0 for none in common.

    Args:
        asking: The archive.
        document_id: The document.
        ids: Every document of the archive by its number.
        limit: Number of documents, at most.
        task: Cancels.

    Raises:
        DocumentUnknown: If there is no such document.
        SearchIndexError: If the index cannot be used.
        Cancelled: If `task` was.
    """
    task = task or Task()
    weighing = _Weighing(asking.vocabulary(), len(ids), task)
    text = asking.library.text(document_id)
    words, inner = _words(text), inner_words(text)
    heads = headwords(word for as_written in words.values() for word in as_written)

    def names(forms: Iterable[str]) -> tuple[str, ...]:
        commonest = ((form, max(words[form], key=words[form].__getitem__)) for form in forms)
        return tuple(shown(heads[word], {one: inner[one] for one in words[form]}) for form, word in commonest)

    asked = weighing.vector(words)
    shares: dict[int, float] = defaultdict(float)
    for form, weight in asked.items():
        for number in asking.matching(Word(form), task):
            shares[number] += weight * weight
    others = [number for number in shares if ids.get(number, document_id) != document_id]
    found = []
    for number in heapq.nlargest(_CANDIDATES, others, key=lambda number: (shares[number], number)):
        try:
            summary = asking.library.summary(ids[number])
            other = weighing.vector(_words(asking.text(ids[number])))
        except DocumentUnknown:
            continue
        likeness = cosine(asked, other)
        if likeness >= _LEAST_LIKENESS:
            common = sorted(asked.keys() & other.keys(), key=lambda form: (-asked[form] * other[form], form))
            found.append(Similar(summary, likeness, names(common[:_SHOWN_WORDS])))
    return tuple(sorted(found, key=lambda one: -one.likeness)[:limit])


def cosine(one: Vector, other: Vector) -> float:
    """Return the cosine of the angle between two vectors of weights; 0 when one has none."""
    product = sum(weight * other.get(form, 0.0) for form, weight in one.items())
    length = math.hypot(*one.values()) * math.hypot(*other.values())
    return min(1.0, product / length) if length else 0.0


@dataclass(slots=True)
class _Weighing:
    """Weighs words.

    Attributes:
        vocabulary: The words of the archive.
        documents: How many documents it holds.
        task: Cancels.
        known: How rare words are, as far as asked: documents that are alike share most of theirs.
    """

    vocabulary: Vocabulary
    documents: int
    task: Task
    known: dict[str, float] = field(default_factory=dict)

    def vector(self, words: Mapping[str, Counter[str]]) -> Vector:
        """Return the weights of the telling words of a document."""
        counts = {form: sum(as_written.values()) for form, as_written in words.items()}
        frequent = heapq.nsmallest(_WEIGHED_WORDS, counts, key=lambda form: (-counts[form], form))
        weights = {form: (1 + math.log(counts[form])) * self._rarity(form) for form in frequent}
        telling = heapq.nsmallest(TELLING_WORDS, weights, key=lambda form: (-weights[form], form))
        return {form: weights[form] for form in telling if weights[form]}

    def _rarity(self, form: str) -> float:
        if form not in self.known:
            self.task.checkpoint()
            having = self.vocabulary.documents(form)
            others = max(0.0, self.documents - having + 0.5)
            self.known[form] = math.log1p(others / (having + 0.5)) if having > 1 else 0.0
        return self.known[form]


def _words(text: str) -> dict[str, Counter[str]]:
    """Return the words of a text that may tell, as written, by dictionary form."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for word, count in Counter(TOKEN.findall(text)).items():
        if len(word) >= _SHORTEST_WORD and word[0].isalpha() and is_telling(word):
            found[dictionary_form(word)][word] += count
    return found
