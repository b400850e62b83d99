"""Zip packages: the same bytes for the same parts, and files that are none."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reportgen.diagnostics import DataError
from reportgen.templating.packages.package import read_package, write_package

UNREADABLE = (
    "a.hwpx: error [template-file] this is no office document\n"
    "  hint: save it again in the office program"
)


def fail_to_read(path: Path) -> str:
    with pytest.raises(DataError) as caught:
        read_package(path, "a.hwpx")
    return str(caught.value)


def test_parts_come_back_in_order(tmp_path: Path) -> None:
    parts = {"mimetype": b"x", "b.xml": b"<b/>", "a.txt": "가".encode()}
    path = tmp_path / "a.hwpx"
    path.write_bytes(write_package(parts))
    assert list(read_package(path, "a.hwpx").items()) == list(parts.items())


def test_the_same_parts_give_the_same_bytes() -> None:
    parts = {"mimetype": b"x", "a.xml": b"<a/>" * 1000}
    assert write_package(parts) == write_package(dict(parts))


def test_the_type_comes_first_and_is_stored() -> None:
    data = write_package({"a.xml": b"<a/>", "mimetype": b"application/hwp+zip"})
    assert data[30:57] == b"mimetypeapplication/hwp+zip"
    with zipfile.ZipFile(BytesIO(data)) as archive:
        kinds = [
            (info.filename, info.compress_type, info.date_time[0]) for info in archive.infolist()
        ]
    assert kinds == [("mimetype", zipfile.ZIP_STORED, 1980), ("a.xml", zipfile.ZIP_DEFLATED, 1980)]


def test_a_missing_template_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "none.hwpx"
    assert fail_to_read(path) == (
        "a.hwpx: error [template-file] the template is missing\n"
        f"  hint: put it at {path}, or name a project that has it with --templates"
    )


def test_a_file_that_is_no_package_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.hwpx"
    path.write_bytes(b"\xd0\xcf\x11\xe0 an old file")
    assert fail_to_read(path) == UNREADABLE


def test_a_damaged_package_is_reported(tmp_path: Path) -> None:
    data = bytearray(write_package({"a.xml": bytes(range(256)) * 40}))
    data[40:60] = b"\xff" * 20
    path = tmp_path / "a.hwpx"
    path.write_bytes(data)
    assert fail_to_read(path) == (
        "a.hwpx: error [template-file] the file is damaged, or only a part of it\n"
        "  hint: copy or download it again, and look whether the office program opens it"
    )


def test_a_folder_in_place_of_the_template_is_reported(tmp_path: Path) -> None:
    assert fail_to_read(tmp_path) == (
        "a.hwpx: error [template-file] this is a folder, where a file is expected\n"
        "  hint: move the folder away, or give it another name"
    )
