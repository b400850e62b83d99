"""rust-docxtpl, which stands in an environment of its own, since it has docxtpl's import name.

``python -m benchmarks.rust_rival TEMPLATE TEXTS``, run by that environment, fills the template
once for each line that it reads, ``warm`` or ``cold``, and answers with the number of bytes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

from benchmarks.measuring import ROOT, RUST


class RustRival:
    """The process that fills one template."""

    def __init__(self, template: Path, texts: Path) -> None:
        command = [str(RUST), "-m", "benchmarks.rust_rival", str(template), str(texts)]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def fill(self, state: str, to: Path | None = None) -> int:
        """Have the template filled; how many bytes the DOCX has.

        :param state: ``warm`` with the template that is open, ``cold`` from its file on.
        :param to: where the DOCX is written.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps([state, str(to or "")]), file=self._process.stdin, flush=True)
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def find_version() -> str:
    """The version of rust-docxtpl; nothing where it isn't installed."""
    folders = map(str, RUST.parents[1].glob("lib/python*/site-packages"))
    found = distributions(name="rust-docxtpl", path=list(folders))
    return next((each.version for each in found), "")


def _answer(template: Path, texts: Path) -> None:
    from benchmarks.rival import fill_template, open_template

    context, opened = json.loads(texts.read_bytes()), open_template(template)
    for line in sys.stdin:
        state, to = json.loads(line)
        data = fill_template(opened if state == "warm" else open_template(template), context)
        if to:
            Path(to).write_bytes(data)
        print(len(data), flush=True)


if __name__ == "__main__":
    _answer(*map(Path, sys.argv[1:]))
