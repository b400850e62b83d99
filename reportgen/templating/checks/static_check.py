"""Everything that can be told of a template before there is data."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from reportgen.diagnostics import DataError, Diagnostic
from reportgen.templating.checks.given_options import check_given
from reportgen.templating.checks.name_check import check_names
from reportgen.templating.checks.offered_names import Offer
from reportgen.templating.checks.shapes import Kind, Shape, list_paths
from reportgen.templating.checks.tag_check import check_tags, sort_by_place
from reportgen.templating.checks.whereabouts import add_whereabouts
from reportgen.templating.code.functions import FUNCTIONS
from reportgen.templating.compiler import PartCompiler
from reportgen.templating.dialect import Dialect
from reportgen.templating.fields.outside_fields import may_hold_tags
from reportgen.templating.known_parts import compile_part
from reportgen.templating.opened_parts import open_parts
from reportgen.templating.packages.embedded import find_embedded


def check_part(
    compiler: PartCompiler, dialect: Dialect, parts: Mapping[str, bytes], offer: Offer
) -> list[Diagnostic]:
    """What is wrong with a part that was compiled, in the order in which it is read."""
    found = [*compiler.diagnostics, *check_tags(compiler.tags, offer.filters, offer.tests)]
    if offer.names is not None:
        functions = {name: Shape(Kind.FUNCTION, name) for name in FUNCTIONS}
        found += check_names(compiler.tags, {**functions, **offer.names}, offer.own)
        found += check_given(compiler.tags, offer.filters, offer.tests)
    told = sort_by_place(found, compiler.places)
    return add_whereabouts(told, dialect, parts, compiler.places)


def list_checked(parts: Mapping[str, bytes], bodies: Collection[str]) -> list[str]:
    """The parts in which tags may stand."""
    return [part for part in parts if part in bodies or may_hold_tags(part, parts[part])]


def check_template(path: Path, dialect: Dialect, offer: Offer, name: str) -> list[Diagnostic]:
    """What is wrong with a template, all of it."""
    try:
        parts = open_parts(path, dialect, name)
        bodies = dialect.list_bodies(parts)
    except DataError as error:
        return list(error.diagnostics)
    found: list[Diagnostic] = []
    roots = list_paths(offer.names or {})
    for part in list_checked(parts, bodies):
        compiler = compile_part(dialect, name, part, parts[part], roots).compiler
        found += check_part(compiler, dialect, parts, offer)
    return [*found, *find_embedded(name, parts)]
