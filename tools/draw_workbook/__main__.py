"""``python -m tools.draw_workbook [FILE]``."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.draw_workbook.workbook import draw_workbook

TEMPLATE = Path(__file__).parents[2] / "templates/xlsx/budget-annexes.xlsx"

if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TEMPLATE
    target.write_bytes(draw_workbook())
