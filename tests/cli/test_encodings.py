"""Whatever console or pipe there is, JSON arrives whole and no text ends in a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.amended import write_amended

COMMANDS = {
    "check": ("check",),
    "amend check": ("amend", "check", "2026 제1회 추경"),
    "amend show": ("amend", "show", "2026 제1회 추경"),
    "figures": ("figures", "appropriation.*"),
    "compare": ("compare", "2026 본예산", "2026 제1회 추경"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An amended folder, built once."""
    root = write_amended(tmp_path_factory.mktemp("amended"), templates=True)
    _run(root, "utf-8", "build", "--only", "docx", "--draft")
    return root


def _run(root: Path, encoding: str, *arguments: str) -> bytes:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "reportgen", "--lang", "ko", *arguments]
    done = subprocess.run(
        [*command, "--project", str(root)], capture_output=True, check=False, env=environment
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 1)
    return done.stdout


@pytest.mark.parametrize(
    ("command", "encoding"),
    [*((command, "cp949") for command in COMMANDS), ("check", "utf-8"), ("figures", "ascii")],
)
def test_json_is_the_same_on_every_console(built: Path, command: str, encoding: str) -> None:
    printed = _run(built, encoding, *COMMANDS[command], "--json")
    assert printed.isascii()
    assert json.loads(printed)


@pytest.mark.parametrize("command", ["check", "amend show", "figures"])
def test_text_on_a_korean_console_is_korean(built: Path, command: str) -> None:
    said = _run(built, "cp949", *COMMANDS[command]).decode("cp949")
    assert any("가" <= letter <= "힣" for letter in said)


def test_text_on_a_console_without_korean_is_utf_8(built: Path) -> None:
    assert max(_run(built, "ascii", "amend", "show", "2026 제1회 추경").decode()) >= "가"
