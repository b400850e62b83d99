"""The invented report in several versions, each with one thing changed, for comparisons."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from reportgen.formats import Format
from reportgen.renderers.docx import render_docx
from reportgen.renderers.hwpx import render_hwpx
from reportgen.state import State, load_state
from tests.renderers.documents import METADATA, compile_project_template
from tests.sample import PROJECT, Replace, write_folder

_GARDEN = "content/projects/01-garden.yaml"
_LEDGER = "content/budget/ledger.csv"
_FIRST_ROW = "        - [동네, 솔숲 어린이공원 꽃밭, 6월]\n"
_LAST_ROW = "        - [학교, 가온초등학교 텃밭, 9월]\n"
_NIGHT_LIGHTS = """\
  - id: night_lights
    kind: correction
    status: in_progress
    request: 정원의 밤길을 밝힐 것
    addressee: 가온시 누리재단
    result:
      - heading: 추진내용
      - item: 등 12개를 달 자리를 고름
"""
_NEW_TABLE = """\
  - table:
      caption: 연장
      columns:
        - {name: 항목, width: 2}
        - {name: 수량, width: 1, align: right}
      rows:
        - [삽, "10"]
        - [물뿌리개, "7"]
"""
_NEW_TEAM = """\
  - id: reading_team
    name: 책읽기팀
    headquarters: green_hq
    duties:
      - item: 책 버스 운영
"""


@dataclass(frozen=True)
class Version:
    """What differs from the sample."""

    replace: Replace = field(default_factory=dict)
    files: Mapping[str, None] = field(default_factory=dict)
    stage: str | None = None


VERSIONS: Mapping[str, Version] = {
    "sample": Version(),
    "amount": Version({_LEDGER: (",opening,garden,150000,", ",opening,garden,170000,")}),
    "text": Version({_GARDEN: ("장소는 바뀔 수 있음", "장소는 심의 뒤에 정함")}),
    "first row": Version({_GARDEN: (_FIRST_ROW, "        - [동네, 새터, 5월]\n" + _FIRST_ROW)}),
    "no first row": Version({_GARDEN: (_FIRST_ROW, "")}),
    "last rows": Version(
        {
            _GARDEN: (
                _LAST_ROW,
                _LAST_ROW + "        - [학교, 뜰, 10월]\n        - [병원, 뜰, 11월]\n",
            )
        }
    ),
    "column": Version(
        {
            _GARDEN: (
                "        - {name: 완료, width: 20, align: center, merge: true}\n"
                "      rows:\n        - [동네, 솔숲 어린이공원 꽃밭, 6월]\n"
                "        - [동네, [느티나무 쉼터, (긴 의자)], 6월]\n"
                "        - [학교, 가온초등학교 텃밭, 9월]\n",
                "      rows:\n        - [동네, 솔숲 어린이공원 꽃밭]\n"
                "        - [동네, [느티나무 쉼터, (긴 의자)]]\n"
                "        - [학교, 가온초등학교 텃밭]\n",
            )
        }
    ),
    "table": Version({_GARDEN: ("  - box:\n", f"{_NEW_TABLE}  - box:\n")}),
    "request": Version(
        {
            "content/audit/2025.yaml": (
                "  - id: river_signs\n",
                f"{_NIGHT_LIGHTS}  - id: river_signs\n",
            )
        }
    ),
    "team": Version(
        {"content/organization.yaml": ("  - id: audit_team\n", f"{_NEW_TEAM}  - id: audit_team\n")}
    ),
    "no page": Version(files={"content/projects/02-tree-map.yaml": None}),
    "stage": Version(stage="2026 본예산"),
    "much": Version(
        {
            _GARDEN: (
                "동네마다 정원을 두어 시민이 가까이에서 쉬게 함",
                "골목마다 누구나 쉴 자리를 둠",
            ),
            "content/report.yaml": ("title: 주요업무 보고", "title: 하반기 주요업무 보고"),
            "content/organization.yaml": ("name: 가온시 누리재단", "name: 가온시 누리문화재단"),
        },
        {"content/projects/03-river-watch.yaml": None},
    ),
}
"""By name."""

PAIRS = [
    *((("sample", name)) for name in VERSIONS if name != "sample"),
    *((name, "sample") for name in VERSIONS if name != "sample"),
    ("much", "last rows"),
    ("table", "column"),
]
"""Versions to compare, the older one first."""

TRIED = [
    pytest.param(old, new, marks=pytest.mark.slow if new == "sample" else ()) for old, new in PAIRS
]
"""The same for tests; what goes back to the sample is tried by the slow ones."""


@cache
def render_version(form: Format, name: str) -> bytes:
    """The document of a version, in one of the two formats."""
    version = VERSIONS[name]
    with tempfile.TemporaryDirectory() as folder:
        root = write_folder(Path(folder), version.replace, version.files)
        return _render(form, load_state(root, stage=version.stage))


REAL_CHANGES = {
    "content/budget/ledger.csv": (
        ",opening,smart_life_week,4419500,",
        ",opening,smart_life_week,4519500,",
    ),
    "content/projects/10-smart-life-week.yaml": ("방문객 13,876명", "방문객 15,210명"),
}
"""One amount and one text of the project's own report."""


@cache
def render_real(form: Format, is_changed: bool) -> bytes:
    """The project's own report, as it is or with one amount and one text changed."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(PROJECT / "content", Path(folder, "content"))
        for name, (old, new) in REAL_CHANGES.items() if is_changed else ():
            path = Path(folder, name)
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1
            path.write_text(text.replace(old, new), encoding="utf-8")
        return _render(form, load_state(Path(folder)))


def _render(form: Format, state: State) -> bytes:
    template = compile_project_template(form, state.context.formatter)
    render = render_docx if form is Format.DOCX else render_hwpx
    return render(template, state.report, METADATA)[0]
