"""LibreOffice accepts and rejects the changes as it understands them."""

from __future__ import annotations

from datetime import date

import pytest

from reportgen.formats import Format
from reportgen.renderers.redline import redline_docx
from tests.renderers.redline.libreoffice import ACCEPT, KEEP, REJECT, read_resolved
from tests.renderers.versions import VERSIONS, render_real, render_version

pytestmark = pytest.mark.slow

PAIRS = [
    ("sample", "stage"),
    ("sample", "first row"),
    ("sample", "last rows"),
    ("sample", "no page"),
    ("sample", "request"),
    ("sample", "team"),
    ("much", "no first row"),
    ("table", "column"),
    ("real", "real changed"),
]


def render(name: str) -> bytes:
    """A version of the invented or of the real report."""
    if name in VERSIONS:
        return render_version(Format.DOCX, name)
    return render_real(Format.DOCX, name == "real changed")


@pytest.fixture(scope="module")
def resolved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What is in every document of the pairs, and in their marked ones after a command."""
    jobs = {name: (render(name), KEEP) for pair in PAIRS for name in pair}
    for old, new in PAIRS:
        data = redline_docx(render(old), render(new), "예산팀", date(2026, 7, 1)).data
        jobs[f"{old}, {new}, accepted"] = data, ACCEPT
        jobs[f"{old}, {new}, rejected"] = data, REJECT
    return read_resolved(jobs, tmp_path_factory.mktemp("resolved"))


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_all_changes_can_be_accepted(old: str, new: str, resolved: dict[str, list[str]]) -> None:
    assert resolved[f"{old}, {new}, accepted"] == resolved[new]
    assert resolved[old] != resolved[new]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_all_changes_can_be_rejected(old: str, new: str, resolved: dict[str, list[str]]) -> None:
    assert resolved[f"{old}, {new}, rejected"] == resolved[old]
