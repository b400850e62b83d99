"""Imports go one way: the test reads them and fails when an arrow points the other way."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping

import pytest

from tests.sample import PROJECT

LEAVES = frozenset(
    {
        "archives",
        "cache",
        "choices",
        "diagnostics",
        "errors",
        "files",
        "folder_lock",
        "harmless",
        "i18n",
        "letters",
        "limits",
        "memory",
        "money",
        "program",
    }
)
# Everything that puts the rooms together; only the command line stands above it.
ASSEMBLY = frozenset(
    {
        "clean_templates",
        "formats",
        "manifest",
        "migration",
        "output",
        "reading",
        "starter",
        "state",
        "lineage",
        "rendering",
        "template_chapters",
        "template_check",
        "template_names",
        "build",
        "amendment_draft",
        "amendment_effect",
    }
)
ROOMS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(LEAVES, LEAVES),
    "model": LEAVES | {"model", "language"},
    "language": LEAVES | {"language"},
    "templating": LEAVES | {"templating", "language"},
    "outline": LEAVES | {"model", "outline"},
    "readers": LEAVES | {"model", "readers", "outline", "language"},
    "figures": LEAVES | {"model", "figures"},
    # The checks find the expressions in a text, which only the template engine can tell.
    "checks": LEAVES | {"model", "figures", "checks", "templating"},
    "views": LEAVES | {"model", "figures", "checks", "views", "templating", "language"},
    "renderers": LEAVES | {"model", "figures", "views", "templating", "renderers"},
    # What finance sends becomes a ledger file, which is written like every other output.
    "importing": LEAVES | {"model", "readers", "figures", "importing", "output"},
    "comparison": LEAVES
    | ASSEMBLY
    | {"model", "readers", "figures", "checks", "views", "templating", "renderers"}
    | {"outline", "comparison"},
    **dict.fromkeys(
        ASSEMBLY,
        LEAVES
        | ASSEMBLY
        | {"model", "readers", "figures", "checks", "views", "templating", "renderers"}
        | {"outline"},
    ),
}
"""Every room but the command line, and the rooms that it may import."""

_TABLE = frozenset({"basis", "rows", "columns", "entries", "tables"})
FOLDERS: Mapping[str, frozenset[str]] = {
    "basis": frozenset(),
    "rows": frozenset({"basis"}),
    "columns": frozenset({"rows"}),
    "entries": frozenset({"basis", "rows"}),
    "tables": _TABLE,
    "units": _TABLE,
    "profiles": _TABLE,
    "returned": _TABLE,
    "exports": frozenset(),
}
"""Every folder of the room for imports, and the other folders that it may import."""

WRAPPED: Mapping[str, frozenset[str]] = {
    "click": frozenset({"cli"}),
    "rich": frozenset({"cli"}),
    "yaml": frozenset({"readers", "renderers"}),
    "python_calamine": frozenset({"readers"}),
    "xlrd": frozenset({"readers"}),
    "openpyxl": frozenset({"importing", "readers", "renderers"}),
    "pydantic": frozenset({"model", "readers"}),
    "pydantic_core": frozenset({"model", "readers"}),
    "jinja2": frozenset({"templating"}),
    "markupsafe": frozenset({"templating"}),
    "lxml": frozenset({"templating", "renderers"}),
    "hwpx": frozenset({"renderers"}),
}
"""The rooms that each library may be imported in."""


def list_imports(source: str) -> Iterator[str]:
    """The full name of every module that a source file imports, wherever it does so."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            module = node.module or ""
            if module == "reportgen":
                yield from (f"reportgen.{alias.name}" for alias in node.names)
            else:
                yield module


def find_wrong_imports(module: str, source: str) -> list[str]:
    """What a module imports although its room may not.

    :param module: path inside the package, such as ``views/grid.py``.
    """
    room = module.removesuffix(".py").split("/")[0]
    return [name for name in list_imports(source) if not _may_import(room, name)]


def _may_import(room: str, name: str) -> bool:
    parts = name.split(".")
    if parts[0] == "reportgen":
        return room in ("cli", "__main__") or parts[1].startswith("__") or parts[1] in ROOMS[room]
    return parts[0] not in WRAPPED or room in WRAPPED[parts[0]]


def _modules() -> list[str]:
    package = PROJECT / "reportgen"
    return sorted(path.relative_to(package).as_posix() for path in package.rglob("*.py"))


@pytest.mark.parametrize("module", [name for name in _modules() if name != "__init__.py"])
def test_a_module_imports_only_what_its_room_may(module: str) -> None:
    source = (PROJECT / "reportgen" / module).read_text(encoding="utf-8")
    assert find_wrong_imports(module, source) == []


def test_every_room_is_known_to_this_test() -> None:
    rooms = {module.removesuffix(".py").split("/")[0] for module in _modules()}
    assert rooms - {"__init__", "__main__", "cli"} == set(ROOMS)


@pytest.mark.parametrize(
    ("module", "planted"),
    [
        ("model/base.py", "from reportgen.readers.folder import FolderReader"),
        ("figures/budget.py", "from reportgen.readers.ledger import parse_date"),
        ("checks/prose.py", "import reportgen.views.grid"),
        ("views/grid.py", "def f():\n    from reportgen.renderers import docx"),
        ("renderers/docx.py", "from reportgen.checks import run_checks"),
        ("renderers/xlsx/rows.py", "from reportgen.readers import ledger"),
        ("templating/tags.py", "from reportgen.model.blocks import Block"),
        ("language/josa.py", "from reportgen.templating.printed import Printed"),
        ("output.py", "from reportgen import cli"),
        ("state.py", "import click"),
        ("views/formatting.py", "from rich.table import Table"),
        ("model/report.py", "from yaml import compose"),
        ("checks/balance.py", "import openpyxl.utils"),
        ("money.py", "from reportgen.model.budget import Accounts"),
    ],
)
def test_a_wrong_import_is_found(module: str, planted: str) -> None:
    assert len(find_wrong_imports(module, f"import re\n\n{planted}\n")) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("cli/app.py", "import click\nfrom reportgen.build import build"),
        ("views/chart.py", "from reportgen.figures import Figure"),
        ("readers/yaml_nodes.py", "from yaml import compose"),
        ("figures/table.py", "from reportgen import money"),
    ],
)
def test_a_right_import_is_not_found(module: str, source: str) -> None:
    assert find_wrong_imports(module, source) == []


@pytest.mark.parametrize(
    "module", [name for name in _modules() if re.fullmatch(r"importing/\w+/\w+\.py", name)]
)
def test_a_folder_of_imports_imports_only_what_it_may(module: str) -> None:
    folder = module.split("/")[1]
    source = (PROJECT / "reportgen" / module).read_text(encoding="utf-8")
    parts = (name.split(".")[1:] for name in list_imports(source))
    used = {rest[0] for room, *rest in filter(None, parts) if room == "importing"}
    assert used - {folder} <= FOLDERS[folder]
