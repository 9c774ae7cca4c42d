"""Passwords as they are kept: only what scrypt makes of them, with what it was asked with, so that both can change.

>>> kept = made("correct horse battery")
>>> fits("correct horse battery", kept), fits("correct horse", kept)
(True, False)
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from threading import BoundedSemaphore

from comity.errors import WeakPassword

SHORTEST, LONGEST = 12, 1024
# 32 MiB and about a quarter of a second for each try, as OWASP advises (2^15, 8, 3).
_COST, _BLOCK, _TIMES = 2**15, 8, 3
_MEMORY = 256 * _COST * _BLOCK
# Tries that are reckoned at the same time: memory is not to be had for the asking.
_AT_ONCE = BoundedSemaphore(2)


def made(password: str) -> str:
    """What is kept of a password; a WeakPassword error for one that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise WeakPassword(length=len(password), shortest=SHORTEST, longest=LONGEST)
    salt = secrets.token_bytes(16)
    digest = _digest(password, salt, (_COST, _BLOCK, _TIMES))
    return "$".join(["scrypt", str(_COST), str(_BLOCK), str(_TIMES), _text(salt), _text(digest)])


def fits(password: str, kept: str) -> bool:
    """Is it the password? It takes as long for an account that is not there (`kept` is "" then)."""
    _, cost, block, times, salt, digest = (kept or _NOBODY).split("$")
    found = _digest(password[: LONGEST + 1], base64.b64decode(salt), (int(cost), int(block), int(times)))
    return hmac.compare_digest(found, base64.b64decode(digest)) and bool(kept)


def _digest(password: str, salt: bytes, asked: tuple[int, int, int]) -> bytes:
    cost, block, times = asked
    with _AT_ONCE:
        words = password.encode("utf-8", "surrogatepass")
        return hashlib.scrypt(words, salt=salt, n=cost, r=block, p=times, maxmem=_MEMORY, dklen=32)


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()


_NOBODY = "$".join(["scrypt", str(_COST), str(_BLOCK), str(_TIMES), _text(bytes(16)), _text(bytes(32))])
