"""Two states of a report held against each other."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.comparison import Comparison, Version, compare_versions
from tests.amended import HISTORY, write_amended
from tests.comparison.repositories import commit, make_repository
from tests.comparison.versions import GARDEN, LEDGER_FILE, compare_samples, load, load_sample
from tests.sample import LEDGER, write_folder

NOTE = "  - note: 장소는 바뀔 수 있음\n"
POINT = "  - point: 시민 정원사가 돌봄\n"
PLANS = "  - heading: 향후일정\n"
ROW = "        - [학교, 가온초등학교 텃밭, 9월]\n"


def _texts(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [
        (
            change.kind.value,
            change.old.text if change.old else "",
            change.new.text if change.new else "",
        )
        for change in comparison.texts
    ]


def _rows(comparison: Comparison, column: str) -> list[tuple[str, str]]:
    """Kind and label of the changed rows of the tables that have a column of this name."""
    return [
        (row.kind.value, row.label[-1])
        for table in comparison.tables
        if column in table.shown.columns
        for row in table.rows
    ]


def test_the_same_state_has_no_change(tmp_path: Path) -> None:
    version = load_sample(tmp_path)
    assert compare_versions(version, version).is_empty


def test_two_stages_differ_by_the_amendment(tmp_path: Path) -> None:
    root = write_folder(tmp_path, files={LEDGER_FILE: HISTORY})
    comparison = compare_versions(load(root, "2026 본예산"), load(root, "2026 제1회 추경"))
    figures = {figure.name: figure.difference for figure in comparison.figures}
    assert figures["appropriation.expenditure"] == 50_000_000
    assert [(one.document.value, one.is_new) for one in comparison.documents] == [
        ("budget-amendment", True)
    ]
    assert ("changed", "ㅇ (사업예산) 150,000천원", "ㅇ (사업예산) 200,000천원") in _texts(
        comparison
    )


def test_two_days_differ_by_the_entries_between_them(tmp_path: Path) -> None:
    root = write_folder(tmp_path)
    comparison = compare_versions(load(root, "@2026-04-30"), load(root, "@2026-05-31"))
    assert [str(fact.sources[0]) for fact in comparison.facts] == [
        f"{LEDGER_FILE}:24",
        f"{LEDGER_FILE}:25",
    ]
    assert ("changed", "(’26. 4. 30. 기준)", "(’26. 5. 31. 기준)") in _texts(comparison)


def test_two_folders_differ_by_a_text(tmp_path: Path) -> None:
    comparison = compare_samples(tmp_path, {GARDEN: ("장소는 바뀔", "장소는 사정에 따라 바뀔")})
    assert _texts(comparison) == [
        ("changed", "※ 장소는 바뀔 수 있음", "※ 장소는 사정에 따라 바뀔 수 있음")
    ]
    assert (comparison.figures, comparison.facts, comparison.tables) == ((), (), ())


def test_two_revisions_differ_by_what_was_committed_between_them(tmp_path: Path) -> None:
    root = make_repository(tmp_path)
    commit(root, "first")
    text = (root / GARDEN).read_text(encoding="utf-8")
    (root / GARDEN).write_text(text.replace(NOTE, ""), encoding="utf-8")
    commit(root, "second")
    comparison = compare_versions(load(root, "HEAD~1"), load(root, "HEAD"))
    assert _texts(comparison) == [("removed", "※ 장소는 바뀔 수 있음", "")]
    assert compare_versions(load(root, "HEAD"), load(root, str(root))).is_empty


def test_a_paragraph_on_another_place_has_moved(tmp_path: Path) -> None:
    old = load_sample(tmp_path / "old")
    garden = (tmp_path / "old" / GARDEN).read_text(encoding="utf-8")
    moved = garden.replace(POINT, "").replace(PLANS, POINT + PLANS)
    new = load_sample(tmp_path / "new", files={GARDEN: moved})
    (change,) = compare_versions(old, new).texts
    assert change.old
    assert change.new
    assert (change.kind.value, change.old.path[-1], change.new.path[-1]) == (
        "moved",
        "□ 사업개요",
        "□ 추진현황",
    )


def test_a_row_of_a_typed_table_was_added(tmp_path: Path) -> None:
    comparison = compare_samples(
        tmp_path, {GARDEN: (ROW, "        - [학교, 누리중학교 텃밭, 8월]\n" + ROW)}
    )
    assert _rows(comparison, "요청 내용") == [
        ("added", "누리중학교 텃밭"),
        ("changed", "가온초등학교 텃밭"),
    ]
    assert [figure.name for figure in comparison.figures] == [
        "count.requests.total",
        "count.requests.학교",
    ]


TREE_MAP = """\
          - id: tree_map
            name: 가로수 지도 제작
            category: projects
            remark: 시 보조금
