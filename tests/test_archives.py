"""A zip is looked at before it is unpacked."""

import zipfile
from io import BytesIO

import pytest

from reportgen import archives
from reportgen.archives import ArchiveLimitError, open_archive, unpack


def _pack(parts: dict[str, bytes]) -> BytesIO:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer


def test_parts_are_unpacked() -> None:
    with open_archive(_pack({"a": b"abc"}), 3) as archive:
        assert b"".join(unpack(archive, archive.getinfo("a"))) == b"abc"


def test_parts_that_together_hold_more_are_refused() -> None:
    packed = _pack({"a": b"\0" * (2 << 20), "b": b"\0" * (2 << 20)})
    with pytest.raises(ArchiveLimitError, match="it unpacks to 4 MB; 3 MB is the limit"):
        open_archive(packed, 3 << 20)


def test_a_list_of_parts_that_is_too_long_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_DIRECTORY_BYTES", 1000)
    with pytest.raises(zipfile.BadZipFile, match="the list of its parts is too long"):
        open_archive(_pack({f"part-{number}": b"" for number in range(100)}), 1000)


def test_a_list_in_the_form_for_large_files_is_no_way_round(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 10)
    packed = _pack({f"part-{number}": b"" for number in range(100)})
    monkeypatch.setattr(archives, "MOST_DIRECTORY_BYTES", 1000)
    with pytest.raises(zipfile.BadZipFile, match="the list of its parts is too long"):
        open_archive(packed, 1000)


def test_what_is_no_zip_is_left_to_the_library() -> None:
    with pytest.raises(zipfile.BadZipFile, match="File is not a zip file"):
        open_archive(BytesIO(b"no"), 10)
