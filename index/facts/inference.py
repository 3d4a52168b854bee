"""slovnet's models run over many sentences at once: its weights and its answers in a third of its time.

slovnet pads the sentences of a batch to one length, and multiplies the vector of every word with the first
layer of its network, which is two thirds of all the work. Here sentences stand one behind another, a blank
between them; and as the first layer is linear before it is bent, what a word gives to it is computed once and
looked up when the word comes again. Why this is ours: docs/decisions/0027.

A network of slovnet is: vectors of words and of their shapes → layers of convolution over three words, each
bent (max with 0) and normalised → a head. Heads are slovnet's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Flags = NDArray[np.bool_]

Words = Sequence[str]
"""The tokens of a sentence."""
Tree = tuple[list[int], list[str]]
"""Of each token the number of its head, counted from 0 (-1: root), and the name of the relation."""

_KERNEL: Final = 3
_BLANK: Final = 0
"""The row of what stands between two sentences: nothing."""
_MOST_ROWS: Final = 16_384
"""Words whose products are kept: 48 MB a model. When there are more, all are forgotten."""


class Network:
    """The layers of a model of slovnet without its head. Not for several threads at once.

    Args:
        infer: slovnet's `infer` object of the model, over navec's vectors.
    """

    def __init__(self, infer: Any) -> None:  # noqa: ANN401 - slovnet has no types
        import numpy as np

        self._embed, self._vocabularies = infer.model.emb, infer.encoder
        first, *others = infer.model.encoder.layers
        filters, size, kernel = first.conv.weight.array.shape
        assert kernel == _KERNEL, "the models of slovnet look at three words"
        # Of size x (what a word gives to the word behind it, to itself, to the one before it).
        self._first = np.ascontiguousarray(first.conv.weight.array.transpose(1, 2, 0).reshape(size, -1))
        self._filters = filters
        self._bends = [_bend(layer) for layer in (first, *others)]
        self._kernels = [np.ascontiguousarray(layer.conv.weight.array.transpose(2, 1, 0)) for layer in others]
        self._products = np.zeros((_MOST_ROWS, filters * _KERNEL), np.float32)
        self._rows: dict[str, int] = {}

    def read(self, sentences: Sequence[Words]) -> tuple[Floats, list[int]]:
        """Return what the head needs to know of each token, and where each sentence begins.

        Returns:
            Rows x features, a row a token, with a blank before each sentence and behind the last; and the
            number of the row of each sentence's first token, with one more for the end.
        """
        import numpy as np

        rows, starts = self._placed(sentences)
        blanks = np.flatnonzero(rows == _BLANK)
        before, here, behind = np.split(self._products[rows], _KERNEL, axis=1)
        output = _joined(before, here, behind)
        for number, bend in enumerate(self._bends):
            if number:
                kernel = self._kernels[number - 1]
                output = _joined(*(output @ part for part in kernel))
            bend(output)
            output[blanks] = 0
        return output, starts

    def _placed(self, sentences: Sequence[Words]) -> tuple[NDArray[np.intp], list[int]]:
        """Return the rows of the products of all tokens, blanks among them, and where sentences begin."""
        import numpy as np

        self._learn({word for words in sentences for word in words})
        rows, starts = [_BLANK], [1]
        for words in sentences:
            rows += [self._rows[word] for word in words]
            rows.append(_BLANK)
            starts.append(len(rows))
        return np.array(rows), starts

    def _learn(self, words: set[str]) -> None:
        """Compute the products of words that have none."""
        import numpy as np
        from slovnet.shape import word_shape

        # Not a difference of sets: that would go through all words that are known.
        unknown = sorted(word for word in words if word not in self._rows)
        if not unknown:
            return
        if len(self._rows) + len(unknown) >= _MOST_ROWS:
            self._rows.clear()
            self._products = np.zeros((max(_MOST_ROWS, len(words) + 1), self._products.shape[1]), np.float32)
            unknown = sorted(words)
        spellings, shapes = self._vocabularies.words_vocab, self._vocabularies.shapes_vocab
        vectors = self._embed(
            np.array([spellings.encode(word.lower()) for word in unknown]),
            np.array([shapes.encode(word_shape(word)) for word in unknown]),
        )
        first = len(self._rows) + 1
        self._products[first : first + len(unknown)] = vectors @ self._first
        self._rows |= {word: row for row, word in enumerate(unknown, first)}


def tagger_of_names(infer: Any) -> Callable[[Sequence[Words]], Iterator[list[str]]]:  # noqa: ANN401 - slovnet has no types
    """Return what gives each token of each sentence its tag, "B-PER" or "O"."""
    network, head = Network(infer), infer.model.head

    def tags(sentences: Sequence[Words]) -> Iterator[list[str]]:
        read, starts = network.read(sentences)
        emissions, mask = _padded(head(read), starts)
        yield from infer.decoder(head.crf.decode(emissions, mask))

    return tags


def tagger_of_grammar(infer: Any) -> Callable[[Sequence[Words]], Iterator[list[str]]]:  # noqa: ANN401 - slovnet has no types
    """Return what gives each token of each sentence its part of speech and features, "NOUN|Case=Nom"."""
    network, head = Network(infer), infer.model.head

    def tags(sentences: Sequence[Words]) -> Iterator[list[str]]:
        read, starts = network.read(sentences)
        best = head.decode(head(read))
        yield from infer.decoder(best[start : stop - 1] for start, stop in pairwise(starts))

    return tags


def parser(infer: Any) -> Callable[[Sequence[Words]], Iterator[Tree]]:  # noqa: ANN401 - slovnet has no types
    """Return what gives each sentence its tree."""
    network, model = Network(infer), infer.model

    def trees(sentences: Sequence[Words]) -> Iterator[Tree]:
        read, starts = network.read(sentences)
        features, mask = _padded(read, starts)
        heads = model.head.decode(model.head(features), mask)
        relations = model.rel.decode(model.rel(features, heads), mask)
        names = infer.decoder.rels_vocab
        for words, of_heads, of_relations in zip(sentences, heads, relations, strict=True):
            count = len(words)
            yield (
                [head - 1 for head in of_heads[:count].tolist()],
                [names.decode(relation) for relation in of_relations[:count].tolist()],
            )

    return trees


def _bend(layer: Any) -> Callable[[Floats], None]:  # noqa: ANN401 - slovnet has no types
    """Return what adds the bias of a layer, bends and normalises, all in place."""
    import numpy as np

    bias, norm = layer.conv.bias.array, layer.norm
    scale = norm.weight.array / norm.std.array
    shift = norm.bias.array - norm.mean.array * scale

    def bend(output: Floats) -> None:
        output += bias
        np.maximum(output, 0, out=output)
        output *= scale
        output += shift

    return bend


def _joined(before: Floats, here: Floats, behind: Floats) -> Floats:
    """Return of each row what its left neighbour, itself and its right neighbour give to it."""
    output = here.copy()
    output[1:] += before[:-1]
    output[:-1] += behind[1:]
    return output


def _padded(rows: Floats, starts: Sequence[int]) -> tuple[Floats, Flags]:
    """Return rows as sentences x tokens x features, and which of these are tokens."""
    import numpy as np

    bounds = np.array(starts)
    counts = bounds[1:] - bounds[:-1] - 1
    places = np.arange(counts.max())
    mask = places < counts[:, None]
    return rows[np.where(mask, bounds[:-1, None] + places, 0)], mask
