from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest

from comity.presenting.web import serving
from comity.presenting.web.accounts import book

from ..cli.test_process import ENVIRONMENT, real


@contextmanager
def served(*args: object):
    """The real command while it serves: its address and its token."""
    command = [sys.executable, "-m", "comity", "serve", *map(str, args)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, text=True) as process:
        try:
            said = process.stderr.readline()
            address, token = re.search(r"(http://\S+)/\?token=(\S+) until", said).groups()
            yield process, address, token
        finally:
            process.kill()


def get(address: str, token: str, **headers: str):
    asked = urllib.request.Request(address, headers={"Authorization": f"Bearer {token}", **headers})
    with urllib.request.urlopen(asked, timeout=20) as response:
        return response.status, response.headers, response.read()


def test_the_command_serves_until_it_is_stopped(record):
    with served(record) as (process, address, token):
        assert address.startswith("http://127.0.0.1:")
        status, headers, body = get(f"{address}/api/status?a=Kenya&b=Peru&on=1970-01-01", token)
        assert (status, json.loads(body)["status"]) == (200, "related")
        assert "server" not in headers
        with pytest.raises(urllib.error.HTTPError, match="403"):
            get(f"{address}/api/sources", "wrong")
        with pytest.raises(urllib.error.HTTPError, match="403"):
            get(f"{address}/api/sources", token, Host="example.org")
        process.send_signal(signal.SIGINT)
        assert process.wait(20) in (0, 130, -signal.SIGINT)
        assert "Traceback" not in process.stderr.read()


def test_small_answers_are_sent_at_once():
    with serving._listening("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP  # by which asyncio knows that it may


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])
def test_an_address_that_others_reach_is_refused_with_the_reason(host, record):
    done = real("serve", record, "--host", host)
    assert done.returncode == 2
    assert b"[query-not-loopback]" in done.stderr
    assert b"accounts" in done.stderr


def test_among_accounts_it_listens_where_others_reach_it_and_tells_no_token(record, tmp_path):
    accounts = tmp_path / "accounts.json"
    book.put(accounts, "A. Bee", role="reader", password="four words in a row")
    options = [record, "--accounts", accounts, "--host", "0.0.0.0", "--origin", "https://comity.example.org", "--port", 0]
    command = [sys.executable, "-m", "comity", "serve", *map(str, options)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, text=True) as process:
        try:
            assert "shown at https://comity.example.org/ until" in process.stderr.readline()
        finally:
            process.kill()


@pytest.mark.parametrize(("options", "code"), [
    (["--host", "0.0.0.0", "--accounts", "FILE"], b"[query-not-loopback]"),
    (["--host", "0.0.0.0", "--origin", "https://comity.example.org"], b"[query-not-loopback]"),
    (["--accounts", "missing.json"], b"[query-bad-accounts]"),
    (["--accounts", "FILE", "--origin", "comity.example.org"], b"[query-bad-origin]"),
])  # fmt: skip
def test_it_is_shared_with_accounts_and_a_public_name_alone(options, code, record, tmp_path):
    file = tmp_path / "accounts.json"
    file.write_text("{}")
    done = real("serve", record, *[str(file) if one == "FILE" else one for one in options])
    assert (done.returncode, code in done.stderr) == (2, True), done.stderr


def test_a_port_that_is_taken_is_told(record):
    with socket.create_server(("127.0.0.1", 0)) as other:
        done = real("serve", record, "--port", other.getsockname()[1])
    assert (done.returncode, b"[query-port-taken]" in done.stderr) == (2, True)


def test_a_file_that_is_no_record_is_told_before_anything_is_served(tmp_path):
    done = real("serve", tmp_path / "missing.comity")
    assert (done.returncode, b"[record-missing]" in done.stderr) == (2, True)
