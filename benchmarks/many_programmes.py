"""An invented folder of 300 programmes in 12 policies, each with a page of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import ROOT

POLICIES, UNITS, PROGRAMMES = 12, 5, 5
"""Policies, units of each, and programmes of each unit."""

_STAGES = "2024 최종예산", "2025 예산현액"
_KEPT = ("report.yaml", "organization.yaml", "contacts.yaml", "audit")
_HEAD = """\
revenue:
  - {id: seoul_grant, name: 서울시 출연금}
  - {id: agency_revenue, name: 대행사업수입}
categories:
  - {id: personnel, name: 인건비}
  - {id: expense, name: 경비}
  - {id: projects, name: 사업비, programmes: true}
  - {id: reserve, name: 예비비, reserve: true}
expenditure:
"""
_TAIL = """\
  - id: administration
    name: 행정운영경비
    children:
      - id: unit_administration
        name: 기본운영
        children:
          - {id: personnel_operation, name: 인력운영비, category: personnel}
          - {id: basic_expense, name: 기본경비, category: expense}
  - id: reserve_policy
    name: 예비비
    children:
      - id: unit_reserve
        name: 예비비
        children:
          - {id: general_reserve, name: 일반예비비, category: reserve}
"""
_PAGE = """\
account: {account}
contacts: [joo_sunghwan, kim_younghyun]
goal: 지어낸 사업 {number}의 기준을 정하고 현장의 불편을 줄여 시민이 쉽게 쓰는 서비스를 만듦
blocks:
  - heading: 사업개요
  - item: (추진배경) 현장에서 확인된 불편을 줄여 달라는 요구가 늘어남
  - item: (사업내용) 시범 운영과 상담, 안내문 배포
  - item: (사업예산) {{{{ figures.appropriation.{account} | thousand_won }}}}
  - heading: 추진현황
  - item: 참여 기관 선정(’25.5.)
  - table:
      columns:
        - {{name: 연번, width: 8, align: center, serial: true}}
        - {{name: 과제명, width: 58}}
        - {{name: 수요부서, width: 20, align: center}}
        - {{name: 지원트랙, width: 14, align: center, merge: true}}
      rows:
{rows}
  - item: 지출액 {{{{ figures.disbursement.{account} | million_won }}}}을 현장 점검에 씀
  - detail: 운영 기준을 고치고 바뀐 기준을 누리집과 안내문으로 알림
  - heading: 향후일정
  - schedule:
      - {{task: 기준 마련과 시범 운영, period: 2025-06/2025-11}}
      - {{task: 평가와 개선, period: 2025-09/2025-12}}
"""


def write_many(root: Path) -> None:
    """The content; the other pages are those of the report."""
    content = root / "content"
    shutil.rmtree(content, ignore_errors=True)
    (content / "budget").mkdir(parents=True)
    (content / "projects").mkdir()
    for name in _KEPT:
        source = ROOT / "content" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, content / name)
    accounts = [f"p{at}" for at in range(POLICIES * UNITS * PROGRAMMES)]
    _write(content / "budget/accounts.yaml", f"{_HEAD}{''.join(_spell_policies())}{_TAIL}")
    _write(content / "budget/ledger.csv", "\n".join(_spell_ledger(accounts)) + "\n")
    for number, account in enumerate(accounts):
        rows = "\n".join(
            f"        - [지어낸 과제 {number}의 {at}, 지어낸 부서 {at}, 도입 {at // 3}]"
            for at in range(6)
        )
        page = _PAGE.format(account=account, number=number, rows=rows)
        _write(content / f"projects/{number:03}.yaml", page)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _spell_policies() -> Iterator[str]:
    for policy in range(POLICIES):
        yield f"  - id: policy_{policy}\n    name: 지어낸 정책 {policy}\n    children:\n"
        for unit in range(policy * UNITS, (policy + 1) * UNITS):
            yield f"      - id: unit_{unit}\n        name: 지어낸 단위 {unit}\n        children:\n"
            for at in range(unit * PROGRAMMES, (unit + 1) * PROGRAMMES):
                yield f"          - {{id: p{at}, name: 지어낸 세부 {at}, category: projects}}\n"


def _spell_ledger(accounts: list[str]) -> Iterator[str]:
    yield "date,stage,kind,account,amount,reference,note"
    spent = {account: 100_000 + 379 * at for at, account in enumerate(accounts)}
    spent |= {"personnel_operation": 2_707_710, "basic_expense": 1_461_279}
    spent["general_reserve"] = 163_333
    earlier, now = (f"2024-12-31,{_STAGES[0]}", f"2025-06-05,{_STAGES[1]}")
    yield f"{earlier},opening,seoul_grant,30000000,지어낸 문서,"
    yield f"{earlier},opening,projects,30000000,지어낸 문서,"
    yield f"{now},opening,agency_revenue,535000,지어낸 문서,"
    yield f"{now},opening,seoul_grant,{sum(spent.values()) - 535000},지어낸 문서,"
    for kind, parts in (("opening", 1), ("commitment", 3), ("disbursement", 4)):
        for account, amount in spent.items():
            yield f"{now},{kind},{account},{amount // parts},지어낸 문서,누계"
