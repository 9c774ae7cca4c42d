"""In several processes of this machine, with as many items under way as keeps them busy and memory flat.

An item whose process dies is tried once more, alone; if it kills that process too, it is given up with an error that
names it, and the others go on.

>>> list(each(len, ["a", "bc", "def"], 2))
[1, 2, 3]
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from comity.errors import WorkerDied

Item = TypeVar("Item")
Result = TypeVar("Result")

# Items under way for each process: enough that none waits for the writer, few enough that results do not pile up.
AHEAD = 4


def each(work: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> Iterator[Result | WorkerDied]:
    """The results of the work on each item, in order; for one that kills its process, the error."""
    waiting = iter(items)
    redo: deque[Item] = deque()
    while True:
        pool = _pool(jobs)
        under_way: deque[tuple[Item, Future[Result]]] = deque()
        try:
            yield from _through(pool, work, waiting, redo, under_way, jobs=jobs)
        except BrokenProcessPool:
            pool.shutdown(cancel_futures=True)
            redo.extendleft(item for item, _ in reversed(under_way))
            yield _alone(work, redo.popleft())
            continue
        pool.shutdown()
        return


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


def _through(
    pool: ProcessPoolExecutor,
    work: Callable[[Item], Result],
    waiting: Iterator[Item],
    redo: deque[Item],
    under_way: deque[tuple[Item, Future[Result]]],
    *,
    jobs: int,
) -> Iterator[Result]:
    """Keep the processes busy and hand results on in order."""
    while True:
        while len(under_way) < jobs * AHEAD:
            item = redo.popleft() if redo else next(waiting, None)
            if item is None:
                break
            under_way.append((item, pool.submit(work, item)))
        if not under_way:
            return
        result = under_way[0][1].result()
        under_way.popleft()
        yield result


def _alone(work: Callable[[Item], Result], item: Item) -> Result | WorkerDied:
    """The work on one item in a process of its own."""
    with _pool(1) as pool:
        try:
            return pool.submit(work, item).result()
        except BrokenProcessPool:
            return WorkerDied(item=getattr(item, "id", item))
