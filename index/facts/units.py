"""Units of measure by every form of their names and every abbreviation."""

from __future__ import annotations

import re
from functools import cache

from index.facts import morph
from index.facts.lexicon import table


@cache
def unit_words() -> dict[str, str]:
    """Return the nominative of the units by their abbreviations, and by the forms of single words."""
    found: dict[str, str] = {}
    for name, others in table("units.tsv"):
        if name.isalpha():
            found.update(dict.fromkeys(morph.forms(name, "NOUN"), name))
        found.update({other: name for other in others.split("|") if other})
    return found


@cache
def abbreviations() -> re.Pattern[str]:
    """Return what matches an abbreviation of a unit, the longest first."""
    others = {other for _, others in table("units.tsv") for other in others.split("|") if other}
    longest_first = sorted(others, key=len, reverse=True)
    written = "|".join(re.escape(other).replace(r"\ ", r"[ \u00a0]") for other in longest_first)
    return re.compile(rf"(?:{written})(?![\w²³·/]|\./)")


def measure(abbreviation: str) -> str:
    """Return the nominative of the unit that an abbreviation means, as `abbreviations` matched it."""
    return unit_words()[abbreviation.replace("\u00a0", " ")]
