"""A small invented foundation: the folder that most tests begin with.

가온시 누리재단 has 2 headquarters and 3 teams, 2 policies with 3 units and 4 programmes, and
round amounts. Its report has no finding, so a test changes one thing and sees one finding.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from reportgen.checks import Check, Subject
from reportgen.diagnostics import DataError, Diagnostic
from reportgen.figures import FigureTable
from reportgen.figures.compute import compute_figures
from reportgen.figures.selection import select_entries
from reportgen.model.project_folder import ProjectFolder
from reportgen.readers.folder import FolderReader
from reportgen.state import State, load_state

PROJECT = Path(__file__).parents[1]
BASE_DATE = date(2026, 6, 30)

REPORT = """\
title: 주요업무 보고
year: 2026
base_date: 2026-06-30
audit_year: 2025
council:
  committee: 살림위원회
stages: [2025 최종예산, 2026 본예산, 2026 제1회 추경]
notation: {style: report, decrease: △, zero: "0", none: "-", growth_from_zero: 순증}
chapters:
  - {id: general, title: 일반현황}
  - {id: strategy, title: 정책목표 및 추진전략}
  - {id: projects, title: 주요 추진 업무}
  - {id: budget, title: "{{ report.year }} 세입・세출예산 세부현황"}
  - {id: audit, title: "{{ report.audit_year }} 행정사무감사 처리결과"}
"""

ORGANIZATION = """\
name: 가온시 누리재단
head: 대표이사
purpose:
  text: 가온시의 정원과 하천을 가꾸어 시민이 <걷고 & 쉬는> 도시를 만든다.
  basis: 가온시 누리재단 정관 제2조
functions:
  - 마을정원과 가로수의 조성
  - 하천의 돌봄
  - 그 밖에 필요한 사업
headquarters:
  - id: green_hq
    name: 푸른사업본부
  - id: support_hq
    name: 경영지원본부
teams:
  - id: garden_team
    name: 정원팀
    headquarters: green_hq
    duties:
      - item: 마을정원 조성
      - detail: 정원사 모집과 교육
  - id: river_team
    name: 하천팀
    headquarters: green_hq
    duties:
      - item: 하천 지킴이 운영
  - id: audit_team
    name: 감사팀
    duties:
      - item: 재단 감사
staffing:
  contract: 2
  grades:
    - {name: 대표이사, quota: 1, actual: 1}
    - {name: 1급, quota: 2, actual: 1}
    - {name: 2급, quota: 3, actual: 4}
    - {name: 3급, quota: 4, actual: 5}
  notes:
    - 3급 1명은 육아휴직 대체
"""

CONTACTS = """\
contacts:
  - {id: han_byeol, name: 한별, post: 푸른사업본부장, unit: green_hq, extension: 555-0101}
  - {id: nam_bora, name: 남보라, post: 정원팀장, unit: garden_team, extension: 555-0102}
  - {id: do_haneul, name: 도하늘, post: 하천팀장, unit: river_team, extension: 555-0103}
  - {id: ma_ru, name: 마루, post: 담당, unit: river_team, extension: 555-0104}
"""

ACCOUNTS = """\
revenue:
  - {id: city_grant, name: 가온시 출연금}
  - {id: service_fee, name: 대행사업수입, former_names: [대행사업수익]}
  - {id: carryover, name: 이월금수입}
categories:
  - {id: personnel, name: 인건비}
  - {id: expense, name: 경비}
  - {id: projects, name: 사업비, programmes: true}
  - {id: reserve, name: 예비비, reserve: true}
expenditure:
  - id: green_city
    name: 푸른 도시 만들기
    children:
      - id: unit_garden
        name: 마을정원 조성
        children:
          - id: garden
            name: 마을정원 가꾸기
            former_names: [마을정원가꾸기]
            category: projects
          - id: tree_map
            name: 가로수 지도 제작
            category: projects
            remark: 시 보조금
      - id: unit_river
        name: 하천 돌봄
        children:
          - id: river_watch
            name: 하천 지킴이 운영
            category: projects
  - id: kind_city
    name: 다정한 도시 만들기
    children:
      - id: unit_reading
        name: 책 읽기 지원
        children:
          - id: book_bus
            name: 책 버스 운영
            category: projects
  - id: administration
    name: 행정운영경비
    children:
      - id: unit_administration
        name: 행정운영경비
        children:
          - {id: personnel_operation, name: 인력운영비, category: personnel}
          - {id: basic_expense, name: 기본경비, category: expense}
  - id: reserve_policy
    name: 예비비
    children:
      - id: unit_reserve
        name: 예비비
        children:
          - {id: general_reserve, name: 일반 예비비, category: reserve}
