"""``picture``: pictures from the folder of the content."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path, PurePosixPath
from typing import Any

from reportgen.files import UnreadableFileError, list_files, read_input
from reportgen.i18n import translate as _
from reportgen.letters import normalize
from reportgen.limits import MOST_PICTURE_BYTES, MOST_PICTURES_BYTES
from reportgen.templating.code.arithmetic import is_number, make_exact
from reportgen.templating.rich.picture_data import PictureData, read_picture
from reportgen.templating.rich.rich_text import Picture, Rich

FOLDER = "images"
_LARGEST_MM = 1_000


class PictureFolder:
    """The pictures of one content folder, each read once.

    :param content: the folder; None where a template is only looked at.
    """

    def __init__(self, content: Path | None) -> None:
        self._content = content
        self._read: dict[str, PictureData] = {}

    def find(self, name: str) -> PictureData:
        """The picture of that path, which begins below the content folder.

        :raises ValueError: with what is wrong with it.
        """
        if name not in self._read:
            picture = self._load(name)
            held = sum(len(one.data) for one in self._read.values()) + len(picture.data)
            if held > MOST_PICTURES_BYTES:
                limit = MOST_PICTURES_BYTES >> 20
                raise ValueError(_("the pictures together are larger than {limit} MB", limit=limit))
            self._read[name] = picture
        return self._read[name]

    def _load(self, name: str) -> PictureData:
        path = self._locate(name)
        try:
            return read_picture(read_input(path, MOST_PICTURE_BYTES))
        except FileNotFoundError:
            raise ValueError(_("there is no picture content/{name}", name=name)) from None
        except UnreadableFileError as error:
            problem = error.problem
        except ValueError as error:
            problem = str(error)
        raise ValueError(_("content/{name}: {problem}", name=name, problem=problem))

    def _locate(self, name: str) -> Path:
        parts = _split_path(name)
        if self._content is None:
            raise ValueError(_("there is no content folder to take a picture from"))
        path = self._content / FOLDER
        for part in parts[1:]:
            path = _find_entry(path, part)
        if not path.resolve().is_relative_to(self._content.resolve()):
            raise ValueError(_("content/{name} is a link that leads out of the folder", name=name))
        return path


class AnyPicture(PictureFolder):
    """Has a picture of every path that can be right; for templates that are only looked at."""

    def __init__(self) -> None:
        super().__init__(None)

    def find(self, name: str) -> PictureData:
        """A picture of some size."""
        _split_path(name)
        return PictureData(b"", "png", 1, 1, Fraction(1), Fraction(1))


def _split_path(name: str) -> tuple[str, ...]:
    """The parts of a picture's path.

    :raises ValueError: when it leads out of the folder of the pictures.
    """
    parts = PurePosixPath(name).parts
    is_below = len(parts) > 1 and parts[0] == FOLDER and not {"..", "."} & set(parts)
    if not is_below or "\\" in name or "\0" in name or ":" in name:
        problem = _("pictures stand in content/images; write 'images/NAME'")
        raise ValueError(f"«{name}»: {problem}")
    return parts


def _find_entry(folder: Path, name: str) -> Path:
    """The entry of that name, also where a file system took its letters apart."""
    if not (folder / name).exists() and not name.isascii():
        try:
            entries = list_files(folder)
        except UnreadableFileError:
            entries = []
        alike = (entry for entry in entries if normalize(entry.name) == normalize(name))
        return next(alike, folder / name)
    return folder / name


def make_picture(folder: PictureFolder) -> Callable[..., Rich]:
    """The function ``picture`` of templates."""

    def picture(name: Any, width: Any = None, height: Any = None, alt: Any = None) -> Rich:
        """A picture of content/images; sizes in millimetres, and a text for who can't see it."""
        if not isinstance(name, str):
            raise TypeError(_("a picture is named by its path: 'images/NAME'"))
        if not isinstance(alt, str):
            raise TypeError(_("say what the picture shows: alt='…'; '' if it only decorates"))
        found = folder.find(normalize(str(name)))
        wide, high = _read_size("width", width), _read_size("height", height)
        sized = wide is not None or high is not None
        ratio = found.height_mm / found.width_mm
        if wide is None:
            wide = high / ratio if high is not None else found.width_mm
        if high is None:
            high = wide * ratio
        if max(wide, high) > _LARGEST_MM and sized:
            raise ValueError(_explain_size("height" if high > wide else "width"))
        return Rich((Picture(found, wide, high, not sized, alt, PurePosixPath(str(name)).name),))

    return picture


def _read_size(name: str, value: Any) -> Fraction | None:
    if value is None:
        return None
    if not is_number(value) or not 0 < value <= _LARGEST_MM:
        raise ValueError(_explain_size(name))
    return make_exact(value)


def _explain_size(name: str) -> str:
    return _("{name} is in millimetres, at most {most}", name=name, most=_LARGEST_MM)
