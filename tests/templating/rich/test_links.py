"""Links, in both formats."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path

import docx
import olefile
import pytest
from hwp_hwpx_parser import Reader
from hwpx.document import HwpxDocument
from hwpx.oxml.hyperlink_form import hyperlink_target
from lxml import etree

from reportgen.diagnostics import DataError
from reportgen.templating.formats.owpml import HP
from tests.templating.rich.test_rich_text import hangul_runs, refuse, word_runs
from tests.templating.small_packages import HANGUL, WORD, Kit, both, read_parts
from tests.templating.whole_packages import build, build_hwp, write_whole

URL = "https://example.org/a?b=1&c=2;d#e"


def links(kit: Kit, document: bytes) -> list[tuple[str, str]]:
    """Text and target of every link."""
    if kit is WORD:
        paragraphs = docx.Document(BytesIO(document)).paragraphs
        found = [link for paragraph in paragraphs for link in paragraph.hyperlinks]
        return [(link.text, link.url or f"#{link.fragment}") for link in found]
    HwpxDocument.open(BytesIO(document))
    root = etree.fromstring(read_parts(document)[kit.part])
    made: list[tuple[str, str]] = []
    for begin in root.iter(f"{HP}fieldBegin"):
        run = begin.getparent().getparent().getnext()
        end = run.getnext().find(f"{HP}ctrl/{HP}fieldEnd")
        assert end.get("beginIDRef") == begin.get("id")
        parameters = begin.find(f"{HP}parameters")
        assert parameters.get("cnt") == str(len(parameters))
        made.append(("".join(run.itertext()), hyperlink_target(begin)))
    return made


@both
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("link(url, 'R&D <a>')", [("R&D <a>", URL)]),
        ("link('http://example.org')", [("http://example.org", "http://example.org")]),
        ("link(' https://누리.example ', '누리')", [("누리", "https://누리.example")]),
        ("link('mailto:a@example.org')", [("a@example.org", "mailto:a@example.org")]),
        ("link('#here', '여기')", [("여기", "#here")]),
        ("link('#here', rich('가', bold=true) ~ '나')", [("가", "#here"), ("나", "#here")]),
        ("link(url, 1) ~ link(url, 2)", [("1", URL), ("2", URL)]),
        ("rich(link(url, 'a'), bold=true)", [("a", URL)]),
        ("link(url, 'a') | josa('은/는')", [("a", URL)]),
    ],
)
def test_a_text_leads_to_its_address(
    kit: Kit, typed: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    text = f"앞{{{{ {typed} }}}}뒤\n{{% anchor 'here' %}}a"
    assert links(kit, build(kit, tmp_path, text, url=URL)) == expected


def test_an_address_of_word_is_one_relationship(tmp_path: Path) -> None:
    text = "{% for i in range(3) %}{{ link('https://example.org', i) }}{% endfor %}"
    document = docx.Document(BytesIO(build(WORD, tmp_path, text)))
    kinds = [one.reltype.rpartition("/")[2] for one in document.part.rels.values()]
    assert kinds.count("hyperlink") == 1


@both
@pytest.mark.parametrize(
    ("options", "color", "underlined"),
    [("", "0000FF", True), (", color='c00000', underline=false", "C00000", False)],
)
def test_a_link_is_blue_unless_it_is_told_otherwise(
    kit: Kit, options: str, color: str, underlined: bool, tmp_path: Path
) -> None:
    document = build(kit, tmp_path, f"{{{{ link('https://example.org', 'a'{options}) }}}}")
    if kit is WORD:
        (link,) = docx.Document(BytesIO(document)).paragraphs[0].hyperlinks
        (run,) = link.runs
        assert (str(run.font.color.rgb), run.font.underline) == (color, underlined)
        assert word_runs(document) == []
        return
    ((text, shape),) = hangul_runs(document)
    underline = "{http://www.hancom.co.kr/hwpml/2011/head}underline"
    assert (text, shape.get("textColor")) == ("a", f"#{color}")
    assert (shape.find(underline).get("type") == "BOTTOM") is underlined


def test_hwp_hwpx_parser_reads_the_link(tmp_path: Path) -> None:
    path, url = tmp_path / "a.hwpx", "https://example.org/a?b=1&c=2#d"
    path.write_bytes(build(HANGUL, tmp_path, f"앞 {{{{ link('{url}', '누리') }}}} 뒤"))
    with Reader(path) as reader:
        assert reader.extract_text_with_notes().hyperlinks == [("누리", url)]


def test_the_hwp_has_the_link(tmp_path: Path) -> None:
    hwp = build_hwp(tmp_path, "앞 {{ link('https://example.org/a?b=1', '누리') }} 뒤")
    with olefile.OleFileIO(BytesIO(hwp)) as file:
        section = zlib.decompress(file.openstream("BodyText/Section0").read(), -15)
    command = r"https\://example.org/a\?b=1;1;0;0;".encode("utf-16-le")
    assert section.count(b"klh%") == 2  # in the text, and at its control
    assert section.count(command) == 1


@both
@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("'javascript:alert(1)', 'a'", "«javascript:alert(1)» is no address"),
        ("'JavaScript:alert(1)', 'a'", "is no address"),
        ("'file:///etc/hosts', 'a'", "is no address"),
        ("'data:text/html,a', 'a'", "is no address"),
        ("'ftp://example.org', 'a'", "is no address"),
        ("'//example.org', 'a'", "is no address"),
        ("'example.org', 'a'", "is no address"),
        ("'https://', 'a'", "is no address"),
        ("'https://a.b/\\ud800', 'k'", "the character U+D800 can't stand in a document"),
        ("'https://a.b/\\ufdd0', 'k'", "the character U+FDD0 can't stand in a document"),
        ("'https://[', 'a'", "is no address"),
        ("'https://a b', 'a'", "is no address"),
        ("'java\\nscript:a', 'a'", "is no address"),
        ("'mailto:a', 'a'", "is no address"),
        ("'#', 'a'", "is no address"),
        ("'#a b', 'a'", "is no address"),
        ("'', 'a'", "is no address"),
        ("1, 'a'", "a link needs an address"),
        ("'https://example.org', ''", "a link without text can't be seen"),
        ("'https://example.org', page_break()", "only text can be a link"),
        ("'https://example.org', link('https://example.org', 'a')", "only text can be a link"),
        ("'https://example.org', 'a', colour='x'", "colour is not known"),
        ("'#nowhere', 'a'", "the document has no bookmark «nowhere»"),
    ],
)
def test_what_leads_nowhere_is_refused_with_its_place(
    kit: Kit, typed: str, problem: str, tmp_path: Path
) -> None:
    message = refuse(kit, tmp_path, f"{{{{ link({typed}) }}}}")
    assert problem in message
    assert "paragraph" in message


def test_a_link_in_a_link_of_word_is_refused(tmp_path: Path) -> None:
    run = "<w:r><w:t>{{ link('https://example.org', 'a') }}</w:t></w:r>"
    body = f'<w:p><w:hyperlink w:anchor="b">{run}</w:hyperlink></w:p>'
    template = write_whole(WORD, tmp_path, body)
    with pytest.raises(DataError, match="can't stand in another link"):
        template.render({"report": {"mark": "", "organization": ""}})


def test_a_bookmark_of_the_template_is_known(tmp_path: Path) -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="here"/><w:bookmarkEnd w:id="1"/>'
    body = WORD.paragraph(["{{ link('#here', 'a') }}"]).replace("</w:p>", f"{mark}</w:p>")
    template = write_whole(WORD, tmp_path, body)
    assert template.render({"report": {"mark": "", "organization": ""}}).parts
