"""A program looks for a template that is neither filled right nor refused, for a minute."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzzing.corpus import write_corpus, write_dictionary
from tests.sample import PROJECT

SECONDS = 60


@pytest.mark.slow
def test_no_text_is_neither_filled_nor_refused(tmp_path: Path) -> None:
    if importlib.util.find_spec("atheris") is None:
        if sys.platform == "linux" and "CI" in os.environ:
            pytest.fail("atheris is missing")
        pytest.skip("atheris is not there for this platform")
    (corpus := tmp_path / "corpus").mkdir()
    write_corpus(corpus)
    write_dictionary(words := tmp_path / "words.dict")
    options = {
        "max_total_time": SECONDS,
        "max_len": 400,
        "len_control": 0,
        "timeout": 20,
        "rss_limit_mb": 1500,
        "dict": words,
        "artifact_prefix": f"{tmp_path}/",
    }
    given = [f"-{name}={value}" for name, value in options.items()]
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzzing.templates", *given, str(corpus)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS + 120,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Done " in done.stderr
