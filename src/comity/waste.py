"""The collector of reference cycles set to rest while one document is read and coded.

What is made of a document is let go as a whole when it is done, and hardly any of it is cyclic; but it comes on top of the
actors and rules that stay, and the collector would walk through all of them again and again.

>>> with uncollected():
...     gc.isenabled()
False
>>> gc.isenabled()
True
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No collection within; afterwards as it was before."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
