"""The file of accounts: names, roles, what is kept of passwords and of programs' tokens; and beside it the log of who came in.

Whoever may write the file gives the rights; there is no account that may, and none is there from the start.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from comity.errors import BadAccounts, CannotWrite, NoName, UnknownAccount, UnknownChoice, did_you_mean
from comity.presenting.web.accounts import passwords

READER, ANNOTATOR, CURATOR = ROLES = ("reader", "annotator", "curator")
"""Each may do what those before it may."""
LONGEST_NAME = 200


class Account(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who may come in. `tokens` are those of programs: what is kept of each, and the role that it gives."""

    name: str
    role: str
    password: str
    tokens: dict[str, str] = {}


class _File(msgspec.Struct, forbid_unknown_fields=True):
    accounts: list[Account] = []


@dataclass
class Book:
    """The accounts of a file, read again whenever it has changed: who is taken out of it is out at once."""

    path: Path
    _known: dict[str, Account] = field(default_factory=dict, repr=False)
    _state: tuple[int, ...] = ()

    def all(self) -> dict[str, Account]:
        """The accounts by the form of their names in which they are compared."""
        try:
            told = self.path.stat()
        except OSError as error:
            raise BadAccounts(path=self.path, why=error.strerror or error) from error
        state = (told.st_mtime_ns, told.st_size, told.st_ino)
        if state != self._state:
            self._known, self._state = {key(one.name): one for one in read(self.path)}, state
        return self._known

    def get(self, name: str) -> Account | None:
        """The account of a name."""
        return self.all().get(key(name))

    def by_password(self, name: str, password: str) -> Account | None:
        """The account, if it is its password."""
        found = self.get(name)
        return found if passwords.fits(password, found.password if found else "") else None

    def by_token(self, token: str) -> Account | None:
        """The account to which a program's token belongs, with the role that the token gives."""
        kept = _kept(token)
        for one in self.all().values():
            for known, role in one.tokens.items():
                if hmac.compare_digest(known, kept):
                    return msgspec.structs.replace(one, role=min(one.role, role, key=ROLES.index))
        return None

    def note(self, what: str, name: str, where: str = "") -> None:
        """Add a line to the log: when, what was done, by or to which account, from where."""
        told = {
            "when": datetime.now(UTC).isoformat(timespec="seconds"),
            "what": what,
            "account": name[:LONGEST_NAME],
            "from": where,
        }
        line = msgspec.json.encode(told) + b"\n"
        log = os.open(self.path.with_name(f"{self.path.name}.log"), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(log, line)
        finally:
            os.close(log)


def key(name: str) -> str:
    """A name as names are compared: two that look alike are one."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


def read(path: Path) -> list[Account]:
    """The accounts of a file; a BadAccounts error where it is none, or names a role that there is not."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=_File).accounts
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadAccounts(path=path, why=error) from error
    for one in found:
        for role in (one.role, *one.tokens.values()):
            if role not in ROLES:
                raise BadAccounts(path=path, why=f"{one.name} has the role {role!r}; there are {', '.join(ROLES)}")
        if one.password.count("$") != 5:
            raise BadAccounts(path=path, why=f"what is kept of the password of {one.name} cannot be read")
    return found


def put(path: Path, name: str, *, role: str = "", password: str = "") -> Account:
    """Add an account, or give one another role or password."""
    wanted = " ".join(name.split())[:LONGEST_NAME]
    if not wanted:
        raise NoName
    known = {key(one.name): one for one in read(path)} if path.exists() else {}
    before = known.get(key(wanted))
    if (role or not before) and role not in ROLES:
        raise UnknownChoice(what="the role", value=role, allowed=", ".join(ROLES), hint=did_you_mean(role, ROLES))
    kept = passwords.made(password) if password or not before else before.password
    tokens = before.tokens if before else {}
    made = Account(before.name if before else wanted, role or (before.role if before else ""), kept, tokens)
    write(path, {**known, key(wanted): made})
    Book(path).note(f"{'changed' if before else 'added'}: {made.role}{', password' if password and before else ''}", made.name)
    return made


def remove(path: Path, name: str) -> None:
    """Take an account out; an UnknownAccount error where there is none."""
    known = {key(one.name): one for one in read(path)}
    gone = _known(path, known, name)
    write(path, {one: told for one, told in known.items() if one != key(name)})
    Book(path).note("removed", gone.name)


def add_token(path: Path, name: str, role: str) -> str:
    """A new token for a program, which is told this once; its role is the account's or a lesser one."""
    known = {key(one.name): one for one in read(path)}
    before = _known(path, known, name)
    if role not in ROLES:
        raise UnknownChoice(what="the role", value=role, allowed=", ".join(ROLES), hint=did_you_mean(role, ROLES))
    token = secrets.token_urlsafe(32)
    after = msgspec.structs.replace(before, tokens={**before.tokens, _kept(token): role})
    write(path, {**known, key(name): after})
    Book(path).note(f"token made: {role}", before.name)
    return token


def _known(path: Path, known: dict[str, Account], name: str) -> Account:
    if key(name) not in known:
        names = [one.name for one in known.values()]
        raise UnknownAccount(name=name, path=path, allowed=", ".join(names) or "none", hint=did_you_mean(name, names))
    return known[key(name)]


def _kept(token: str) -> str:
    """A token is long and random: one round of a digest keeps it well enough."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def write(path: Path, accounts: dict[str, Account]) -> None:
    """The whole file, for its owner's eyes alone, in the place of the earlier one."""
    text = msgspec.json.format(msgspec.json.encode(_File([accounts[name] for name in sorted(accounts)])), indent=2)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            stream.write(text + b"\n")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise CannotWrite(path=path, why=error.strerror or error) from error
