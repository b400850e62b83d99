"""The parts of a template, compiled and looked at; loaded for a template that is not kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from types import CodeType

from jinja2 import TemplateSyntaxError, nodes

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.templating.checks.explanations import Explanation
from reportgen.templating.checks.offered_names import Offer
from reportgen.templating.checks.static_check import check_part, list_checked
from reportgen.templating.checks.syntax_faults import explain_depth
from reportgen.templating.checks.tag_check import describe_fault
from reportgen.templating.checks.whereabouts import add_whereabouts
from reportgen.templating.code.environment import StrictEnvironment
from reportgen.templating.code.placing import BlockNameError, place_values
from reportgen.templating.compiled_part import CompiledPart
from reportgen.templating.dialect import Dialect
from reportgen.templating.fields.field_pairs import find_torn_fields
from reportgen.templating.finished_parts import FinishedPart, finish_part
from reportgen.templating.known_parts import KnownPart, compile_part
from reportgen.templating.tags.nesting import find_deepest


class PartCompilation:
    """Compiles the parts of one template; what is wrong with them collects in ``diagnostics``.

    :param file: the template, as messages name it.
    :param roots: the names with which what can be printed begins.
    :param compile_tree: makes Python's code of the tree of a part.
    :param kind: what the code depends on beside the part.
    """

    def __init__(
        self,
        dialect: Dialect,
        file: str,
        parts: Mapping[str, bytes],
        offer: Offer,
        roots: tuple[str, ...],
        environment: StrictEnvironment,
        compile_tree: Callable[[str, nodes.Template], CodeType],
        kind: tuple[object, ...],
    ) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._dialect, self._file, self._parts = dialect, file, parts
        self._offer, self._roots, self._environment = offer, roots, environment
        self._compile_tree, self._kind = compile_tree, kind

    def compile(self, bodies: Collection[str]) -> Iterator[tuple[str, FinishedPart]]:
        """The parts without mistakes that are filled."""
        for part in list_checked(self._parts, bodies):
            known = compile_part(self._dialect, self._file, part, self._parts[part], self._roots)
            found = check_part(known.compiler, self._dialect, self._parts, self._offer)
            if not found and (part in bodies or known.compiler.is_changed):
                found = self._finish(part, known)
                if not found:
                    yield part, known.finished[self._kind]
            self.diagnostics.extend(found)

    def _finish(self, part: str, known: KnownPart) -> list[Diagnostic]:
        """Make the code of a part, unless it was made before; what is wrong with it."""
        if self._kind in known.finished:
            return []
        compiler, compiled = known.compiler, known.compiled
        try:
            tree = self._environment.parse(compiled.source, part, part)
            lines = find_torn_fields(tree, self._dialect.field_edge)
            if torn := [self._explain_torn(part, compiled, line) for line in lines]:
                return torn
            code = self._compile_tree(part, place_values(tree, compiled.find_tag))
        except BlockNameError as error:
            tag = compiled.find_tag(error.lineno) or compiler.tags[0]
            fault = describe_fault(tag, Explanation(str(error.message), error.hint))
        except (TemplateSyntaxError, RecursionError, SyntaxError, MemoryError):
            # Python itself refuses blocks or brackets too deep inside each other.
            fault = describe_fault(find_deepest(compiler.tags), explain_depth())
        else:
            known.finished[self._kind] = finish_part(compiler, compiled, tree, code)
            return []
        return add_whereabouts([fault], self._dialect, self._parts, compiler.places)

    def _explain_torn(self, part: str, compiled: CompiledPart, line: int) -> Diagnostic:
        tag = compiled.find_tag(line)
        typed = tag.typed if tag else ""
        return Diagnostic(
            "template-nesting",
            tag.place if tag else SourceRef(self._file, sheet=part, cell="?"),
            _("{tag} would cut a field of the document apart", tag=typed),
            published=typed,
            hint=_("put the whole field between the tags, or outside of them"),
        )
