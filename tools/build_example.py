"""Builds the examples of an amendment: ``python -m tools.build_example [FOLDER]``.

The invented foundation stands in ``examples/amendment/foundation`` as a whole folder. The one
on the real report is the project's own content with the files of ``examples/amendment/real``
laid over it, so that nothing stands twice.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from reportgen.build import BuildOptions, build

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples/amendment"
REAL_STAGE = "2025 제1회 추경(예시)"


def lay_over(target: Path) -> Path:
    """The project's content with the example's files over it."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(ROOT / "content", target / "content")
    shutil.copytree(EXAMPLES / "real/content", target / "content", dirs_exist_ok=True)
    return target


def build_examples(output: Path) -> list[Path]:
    """Every file of both examples, written below ``output``."""
    real = lay_over(output / "real")
    jobs = (
        BuildOptions(EXAMPLES / "foundation", output / "foundation/output", templates=ROOT),
        BuildOptions(real, real / "output", stage=REAL_STAGE, templates=ROOT),
    )
    return [file.path for job in jobs for file in build(job).files]


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "output/examples"
    sys.stdout.writelines(f"{path}\n" for path in build_examples(chosen))
