"""The engines hold to what is asked of every engine."""

from tests.index.search.conformance import Conformance
from tests.index.search.subjects import OracleSubject


class TestOracle(Conformance):
    make = OracleSubject
