"""The sample with its organization as a tree of units."""

from __future__ import annotations

from pathlib import Path

from tests.sample import CONTACTS, ORGANIZATION, write_folder

UNITS = """\
unit_kinds: [사무처, 본부, 실, 센터, 팀]
units:
  - name: 감사실
    place: beside
    duties: [{item: 재단 감사}]
  - name: 사무처
    units:
      - name: 푸른사업본부
        id: green_hq
        units:
          - name: 정원팀
            id: garden_team
            duties: [{item: 마을정원 조성}]
          - {name: 하천팀, id: river_team}
      - name: 경영지원본부
        id: support_hq
        units:
          - {name: 총무팀}
  - name: 책마을
    kind: 센터
  - {name: 홍보팀, place: apart}
"""
_BEGIN, _END = ORGANIZATION.index("headquarters:"), ORGANIZATION.index("staffing:")
ORGANIZED = ORGANIZATION[:_BEGIN] + UNITS + ORGANIZATION[_END:]


def write_organized(tmp_path: Path, old: str = "", new: str = "", templates: bool = False) -> Path:
    """The folder, with something else in place of a text of its organization."""
    text = ORGANIZED
    if old:
        assert text.count(old) == 1
        text = text.replace(old, new)
    files = {"content/organization.yaml": text, "content/contacts.yaml": CONTACTS}
    return write_folder(tmp_path, files=files, templates=templates)
