"""Finds what the folders hold: plug-in modules by looking, YAML files with the place of every fault."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import msgspec
import yaml

from comity.errors import BadShape, BadYaml

PACKAGE = Path(__file__).parent
OWN_PARSER, NO_PARSER = "en", "none"
"""Our own parser, the one that is taken unless another is asked for; and the name by which a user asks for none."""
Shape = TypeVar("Shape")
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """YAML 1.2's reading of plain words: only `true` and `false` are truth values, and a date stays text."""


_Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")]
    for letter, resolvers in _Base.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


@cache
def plugins(package: str) -> dict[str, ModuleType]:
    """The modules of a folder of the package that add one thing each, by name; those that begin with "_" are helpers.

    >>> "text" in plugins("comity.reading")
    True
    """
    folder = importlib.import_module(package)
    names = sorted(info.name for info in pkgutil.iter_modules(folder.__path__) if not info.name.startswith("_"))
    return {name: importlib.import_module(f"{package}.{name}") for name in names}


@lru_cache(maxsize=1)
def _composed(path: Path, changed: int) -> Any:
    """The nodes of a file with their lines, kept while one file is asked about; `changed` is when it was written."""
    del changed
    with path.open(encoding="utf-8") as stream:
        return yaml.compose(stream, Loader=_Loader)


@dataclass(frozen=True, slots=True)
class DataFile:
    """A YAML file that has been read, and the way back from a value to its line."""

    path: Path
    name: str
    """Its path below the folder that it was found in, without suffix: `event/visit`."""
    content: Any

    def line(self, *keys: str | int) -> int:
        """The line on which the value under a path of keys stands; of its nearest parent where there is none."""
        node, line = _composed(self.path, self.path.stat().st_mtime_ns), 1
        for key in keys:
            node = _child(node, key)
            if node is None:
                break
            line = node.start_mark.line + 1
        return line

    def shaped(self, shape: type[Shape]) -> Shape:
        """The content as a checked object; a RuleError names file, line and fault."""
        try:
            return msgspec.convert(self.content, type=shape)
        except msgspec.ValidationError as error:
            why, _, at = str(error).partition(" - at `$")
            keys = _keys(at.rstrip("`"))
            raise BadShape(file=self.path, line=self.line(*keys), why=why, at=at.strip("`.") or "the top") from error


def _child(node: Any, key: str | int) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == str(key)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key]
    return None


def _keys(path: str) -> list[str | int]:
    """The keys of a path such as `.patterns[2].say`."""
    parts = re.findall(r"\.([^.\[\]]+)|\[(\d+)\]", path)
    return [name or int(number) for name, number in parts]


def data_files(*folders: Path) -> Iterator[DataFile]:
    """Every YAML file below the folders, in the order of their names, read."""
    for folder in folders:
        for path in sorted(folder.rglob("*.yaml")):
            yield read_yaml(path, path.relative_to(folder).with_suffix("").as_posix())


def read_yaml(path: Path, name: str = "") -> DataFile:
    """One YAML file; a RuleError where it is none."""
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or str(error)
        raise BadYaml(file=path, line=mark.line + 1 if mark else 1, why=why) from error
    return DataFile(path, name or path.stem, content)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where data files are sought: the package's own folders, and beside them those that a user names."""

    kinds: tuple[Path, ...] = (PACKAGE / "kinds",)
    rules: tuple[Path, ...] = (PACKAGE / "rules",)
    actors: tuple[Path, ...] = (PACKAGE / "actors",)
    lexicon: tuple[Path, ...] = (PACKAGE / "lexicon",)
    parser: str = OWN_PARSER
    """Which parser: a folder under `syntax/`, an installed spaCy pipeline, `stanza:LANGUAGE`, or `none`."""

    def plus(self, *, kinds: Sequence[Path] = (), rules: Sequence[Path] = (), actors: Sequence[Path] = ()) -> Folders:
        """These folders and a user's own."""
        return replace(self, kinds=(*self.kinds, *kinds), rules=(*self.rules, *rules), actors=(*self.actors, *actors))
