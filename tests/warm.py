"""The real command in a process of its own, forked from one that has loaded the package and its data once for all tests.

Loading takes seconds, and hundreds of tests run the command. What runs is what `python -m comity` runs, with its own folder,
environment, streams and exit status, and it leaves nothing behind. Two programs stand here, and neither needs the package:

    warm.py serve FILE-DESCRIPTOR   loads the package when first asked, and forks for each that asks
    warm.py ask ADDRESS ARGUMENTS   has a command run with its own folder, environment and streams; ends with its exit status
"""

from __future__ import annotations

import gc
import json
import os
import select
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from unittest.mock import patch

ADDRESS = "COMITY_TESTS_WARM"
"""The variable that tells where the warm process listens; without it, as where nothing can be forked, all is loaded anew."""
STREAMS = 3


def command() -> list[str]:
    """How the command of this package is run: by the warm process, where there is one."""
    address = os.environ.get(ADDRESS)
    return [sys.executable, "-I", "-S", __file__, "ask", address] if address else [sys.executable, "-m", "comity"]


@contextmanager
def kept(source: Path) -> Iterator[None]:
    """The warm process with the package that lies in `source`, as long as the block lasts."""
    if not sys.platform.startswith("linux"):
        yield
        return
    folder = tempfile.mkdtemp(prefix="comity-tests-")
    environment = {
        **os.environ, "PYTHONPATH": str(source), "PYTHONWARNINGS": "error", "PYTHONUTF8": "1",
        "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1",  # a process of several threads cannot safely be forked
    }  # fmt: skip
    os.environ[ADDRESS] = f"{folder}/socket"
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(os.environ[ADDRESS])
        door.listen(64)
        started = [sys.executable, __file__, "serve", str(door.fileno())]
        server = subprocess.Popen(
            started, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment, pass_fds=[door.fileno()]
        )
    try:
        with server:
            yield
    finally:
        del os.environ[ADDRESS]
        shutil.rmtree(folder)


def serve(door: socket.socket) -> None:
    """Forks for each that asks, until nobody holds the other end of standard input any more."""
    loaded = False
    while sys.stdin not in select.select([door, sys.stdin], [], [])[0]:
        asking, _ = door.accept()
        if not loaded:
            load()
            loaded = True
        if os.fork() == 0:
            door.close()
            attend(asking)
            os._exit(0)
        asking.close()
        gather()


def load() -> None:
    """What commands load: the parser and all data, by coding an example, the commands, the questions, the exports."""
    import comity
    from comity.learned import GLEANERS, PIECES, tokenizer
    from comity.naming import LONGEST
    from comity.presenting.cli import _group
    from comity.presenting.export import formats
    from comity.querying import questions
    from comity.registry import OWN_PARSER, plugins
    from comity.sensing import told

    # ONNX Runtime keeps a thread, and what has threads cannot safely be forked
    with patch("comity.pipeline.sensor") as sensor, patch("comity.resolving.serving.names") as names:
        sensor.return_value.read.return_value = []
        names.return_value.fits.return_value = {}
        list(comity.code([next((Path(comity.__file__).parent / "examples").glob("*.txt"))]))
    for pieces in (told().pieces, LONGEST):
        tokenizer(GLEANERS / OWN_PARSER / PIECES, pieces)
    plugins(_group.FOLDER), questions(), formats()
    gc.freeze()


def gather() -> None:
    """Takes note of those that have ended."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def attend(asking: socket.socket) -> None:
    """Runs a command in one more process, and tells how it ended."""
    _, streams, _, _ = socket.recv_fds(asking, 1, STREAMS)
    with asking.makefile("rb") as stream:
        asked = json.load(stream)
    process = os.fork()
    if process == 0:
        asking.close()
        run(asked, streams)
    _, ended = os.waitpid(process, 0)
    asking.sendall(b"%d" % os.waitstatus_to_exitcode(ended))
    asking.close()


def run(asked: dict, streams: list[int]) -> None:
    """Becomes the command: its streams, its folder, its environment; ends as the program ends."""
    from comity.presenting.cli import main

    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    # The wrappers know whether what they wrap can be wound back: they are made anew, as Python makes them where it begins.
    sys.stdin = open(0, closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", errors="surrogateescape", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", errors="backslashreplace", buffering=1, closefd=False)  # noqa: SIM115
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    sys.argv = ["comity", *asked["arguments"]]
    main()


def ask(address: str, arguments: list[str]) -> int:
    """Has a command run; its exit status."""
    asked = {"arguments": arguments, "folder": os.getcwd(), "environment": dict(os.environ)}  # noqa: PTH109
    with socket.socket(socket.AF_UNIX) as asking:
        asking.connect(address)
        socket.send_fds(asking, [b"."], range(STREAMS))
        asking.sendall(json.dumps(asked).encode())
        asking.shutdown(socket.SHUT_WR)
        told = asking.makefile().read()
    if not told:
        raise RuntimeError("the warm process has broken down; what it said stands above")
    return int(told)


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        with socket.socket(fileno=int(sys.argv[2])) as listening:
            serve(listening)
    else:
        sys.exit(ask(sys.argv[2], sys.argv[3:]))
