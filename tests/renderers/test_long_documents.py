"""A table of many rows leaves in blocks, and is what it would be as a whole."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

from tests.templating.small_packages import HANGUL, Kit, both
from tests.templating.whole_packages import build

ROWS = 3_000
TABLE = "|열\t하나|둘|\n|{%tr for row in rows %}||\n|{{ row.a }}|{{ row.b }}|\n|{%tr endfor %}||"


def read(kit: Kit, folder: Path, text: str) -> str:
    """The main part of a whole document."""
    rows = [{"a": f"{at:,}", "b": f"가\xa0{at} & <b>"} for at in range(ROWS)]
    with zipfile.ZipFile(BytesIO(build(kit, folder, text, rows=rows))) as archive:
        return archive.read(kit.part).decode()


@both
def test_every_row_comes_out_once(kit: Kit, tmp_path: Path) -> None:
    xml = read(kit, tmp_path, TABLE)
    texts = re.findall(r"<(?:w|hp):t(?:\s[^>]*)?>([\d,]+)</", xml)
    assert texts == [f"{at:,}" for at in range(ROWS)]
    assert xml.count("&amp; &lt;b&gt;") == ROWS


def test_rows_ids_and_spaces_of_hwpx_are_right_across_the_blocks(tmp_path: Path) -> None:
    xml = read(HANGUL, tmp_path, TABLE)
    assert f'rowCnt="{ROWS + 1}"' in xml
    addresses = re.findall(r'colAddr="0" rowAddr="(\d+)"', xml)
    assert addresses == [str(at) for at in range(ROWS + 1)]
    ids = list(map(int, re.findall(r'<hp:(?:p|tbl) id="(\d+)"', xml)))
    assert ids == list(range(ids[0], ids[0] + len(ids)))
    assert xml.count("<hp:nbSpace/>") == ROWS
    assert not re.search("[\xa0\ufdd0-\ufdef]", xml)


@both
def test_a_rich_value_in_it_changes_nothing_else(kit: Kit, tmp_path: Path) -> None:
    plain = read(kit, tmp_path, f"{TABLE}\nx")
    assert plain == read(kit, tmp_path, f"{TABLE}\n{{{{ rich('x') }}}}")
