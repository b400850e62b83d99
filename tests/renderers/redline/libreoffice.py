"""LibreOffice as a reader of tracked changes, driven by a Basic macro in a profile of its own."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

from tests.programs import require_program

Element = etree._Element

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_LIBRARY = 'xmlns:library="http://openoffice.org/2000/library"'
_SCRIPTS = f"""{_HEAD}
<library:libraries {_LIBRARY} xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/"
 xlink:type="simple" library:link="false"/>
</library:libraries>"""
_SCRIPT = f"""{_HEAD}
<library:library {_LIBRARY} library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>"""
_MODULE = """<script:module xmlns:script="http://openoffice.org/2000/script"
 script:name="Module1" script:language="StarBasic">{}</script:module>"""
_BASIC = """
Sub Save(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  Dim none()
  frame = document.CurrentController.Frame
  If command <> "" Then dispatcher.executeDispatch(frame, command, "", 0, none())
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "OpenDocument Text Flat XML"
  document.storeToURL(target, filter())
  document.close(True)
End Sub

Sub Main
{}
  StarDesktop.terminate
End Sub
"""
ACCEPT, REJECT, KEEP = ".uno:AcceptAllTrackedChanges", ".uno:RejectAllTrackedChanges", ""

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DUMMY = "\u200d"


def read_resolved(jobs: Mapping[str, tuple[bytes, str]], folder: Path) -> dict[str, list[str]]:
    """What LibreOffice finds in documents after a command.

    :param jobs: by name, a DOCX and one of ``ACCEPT``, ``REJECT`` and ``KEEP``.
    """
    office = require_program("soffice")
    calls: list[str] = []
    for number, (data, command) in enumerate(jobs.values()):
        source, target = folder / f"{number}.docx", folder / f"{number}.fodt"
        source.write_bytes(data)
        calls.append(f'Save("{source.as_uri()}", "{target.as_uri()}", "{command}")')
    command_line = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    # A new profile gets an empty library first, over whatever stands there.
    _run([*command_line, "--terminate_after_init"])
    _write_program(folder / "profile", _BASIC.format("\n".join(calls)))
    _run([*command_line, "--norestore", "macro:///Standard.Module1.Main"])
    return {name: _read(folder / f"{number}.fodt") for number, name in enumerate(jobs)}


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=540)


def _write_program(profile: Path, program: str) -> None:
    library = profile / "user" / "basic" / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    (library.parent / "script.xlc").write_text(_SCRIPTS, encoding="utf-8")
    (library / "script.xlb").write_text(_SCRIPT, encoding="utf-8")
    module = f"{_HEAD}{_MODULE.format(escape(program))}"
    (library / "Module1.xba").write_text(module, encoding="utf-8")


def _read(path: Path) -> list[str]:
    """Paragraphs and rows with text; a row is its cells between bars.

    Paragraphs without text are left out, for LibreOffice keeps the mark of a paragraph that
    stands right before a table. So are page numbers, which it computes anew, and a mark
    without width that it puts into tracked rows.
    """
    text = etree.parse(path).find(f".//{_OFFICE}text")
    assert text is not None
    for changes in list(text.iter(f"{_TEXT}tracked-changes")):
        changes.getparent().remove(changes)  # type: ignore[union-attr]
    for number in text.iter(f"{_TEXT}bookmark-ref", f"{_TEXT}page-number"):
        number.text = ""
    return list(_read_blocks(text))


def _read_blocks(holder: Element) -> Iterator[str]:
    for block in holder:
        if block.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            text = "".join(block.itertext()).replace(_DUMMY, "").strip()
            if text:
                yield text
        elif block.tag == f"{_TABLE}table":
            for row in block.iter(f"{_TABLE}table-row"):
                cells = [cell for cell in row if "cell" in str(cell.tag)]
                yield f"|{'|'.join('¶'.join(_read_blocks(cell)) for cell in cells)}|"
        elif block.tag != f"{_TEXT}sequence-decls":
            yield from _read_blocks(block)
