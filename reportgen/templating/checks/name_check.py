"""The names in the tags of a part, held against what a document offers before there is data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import nodes

from reportgen.choices import list_names
from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.templating.checks.inference import Inference, Prototype, Unknown, list_guarded
from reportgen.templating.checks.paths import find_meant
from reportgen.templating.checks.scopes import Scopes
from reportgen.templating.checks.shapes import LOOP, TEXT, UNKNOWN, Kind, Shape
from reportgen.templating.tags.keywords import opens_block, read_keyword
from reportgen.templating.tags.tag_syntax import read_tag
from reportgen.templating.tags.tags import Tag

_MOST_PASSES = 6
"""Prototypes that call each other pass on what they are given, from one to the next."""

_SCOPED = ("for", "macro", "call", "with")
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
    part = _Part([_Read(tag, read_keyword(tag), read_tag(tag)[0]) for tag in tags])
    found: list[Diagnostic] = []
    for _pass in range(_MOST_PASSES):
        before = part.describe_calls()
        found = list(part.walk(names, frozenset(filters)))
        if part.describe_calls() == before:
            break
    yield from dict.fromkeys(found)


class _Part:
    """The tags of one part."""

    def __init__(self, tags: list[_Read]) -> None:
        self._tags = tags
        distinct = list({one.tag.code: one for one in tags}.values())
        self._prototypes = dict(_list_prototypes(distinct))
        read = [one.node for one in distinct if one.node is not None]
        self._guarded = frozenset(path for node in read for path in list_guarded(node))
        self._bound = frozenset(_list_bound(distinct))
        self._loops = {name: one.tag.typed for one in distinct for name in _list_targets(one)}

    def describe_calls(self) -> dict[tuple[str, str], Shape]:
        """What each parameter of each prototype is."""
        return {
            (name, argument): prototype.shape(argument)
            for name, prototype in self._prototypes.items()
            for argument in prototype.arguments
        }

    def walk(self, names: Mapping[str, Shape], filters: frozenset[str]) -> Iterator[Diagnostic]:
        """Go through the tags once."""
        known = self.describe_calls()
        for prototype in self._prototypes.values():
            prototype.given.clear()
        scopes = Scopes(names)
        inference = Inference(scopes, self._prototypes, filters, self._guarded, self._bound)
        for one in self._tags:
            if one.keyword.startswith("end"):
                scopes.leave(one.keyword.removeprefix("end"))
                continue
            if one.node is None:
                if one.keyword in _SCOPED and opens_block(one.tag):
                    scopes.enter(one.keyword, self._guess_names(one), is_open=True)
                continue
            _visit(one, scopes, inference, known)
            yield from self._explain(one.tag, inference)
            inference.unknown.clear()
            inference.faults.clear()

    def _guess_names(self, one: _Read) -> dict[str, Shape]:
        """What a block may define that can't be read."""
        return dict.fromkeys((*_WORDS.findall(one.tag.code), "loop"), UNKNOWN)

    def _explain(self, tag: Tag, inference: Inference) -> Iterator[Diagnostic]:
        for unknown in inference.unknown:
            yield self._explain_unknown(tag, unknown)
        for fault in inference.faults:
            message = _("{tag} failed: {problem}", tag=tag.typed, problem=fault.problem)
            yield Diagnostic("template-value", tag.place, message, tag.typed, hint=fault.hint)

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


def _visit(
    one: _Read, scopes: Scopes, inference: Inference, known: Mapping[tuple[str, str], Shape]
) -> None:
    """Look at one tag, and begin the block that it opens."""
    node = one.node
    if isinstance(node, nodes.For):
        _enter_loop(node, scopes, inference)
    elif isinstance(node, nodes.Macro):
        for default in node.defaults:
            inference.infer(default)
        parameters = [str(argument.name) for argument in node.args]
        names = {name: known[node.name, name] for name in parameters}
        names |= dict.fromkeys(parameters[len(parameters) - len(node.defaults) :], UNKNOWN)
        scopes.enter("macro", names, is_open=True)
    elif isinstance(node, nodes.CallBlock):
        inference.infer(node.call)
        scopes.enter("call", {str(one.name): UNKNOWN for one in node.args}, is_open=True)
    elif isinstance(node, nodes.With):
        values = [inference.infer(value) for value in node.values]
        scopes.enter("with", {})
        for target, value in zip(node.targets, values, strict=True):
            _give(target, value, scopes)
    elif isinstance(node, nodes.If):
        inference.infer(node.elif_[0].test if node.elif_ else node.test)
    elif isinstance(node, nodes.Assign):
        _give(node.target, inference.infer(node.node), scopes)
    elif isinstance(node, nodes.AssignBlock):
        _give(node.target, TEXT, scopes)
    elif isinstance(node, nodes.Output):
        for printed in node.nodes:
            inference.infer(printed)


def _enter_loop(node: nodes.For, scopes: Scopes, inference: Inference) -> None:
    value = inference.infer(node.iter)
    item = (value.item or UNKNOWN) if value.kind is Kind.LIST else UNKNOWN
    scopes.enter("for", {"loop": LOOP})
    _give(node.target, item, scopes)
    inference.infer(node.test)


def _give(target: nodes.Node, value: Shape, scopes: Scopes) -> None:
    if isinstance(target, nodes.Name):
        scopes.give(target.name, value)
    elif isinstance(target, nodes.Tuple):
        for part in target.items:
            _give(part, UNKNOWN, scopes)


def _list_prototypes(tags: Iterable[_Read]) -> Iterator[tuple[str, Prototype]]:
    for one in tags:
        if isinstance(one.node, nodes.Macro) and one.keyword == "macro":
            arguments = tuple(str(argument.name) for argument in one.node.args)
            yield one.node.name, Prototype(arguments)


def _list_bound(tags: Iterable[_Read]) -> Iterator[str]:
    """Names that the part defines anywhere; of a tag that can't be read all its words."""
    for one in tags:
        if one.keyword.startswith("end"):
            continue
        if one.node is None:
            yield from _WORDS.findall(one.tag.code)
        else:
            stored = one.node.find_all(nodes.Name)
            yield from (name.name for name in stored if name.ctx in ("store", "param"))


def _list_targets(one: _Read) -> list[str]:
    """The names that a loop or a block gives to values."""
    if not isinstance(one.node, nodes.For | nodes.With):
        return []
    targets = [one.node.target] if isinstance(one.node, nodes.For) else one.node.targets
    held = [name for target in targets for name in (target, *target.find_all(nodes.Name))]
    return [name.name for name in held if isinstance(name, nodes.Name)]
