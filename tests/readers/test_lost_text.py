"""Text that a comment, an anchor or a tag of YAML takes away is told."""

from pathlib import Path

import pytest

from reportgen.readers.folder import FolderReader
from tests.sample import find_mistakes, write_folder

PAGE = "content/projects/01-garden.yaml"
CONTACTS = "content/contacts.yaml"
ACCOUNTS = "content/budget/accounts.yaml"
COMMENT = "; before a comment that is meant, write two blanks, and one behind the #"


def _warnings(tmp_path: Path, file: str, old: str, new: str) -> list[str]:
    reader = FolderReader(write_folder(tmp_path, {file: (old, new)}))
    assert reader.read() is not None
    return [str(warning) for warning in reader.warnings]


@pytest.mark.parametrize(
    ("typed", "kept", "lost"),
    [
        ("정원 #1 사업", "정원", "#1 사업"),
        ("정원 # 나머지", "정원", "# 나머지"),
        ("정원  #해시", "정원", "#해시"),
        ("정원 3곳 #", "정원 3곳", "#"),
        ('"정원" #1', "정원", "#1"),
        ("ai #1", "ai", "#1"),
    ],
)
def test_a_text_that_a_comment_cuts_off_is_a_warning(
    tmp_path: Path, typed: str, kept: str, lost: str
) -> None:
    assert _warnings(tmp_path, PAGE, "detail: 정원 3곳", f"detail: {typed}") == [
        f"{PAGE}:8: warning [cut-off-text] «{lost}» is no part of the text «{kept}»\n"
        f'  hint: put the text in quotes: "{kept} {lost}"{COMMENT}'
    ]


@pytest.mark.parametrize("typed", ["&co 정원", "!co 정원"])
def test_a_text_that_begins_like_an_anchor_or_a_tag_is_a_warning(
    tmp_path: Path, typed: str
) -> None:
    assert _warnings(tmp_path, PAGE, "detail: 정원 3곳", f"detail: {typed}") == [
        f"{PAGE}:8: warning [cut-off-text] «{typed[:3]}» is no part of the text «정원»\n"
        f'  hint: put the text in quotes: "{typed}"'
    ]


def test_a_text_that_is_a_comment_altogether_is_told(tmp_path: Path) -> None:
    old = "            remark: 시 보조금"
    assert _warnings(tmp_path, ACCOUNTS, old, "            remark: #1 보조금") == [
        f"{ACCOUNTS}:24: warning [cut-off-text] "
        "«#1 보조금» is a comment, and no text stands before it\n"
        f'  hint: put the text in quotes: "#1 보조금"{COMMENT}'
    ]


def test_a_further_line_that_is_a_comment_is_told(tmp_path: Path) -> None:
    assert _warnings(tmp_path, PAGE, "detail: 정원 3곳", "detail: 정원\n      #1·#2 구역") == [
        f"{PAGE}:9: warning [cut-off-text] «#1·#2 구역» is no part of the text «정원»\n"
        f'  hint: put the text in quotes: "정원 #1·#2 구역"{COMMENT}'
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (PAGE, "detail: 정원 3곳", "detail: 정원 3곳\n      # 작년과 같음"),
        (PAGE, "detail: 정원 3곳", "detail: 정원 3곳\n      #detail: 정원 2곳"),
        (PAGE, "detail: 정원 3곳", "detail: 정원 3곳\n#1 구역은 뺌"),
        (PAGE, "detail: 정원 3곳", 'detail: "정원 3곳"\n      #1 구역은 뺌'),
        (PAGE, "detail: 정원 3곳", "detail: 정원 3곳  # 작년과 같음"),
        (PAGE, "detail: 정원 3곳", "detail: 정원 3곳   ## 작년과 같음"),
        (PAGE, "detail: 정원 3곳", 'detail: "정원 #1" # 작년과 같음'),
        (PAGE, "detail: 정원 3곳", "detail: 정원#1"),
        (PAGE, "account: garden", "account: garden # 마을정원"),
        (PAGE, "detail: 정원 3곳", "detail: >- # 접는다\n      정원 #1 사업"),
        ("content/report.yaml", "audit_year: 2025", "audit_year: 2025 #작년"),
        ("content/report.yaml", "committee: 살림위원회", "committee:  # 모름"),
    ],
)
def test_a_comment_is_fine(tmp_path: Path, file: str, old: str, new: str) -> None:
    assert _warnings(tmp_path, file, old, new) == []


def test_an_anchor_that_is_named_again_is_fine(tmp_path: Path) -> None:
    old = "{id: ma_ru, name: 마루, post: 담당,"
    new = "{id: ma_ru, name: &name 마루, post: *name,"
    assert _warnings(tmp_path, CONTACTS, old, new) == []


def test_what_is_lost_is_told_by_check_and_build(tmp_path: Path) -> None:
    write_folder(tmp_path, {PAGE: ("detail: 정원 3곳", "detail: 정원 #3곳")})
    (finding,) = find_mistakes(tmp_path)
    assert "[cut-off-text]" in finding


def test_what_is_lost_is_told_beside_mistakes(tmp_path: Path) -> None:
    changes = {PAGE: ("detail: 정원 3곳", "detail: 정원 #3곳")}
    write_folder(tmp_path, {**changes, "content/report.yaml": ("year: 2026\n", "yeer: 2026\n")})
    rules = {finding.split("[")[1].split("]")[0] for finding in find_mistakes(tmp_path)}
    assert {"cut-off-text", "unknown-key"} <= rules


@pytest.mark.parametrize(
    "typed",
    [
        "detail: >-\n      정원\n     #1 구역",
        "detail: >- #1 구역\n      정원",
        "detail: 정원\n\n      #1 구역",
    ],
)
def test_a_comment_below_a_block_or_a_blank_line_is_told(tmp_path: Path, typed: str) -> None:
    (finding,) = _warnings(tmp_path, PAGE, "detail: 정원 3곳", typed)
    assert "[cut-off-text] «#1 구역» is no part of the text «정원»" in finding
