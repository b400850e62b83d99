"""Files as LibreOffice saves them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.programs import require_program


def convert(source: Path, suffix: str, folder: Path) -> Path:
    """The file in another form, or saved again by LibreOffice in the same."""
    office = require_program("soffice")
    target = folder / "converted"
    profile = (folder / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix]
    command += ["--outdir", str(target), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return target / f"{source.stem}.{suffix}"
