from __future__ import annotations

import pytest
from click.testing import CliRunner

from comity.presenting.cli._group import comity
from comity.presenting.web.accounts.book import Book

PASSWORD = "four words in a row"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "accounts.json"


def account(file, *args, password=PASSWORD):
    return CliRunner().invoke(comity, ["account", str(file), *args], input=f"{password}\n")


def test_an_account_is_added_listed_changed_and_removed(file):
    assert account(file, "A. Bee", "--role", "reader").stderr == "A. Bee is reader.\n"
    assert account(file, "A. Bee", "--role", "curator").stderr == "A. Bee is curator.\n"
    assert account(file).stdout == "A. Bee: curator\n"
    assert Book(file).by_password("A. Bee", PASSWORD).role == "curator"
    assert account(file, "A. Bee", "--password", password="another long password").exit_code == 0
    assert Book(file).by_password("A. Bee", PASSWORD) is None
    assert account(file, "A. Bee", "--remove").exit_code == 0
    assert account(file).stdout == ""


def test_a_token_is_told_once_and_has_the_role_that_was_asked_for(file):
    account(file, "A. Bee", "--role", "curator")
    token = account(file, "A. Bee", "--token", "--role", "reader").stdout.strip()
    own = account(file, "A. Bee", "--token").stdout.strip()
    assert [Book(file).by_token(one).role for one in (token, own)] == ["reader", "curator"]
    assert account(file).stdout == "A. Bee: curator, tokens: 2\n"
    assert token not in file.read_text()


@pytest.mark.parametrize(("args", "password", "code"), [
    (("A. Bee", "--role", "owner"), PASSWORD, "query-unknown-choice"),
    (("A. Bee", "--role", "reader"), "short", "query-weak-password"),
    (("A. Bee", "--password"), PASSWORD, "query-unknown-choice"),
    (("A. Bee", "--remove"), PASSWORD, "query-bad-accounts"),
    ((), PASSWORD, "query-bad-accounts"),
])  # fmt: skip
def test_what_cannot_be_done_is_told(args, password, code, file):
    done = account(file, *args, password=password)
    assert (done.exit_code, f"[{code}]" in done.stderr) == (2, True), done.stderr
