"""The command line, given little memory, ends hostile folders with a message and a place."""

import os
import sys
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli.app import app
from tests.limited import run_limited
from tests.sample import Replace, write_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no limit can be set there")

LEDGER = "content/budget/ledger.csv"
PAGE = "content/projects/01-garden.yaml"


def _check(root: Path) -> str:
    code, said = run_limited(root, "check")
    assert code == 1
    assert len(said) < 1_000_000
    return said


def _write(root: Path, name: str, text: str) -> Path:
    write_folder(root)
    with (root / name).open("a", encoding="utf-8") as file:
        file.write(text)
    return root


def test_yaml_that_repeats_itself(tmp_path: Path) -> None:
    lines = ["z0: &z0 [x]"]
    lines += [f"z{at}: &z{at} [{', '.join([f'*z{at - 1}'] * 10)}]" for at in range(1, 30)]
    said = _check(_write(tmp_path, PAGE, "\n".join(lines) + "\n"))
    assert said.startswith(f"{PAGE}:")
    assert "[content-limit] more than 300,000 values" in said


@pytest.mark.parametrize("name", [PAGE, "content/report.yaml"])
@pytest.mark.parametrize("count", [20_000, 100_000])
def test_very_many_keys_that_nobody_knows(tmp_path: Path, name: str, count: int) -> None:
    keys = "".join(f"a{at}: &x{at} 1\n" for at in range(count))
    said = _check(_write(tmp_path, name, keys))
    assert "[unknown-key] unknown key a0\n" in said
    assert said.count("[unknown-key]") == 1_000
    assert said.count("[more-findings]") == 1


def test_very_many_anchors_that_no_alias_names(tmp_path: Path) -> None:
    items = "".join(f"  - item: &x{at} 가\n" for at in range(20_000))
    code, said = run_limited(_write(tmp_path, PAGE, items), "check")
    assert code == 0
    assert said.count("[cut-off-text]") == 1_000
    assert said.count("[more-findings]") == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{" * 50_000, "[expression]"),
        ("{" * 10 + "a" * 100_000, "[forgotten-code]"),
        ("{" + "a" * 50_000 + "}", "[forgotten-code]"),
        ("{" + "a" * 50_000 + ".}}", "[forgotten-code]"),
        ("figures.a[" * 10_000, "[forgotten-code]"),
        (f"(사업예산) {'9' * 30_000}천원", "[prose-amount]"),
        (f"(사업예산) 1.{'9' * 30_000}천원", "[prose-amount]"),
        (f"정원{' ' * 50_000}9명", "[prose-count]"),
    ],
    ids=range(8),
)
def test_a_text_of_one_sign_over_and_over(tmp_path: Path, text: str, said: str) -> None:
    write_folder(tmp_path, {PAGE: ("정원 3곳", f"'{text}'")})
    replies = run_limited(tmp_path, "check")[1]
    assert f"{PAGE}:" in replies
    assert said in replies
    assert len(replies) < 1_000_000


def test_yaml_of_a_hundred_thousand_levels(tmp_path: Path) -> None:
    said = _check(_write(tmp_path, PAGE, "z: " + "[" * 100_000))
    assert "[content-limit] more than 100 levels stand inside each other" in said


@pytest.mark.parametrize("digits", [25, 5_000, 100_000])
def test_an_amount_of_thousands_of_digits(tmp_path: Path, digits: int) -> None:
    row = f"2026-06-30,2026 본예산,disbursement,garden,{'9' * digits},r,n\n"
    said = _check(_write(tmp_path, LEDGER, row))
    assert f"{LEDGER}:31: error [ledger-amount] amount: found 9999" in said
    assert "expected an amount of at most 100,000,000,000,000,000,000,000 won" in said
    assert len(said) < 2_000


@pytest.mark.parametrize(
    "replace",
    [
        {"content/report.yaml": ("year: 2026\n", f"year: {'9' * 5000}\n")},
        {"content/report.yaml": ("year: 2026\n", f"year: {'9' * 500}\n")},
        {PAGE: ("width: 8", f"width: {'9' * 3000}")},
    ],
)
def test_a_whole_number_of_thousands_of_digits(tmp_path: Path, replace: Replace) -> None:
    write_folder(tmp_path, replace)
    said = _check(tmp_path)
    assert "[wrong-type]" in said
    assert len(said) < 1_000


