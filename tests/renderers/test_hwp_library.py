"""The writer of HWP is loaded without the rest of its library, which is there when asked for."""

import subprocess
import sys

import pytest


def _run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.strip()


LOAD = "import sys; from reportgen.renderers.hwp import render_hwp\n"


def test_the_writer_comes_without_the_editor() -> None:
    assert (
        _run(f"{LOAD}print('hwpx.document' in sys.modules, 'lxml' in sys.modules)") == "False True"
    )


@pytest.mark.parametrize(
    "code",
    [
        "import hwpx; print(hwpx.HwpxDocument.__name__)",
        "from hwpx import HwpxDocument; print(HwpxDocument.__name__)",
        "from hwpx.document import HwpxDocument; print(HwpxDocument.__name__)",
        "import hwpx.hwp5.writer, hwpx; hwpx.__version__; print(hwpx.HwpxDocument.__name__)",
    ],
)
def test_the_library_is_whole_for_whoever_asks_for_it(code: str) -> None:
    assert _run(LOAD + code) == "HwpxDocument"


def test_a_library_that_is_loaded_already_stays_as_it_is() -> None:
    code = "import hwpx; known = hwpx\nfrom reportgen.renderers.hwp import render_hwp\n"
    assert _run(f"{code}import hwpx; print(hwpx is known, type(hwpx).__name__)") == "True module"
