"""``reportgen check`` of a folder in an interpreter of its own.

``python -m benchmarks.ledger_check FOLDER`` prints how many findings there are, and the most
memory that the process ever held, in bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.fresh import read_peak
from reportgen.cli.check import find_mistakes

if __name__ == "__main__":
    print(len(find_mistakes(Path(sys.argv[1]))))
    print(read_peak())
