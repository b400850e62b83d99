"""What a workbook shows is what the report prints, near zero and near halves too."""

from __future__ import annotations

import random
import subprocess
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from lxml import html

from reportgen.model.report import Notation
from reportgen.renderers.xlsx import render_xlsx
from reportgen.renderers.xlsx.numbers import spell_quotient, spell_thousands
from reportgen.renderers.xlsx.zero_formats import unsign_zero
from reportgen.state import State, load_state
from reportgen.views.formatting import Formatter
from reportgen.views.grid import Cell
from tests.amended import NOTES, write_amended
from tests.programs import require_program
from tests.sample import BASE_DATE, ORGANIZATION
from tests.test_annex_recalculation import TEMPLATE, make_random_state

AMOUNT, RATE = '#,##0;"△"#,##0;0', '#,##0.0%;"△"#,##0.0%;0.0%'
FORMATTER = Formatter(Notation())
NO_POSTS = ORGANIZATION.replace(
    "3급, quota: 4, actual: 5", "3급, quota: 0, actual: 0, annual_cost: 1"
)


@pytest.mark.parametrize(
    ("code", "unsigned"),
    [
        (AMOUNT, '[>=0]#,##0;[<=-0.5]"△"#,##0;#,##0'),
        (RATE, '[>=0]#,##0.0%;[<=-0.0005]"△"#,##0.0%;#,##0.0%'),
        ('0.0"%p";"△"0.0"%p";0.0"%p"', '[>=0]0.0"%p";[<=-0.05]"△"0.0"%p";0.0"%p"'),
        ('#,##0,;"△"#,##0,', '[>=0]#,##0,;[<=-500]"△"#,##0,;#,##0,'),
        ("[Blue]#,##0;[Red]-#,##0", "[Blue][>=0]#,##0;[Red][<=-0.5]-#,##0;[Blue]#,##0"),
        ('#,##0;"△"#,##0;0;@', '[>=0]#,##0;[<=-0.5]"△"#,##0;#,##0;@'),
        ("#,##0_-;\\(#,##0\\)", "[>=0]#,##0_-;[<=-0.5]\\(#,##0\\);#,##0_-"),
    ],
)
def test_a_decrease_that_rounds_to_zero_has_no_sign(code: str, unsigned: str) -> None:
    assert unsign_zero(code) == unsigned


@pytest.mark.parametrize(
    "code",
    [
        "General",
        "#,##0",
        "yyyy-mm-dd",
        'yyyy"년";@',
        '#,##0;"△"#,##0;"-"',
        '"+"#,##0;"△"#,##0;0',
        '[<-0.5]"△"#,##0;#,##0',
        '#,##0;"△"#,##0.0',
        '"a;b"0',
    ],
)
def test_another_format_stays(code: str) -> None:
    assert unsign_zero(code) == code


def show(data: bytes, folder: Path) -> list[dict[str, str]]:
    """What LibreOffice shows in the cells of every sheet, by their addresses."""
    office = require_program("soffice")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "shown.xlsx").write_bytes(data)
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "html", "--outdir", str(folder), str(folder / "shown.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    page = html.parse(str(folder / "shown.html"), html.HTMLParser(encoding="utf-8"))
    return [dict(_read_table(table)) for table in page.iter("table")]


def _read_table(table: html.HtmlElement) -> list[tuple[str, str]]:
    covered: set[tuple[int, int]] = set()
    found = []
    for row, line in enumerate(table.iter("tr"), 1):
        column = 1
        for cell in line.iterchildren("td"):
            while (row, column) in covered:
                column += 1
            width, height = (int(cell.get(name, 1)) for name in ("colspan", "rowspan"))
            covered |= {(row + y, column + x) for y in range(height) for x in range(width)}
            letter = openpyxl.utils.get_column_letter(column)
            found.append((f"{letter}{row}", " ".join(cell.text_content().split())))
    return found


def test_libreoffice_shows_what_the_report_prints(tmp_path: Path) -> None:
    chance = random.Random(1)
    edges = [edge + off for edge in (0, 500, 1000, 1500, 10**9 + 500) for off in (-1, 0, 1)]
    amounts = [sign * won for won in edges for sign in (1, -1)]
    amounts += [chance.randrange(-3000, 3000) for _number in range(100)]
    amounts += [500 * chance.randrange(-(10**7) + 1, 10**7, 2) for _half in range(100)]
    # No such halves of rates: LibreOffice multiplies by 100 in binary, which moves some of them.
    ratios = [(part, base) for base in (2000, 3000, 7, 10**6) for part in range(-6, 7)]
    ratios += [(chance.randrange(-(10**9), 10**9), 10**9) for _number in range(100)]
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    printed = []
    for row, won in enumerate(amounts, 1):
        sheet.cell(row, 1, float(spell_thousands(won))).number_format = unsign_zero(AMOUNT)
        printed.append((f"A{row}", FORMATTER.thousands(won)))
    for row, (part, base) in enumerate(ratios, 1):
        sheet.cell(row, 2, float(spell_quotient(part, base))).number_format = unsign_zero(RATE)
        printed.append((f"B{row}", FORMATTER.percent(Decimal(part) / base)))
    buffer = BytesIO()
    book.save(buffer)
    (shown,) = show(buffer.getvalue(), tmp_path / "office")
    assert {at: shown[at] for at, _text in printed} == dict(printed)
    assert {"0", "△1", "0.0%", "△0.1%"} <= {text for _at, text in printed}


def _make_state(root: Path, seed: int) -> State:
    """A random ledger in won; or an amendment that leaves a grade as it is, one without posts."""
    if seed:
        return make_random_state(root, seed)
    notes = NOTES.replace("quota: 1,", "quota: 0,")
    files = {"content/amendments/1.yaml": notes, "content/organization.yaml": NO_POSTS}
    return load_state(write_amended(root, files), draft=True)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 2, 9])
def test_libreoffice_shows_the_texts_of_the_annexes(seed: int, tmp_path: Path) -> None:
    state = _make_state(tmp_path, seed)
    figures = state.context.figures
    workbook = render_xlsx(state.annexes, figures, TEMPLATE, modified=BASE_DATE)
    titles = openpyxl.load_workbook(BytesIO(workbook.data), read_only=True).sheetnames
    shown = dict(zip(titles, show(workbook.data, tmp_path / "office"), strict=True))
    texts = {
        (sheet, at): str(cell)
        for cell, sheet, at in workbook.places
        if isinstance(cell, Cell) and cell.align == "right"
    }
    assert len(texts) > 100
    assert {place: shown[place[0]][place[1]] for place in texts} == texts
