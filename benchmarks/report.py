"""The tables of a contest, as plain text, and what was aimed at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from benchmarks.results import Contest, Result, Times

_MB: Final = 1_000_000
_UNBELIEVABLE: Final = 1e6
"""Pages a second."""
_AIMED_AT_PAGES: Final = 100_000
_MOST_P95_MS: Final = 50.0
_MOST_OPENING_MS: Final = 50.0
_MOST_PEAK_MB: Final = 700.0
_MOST_TIMES_TANTIVY: Final = {"fuzzy": 5.0}
_MOST_TIMES_TANTIVY_ELSE: Final = 2.0
_MOST_INDEXING, _MOST_SIZE = 1.3, 1.5
_TANTIVY: Final = "tantivy"

_Aim = tuple[str, float, float]
"""What, how much it was, and how much it may be."""


def tables(contest: Contest) -> Iterator[str]:
    """Yield the lines of all tables."""
    documents, alone_s = contest.ours.built.documents, contest.analysis_s
    yield f"== {contest.pages:,} pages, {documents:,} documents; our analysis by itself takes {alone_s:.1f} s"
    yield from _building(contest)
    yield ""
    yield from _asking(contest)
    yield ""
    yield from _agreements(contest)
    if contest.pages >= _AIMED_AT_PAGES:
        yield ""
        yield from targets(contest)


def _building(contest: Contest) -> Iterator[str]:
    heads = f"{'pages/s':>9}{'without':>10}{'peak':>8}{'size':>9}{'opening':>10}{'memory':>9}{'mapped':>9}"
    yield f"{'':22}{heads}"
    yield f"{'':22}{'':9}{'analysis':>10}{'MB':>8}{'MB':>9}{'ms':>10}{'MB':>9}{'too, MB':>9}   version"
    for result in contest.results:
        last = result.rounds[-1]
        yield (
            _built(contest, result, result.name)
            + f"{result.opening_ms():10.1f}{last.own_bytes / _MB:9,.0f}{last.resident_bytes / _MB:9,.0f}"
            + f"   {result.built.version}"
        )
        if result.lean is not None:
            yield _built(contest, Result(result.name, result.lean), f"{result.name}, lemmas only")


def _built(contest: Contest, result: Result, name: str) -> str:
    with_analysis, without = (contest.speed(result, with_analysis=which) for which in (True, False))
    peak_mb, size_mb = result.built.peak_bytes / _MB, result.built.bytes / _MB
    # Ours may take less than the analysis by itself, which remembers nothing from one batch to the next.
    told = f"{without:,.0f}" if without < _UNBELIEVABLE else "-"
    return f"{name:22}{with_analysis:9,.0f}{told:>10}{peak_mb:8,.0f}{size_mb:9,.1f}"


def _asking(contest: Contest) -> Iterator[str]:
    width = 32
    yield f"{'best 20 and count, ms':22}" + "".join(f"{result.name:^{width}}" for result in contest.results)
    heads = f"{'p50':>8}{'p95':>8}{'p99':>8}"
    yield f"{'':22}{heads:{width}}" + f"{heads}{'/ ours':>8}" * len(contest.peers)
    for kind in contest.kinds():
        cells = (_cell(contest.times(result, kind), width) for result in contest.results)
        yield f"{kind:22}" + "".join(cells)


def _cell(times: Times | None, width: int) -> str:
    if times is None:
        return f"{'-':^{width}}"
    return f"{times.p50:8.2f}{times.p95:8.2f}{times.p99:8.2f}{times.ratio:8.2f}"


def _agreements(contest: Contest) -> Iterator[str]:
    width = 34
    yield "answers beside ours: questions with the same number of documents; documents missing, further;"
    yield "share of our best twenty among theirs"
    yield f"{'':22}" + "".join(f"{result.name:^{width}}" for result in contest.peers)
    for kind in contest.kinds():
        row = f"{kind:22}"
        for result in contest.peers:
            found = contest.agreement(result, kind)
            if found is None:
                row += f"{'-':^{width}}"
            else:
                same = f"{found.same}/{found.count}"
                apart = f"-{found.missing} +{found.further}"
                row += f"{same:>8}{apart:>18}{found.shared_best:8.2f}"
        yield row


def targets(contest: Contest) -> Iterator[str]:
    """Yield how many aims were met, and which were not."""
    rows = [*_aims_of_asking(contest), *_aims_of_building(contest)]
    yield f"aims met: {sum(found <= most for _, found, most in rows)} of {len(rows)}"
    for text, found, most in rows:
        if found > most:
            yield f"  missed  {text}: {found:.2f}, at most {most:g}"


def _aims_of_asking(contest: Contest) -> Iterator[_Aim]:
    for kind in contest.kinds():
        own = contest.times(contest.ours, kind)
        assert own is not None
        yield f"{kind}, p95 in ms", own.p95, _MOST_P95_MS
        for peer in contest.peers:
            theirs = contest.times(peer, kind)
            if theirs is None:
                continue
            most = _MOST_TIMES_TANTIVY.get(kind, _MOST_TIMES_TANTIVY_ELSE) if peer.name == _TANTIVY else 1.0
            yield f"{kind}, times as long as {peer.name}", 1 / theirs.ratio, most


def _aims_of_building(contest: Contest) -> Iterator[_Aim]:
    ours = contest.ours
    yield "peak memory of indexing in MB", ours.built.peak_bytes / _MB, _MOST_PEAK_MB
    yield "opening in ms", ours.opening_ms(), _MOST_OPENING_MS
    for tantivy in (peer for peer in contest.peers if peer.name == _TANTIVY):
        slower = contest.speed(tantivy, with_analysis=True) / contest.speed(ours, with_analysis=True)
        yield "indexing, times as long as tantivy", slower, _MOST_INDEXING
        yield "size, times tantivy's", ours.built.bytes / tantivy.built.bytes, _MOST_SIZE
