"""Scores as tables that can be kept and compared, mistakes as lists with their sentences."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.factrueval.mistakes import Group, Mistake, Outcome, causes
from benchmarks.factrueval.scores import Score
from index.text.sentences import sentences

Tables = Mapping[str, Mapping[str, Score]]
"""Scores by track and kind."""

ALL = "all"
_LONGEST_SENTENCE = 300
_SHOWN_CHANGE = 0.00005


def tables(outcomes: Mapping[str, Outcome]) -> dict[str, dict[str, Score]]:
    """Return the scores of each track by kind, in the order of their names, all kinds pooled at the end."""
    return {
        track: {**dict(sorted(outcome.scores.items())), ALL: outcome.total}
        for track, outcome in outcomes.items()
    }


def save(path: Path, found: Tables) -> None:
    """Keep scores for later runs to be compared with."""
    kept = {
        track: {kind: [s.found, s.right, s.expected, s.answered] for kind, s in scores.items()}
        for track, scores in found.items()
    }
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def load(path: Path) -> dict[str, dict[str, Score]]:
    """Return what was kept."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    return {
        track: {kind: Score(*numbers) for kind, numbers in scores.items()} for track, scores in kept.items()
    }


def rows(found: Tables, before: Tables | None = None) -> Iterator[str]:
    """Yield the lines of the tables.

    Args:
        found: The scores of this run.
        before: Those of an earlier one; how much each figure rose or fell since stands beside it.
    """
    for track, scores in found.items():
        yield ""
        yield (
            f"{track:26}"
            + "".join(f"{head:>16}" for head in ("P", "R", "F1"))
            + f"{'expected':>10}{'answered':>10}"
        )
        for kind, score in scores.items():
            old = (before or {}).get(track, {}).get(kind)
            figures = zip(_figures(score), _figures(old) if old else (None,) * 3, strict=True)
            cells = "".join(f"{now:8.4f}{_change(now, then):8}" for now, then in figures)
            yield f"  {kind:24}{cells}{score.expected:10.0f}{score.answered:10.0f}"


def _figures(score: Score) -> tuple[float, float, float]:
    return score.precision, score.recall, score.f1


def _change(now: float, then: float | None) -> str:
    return "" if then is None or abs(now - then) < _SHOWN_CHANGE else f" {now - then:+.4f}"


def cause_rows(outcome: Outcome) -> Iterator[str]:
    """Yield what kinds of mistakes there are, how many, and what mending all of one would add to F1."""
    for group in causes(outcome):
        first = group.mistakes[0]
        yield f"  {group.gain:+8.4f} {len(group.mistakes):6}  {first.kind}: {first.cause}"


def worst_rows(groups: Sequence[Group], texts: Mapping[str, str]) -> Iterator[str]:
    """Yield groups of like mistakes, each with the sentence of its first."""
    for group in groups:
        first = group.mistakes[0]
        yield f"  {group.gain:+8.4f} {len(group.mistakes):6}  {first.kind}: {first.cause}"
        yield from _described(first, texts)


def mistake_rows(mistakes: Sequence[Mistake], texts: Mapping[str, str]) -> Iterator[str]:
    """Yield all of the mistakes with their sentences."""
    for mistake in mistakes:
        yield f"  {mistake.kind}: {mistake.cause}"
        yield from _described(mistake, texts)


def _described(mistake: Mistake, texts: Mapping[str, str]) -> Iterator[str]:
    indent = " " * 18
    yield f"{indent}expected  {mistake.expected or '-'}"
    yield f"{indent}found     {mistake.found or '-'}"
    yield f"{indent}{mistake.document}: {_sentence(mistake, texts[mistake.document])}"


def _sentence(mistake: Mistake, text: str) -> str:
    """Return the sentence a mistake stands in, cut where it is very long."""
    found = next((span for span in sentences(text) if span.overlaps(mistake.span)), None)
    return found.of(text)[:_LONGEST_SENTENCE] if found is not None else ""
