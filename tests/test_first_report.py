"""The steps of docs/first-report.md, each of them done."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli.app import app
from tests.sample import PROJECT

PAGE = (PROJECT / "docs/first-report.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(sh|yaml)\n(.*?)```", PAGE, re.DOTALL)


def test_every_step_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for kind, text in BLOCKS:
        if kind == "yaml":
            path = tmp_path / "report/content/report.yaml"
            path.write_text(path.read_text(encoding="utf-8") + "\n" + text, encoding="utf-8")
            continue
        _program, *arguments = shlex.split(text)
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 0, result.output
    assert len(BLOCKS) == 6
    manifest = (tmp_path / "report/output/manifest.json").read_text(encoding="utf-8")
    assert "Ⅴ. 시설 현황" in manifest
