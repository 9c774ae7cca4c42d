"""Where the pipeline runs: a way a file, each with `each(work, items, jobs)`, which yields the results in the items' order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from comity import pipeline
from comity.running import one, processes


def build(
    sources: Sequence[Path | str],
    out: Path | str,
    *,
    options: pipeline.Options | None = None,
    report: Callable[[pipeline.Progress], None] | None = None,
) -> pipeline.Summary:
    """Read, code and record documents, in as many processes as the options say; one process writes.

    The arguments, the result and the errors are those of `pipeline.build`. The record is the same for any number of
    processes.
    """
    chosen = options or pipeline.Options()
    each = processes.each if chosen.jobs > 1 else one.each
    return pipeline.build(sources, out, options=chosen, report=report, each=each)
