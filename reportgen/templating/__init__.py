"""Jinja inside office documents: one engine, a dialect for each file format."""

from reportgen.templating.printed import Place, Printed
from reportgen.templating.template import OfficeTemplate, Rendering

__all__ = ["OfficeTemplate", "Place", "Printed", "Rendering"]
