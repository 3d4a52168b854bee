"""The engines hold to what is asked of every engine."""

from tests.index.search.conformance import Conformance
from tests.index.search.conforming.extremes import Multitudes
from tests.index.search.subjects import IndexSubject, OracleSubject


class TestIndex(Conformance, Multitudes):
    make = IndexSubject


class TestOracle(Conformance):
    make = OracleSubject
