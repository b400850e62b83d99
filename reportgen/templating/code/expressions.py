"""Expressions in the text of content: the same tags and filters as in a template."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from jinja2 import TemplateSyntaxError

from reportgen.choices import find_near, list_names
from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.limits import MOST_STEPS
from reportgen.templating.checks.explanations import Explanation, hint_at_tags
from reportgen.templating.checks.failures import explain_failure, hint_at_missing
from reportgen.templating.checks.paths import find_paths
from reportgen.templating.checks.tag_check import explain_text, find_faults
from reportgen.templating.code.characters import check_characters
from reportgen.templating.code.environment import StrictEnvironment
from reportgen.templating.code.short_texts import TextFiller
from reportgen.templating.printed import Place, Printed
from reportgen.templating.tags.tags import find_excess, parse_tag, split_tags

_STEPS_A_TAG = 20
"""What it takes to read one."""

_LITERAL = "\\{{"
_HINT = "{{ figures.appropriation.ACCOUNT | thousand_won }}"
_PATH = re.compile(r"[A-Za-z_]\w*(?:\.\w+|\[\s*(?:'[^']*'|\"[^\"]*\")\s*\])+")
_KEY = re.compile(r"\[\s*['\"]([^'\"]*)['\"]\s*\]")


class TextRenderer:
    """Fills texts of the content; what fails collects in ``diagnostics``.

    :param list_known: every name with dots that an expression can use; asked only to tell what
        a name that is not defined may have meant.
    """

    def __init__(
        self,
        filters: Mapping[str, Callable[..., Any]],
        context: Mapping[str, Any],
        list_known: Callable[[], Collection[str]] = tuple,
    ) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._list_known = list_known
        self._environment = StrictEnvironment(None, filters)
        self._filler = TextFiller(self._environment, _LITERAL)
        self._context = context

    def render(
        self, text: str, source: SourceRef, place: Place = Place(), **values: Any
    ) -> Printed:
        """The text with its expressions filled; a text without a complete tag is as typed.

        :param values: names that only this text can use.
        """
        if problem := find_excess(text):
            self._report("expression", source, text, problem)
            return Printed(text, (), place)
        tags = split_tags(text)
        if not tags:
            return Printed(text, (), place)
        self._environment.printed.clear()
        self._environment.missing.clear()
        self._environment.effort.allow(MOST_STEPS // 10, MOST_STEPS)
        try:
            self._environment.effort.spend(_STEPS_A_TAG * len(tags))
            filled = check_characters(self._filler.fill(text, tags, {**self._context, **values}))
        except Exception as error:  # whatever the code in an expression raised
            for explained in self._explain(text, source, error):
                self._report("expression", source, text, explained.problem, hint=explained.hint)
            return Printed(text, (), place)
        for name in dict.fromkeys(one.name for one in self._environment.missing if not one.gap):
            for path in _find_whole(text, source, name):
                problem = _("{name} is not defined", name=path)
                self._report("undefined", source, text, problem, self._find_meant(text, name))
        for gap in dict.fromkeys(one.gap for one in self._environment.missing if one.gap):
            self._report("expression", source, text, gap, hint=hint_at_missing())
        shown = tuple(pair for part in self._environment.printed for pair in part.shown)
        return Printed(filled, (), place, shown)

    def _explain(self, text: str, source: SourceRef, error: Exception) -> list[Explanation]:
        """Everything that can't be read in the text, else why it failed."""
        if not isinstance(error, TemplateSyntaxError):
            return [explain_failure(error)]
        known = self._environment
        tags = [parse_tag(typed, source) for _start, _end, typed in split_tags(text)]
        found = [fault for _tag, fault in find_faults(tags, known.filters, known.tests)]
        return found or [explain_text(tags)]

    def _find_meant(self, text: str, name: str) -> tuple[str, ...]:
        """What the name may have meant, with the names before and behind it in the text."""
        paths = [_KEY.sub(r".\1", path).split(".") for path in _PATH.findall(text)]
        meant = [path for path in paths if name in path]
        known = [path.split(".") for path in self._list_known()] if meant else []
        return tuple(near for path in meant for near in _replace(path, path.index(name), known))

    def _report(
        self,
        rule: str,
        source: SourceRef,
        text: str,
        problem: str,
        near: tuple[str, ...] = (),
        hint: str = "",
    ) -> None:
        if not hint or hint == hint_at_tags():
            hint = _("write an expression such as {example}", example=_HINT)
        if near:
            hint = _("did you mean {key}?", key=list_names(near))
        self.diagnostics.append(
            Diagnostic(
                rule,
                source,
                _("«{text}»: {problem}", text=text, problem=problem),
                published=text,
                hint=hint,
            )
        )


def _find_whole(text: str, source: SourceRef, name: str) -> list[str]:
    """The name with all that stands before it, wherever the text uses it."""
    tags = [parse_tag(typed, source) for _start, _end, typed in split_tags(text)]
    found = (path for tag in tags for path in find_paths(tag, name))
    return list(dict.fromkeys(found)) or [name]


def _replace(path: list[str], at: int, known: Collection[list[str]]) -> Iterator[str]:
    """The path with names like the one at that place in its place."""
    beside = dict.fromkeys(one[at] for one in known if one[:at] == path[:at] and len(one) > at)
    for near in find_near(path[at], beside):
        whole = [*path[:at], near, *path[at + 1 :]]
        yield ".".join(whole if whole in known else whole[: at + 1])
