"""A ledger file that is written anew."""

from pathlib import Path

from tests.importing.finance import UNIT, import_all, list_findings, make_plan, write_csv

HEAD = f"{UNIT}\n세부사업|지출액\n"


def test_entries_that_are_not_written_again_are_told(tmp_path: Path) -> None:
    rows = "마을정원 가꾸기|81,000\n책 버스 운영|5,000\n"
    import_all(tmp_path, write_csv(tmp_path / "a.csv", HEAD + rows))
    other = write_csv(tmp_path / "a.csv", HEAD + "책 버스 운영|6,000\n")
    assert list_findings(make_plan(tmp_path, other, replace=True)) == [
        "content/budget/a-2026-06-30.csv:2: warning [import-replaced] 1 entries of the file that "
        "is replaced are not written again, such as disbursement of garden, 1,000,000 won\n"
        "  hint: to keep them, write another file with --into"
    ]


def test_a_file_that_says_all_of_it_again_loses_nothing(tmp_path: Path) -> None:
    import_all(tmp_path, write_csv(tmp_path / "a.csv", f"{HEAD}책 버스 운영|5,000\n"))
    more = write_csv(tmp_path / "a.csv", f"{HEAD}마을정원 가꾸기|81,000\n책 버스 운영|6,000\n")
    assert list_findings(make_plan(tmp_path, more, replace=True)) == []
