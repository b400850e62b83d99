"""Small templates that are looked at before there is data."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportgen.model.report import Notation
from reportgen.templating.checks.offered_names import Offer
from reportgen.templating.checks.shapes import (
    NUMBER,
    TEXT,
    UNKNOWN,
    make_group,
    make_list,
)
from reportgen.templating.checks.static_check import check_template
from reportgen.templating.code.environment import StrictEnvironment
from reportgen.views.formatting import Formatter
from tests.templating.small_packages import Kit, write_package

PROJECT = make_group({"title": TEXT, "number": TEXT}, "project")
POLICY = make_group({"name": TEXT, "projects": make_list(PROJECT)}, "policy")
COLUMNS = make_group({"name": TEXT, "amount": TEXT})
NAMES = {
    "report": make_group({"title": TEXT, "year": NUMBER}),
    "policies": make_list(POLICY),
    "projects": make_list(PROJECT),
    "chapters": make_group({}, rest=make_group({"title": TEXT})),
    "table": make_group({"columns": COLUMNS}),
    "open": UNKNOWN,
}
_FILTERS = Formatter(Notation()).filters()
_ENVIRONMENT = StrictEnvironment(None, _FILTERS)
OFFER = Offer(_ENVIRONMENT.filters, _ENVIRONMENT.tests, tuple(_FILTERS), NAMES)


def look_at(kit: Kit, folder: Path, text: str) -> list[str]:
    """What is told of a template, each message with its hint, without places."""
    return look_into(kit, folder, kit.parts(kit.draw(text)))


def look_into(kit: Kit, folder: Path, parts: Mapping[str, bytes]) -> list[str]:
    """What is told of a package, each message with its hint, without places."""
    path = folder / kit.file
    path.write_bytes(write_package(parts))
    found = check_template(path, kit.dialect(), OFFER, kit.file)
    return [f"{one.message} / {one.hint}" for one in found]
