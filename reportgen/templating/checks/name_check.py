"""The names in the tags of a part, held against what a document offers before there is data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import nodes

from reportgen.choices import list_names
from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.templating.checks.blocks import Blocks
from reportgen.templating.checks.definitions import (
    find_changed,
    list_attributes,
    list_prototypes,
    list_set,
    list_targets,
)
from reportgen.templating.checks.gathered import Gathered
from reportgen.templating.checks.inference import Inference, Surroundings, Unknown
from reportgen.templating.checks.paths import find_meant
from reportgen.templating.checks.scopes import Scopes
from reportgen.templating.checks.shapes import UNKNOWN, Shape
from reportgen.templating.checks.tag_check import describe_value
from reportgen.templating.tags.keywords import opens_block, read_keyword
from reportgen.templating.tags.tag_syntax import list_nodes, read_tag
from reportgen.templating.tags.tags import Tag

_MOST_PASSES = 6
"""Prototypes that call each other pass on what they are given, from one to the next."""

_SCOPED = ("for", "macro", "call", "with", "if")
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Read:
    tag: Tag
    keyword: str
    node: nodes.Node | None


def check_names(
    tags: Iterable[Tag], names: Mapping[str, Shape], filters: Collection[str]
) -> Iterator[Diagnostic]:
    """Every name that can't be right, whatever the data; what isn't known stays silent.

    :param names: what the document offers.
    :param filters: the program's own filters, which make texts.
    """
    part = _Part([_Read(tag, read_keyword(tag), read_tag(tag)[0]) for tag in tags], names, filters)
    found: list[Diagnostic] = []
    for _pass in range(_MOST_PASSES):
        found = list(part.walk())
        if part.gathered.settle():
            break
    yield from dict.fromkeys(found)


class _Part:
    """The tags of one part."""

    def __init__(
        self, tags: list[_Read], names: Mapping[str, Shape], filters: Collection[str]
    ) -> None:
        self._tags = tags
        self.gathered = Gathered()
        distinct = list({one.tag.code: one for one in tags}.values())
        self._loops = {name: one.tag.typed for one in distinct for name in list_targets(one.node)}
        prototypes = list_prototypes((one.keyword, one.node, one.tag.code) for one in tags)
        self._names = {name: names[name] for name in names if name not in prototypes}
        self._surroundings = Surroundings(
            prototypes,
            self.gathered,
            frozenset(filters),
            frozenset(_list_bound(distinct)),
            find_changed(list(list_set(one.node for one in tags)), names),
            tuple(dict.fromkeys(list_attributes(one.node for one in distinct))),
        )

    def walk(self) -> Iterator[Diagnostic]:
        """Go through the tags once."""
        scopes = Scopes(self._names)
        inference = Inference(scopes, self._surroundings)
        blocks = Blocks(scopes, inference)
        for at, one in enumerate(self._tags):
            if one.keyword.startswith("end"):
                scopes.leave(one.keyword.removeprefix("end"))
                continue
            if one.node is None:
                if one.keyword in _SCOPED and opens_block(one.tag):
                    scopes.enter(one.keyword, self._guess_names(one), is_open=one.keyword != "if")
                continue
            blocks.visit(one.keyword, one.node, at)
            yield from self._explain(one.tag, inference)
            inference.unknown.clear()
            inference.faults.clear()

    def _guess_names(self, one: _Read) -> dict[str, Shape]:
        """What a block may define that can't be read."""
        if one.keyword == "if":
            return {}
        return dict.fromkeys((*_WORDS.findall(one.tag.code), "loop"), UNKNOWN)

    def _explain(self, tag: Tag, inference: Inference) -> Iterator[Diagnostic]:
        for unknown in inference.unknown:
            yield self._explain_unknown(tag, unknown)
        for fault in inference.faults:
            yield describe_value(tag, fault)

    def _explain_unknown(self, tag: Tag, unknown: Unknown) -> Diagnostic:
        hint = _("see docs/templates.md for the names that a template can print")
        meant = find_meant(unknown.path, unknown.name, unknown.known)
        if unknown.path in self._loops:
            loop = self._loops[unknown.path]
            hint = _("it is known only between {tag} and the end of the block", tag=loop)
        elif meant:
            hint = _("did you mean {key}?", key=list_names(meant))
        elif unknown.known and unknown.path != unknown.name:
            hint = _("there are {names}", names=list_names(unknown.known))
        message = _("{name} is not defined", name=unknown.path)
        return Diagnostic("template-undefined", tag.place, message, tag.typed, hint=hint)


def _list_bound(tags: Iterable[_Read]) -> Iterator[str]:
    """Names that the part defines anywhere; of a tag that can't be read all its words."""
    for one in tags:
        if one.keyword.startswith("end"):
            continue
        if one.node is None:
            yield from _WORDS.findall(one.tag.code)
        else:
            names = (name for name in list_nodes(one.node) if isinstance(name, nodes.Name))
            yield from (name.name for name in names if name.ctx in ("store", "param"))
