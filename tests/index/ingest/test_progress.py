import pytest

from index.ingest import progress
from index.ingest.progress import Meter


def test_time_left_follows_the_bytes_that_were_read(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    meter = Meter()
    meter.expect(4, 4_000_000)
    assert meter.seconds_left(0) is None
    now[0] += 10.0
    meter.end(1_000_000, was_read=True)
    assert meter.seconds_left(0) == pytest.approx(30.0)
    assert meter.seconds_left(1_000_000) == pytest.approx(10.0)
    meter.end(1_000_000, was_read=False)
    assert meter.seconds_left(0) == pytest.approx(20.0)
