"""The command as a process of its own: what only shows there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import comity

from .. import factory, fakes

SOURCE = str(Path(comity.__file__).parents[1])
ENVIRONMENT = {**os.environ, "PYTHONPATH": SOURCE, "PYTHONWARNINGS": "error"}


def run(*args: str, program: str = fakes.__file__, **options):
    command = [sys.executable, program, *map(str, args)]
    return subprocess.run(command, capture_output=True, env={**ENVIRONMENT, **options}, timeout=60, check=False)


def real(*args: object, **options):
    """The same with nothing replaced."""
    command = [sys.executable, "-m", "comity", *map(str, args)]
    return subprocess.run(command, capture_output=True, env={**ENVIRONMENT, **options}, timeout=60, check=False)


def test_answers_and_errors_go_their_own_ways(example_record):
    good, bad = real("status", example_record, "Laos", "Vietnam"), real("build", "missing", "-o", "x")
    assert (good.returncode, good.stderr) == (0, b"")
    assert good.stdout
    assert (bad.returncode, bad.stdout) == (2, b"")
    assert bad.stderr.decode().strip() == "comity: [query-no-source] missing: there is no such file or folder. Check the path."


def test_a_reader_that_goes_away_ends_it_quietly():
    command = [sys.executable, fakes.__file__, "code", "many"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


def test_ctrl_c_shows_no_traceback():
    done = run("code", "stop")
    assert done.returncode == 130
    assert b"Traceback" not in done.stderr


def test_data_is_utf_8_in_any_locale(tmp_path):
    (tmp_path / "a.txt").write_text("Côte d’Ivoire joined the United Nations in 1960.", encoding="utf-8")
    done = real("code", tmp_path / "a.txt", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert "Côte d’Ivoire joined" in done.stdout.decode("utf-8")


def test_text_that_the_terminal_has_not_got_is_replaced(tmp_path):
    (tmp_path / "a.txt").write_text("ວຽງຈັນ: Laos joined the United Nations in 1955.", encoding="utf-8")
    real("build", tmp_path / "a.txt", "-o", tmp_path / "r.comity")
    done = real("memberships", tmp_path / "r.comity", "Laos", PYTHONIOENCODING="latin-1")
    assert (done.returncode, b"??????" in done.stdout) == (0, True)


def test_no_progress_is_drawn_into_a_file(tmp_path):
    (tmp_path / "a.txt").write_text("Laos joined the United Nations in 1955.", encoding="utf-8")
    assert b"\r" not in real("build", tmp_path / "a.txt", "-o", tmp_path / "r.comity").stderr


def test_the_version_is_told_by_the_package_itself():
    command = [sys.executable, "-m", "comity", "--version"]
    done = subprocess.run(command, capture_output=True, env=ENVIRONMENT, timeout=60, check=True)
    assert done.stdout.decode().strip() == f"comity, version {comity.__version__}"


def test_help_loads_nothing_heavy():
    code = "import runpy, sys\nsys.argv[1:] = ['--help']\n"
    code += "try: runpy.run_module('comity', run_name='__main__')\nexcept SystemExit: pass\n"
    heavy = "print(sorted({'trafilatura', 'sentencex', 'lxml', 'chardet', 'pandas', 'ahocorasick_rs'} & set(sys.modules)))"
    command = [sys.executable, "-c", code + heavy]
    done = subprocess.run(command, capture_output=True, env=ENVIRONMENT, timeout=60, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_a_small_record_is_exported_through_a_pipe(tmp_path):
    done = run("export", factory.record(tmp_path / "small.comity"), "--as", "claims", "-o", "-")
    assert (done.returncode, done.stdout.count(b"\n"), done.stderr) == (0, 4, b"")
