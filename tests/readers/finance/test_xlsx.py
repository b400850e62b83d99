"""XLSX files, whatever program wrote them."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.diagnostics import DataError
from reportgen.readers.finance.grid import Area, GridCell, Scalar
from reportgen.readers.finance.xlsx import parse_reference, read_xlsx
from tests.readers.finance.workbooks import NAMESPACE, edit_parts, write_parts, write_plain

STYLES = f"""\
<styleSheet xmlns="{NAMESPACE}"><numFmts><numFmt numFmtId="164" formatCode="#,##0,"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>
<xf numFmtId="0"><alignment indent="2"/></xf></cellXfs></styleSheet>
"""
STRINGS = f"""\
<sst xmlns="{NAMESPACE}"><si><t>세부사업</t></si>
<si><r><t xml:space="preserve">마을 </t></r><r><t>정원</t></r>
<rPh sb="0" eb="1"><t>읽기</t></rPh></si>
</sst>
"""


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<x:c r="B2"><x:v>1234.5</x:v></x:c>', Decimal("1234.5")),
        ('<x:c t="s" r="B2"><x:v>1</x:v></x:c>', "마을 정원"),
        ('<x:c r="B2" t="inlineStr"><x:is><x:t>정원</x:t></x:is></x:c>', "정원"),
        ('<x:c r="B2" t="str"><x:f>A1</x:f><x:v>정원</x:v></x:c>', "정원"),
        ('<x:c r="B2" t="b"><x:v>1</x:v></x:c>', True),
        ('<x:c r="B2" t="e"><x:v>#REF!</x:v></x:c>', "#REF!"),
        ('<x:c r="B2" t="d"><x:v>2026-06-30T00:00:00</x:v></x:c>', date(2026, 6, 30)),
        ('<x:c r="B2" s="1"><x:v>46203</x:v></x:c>', date(2026, 6, 30)),
        ('<x:c r="B2"><x:v>이상한 수</x:v></x:c>', "이상한 수"),
        ("<x:c/><x:c><x:v>7</x:v></x:c>", Decimal(7)),
    ],
)
def test_a_cell_is_read_however_it_is_stored(tmp_path: Path, cell: str, value: Scalar) -> None:
    rows = f'<x:row r="2">{cell}</x:row>'
    book = read_xlsx(write_parts(tmp_path / "a.xlsx", rows, strings=STRINGS, styles=STYLES), "a")
    assert book.sheets[0].rows == {2: {2: GridCell(value)}}


@pytest.mark.parametrize(
    ("style", "cell"),
    [("2", GridCell(Decimal(5), thousands=1)), ("3", GridCell(Decimal(5), indent=2))],
)
def test_a_cell_knows_what_its_style_does(tmp_path: Path, style: str, cell: GridCell) -> None:
    rows = f'<x:row r="1"><x:c r="A1" s="{style}"><x:v>5</x:v></x:c></x:row>'
    book = read_xlsx(write_parts(tmp_path / "a.xlsx", rows, styles=STYLES), "a")
    assert book.sheets[0].rows == {1: {1: cell}}


def test_empty_cells_and_rows_are_left_out(tmp_path: Path) -> None:
    rows = (
        '<x:row r="1" ht="5"><x:c r="A1" s="1"/><x:c r="B1" s="1"></x:c></x:row>'
        '<x:row r="2"><x:c r="A2" t="s"><x:v></x:v></x:c></x:row><x:row r="3"/>'
        '<x:row r="4"><x:c r="C4"><x:v>1</x:v></x:c><x:c r="A4"><x:v>2</x:v></x:c></x:row>'
    )
    book = read_xlsx(write_parts(tmp_path / "a.xlsx", rows), "a")
    assert book.sheets[0].rows == {4: {1: GridCell(Decimal(2)), 3: GridCell(Decimal(1))}}


def test_days_may_be_counted_from_1904(tmp_path: Path) -> None:
    rows = '<x:row r="1"><x:c r="A1" s="1"><x:v>44741</x:v></x:c></x:row>'
    path = write_parts(
        tmp_path / "a.xlsx", rows, styles=STYLES, settings='<x:workbookPr date1904="1"/>'
    )
    assert read_xlsx(path, "a").sheets[0].rows[1][1].value == date(2026, 6, 30)


def test_merged_areas_are_found(tmp_path: Path) -> None:
    tail = '<x:mergeCells><x:mergeCell ref="A1:C2"/><x:mergeCell ref="?"/></x:mergeCells>'
    book = read_xlsx(write_parts(tmp_path / "a.xlsx", "", tail=tail), "a")
    assert book.sheets[0].merges == (Area(1, 1, 3, 2),)


def test_formulas_are_read_of_our_annexes_only(tmp_path: Path) -> None:
    rows = '<x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row>'
    plain = read_xlsx(write_parts(tmp_path / "a.xlsx", rows), "a")
    ours = read_xlsx(write_parts(tmp_path / "b.xlsx", rows, names=_spell_names("집행")), "b")
    assert [book.sheets[0].rows[1][1].formula for book in (plain, ours)] == ["", "1+1"]


def test_a_shared_formula_is_spelled_for_each_cell(tmp_path: Path) -> None:
    rows = (
        '<x:row r="1"><x:c r="A1"><x:f t="shared" ref="A1:A2" si="0">B1*$C$1</x:f></x:c></x:row>'
        '<x:row r="2"><x:c r="A2"><x:f t="shared" si="0"/><x:v>4</x:v></x:c></x:row>'
    )
    book = read_xlsx(write_parts(tmp_path / "a.xlsx", rows, names=_spell_names("집행")), "a")
    cells = book.sheets[0].rows
    assert [cells[1][1], cells[2][1]] == [
        GridCell("", "B1*$C$1"),
        GridCell(Decimal(4), "B2*$C$1"),
    ]


def test_names_of_one_area_are_kept(tmp_path: Path) -> None:
    names = (
        '<x:definedNames><x:definedName name="One">집행!$B$2</x:definedName>'
        '<x:definedName name="two">SUM(A1)</x:definedName>'
        '<x:definedName name="own" localSheetId="0">집행!$A$1</x:definedName></x:definedNames>'
    )
    book = read_xlsx(write_parts(tmp_path / "a.xlsx", "", names=names), "a")
    assert book.names == {"one": ("집행", Area(2, 2, 2, 2))}


def test_hidden_sheets_are_marked(tmp_path: Path) -> None:
    path = edit_parts(
        write_plain(tmp_path / "a.xlsx"),
        lambda _name, data: data.replace(b'state="visible"', b'state="veryHidden"'),
    )
    assert [sheet.hidden for sheet in read_xlsx(path, "a").sheets] == [True]


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("'가''나'!$B$2:$C$5", ("가'나", Area(2, 2, 3, 5))),
        ("원장!A1", ("원장", Area(1, 1, 1, 1))),
        ("원장!$5:$3", None),
        ("원장!$B$5:$B$3", None),
        ("원장!$B$1:$B$9999999", None),
        ("#REF!", None),
        ("[1]원장!$A$1", None),
    ],
)
def test_a_reference_is_a_sheet_and_an_area(text: str, reference: tuple[str, Area] | None) -> None:
    assert parse_reference(text) == reference


def test_links_to_other_files_are_never_followed(tmp_path: Path) -> None:
    def link(name: str, data: bytes) -> bytes:
        if not name.endswith("workbook.xml.rels"):
            return data
        outside = b'<Relationship Id="rId1" Type="x/worksheet" Target="file:///etc/passwd" '
        return data.replace(
            b"</Relationships>", outside + b'TargetMode="External"/></Relationships>'
        )

    path = edit_parts(write_plain(tmp_path / "a.xlsx"), link)
    assert [sheet.name for sheet in read_xlsx(path, "a").sheets] == ["집행"]


def test_a_zip_without_a_workbook_is_told(tmp_path: Path) -> None:
    path = edit_parts(
        write_plain(tmp_path / "a.xlsx"),
        lambda name, data: b"<Relationships/>" if name == "_rels/.rels" else data,
    )
    with pytest.raises(DataError) as raised:
        read_xlsx(path, "a.xlsx")
    assert str(raised.value) == (
        "a.xlsx: error [import-file] this zip holds no workbook\n"
        "  hint: open it in Excel and save it again as .xlsx"
    )


def _spell_names(sheet: str) -> str:
    names = ("ledger_account", "ledger_amount", "ledger_date", "ledger_kind")
    spelled = "".join(f'<x:definedName name="{n}">{sheet}!$A$1</x:definedName>' for n in names)
    return f"<x:definedNames>{spelled}</x:definedNames>"
