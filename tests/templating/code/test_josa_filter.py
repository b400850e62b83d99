from __future__ import annotations

from types import SimpleNamespace

import pytest

from reportgen.diagnostics import SourceRef
from reportgen.model.report import Notation
from reportgen.templating.code.expressions import TextRenderer
from reportgen.templating.printed import Printed
from reportgen.views.formatting import Formatter
from tests.templating.small_packages import Kit, both, fill, mistakes

FIGURE = SimpleNamespace(name="x")


@both
def test_a_value_has_its_particle(kit: Kit) -> None:
    printed = fill(kit, "{{ a | josa('은/는') }} {{ b|josa('을/를') }}", a="R&D", b="재단")
    assert printed == "R&D는 재단을"


@both
def test_a_number_is_printed_first(kit: Kit) -> None:
    filters = Formatter(Notation()).filters()
    printed = fill(
        kit, "{{ 1000 | josa('이/가') }} {{ a | percent | josa('이/가') }}", filters, a=1
    )
    assert printed == "1000이 100.0%가"


@both
def test_a_text_with_figures_still_shows_them(kit: Kit) -> None:
    body = kit.draw("{{ a | josa('을/를') }}")
    rendering = kit.compile(body).render({"a": Printed("273,600천원", (FIGURE,))})
    assert [(text, text.shown) for text in rendering.printed] == [
        ("273,600천원을", ((FIGURE, "273,600천원"),))
    ]


@both
def test_a_text_put_together_from_markup_is_read_as_it_is_seen(kit: Kit) -> None:
    typed = "{% set a %}{{ b }} <누리재단>{% endset %}{{ a | josa('은/는') }}"
    assert fill(kit, typed, b=1) == "1 <누리재단>은"


@both
def test_a_name_that_is_not_defined_is_reported(kit: Kit) -> None:
    (message,) = mistakes(kit, "{{ a | josa('은/는') }}")
    assert "a is not defined" in message


@both
def test_what_is_no_pair_is_refused_with_its_place(kit: Kit) -> None:
    (message,) = mistakes(kit, "{{ a | josa('도') }}", a="재단")
    assert message.startswith("paragraph 1 ")
    assert "«도» is no josa" in message


@pytest.mark.parametrize("typed", ["{{ a | josa('은/는') }}", "{{ a|josa('는/은') }}"])
def test_content_uses_it_as_well(typed: str) -> None:
    renderer = TextRenderer({}, {"a": Printed("12%", (FIGURE,))})
    text = renderer.render(typed, SourceRef("a.yaml"))
    assert (text, text.shown) == ("12%는", ((FIGURE, "12%"),))
