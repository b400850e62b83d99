"""Every figure has a defined name of its own that Excel can read."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.renderers.xlsx import render_xlsx
from reportgen.renderers.xlsx.addresses import split_reference
from reportgen.renderers.xlsx.names import fold_name, spell_name, spell_names
from reportgen.state import load_state
from tests.detailed import ROWS, write_detailed
from tests.renderers.annex_sample import DAY, TEMPLATE


@pytest.mark.parametrize(
    ("figures", "alike"),
    [
        (("commitment.month_03.wind_map", "commitment.month_03_wind_map"), True),
        (("count.t.가 나", "count.t.가_나"), True),
        (("count.t.R&D", "count.t.r&d"), True),
        (("count.t.Ａ", "count.t.A"), True),
        (("budget.a", "budget.b"), False),
    ],
)
def test_names_that_excel_takes_for_the_same_are_told_apart(
    figures: tuple[str, str], alike: bool
) -> None:
    names = spell_names(figures, frozenset())
    assert fold_name(names[figures[0]]) != fold_name(names[figures[1]])
    plain = [spell_name(figure) for figure in figures]
    assert [names[figure] for figure in figures if names[figure] in plain] == (
        [] if alike else plain
    )


def test_a_name_that_something_else_has_is_told_apart() -> None:
    (name,) = spell_names(["list.accounts"], {"list_accounts"}).values()
    assert name.startswith("list_accounts_")


@pytest.mark.parametrize(
    ("figure", "name"),
    [
        ("a1", "figure_a1"),
        ("XFD1048576", "figure_XFD1048576"),
        ("r1c1", "figure_r1c1"),
        ("c", "figure_c"),
        ("r", "figure_r"),
        ("rc", "figure_rc"),
        ("true", "figure_true"),
        ("4급", "figure_4급"),
        ("count.t.① 건", "count_t___건"),
        ("count.t.環境", "count_t_環境"),
        ("count.t.\U0001f333", "count_t__"),
    ],
)
def test_a_name_is_no_address_and_holds_letters_and_digits(figure: str, name: str) -> None:
    assert spell_name(figure) == name


TEXTS = st.text(st.sampled_from("abAB_. 가나①𠀀'"), min_size=1, max_size=300)


@given(st.lists(TEXTS, unique=True, max_size=20), st.frozensets(TEXTS.map(fold_name), max_size=3))
def test_every_name_is_its_own_and_short_enough(figures: list[str], taken: frozenset[str]) -> None:
    names = spell_names(figures, taken)
    folded = [fold_name(name) for name in names.values()]
    assert len(set(folded)) == len(figures)
    assert not taken & set(folded)
    assert all(len(name.encode("utf-16-le")) <= 2 * 255 for name in names.values())
    assert names == {**spell_names(figures[::-1], taken)}


LONG = "a" + "_long" * 60


@pytest.mark.parametrize("account", ["month_03_river_watch", "r1c1", LONG])
def test_a_name_in_the_workbook_leads_to_its_own_figure(tmp_path: Path, account: str) -> None:
    root = write_detailed(tmp_path, rows=ROWS)
    for path in sorted(root.glob("content/**/*.*")):
        path.write_text(path.read_text("utf-8").replace("tree_map", account), "utf-8")
    state = load_state(root)
    figures = state.context.figures
    data = render_xlsx(state.annexes, figures, TEMPLATE, modified=DAY).data
    workbook = openpyxl.load_workbook(BytesIO(data), data_only=True)
    references = {name: found.attr_text for name, found in workbook.defined_names.items()}
    assert len(set(map(fold_name, references))) == len(references)
    shown = find_shown(workbook, references)
    spelled = {spell_name(figure.name): figure for figure in figures.values()}
    checked = [name for name in shown if name in spelled]
    assert len(checked) > 100
    wrong = [name for name in checked if not shows(spelled[name].value, shown[name])]
    assert wrong == []
    ours = [name for name in references if account[:200] in name]
    assert len(ours) > 10


def shows(value: object, cell: int) -> bool:
    """Whether a cell shows a figure; won are shown as thousands."""
    return value in (cell, cell * 1000)


def find_shown(workbook: openpyxl.Workbook, references: dict[str, str]) -> dict[str, object]:
    """What stands in the cell of every name that leads to one cell with a whole number."""
    shown: dict[str, object] = {}
    for name, reference in references.items():
        sheet, area = split_reference(reference) or ("", None)
        if area is not None and (area.left, area.top) == (area.right, area.bottom):
            value = workbook[sheet].cell(area.top, area.left).value
            if isinstance(value, int):
                shown[name] = value
    return shown


def test_neighbours_in_the_workbook_keep_their_own_names(tmp_path: Path) -> None:
    root = write_detailed(tmp_path, rows=ROWS)
    for path in sorted(root.glob("content/**/*.*")):
        text = path.read_text("utf-8").replace("tree_map", "month_03_river_watch")
        path.write_text(text, "utf-8")
    state = load_state(root)
    data = render_xlsx(state.annexes, state.context.figures, TEMPLATE, modified=DAY).data
    names = openpyxl.load_workbook(BytesIO(data)).defined_names
    stem = "disbursement_month_03_river_watch"
    found = sorted(name for name in names if name.startswith(stem))
    assert stem not in found
    assert len({names[name].attr_text for name in found}) == 2
