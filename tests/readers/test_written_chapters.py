"""The chapters of the first format written out, with everything else as it was typed."""

from __future__ import annotations

import pytest
import yaml

from reportgen.readers.written_chapters import carry_over
from tests.sample import REPORT

TYPED = """\
# 설정
title: 보고   # 제목

chapters:
  # 차례
  - id: strategy   # 전략
    title: 전략  # 둘째

  - {id: projects, title: "사업, 넷"}   # 셋째
  - id: own
    title: 새 장
    blocks:
      - item: 가
  - title: 파일
    file: chapters/a.yaml
unit: 천원  # 끝
"""
WRITTEN = """\
# 설정
title: 보고   # 제목

chapters:
  # 차례
  - id: strategy   # 전략
    title: 전략  # 둘째
    blocks:
      - view: strategy

  - id: projects
    title: "사업, 넷"
    blocks:
      - view: programmes   # 셋째
  - id: own
    title: 새 장
    blocks:
      - item: 가
  - title: 파일
    file: chapters/a.yaml
unit: 천원  # 끝
"""


def test_comments_and_all_else_stay() -> None:
    assert carry_over(TYPED) == (WRITTEN, ("strategy", "projects"))


def test_what_is_written_out_stays() -> None:
    assert carry_over(WRITTEN) == (WRITTEN, ())


@pytest.mark.parametrize("text", ["title: 가\n", "chapters:\n", "chapters: []\n", ""])
def test_without_chapters_there_is_nothing_to_do(text: str) -> None:
    assert carry_over(text) == (text, ())


def test_a_text_without_a_line_end_is_written_out() -> None:
    text, chapters = carry_over("chapters:\n- id: strategy\n  title: 가")
    assert text == "chapters:\n- id: strategy\n  title: 가\n  blocks:\n    - view: strategy"
    assert chapters == ("strategy",)


def test_every_chapter_of_the_sample_is_still_yaml() -> None:
    text, chapters = carry_over(REPORT)
    typed = yaml.safe_load(text)
    assert [chapter["id"] for chapter in typed["chapters"]] == list(chapters)
    assert all(chapter["blocks"] for chapter in typed["chapters"])
