"""Where a place of the earth lies in the picture: Equal Earth, on which every state has the size that it has."""

from __future__ import annotations

import math

WIDTH = 2000
"""Units from the left to the right of the whole earth."""
CENTRE = 11.0
"""The meridian in the middle: the picture ends in the Bering Strait, and cuts no state in two."""
TOP, BOTTOM = 84.0, -57.0
"""The latitudes between which states lie, and the picture reaches."""

# Šavrič, Patterson and Jenny, 2018.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = math.sqrt(3) / 2


def _raw(longitude: float, latitude: float) -> tuple[float, float]:
    t = math.asin(_M * math.sin(math.radians(latitude)))
    t2 = t * t
    t6 = t2 * t2 * t2
    x = math.radians(longitude) * math.cos(t) / (_M * (_A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)))
    return x, t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))


_SCALE = WIDTH / (2 * _raw(180, 0)[0])
_TOP = _raw(0, TOP)[1]
HEIGHT = round((_TOP - _raw(0, BOTTOM)[1]) * _SCALE)
"""Units from the top to the bottom."""


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """A place in units of the picture, from its upper left corner.

    >>> project(CENTRE, 0)[0], WIDTH
    (1000.0, 2000)
    >>> x, y = project(102.6, 17.97)
    >>> (round(x), round(y))
    (1497, 349)
    """
    return project_turned(turned(longitude), latitude)


def turned(longitude: float) -> float:
    """Degrees east of the middle, negative west of it.

    >>> turned(180), turned(-180), turned(-170)
    (169.0, 169.0, 179.0)
    """
    return (longitude - CENTRE + 180) % 360 - 180


def project_turned(east: float, latitude: float) -> tuple[float, float]:
    """The same by degrees east of the middle, which may run on beyond the edge."""
    x, y = _raw(east, latitude)
    return x * _SCALE + WIDTH / 2, (_TOP - y) * _SCALE
