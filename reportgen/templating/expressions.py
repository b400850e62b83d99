"""Expressions in the text of content: the same tags and filters as in a template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.limits import MOST_STEPS
from reportgen.templating.environment import StrictEnvironment
from reportgen.templating.printed import Place, Printed
from reportgen.templating.tags import find_excess, split_tags

_STEPS_A_TAG = 20
"""What it takes to read one."""

_LITERAL = "\\{{"
_HINT = "{{ figures.appropriation.ACCOUNT | thousand_won }}"


class TextRenderer:
    """Fills texts of the content; what fails collects in ``diagnostics``."""

    def __init__(
        self, filters: Mapping[str, Callable[..., Any]], context: Mapping[str, Any]
    ) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._environment = StrictEnvironment(None, filters)
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
            template = self._environment.from_string(text.replace(_LITERAL, "{{ '{{' }}"))
            filled = template.render({**self._context, **values})
        except Exception as error:  # whatever the code in an expression raised
            self._report("expression", source, text, str(error) or type(error).__name__)
            return Printed(text, (), place)
        for name in dict.fromkeys(name for name, _line in self._environment.missing):
            self._report("undefined", source, text, _("{name} is not defined", name=name))
        shown = tuple(pair for part in self._environment.printed for pair in part.shown)
        return Printed(filled, (), place, shown)

    def _report(self, rule: str, source: SourceRef, text: str, problem: str) -> None:
        self.diagnostics.append(
            Diagnostic(
                rule,
                source,
                _("«{text}»: {problem}", text=text, problem=problem),
                published=text,
                hint=_("write an expression such as {example}", example=_HINT),
            )
        )
