"""Everything that can be told of a template before there is data."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from reportgen.diagnostics import DataError, Diagnostic
from reportgen.templating.compiler import PartCompiler
from reportgen.templating.dialect import Dialect
from reportgen.templating.name_check import check_names
from reportgen.templating.package import explain_unreadable, read_package
from reportgen.templating.shapes import Shape
from reportgen.templating.tag_check import check_tags, sort_by_place
from reportgen.templating.whereabouts import add_whereabouts


@dataclass(frozen=True, slots=True)
class Offer:
    """What a template may use.

    :ivar filters: every filter, by name.
    :ivar tests: every question behind ``is``.
    :ivar own: the program's own filters, which make texts.
    :ivar names: what the document offers; None where nothing is known of it.
    """

    filters: Collection[str]
    tests: Collection[str]
    own: Collection[str]
    names: Mapping[str, Shape] | None = None


def check_part(
    compiler: PartCompiler, dialect: Dialect, parts: Mapping[str, bytes], offer: Offer
) -> list[Diagnostic]:
    """What is wrong with a part that was compiled, in the order in which it is read."""
    found = [*compiler.diagnostics, *check_tags(compiler.tags, offer.filters, offer.tests)]
    if offer.names is not None:
        found += check_names(compiler.tags, offer.names, offer.own)
    told = sort_by_place(found, compiler.places)
    return add_whereabouts(told, dialect, parts, compiler.places)


def check_template(path: Path, dialect: Dialect, offer: Offer, name: str) -> list[Diagnostic]:
    """What is wrong with a template, all of it."""
    try:
        parts = read_package(path, name)
    except DataError as error:
        return list(error.diagnostics)
    return list(_check_parts(parts, dialect, offer, name))


def _check_parts(
    parts: Mapping[str, bytes], dialect: Dialect, offer: Offer, name: str
) -> Iterator[Diagnostic]:
    checked = [part for part in parts if dialect.is_template_part(part)]
    if not checked:
        yield explain_unreadable(name)
    for part in checked:
        compiler = PartCompiler(dialect, name, part)
        try:
            compiler.compile(parts[part])
        except etree.XMLSyntaxError:
            yield explain_unreadable(name, part)
        else:
            yield from check_part(compiler, dialect, parts, offer)