"""

LEDGER = """\
date,stage,kind,account,amount,reference,note
2025-12-31,2025 최종예산,opening,city_grant,800000,2025 결산,
2025-12-31,2025 최종예산,opening,service_fee,100000,2025 결산,
2025-12-31,2025 최종예산,opening,carryover,0,2025 결산,
2025-12-31,2025 최종예산,opening,personnel,300000,2025 결산,
2025-12-31,2025 최종예산,opening,expense,150000,2025 결산,
2025-12-31,2025 최종예산,opening,projects,440000,2025 결산,
2025-12-31,2025 최종예산,opening,reserve,10000,2025 결산,
2026-01-02,2026 본예산,opening,city_grant,850000,2026 본예산서,
2026-01-02,2026 본예산,opening,service_fee,50000,2026 본예산서,
2026-01-02,2026 본예산,opening,carryover,50000,2026 본예산서,
2026-01-02,2026 본예산,opening,garden,150000,2026 본예산서,
2026-01-02,2026 본예산,opening,tree_map,100000,2026 본예산서,
2026-01-02,2026 본예산,opening,river_watch,150000,2026 본예산서,
2026-01-02,2026 본예산,opening,book_bus,50000,2026 본예산서,
2026-01-02,2026 본예산,opening,personnel_operation,350000,2026 본예산서,
2026-01-02,2026 본예산,opening,basic_expense,140000,2026 본예산서,
2026-01-02,2026 본예산,opening,general_reserve,10000,2026 본예산서,
2026-03-31,2026 본예산,commitment,garden,120000,1분기 집행,
2026-03-31,2026 본예산,commitment,tree_map,100000,1분기 집행,
2026-03-31,2026 본예산,commitment,river_watch,30000,1분기 집행,
2026-03-31,2026 본예산,commitment,personnel_operation,175000,1분기 집행,
2026-03-31,2026 본예산,commitment,basic_expense,70000,1분기 집행,
2026-05-01,2026 제1회 추경,opening,city_grant,50000,제1회 추경,"출연금 증액, 정원"
2026-05-01,2026 제1회 추경,opening,garden,50000,제1회 추경,"출연금 증액, 정원"
2026-06-30,2026 제1회 추경,disbursement,garden,80000,2분기 집행,
2026-06-30,2026 제1회 추경,disbursement,tree_map,50000,2분기 집행,
2026-06-30,2026 제1회 추경,disbursement,river_watch,15000,2분기 집행,
2026-06-30,2026 제1회 추경,disbursement,personnel_operation,175000,2분기 집행,
2026-06-30,2026 제1회 추경,disbursement,basic_expense,60000,2분기 집행,
"""

GARDEN_PAGE = """\
account: garden
contacts: [han_byeol, nam_bora]
goal: 동네마다 정원을 두어 시민이 가까이에서 쉬게 함
blocks:
  - heading: 사업개요
  - item: (사업내용) 마을정원 조성과 정원사 교육
  - item: (사업예산) {{ figures.appropriation.garden | thousand_won }}
  - detail: 정원 3곳
  - note: 장소는 바뀔 수 있음
  - point: 시민 정원사가 돌봄
  - pointer: 다음 회의에서 정함
  - numbered: [터 고르기, 심기, 돌보기]
  - heading: 추진현황
  - item: 정원 조성 요청 (총 {{ figures.count.requests.total }}건)
  - table:
      id: requests
      caption: 정원 조성 요청
      columns:
        - {name: 연번, width: 8, align: center, serial: true}
        - {name: 구분, width: 20, align: center, merge: true, label: "{{ value }} ({{ count }}건)"}
        - {name: 요청 내용, width: 52}
        - {name: 완료, width: 20, align: center, merge: true}
      rows:
        - [동네, 솔숲 어린이공원 꽃밭, 6월]
        - [동네, [느티나무 쉼터, (긴 의자)], 6월]
        - [학교, 가온초등학교 텃밭, 9월]
  - table:
      columns:
        - {name: 항목, width: 2}
        - {name: 상반기, width: 1, align: right}
        - {name: 하반기, width: 1, align: right}
      rows:
        - [흙과 모종, "100", "20"]
        - [도구, "60", "20"]
        - [합계, "160", "40"]
        - - {text: 비고, rowspan: 2}
          - {text: [모종은 봄에, 도구는 가을에], colspan: 2}
          - ""
        - ["", 단가, 미정]
  - box:
      title: 정원사 모집
      lines: [대상은 가온시민, 교육 4회]
  - heading: 향후일정
  - schedule:
      - {task: 2차 정원 조성, period: 2026-07/2026-11}
      - {task: 정원 잔치, period: 2026-10-03, note: 솔숲 어린이공원}
"""

TREE_MAP_PAGE = """\
account: tree_map
contacts: [nam_bora]
goal: 가로수의 자리와 나이를 모두 적은 지도를 만듦
blocks:
  - heading: 사업개요
  - item: (사업예산) {{ figures.appropriation.tree_map | thousand_won }}
  - item: 집행률 {{ figures.commitment_rate.tree_map | percent }}
"""

RIVER_WATCH_PAGE = """\
account: river_watch
contacts: [do_haneul, ma_ru]
goal: 시민이 하천을 살피고 알림
blocks:
  - heading: 사업개요
  - item: (사업예산) {{ figures.appropriation.river_watch | thousand_won }}
"""

BOOK_BUS_PAGE = """\
account: book_bus
contacts: [do_haneul]
goal: 책 버스가 도서관이 먼 동네를 찾아감
blocks:
  - heading: 사업개요
  - item: (사업예산) {{ figures.appropriation.book_bus | thousand_won }}
