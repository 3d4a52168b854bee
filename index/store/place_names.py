"""What states and regions are called besides: «РФ» and «Российская Федерация» mean Россия.

A document's place is called as the document calls it; over the archive these are one place.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from index.text.normalise import fold
from resources import resource

_LISTS: Final = ("lexicon/regions.txt", "lexicon/countries.tsv")


def shared_name(spelling: str) -> str:
    """Return the name that all names of a state or region share; any other spelling as it is."""
    return _shared_names().get(fold(spelling), spelling)


@cache
def _shared_names() -> dict[str, str]:
    found = {}
    for listed in _LISTS:
        for line in resource(listed).read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            # A row is «code, name, other names» or «name|other names».
            names = "|".join(line.split("\t")[-2:]).split("|")
            found.update({fold(name): names[0] for name in names if name})
    return found
