"""Names of fields that are no expression as they are typed, and were evidently meant as one.

The border to a label is drawn so that what forms are labelled with stays: a single word, words
parted by blanks, and signs with a blank behind them belong to a label.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.choices import find_near
from reportgen.i18n import translate as _
from reportgen.letters import normalize, tidy_name
from reportgen.templating.fields.known_names import KnownNames, fold, widen

_WORD = r"[^\W\d]\w*"
_BRACES = re.compile(r"\{[{%#]|[}%#]\}")
_SIGNS = re.compile(r"\{|«|<<|\$\{|\$[a-z]|%\w+%$")
"""What other programs put before the names of their fields."""

_LEADING = re.compile(r"\W+")
_PATH = re.compile(
    rf"(?P<root>{_WORD})(?P<blank>\s*)(?P<sign>\.[\s.]*|[,:;·ᆞ・‧。→>\\]+|->)(?P<after>\s*)"
    rf"(?P<member>{_WORD}(?:\s*[.,:;·ᆞ・‧。→>\\]+\s*{_WORD})*)"
)
_BETWEEN = re.compile(r"\s*[.,:;·ᆞ・‧。→>\\]+\s*")
_NO_DOT = re.compile(r"\s*[,:;·ᆞ・‧。→>\\]")
_TIE = re.compile("[-/]")
_CALL = re.compile(rf"(?P<name>{_WORD})(?P<blank>\s*)\(\s*(?P<first>[\"'“‘)]|{_WORD}|)")
_FILTER = re.compile(rf"(?P<root>{_WORD})\s*\|\s*[a-z_]")
_ITEM = re.compile(rf"(?P<root>{_WORD})\s*\[\s*[\"'“‘]")
_MISTYPED = re.compile(r"(?P<root>[A-Za-z]\w+)(?P<rest>(?:\.[a-z]\w+)+)\s*(?:\||$)", re.ASCII)
_INSIDE = re.compile(rf"(?<![\w./@-]){_WORD}(?:\.{_WORD})+")
_QUOTES = ("'", '"', "“", "‘")


@dataclass(frozen=True, slots=True)
class Meant:
    """What the name of a field was meant to be.

    :ivar key: the right name, empty where it can't be told.
    :ivar problem: what is wrong, empty where reading the name tells it.
    """

    key: str
    problem: str = ""


def find_meant(name: str, known: KnownNames) -> Meant | None:
    """What a name that is no expression was meant to be; None for a label."""
    plain = widen(name)
    core = _LEADING.sub("", plain, count=1) if _LEADING.match(plain) else plain
    found = _read_path(core, known) or _read_call(core, known) or _read_end(core, known)
    found = found or _read_word(plain, core, name, known) or _read_tied(core, known)
    found = found or _read_mistyped(core, known) or _read_inside(plain, known)
    if _BRACES.search(plain):
        return Meant(found.key if found else "", _("braces stand in it"))
    if found and tidy_name(name) != " ".join(normalize(name).split()):
        return Meant(found.key, _("a character that can't be seen stands in it"))
    if found and not found.problem and plain.startswith("{"):
        return Meant(found.key, _("braces stand in it"))
    return found


def _read_path(core: str, known: KnownNames) -> Meant | None:
    """A root with members behind it, whatever stands between them."""
    match = _PATH.match(core)
    if match is None or (root := known.folded_roots.get(fold(match["root"]))) is None:
        return None
    is_dot = match["sign"].startswith(".")
    named = _NO_DOT.split(match["member"])[0] if is_dot else match["member"]
    members = _BETWEEN.split(named)
    key = ".".join((root, *(_lower(part) for part in members)))
    key = known.folded_paths.get(fold(key), key)
    if not (match["root"] == root and is_dot):
        is_meant = _is_dotted if is_dot else _is_parted
        if not is_meant(match, root, key in known.paths):
            return None
    rest = core[match.end() :].rstrip(" })>]»\"'”’;,.:%$")
    key += rest if rest.lstrip()[:1] in ("|", "(", "[") else ""
    return Meant(key, _explain(match, root, is_dot))


def _lower(member: str) -> str:
    return member if member[0].islower() else member.casefold()


def _is_dotted(match: re.Match[str], _root: str, is_path: bool) -> bool:
    """Whether a full stop parts names, and not sentences."""
    is_close = not (match["blank"] or match["after"] or " " in match["sign"])
    return match["member"][0].islower() or (is_close and is_path)


def _is_parted(match: re.Match[str], root: str, is_path: bool) -> bool:
    """Whether another sign parts names, and not words."""
    member = match["member"]
    is_lower = member.isascii() and member == member.casefold()
    if match["blank"] or match["after"]:
        return is_path and is_lower and match["root"] == root
    return is_path or is_lower


def _explain(match: re.Match[str], root: str, is_dot: bool) -> str:
    if not is_dot:
        return _("the sign {sign} stands where a full stop belongs", sign=match["sign"])
    return "" if match["root"] == root else _("{name} is not defined", name=match["root"])


def _read_call(core: str, known: KnownNames) -> Meant | None:
    """A function or a prototype that is called."""
    match = _CALL.match(core)
    if match is None:
        return None
    name, first = match["name"], match["first"]
    rest = core[match.end("blank") :].rstrip(" }>»;,.:")
    gets_value = first in _QUOTES or first in known.roots or rest.startswith("()")
    call = known.folded_calls.get(fold(name))
    if call and (gets_value if match["blank"] or name != call else True):
        problem = "" if name == call else _("{name} is not defined", name=name)
        return Meant(f"{call}{rest}", problem)
    near = find_near(name, known.calls) if first in _QUOTES and not match["blank"] else ()
    if near and name.isascii():
        return Meant(f"{near[0]}{rest}", _("{name} is not defined", name=name))
    return None


def _read_end(core: str, known: KnownNames) -> Meant | None:
    """A root with a filter, or a member in brackets, behind it."""
    match = _FILTER.match(core) or _ITEM.match(core)
    root = known.folded_roots.get(fold(match["root"])) if match else None
    if match is None or root is None:
        return None
    problem = "" if match["root"] == root else _("{name} is not defined", name=match["root"])
    return Meant(f"{root}{core[match.end('root') :]}", problem)


def _read_word(plain: str, core: str, name: str, known: KnownNames) -> Meant | None:
    """A single word: a label, unless signs or letters say that none was meant."""
    word = re.fullmatch(rf"({_WORD})\W*", core)
    root = known.folded_roots.get(fold(word[1])) if word else None
    if word is None or root is None:
        return None
    is_wide = word[1] == root and (root not in name or plain == root != name.strip())
    is_long = "_" in root and plain == word[1]
    if is_wide or is_long or _SIGNS.match(plain) or _BRACES.search(plain):
        problem = "" if word[1] == root and not is_wide else _("{name} is not defined", name=name)
        return Meant(root, problem)
    return None


def _read_tied(core: str, known: KnownNames) -> Meant | None:
    """A whole name in which another sign stands for each full stop: ``report_title``."""
    tied = re.fullmatch(r"\w+([-/_]\w+)+", core)
    path = known.tied_paths.get(_TIE.sub("_", core)) if tied else None
    return Meant(path, _("{name} is not defined", name=core)) if path else None


def _read_inside(plain: str, known: KnownNames) -> Meant | None:
    """A whole name with other text beside it."""
    path = next((path for path in _INSIDE.findall(plain) if path in known.paths), None)
    return Meant(path, _("other text stands beside {name}", name=path)) if path else None


def _read_mistyped(core: str, known: KnownNames) -> Meant | None:
    """A path whose root is only like one that is known."""
    match = _MISTYPED.match(core)
    near = find_near(match["root"], known.roots) if match else ()
    if match is None or not near:
        return None
    return Meant(f"{near[0]}{match['rest']}", _("{name} is not defined", name=match["root"]))
