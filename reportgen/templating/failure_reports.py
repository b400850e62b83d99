"""What fails while a template is filled: told with its tag, or printed in its place."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from reportgen.choices import list_names
from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.templating.checks.failures import explain_failure, hint_at_missing
from reportgen.templating.checks.paths import find_meant, find_paths, list_members
from reportgen.templating.code.effort import EffortError
from reportgen.templating.code.environment import StrictEnvironment
from reportgen.templating.code.missing_values import MissingName
from reportgen.templating.code.running_code import find_template_line
from reportgen.templating.compiled_part import CompiledPart
from reportgen.templating.rich.insertion import MisplacedError
from reportgen.templating.tags.tags import Level, Tag

_TABLE_COMMANDS = ("columns", "span", "colspan", "vm", "hm", "cellbg")
"""What a table is made by."""


class FailureReports:
    """Tells what fails in the parts of one template.

    :param name: how the template is called.
    :param is_draft: whether what fails is printed, and the rest goes on.
    """

    def __init__(self, name: str, environment: StrictEnvironment, is_draft: bool) -> None:
        self._name, self._environment, self._is_draft = name, environment, is_draft

    def locate(self, part: str, compiled: CompiledPart, line: int) -> tuple[SourceRef, str]:
        """The place of the tag on a line of the template's code, and what was typed there."""
        tag = compiled.find_tag(line)
        return (tag.place, tag.typed) if tag else (SourceRef(self._name, sheet=part, cell="?"), "")

    def explain(self, part: str, compiled: CompiledPart, error: Exception) -> Diagnostic:
        """That the code of a tag failed."""
        place, typed = self.locate(part, compiled, _failing_line(error))
        explained = explain_failure(error)
        return describe_failure(place, typed, explained.problem, explained.hint)

    def explain_missing(
        self, part: str, compiled: CompiledPart, names: Sequence[str]
    ) -> list[Diagnostic]:
        """The names that a part used and nothing has.

        :param names: those that the document has.
        """
        found: dict[tuple[SourceRef, str], Diagnostic] = {}
        for missing in self._environment.missing:
            for told in self._tell_missing(part, compiled, missing, names):
                found.setdefault((told.location, told.message), told)
        return list(found.values())

    def _tell_missing(
        self, part: str, compiled: CompiledPart, missing: MissingName, names: Sequence[str]
    ) -> list[Diagnostic]:
        tag = compiled.find_tag(missing.line)
        if tag is None:
            place = SourceRef(self._name, sheet=part, cell="?")
            return [describe_undefined(place, "", missing.name, ())]
        if missing.gap:
            return [describe_failure(tag.place, tag.typed, missing.gap, hint_at_missing())]
        known = names if missing.is_first else list_members(missing.holder)
        return [
            describe_undefined(tag.place, tag.typed, path, find_meant(path, missing.name, known))
            for path in list(find_paths(tag, missing.name)) or [missing.name]
        ]

    def mark_in(self, part: str, compiled: CompiledPart, found: list[Diagnostic]) -> None:
        """Let what fails in a part print its message, and add it to what was found."""
        stopped: list[Exception] = []
        known = set(found)

        def mark_failure(error: Exception, is_deep: bool = True) -> str:
            line = error.line if isinstance(error, MisplacedError) else find_template_line()
            tag = compiled.find_tag(line)
            was_stopped = error in stopped and not self._is_draft
            if was_stopped or self._stops(error, tag, is_deep):
                stopped.append(error)
                raise error
            told = self._list_told(part, compiled, line, error)
            if not self._follows(error):
                found.extend(one for one in told if one not in known)
                known.update(told)
            return Markup("".join(self._mark(line, tag, problem) for problem in told.values()))

        def mark_missing(missing: MissingName) -> str:
            tag = compiled.find_tag(missing.line)
            paths = list(find_paths(tag, missing.name)) if tag else []
            name = paths[0] if paths else missing.name
            problem = missing.gap or _("{name} is not defined", name=name)
            return Markup(self._mark(missing.line, tag, problem))

        self._environment.mark_failure = mark_failure
        self._environment.mark_missing = mark_missing

    def _stops(self, error: Exception, tag: Tag | None, is_deep: bool) -> bool:
        """Whether nothing can be printed in place of the statement that failed.

        :param is_deep: whether it stands in a prototype, which may have called itself.
        """
        if self._is_draft:
            return isinstance(error, RecursionError) and is_deep
        in_table = tag is not None and tag.command in _TABLE_COMMANDS
        return in_table or isinstance(error, EffortError | RecursionError)

    def _follows(self, error: Exception) -> bool:
        """Whether the failure only follows from a limit that was passed before."""
        if not isinstance(error, EffortError) or not self._environment.effort.is_exhausted:
            return False
        faults = self._environment.faults
        was_passed, faults.passed_limit = faults.passed_limit, True
        return was_passed

    def _list_told(
        self, part: str, compiled: CompiledPart, line: int, error: Exception
    ) -> dict[Diagnostic, str]:
        """What is told of a failure, and what is printed of each."""
        if isinstance(error, DataError):  # of a document that was to be put in
            return {one: one.message for one in error.diagnostics}
        place, typed = self.locate(part, compiled, line)
        explained = explain_failure(error)
        problem = self._environment.faults.take_out(explained.problem)[0]
        return {describe_failure(place, typed, problem, explained.hint): problem}

    def _mark(self, line: int, tag: Tag | None, problem: str) -> str:
        """The mark for a message of a draft."""
        is_shaping = tag is not None and (tag.level is Level.CELL or tag.command in _TABLE_COMMANDS)
        key = self._name, line, tag.place if tag else None, problem
        return self._environment.faults.mark(key, f"[{problem}]", is_shaping)


def describe_failure(place: SourceRef, typed: str, problem: str, hint: str) -> Diagnostic:
    """That the code of a tag failed."""
    message = _("{tag} failed: {problem}", tag=typed, problem=problem)
    return Diagnostic("template-value", place, message, typed, hint=hint)


def describe_undefined(
    place: SourceRef, typed: str, path: str, meant: tuple[str, ...]
) -> Diagnostic:
    """That a tag uses a name that nothing has.

    :param path: the whole name.
    :param meant: whole names that are like it.
    """
    hint = _("see docs/templates.md for the names that a template can print")
    if meant:
        hint = _("did you mean {key}?", key=list_names(meant))
    elif path.startswith("chapters."):
        identifier = path.partition(".")[2]
        hint = _("add a chapter with the id {id} to content/report.yaml", id=identifier)
    message = _("{name} is not defined", name=path)
    return Diagnostic("template-undefined", place, message, typed, hint=hint)


def _failing_line(error: Exception) -> int:
    """The line of the template source in which the error arose, 0 when unknown."""
    if isinstance(error, MisplacedError):
        return error.line
    line = 0
    trace = error.__traceback__
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
