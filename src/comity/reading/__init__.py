"""Bytes become documents. One format a file, found by looking; what two formats share begins with "_"."""

from comity.reading._formats import Reader, formats, readers
from comity.reading._sources import Found, find, load

__all__ = ["Found", "Reader", "find", "formats", "load", "readers"]
