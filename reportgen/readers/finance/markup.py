"""XML read as a stream of events by local name: no entities, no limits to guess, little memory."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from reportgen.i18n import translate as _
from reportgen.letters import normalize
from reportgen.limits import MOST_ELEMENTS
from reportgen.readers.finance.trouble import refuse

LONGEST = 1 << 20
"""The longest text of one cell; Excel's own limit is 32,767 characters."""

_MOST_NAMES = 1_000

Attributes = dict[str, str]


class Markup:
    """Feeds parts of a workbook to a pair of functions.

    Prefixes are left out: programs differ in them, and the elements that are looked for have
    the same names in the transitional and the strict form of the standard (ECMA-376).
    """

    def __init__(
        self,
        file: str,
        start: Callable[[str, Attributes], object],
        end: Callable[[str], object] = lambda _tag: None,
    ) -> None:
        self._file = file
        self._start = start
        self._end = end
        self._local: dict[str, str] = {}
        self._elements = 0
        self._texts: list[str] | None = None
        self._length = 0
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._on_start
        self._parser.EndElementHandler = self._on_end
        self._parser.StartDoctypeDeclHandler = self._on_doctype

    def __call__(self, chunk: bytes, last: bool) -> None:
        """Read on."""
        try:
            self._parser.Parse(chunk, last)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise refuse(
                self._file,
                _("the workbook is damaged: {problem}", problem=str(error)),
                _("open it in Excel and save it again as .xlsx"),
            ) from None

    def collect(self) -> None:
        """Keep the text that follows."""
        self._texts = []
        self._length = 0
        self._parser.CharacterDataHandler = self._on_text

    def collected(self) -> str:
        """The text since then, with which the keeping ends."""
        text = normalize("".join(self._texts or ()))
        self._texts = None
        self._parser.CharacterDataHandler = None
        return text

    def _on_start(self, name: str, attributes: Attributes) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise refuse(
                self._file,
                _("a part holds more than {limit} elements", limit=f"{MOST_ELEMENTS:,}"),
                _("split the file, or remove what isn't needed"),
            )
        self._start(self._find_local(name), attributes)

    def _on_end(self, name: str) -> None:
        self._end(self._find_local(name))

    def _find_local(self, name: str) -> str:
        local = self._local.get(name)
        if local is None:
            local = name.rpartition(":")[2]
            if len(self._local) < _MOST_NAMES:
                self._local[name] = local
        return local

    def _on_text(self, text: str) -> None:
        self._length += len(text)
        if self._texts is None or self._length > LONGEST:
            raise refuse(
                self._file,
                _("a cell holds more than a million characters"),
                _("remove what isn't needed"),
            )
        self._texts.append(text)

    def _on_doctype(self, *_declaration: object) -> None:
        raise refuse(
            self._file,
            _("the workbook declares entities of its own, which no office program does"),
            _("open it in Excel and save it again as .xlsx"),
        )
