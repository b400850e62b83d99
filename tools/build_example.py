"""Builds the examples: ``python -m tools.build_example [FOLDER]``.

The invented foundations stand in ``examples`` as whole folders. The amendment of the real report
is the project's own content with the files of ``examples/amendment/real`` laid over it, so that
nothing stands twice.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from reportgen.cli.app import app

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples/amendment"
REPORTS = ("small", "culture")
"""Foundations whose example is a report, and a document of their own."""
REAL_STAGE = "2025 제1회 추경(예시)"


def lay_over(target: Path) -> Path:
    """The project's content with the example's files over it."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(ROOT / "content", target / "content")
    shutil.copytree(EXAMPLES / "real/content", target / "content", dirs_exist_ok=True)
    return target


def build_examples(output: Path) -> None:
    """All examples, and what the amendments among them changed, below ``output``."""
    for name in REPORTS:
        _run("build", ROOT / "examples" / name, "--output", str(output / name / "output"))
    real = lay_over(output / "real")
    foundation = EXAMPLES / "foundation"
    target = output / "foundation"
    for folder, written, stages in (
        (foundation, target / "output", ("2026 본예산", "2026 제1회 추경")),
        (real, real / "output", ("2025 예산현액", REAL_STAGE)),
    ):
        _run("build", folder, "--stage", stages[1], "--output", str(written))
        changes = {
            "--html": "changes.html",
            "--xlsx": "changes.xlsx",
            "--redline": "changes-redline.docx",
            "--review": "changes-review.hwpx",
        }
        options = [word for name, file in changes.items() for word in (name, str(written / file))]
        _run("compare", folder, *stages, *options)


def _run(command: str, folder: Path, *arguments: str) -> None:
    """A command as it is typed, with the templates of the project."""
    shared = ("--project", str(folder), "--templates", str(ROOT))
    app.main([command, *arguments, *shared], standalone_mode=False)


if __name__ == "__main__":
    build_examples(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "output/examples")
