"""A document with all of it, held against the rules of both formats by other programs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hwpx.tools.package_validator import validate_editor_open_safety
from openxml_audit import OpenXmlValidator

from tests.templating.drawn_pictures import draw_png
from tests.templating.small_packages import HANGUL, WORD, Kit
from tests.templating.whole_packages import finish, write_whole

TEXT = """\
앞 {{ picture('images/logo.png', width=40, alt='로고') }}
{{ rich('재단', bold=true) | josa('은/는') }}
{{ link('https://example.org/a?b=1&c=2#d', '누리집') }} {{ link('#here', rich('여기', size=9)) }}
|{% cellbg 'FFE699' %}{{ rich('a', color='C00000', underline=true, superscript=true) }}|b|
가{{ page_break() }}나
{{ page_break() }}{% anchor 'here' %}여기"""


def write_all(kit: Kit, folder: Path) -> Path:
    images = folder / "content" / "images"
    images.mkdir(parents=True)
    (images / "logo.png").write_bytes(draw_png())
    template = write_whole(kit, folder, kit.draw(TEXT), content=images.parent)
    path = folder / f"finished.{kit}"
    path.write_bytes(finish(kit, template))
    return path


@pytest.mark.slow
def test_openxml_audit_finds_nothing(tmp_path: Path) -> None:
    found = OpenXmlValidator().validate(str(write_all(WORD, tmp_path)))
    assert [str(error) for error in found.errors] == []


def test_an_editor_opens_the_hwpx_safely(tmp_path: Path) -> None:
    assert validate_editor_open_safety(str(write_all(HANGUL, tmp_path))).ok
