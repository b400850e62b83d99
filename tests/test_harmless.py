"""Texts that no spreadsheet takes for a formula."""

import pytest

from reportgen.harmless import make_harmless


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
def test_an_active_text_gets_an_apostrophe(text: str) -> None:
    assert make_harmless(text) == "'" + " ".join(text.split())


@pytest.mark.parametrize("text", ["", "출장비", "△100", "'=1+1", "1-2"])
def test_other_texts_stay(text: str) -> None:
    assert make_harmless(text) == text


def test_it_does_it_once() -> None:
    assert make_harmless(make_harmless("=1")) == make_harmless("=1")
