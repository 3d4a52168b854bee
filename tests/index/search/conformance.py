"""What every engine behind the seam (`index.search.engine`) has to do.

An engine is put on trial by a test module that says how it is made:

    class TestMyEngine(Conformance):
        make = MySubject

`tests/index/search/oracle/subject.py` says how. Only what everybody would expect of an order
is asked for here; whether the scores are those of our rules, the oracle knows (`tests/index/search/oracle`).
"""

from __future__ import annotations

from tests.index.search.conforming.answers import Answers, Vocabularies
from tests.index.search.conforming.changes import Changes
from tests.index.search.conforming.extremes import Extremes
from tests.index.search.conforming.fields import Beyond, Fields, Titles
from tests.index.search.conforming.words import Words


class Conformance(Words, Titles, Fields, Beyond, Changes, Answers, Vocabularies, Extremes):
    """All that is asked of an engine, but for `conforming.extremes.Multitudes`, which take a while."""