"""


def test_a_programme_was_removed_with_its_page_and_its_rows(tmp_path: Path) -> None:
    rows = (row for row in LEDGER.splitlines(keepends=True) if ",tree_map," not in row)
    files = {LEDGER_FILE: "".join(rows), "content/projects/02-tree-map.yaml": None}
    replace = {"content/budget/accounts.yaml": (TREE_MAP, "")}
    comparison = compare_samples(tmp_path, replace, files)
    assert ("removed", "가로수의 자리와 나이를 모두 적은 지도를 만듦", "") in _texts(comparison)
    assert ("removed", "가로수 지도 제작") in _rows(comparison, "집행액 원인행위액")
    assert ("removed", "가로수 지도 제작") in _rows(comparison, "세부사업명")
    kinds = {figure.name: figure.kind.value for figure in comparison.figures}
    assert kinds["appropriation.tree_map"] == "removed"
    assert kinds["appropriation.unit_garden"] == "changed"


def test_entries_on_other_lines_change_nothing(tmp_path: Path) -> None:
    first, *rows = LEDGER.splitlines(keepends=True)
    files = {
        LEDGER_FILE: first + "".join(rows[:9]),
        "content/budget/more.csv": first + "".join(reversed(rows[9:])),
    }
    assert compare_samples(tmp_path, files=files).is_empty


def test_json_numbers_the_facts_of_each_cause(tmp_path: Path) -> None:
    root = write_folder(tmp_path)
    comparison = compare_versions(load(root, "@2026-04-30"), load(root, "@2026-05-31"))
    document = json.loads(json.dumps(comparison.as_json()))
    assert list(document) == ["old", "new", "figures", "facts", "documents", "texts", "tables"]
    figure = next(one for one in document["figures"] if one["name"] == "appropriation.garden")
    (cause,) = figure["causes"]
    assert (figure["difference"], cause["effect"]) == (50_000_000, 50_000_000)
    assert document["facts"][cause["fact"]] == {
        "side": "new",
        "shared": False,
        "sources": [f"{LEDGER_FILE}:25"],
        "date": "2026-05-01",
        "stage": "2026 제1회 추경",
        "kind": "opening",
        "account": "garden",
        "amount": 50_000_000,
        "reference": "제1회 추경",
        "note": "출연금 증액, 정원",
        "funding": "",
        "approval": "passed",
    }


@pytest.fixture(scope="module")
def amended(tmp_path_factory: pytest.TempPathFactory) -> tuple[Version, Version]:
    root = write_amended(tmp_path_factory.mktemp("amended"))
    return load(root, "2026 본예산"), load(root, "2026 제1회 추경")


def test_backwards_is_the_same_with_signs_turned(amended: tuple[Version, Version]) -> None:
    old, new = amended
    assert compare_versions(old, new).reverse() == compare_versions(new, old)


AMOUNTS = st.lists(st.integers(0, 400), min_size=4, max_size=4)


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(old=AMOUNTS, new=AMOUNTS)
def test_backwards_is_the_same_with_any_amounts(
    tmp_path_factory: pytest.TempPathFactory, old: list[int], new: list[int]
) -> None:
    versions = [_load_with(tmp_path_factory.mktemp("random"), amounts) for amounts in (old, new)]
    forwards, backwards = compare_versions(*versions), compare_versions(*reversed(versions))
    assert forwards.reverse() == backwards
    assert {one.name: one.difference for one in forwards.figures} == {
        one.name: None if one.difference is None else -one.difference for one in backwards.figures
    }


def _load_with(root: Path, amounts: list[int]) -> Version:
    names = ("garden", "tree_map", "city_grant", "reserve")
    rows = (
        f"2026-02-01,2026 본예산,opening,{name},{amount},증액,\n"
        for name, amount in zip(names[:3], amounts, strict=False)
    )
    spent = f"2026-02-01,2026 본예산,commitment,garden,{amounts[3]},집행,\n"
    return load_sample(root, files={LEDGER_FILE: LEDGER + "".join(rows) + spent})
