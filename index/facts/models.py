"""The neural models: slovnet's taggers over navec's word vectors, loaded once a process.

The files come in the package `natasha`, which is only their carrier: its folder is located, the package is
never imported (it, yargy and pymorphy2 do not import on Python 3.12 and newer).
"""

from __future__ import annotations

import importlib.util
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from index.errors import ArchiveError

_VECTORS: Final = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_NAMES: Final = "model/slovnet_ner_news_v1.tar"
_MORPH: Final = "model/slovnet_morph_news_v1.tar"
_SYNTAX: Final = "model/slovnet_syntax_news_v1.tar"
_BATCH: Final = 32


@dataclass(frozen=True, slots=True)
class Models:
    """slovnet's `infer` objects, which have no types: encoder, process, decoder."""

    names: Any
    morph: Any
    syntax: Any


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
    taggers = [
        kind.load(str(folder / name), batch_size=_BATCH).navec(vectors).infer
        for kind, name in ((NER, _NAMES), (Morph, _MORPH), (Syntax, _SYNTAX))
    ]
    return Models(*taggers)
