"""A chart of a DOCX template shows data, in its own part and in the workbook within it."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.chart import LineChart, PieChart, ScatterChart
from python_calamine import CalamineWorkbook

from reportgen.diagnostics import DataError
from reportgen.templating.packages.package import write_package
from tests.templating.charts.packages import (
    BOOK,
    CHART,
    CHART_RELS,
    COLOURS,
    alternative_of,
    compile_chart,
    drawing,
    find_ids,
    find_targets,
    make_chart,
    read_book,
    read_chart,
    read_colours,
    read_formulas,
)
from tests.templating.small_packages import HANGUL, WORD, Kit, both, compile_parts, mistakes

DATA = "{% chart names=names, series=series %}"
NAMES = ["문화 <예술>", "생활 & 체육", "청년"]
SERIES = {"2025": [10, 20, 30], "2026": [Decimal("1.5"), None, 3]}
MANY = {str(number): [1, 2, 3] for number in range(256)}
NEW_BOOK = "word/embeddings/Microsoft_Excel_Worksheet1.xlsx"


def render(
    alternative: str = DATA, chart: bytes | None = None, body: str | None = None, **values: Any
) -> dict[str, bytes]:
    context = {"names": NAMES, "series": SERIES, **values}
    return compile_chart(alternative, chart, body).render(context).parts


def problems(alternative: str = DATA, chart: bytes | None = None, **values: Any) -> list[str]:
    try:
        render(alternative, chart, **values)
    except DataError as error:
        return [
            str(diagnostic).replace("small.docx!word/document.xml!", "").partition("\n")[0]
            for diagnostic in error.diagnostics
        ]
    return []


def test_the_chart_shows_the_data() -> None:
    assert read_chart(render()[CHART]) == [
        ("2025", NAMES, [10, 20, 30]),
        ("2026", NAMES, [1.5, 3]),
    ]


def test_the_workbook_within_holds_what_the_chart_shows() -> None:
    parts = render()
    assert read_book(parts[NEW_BOOK]) == [
        [None, "2025", "2026"],
        [NAMES[0], 10, 1.5],
        [NAMES[1], 20, None],
        [NAMES[2], 30, 3],
    ]
    sheet = CalamineWorkbook.from_filelike(BytesIO(parts[NEW_BOOK])).get_sheet_by_index(0)
    assert sheet.to_python()[1] == [NAMES[0], 10, 1.5]


def test_the_chart_refers_to_the_cells_of_its_workbook() -> None:
    parts = render()
    assert read_formulas(parts[CHART]) == [
        "'자료'!$B$1",
        "'자료'!$A$2:$A$4",
        "'자료'!$B$2:$B$4",
        "'자료'!$C$1",
        "'자료'!$A$2:$A$4",
        "'자료'!$C$2:$C$4",
    ]
    assert load_workbook(BytesIO(parts[NEW_BOOK])).sheetnames == ["자료"]


def test_the_workbook_of_the_template_is_replaced() -> None:
    parts = render()
    assert BOOK not in parts
    assert find_targets(parts, CHART_RELS) == {
        "rId1": "../embeddings/Microsoft_Excel_Worksheet1.xlsx",
        "rId2": "../drawings/drawing1.xml",
    }


def test_series_keep_the_colours_of_the_template() -> None:
    assert read_colours(render()[CHART]) == list(COLOURS)


def test_more_series_than_the_template_has_get_colours_of_the_office_program() -> None:
    series = {name: [1, 2, 3] for name in "abc"}
    assert read_colours(render(series=series)[CHART]) == [*COLOURS, ""]


def test_every_series_has_a_number_of_its_own() -> None:
    series = {name: [1, 2, 3] for name in "abcd"}
    text = render(series=series)[CHART].decode()
    assert [text.count(f'idx val="{number}"/') for number in range(4)] == [1, 1, 1, 1]


def test_series_that_the_data_lacks_go() -> None:
    assert [
        name for name, _names, _numbers in read_chart(render(series={"a": [1, 2, 3]})[CHART])
    ] == ["a"]


def test_numbers_keep_the_format_of_the_template() -> None:
    parts = render()
    sheet = load_workbook(BytesIO(parts[NEW_BOOK])).active
    assert sheet is not None
    assert sheet["B2"].number_format == "#,##0"
    assert b"<formatCode>#,##0</formatCode>" in parts[CHART]


def test_stacked_bars_stay_stacked() -> None:
    chart = render(chart=make_chart(grouping="stacked"))[CHART]
    assert b'grouping val="stacked"' in chart
    assert len(read_chart(chart)) == 2


@pytest.mark.parametrize("kind", [PieChart, LineChart])
def test_other_kinds_of_charts_show_the_data(kind: type) -> None:
    chart = render(chart=make_chart(kind, series=1), series={"계": [1, 2, 3]})[CHART]
    assert read_chart(chart) == [("계", NAMES, [1, 2, 3])]


def test_what_stands_beside_the_tag_stays_the_alternative_text() -> None:
    assert alternative_of(render(f"집행 현황 {DATA}")) == "집행 현황"


def test_the_tag_may_stand_in_the_title_of_the_alternative_text() -> None:
    parts = render(body=drawing("집행 현황", DATA))
    assert read_chart(parts[CHART])[0][0] == "2025"
    assert alternative_of(parts) == "집행 현황"


LOOP = ("{%p for x in xs %}", "{%p endfor %}")


def in_loop(tag: str) -> str:
    return drawing(tag).join(map(WORD.draw, LOOP))


def test_a_chart_in_a_loop_is_a_chart_of_its_own_each_time() -> None:
    body = in_loop("{% chart names=['a'], series={'s': [x]} %}")
    parts = render(body=body, xs=[1, 2, 3])
    targets = find_targets(parts, "word/_rels/document.xml.rels")
    charts = [f"word/{targets[found]}" for found in find_ids(parts)]
    assert charts == ["word/charts/chart1.xml", "word/charts/chart2.xml", "word/charts/chart3.xml"]
    assert [read_chart(parts[name])[0][2] for name in charts] == [[1], [2], [3]]
    books = [
        find_targets(parts, f"word/charts/_rels/chart{at}.xml.rels")["rId1"] for at in (1, 2, 3)
    ]
    assert [read_book(parts[book.replace("..", "word")])[1][1] for book in books] == [1, 2, 3]
    assert [f"/{name}".encode() in parts["[Content_Types].xml"] for name in charts] == [True] * 3


def test_a_chart_that_is_not_printed_leaves_nothing_of_the_template() -> None:
    parts = render(body=in_loop("{% chart names=['a'], series={'s': [x]} %}"), xs=[])
    assert not [name for name in parts if "chart" in name or "embeddings" in name]
    assert b"chart" not in parts["word/_rels/document.xml.rels"]
    assert b"chart" not in parts["[Content_Types].xml"]


def test_a_chart_without_a_tag_stays_as_it_is() -> None:
    chart = make_chart()
    parts = render("집행 현황", chart)
    assert (parts[CHART], parts[BOOK]) == (chart, b"the numbers of the template")


def test_a_chart_without_a_workbook_gets_one() -> None:
    template = compile_chart(DATA)
    del template._parts[CHART_RELS], template._parts[BOOK]
    parts = template.render({"names": NAMES, "series": SERIES}).parts
    assert read_book(parts[NEW_BOOK])[0] == [None, "2025", "2026"]


def test_the_same_data_makes_the_same_bytes() -> None:
    first, second = (hashlib.sha256(write_package(render())).digest() for _ in range(2))
    assert first == second


def test_a_value_that_looks_like_a_formula_is_a_text() -> None:
    sheet = load_workbook(BytesIO(render(names=["=1+1", "b", "c"])[NEW_BOOK])).active
    assert sheet is not None
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")


def test_a_name_that_is_not_defined_is_reported() -> None:
    assert problems("{% chart execution %}") == [
        "paragraph 1 «{% chart execution %}»: error [template-undefined] execution is not defined"
    ]


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"series": {"a": [1, 2]}}, "a has 2 numbers for 3 names"),
        ({"series": {"a": ["x", 2, 3]}}, "«x» is no number"),
        ({"series": {"a": [True, 2, 3]}}, "«True» is no number"),
        ({"series": {}}, "there is nothing to show"),
        ({"series": [1, 2, 3]}, "write a table, or names=… and series=…"),
        ({"series": MANY}, "a chart can't show so many numbers"),
    ],
)
def test_data_that_no_chart_can_show_is_reported(values: dict[str, Any], problem: str) -> None:
    (message,) = problems(**values)
    assert message.startswith(f"paragraph 1 «{DATA[:40]}»: error [template-value] {DATA} failed: ")
    assert message.endswith(problem)


def test_a_pie_with_several_series_is_reported() -> None:
    (message,) = problems(chart=make_chart(PieChart, series=1))
    assert message.endswith("a pie shows one series, not 2025, 2026")


def test_a_kind_that_shows_no_names_is_reported() -> None:
    (message,) = problems(chart=make_chart(ScatterChart, series=1))
    assert "a chart of the kind scatterChart can't show it" in message


@both
def test_a_tag_of_a_chart_in_the_text_is_reported(kit: Kit) -> None:
    (message,) = mistakes(kit, "{% chart x %}", x=1)
    assert message == (
        "paragraph 1 «{% chart x %}»: error [template-chart] {% chart x %} stands in no chart\n"
        "  hint: draw a chart in Word, and put the tag into its alternative text"
    )


def test_a_tag_of_a_chart_at_a_picture_is_reported() -> None:
    body = drawing(DATA).replace("c:chart", "c:nothing")
    with pytest.raises(DataError, match="stands in no chart"):
        compile_chart(DATA, body=body)


def test_a_condition_beside_the_tag_of_a_chart_is_reported() -> None:
    with pytest.raises(DataError) as caught:
        compile_chart(DATA, body=drawing(f"{{% if x %}}{DATA}{{% endif %}}"))
    (found,) = caught.value.diagnostics
    assert found.message == ("{% if x %} has no effect on the chart beside it")


def test_too_many_charts_are_reported() -> None:
    body = in_loop("{% chart names=['a'], series={'s': [x]} %}")
    with pytest.raises(DataError, match="the document has more than 200 charts"):
        render(body=body, xs=list(range(300)))


def test_hwpx_has_no_such_charts() -> None:
    body = HANGUL.draw("a")
    assert compile_parts(HANGUL, HANGUL.parts(body))._charts == set()
