"""Collections and marks in memory."""

from __future__ import annotations

from index.model.catalogue import Catalogue, Change
from index.notes.arranging import Plan


class FakeCatalogue:
    """What the window asks of an archive's collections and marks.

    Attributes:
        now: All of them.
        failure: Raised by the next change instead of carrying it out.
    """

    def __init__(self) -> None:
        self.now = Catalogue()
        self.failure: Exception | None = None

    def state(self) -> Catalogue:
        return self.now

    def change(self, plan: Plan) -> tuple[Change, Catalogue]:
        if self.failure is not None:
            failure, self.failure = self.failure, None
            raise failure
        change = plan(self.now)
        self.now = self.now.after(change)
        return change, self.now