"""

AUDIT = """\
requests:
  - id: more_gardens
    kind: correction
    status: completed
    request: 정원을 고르게 둘 것
    addressee: 가온시 누리재단
    result:
      - heading: 추진내용
      - item: 동네마다 한 곳씩 둠
  - id: river_signs
    kind: suggestion
    status: in_progress
    request: 하천 안내판을 늘릴 것
    addressee: 가온시 누리재단
    result:
      - heading: 추진내용
      - item: 안내판 자리를 고르는 중
  - id: bus_route
    kind: suggestion
    status: under_review
    request: 책 버스의 길을 알릴 것
    addressee: 가온시 누리재단
    result:
      - heading: 추진내용
      - item: 방법을 검토 중
"""

FILES: Mapping[str, str] = {
    "content/report.yaml": REPORT,
    "content/organization.yaml": ORGANIZATION,
    "content/contacts.yaml": CONTACTS,
    "content/budget/accounts.yaml": ACCOUNTS,
    "content/budget/ledger.csv": LEDGER,
    "content/projects/01-garden.yaml": GARDEN_PAGE,
    "content/projects/02-tree-map.yaml": TREE_MAP_PAGE,
    "content/projects/03-river-watch.yaml": RIVER_WATCH_PAGE,
    "content/projects/04-book-bus.yaml": BOOK_BUS_PAGE,
    "content/audit/2025.yaml": AUDIT,
}

MORE_FILE = "content/budget/more.csv"
MORE_COLUMNS = "date,stage,kind,account,amount,reference,funding,approval,present,account_name\n"
"""A second ledger beside that of the sample; its rows may end early."""

Replace = Mapping[str, tuple[str, str]]


def write_folder(
    root: Path,
    replace: Replace | None = None,
    files: Mapping[str, str | bytes | None] | None = None,
    templates: bool = False,
) -> Path:
    """The folder, written below ``root``.

    :param replace: by file, a text that stands in it exactly once and what stands there instead.
    :param files: whole files instead of those of the sample, or beside them; None for no file.
    :param templates: also copy the templates of this project.
    """
    changed: dict[str, str | bytes | None] = {**FILES, **(files or {})}
    for name, (old, new) in (replace or {}).items():
        text = changed[name]
        assert isinstance(text, str)
        assert text.count(old) == 1, f"«{old}» stands {text.count(old)} times in {name}"
        changed[name] = text.replace(old, new)
    for name, data in changed.items():
        if data is None:
            continue
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    if templates:
        shutil.copytree(PROJECT / "templates", root / "templates")
    return root


def line_of(text: str, part: str) -> int:
    """The line of a text, from 1, in which a part stands first."""
    return text[: text.index(part)].count("\n") + 1


def read_folder(root: Path) -> ProjectFolder:
    """The folder, which has to be without a mistake."""
    reader = FolderReader(root)
    folder = reader.read()
    assert folder is not None, [str(diagnostic) for diagnostic in reader.diagnostics]
    return folder


def read_mistakes(root: Path) -> list[str]:
    """What is wrong with the files of a folder, as it is printed."""
    reader = FolderReader(root)
    assert reader.read() is None
    return [str(diagnostic) for diagnostic in reader.diagnostics]


def make_subject(
    folder: ProjectFolder, as_of: date = BASE_DATE, stage: str | None = None
) -> Subject:
    """The folder as the checks look at it."""
    entries = select_entries(folder, as_of, stage)
    return Subject(folder, entries, compute_figures(folder, entries, stage), as_of)


def make_figures(root: Path, replace: Replace | None = None) -> FigureTable:
    """The figures of the sample with some texts replaced."""
    return make_subject(read_folder(write_folder(root, replace))).figures


def read_with_rows(root: Path, rows: str, replace: Replace | None = None) -> ProjectFolder:
    """The sample with more rows of a ledger, the first of which is line 2 of ``MORE_FILE``."""
    return read_folder(write_folder(root, replace, {MORE_FILE: MORE_COLUMNS + rows}))


def check_rows(
    check: Check, root: Path, rows: str, replace: Replace | None = None, stage: str | None = None
) -> list[str]:
    """What one check finds in the sample with more rows of a ledger, as it is printed."""
    folder = read_with_rows(root, rows, replace)
    return [str(finding) for finding in check(make_subject(folder, BASE_DATE, stage))]


def run_check(check: Check, root: Path, replace: Replace | None = None) -> list[Diagnostic]:
    """What one check finds in the sample with some texts replaced."""
    return list(check(make_subject(read_folder(write_folder(root, replace)))))


def make_state(root: Path, replace: Replace | None = None) -> State:
    """The sample with some texts replaced, read, computed, checked and viewed."""
    return load_state(write_folder(root, replace))


def find_mistakes(root: Path) -> list[str]:
    """Everything that is wrong with a folder, found by any room, as it is printed."""
    try:
        return [str(diagnostic) for diagnostic in load_state(root).diagnostics]
    except DataError as error:
        return [str(diagnostic) for diagnostic in error.diagnostics]
