from __future__ import annotations

from pathlib import Path

from comity.presenting import demo


def test_the_readme_is_no_example_document():
    names = [path.name for path in demo.sources()]
    assert len(names) == 7
    assert "README.md" not in names


def test_the_record_lies_in_the_users_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert demo.cache().parent == tmp_path / "comity"


def test_without_a_cache_it_lies_in_a_temporary_folder(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert demo.cache().parent.parent == tmp_path


def test_three_commands_are_shown_and_blanks_in_the_path_are_quoted():
    assert len(demo.commands(Path("a b.comity"))) == 3
    assert all('"a b.comity"' in command for command in demo.commands(Path("a b.comity")))
