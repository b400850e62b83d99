"""The invented foundation of tests.sample with an amendment, a transfer and a carry-over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportgen.state import State, load_state
from tests.sample import LEDGER, write_folder

STAGE = "2026 제1회 추경"
HISTORY = LEDGER.replace("2026 본예산,opening", "2026 본예산,original").replace(
    f"2026-05-01,{STAGE},opening", f"2026-05-01,{STAGE},amendment"
)
AMENDMENT = f"""\
date,stage,kind,account,amount,reference,note,approval
2026-05-01,{STAGE},amendment,service_fee,△20000,제1회 추경,대행사업 축소,
2026-05-01,{STAGE},amendment,book_bus,△30000,제1회 추경,길을 줄임,
2026-05-01,{STAGE},amendment,general_reserve,10000,제1회 추경,,
2026-04-01,2026 본예산,explicit_carryover,carryover,7000,이월 조서,,
2026-04-01,2026 본예산,explicit_carryover,river_watch,7000,이월 조서,안내판 제작 지연,
2026-04-10,2026 본예산,intra_programme_transfer,river_watch,△5000,전용 제1호,,
2026-04-10,2026 본예산,intra_programme_transfer,garden,5000,전용 제1호,모종 단가 상승,
2026-04-20,2026 본예산,reserve_use,general_reserve,△3000,예비비 제1호,,
2026-04-20,2026 본예산,reserve_use,river_watch,3000,예비비 제1호,둑 보수,
"""
NOTES = f"""\
stage: {STAGE}
title: 2026년도 제1회 추가경정예산
reasons: [정원을 늘림]
provisions:
  - 총액은 {{{{ figures.amended.expenditure | thousand_won }}}}으로 한다.
staffing:
  - {{grade: 3급, quota: 1, reason: 정원팀 보강}}
  - {{grade: 2급, quota: -2}}
"""
FILES: Mapping[str, str] = {
    "content/budget/ledger.csv": HISTORY,
    "content/budget/amendment-1.csv": AMENDMENT,
    "content/amendments/1.yaml": NOTES,
}


def write_amended(
    root: Path, files: Mapping[str, str | None] | None = None, templates: bool = False
) -> Path:
    """The folder below ``root``, some of its files replaced."""
    return write_folder(root, files={**FILES, **(files or {})}, templates=templates)


def make_amended(root: Path, files: Mapping[str, str | None] | None = None) -> State:
    """The folder read, computed, checked and viewed; it has no finding."""
    state = load_state(write_amended(root, files))
    assert [str(diagnostic) for diagnostic in state.diagnostics] == []
    return state
