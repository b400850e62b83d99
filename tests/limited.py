"""Commands with little memory and time, each in a process of its own.

The libraries are loaded once, in a process that forks for each command: loading them anew takes
longer than most commands.
"""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile

MEMORY = 900 << 20
"""Address space: what the libraries map themselves, and less than 500 MB beside it."""

SECONDS = 60
"""Ten would do on a machine that does nothing else."""

_LOOP = f"""\
import json, os, resource, signal, sys
import openpyxl
import reportgen.build, reportgen.checks
from reportgen.cli import main
from reportgen.cli import app
for line in sys.stdin:
    arguments, said = json.loads(line)
    child = os.fork()
    if child:
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
        continue
    resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
    signal.alarm({SECONDS})
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(said, 1)
    os.dup2(said, 2)
    main(arguments)
"""


class _Runner:
    def __init__(self) -> None:
        self._said = TemporaryFile()  # noqa: SIM115
        self._process = subprocess.Popen(
            [sys.executable, "-c", _LOOP],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=[self._said.fileno()],
            text=True,
        )

    def run(self, arguments: list[str]) -> tuple[int, str]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._said.seek(0)
        self._said.truncate()
        command = json.dumps([arguments, self._said.fileno()])
        print(command, file=self._process.stdin, flush=True)
        code = int(self._process.stdout.readline())
        self._said.seek(0)
        return code, self._said.read().decode()

    def close(self) -> None:
        self._process.communicate()
        self._said.close()


@cache
def _start() -> _Runner:
    runner = _Runner()
    atexit.register(runner.close)
    return runner


def run_limited(root: Path, *arguments: str) -> tuple[int, str]:
    """The exit code of a command on a project folder, and all that it printed, in English."""
    code, said = _start().run(["--lang", "en", *arguments, "--project", str(root)])
    assert code >= 0, f"ended by signal {-code}: {said[-1000:]}"
    assert "Traceback" not in said
    return code, said
