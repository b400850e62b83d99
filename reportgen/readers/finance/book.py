"""A file of finance as a book: what it is, is seen by its content and not by its name."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from reportgen.files import UnreadableFileError, read_input
from reportgen.i18n import translate as _
from reportgen.letters import normalize
from reportgen.limits import MOST_LEDGER_BYTES as MOST_FILE
from reportgen.readers.finance.grid import Book
from reportgen.readers.finance.text_table import read_text_table
from reportgen.readers.finance.trouble import refuse
from reportgen.readers.finance.xls import read_xls, refuse_password
from reportgen.readers.finance.xlsx import read_xlsx

_ZIP = b"PK"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HANGUL = "HwpSummaryInformation".encode("utf-16-le")


def read_book(path: Path) -> Book:
    """The workbook, or the text file as a book of one sheet.

    :raises DataError: with the one reason why it can't be read.
    """
    file = normalize(path.name)
    data = _read_bytes(path, file)
    if data.startswith(_ZIP):
        return read_xlsx(BytesIO(data), file)
    if data.startswith(_COMPOUND):
        if _ENCRYPTED in data:
            raise refuse_password(file)
        if _HANGUL in data:
            raise _refuse_kind(file, _("this is a document, not a workbook"))
        return read_xls(data, file)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise _refuse_kind(file, _("this is a web page, whatever its name says"))
    return read_text_table(data, file)


def _read_bytes(path: Path, file: str) -> bytes:
    try:
        data = read_input(path, MOST_FILE)
    except UnreadableFileError as error:
        raise refuse(file, error.problem, error.hint) from None
    except FileNotFoundError:
        raise refuse(
            file, _("there is no such file"), _("look for it, and check how its name is spelled")
        ) from None
    if not data.strip():
        raise refuse(file, _("the file is empty"), _("save it again from Excel"))
    return data


def _refuse_kind(file: str, problem: str) -> Exception:
    return refuse(file, problem, _("open it in Excel and save it again as .xlsx"))
