"""Pictures of a folder on their way into the documents."""

from __future__ import annotations

from pathlib import Path

from reportgen.build import BuildOptions, build
from reportgen.formats import Document, Format
from reportgen.manifest import find_changes, read_manifest
from reportgen.templating.packages.package import write_package
from tests.sample import find_mistakes, write_folder
from tests.templating.drawn_pictures import draw_png
from tests.templating.small_packages import read_parts

_TITLE = b"{{ report.title }}"
_PICTURE = b"{{ picture('images/logo.png', width=30, alt='logo') }}"


def print_picture(root: Path, form: Format, part: str) -> None:
    """Let the folder's template print a picture beside the title."""
    path = root / form.name_template(Document.REPORT)
    parts = read_parts(path.read_bytes())
    assert _TITLE in parts[part]
    parts[part] = parts[part].replace(_TITLE, _TITLE + _PICTURE, 1)
    path.write_bytes(write_package(parts))


def make_folder(folder: Path) -> Path:
    root = write_folder(folder, templates=True)
    (root / "content/images").mkdir()
    (root / "content/images/logo.png").write_bytes(draw_png())
    return root


def test_pictures_are_read_and_told_when_they_change(tmp_path: Path) -> None:
    root = make_folder(tmp_path)
    print_picture(root, Format.DOCX, "word/document.xml")
    print_picture(root, Format.HWPX, "Contents/section0.xml")
    output = root / "output"
    build(BuildOptions(root, output, (Format.DOCX, Format.HWPX, Format.HWP)))
    assert "word/media/picture1.png" in read_parts((output / "council-report.docx").read_bytes())
    assert "BinData/image1.png" in read_parts((output / "council-report.hwpx").read_bytes())
    manifest = read_manifest(output)
    assert "content/images/logo.png" in manifest["inputs"]
    assert list(find_changes(manifest, root, output)) == []
    (root / "content/images/logo.png").write_bytes(draw_png(9, 9))
    (finding,) = find_changes(manifest, root, output)
    assert "content/images/logo.png" in finding.message


def test_a_picture_is_no_file_that_nobody_reads(tmp_path: Path) -> None:
    root = make_folder(tmp_path)
    (root / "content/images/teams").mkdir()
    (root / "content/images/teams/a.JPEG").write_bytes(b"")
    assert find_mistakes(root) == []


def test_another_file_among_the_pictures_is_told(tmp_path: Path) -> None:
    root = make_folder(tmp_path)
    (root / "content/images/logo.ai").write_bytes(b"")
    (message,) = find_mistakes(root)
    assert "content/images: warning [unread-file]" in message
    assert "logo.ai" in message