@pytest.mark.parametrize(
    "code", ['{{ "x" * 10**9 }}', "{{ 10**(10**8) }}", '{{ "%999999999d" % 1 }}']
)
def test_an_expression_that_makes_gigabytes(tmp_path: Path, code: str) -> None:
    write_folder(tmp_path, {PAGE: ("정원 3곳", f"'{code}'")})
    assert f"{PAGE}:" in (said := _check(tmp_path))
    assert "[expression]" in said


@pytest.mark.parametrize("kept", ['ns.l + ["x" * 100000]', '[ns.l, "가" * 90000]'])
def test_a_loop_that_keeps_gigabytes(tmp_path: Path, kept: str) -> None:
    loop = "{% set ns = namespace(l=[]) %}{% for i in range(20000) %}"
    code = f"{loop}{{% set ns.l = {kept} %}}{{% endfor %}}"
    write_folder(tmp_path, {PAGE: ("정원 3곳", f"'{code}'")})
    assert "the code makes more than 200 MB" in _check(tmp_path)


def test_a_table_of_thousands_of_totals(tmp_path: Path) -> None:
    rows = "".join(f'        - [소계, "{at}", "{at}"]\n' for at in range(3_000))
    row = '        - [합계, "160", "40"]\n'
    write_folder(tmp_path, {PAGE: (row, row + rows)})
    said = _check(tmp_path)
    assert f"{PAGE}:" in said
    assert "[table-sum] 3,001 totals in 3,005 rows are too many to be checked" in said


def test_a_line_without_end(tmp_path: Path) -> None:
    said = _check(_write(tmp_path, LEDGER, "x" * 100_000_000))
    assert "[ledger-file] the row can't be read: a line has more than 4 MB" in said


def test_a_header_of_very_many_columns(tmp_path: Path) -> None:
    write_folder(tmp_path, files={LEDGER: ",".join(["a"] * 1_000_000) + "\n"})
    assert f"{LEDGER}:1: error [ledger-header] the header has 1,000,000 columns" in _check(tmp_path)


def test_very_many_mistakes(tmp_path: Path) -> None:
    row = "2026-06-30,2026 본예산,disbursment,garden,1,r,n\n"
    said = _check(_write(tmp_path, LEDGER, row * 200_000))
    assert "[more-findings] there are more than 1,000 findings" in said


@pytest.mark.parametrize("name", [LEDGER, PAGE, "content/report.yaml", "content/budget/more.xlsx"])
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/stdin"])
def test_a_file_that_never_ends(tmp_path: Path, name: str, device: str) -> None:
    write_folder(tmp_path)
    (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / name).symlink_to(device)
    assert f"{name}: error [" in (said := _check(tmp_path))
    assert "this is a device or a pipe, where a file is expected" in said


@pytest.mark.parametrize("name", [LEDGER, PAGE, "content/report.yaml"])
def test_a_folder_in_the_place_of_a_file(tmp_path: Path, name: str) -> None:
    write_folder(tmp_path)
    (tmp_path / name).unlink()
    (tmp_path / name).mkdir()
    assert "this is a folder, where a file is expected" in _check(tmp_path)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_folder(tmp_path)
    look = os.open

    def refuse(path: str, *options: int) -> int:
        if str(path) == str(root / PAGE):
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, *options)

    monkeypatch.setattr(os, "open", refuse)
    result = CliRunner().invoke(app, ["check", "--project", str(root)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(
        f"{PAGE}: error [content-file] the file can't be read: Permission denied\n"
        "  hint: close it in the other program, or ask for the right to read it\n"
    )


def test_what_file_systems_put_beside_files_is_not_read(tmp_path: Path) -> None:
    junk = ("projects/._01-garden.yaml", "projects/.DS_Store", "budget/._ledger.csv")
    files = {f"content/{name}": b"\0\1\2" for name in (*junk, "budget/~$ledger.xlsx")}
    write_folder(tmp_path, files=files)
    assert run_limited(tmp_path, "check") == (0, "Nothing to report.\n")


def test_names_with_letters_taken_apart_are_the_same_names(tmp_path: Path) -> None:
    write_folder(tmp_path)
    for name in (LEDGER, "content/report.yaml"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(unicodedata.normalize("NFD", text), encoding="utf-8")
    (tmp_path / PAGE).rename((tmp_path / PAGE).with_name(unicodedata.normalize("NFD", "정원.yaml")))
    for stage in ("2026 제1회 추경", "2026\u00a0제1회\u200b 추경"):
        typed = unicodedata.normalize("NFD", stage)
        assert run_limited(tmp_path, "check", "--stage", typed) == (0, "Nothing to report.\n")
