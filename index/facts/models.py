"""The neural models: slovnet's taggers over navec's word vectors, loaded once a process.

The files come in the package `natasha`, which is only their carrier: its folder is located, the package is
never imported (it, yargy and pymorphy2 do not import on Python 3.12 and newer).
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from index.errors import ArchiveError
from index.facts.inference import Tree, Words, parser, tagger_of_grammar, tagger_of_names

_VECTORS: Final = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_NAMES: Final = "model/slovnet_ner_news_v1.tar"
_MORPH: Final = "model/slovnet_morph_news_v1.tar"
_SYNTAX: Final = "model/slovnet_syntax_news_v1.tar"


@dataclass(frozen=True, slots=True)
class Models:
    """What is asked of the models. Not for several threads at once.

    Attributes:
        names: Tags of names for sentences of tokens.
        grammar: Parts of speech with their features.
        trees: Which word depends on which.
    """

    names: Callable[[Sequence[Words]], Iterator[list[str]]]
    grammar: Callable[[Sequence[Words]], Iterator[list[str]]]
    trees: Callable[[Sequence[Words]], Iterator[Tree]]


def model_folder() -> Path:
    """Return the folder of the model files.

    Raises:
        ArchiveError: If they are not installed.
    """
    spec = importlib.util.find_spec("natasha")
    if spec is not None and spec.origin:
        folder = Path(spec.origin).parent / "data"
        if all((folder / name).is_file() for name in (_VECTORS, _NAMES, _MORPH, _SYNTAX)):
            return folder
    raise ArchiveError(
        "Не найдены файлы моделей, по которым программа выделяет имена и факты. "
        "Чтение, поиск и заметки работают без них.",
        "Установите программу заново (make run): модели приходят вместе с пакетом natasha 1.6.0.",
    )


@cache
def load() -> Models:
    """Load the models: about a second and 360 MB.

    Raises:
        ArchiveError: If the files are not installed.
    """
    folder = model_folder()
    # One thread in numpy: two are 5-10 times slower on matrices this small (docs/decisions/0004).
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from navec import Navec
    from slovnet import NER, Morph, Syntax

    vectors = Navec.load(str(folder / _VECTORS))
    names, grammar, trees = (
        kind.load(str(folder / name)).navec(vectors).infer
        for kind, name in ((NER, _NAMES), (Morph, _MORPH), (Syntax, _SYNTAX))
    )
    return Models(tagger_of_names(names), tagger_of_grammar(grammar), parser(trees))
